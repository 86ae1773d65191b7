"""The content of a Word story: paragraphs with their runs, tables, text boxes and pictures.

Tracked insertions are read, tracked deletions left out and noted. Of alternative forms of a drawing
only the first is read, since the others repeat it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from extractors.readers.drawings import figure
from extractors.readers.flow import Block, FlowCell, FlowTable
from extractors.readers.layout import Figure
from extractors.readers.lines import Line, Piece
from extractors.readers.package import attribute, local
from extractors.readers.word_fields import shown
from extractors.readers.word_notes import MARK, noted
from extractors.readers.word_numbering import Numbering, label
from extractors.readers.word_styles import PLAIN, Font, Styles, changed, shading, value
from models.errors import ErrorCode, Unreadable
from models.page import Doubt

GONE = frozenset({"del", "moveFrom"})
RANGES = frozenset({"commentRangeStart", "commentRangeEnd"})
REFERENCES = frozenset({"footnoteReference", "endnoteReference", "commentReference"})
"""What stands behind a text of which a note speaks."""
INSIDE = frozenset(
    {"ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo"}
)
"""Elements that only wrap what stands in them."""
FIXED = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "cr": "\n", "br": "\n"}
SYMBOLS = {
    0xFE: "☑",
    0xFD: "☒",
    0xA8: "□",
    0x52: "☑",
    0x51: "☒",
    0x6F: "□",
    0xFC: "✓",
    0xFB: "✗",
    0x6C: "●",
    0x6E: "■",
}
"""The characters of Wingdings that forms are ticked with."""


@dataclass(slots=True)
class Reading:
    """What the paragraphs of a file refer to, and what is counted while they are read.

    `numbered` maps the styles that number their paragraphs to the numbering they choose.
    """

    styles: Styles
    lists: Numbering
    numbered: Mapping[str, etree._Element]
    notes: set[str] = field(default_factory=set)
    commented: set[str] = field(default_factory=set)
    ranged: set[str] = field(default_factory=set)
    paragraphs: int = 0
    tables: int = 0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph stands: `story` is "header" or the like, `where` its table row; `shade` behind it."""

    story: str
    where: str | None = None
    shade: str | None = None


def blocks(part: etree._Element, story: str, reading: Reading) -> Iterator[Block]:
    """Yield the content of a story (the body, a header, the footnotes); `story` is "" for the body."""
    body = part.find("{*}body")
    yield from _blocks(part if body is None else body, _Place(story), reading)


def _blocks(parent: etree._Element, place: _Place, reading: Reading) -> Iterator[Block]:
    for child in parent:
        name = local(child)
        if name == "p":
            yield from _paragraph(child, place, reading)
        elif name == "tbl":
            yield from _table(child, place, reading)
        elif name == "altChunk":
            raise Unreadable(
                ErrorCode.UNSUPPORTED,
                "The Word file embeds another file. Open it in Word, save it, and send it again.",
            )
        elif name in GONE:
            reading.notes.add("tracked_deletions")
        elif name in RANGES:
            _comment(child, reading)
        elif name in INSIDE or name in {"footnote", "endnote"}:
            yield from _blocks(child, place, reading)


def _paragraph(paragraph: etree._Element, place: _Place, reading: Reading) -> Iterator[Block]:
    """Yield the lines of a paragraph, then the text boxes and pictures anchored in it."""
    if place.where is None and not place.story:
        reading.paragraphs += 1
    where = place.where or place.story or f"paragraph {reading.paragraphs}"
    properties = paragraph.find("{*}pPr")
    style = value(properties, "pStyle") or ""
    shade = shading(properties) or place.shade
    font = replace(reading.styles.get(style, PLAIN), shade=shade)
    number = _number(properties, style, reading)
    pieces = [Piece(number + " ", where)] if number else []
    beside: list[Block] = []
    runs = _runs(paragraph, font, replace(place, where=where, shade=shade), reading, beside)
    pieces += [replace(piece, where=where) for piece in noted(list(runs))]
    yield from _lines(pieces)
    yield from beside


def _number(properties: etree._Element | None, style: str, reading: Reading) -> str:
    found = properties.find("{*}numPr") if properties is not None else None
    if found is None:
        found = reading.numbered.get(style)
    if found is None:
        return ""
    depth = value(found, "ilvl") or "0"
    return label(reading.lists, value(found, "numId") or "", int(depth) if depth.isdigit() else 0)


def _lines(pieces: list[Piece]) -> Iterator[Line]:
    """Cut pieces at line breaks."""
    line: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        line.append(replace(piece, text=first))
        for other in others:
            yield Line(tuple(line))
            line = [replace(piece, text=other)]
    yield Line(tuple(line))


def _runs(
    parent: etree._Element, font: Font, place: _Place, reading: Reading, beside: list[Block]
) -> Iterator[Piece]:
    """Yield the text of the runs in a paragraph; what is anchored there goes `beside`."""
    for child in parent:
        name = local(child)
        if name in RANGES:
            _comment(child, reading)
        elif name == "r":
            yield from _run(child, font, place, reading, beside)
        elif name in GONE:
            reading.notes.add("tracked_deletions")
        elif name in INSIDE:
            yield from _runs(child, font, place, reading, beside)
        elif name in {"oMath", "oMathPara"}:
            yield Piece("".join(each.text or "" for each in child.iter("{*}t")))


def _run(
    run: etree._Element, font: Font, place: _Place, reading: Reading, beside: list[Block]
) -> Iterator[Piece]:
    properties = run.find("{*}rPr")
    style = value(properties, "rStyle")
    if style is not None and style in reading.styles:
        own = reading.styles[style]
        font = replace(own, shade=own.shade or font.shade, bold=own.bold or font.bold)
    font = changed(font, properties)
    for child in run:
        text = _text(child)
        if text:
            text = text.upper() if font.capitals else text
            commented = Doubt.REMARKED if reading.commented else None
            yield Piece(text, doubt=font.doubt or commented, bold=font.bold, raised=font.raised)
        elif local(child) == "ruby":
            for base in child.iterfind("{*}rubyBase"):
                yield from _runs(base, font, place, reading, beside)
        elif local(child) in REFERENCES:
            yield from _reference(child, reading)
        else:
            beside += _anchored(child, place, reading)


def _reference(mark: etree._Element, reading: Reading) -> Iterator[Piece]:
    """Yield the mark of a note; that of a comment counts only where no range says what it speaks of."""
    if local(mark) != "commentReference" or (attribute(mark, "id") or "") not in reading.ranged:
        yield MARK


def _comment(mark: etree._Element, reading: Reading) -> None:
    """Note that a text begins, or ends, of which a comment speaks."""
    number = attribute(mark, "id") or ""
    if local(mark) == "commentRangeStart":
        reading.commented.add(number)
        reading.ranged.add(number)
    else:
        reading.commented.discard(number)


def _text(element: etree._Element) -> str:
    name = local(element)
    if name == "t":
        return element.text or ""
    if name == "fldChar":
        return shown(element)
    if name == "sym":
        code = int(attribute(element, "char") or "0", 16)
        return SYMBOLS.get(code & 0xFF, chr(code)) if code else ""
    return FIXED.get(name, "")


def _anchored(element: etree._Element, place: _Place, reading: Reading) -> list[Block]:
    """Return the text boxes and pictures of a drawing."""
    if local(element) == "AlternateContent":
        chosen = next((each for each in element if local(each) in {"Choice", "Fallback"}), None)
        return (
            [block for each in chosen for block in _anchored(each, place, reading)]
            if chosen is not None
            else []
        )
    if local(element) not in {"drawing", "pict", "object"}:
        return []
    if local(element) == "object":
        reading.notes.add("embedded_file")
    found: list[Block] = []
    for box in element.iter("{*}txbxContent"):
        if not any(local(outer) == "txbxContent" for outer in box.iterancestors()):
            found += _blocks(box, _Place("text box"), reading)
    if next(element.iter("{*}blip", "{*}imagedata"), None) is not None:
        found.append(_figure(element))
    return found


def _figure(element: etree._Element) -> Figure:
    extent = next(element.iter("{*}extent"), None)
    return figure(element if extent is None else extent)


def _table(table: etree._Element, place: _Place, reading: Reading) -> Iterator[Block]:
    if place.where is None:
        reading.tables += 1
    cells: list[FlowCell] = []
    open_cells: dict[int, int] = {}
    number = reading.tables
    for row_at, row in enumerate(_children(table, "tr", reading)):
        where = place.where or _row_name(place.story, number, row_at + 1)
        column = int(value(row.find("{*}trPr"), "gridBefore") or 0)
        for cell in _children(row, "tc", reading):
            properties = cell.find("{*}tcPr")
            span = int(value(properties, "gridSpan") or 1)
            if _continues(properties) and column in open_cells:
                at = open_cells[column]
                cells[at] = replace(cells[at], row_span=row_at - cells[at].row + 1)
                cells[at] = replace(
                    cells[at], content=cells[at].content + _content(cell, place, where, reading)
                )
            else:
                open_cells[column] = len(cells)
                content = _content(cell, place, where, reading)
                cells.append(FlowCell(row_at, column, content, 1, span, where))
            column += span
    yield FlowTable(tuple(cells))


def _content(cell: etree._Element, place: _Place, where: str, reading: Reading) -> tuple[Block, ...]:
    shade = shading(cell.find("{*}tcPr")) or place.shade
    found = tuple(_blocks(cell, _Place(place.story, where, shade), reading))
    # The cells that a merged cell covers hold an empty paragraph each.
    covered = _continues(cell.find("{*}tcPr"))
    return (
        ()
        if covered and not any(not isinstance(each, Line) or each.text.strip() for each in found)
        else found
    )


def _row_name(story: str, table: int, row: int) -> str:
    return f"{story} table {table} row {row}".strip()


def _continues(properties: etree._Element | None) -> bool:
    found = properties.find("{*}vMerge") if properties is not None else None
    return found is not None and attribute(found, "val") in {None, "continue"}


def _children(parent: etree._Element, name: str, reading: Reading) -> Iterator[etree._Element]:
    """Yield rows or cells, those inside content controls too; deleted rows are left out and noted."""
    for child in parent:
        if local(child) == name:
            if child.find("{*}trPr/{*}del") is not None:
                reading.notes.add("tracked_deletions")
            else:
                yield child
        elif local(child) in INSIDE:
            yield from _children(child, name, reading)
