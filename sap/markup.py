"""Lists saved as web pages, which bear the name .xls: SAP's HTML and MHTML formats, and those of Excel.

Excel writes the number itself beside what a cell shows (`x:num`): then no notation has to be found out.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lxml import etree, html

from extractors.fields import numbers
from extractors.readers.decoding import decode
from sap.delimited import CutOffError

OPENED, CLOSED = re.compile(r"<table[\s>]", re.IGNORECASE), re.compile(r"</table\s*>", re.IGNORECASE)
WIDEST = 500
"""A cell that says to reach over more columns or rows lies."""
Row = tuple[str | Decimal, ...]


def sheets(data: bytes) -> Iterator[list[Row]]:
    """Yield the rows of each page: those of all its tables, one below the other.

    Raises:
        CutOffError: A page ends within a table.
    """
    for root in roots(data):
        yield [row for table in tables(root) for row in _table(table)]


def tables(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield the tables of a page that hold no other ones."""
    return (table for table in root.iter("table") if table.find(".//table") is None)


def roots(data: bytes) -> Iterator[html.HtmlElement]:
    """Yield the root of each page that holds anything.

    Raises:
        CutOffError: A page ends within a table.
    """
    for page in _pages(data):
        parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
        text = decode(page)
        if len(OPENED.findall(text)) > len(CLOSED.findall(text)):
            raise CutOffError
        try:
            yield html.document_fromstring(text.encode("utf-8", "replace"), parser)
        except etree.ParserError:
            continue


def _pages(data: bytes) -> Iterator[bytes]:
    """Yield the pages of a file; an MHTML file is a mail with a page for each sheet (RFC 2557)."""
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"):
        yield data
        return
    for part in email.message_from_bytes(data, policy=email.policy.default).walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes):
            yield content


def _table(table: html.HtmlElement) -> Iterator[Row]:
    """Yield rows of cells; what a cell reaches over besides its own place is empty."""
    below: dict[int, int] = {}
    for row in table.iter("tr"):
        cells: list[str | Decimal] = []
        for element in row.iterchildren("td", "th"):
            _pass_over(cells, below)
            across, down = _span(element.get("colspan")), _span(element.get("rowspan"))
            below.update(dict.fromkeys(range(len(cells), len(cells) + across), down - 1))
            cells += [_cell(element), *[""] * (across - 1)]
        _pass_over(cells, below)
        yield tuple(cells)


def placed(row: html.HtmlElement) -> Iterator[tuple[int, html.HtmlElement]]:
    """Yield the cells of a row, each with the column that it begins in where no cell reaches down to it."""
    column = 0
    for element in row.iterchildren("td", "th"):
        yield column, element
        column += _span(element.get("colspan"))


def _pass_over(cells: list[str | Decimal], below: dict[int, int]) -> None:
    """Leave the columns empty that a cell of a row above reaches down to."""
    while below.get(len(cells), 0) > 0:
        below[len(cells)] -= 1
        cells.append("")


def _span(text: str | None) -> int:
    return min(max(int(text), 1), WIDEST) if text and text.strip().isdigit() else 1


def _cell(element: html.HtmlElement) -> str | Decimal:
    for line_break in element.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    text = " ".join(element.text_content().split())
    exact = element.get("x:num")
    if not exact or not numbers.parse(text):
        return text
    try:
        return Decimal(exact)
    except InvalidOperation:
        return text
