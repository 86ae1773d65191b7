"""Web pages and HTML mails: block elements as lines, tables as tables, nothing loaded, no script run."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree, html

from extractors.late import late
from extractors.readers import flow, layout, web_archive
from extractors.readers.decoding import decode
from extractors.readers.flow import Block, FlowCell, FlowTable
from extractors.readers.layout import Element, Figure, Grid
from extractors.readers.lines import Line, Piece
from extractors.readers.web_forms import answered, entered
from extractors.readers.web_styles import Rules, Style, rules, style_of
from models.errors import ErrorCode, Unreadable
from models.page import FileFormat, Page, SourceDocument

LARGEST = 16 * 1024 * 1024
DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w:-]+)", re.IGNORECASE)
BLANKS = late(r"[ \t\r\n\f]+")
SKIPPED = frozenset(
    {"script", "style", "title", "noscript", "template", "svg", "object", "embed", "audio", "video"}
    | {"iframe", "canvas", "map", "datalist"}
)
BLOCKS = frozenset(
    {
        "head",  # in which the parser leaves what should stand in the body
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
    }
    | {"dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"header", "hr", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "ul"}
)
SPACED = frozenset({"p", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"})
"""Blocks with white space above and below them."""
MAX_SPAN = 1000
MAX_FIELDS = 100_000
"""More places than this, spans counted, no table of an order takes."""
PIXEL = 0.75
"""Points in a pixel of a web page."""


@dataclass(slots=True)
class _Text:
    """Blocks in the making; `pieces` is the line that is being written."""

    sheet: Rules
    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    gap: bool = False


def read(data: bytes) -> SourceDocument:
    """Read a web page or the HTML body of a mail.

    Raises:
        Unreadable: It is empty, too large, or nested too deeply.
    """
    if len(data) > LARGEST:
        raise Unreadable(ErrorCode.TOO_LARGE, "The page is too large. Ask the sender for the order alone.")
    pages: list[Page] = []
    for each in web_archive.pages(data):
        page = _page(each, len(pages) + 1)
        if page.words or page.pictures:
            pages.append(page)
    if any(page.words for page in pages):
        return SourceDocument(FileFormat.HTML, tuple(pages), exact=True)
    if pages:
        raise Unreadable(
            ErrorCode.NEEDS_OCR, "The page holds only pictures. Ask the sender for the order as text."
        )
    raise Unreadable(ErrorCode.EMPTY, "The page has no text. Ask the sender to send it again.")


def _page(data: bytes, number: int) -> Page:
    root = _parsed(data)
    if root is None:
        return Page(number, 0.0, 0.0, ())
    try:
        found = list(flow.joined(_placed(flow.elements(_content(root, Style(), rules(root))))))
    except RecursionError:
        raise Unreadable(
            ErrorCode.TOO_LARGE, "The page is nested too deeply to be read. Ask the sender for a PDF."
        ) from None
    return layout.page(number, found)


def _parsed(data: bytes) -> html.HtmlElement | None:
    """Return the root of a page, None where it has none."""
    declared = DECLARED.search(data[:4096])
    text = decode(data, declared[1].decode("ascii") if declared else None).replace("\0", "")
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _placed(elements: Iterator[Element]) -> Iterator[Element]:
    """Say where everything stands: lines with text are counted, and so are tables and their rows."""
    lines = tables = 0
    for element in elements:
        if isinstance(element, Line):
            lines += bool(element.text.strip())
            yield _named(element, f"line {lines}")
        elif isinstance(element, Grid):
            tables += 1
            cells = [
                replace(
                    cell,
                    lines=tuple(_named(each, f"table {tables} row {cell.row + 1}") for each in cell.lines),
                    where=f"table {tables} row {cell.row + 1}",
                )
                for cell in element.cells
            ]
            yield Grid(tuple(cells))
        else:
            yield element


def _named(line: Line, where: str) -> Line:
    return Line(tuple(replace(piece, where=where) for piece in line.pieces), line.indent)


def _content(element: html.HtmlElement, style: Style, sheet: Rules) -> list[Block]:
    text = _Text(sheet)
    _walk(element, style, text)
    _end_line(text)
    return text.blocks


def _walk(element: html.HtmlElement, style: Style, text: _Text) -> None:
    _write(element.text, style, text)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SKIPPED:
            _enter(child, style_of(child, style, text.sheet), text)
        _write(child.tail, style, text)


def _enter(element: html.HtmlElement, style: Style, text: _Text) -> None:
    tag = str(element.tag)
    if tag == "br":
        text.blocks.append(_line(text))
    elif tag == "table":
        _end_line(text)
        _table(element, style, text)
    elif tag == "img":
        text.blocks.append(Figure(_length(element.get("width")), _length(element.get("height"))))
    elif tag in {"input", "select"}:
        _write(entered(element), answered(element, style), text)
    elif tag in BLOCKS:
        _block(element, style, text)
    else:
        _walk(element, style, text)


def _block(element: html.HtmlElement, style: Style, text: _Text) -> None:
    spaced = element.tag in SPACED and not _tight(element)
    _end_line(text, gap=spaced)
    if element.tag == "li":
        _write(f"{_bullet(element)} ", style, text)
    _walk(element, style, text)
    _end_line(text, gap=spaced)


def _tight(element: html.HtmlElement) -> bool:
    """Tell whether a paragraph has no white space around it, as in mails written with Outlook."""
    css = (element.get("style") or "").replace(" ", "").lower()
    return "MsoNormal" in (element.get("class") or "") or bool(re.search(r"margin(?:-top|-bottom)?:0", css))


def _bullet(element: html.HtmlElement) -> str:
    parent = element.getparent()
    if parent is None or parent.tag != "ol":
        return "•"
    start = parent.get("start") or "1"
    before = sum(1 for each in element.itersiblings("li", preceding=True))
    return f"{int(start) + before if start.isdigit() else before + 1}."


def _length(pixels: str | None) -> float:
    return min(int(pixels), 4000) * PIXEL if pixels and pixels.isdigit() else 100.0


def _write(content: str | None, style: Style, text: _Text) -> None:
    if not content:
        return
    if style.preserved:
        first, *others = re.split(r"\r\n|\r|\n", content)
        _add(first, style, text)
        for other in others:
            text.blocks.append(_line(text))
            _add(other, style, text)
        return
    words = BLANKS.sub(" ", content)
    if not text.pieces or text.pieces[-1].text.endswith(" "):
        words = words.lstrip(" ")
    _add(words, style, text)


def _add(content: str, style: Style, text: _Text) -> None:
    if content:
        if text.gap and text.blocks:
            text.blocks.append(Line())
        text.gap = False
        text.pieces.append(Piece(content, doubt=style.doubt, bold=style.bold, raised=style.raised))


def _line(text: _Text) -> Line:
    line = Line(tuple(text.pieces))
    text.pieces = []
    return line


def _end_line(text: _Text, *, gap: bool = False) -> None:
    """End the line that is being written, if there is one; `gap` asks for white space before the next."""
    if any(piece.text.strip() for piece in text.pieces):
        text.blocks.append(_line(text))
    text.pieces = []
    text.gap = text.gap or gap


def _table(table: html.HtmlElement, style: Style, text: _Text) -> None:
    """Add a table; what stands in it outside its cells (a caption, stray text) comes before it."""
    cells: list[FlowCell] = []
    taken: set[tuple[int, int]] = set()
    for at, (row, row_style) in enumerate(_members(table, {"tr"}, style, text)):
        column = 0
        for element, cell_style in _members(row, {"td", "th"}, row_style, text):
            while (at, column) in taken:
                column += 1
            down, across = _span(element.get("rowspan")), _span(element.get("colspan"))
            content = tuple(_content(element, cell_style, text.sheet))
            cells.append(FlowCell(at, column, content, down, across))
            taken |= {(at + below, column + beside) for below in range(down) for beside in range(across)}
            if len(taken) > MAX_FIELDS:
                raise Unreadable(
                    ErrorCode.TOO_LARGE, "A table of the page is too large. Ask the sender for a PDF."
                )
    _end_line(text)
    text.blocks.append(FlowTable(tuple(_clipped(cells))))


def _members(
    parent: html.HtmlElement, wanted: set[str], style: Style, text: _Text
) -> Iterator[tuple[html.HtmlElement, Style]]:
    """Yield the rows of a table or the cells of a row, the foot last; forms may stand between."""
    _write(parent.text, style, text)
    for child in sorted(parent, key=lambda each: each.tag == "tfoot"):
        if isinstance(child.tag, str) and child.tag not in SKIPPED:
            child_style = style_of(child, style, text.sheet)
            if child.tag in wanted:
                yield child, child_style
            elif child.tag != "table" and any(True for _ in child.iter(*wanted)):
                yield from _members(child, wanted, child_style, text)
            else:
                _enter(child, child_style, text)
        _write(child.tail, style, text)


def _span(text: str | None) -> int:
    return min(max(int(text), 1), MAX_SPAN) if text and text.strip().isdigit() else 1


def _clipped(cells: list[FlowCell]) -> Iterator[FlowCell]:
    """Cut cells that reach beyond the last row; columns that no cell begins in do not count."""
    last = max((cell.row for cell in cells), default=0)
    starts = sorted({cell.column for cell in cells})
    number = {column: at for at, column in enumerate(starts)}
    for cell in cells:
        behind = sum(column < cell.column + cell.column_span for column in starts)
        first = number[cell.column]
        yield replace(
            cell, column=first, column_span=behind - first, row_span=min(cell.row_span, last - cell.row + 1)
        )
