"""What the sheets of an old Excel workbook share: texts, looks, the calendar, and where each sheet begins."""

import datetime as dt
import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from extractors.readers import compound_file, number_format
from extractors.readers.biff_records import DAMAGE, EIGHT, FIVE, Dialect, Record, charset, records, version
from extractors.readers.biff_styles import Styles
from extractors.readers.biff_texts import SharedText, SharedTexts
from extractors.readers.sheet_styles import Look
from models.errors import ErrorCode, Unreadable

BOUND_SHEET, SHARED, FORMAT, STYLE, FONT, PALETTE = 0x85, 0xFC, 0x41E, 0xE0, 0x31, 0x92
ENCRYPTED, FROM_1904, CODE_PAGE = 0x2F, 0x22, 0x42
STREAMS = ("Workbook", "Book")
"""The names of the stream in BIFF8 and BIFF5; a file for both programs has both."""
WORKSHEET = 0


@dataclass(frozen=True, slots=True)
class Bound:
    """A worksheet: its name, where it begins in the stream, and whether Excel shows it."""

    title: str
    at: int
    hidden: bool


@dataclass(slots=True)
class Book:
    """A workbook; `first_day` is day 0 of its calendar."""

    stream: bytes
    dialect: Dialect
    texts: Sequence[SharedText] = ()
    styles: Styles = field(default_factory=Styles)
    sheets: list[Bound] = field(default_factory=list)
    first_day: dt.date = dt.date(1899, 12, 30)
    looks: tuple[Look, ...] = ()


def open_book(data: bytes) -> Book:
    """Return an old Excel workbook, its sheets not yet read.

    Raises:
        Unreadable: It is damaged, protected by a password, or older than Excel 5.
    """
    stream = _stream(data)
    if version(stream) not in {EIGHT, FIVE}:
        raise Unreadable(
            ErrorCode.UNSUPPORTED,
            "This Excel file is older than Excel 5. Open it in Excel and save it as .xlsx.",
        )
    book = Book(stream, Dialect(version(stream)))
    try:
        for record in records(stream, 0):
            if record.kind in LEARNED:
                LEARNED[record.kind](book, record)
    except DAMAGE as broken:
        raise damaged(broken) from None
    book.looks = book.styles.looks()
    return book


def damaged(broken: Exception) -> Unreadable:
    """Return the refusal of a workbook whose records are shorter than they must be."""
    return Unreadable(
        ErrorCode.DAMAGED, f"The workbook is damaged ({broken}). Ask the sender to send it again."
    )


def _stream(data: bytes) -> bytes:
    """Return the records of a workbook: a stream of a compound file, or the file itself."""
    if version(data):
        return data
    root = compound_file.open_compound(data)
    found = (root.stream(name) for name in STREAMS)
    return next((each for each in found if each is not None), b"")


def _add_sheet(book: Book, record: Record) -> None:
    at, state, kind = struct.unpack_from("<IBB", record.data)
    if kind == WORKSHEET:
        book.sheets.append(Bound(book.dialect.short(record.data, 6), at, hidden=bool(state & 3)))


def _set_texts(book: Book, record: Record) -> None:
    count: int = struct.unpack_from("<I", record.data, 4)[0]
    book.texts = list(SharedTexts((record.data[8:], *record.more)).read(count))
    if len(book.texts) < count:
        raise IndexError(f"{count - len(book.texts)} texts are missing")


def _refuse(_: Book, __: Record) -> None:
    raise Unreadable(ErrorCode.ENCRYPTED, "The workbook has a password. Ask the sender for an open copy.")


def _set_charset(book: Book, record: Record) -> None:
    number: int = struct.unpack_from("<H", record.data)[0]
    book.dialect = Dialect(book.dialect.version, charset(number))


def _set_calendar(book: Book, record: Record) -> None:
    book.first_day = number_format.calendar(since_1904=record.data[:1] == b"\x01")


LEARNED: Mapping[int, Callable[[Book, Record], None]] = {
    BOUND_SHEET: _add_sheet,
    SHARED: _set_texts,
    ENCRYPTED: _refuse,
    CODE_PAGE: _set_charset,
    FROM_1904: _set_calendar,
    FONT: lambda book, record: book.styles.add_font(record.data),
    FORMAT: lambda book, record: book.styles.add_format(record.data, book.dialect),
    STYLE: lambda book, record: book.styles.add_style(record.data, book.dialect),
    PALETTE: lambda book, record: book.styles.set_palette(record.data),
}
"""What is learned from which record."""
