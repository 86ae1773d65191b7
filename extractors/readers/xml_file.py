"""XML files: the tree for programs, and a line for each of its values for people."""

from collections.abc import Iterator

from extractors.readers import layout
from extractors.readers.lines import Line, Piece
from extractors.readers.xml_tree import Node, children, parse
from models.page import FileFormat, SourceDocument

STEP = 2
"""How many characters a level is indented."""
MOST_LINES = 20_000
LONGEST = 400
"""How many characters of a value are shown."""


def read(data: bytes) -> SourceDocument:
    """Read an XML file.

    Raises:
        Unreadable: It is too large, too deep, not well-formed, or declares a document type of its own.
    """
    tree = parse(data, None)
    assert tree.root is not None
    lines = [line for _, line in zip(range(MOST_LINES), _lines(Node(tree.root), 0), strict=False)]
    return SourceDocument(FileFormat.XML, (layout.page(1, lines),), exact=True, attachments=(tree,))


def _lines(node: Node, level: int) -> Iterator[Line]:
    element = node.element
    pieces = [Piece(f"{element.name} ", node.where, bold=True)]
    pieces += [
        Piece(f"{name}={value[:LONGEST]} ", f"{node.where}/@{name}") for name, value in element.attributes
    ]
    pieces += [Piece(part, node.where) for part in (element.text[:LONGEST],) if part]
    yield Line(tuple(pieces), level * STEP)
    for child in children(node):
        yield from _lines(child, level + 1)
