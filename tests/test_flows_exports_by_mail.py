"""Exports of SAP by mail from those who may send them, beside orders and beside one another."""

from dataclasses import replace
from pathlib import Path

import pytest
from invoice_list_desk import (
    CHINESE,
    ENGLISH,
    PROVEN,
    SAP,
    SETTINGS,
    answers,
    desk,
    drop,
    listed,
    made,
    stock,
    written,
)
from servers_smtp import Post

from flows.context import Context
from flows.invoicing import against
from models import archive
from models.case import CaseState
from models.invoice_desk import ExportKind
from models.receipt import MessageState
from models.rows.cases import cases
from models.rows.inbox import messages
from models.rows.invoicing import exports, invoice_lists
from sap import invoice_list


@pytest.fixture
def kit(tmp_path: Path, post: Post) -> Context:
    """Return an installation whose folder brings mails."""
    return desk(tmp_path, post, senders=SETTINGS)


def test_exports_of_several_kinds_come_in_one_mail_and_an_order_with_them(kit: Context) -> None:
    content = made(ENGLISH).contents
    attached = [(f"{kind}.csv", content[kind][1]) for kind in ("orders", "deliveries", "billing", "profiles")]
    drop(kit, PROVEN + written(*attached, ("order.doc", b"ORDER 4501"), sender=SAP))
    used = {kind for kind in ExportKind if exports.newest(kit.store, kind) is not None}
    assert used == {ExportKind.ORDERS, ExportKind.DELIVERIES, ExportKind.BILLING, ExportKind.PROFILES}
    assert [each.document_number for each in cases.listed(kit.store)] == ["4501"]
    drop(kit, PROVEN + written(listed(ENGLISH, "list.csv")))
    (summary,) = invoice_lists.summaries(kit.store)
    assert summary.missing == ()


def test_exports_alone_make_no_case(kit: Context) -> None:
    drop(kit, PROVEN + written(("vl06o.csv", made(ENGLISH).contents["deliveries"][1]), sender=SAP))
    (line,) = messages.listed(kit.store)
    assert (line.state, line.why) == (MessageState.PROCESSED, "exports")
    assert cases.listed(kit.store) == ()


def test_two_exports_of_one_kind_are_refused_and_the_others_taken_in(kit: Context) -> None:
    orders, other = (made(at).contents["orders"][1] for at in (ENGLISH, 6))
    billing = made(ENGLISH).contents["billing"][1]
    drop(kit, PROVEN + written(("a.csv", orders), ("b.csv", other), ("c.csv", billing), sender=SAP))
    assert exports.newest(kit.store, ExportKind.ORDERS) is None
    assert exports.newest(kit.store, ExportKind.BILLING) is not None
    (line,) = messages.listed(kit.store, MessageState.QUARANTINED)
    assert "several tables of orders" in (line.detail or "")


def test_an_export_that_is_not_understood_names_what_the_nearest_kind_lacks(kit: Context) -> None:
    odd = b"Delivery,Item,Reference Document,Reference Item,Dlv.qty,Colour\n80001,10,30001,10,5,red\n"
    drop(kit, PROVEN + written(("odd.csv", odd), sender=SAP))
    (line,) = messages.listed(kit.store, MessageState.QUARANTINED)
    assert "issued_on / issue_status" in (line.detail or "")
    assert "Colour" in (line.detail or "")


def test_an_export_whose_headings_changed_is_no_order(kit: Context) -> None:
    billing = made(ENGLISH).contents["billing"][1]
    changed = made(ENGLISH).contents["orders"][1].replace(b"Sales Doc.", b"Foo", 1)
    drop(kit, PROVEN + written(("a.csv", changed), ("b.csv", billing), sender=SAP))
    assert cases.listed(kit.store) == ()
    assert exports.newest(kit.store, ExportKind.BILLING) is not None
    (line,) = messages.listed(kit.store, MessageState.QUARANTINED)
    assert "Foo" in (line.detail or "")


def test_a_list_from_who_also_sends_exports_must_be_sure(tmp_path: Path, post: Post) -> None:
    both = replace(SETTINGS, finance=("sap@works.example",))
    kit = desk(tmp_path, post, senders=both)
    stock(kit, CHINESE)
    drop(kit, PROVEN + written(listed(), sender=SAP))
    assert len(invoice_lists.summaries(kit.store)) == 1, "its headings leave no doubt"
    doubtful = b"Sales document,Item,Quantity,Net price,Currency\n30001,10,5,7.00,CNY\n30002,10,5,7.00,CNY\n"
    drop(kit, PROVEN + written(("odd.csv", doubtful), sender=SAP, text="Liste"))
    assert len(invoice_lists.summaries(kit.store)) == 1
    assert exports.listed(kit.store)[0].snapshot.name != "odd.csv"
    (line,) = messages.listed(kit.store, MessageState.QUARANTINED)
    assert "not sure" in (line.detail or "")


def test_finances_export_of_another_kind_is_no_list(kit: Context, post: Post) -> None:
    drop(kit, PROVEN + written(("vl06o.csv", made(ENGLISH).contents["deliveries"][1])))
    assert invoice_lists.summaries(kit.store) == ()
    assert exports.newest(kit.store, ExportKind.DELIVERIES) is None
    ((_, text, _),) = answers(post)
    assert "交货" in text


def test_a_list_is_held_against_the_reviewed_contracts_that_its_orders_name(kit: Context) -> None:
    drop(kit, PROVEN + written(("contract.txt", b"CLEAN 4502"), sender="Li <li@works.example>"))
    drop(kit, PROVEN + written(("order.txt", b"ORDER 4503"), sender="Li <li@works.example>"))
    clear, needs_a_person = sorted(cases.listed(kit.store), key=lambda each: each.document_number or "")
    assert (clear.state, needs_a_person.state) == (CaseState.CLEAR, CaseState.OPEN)
    orders = (
        "Sales document,Item,Order quantity,Net price,Customer reference,Sold-to party\n"
        "30001,10,5,7.00,4502,1000\n30002,10,5,7.00,4503,1000\n"
    )
    sha256 = archive.put(kit.archive, orders.encode())
    exports.take(
        kit.store, ExportKind.ORDERS, "va05.csv", sha256, rows=2, columns={}, unknown=(), now=kit.now()
    )
    rows = b"SAP order,Item,Qty\n30001,10,5\n30002,10,5\n"
    found = against.newest(kit, invoice_list.read(rows, "list.csv"), kit.now())
    assert [(each.case, each.reference) for each in found.sources.contracts or ()] == [(clear.number, "4502")]
