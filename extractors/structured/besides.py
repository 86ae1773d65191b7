"""What the data of an order say besides its fields: texts that people typed, and that it is only a test.

A purchasing system has a box for remarks, and people change orders in it: "line 20 is cancelled".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.late import late
from extractors.readers.xml_tree import Node, children
from extractors.structured import idoc_flat
from extractors.structured.nodes import top
from extractors.structured.segments import parse, tagged
from models.page import Attachment, Element
from models.reading import Evidence, Reading, unread_at

TEXTS = frozenset(
    "Note Comments TDLINE Content CustomerReference AdditionalInformation SpecialInstructions Instructions "
    "DeliveryInstructions HandlingInstructions SpecialServiceInstructions SpecialTerms Information "
    "ChangeConditions Remarks".split()
)
"""Elements that hold a free text in UBL, cXML, IDocs and Cross Industry messages."""
TERMS = frozenset({"PaymentTerms", "SpecifiedTradePaymentTerms", "DeliveryTerms"})
"""Where a text is read as a field."""
LINES = frozenset({"OrderLine", "IncludedSupplyChainTradeLineItem", "ItemOut", "E1EDP01"})
WRITTEN = {"MSG": 1, "NTE": 2, "MTX": 2, "REF": 3}
"""The segments of X12 that hold texts, and in which element."""
STARTS = frozenset({"LIN", "PO1", "POC"})
"""What a line begins with, as XML and as segments."""
REMARK = late(
    r"remark|comment|note|instruction|message|(?<!con)text|bemerk|hinweis|anmerk|notiz|备注|備註|说明|說明|附言|留言",
    re.IGNORECASE,
)
"""What a property of the sender's own is called that holds a text to read (Extrinsic of cXML)."""
PROPERTIES = frozenset({"AdditionalItemProperty", "ApplicableProductCharacteristic"})
NAMES = frozenset({"Name", "Description", "TypeCode"})
"""Properties of an item, and what holds the name of one."""
STATE = late(
    r"\b(?:cancel\w*|draft|on hold|releas\w*|approv\w*|subject to|not yet|test order|provisional)\b"
    r"|storn|entwurf|freig[ae]|genehmig|vorbehalt|vorläufig|gesperrt|取消|作废|作廢|草稿|暂停|审批|批准|未生效|待确认",
    re.IGNORECASE,
)
"""What a text says of an order as such, whatever it is called."""
WRAPPED = frozenset({"E1EDKT1", "E1EDPT1"})
"""Texts of an IDoc, whose lines break anywhere in a sentence."""
OFFER = late(
    r"(?:\b(?:quot(?:e|ation)|offer|proposal|angebot\w*)\b|报价|報價)(?:[^.;。；\d]|n[or]\.){0,24}(?<![A-Za-z\d])(?:[A-Z]{0,5}[-/]?\d[\w/-]{3,})",
    re.IGNORECASE,
)
"""A quotation that a text names by its number."""
LONGEST = 4000
"""So many characters of a text are looked at in one piece."""
ENDING = late(r"[.;!?。；！？\n]\s*")


def said(attachments: tuple[Attachment, ...]) -> Iterator[str]:
    """Yield the free texts in the data of a file."""
    for data in map(_grown, attachments):
        found = _of_tree(top(data)) if data.root is not None else _of_segments(data)
        for text in found:
            yield from _parts(text)


def _grown(data: Attachment) -> Attachment:
    """Return flat IDocs as the tree that their XML form has."""
    return idoc_flat.tree(data) if idoc_flat.is_flat(data) else data


def _parts(text: str) -> Iterator[str]:
    """Yield a text in parts that are not too long to be looked at, cut where a sentence ends if one does."""
    while len(text) > LONGEST:
        ends = [match.end() for match in ENDING.finditer(text, LONGEST // 2, LONGEST)]
        at = ends[-1] if ends else LONGEST
        yield text[:at]
        text = text[at:]
    yield text


def with_offers(reading: Reading, attachments: tuple[Attachment, ...]) -> Reading:
    """Return a reading without a quotation, open there where a text of its data names one."""
    if reading.header.quotation_number is not None:
        return reading
    found = next((match for text in said(attachments) if (match := OFFER.search(text))), None)
    if found is None:
        return reading
    header = replace(reading.header, quotation_number=unread_at(Evidence(found[0])))
    return replace(reading, header=header)


def are_test(attachments: tuple[Attachment, ...]) -> bool:
    """Tell whether the data of a file say that they are no real message."""
    return any(
        _holds_test(top(data)) if data.root is not None else _segments_are_test(data)
        for data in map(_grown, attachments)
    )


def _holds_test(node: Node) -> bool:
    return _is_test(node) or any(map(_holds_test, children(node)))


def _segments_are_test(data: Attachment) -> bool:
    """Tell whether an interchange is a test, an echo or an information: UNB 0035 in EDIFACT, ISA15 in X12."""
    if not data.text.startswith(("UNA", "UNB", "ISA")):
        return False
    segments = parse(data)
    edifact = any(each.at(11) not in {"", "0"} for each in tagged(segments, "UNB"))
    return edifact or any(each.at(15) not in {"", "P"} for each in tagged(segments, "ISA"))


def _of_tree(node: Node, of: str = "") -> Iterator[str]:
    """Yield the texts below an element, those of a line as such: "line 2: …"."""
    element = node.element
    if (element.name in TEXTS or _is_remark(element)) and element.text.strip():
        yield of + element.text
    if element.name in PROPERTIES:
        yield from (of + each for each in _remarked(element))
    if element.name in WRAPPED:
        yield of + " ".join(_wrapped(node))
    lines = 0
    for child in children(node):
        lines += child.element.name in LINES
        beneath = f"line {lines}: " if child.element.name in LINES and not of else of
        found = _of_tree(child, beneath)
        yield from (each for each in found if child.element.name not in TERMS or STATE.search(each))


def _is_remark(element: Element) -> bool:
    """Tell whether a property of the sender's own is a remark, by its name or by what it speaks of."""
    named = dict(element.attributes).get("name") if element.name == "Extrinsic" else None
    return named is not None and (REMARK.search(named) or STATE.search(element.text)) is not None


def _remarked(element: Element) -> Iterator[str]:
    """Yield what a property of an item says that is called a remark."""
    named = [child.text for child in element.children if child.name in NAMES]
    if any(map(REMARK.search, named)):
        yield from (child.text for child in element.children if child.name == "Value")


def _wrapped(node: Node) -> Iterator[str]:
    """Yield the lines of a text in their order."""
    for child in children(node):
        if child.element.name == "TDLINE":
            yield child.element.text.strip()
        yield from _wrapped(child)


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
    """Yield the texts of EDIFACT (FTX; of terms what says more) and X12 (MSG, NTE, MTX, REF)."""
    if not data.text.startswith(("UNA", "UNB", "ISA")):
        return
    segments = parse(data)
    lines = 0
    for each in segments:
        lines += each.tag in STARTS
        of = f"line {lines}: " if lines else ""
        if each.tag == "FTX":
            text = " ".join(each.at(4, part) for part in range(5)).strip()
            if each.at(1) != "AAB" or STATE.search(text):
                yield of + text
        elif each.tag in WRITTEN:
            yield of + each.at(WRITTEN[each.tag])
