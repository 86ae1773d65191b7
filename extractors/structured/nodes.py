"""Looking things up in an XML tree: by path, with the place of what is found."""

from collections.abc import Iterator

from extractors.readers.xml_tree import Node, children
from models.page import Attachment
from models.reading import Evidence


def top(data: Attachment) -> Node:
    """Return the root of a tree; places in an embedded file begin with the file's name."""
    assert data.root is not None
    return Node(data.root, f"{data.name} " if data.name else "")


def every(node: Node | None, path: str) -> Iterator[Node]:
    """Yield all elements at a path below a node ("Price/PriceAmount"), in the order of the file."""
    if node is None:
        return
    step, _, rest = path.partition("/")
    for child in children(node):
        if child.element.name == step:
            yield from every(child, rest) if rest else (child,)


def first(node: Node | None, *paths: str) -> Node | None:
    """Return the first element at the first path that leads to one."""
    return next((found for path in paths for found in every(node, path)), None)


def spots(node: Node | None, path: str) -> list[Evidence]:
    """Return the texts at a path, empty ones left out; "Price/BaseQuantity@unitCode" is an attribute."""
    elements, _, attribute = path.partition("@")
    found = every(node, elements) if elements else (node,) if node is not None else ()
    texts = (_spot(each, attribute) for each in found)
    return [each for each in texts if each.text]


def _spot(node: Node, attribute: str) -> Evidence:
    if not attribute:
        return Evidence(node.element.text, where=node.where)
    return Evidence(dict(node.element.attributes).get(attribute, ""), where=f"{node.where}/@{attribute}")


def spot(node: Node | None, *paths: str) -> Evidence | None:
    """Return the first text at the first path that leads to one."""
    return next((found for path in paths for found in spots(node, path)), None)


def copied(document: Node | None) -> Evidence | None:
    """Return what says that a document is a copy of one that was sent before (UBL, Cross Industry)."""
    found = spot(document, "CopyIndicator", "CopyIndicator/Indicator")
    return found if found and found.text.strip().lower() in {"true", "1"} else None


def text(node: Node | None, *paths: str) -> str:
    """Return the first text at the first path that leads to one, else nothing."""
    found = spot(node, *paths)
    return found.text if found else ""
