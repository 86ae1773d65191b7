"""A desk of invoice lists with two lists of this week, for the tests of its pages."""

import datetime as dt

from invoicing_memory import InvoiceDesk
from invoicing_orders import AS_OF, CARRIED, NOW, PROFILES, WEEK, decided

from models.invoice_desk import (
    AnsweredList,
    ExportKind,
    ExportSnapshot,
    ExportStanding,
    Hold,
    ListSummary,
    RowState,
    Stale,
    Week,
)
from models.invoicing import (
    Code,
    Teller,
)
from models.snapshot import SnapshotState, SnapshotWhy
from review.invoicing import notice_mails


def export(
    number: int, kind: ExportKind, count: int, state: SnapshotState = SnapshotState.USED
) -> ExportStanding:
    """Return an export of two hours ago; an older one for deliveries."""
    days = 3 if kind is ExportKind.DELIVERIES else 0
    columns = {"Sales Document": "sales_document", "Order Quantity": "quantity", "Net Price": "net_price"}
    snapshot = ExportSnapshot(
        number,
        kind,
        NOW - dt.timedelta(days=days, hours=2),
        NOW - dt.timedelta(days=days, hours=2),
        f"{kind}.xlsx",
        f"{number:064x}",
        count,
        columns,
        ("Changed by",),
    )
    why = SnapshotWhy.SHRUNK if state is SnapshotState.WAITING else SnapshotWhy.IMPORTED
    return ExportStanding(snapshot, state, "import", snapshot.taken_at, why)


def full() -> InvoiceDesk:
    """Return a desk with two lists of this week, profiles, exports, drafts and half a year of holds."""
    desk = InvoiceDesk()
    for each in PROFILES:
        desk.put(each, "from the file profiles.xlsx", "import")
    kinds = (ExportKind.ORDERS, ExportKind.DELIVERIES, ExportKind.BILLING, ExportKind.PROFILES)
    desk.exports = [export(at, kind, 1200 * at) for at, kind in enumerate(kinds, 1)]
    desk.exports.insert(0, export(5, ExportKind.BILLING, 900, SnapshotState.WAITING))
    answer = decided()
    used = tuple(each.snapshot for each in desk.exports if each.state is SnapshotState.USED)
    states = [RowState(at, each, None, _hold(at, each.code)) for at, each in enumerate(answer.decisions)]
    for number, superseded in ((1, 2), (2, None)):
        summary = ListSummary(
            number=number,
            name="开票清单 W48.xlsx",
            sha256=f"{number:064x}",
            week=WEEK,
            as_of=AS_OF,
            answered_at=(NOW - dt.timedelta(hours=9 - number)).astimezone(dt.UTC),
            rows=len(states),
            counts={},
            sender="ar@works.example",
            stale=(Stale(ExportKind.DELIVERIES, NOW - dt.timedelta(days=3)),),
            superseded_by=superseded,
        )
        desk.lists[number] = AnsweredList(summary, tuple(states), answer, used)
    desk.weeks = [(Week(2026, 48 - at, WEEK.zone), _held(at)) for at in range(20)]
    lists = desk.invoicing().lists
    lists.renew(
        notice_mails.renewal(None, lists.drafts(desk.lists[2]), desk.telling(desk.lists[2].summary), ())
    )
    return desk


def _held(week: int) -> dict[Code, int]:
    return {
        Code.HOLD_NOT_SHIPPED: 3 + week % 4,
        Code.HOLD_NOT_ACCEPTED: week % 3,
        Code.PRICE_MISMATCH: 2 if week % 2 else 0,
        Code.QTY_MISMATCH: 1,
        Code.HOLD_INVOICE_DATA: 1 if week % 5 == 0 else 0,
        Code.HOLD_CUSTOMER_REQUEST: 2,
        Code.HOLD_DISPUTE: 1 if week % 6 == 1 else 0,
    }


def _hold(position: int, code: Code) -> Hold | None:
    if code in {Code.INVOICE, Code.CONSOLIDATE, Code.ALREADY_INVOICED}:
        return None
    weeks = CARRIED if code is Code.HOLD_NOT_SHIPPED else 0
    since = AS_OF - dt.timedelta(days=7 * weeks)
    return Hold(since, weeks + 1, 1 if weeks else 2, Teller.SALES if position % 2 else Teller.FINANCE)
