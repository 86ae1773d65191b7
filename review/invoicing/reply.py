"""The answer to an invoice list in its own workbook: the decisions stand in columns added at the right."""

import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import openpyxl
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.worksheet.worksheet import Worksheet

from models.invoicing import Answer, Decision
from review.invoicing import decisions, reply_sheet
from review.words import say, word
from sap import table
from sap.table import ZIP, Sheet

HEADINGS = ("decision", "reason", "group", "remark")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a text a formula where a program takes it for one (OWASP, CSV injection)."""


def answered(data: bytes, name: str, headers: Mapping[str, int], answer: Answer, lang: str) -> bytes:
    """Return a list as a workbook with its decisions: of an .xlsx all else stays as it is.

    `headers` holds the number of the header's row for each sheet that is part of the list.
    """
    added = dict(_added(headers, answer, lang))
    if data.startswith(ZIP):
        return reply_sheet.with_columns(data, added)
    return _rebuilt(table.read(data, name), added)


def _added(
    headers: Mapping[str, int], answer: Answer, lang: str
) -> Iterator[tuple[str, dict[int, list[str]]]]:
    """Yield for each sheet the texts to add, by row number."""
    headings = [word(lang, "invoice_column", each) for each in HEADINGS]
    for sheet, header in headers.items():
        rows = {header: headings}
        for each in answer.decisions:
            if each.row.sheet == sheet:
                rows[each.row.row] = [harmless(text) for text in _texts(each, lang)]
        yield sheet, rows


def _texts(decision: Decision, lang: str) -> list[str]:
    return [
        f"{decisions.decided(lang, decision)} ({decision.code})",
        decisions.reasons(lang, decision),
        decision.group or "",
        _remark(decision, lang),
    ]


def _remark(decision: Decision, lang: str) -> str:
    told = say(lang, "invoices.tell", tell=decisions.told(lang, decision))
    if decision.until is None:
        return told
    until = say(lang, "invoices.until", until=decision.until.isoformat())
    return say(lang, "sentence.semicolon").join((until, told))


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def _rebuilt(sheets: Sequence[Sheet], added: Mapping[str, Mapping[int, Sequence[str]]]) -> bytes:
    """Return a new workbook with the cells of a list that is no .xlsx, and the decisions."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, sheet in enumerate(sheets, 1):
        page = book.create_sheet(_title(sheet.name, number))
        right = max((len(row) for row in sheet.rows), default=0)
        for at, row in enumerate(sheet.rows, 1):
            _write(page, at, 1, row)
            _write(page, at, right + 1, added.get(sheet.name, {}).get(at, ()))
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _title(name: str, number: int) -> str:
    """Return a name that a sheet may have."""
    cleaned = "".join(" " if each in "[]:*?/\\" else each for each in name).strip("' ")
    return cleaned[:31] or f"Sheet{number}"


def _write(page: Worksheet, row: int, column: int, cells: Sequence[str | Decimal | dt.date]) -> None:
    for at, value in enumerate(cells, column):
        if value == "":
            continue
        cell = page.cell(row, at)
        assert isinstance(cell, ExcelCell), "no cell of a new sheet is merged"
        cell.value = (
            openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
        )
        if isinstance(value, str):
            cell.data_type = "s"  # a text that begins with = stays a text
            cell.style = "Normal"
