"""The made-up invoice list of the demo: every decision there is has a row of its own."""

import datetime as dt

from demo.tour import EXPORTS, LIST
from flows import reconcile
from flows.reconcile import Files
from models.invoice_desk import ExportKind
from models.invoicing import Code, Teller
from models.policy import Policy

DAY = dt.date(2026, 11, 27)


def test_the_list_holds_every_decision() -> None:
    paths = {kind: LIST.parent / f"{kind}.csv" for kind in EXPORTS}
    files = Files(
        LIST,
        orders=paths[ExportKind.ORDERS],
        deliveries=paths[ExportKind.DELIVERIES],
        billing=paths[ExportKind.BILLING],
        profiles=paths[ExportKind.PROFILES],
    )
    found = reconcile.reconcile(files, Policy(), DAY).answer
    codes = [each.code for each in found.decisions]
    # What is not accepted is known from the contract, which the command does not have.
    assert set(codes) == set(Code) - {Code.HOLD_NOT_ACCEPTED}
    assert len(codes) == 16
    assert len(found.groups) == 1
    assert any(Teller.CUSTOMER in each.tell and each.facts.email for each in found.decisions)
