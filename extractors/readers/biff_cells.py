"""The cells of an old Excel workbook as values ([MS-XLS] 2.4): what is stored, not what is shown."""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from extractors.readers.biff_book import Book, Bound, damaged
from extractors.readers.biff_records import DAMAGE, EIGHT, Record, records
from extractors.readers.biff_texts import SharedText
from models.errors import ErrorCode, Unreadable

LABEL, SHARED_LABEL, RICH_LABEL, NUMBER, PACKED, PACKED_ROW = 0x204, 0xFD, 0xD6, 0x203, 0x27E, 0xBD
FORMULAS, RESULT, TRUTH_OR_ERROR = frozenset({0x06, 0x206, 0x406}), 0x207, 0x205
BETWEEN = frozenset({0x4BC, 0x221, 0x236})
"""What may stand between a formula and its text: a shared formula, an array, a table."""
ROW, COLUMNS, MERGED, OBJECT, TEXT_BOX = 0x208, 0x7D, 0xE5, 0x5D, 0x1B6
HIDDEN_ROW, HIDDEN_COLUMN = 0x20, 0x01
TO_CALCULATE = 3
"""Flags of a formula whose value is to be computed when the file is opened."""
NO_NUMBER = b"\xff\xff"
"""In the place of a number's exponent: the result of a formula is something else."""
TEXT_RESULT, _, ERROR_RESULT, BLANK_RESULT = range(4)
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
PICTURE, NOTE = 0x08, 0x19
NOTE_OF_CELL, NOTED = 0x1C, 8
MOST = 1_000_000
"""Cells with content, of all sheets together."""


@dataclass(frozen=True, slots=True)
class Uncalculated:
    """A formula without a value, as programs write it that are not Excel."""


Value = SharedText | Decimal | bool | Uncalculated


@dataclass(frozen=True, slots=True)
class OldCell:
    """A cell with content; rows and columns count from 0. `look` is the number of its style."""

    row: int
    column: int
    value: Value
    look: int


@dataclass(slots=True)
class OldSheet:
    """A sheet: its cells in the order of the file, and what is merged, hidden or drawn over them.

    `merged` are first row, last row, first column, last column; `texts` those of text boxes; `blank` the
    formulas that have no value or an empty text, `computed` tells whether any has another one.
    """

    cells: list[OldCell] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    pictures: int = 0
    blank: list[OldCell] = field(default_factory=list)
    computed: bool = False
    drawn: int | None = None
    number: int = 0
    said: dict[int, str] = field(default_factory=dict)
    noted: dict[tuple[int, int], int] = field(default_factory=dict)
    awaited: OldCell | None = None
    ended: bool = False


def sheets(book: Book) -> list[tuple[Bound, OldSheet]]:
    """Return the sheets with their content; one that is listed twice is read once.

    Raises:
        Unreadable: One is damaged, cut off, or larger than any sheet of Excel.
    """
    found: list[tuple[Bound, OldSheet]] = []
    seen: set[int] = set()
    count = 0
    for bound in book.sheets:
        if bound.at not in seen:
            seen.add(bound.at)
            found.append((bound, _sheet(book, bound)))
            count += len(found[-1][1].cells)
        if count > MOST:
            raise _too_many()
    # Excel computes before it saves; where every formula is blank, another program wrote them without.
    if not any(sheet.computed for _, sheet in found):
        for _, sheet in found:
            sheet.cells += sheet.blank
    return found


def _sheet(book: Book, bound: Bound) -> OldSheet:
    found = OldSheet()
    try:
        for record in records(book.stream, bound.at):
            _take(found, record, book)
    except DAMAGE as broken:
        raise damaged(broken) from None
    if not found.ended:
        raise damaged(EOFError(f"the sheet {bound.title} has no end"))
    return found


def _take(found: OldSheet, record: Record, book: Book) -> None:
    if found.awaited is not None and record.kind not in BETWEEN:
        _settle(found, record, book)
    if record.kind == PACKED_ROW:
        found.cells += _packed_row(record.data)
    elif record.kind in FORMULAS:
        _formula(found, record.data)
    elif record.kind in VALUES:
        row, column, look = struct.unpack_from("<HHH", record.data)
        found.cells.append(OldCell(row, column, VALUES[record.kind](record.data, book), look))
    elif record.kind in BESIDE:
        BESIDE[record.kind](found, record)
    if len(found.cells) > MOST:
        raise _too_many()


def _too_many() -> Unreadable:
    return Unreadable(
        ErrorCode.TOO_LARGE, f"The workbook has more than {MOST} cells. Ask the sender for the order alone."
    )


def _settle(found: OldSheet, record: Record, book: Book) -> None:
    """Put the text of a formula, which stands in a record after it, into its cell."""
    cell, found.awaited = found.awaited, None
    if cell is not None and record.kind == RESULT:
        text = SharedText(_long(record, book))
        found.cells.append(OldCell(cell.row, cell.column, text, cell.look))
    elif cell is not None:
        found.cells.append(cell)


def _long(record: Record, book: Book) -> str:
    """Return a text that may go on in records of continuation."""
    if not record.more or book.dialect.version != EIGHT:
        return book.dialect.counted(b"".join((record.data, *record.more)), 0)
    wide = record.data[2] & 1
    pieces = [(wide, record.data[3:]), *((each[0] & 1, each[1:]) for each in record.more if each)]
    return "".join(each.decode("utf-16-le" if is_wide else "latin-1", "replace") for is_wide, each in pieces)


def _packed_row(data: bytes) -> Iterator[OldCell]:
    row, column = struct.unpack_from("<HH", data)
    for at in range(4, len(data) - 7, 6):
        look, packed = struct.unpack_from("<Hi", data, at)
        yield OldCell(row, column, _unpacked(packed), look)
        column += 1


def _unpacked(packed: int) -> Decimal:
    """Return a number that is kept in 30 bits: a whole one or the first half of a fraction, or hundredths."""
    number: Decimal
    if packed & 2:
        number = Decimal(packed >> 2)
    else:
        number = _exact(struct.unpack("<d", struct.pack("<iI", 0, packed & 0xFFFFFFFC))[0])
    return number / 100 if packed & 1 else number


def _exact(number: float) -> Decimal:
    """Return a number as it was typed: the shortest one that means the same binary fraction."""
    return Decimal(repr(number))


def _formula(found: OldSheet, data: bytes) -> None:
    """Take the value that was saved with a formula; a text stands in the record after it."""
    row, column, look = struct.unpack_from("<HHH", data)
    flags = struct.unpack_from("<H", data, 14)[0]
    is_text = data[12:14] == NO_NUMBER and data[6] == TEXT_RESULT
    value = None if is_text else _result(data)
    if flags & TO_CALCULATE and not value:
        value = Uncalculated()
    cell = OldCell(row, column, Uncalculated() if value is None else value, look)
    found.computed |= is_text or not isinstance(cell.value, Uncalculated)
    if is_text:
        found.awaited = cell
    else:
        (found.blank if value is None else found.cells).append(cell)


def _result(data: bytes) -> Value | None:
    if data[12:14] != NO_NUMBER:
        return _exact(struct.unpack_from("<d", data, 6)[0])
    if data[6] == BLANK_RESULT:
        return None
    return _special(data[8], is_error=data[6] == ERROR_RESULT)


def _special(code: int, *, is_error: bool) -> Value:
    return SharedText(ERRORS.get(code, "#N/A")) if is_error else bool(code)


def _shared_label(data: bytes, book: Book) -> Value:
    number: int = struct.unpack_from("<I", data, 6)[0]
    return book.texts[number]


def _label(data: bytes, book: Book) -> Value:
    return SharedText(book.dialect.counted(data, 6))


def _number(data: bytes, _: Book) -> Value:
    return _exact(struct.unpack_from("<d", data, 6)[0])


def _packed(data: bytes, _: Book) -> Value:
    return _unpacked(struct.unpack_from("<i", data, 6)[0])


def _truth_or_error(data: bytes, _: Book) -> Value:
    return _special(data[6], is_error=bool(data[7]))


VALUES: Mapping[int, Callable[[bytes, Book], Value]] = {
    SHARED_LABEL: _shared_label,
    LABEL: _label,
    RICH_LABEL: _label,
    NUMBER: _number,
    PACKED: _packed,
    TRUTH_OR_ERROR: _truth_or_error,
}


def _row(found: OldSheet, record: Record) -> None:
    row, _, _, height = struct.unpack_from("<HHHH", record.data)
    if struct.unpack_from("<H", record.data, 12)[0] & HIDDEN_ROW or height & 0x7FFF == 0:
        found.hidden_rows.add(row)


def _columns(found: OldSheet, record: Record) -> None:
    first, last, width, _, options = struct.unpack_from("<HHHHH", record.data)
    if options & HIDDEN_COLUMN or width == 0:
        found.hidden_columns.append(range(first, last + 1))


def _merged(found: OldSheet, record: Record) -> None:
    for at in range(struct.unpack_from("<H", record.data)[0]):
        found.merged.append(struct.unpack_from("<HHHH", record.data, 2 + 8 * at))


def _object(found: OldSheet, record: Record) -> None:
    """Note what is drawn over the cells; its text, where it has one, stands in the next record."""
    if record.data[:2] == b"\x15\0":
        found.drawn, found.number = struct.unpack_from("<HH", record.data, 4)
        found.pictures += found.drawn == PICTURE


def _text_box(found: OldSheet, record: Record) -> None:
    length = struct.unpack_from("<H", record.data, 10)[0]
    if length and record.more:
        flags, content = record.more[0][0], record.more[0][1:]
        text = content.decode("utf-16-le" if flags & 1 else "latin-1", "replace")
        if found.drawn == NOTE:
            found.said[found.number] = text[:length]
        else:
            found.texts.append(text[:length])


def _note(found: OldSheet, record: Record) -> None:
    """Note which cell the text of a note is about ([MS-XLS] 2.4.179); in Excel 95 it has no such number."""
    if len(record.data) >= NOTED:
        row, column, _, number = struct.unpack_from("<HHHH", record.data)
        found.noted[row, column] = number


def _end(found: OldSheet, _: Record) -> None:
    found.ended = True


BESIDE: Mapping[int, Callable[[OldSheet, Record], None]] = {
    ROW: _row,
    COLUMNS: _columns,
    MERGED: _merged,
    OBJECT: _object,
    TEXT_BOX: _text_box,
    NOTE_OF_CELL: _note,
    0x0A: _end,
}
