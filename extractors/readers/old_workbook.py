"""Old Excel workbooks (.xls): the same pages as of new ones, from records instead of XML.

They are read here and not through a library because those that read the format give bare numbers: a
price shown as ¥118.00, a part number shown with its leading zeros, a struck or hidden cell would be
lost, and with them what makes a field sure.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.readers import sheet_comments
from extractors.readers.biff_book import Book, Bound, open_book
from extractors.readers.biff_cells import OldCell, OldSheet, Uncalculated, sheets
from extractors.readers.biff_styles import look_of
from extractors.readers.biff_texts import SharedText
from extractors.readers.drawings import UNKNOWN_SIZE
from extractors.readers.layout import Element, Figure
from extractors.readers.lines import Piece, line
from extractors.readers.sheet_cells import (
    MAX_FILLED,
    UNCALCULATED,
    Area,
    Sheet,
    SheetCell,
    hidden,
    letters,
    styled,
    styled_number,
    too_many,
)
from extractors.readers.sheet_styles import Look
from extractors.readers.spreadsheet import Kept
from extractors.readers.workbook import document
from models.page import Doubt, FileFormat, SourceDocument

Cells = dict[tuple[int, int], OldCell]


def read(data: bytes) -> SourceDocument:
    """Read a workbook of Excel 5 to 2003.

    Raises:
        Unreadable: It is damaged, protected, empty or too large, or holds nothing but pictures.
    """
    remarks: list[str] = []
    found = document(_sheets(open_book(data), remarks), FileFormat.XLS)
    return replace(found, remarks=tuple(remarks))


def _sheets(book: Book, remarks: list[str]) -> Iterator[tuple[Sheet, Sequence[Element]]]:
    """Yield the sheets, those that are hidden last and with all their text in doubt."""
    for bound, found in sorted(sheets(book), key=lambda each: each[0].hidden):
        if len(found.cells) > MAX_FILLED:
            raise too_many()
        sheet = sheet_comments.spoken_of(_sheet(found, bound, book), dict(_notes(found)), remarks)
        yield sheet, list(_drawn(found, bound.title))


def commented(data: bytes, kept: Kept) -> Iterator[tuple[Sheet, Mapping[str, str], Sequence[Element]]]:
    """Yield the sheets of however long a workbook: the cells that are wanted, the comments, what is drawn.

    Raises:
        Unreadable: It is damaged or protected.
    """
    book = open_book(data)
    for bound, found in sheets(book):
        sheet = _sheet(found, bound, book)
        cells = tuple(each for each in sheet.cells if kept(each))
        yield replace(sheet, cells=cells), dict(_notes(found)), list(_drawn(found, bound.title))


def _notes(found: OldSheet) -> Iterator[tuple[str, str]]:
    """Yield the cells that have a note, each with its text."""
    for (row, column), number in list(found.noted.items())[: sheet_comments.MOST]:
        text = found.said.get(number, "").strip()
        if text:
            yield f"{letters(column + 1)}{row + 1}", text[: sheet_comments.LONGEST]


def _sheet(found: OldSheet, bound: Bound, book: Book) -> Sheet:
    # A place that is stated twice shows what stands there last.
    places: Cells = {(cell.row, cell.column): cell for cell in found.cells}
    cells = (_cell(places[place], found, bound, book) for place in sorted(places))
    merged = (Area(top + 1, left + 1, bottom + 1, right + 1) for top, bottom, left, right in found.merged)
    return Sheet(bound.title, "", tuple(cell for cell in cells if cell is not None), tuple(merged))


def _cell(cell: OldCell, found: OldSheet, bound: Bound, book: Book) -> SheetCell | None:
    pieces = _pieces(cell, book)
    if not any(piece.text.strip() for piece in pieces):
        return None
    name = f"{letters(cell.column + 1)}{cell.row + 1}"
    number = not isinstance(cell.value, SharedText | Uncalculated | bool)
    shown = SheetCell(cell.row + 1, cell.column + 1, name, pieces, number)
    unseen = (
        bound.hidden
        or cell.row in found.hidden_rows
        or any(cell.column in each for each in found.hidden_columns)
    )
    return hidden(shown) if unseen else shown


def _pieces(cell: OldCell, book: Book) -> tuple[Piece, ...]:
    look = look_of(book.looks, cell.look)
    if isinstance(cell.value, SharedText):
        return styled(list(_runs(cell.value, book)), look)
    if isinstance(cell.value, Uncalculated):
        return (Piece(UNCALCULATED, doubt=Doubt.BAD_ENCODING),)
    if isinstance(cell.value, bool):
        return styled([Piece("TRUE" if cell.value else "FALSE")], look)
    return _number(cell, look, book.first_day)


def _number(cell: OldCell, look: Look, first_day: dt.date) -> tuple[Piece, ...]:
    assert not isinstance(cell.value, SharedText | Uncalculated | bool), "the other values are texts"
    return styled_number(cell.value, look, first_day)


def _runs(shared: SharedText, book: Book) -> Iterator[Piece]:
    """Yield a text in pieces of one font, each with what the font does to it."""
    text = shared.text.replace("\r\n", "\n").replace("\r", "\n") if not shared.runs else shared.text
    starts = [(0, None), *((at, font) for at, font in shared.runs if at < len(text))]
    ends = [*(at for at, _ in starts[1:]), len(text)]
    for (start, font), end in zip(starts, ends, strict=True):
        doubt = None if font is None else book.styles.font_doubt(font, None)
        if text[start:end]:
            raised = font is not None and book.styles.is_raised(font)
            yield Piece(text[start:end], doubt=doubt, raised=raised)


def _drawn(found: OldSheet, title: str) -> Iterator[Element]:
    for number, text in enumerate(found.texts, 1):
        for each in text.replace("\r", "\n").split("\n"):
            if each.strip():
                yield line(each, f"{title} text box {number}")
    yield from (Figure(UNKNOWN_SIZE, UNKNOWN_SIZE) for _ in range(min(found.pictures, 100)))
