"""Word files and workbooks, the same bytes every time."""

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from demo.make_exports import settled

THIN = Side(style="thin")


def word(font: str = "SimSun", size: float = 10.5) -> WordDocument:
    """Return an empty Word file whose text is set in a font."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = font, Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    return document


def fill_table(table: Table, rows: Iterable[Sequence[object]]) -> None:
    """Append rows to a table of Word; None is an empty cell."""
    for values in rows:
        row = table.add_row()  # type: ignore[no-untyped-call] # python-docx does not say
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = "" if value is None else str(value)


def saved(document: WordDocument | Workbook) -> bytes:
    """Return the bytes of a Word file or a workbook."""
    stream = io.BytesIO()
    document.save(stream)
    return settled(stream.getvalue())


def sheet(title: str) -> tuple[Workbook, Worksheet]:
    """Return a new workbook and its only sheet."""
    book = Workbook()
    first = book.worksheets[0]
    first.title = title
    return book, first


def write_row(
    sheet: Worksheet, row: int, values: Iterable[object], column: int = 1, *, framed: bool = False
) -> None:
    """Write values side by side, from `column` on."""
    for at, value in enumerate(values, column):
        cell = sheet.cell(row, at)
        # A workbook holds numbers as Excel keeps them, in binary.
        cell.value = float(value) if isinstance(value, Decimal) else value  # type: ignore[assignment] # what a cell may hold
        if framed:
            cell.border = Border(THIN, THIN, THIN, THIN)


def emphasise(sheet: Worksheet, area: str, size: float = 11, align: str = "center") -> None:
    """Set an area bold, merged where it is more than one cell."""
    first = area.partition(":")[0]
    if ":" in area:
        sheet.merge_cells(area)
    sheet[first].font = Font(bold=True, size=size)
    sheet[first].alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Set the widths of the columns."""
    for letter, width in zip("ABCDEFGHIJKLMNOPQRST", widths, strict=False):
        sheet.column_dimensions[letter].width = width
