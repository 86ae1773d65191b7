"""Lists of quotations as workbooks and web pages, with more to be seen in them than their values."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from sap.quoting.quotations import read

NAMES = "Quotation Item Material Description Qty SU Price Value Curr Delivery".split()
ROWS = (
    ("20017731", 10, "A1", "Seal", 4, "PC", 320.0, 1280.0, "EUR", dt.date(2026, 12, 11)),
    ("20017731", 20, "A2", "Sleeve", 10, "PC", 65.0, 650.0, "EUR", dt.date(2026, 12, 11)),
)
Told = list[tuple[str, str | None, str | None]]


def told(data: bytes, name: str) -> Told:
    """Return the flaws of the quotation in a list: why, of what, of which item."""
    found = read(data, name).quotations[0]
    assert len(found.items) == len(ROWS)
    return [(each.reason, each.field, each.item) for each in found.flaws]


def in_book(change: Callable[[Workbook, Worksheet], object]) -> Told:
    """Return what is told of a workbook that is changed before; item 20 stands in row 3."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (NAMES, *ROWS):
        sheet.append(list(row))
    change(book, sheet)
    file = io.BytesIO()
    book.save(file)
    return told(file.getvalue(), "list.xlsx")


def with_part(name: str, content: str) -> bytes:
    """Return the list as a workbook with one more part in its file."""
    book = openpyxl.Workbook()
    for row in (NAMES, *ROWS):
        book.worksheets[0].append(list(row))
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file, "a") as opened:
        opened.writestr(name, content)
    return file.getvalue()


def on_page(style: str = "", row: str = "", price: str = "65.0", before: str = "", after: str = "") -> Told:
    """Return what is told of a web page; `row` are attributes of item 20's row."""
    rows = [list(map(str, each)) for each in (NAMES, *ROWS)]
    rows[2][6] = price
    cells = ["".join(f"<td>{cell}</td>" for cell in each) for each in rows]
    table = f"<table><tr>{cells[0]}</tr><tr>{cells[1]}</tr><tr {row}>{cells[2]}</tr></table>"
    head = f"<head><meta charset=utf-8><title>x</title><style>{style}</style></head>"
    return told(f"<html>{head}<body>{before}{table}{after}</body></html>".encode(), "list.xls")
