"""XML of strangers as a plain tree, and where each element of it stands.

No entity is ever resolved and nothing outside the file is loaded. A document type that only names
itself (cXML does) is passed over; one with declarations of its own is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from extractors.readers.package import refuse_entities
from models.errors import ErrorCode, Unreadable
from models.page import Attachment, Element

LARGEST = 10 * 1024 * 1024
DEEPEST = 100
"""How deep elements may be nested; orders need about a dozen levels."""
MOST = 500_000
MOST_ATTRIBUTES = 1_000
"""Of one element; lxml needs quadratic time for them."""
HEAD = 64 * 1024
"""How much is searched for declarations before anything is parsed."""
LONGEST = 10_000
"""How many characters of a text are kept; what is longer is a picture in letters (base64), no value."""
RESOURCE_LIMIT = 114
"""libxml2's XML_ERR_RESOURCE_LIMIT: too deep, too long, or expanding too far."""


@dataclass(frozen=True, slots=True)
class Node:
    """An element and its place: the names on the way to it from below the root, numbered where several."""

    element: Element
    where: str = ""


def children(node: Node) -> Iterator[Node]:
    """Yield the children of an element with their places."""
    names = [child.name for child in node.element.children]
    many = {name: names.count(name) > 1 for name in set(names)}
    seen = dict.fromkeys(many, 0)
    for child in node.element.children:
        seen[child.name] += 1
        step = f"{child.name}[{seen[child.name]}]" if many[child.name] else child.name
        yield Node(child, f"{node.where}/{step}")


def parse(data: bytes, name: str | None) -> Attachment:
    """Return the tree of an XML file.

    Raises:
        Unreadable: It is too large, too deep, not well-formed, or declares a document type of its own.
    """
    if len(data) > LARGEST:
        raise Unreadable(ErrorCode.TOO_LARGE, "The XML is too long for an order. Ask for the order alone.")
    refuse_entities(data[:HEAD])
    root = _parsed(data)
    _check(root)
    return Attachment(name, _element(root), etree.QName(root).namespace or "")


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data.lstrip(), parser)
    except etree.XMLSyntaxError as broken:
        if broken.code == RESOURCE_LIMIT:  # type: ignore[attr-defined] # the stubs lack it
            raise _unsafe() from None
        raise Unreadable(
            ErrorCode.DAMAGED, f"The XML is damaged ({broken}). Ask the sender to send it again."
        ) from None


def _unsafe() -> Unreadable:
    return Unreadable(ErrorCode.UNSAFE, "The XML is built as attacks are. Ask the sender for a PDF.")


def _check(root: etree._Element) -> None:
    tree = root.getroottree()
    info: Any = tree.docinfo  # the stubs lack `doctype`: the document type without declarations of its own
    if info.internalDTD is not None and info.doctype not in etree.tostring(tree, encoding="unicode"):
        refuse_entities(b"<!ENTITY")
    count = depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        count += event == "start"
        depth += 1 if event == "start" else -1
        if depth > DEEPEST or count > MOST or len(element.attrib) > MOST_ATTRIBUTES:
            raise _unsafe()


def _element(element: etree._Element) -> Element:
    return Element(
        etree.QName(element).localname,
        (element.text or "").strip()[:LONGEST],
        tuple(
            (etree.QName(name).localname, str(value).strip()[:LONGEST])
            for name, value in element.attrib.items()
        ),
        tuple(_element(child) for child in element if isinstance(child.tag, str)),
    )
