"""Workbooks of Excel 97 to 2003 (.xls, BIFF8): the cells of their sheets as values.

Only values are read: numbers, dates by their number format, texts, results of formulas (MS-XLS 2.4).
Styles, charts and macros are left alone.
"""

import datetime as dt
import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from models.errors import UsageError
from sap import compound_file
from sap.old_excel_texts import Texts, counted_text, short_text

BOUND_SHEET, SHARED, FORMAT, STYLE, BEGIN, END = 0x85, 0xFC, 0x41E, 0xE0, 0x809, 0x0A
CONTINUED, ENCRYPTED, FROM_1904 = 0x3C, 0x2F, 0x22
LABEL, SHARED_LABEL, RICH_LABEL, NUMBER, PACKED, PACKED_ROW = 0x204, 0xFD, 0xD6, 0x203, 0x27E, 0xBD
FORMULA, RESULT, TRUTH_OR_ERROR = 0x06, 0x207, 0x205
EIGHT = 0x600
WORKSHEET = 0
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""The built-in number formats that show dates and times."""
QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
DATE_SIGNS = re.compile("[ymdhs年月日]", re.IGNORECASE)

Value = str | float | int | bool | dt.date | None


@dataclass(slots=True)
class _Book:
    """What the sheets share."""

    texts: Sequence[str] = ()
    styles: list[int] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    sheets: list[tuple[str, int]] = field(default_factory=list)
    begin: dt.datetime = dt.datetime(1899, 12, 30, tzinfo=dt.UTC)

    def value(self, number: float, style: int) -> Value:
        """Return a number, or the date that its style makes of it."""
        if not self._is_date(style) or not 0 < number < 2_958_466:
            return number
        return (self.begin + dt.timedelta(days=number)).date()

    def _is_date(self, style: int) -> bool:
        number_format = self.styles[style] if style < len(self.styles) else 0
        if number_format in DATES:
            return True
        shown = QUOTED.sub("", self.formats.get(number_format, ""))
        return "General" not in shown and DATE_SIGNS.search(shown) is not None


@dataclass(frozen=True, slots=True)
class _Record:
    kind: int
    data: bytes
    more: tuple[bytes, ...] = ()
    """What records of continuation add."""


def sheets(data: bytes, name: str) -> Iterator[tuple[str, list[tuple[Value, ...]]]]:
    """Yield the name of each sheet and its rows.

    Raises:
        UsageError: The file is damaged, protected by a password, or older than Excel 97.
    """
    stream = compound_file.streams(data).get("Workbook")
    if stream is None:
        raise UsageError(f"{name} is no Excel file of 97 or later: open it in Excel and save it as .xlsx")
    try:
        book = _book(_records(stream, 0), name)
        for title, at in book.sheets:
            yield title, _rows(_cells(_records(stream, at), book))
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{name} is damaged ({error}): open it in Excel and save it again as .xlsx"
        ) from error


def _records(stream: bytes, at: int) -> Iterator[_Record]:
    """Yield the records of one substream, up to its end."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        data, at = stream[at + 4 : at + 4 + length], at + 4 + length
        more = []
        while at + 4 <= len(stream) and stream[at : at + 2] == CONTINUED.to_bytes(2, "little"):
            length = struct.unpack_from("<H", stream, at + 2)[0]
            more.append(stream[at + 4 : at + 4 + length])
            at += 4 + length
        # A chart inside a sheet is a substream of its own.
        depth += (kind == BEGIN) - (kind == END)
        if kind == END and depth <= 0:
            return
        if depth == 1:
            yield _Record(kind, data, tuple(more))


def _book(records: Iterator[_Record], name: str) -> _Book:
    book = _Book()
    for each in records:
        if each.kind == BEGIN and struct.unpack_from("<H", each.data)[0] != EIGHT:
            raise UsageError(f"{name} is older than Excel 97: open it in Excel and save it as .xlsx")
        if each.kind == ENCRYPTED:
            raise UsageError(f"{name} is protected by a password: save it without one")
        _learn(book, each)
    return book


def _learn(book: _Book, record: _Record) -> None:
    data = record.data
    if record.kind == BOUND_SHEET and data[5] == WORKSHEET:
        book.sheets.append((short_text(data, 6), struct.unpack_from("<I", data)[0]))
    elif record.kind == SHARED:
        count: int = struct.unpack_from("<I", data, 4)[0]
        book.texts = list(Texts((data[8:], *record.more)).read(count))
    elif record.kind == FORMAT:
        book.formats[struct.unpack_from("<H", data)[0]] = counted_text(data, 2)
    elif record.kind == STYLE:
        book.styles.append(struct.unpack_from("<H", data, 2)[0])
    elif record.kind == FROM_1904 and data[:1] == b"\x01":
        book.begin = dt.datetime(1904, 1, 1, tzinfo=dt.UTC)


def _cells(records: Iterator[_Record], book: _Book) -> Iterator[tuple[int, int, Value]]:
    awaited: tuple[int, int] | None = None
    for each in records:
        if each.kind == RESULT and awaited is not None:
            yield *awaited, counted_text(each.data, 0)
        awaited = None
        if each.kind == FORMULA and each.data[6] == 0 and each.data[12:14] == b"\xff\xff":
            awaited = struct.unpack_from("<HH", each.data)
        elif each.kind == PACKED_ROW:
            yield from _packed_row(each.data, book)
        elif each.kind in READERS:
            row, column, style = struct.unpack_from("<HHH", each.data)
            yield row, column, READERS[each.kind](each.data, style, book)


def _packed_row(data: bytes, book: _Book) -> Iterator[tuple[int, int, Value]]:
    row, column = struct.unpack_from("<HH", data)
    for at in range(4, len(data) - 2, 6):
        style, packed = struct.unpack_from("<Hi", data, at)
        yield row, column, book.value(_unpacked(packed), style)
        column += 1


def _unpacked(packed: int) -> float:
    """Return a number that is kept in 30 bits: a whole one or the first half of a fraction, or hundredths."""
    if packed & 2:
        number: float = packed >> 2
    else:
        number = struct.unpack("<d", struct.pack("<iI", 0, packed & 0xFFFFFFFC))[0]
    return number / 100 if packed & 1 else number


def _shared_label(data: bytes, _style: int, book: _Book) -> Value:
    return book.texts[struct.unpack_from("<I", data, 6)[0]]


def _label(data: bytes, _style: int, _book: _Book) -> Value:
    return counted_text(data, 6)


def _number(data: bytes, style: int, book: _Book) -> Value:
    return book.value(struct.unpack_from("<d", data, 6)[0], style)


def _packed(data: bytes, style: int, book: _Book) -> Value:
    return book.value(_unpacked(struct.unpack_from("<i", data, 6)[0]), style)


def _truth_or_error(data: bytes, _style: int, _book: _Book) -> Value:
    return _special(data[6], is_error=bool(data[7]))


def _formula(data: bytes, style: int, book: _Book) -> Value:
    """Return the result that was saved with a formula; a text stands in the record after it."""
    if data[12:14] != b"\xff\xff":
        return book.value(struct.unpack_from("<d", data, 6)[0], style)
    return None if data[6] == 3 else _special(data[8], is_error=data[6] == 2)


def _special(code: int, *, is_error: bool) -> Value:
    return ERRORS.get(code, "#N/A") if is_error else bool(code)


READERS = {
    SHARED_LABEL: _shared_label,
    LABEL: _label,
    RICH_LABEL: _label,
    NUMBER: _number,
    PACKED: _packed,
    TRUTH_OR_ERROR: _truth_or_error,
    FORMULA: _formula,
}


def _rows(cells: Iterator[tuple[int, int, Value]]) -> list[tuple[Value, ...]]:
    found: dict[int, dict[int, Value]] = {}
    for row, column, value in cells:
        found.setdefault(row, {})[column] = value
    return [_row(found.get(at, {})) for at in range(max(found, default=-1) + 1)]


def _row(cells: dict[int, Value]) -> tuple[Value, ...]:
    return tuple(cells.get(at) for at in range(max(cells, default=-1) + 1))
