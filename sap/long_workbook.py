"""Long spreadsheets of plain values, as exporters write them, read by a fast library.

It is only asked where it says the same as the thorough way: a workbook with formulas or errors goes the
other way, since the fast library gives an error as an empty cell. It keeps room for every cell between
the first and the last one that is used, and a file that names a cell far out would take all memory: such
a file goes the other way too.
"""

import io
import re
import typing
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import python_calamine
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum

from models.errors import UsageError

LONG = 10_000_000
"""Bytes of all sheets from which on the time matters."""
MOST = 4_000_000_000
"""Bytes of all sheets that are unpacked at all."""
SHEETS = "xl/worksheets/"
FORMULA = re.compile(rb"<f[ />]")
OTHERWISE = (b":f>", b":f ", b":f/", b't="e"', b'r="AAA')
"""What a formula with a prefix, an error, or a column beyond ZZ looks like once it is `ALIKE`."""
ALIKE = bytes(ord("A") if 65 <= each <= 90 else ord('"') if each == 39 else each for each in range(256))
"""Makes one of all capitals and of both quotation marks: plain search is ten times as fast as a pattern."""
PIECE, OVERLAP = 4_000_000, 200


@dataclass(frozen=True, slots=True)
class LongSheet:
    """A sheet that is gone through row by row, the empty rows and columns before its cells included."""

    name: str
    sheet: CalamineSheet

    def rows(self) -> Iterator[Sequence[object]]:
        """Yield the rows; an empty cell is an empty text."""
        before = [""] * self.sheet.start[1] if self.sheet.start else []
        rows = typing.cast("Iterator[list[object]]", self.sheet.iter_rows())
        return (before + row for row in rows) if before else rows


def is_long(data: bytes) -> bool:
    """Tell whether a workbook is long and holds nothing but plain values."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sheets = [each for each in archive.infolist() if each.filename.startswith(SHEETS)]
            if not LONG <= sum(each.file_size for each in sheets) <= MOST:
                return False
            return not any(_holds_other(archive, each) for each in sheets)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError, OSError):
        return False  # the thorough way says what is wrong


def sheets(data: bytes, name: str) -> tuple[LongSheet, ...]:
    """Return the sheets of a workbook that is long.

    Raises:
        UsageError: It is damaged; the text says what to do.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        plain = [each.name for each in book.sheets_metadata if each.typ is SheetTypeEnum.WorkSheet]
        return tuple(LongSheet(each, book.get_sheet_by_name(each)) for each in plain)
    except python_calamine.CalamineError as error:
        message = f"{name} cannot be read as a spreadsheet ({error}): open it in Excel and save it as .xlsx"
        raise UsageError(message) from error


def _holds_other(archive: zipfile.ZipFile, sheet: zipfile.ZipInfo) -> bool:
    with archive.open(sheet) as file:
        kept = b""
        while piece := file.read(PIECE):
            if _is_other(kept + piece):
                return True
            kept = piece[-OVERLAP:]
    return False


def _is_other(piece: bytes) -> bool:
    if FORMULA.search(piece):
        return True
    alike = piece.translate(ALIKE)
    return any(each in alike for each in OTHERWISE)
