"""Customers' invoice profiles as a workbook, in the columns that are read back in."""

import io
from collections.abc import Mapping, Sequence

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from models.invoice_desk import KeptProfile
from models.invoice_sources import InvoiceProfile
from review.invoicing import profile_form
from review.invoicing.reply import harmless

HEADINGS: Mapping[str, Sequence[str]] = {
    "en": (
        "Customer number",
        "Customer name",
        "Invoice mode",
        "Cut-off day",
        "Invoice title",
        "Tax number",
        "Invoice type",
        "Acceptance required",
        "Hold until",
        "E-mail",
    ),
    "zh": (
        "客户编号",
        "客户名称",
        "开票模式",
        "每月截止日",
        "开票抬头",
        "税号",
        "发票类型",
        "需验收",
        "暂缓至",
        "收票邮箱",
    ),
}
"""Names of columns that imports know (`sap.invoice_list_columns`), so that the file can be taken in again."""
WIDTH = 24


def workbook(kept: Sequence[KeptProfile], lang: str) -> bytes:
    """Return profiles as a workbook: every cell a text, as it stands in the form."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for at, heading in enumerate(HEADINGS[lang], 1):
        page.cell(1, at, heading).font = Font(bold=True)
        page.column_dimensions[get_column_letter(at)].width = WIDTH
    for row, each in enumerate(kept, 2):
        for at, text in enumerate(_cells(each.profile), 1):
            cell = page.cell(row, at)
            assert isinstance(cell, ExcelCell), "no cell of a new sheet is merged"
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", harmless(text)) or None
            cell.number_format = "@"
    page.freeze_panes = "B2"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _cells(profile: InvoiceProfile) -> tuple[str, ...]:
    given = profile_form.values(profile)
    return (profile.customer_number, *(given[name] for name in profile_form.FIELDS))
