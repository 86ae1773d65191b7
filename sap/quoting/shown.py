"""What a workbook or a page shows of a list besides the values of its cells.

Rows that are struck through or out of sight, comments, number formats with words in them, and what stands
around the cells: page headers, text boxes. The readers of orders see all of it, and are asked here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.readers import drawings, sheet_comments, spreadsheet
from extractors.readers.identify import identify
from extractors.readers.layout import Element
from extractors.readers.lines import Line
from extractors.readers.package import Package, content, open_package
from extractors.readers.sheet_cells import Sheet as ShownSheet
from extractors.readers.sheet_cells import SheetCell
from models.errors import Unreadable
from models.page import Doubt, FileFormat
from sap.quoting import page_looks
from sap.quoting.shown_cells import HIDDEN, REMARKED, STRUCK, WORDED, Look, Mark
from sap.table import OLE, ZIP, Sheet

FIGURE = re.compile(r"\d{1,3}(?:[ \xa0\u202f']\d{3})+(?:[.,]\d+)?|\d[\d.,]*")
"""The number in what a cell shows; what stands around it is its format's."""
NO_WORDS = " \xa0()+-–−:%"
FILTERED = re.compile(rb"<sheetPr[^>]*\bfilterMode=\"(?:1|true)\"")
"""Rows out of sight are those that a filter leaves out just now: nobody hid them."""
BEGINNING = 4096
SHEETS = "xl/worksheets/"
LONG = 800_000
"""Bytes of all sheets from which on only the cells are looked at that may show more than their value.

Below it no sheet has too many cells; where text is struck under a condition only these few are told.
"""


@dataclass(frozen=True, slots=True)
class _Workbook:
    """A sheet as the readers of orders give it, its comments by the names of their cells."""

    sheet: ShownSheet
    comments: Mapping[str, str]
    drawn: Sequence[Element] = ()
    filtered: bool = False


def looks(data: bytes, sheets: Sequence[Sheet]) -> list[Look]:
    """Return what is shown besides the cells of each of a file's sheets; a text file shows nothing more.

    A workbook may be damaged for the readers of orders where the reader of lists opens it.
    """
    if data.startswith((ZIP, OLE)):
        try:
            found = {each.sheet.title: _look(each) for each in _workbook(data)}
        except Unreadable:
            return [Look(unread=True)] * len(sheets)
        return [found.get(each.name, Look()) for each in sheets]
    if identify(data) in {FileFormat.HTML, FileFormat.MAIL}:
        return list(page_looks.looks(data))
    return [Look()] * len(sheets)


def _workbook(data: bytes) -> list[_Workbook]:
    return list(_old(data)) if data.startswith(OLE) else _new(data)


def _old(data: bytes) -> Iterator[_Workbook]:
    from extractors.readers import old_workbook  # noqa: PLC0415 - lists of text are checked without openpyxl

    for sheet, comments, drawn in old_workbook.commented(data, _is_wanted):
        yield _Workbook(sheet, comments, drawn)


def _new(data: bytes) -> list[_Workbook]:
    package = open_package(data)
    parts = [each for each in package.opened.infolist() if each.filename.startswith(SHEETS)]
    long = sum(each.file_size for each in parts) > LONG
    found = spreadsheet.sheets(package, _is_wanted if long else None)
    return [_opened(package, each) for each in found]


def _opened(package: Package, sheet: ShownSheet) -> _Workbook:
    comments = dict(sheet_comments.comments(package, sheet.part))
    drawn = list(drawings.elements(package, sheet.part, sheet.title))
    filtered = FILTERED.search((content(package, sheet.part) or b"")[:BEGINNING]) is not None
    return _Workbook(sheet, comments, drawn, filtered)


def _is_wanted(cell: SheetCell) -> bool:
    return any(piece.doubt for piece in cell.pieces) or _format(cell) != ""


def _look(book: _Workbook) -> Look:
    marks: dict[int, list[Mark]] = {}
    for row, mark in (*_marks(book), *_remarks(book.comments)):
        marks.setdefault(row, []).append(mark)
    drawn = (each.text for each in book.drawn if isinstance(each, Line))
    return Look(marks, (*book.sheet.around, *drawn))


def _marks(book: _Workbook) -> Iterator[tuple[int, Mark]]:
    for cell in book.sheet.cells:
        doubts = {piece.doubt for piece in cell.pieces}
        text = " ".join("".join(piece.text for piece in cell.pieces).split())
        if Doubt.OVERLAID in doubts:
            yield cell.row, Mark(cell.column - 1, STRUCK, text)
        if Doubt.INVISIBLE in doubts and not book.filtered and text.strip("0.,"):
            yield cell.row, Mark(cell.column - 1, HIDDEN, text)
        if _format(cell):
            yield cell.row, Mark(cell.column - 1, WORDED, _format(cell))


def _format(cell: SheetCell) -> str:
    """Return what the format of a number shows besides it: a currency, a unit, how many a price is for."""
    if not cell.number:
        return ""
    return FIGURE.sub(" ", "".join(piece.text for piece in cell.pieces), count=1).strip(NO_WORDS)


def _remarks(comments: Mapping[str, str]) -> Iterator[tuple[int, Mark]]:
    for name, text in comments.items():
        area = spreadsheet.area(name)
        if area is not None:
            yield area.top, Mark(area.left - 1, REMARKED, " ".join(text.split()))
