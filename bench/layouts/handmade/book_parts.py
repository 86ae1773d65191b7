"""What people make in Excel besides plain cells: formulas with their last results, formats, old workbooks."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from decimal import Decimal

import xlwt
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bench.layouts.office import saved
from demo.make_exports import settled

Cells = Mapping[str, object]


def put(page: Worksheet, cells: Cells, formats: Mapping[str, str] | None = None) -> None:
    """Write values into cells by their names, and set how some of them are shown."""
    for name, value in cells.items():
        page[name].value = float(value) if isinstance(value, Decimal) else value
    for name, shown in (formats or {}).items():
        page[name].number_format = shown


def merged(page: Worksheet, *areas: str) -> None:
    """Merge areas of cells."""
    for each in areas:
        page.merge_cells(each)


def calculated(book: Workbook, formulas: Mapping[str, str], sheet: int = 1) -> bytes:
    """Return the workbook's bytes with formulas in cells whose values are kept as their last results."""
    stream = io.BytesIO()
    name = f"xl/worksheets/sheet{sheet}.xml"
    with (
        zipfile.ZipFile(io.BytesIO(saved(book))) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.namelist():
            data = old.read(each)
            new.writestr(each, _with(data.decode(), formulas).encode() if each == name else data)
    return settled(stream.getvalue())


def _with(markup: str, formulas: Mapping[str, str]) -> str:
    for cell, formula in formulas.items():
        markup, count = re.subn(rf'(<c r="{cell}"[^>]*>)(?=<v)', rf"\g<1><f>{formula}</f>", markup)
        if count != 1:
            raise ValueError(cell)
    return markup


def old_book(
    title: str, rows: Iterable[Mapping[int, object]], merges: Iterable[tuple[int, int, int, int]] = ()
) -> bytes:
    """Return a workbook of Excel 97: rows of values by column, merged areas as (row, row, column, column)."""
    book = xlwt.Workbook()
    page = book.add_sheet(title, cell_overwrite_ok=True)
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    money = xlwt.easyxf(num_format_str="#,##0.00")
    table = list(rows)
    for first, last, left, right in merges:
        page.merge(first, last, left, right)
    for at, row in enumerate(table):
        for column, value in row.items():
            if isinstance(value, dt.date):
                page.write(at, column, value, day)
            elif isinstance(value, Decimal):
                page.write(at, column, float(value), money)
            elif value is not None:
                page.write(at, column, value)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
