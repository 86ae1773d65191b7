"""How old an export is that came by mail: as its mail is, however often the same file came before."""

from pathlib import Path

import pytest
from invoice_list_desk import (
    ENGLISH,
    MORNING,
    PROVEN,
    SAP,
    SETTINGS,
    clock,
    desk,
    drop,
    listed,
    made,
    written,
)

from flows.context import Context
from models.invoice_desk import ExportKind, ExportSnapshot
from models.rows.invoicing import exports, invoice_lists

DAY = 86400.0
CONTENT = made(ENGLISH).contents
KINDS = ("orders", "deliveries", "billing", "profiles")


@pytest.fixture
def kit(tmp_path: Path) -> Context:
    return desk(tmp_path, None, senders=SETTINGS)


def export(text: str, *kinds: str) -> bytes:
    attached = [(f"{kind}.csv", CONTENT[kind][1]) for kind in kinds]
    return PROVEN + written(*attached, sender=SAP, text=text)


def newest(kit: Context) -> ExportSnapshot:
    found = exports.newest(kit.store, ExportKind.ORDERS)
    assert found is not None
    return found


def test_what_is_delivered_again_today_is_not_old(kit: Context) -> None:
    drop(kit, export("Monday", *KINDS))
    first = newest(kit)
    clock(kit).forward(3 * DAY)
    drop(kit, export("Thursday", "orders", "deliveries"))
    again = newest(kit)
    assert (again.number, again.taken_at, again.seen_at) == (first.number, MORNING, clock(kit).moment)
    drop(kit, PROVEN + written(listed(ENGLISH, "list.csv")))
    (summary,) = invoice_lists.summaries(kit.store)
    assert [(each.kind, each.taken_at) for each in summary.stale] == [(ExportKind.BILLING, MORNING)]
