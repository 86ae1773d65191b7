"""Old Excel workbooks (.xls) as rows of values: the reader is the one that reads customers' orders."""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from extractors.readers import biff_book, biff_cells
from extractors.readers.biff_book import Book
from extractors.readers.biff_cells import OldCell, Uncalculated
from extractors.readers.biff_texts import SharedText
from models.errors import Unreadable, UsageError

UNSEEN = re.compile(r'"[^"]*"|\[(?!h+\]|m+\]|s+\])[^\]]*\]|\\.|_.|\*.', re.IGNORECASE)
"""Parts of a number format that show no part of a date."""
DATE_SIGNS = re.compile("[ymdhs年月日]", re.IGNORECASE)
LAST_DAY = 2_958_465
"""The number of 31.12.9999."""

Value = str | Decimal | bool | dt.date | None


def sheets(
    data: bytes, name: str, uncalculated: str | None = None
) -> Iterator[tuple[str, list[tuple[Value, ...]]]]:
    """Yield the name of each sheet and its rows.

    A formula without a value is refused, or read as the error `uncalculated`.

    Raises:
        UsageError: The file cannot be read; the text says what to do.
    """
    try:
        book = biff_book.open_book(data)
        for bound, sheet in biff_cells.sheets(book):
            yield bound.title, _rows(book, sheet.cells, name, uncalculated)
    except Unreadable as refused:
        raise UsageError(
            f"{name} is an Excel file of the old binary format that cannot be read: {refused.message}"
            " Or open it in Excel and save it as .xlsx or .csv."
        ) from refused


def _rows(book: Book, cells: list[OldCell], name: str, uncalculated: str | None) -> list[tuple[Value, ...]]:
    found: dict[int, dict[int, Value]] = {}
    for cell in cells:
        if isinstance(cell.value, Uncalculated) and uncalculated is None:
            raise UsageError(
                f"{name}, row {cell.row + 1}: a formula has no value: open the file in Excel and save it"
            )
        found.setdefault(cell.row, {})[cell.column] = _value(book, cell, uncalculated)
    return [_row(found.get(at, {})) for at in range(max(found, default=-1) + 1)]


def _row(cells: dict[int, Value]) -> tuple[Value, ...]:
    return tuple(cells.get(at) for at in range(max(cells, default=-1) + 1))


def _value(book: Book, cell: OldCell, uncalculated: str | None) -> Value:
    if isinstance(cell.value, Uncalculated):
        return uncalculated
    if isinstance(cell.value, SharedText):
        return cell.value.text
    if isinstance(cell.value, bool) or not _shows_date(book, cell.look) or not 0 < cell.value < LAST_DAY + 1:
        return cell.value
    return book.first_day + dt.timedelta(days=int(cell.value))


def _shows_date(book: Book, look: int) -> bool:
    code = book.looks[look].format_code if look < len(book.looks) else "General"
    return code != "General" and DATE_SIGNS.search(UNSEEN.sub("", code)) is not None
