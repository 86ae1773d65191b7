"""The files that finance and SAP write their lists into, for the made-up ones of `tests/reconcile`."""

import csv
import datetime as dt
import io
from decimal import Decimal

import openpyxl
import xlwt

PAGE = 40
"""After so many rows an unconverted list has a new page, with its header again."""
Cell = str | Decimal | dt.date | int | None
Table = list[list[Cell]]


def contained(table: Table, file: str, notation: str) -> tuple[str, bytes]:
    if file == "xlsx":
        return "file.xlsx", workbook(table)
    if file == "xls":
        return "file.xls", old_workbook(table)
    cells = [[printed(each, notation) for each in row] for row in table]
    if file == "list":
        lines = ["|" + "|".join(f" {each:<12} " for each in row) + "|" for row in cells]
        rule = "-" * len(lines[0])
        pages = [
            ["Dynamic List Display", "", rule, lines[0], rule, *lines[at : at + PAGE], rule]
            for at in range(1, max(2, len(lines)), PAGE)
        ]
        return "file.txt", "\r\n".join(each for page in pages for each in page).encode()
    held = io.StringIO()
    delimiter = {"csv": ",", "gbk": ";", "utf16": "\t"}[file]
    csv.writer(held, delimiter=delimiter, lineterminator="\r\n").writerows(cells)
    encoding = {"csv": "utf-8", "gbk": "gb18030", "utf16": "utf-16"}[file]
    return {"utf16": "file.xls"}.get(file, "file.csv"), held.getvalue().encode(encoding)


def printed(cell: Cell, notation: str) -> str:
    if isinstance(cell, dt.date):
        return cell.isoformat() if notation == "point" else f"{cell:%d.%m.%Y}"
    if not isinstance(cell, Decimal):
        return "" if cell is None else str(cell)
    text = f"{abs(cell):,f}"
    if notation != "point":
        text = text.replace(",", "_").replace(".", ",").replace("_", "." if notation == "comma" else " ")
    return f"{text}-" if cell < 0 else text


def workbook(table: Table) -> bytes:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for row in table:
        page.append(list(row))
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def old_workbook(table: Table) -> bytes:
    """Return a workbook of Excel 97 to 2003: numbers as numbers, days as days."""
    book = xlwt.Workbook()
    page = book.add_sheet("Sheet1")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for at, row in enumerate(table):
        for place, cell in enumerate(row):
            if isinstance(cell, dt.date):
                page.write(at, place, cell, day)
            elif cell is not None:
                page.write(at, place, float(cell) if isinstance(cell, Decimal) else cell)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()
