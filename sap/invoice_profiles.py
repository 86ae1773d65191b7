"""How customers want their invoices: a table that a company keeps itself."""

import re
from collections.abc import Set as AbstractSet
from decimal import Decimal

from extractors.fields.text import fold
from models.invoice_sources import Fault, InvoiceMode, InvoiceProfile, Listed
from sap import keys, selection, statuses
from sap.cells import Cells, UnreadableCellError, assert_framed
from sap.headers import Names
from sap.invoice_list_columns import PROFILES
from sap.layouts import Layout, shown
from sap.selection import Place, Question
from sap.table import Content

LAYOUT = Layout(
    PROFILES,
    required=(("customer_number",), ("mode",), ("title",), ("tax_number",)),
    decisive=("customer_number", "mode", "cutoff_day", "title", "tax_number", "invoice_type", "acceptance"),
    trusting=PROFILES,
)
MODES = {
    InvoiceMode.SINGLE: (
        "single;individual;each;per order;per delivery;one by one;none;单独;单独开票;逐单;逐单开票;单张;单票;"
        "按单;一单一票;按订单;不合并;单笔;逐笔"
    ),
    InvoiceMode.PER_PO: (
        "per_po;per po;by po;po;per purchase order;by purchase order;per contract;by contract;"
        "按合同;按合同合并;按采购订单;按客户订单;按po;按po合并;按合同开票;按采购订单合并;一合同一票"
    ),
    InvoiceMode.MONTHLY: (
        "monthly;month;per month;by month;consolidated monthly;monthly consolidated;"
        "按月;月结;月度;每月;按月合并;月度合并;按月开票;每月合并;月合并"
    ),
}
MODE_WORDS = {fold(word): mode for mode, words in MODES.items() for word in words.split(";")}
TYPES = {
    "special": (
        "special;special vat;special vat invoice;vat special;vat special invoice;专票;"
        "专用发票;增值税专用发票;增值税专票;电子专票;数电专票;专用;全电专票"
    ),
    "ordinary": (
        "ordinary;general;normal;ordinary vat invoice;ordinary vat;general vat invoice;普票;普通发票;"
        "增值税普通发票;增值税普票;电子普票;数电普票;普通;全电普票;commercial"
    ),
}
TYPE_WORDS = {fold(word): kind for kind, words in TYPES.items() for word in words.split(";")}
LAST_OF_MONTH = frozenset(
    map(fold, "月底;月末;最后一天;每月最后一天;end of month;eom;last;last day;month end".split(";"))
)
DAY = re.compile(r"(?:每月)?([0-9]{1,2})(?:[日号]|st|nd|rd|th|\.)?")
NOTHING = frozenset(
    ("-", "--", "/", "n/a", "none", "无", "待补", "待补充", "缺", "tbd", "?", "null", "待定", "未提供", "空")
)
"""What people write where there is nothing to write."""


def read(
    data: Content, name: str, wanted: AbstractSet[str] | None = None, also: Names | None = None
) -> Listed[InvoiceProfile]:
    """Return the profiles of customers.

    Raises:
        ColumnsNotUnderstoodError: Columns that are needed are not there, or can be read in two ways.
        UsageError: The file is no table.
    """
    chosen = selection.choose(data, name, LAYOUT, Question(("customer_number",), wanted), also=also)
    faults: list[Fault] = []
    rows = tuple(row for place in chosen.places if (row := _row(place, faults)) is not None)
    return chosen.listed(rows, faults)


def _row(place: Place, faults: list[Fault]) -> InvoiceProfile | None:
    number = keys.shown(place.cells.cell("customer_number"))
    try:
        assert_framed(place.cells)
        return _profile(place.cells, number)
    except UnreadableCellError as error:
        detail = error.detail or shown(place.cells.row)
        faults.append(Fault(place.row, error.reason, detail, place.sheet, (number,)))
        return None


def _profile(cells: Cells, number: str) -> InvoiceProfile:
    mode = _mode(cells)
    day = _day(cells)
    if mode is InvoiceMode.MONTHLY and day is None:
        raise UnreadableCellError("no_cutoff_day", "")
    kind = stated(cells, "invoice_type")
    return InvoiceProfile(
        customer_number=number,
        name=stated(cells, "customer"),
        mode=mode,
        cutoff_day=day,
        title=stated(cells, "title"),
        tax_number=stated(cells, "tax_number"),
        invoice_type=TYPE_WORDS.get(fold(kind), kind) if kind else None,
        acceptance=_acceptance(cells),
        hold_until=cells.date("hold_until") if stated(cells, "hold_until") else None,
        email=stated(cells, "email"),
    )


def stated(cells: Cells, name: str) -> str | None:
    """Return the text of a field, None where the cell is empty or says that there is nothing."""
    text = cells.text(name)
    return None if text is None or text.casefold() in NOTHING else text


def _mode(cells: Cells) -> InvoiceMode:
    text = stated(cells, "mode")
    found = MODE_WORDS.get(fold(text)) if text else InvoiceMode.SINGLE
    if found is None:
        raise UnreadableCellError("unreadable_mark", f"{cells.header.name('mode')} {text}")
    return found


def _day(cells: Cells) -> int | None:
    cell = cells.sound("cutoff_day")
    text = keys.plain(cell).strip()
    if isinstance(cell, Decimal):
        text = f"{cell:f}"
    if not text or text.casefold() in NOTHING:
        return None
    match = DAY.fullmatch(text)
    day = 31 if fold(text) in LAST_OF_MONTH else int(match[1]) if match else 0
    if not 1 <= day <= 31:
        raise UnreadableCellError("unreadable_number", f"{cells.header.name('cutoff_day')} {text}")
    return day


def _acceptance(cells: Cells) -> bool:
    said = statuses.yes_or_no(cells.text("acceptance"))
    if said is None:
        name = cells.header.name("acceptance")
        raise UnreadableCellError("unreadable_mark", f"{name} {cells.text('acceptance')}")
    return said
