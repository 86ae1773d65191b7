"""Exports as rows of cells, whatever file they came in: a spreadsheet, a web page, text with delimiters."""

import datetime as dt
import io
import typing
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from xml.etree.ElementTree import ParseError

from extractors.readers.identify import identify
from models.errors import UsageError
from models.page import FileFormat
from sap import blocks, delimited, long_workbook, markup, old_workbook
from sap.blocks import Block, RawRow
from sap.delimited import CutOffError

Cell = str | Decimal | dt.date
"""A text, or what a spreadsheet itself knows to be a number or a date; an empty text where empty."""

Row = tuple[Cell, ...]

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
MOST_COLUMNS = 500
BLANK_ROWS_AT_END = 1000
BLANK_BYTES = 4096
IDENTIFIED = 1_000_000
"""Bytes at the beginning of a long text that tell what it is."""
PRECISE_DIGITS = 15
"""Spreadsheets keep numbers in 64 bits: a longer number in a number cell has lost its last digits."""
PRECISION = "#PRECISION"
"""How such a number is marked."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet, empty ones included, so that row numbers are those that people see."""

    name: str
    rows: Sequence[Row]


def read(data: bytes, name: str, *, uncalculated: str | None = None) -> tuple[Sheet, ...]:
    """Return the sheets of an export; text files have one. Its content tells what it is, not its name.

    A formula without a value, which only programs other than Excel leave, is refused, or read as the
    error `uncalculated`.

    Raises:
        UsageError: The file is none of these; the text says what to do.
    """
    if data.startswith(ZIP):
        return tuple(_spreadsheet(data, name, uncalculated))
    if data.startswith(OLE):
        return tuple(
            Sheet(title, [tuple(map(cell, row)) for row in rows])
            for title, rows in old_workbook.sheets(data, name, uncalculated)
        )
    _assert_filled(data, name)
    try:
        if identify(data) in {FileFormat.HTML, FileFormat.MAIL}:
            return tuple(Sheet(name, rows) for rows in markup.sheets(data))
        return (Sheet(name, delimited.rows(data)),)
    except CutOffError:
        raise _cut_off(name) from None


def _cut_off(name: str) -> UsageError:
    return UsageError(
        f"{name} ends in the middle of a row: export the list again, and take it when it is whole"
    )


def _assert_filled(data: bytes, name: str) -> None:
    if not data[:BLANK_BYTES].strip(b"\xff\xfe\xef\xbb\xbf\x00 \r\n\t") and not data.strip(
        b"\xff\xfe\xef\xbb\xbf\x00 \r\n\t"
    ):
        raise UsageError(f"{name} is empty: export the list again")


AS_CELLS, AS_IT_IS, AS_TEXT = "cells", "as_it_is", "text"
"""How a raw row becomes one of cells: as a spreadsheet's, not at all, or as text, the delimiter behind it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A sheet that is gone through as often as asked, row by row: long ones are not kept.

    `rows` yields rows as they come, `how` says how one of them becomes a row of cells. Text in raw rows may
    have blanks around it. `packed` yields the same rows in blocks where a column is got without the others.
    """

    name: str
    rows: Callable[[], Iterator[RawRow]]
    how: str = AS_IT_IS
    packed: Callable[[], Iterator[Block]] | None = None

    def clean(self, row: RawRow) -> Row:
        """Return a raw row as cells."""
        return self.cleaning()(row)

    def cleaning(self) -> Callable[[RawRow], Row]:
        """Return what makes raw rows rows of cells."""
        if self.how == AS_CELLS:
            return _cleaned
        if self.how == AS_IT_IS:
            return _as_it_is
        return partial(delimited.cleaned, delimiter=self.how.removeprefix(AS_TEXT))

    def blocks(self) -> Iterator[Block]:
        """Yield the rows in blocks."""
        return self.packed() if self.packed is not None else blocks.of_rows(self.rows())


@dataclass(frozen=True, slots=True)
class Scanned:
    """An export that was opened already, to be gone through several times: opening long ones takes long."""

    sources: tuple[Source, ...]


Content = bytes | Scanned
"""What exports are read from."""


def scanned(data: bytes, name: str) -> Scanned:
    """Return an export that is opened once, like `scan`.

    Raises:
        UsageError: The file is none of these; the text says what to do.
    """
    return Scanned(scan(data, name))


def scan(data: Content, name: str) -> tuple[Source, ...]:
    """Return the sheets of an export to go through; otherwise like `read`.

    Raises:
        UsageError: The file is none of these; the text says what to do.
    """
    if isinstance(data, Scanned):
        return data.sources
    if not data.startswith((ZIP, OLE)):
        _assert_filled(data, name)
        if identify(data[:IDENTIFIED]) not in {FileFormat.HTML, FileFormat.MAIL}:
            try:
                lines = delimited.open_text(data)
            except CutOffError:
                raise _cut_off(name) from None
            how = AS_TEXT + lines.delimiter if isinstance(lines, delimited.Lines) else AS_IT_IS
            return (Source(name, lines.rows, how),)
    if data.startswith(ZIP) and long_workbook.is_long(data):
        return tuple(Source(each.name, each.rows, AS_CELLS) for each in long_workbook.sheets(data, name))
    return tuple(_kept(sheet) for sheet in read(data, name))


def _kept(sheet: Sheet) -> Source:
    return Source(sheet.name, lambda: iter(sheet.rows))


def _cleaned(row: RawRow) -> Row:
    return tuple([cell(value) for value in row[:MOST_COLUMNS]])


def _as_it_is(row: RawRow) -> Row:
    return typing.cast("Row", row)


def _spreadsheet(data: bytes, name: str, uncalculated: str | None) -> Iterator[Sheet]:
    import openpyxl  # noqa: PLC0415 - text is read by most commands, and without it
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        formulas = _formulas(data)
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # exporters declare wrong ones
            values: Iterator[tuple[object, ...]] = sheet.iter_rows(values_only=True)
            if sheet.title in formulas:
                values = _calculated(values, formulas[sheet.title], name, uncalculated)
            yield Sheet(sheet.title, _rows(values, name))
        book.close()
    except (zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError) as error:
        raise UsageError(
            f"{name} cannot be read as a spreadsheet ({error}): open it in Excel and save it as .xlsx"
        ) from error


def _formulas(data: bytes) -> dict[str, Iterator[tuple[object, ...]]]:
    """Return the rows with formulas instead of values, for the workbooks that have any."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [each for each in archive.namelist() if each.startswith("xl/worksheets/")]
        if not any(b"<f" in archive.read(each) for each in sheets):
            return {}
    import openpyxl  # noqa: PLC0415 - see above

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()
    return {sheet.title: sheet.iter_rows(values_only=True) for sheet in book.worksheets}


def _rows(values: Iterator[tuple[object, ...]], name: str) -> list[Row]:
    rows: list[Row] = []
    blank = 0
    for number, each in enumerate(values, 1):
        row = tuple(cell(value) for value in each[:MOST_COLUMNS])
        blank = blank + 1 if not any(row) else 0
        rows.append(row)
        if blank > BLANK_ROWS_AT_END:  # a stray mark in the sheet's last row makes a million of them
            _assert_at_end(values, number, name)
            break
    return rows


def _assert_at_end(values: Iterator[tuple[object, ...]], number: int, name: str) -> None:
    if any(sum(value is not None for value in each) > 1 for each in values):
        raise UsageError(
            f"{name}: more rows follow the {BLANK_ROWS_AT_END} empty ones up to row {number}:"
            " delete the empty rows"
        )


def _calculated(
    values: Iterator[tuple[object, ...]],
    formulas: Iterator[tuple[object, ...]],
    name: str,
    uncalculated: str | None,
) -> Iterator[tuple[object, ...]]:
    """Yield rows of values, formulas without one refused or marked."""
    for number, each in enumerate(values, 1):
        row = list(each)
        for at, formula in enumerate(next(formulas, ())[: len(row)]):
            if row[at] is None and isinstance(formula, str) and formula.startswith("="):
                row[at] = uncalculated
                if uncalculated is None:
                    raise UsageError(
                        f"{name}, row {number}: the formula {formula} has no value:"
                        " open the file in Excel and save it"
                    )
        yield tuple(row)


def cell(value: object) -> Cell:
    """Return what a spreadsheet keeps in a cell as a cell of ours."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "X" if value else ""
    if isinstance(value, int | float | Decimal):
        return _number(value)
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else str(value).strip()


def _number(value: float | Decimal) -> Cell:
    # What stands behind the digits that are precise is noise of binary fractions: 0.1 + 0.2 is 0.3.
    number = Decimal(value if isinstance(value, int) else f"{value:.{PRECISE_DIGITS}g}")
    if number.adjusted() >= PRECISE_DIGITS:
        return f"{PRECISION} {number:f}"
    return number
