"""The quotations as a list exported from SAP with Chinese log-on: leading zeros, texts as numbers, totals."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from demo.make_notation import comma
from demo.make_values import Offer, OfferItem

HEADERS = (
    *("销售凭证", "项目", "凭证日期", "有效截止日期", "售达方", "名称 1", "物料", "旧物料号(LPN)"),
    *("客户物料", "图号", "描述", "订单数量", "SU", "净价", "每", "CUn", "净值", "货币", "税率", "交货周期"),
    *("国际贸易条款", "付款条件", "拒绝原因"),
)
STAMP = (2026, 11, 20, 8, 0, 0)


def sap_list(offers: Iterable[Offer]) -> bytes:
    """Return the list as an XLSX file."""
    offers = list(offers)
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Sheet1"
    sheet.append(HEADERS)
    for offer in offers:
        for item in offer.items:
            sheet.append(_row(offer, item))
    for row in _totals(offers):
        sheet.append(row)
    _dress(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return settled(stream.getvalue())


def settled(office_file: bytes) -> bytes:
    """Return a zipped Office file with fixed times, so that making it twice gives the same bytes."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(office_file)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                day = dt.datetime(*STAMP, tzinfo=dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
                data = re.sub(rb"(<dcterms:\w+ [^>]*>)[^<]*", rb"\g<1>" + day, data)
            new.writestr(zipfile.ZipInfo(name, STAMP), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _row(offer: Offer, item: OfferItem) -> list[object]:
    return [
        offer.number.zfill(10),
        item.item.zfill(6),
        offer.date,
        offer.valid_to,
        offer.customer_number.zfill(10),
        offer.customer_local,
        item.gpn.zfill(18) if item.gpn.isdigit() else item.gpn,
        item.lpn,
        item.customer_part,
        item.drawing,
        item.text,
        comma(item.quantity, 3),
        item.unit,
        comma(item.price),
        item.per,
        item.unit,
        comma(_value(item)),
        offer.currency,
        f"{offer.tax_rate}.00",
        offer.lead_time,
        offer.incoterms,
        offer.payment_terms,
        item.rejected,
    ]


def _value(item: OfferItem) -> Decimal:
    return item.quantity * item.price / item.per


def _totals(offers: list[Offer]) -> Iterator[list[object]]:
    """Yield a row per currency as SAP adds them: an asterisk, the sum, nothing else."""
    for currency in sorted({each.currency for each in offers}):
        total = sum(_value(item) for each in offers if each.currency == currency for item in each.items)
        row: list[object] = [None] * len(HEADERS)
        row[0], row[HEADERS.index("净值")], row[HEADERS.index("货币")] = "*", comma(Decimal(total)), currency
        yield row


def _dress(sheet: Worksheet) -> None:
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in sheet.iter_rows(min_row=2, min_col=3, max_col=4):
        for cell in row:
            cell.number_format = "yyyy-mm-dd"
    sheet.freeze_panes = "A2"
