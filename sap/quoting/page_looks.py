"""What a list saved as a web page shows besides its cells: rows struck or hidden, text around it."""

from collections.abc import Iterator

from lxml import html

from extractors.readers.web_page import BLOCKS, SKIPPED
from extractors.readers.web_styles import Rules, Style, rules, style_of
from models.page import Doubt
from sap import markup
from sap.quoting.shown_cells import HIDDEN, STRUCK, Look, Mark

KINDS = {Doubt.OVERLAID: STRUCK, Doubt.INVISIBLE: HIDDEN}
ENDING = BLOCKS | {"br", "table", "tr", "td", "th"}


def looks(data: bytes) -> Iterator[Look]:
    """Yield what each page shows besides the cells of its tables.

    Raises:
        CutOffError: A page ends within a table.
    """
    for root in markup.roots(data):
        sheet = rules(root)
        marks = dict(_marks(root, sheet))
        yield Look({row: found for row, found in marks.items() if found}, tuple(_around(root, sheet)))


def _marks(root: html.HtmlElement, sheet: Rules) -> Iterator[tuple[int, list[Mark]]]:
    rows = (row for table in markup.tables(root) for row in table.iter("tr"))
    for at, row in enumerate(rows, 1):
        style = _style(row, sheet)
        cells = markup.placed(row)
        yield at, [mark for column, cell in cells for mark in _of_cell(column, cell, style, sheet)]


def _style(element: html.HtmlElement, sheet: Rules) -> Style:
    """Return the style of an element, handed down from all that it stands in."""
    style = Style()
    for each in (*reversed(list(element.iterancestors())), element):
        style = style_of(each, style, sheet)
    return style


def _of_cell(column: int, cell: html.HtmlElement, outer: Style, sheet: Rules) -> Iterator[Mark]:
    found = dict.fromkeys(_seen(cell, style_of(cell, outer, sheet), sheet))
    text = " ".join(cell.text_content().split())
    yield from (Mark(column, KINDS[doubt], text) for doubt, said in found if said and doubt in KINDS)


def _seen(element: html.HtmlElement, style: Style, sheet: Rules) -> Iterator[tuple[Doubt | None, str]]:
    """Yield the texts in an element, each with why it is not certain; blocks end with an empty text."""
    yield style.doubt, " ".join((element.text or "").split())
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SKIPPED:
            yield from _seen(child, style_of(child, style, sheet), sheet)
        yield style.doubt, " ".join((child.tail or "").split())


def _around(root: html.HtmlElement, sheet: Rules) -> Iterator[str]:
    """Yield the lines of a page that stand in no row of a table and are seen."""
    inner = set(markup.tables(root))
    line: list[str] = []
    for text in _outside(root, _style(root, sheet), sheet, inner):
        if text is not None:
            line.append(text)
        elif any(line):
            yield " ".join(filter(None, line))
            line = []
    if any(line):
        yield " ".join(filter(None, line))


def _outside(
    element: html.HtmlElement, style: Style, sheet: Rules, inner: set[html.HtmlElement]
) -> Iterator[str | None]:
    """Yield the texts outside of rows; None where a line ends."""
    if element.tag == "tr" and next(element.iterancestors("table"), None) in inner:
        return
    ends = element.tag in ENDING
    yield from [None] if ends else []
    yield _visible(element.text, style)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SKIPPED:
            yield from _outside(child, style_of(child, style, sheet), sheet, inner)
        yield _visible(child.tail, style)
    yield from [None] if ends else []


def _visible(text: str | None, style: Style) -> str:
    return " ".join((text or "").split()) if style.doubt is None else ""
