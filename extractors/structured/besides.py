"""What the data of an order say besides its fields: texts that people typed, and that it is only a test.

A purchasing system has a box for remarks, and people change orders in it: "line 20 is cancelled".
"""

from collections.abc import Iterator

from extractors.readers.xml_tree import Node, children
from extractors.structured.nodes import top
from extractors.structured.segments import parse, tagged
from models.page import Attachment

TEXTS = frozenset({"Note", "Comments", "TDLINE", "Content"})
"""Elements that hold a free text in UBL, cXML, IDocs and Cross Industry messages."""
TERMS = frozenset({"PaymentTerms", "SpecifiedTradePaymentTerms", "DeliveryTerms"})
"""Where a text is read as a field."""
LINES = frozenset({"OrderLine", "IncludedSupplyChainTradeLineItem", "ItemOut", "E1EDP01"})
STARTS = frozenset({"LIN", "PO1", "POC"})
"""What a line begins with, as XML and as segments."""
LONGEST = 4000
"""So many characters of a text are looked at."""


def said(attachments: tuple[Attachment, ...]) -> Iterator[str]:
    """Yield the free texts in the data of a file."""
    for data in attachments:
        found = _of_tree(top(data)) if data.root is not None else _of_segments(data)
        yield from (text[:LONGEST] for text in found)


def are_test(attachments: tuple[Attachment, ...]) -> bool:
    """Tell whether the data of a file say that they are no real message."""
    return any(
        _holds_test(top(data)) if data.root is not None else _segments_are_test(data) for data in attachments
    )


def _holds_test(node: Node) -> bool:
    return _is_test(node) or any(map(_holds_test, children(node)))


def _segments_are_test(data: Attachment) -> bool:
    """Tell whether an interchange is a test: UNB 0035 in EDIFACT, ISA15 in X12."""
    if not data.text.startswith(("UNA", "UNB", "ISA")):
        return False
    segments = parse(data)
    edifact = any(each.at(11) == "1" for each in tagged(segments, "UNB"))
    return edifact or any(each.at(15) == "T" for each in tagged(segments, "ISA"))


def _of_tree(node: Node, of: str = "") -> Iterator[str]:
    """Yield the texts below an element, those of a line as such: "line 2: …"."""
    element = node.element
    if element.name in TEXTS and element.text.strip():
        yield of + element.text
    lines = 0
    for child in children(node):
        lines += child.element.name in LINES
        beneath = f"line {lines}: " if child.element.name in LINES and not of else of
        if child.element.name not in TERMS:
            yield from _of_tree(child, beneath)


def _is_test(node: Node) -> bool:
    """Tell whether an element says that the message is no real one."""
    element = node.element
    said_so = {child.name: child.text.strip() for child in element.children}
    return (
        (element.name == "EDI_DC40" and bool(said_so.get("TEST")))
        or (element.name == "Request" and dict(element.attributes).get("deploymentMode") == "test")
        or (element.name == "TestIndicator" and said_so.get("Indicator") in {"true", "1"})
    )


def _of_segments(data: Attachment) -> Iterator[str]:
    """Yield the texts of EDIFACT (FTX, the terms of payment left out) and X12 (MSG, NTE)."""
    if not data.text.startswith(("UNA", "UNB", "ISA")):
        return
    segments = parse(data)
    lines = 0
    for each in segments:
        lines += each.tag in STARTS
        of = f"line {lines}: " if lines else ""
        if each.tag == "FTX" and each.at(1) != "AAB":
            yield of + " ".join(each.at(4, part) for part in range(5)).strip()
        elif each.tag in {"MSG", "NTE"}:
            yield of + each.at(1 if each.tag == "MSG" else 2)
