"""The exports around invoicing: what they look like, and the traps in them (docs/invoicing.md)."""

import datetime as dt
from decimal import Decimal

import pytest

from models.invoice_sources import DeliveryItem, InvoiceMode, Listed
from sap import billing, deliveries, due_list, invoice_profiles, orders, statuses
from sap.selection import OpenNotationError

VA05 = """Sales Doc.|Item|SaTy|Sold-to pt|Material|Req.dlv.dt|Order Qty|ConfirmQty|SU|Net value|Curr.
30005678|10|OR|100234|90010045|20.12.2026|10,000|0,000|EA|21.840,80|CNY
30005678|10|OR|100234|90010045|W 03.2027|10,000|10,000|EA|21.840,80|CNY
30005699|10|RE|100234|90010045||1,000-|1,000-|EA|1.092,04-|CNY
*|||||||||42.589,56|CNY
"""
HEADER = (
    "VBELN;POSNR;AUART;KUNNR;MATNR;KWMENG;VRKME;NETPR;KPEIN;NETWR;MWSBP;WAERK;PSTYV;ABGRU;VGBEL;VGPOS;GBSTK\n"
)
ORDER = (
    "0030000001;000010;TA;0000100001;000000000090010045;4;EA;25.00;1;100.00;13.00;CNY;TAN;;"
    "0020000001;000010;B\n"
)


def test_an_item_on_two_schedule_lines_counts_once_whatever_the_total_says() -> None:
    first, back = orders.read(VA05.encode(), "va05.txt").rows
    assert (first.order, first.item, first.quantity) == ("30005678", "10", Decimal(10))
    assert (first.price, first.price_per) == (Decimal("21840.80"), Decimal(10))
    assert first.delivery_date == dt.date(2027, 1, 24)
    assert (back.quantity, back.order_type) == (Decimal(-1), "RE")


def test_technical_names_and_keys_with_zeros() -> None:
    (item,) = orders.read((HEADER + ORDER).encode(), "se16.csv").rows
    assert (item.order, item.item, item.customer_number, item.part_number) == (
        "30000001",
        "10",
        "100001",
        "90010045",
    )
    assert (item.reference, item.reference_item) == ("20000001", "10")
    assert (item.tax_amount, item.closed, item.rejected) == (Decimal("13.00"), False, None)


def test_only_what_is_asked_for_is_read_with_what_was_made_from_it() -> None:
    other = ORDER.replace("0030000001", "0030000002")
    back = ORDER.replace("0030000001", "0060000001").replace("0020000001", "0030000001")
    data = (HEADER + ORDER + other + back).encode()
    assert [each.order for each in orders.read(data, "o", {"30000001"}).rows] == ["30000001", "60000001"]


def test_an_item_that_contradicts_itself_is_a_fault_with_its_keys() -> None:
    data = (HEADER + ORDER + ORDER.replace("25.00", "26.00")).encode()
    export = orders.read(data, "o")
    assert export.rows == ()
    assert {(each.reason, each.keys) for each in export.faults} == {
        ("contradicts", ("30000001", "10", "20000001", "10"))
    }


def test_a_number_that_cannot_be_read_is_a_fault_and_the_rest_is_read() -> None:
    data = (HEADER + ORDER + ORDER.replace("0030000001", "0030000002").replace("100.00", "n/a")).encode()
    export = orders.read(data, "o")
    assert [each.order for each in export.rows] == ["30000001"]
    assert [(each.reason, each.row) for each in export.faults] == [("unreadable_number", 3)]


DELIVERY = (
    "Delivery;Item;Reference Document;Reference Item;Dlv.qty;Act. Gds Mvmnt Date;"
    "Goods Movement Status;POD status\n"
)


@pytest.mark.parametrize(("ordered", "read"), [("6", "6"), ("6000", "6000")])
def test_quantities_with_three_places_are_told_by_what_was_ordered(ordered: str, read: str) -> None:
    data = (DELIVERY + "80000001;10;30000001;10;6,000;2026-11-03;C;\n").encode()
    known = {("30000001", "10"): Decimal(ordered)}
    (item,) = deliveries.read(data, "d", None, None, known).rows
    assert item.quantity == Decimal(read)


def test_quantities_that_nothing_settles_are_not_guessed() -> None:
    data = (DELIVERY + "80000001;10;30000001;10;6,000;2026-11-03;C;\n").encode()
    with pytest.raises(OpenNotationError, match="two ways") as refused:
        deliveries.read(data, "d")
    counted: Listed[DeliveryItem] = refused.value.counted.listed((), ())
    assert (counted.total, counted.rows, counted.columns["Delivery"]) == (1, (), "delivery")


@pytest.mark.parametrize(
    ("cells", "issued", "issued_on"),
    [
        ("2026-11-03;C", True, dt.date(2026, 11, 3)),
        ("2026-11-03;", True, dt.date(2026, 11, 3)),
        ("2026-11-03;A", False, None),
        (";A", False, None),
        ("00.00.0000;", False, None),
        (";C", True, None),
        ("2026-11-03;已完成", True, dt.date(2026, 11, 3)),
    ],
)
def test_goods_issue_by_status_or_else_by_date(
    cells: str, *, issued: bool, issued_on: dt.date | None
) -> None:
    (item,) = deliveries.read((DELIVERY + f"80000001;10;30000001;10;6;{cells};\n").encode(), "d").rows
    assert (item.issued, item.issued_on) == (issued, issued_on)


def test_a_week_of_dates_that_can_be_read_in_two_ways_leaves_the_day_open() -> None:
    data = (DELIVERY + "80000001;10;30000001;10;6;03/04/2026;C;\n").encode()
    (item,) = deliveries.read(data, "d").rows
    assert (item.issued, item.issued_on) == (True, None)


BILLING = "开票凭证;项目;开票类型;销售凭证;销售凭证项目;参考凭证;已开票数量;已取消;被取消的开票凭证\n"


def test_billing_with_cancellations_in_chinese() -> None:
    data = (
        BILLING
        + "90000001;10;F2;30000001;10;80000001;5;X;\n90000002;10;S1;30000001;10;80000001;5-;;90000001\n"
    ).encode()
    first, second = billing.read(data, "b").rows
    assert (first.cancelled, first.cancels, first.reference) == (True, None, "80000001")
    assert (second.cancelled, second.cancels, second.quantity) == (False, "90000001", Decimal(-5))


PROFILE = (
    "Customer number,Name,Invoice mode,Cut-off day,Invoice title,Tax number,Invoice type,"
    "Acceptance required,Hold until\n"
)


@pytest.mark.parametrize(
    ("mode", "day", "meant", "cutoff"),
    [
        ("monthly", "25", InvoiceMode.MONTHLY, 25),
        ("按月", "25日", InvoiceMode.MONTHLY, 25),
        ("monthly", "EOM", InvoiceMode.MONTHLY, 31),
        ("per PO", "", InvoiceMode.PER_PO, None),
        ("单独开票", "-", InvoiceMode.SINGLE, None),
        ("", "", InvoiceMode.SINGLE, None),
    ],
)
def test_modes_and_cut_off_days_in_words(mode: str, day: str, meant: InvoiceMode, cutoff: int | None) -> None:
    data = (PROFILE + f"100001,Acme,{mode},{day},Acme Ltd,91,专票,否,\n").encode()
    (profile,) = invoice_profiles.read(data, "p").rows
    assert (profile.mode, profile.cutoff_day) == (meant, cutoff)
    assert (profile.invoice_type, profile.acceptance, profile.hold_until) == ("special", False, None)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("100001,Acme,sometimes,,Acme Ltd,91,专票,否,", "unreadable_mark"),
        ("100001,Acme,monthly,,Acme Ltd,91,专票,否,", "no_cutoff_day"),
        ("100001,Acme,monthly,40,Acme Ltd,91,专票,否,", "unreadable_number"),
        ("100001,Acme,single,,Acme Ltd,91,专票,perhaps,", "unreadable_mark"),
        ("100001,Acme,single,,Acme Ltd,91,专票,否,soon", "unreadable_date"),
    ],
)
def test_a_profile_that_cannot_be_read_is_a_fault(row: str, reason: str) -> None:
    export = invoice_profiles.read((PROFILE + row + "\n").encode(), "p")
    assert export.rows == ()
    assert [(each.reason, each.keys) for each in export.faults] == [(reason, ("100001",))]


def test_a_title_that_says_nothing_is_missing() -> None:
    (profile,) = invoice_profiles.read(
        (PROFILE + "100001,Acme,single,,待补,-,专票,yes,\n").encode(), "p"
    ).rows
    assert (profile.title, profile.tax_number) == (None, None)


def test_the_due_list_has_a_row_for_each_document() -> None:
    data = (
        "BillC|Billing Date|Sold-to pt|BillT|DstC|Document|Net value|Curr.|SOrg.|DChl|Dv|ShPt|POD\n"
        "L|27.11.2026|100234|F2|CN|0080012345|21.840,80|CNY|CN10|10|00|CN01|\n"
        "A|30.11.2026|100234|F5|CN|0030005678|17.052,24|CNY|CN10|10|00||\n"
    )
    first, second = due_list.read(data.encode(), "vf04.txt").rows
    assert (first.document, first.net_value, first.category) == ("80012345", Decimal("21840.80"), "L")
    assert (second.document, second.billing_type, second.billing_date) == (
        "30005678",
        "F5",
        dt.date(2026, 11, 30),
    )


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("C", True),
        ("C Completed", True),
        ("完全处理", True),
        ("A", False),
        ("being processed", False),
        ("", None),
        ("?", None),
    ],
)
def test_statuses_in_letters_and_words(text: str, *, done: bool | None) -> None:
    assert statuses.completed(text) is done


BLOCKED = "Sales Doc.;Item;Order Qty;Net price;Net value;{names}\n30005678;10;4;25.00;100.00;{cells}\n"


@pytest.mark.parametrize(
    ("names", "cells", "billing_blocks", "delivery_blocks"),
    [
        ("FAKSK;FAKSP;LIFSK", "02;;Z1", ("02",), ("Z1",)),
        ("Billing Block;Billing Block;Dlv.block", ";08;", ("08",), ()),
        ("出具发票冻结;开票冻结;交货冻结", "01;09 检查;00", ("01", "09 检查"), ()),
        ("Bill. block;Billing block for item;Delivery Block", "02;02;-", ("02",), ()),
        ("Fakturasperre;Plant;Liefersperre", "Kalkulation fehlt;CN01;01", ("Kalkulation fehlt",), ("01",)),
        ("开票锁定;工厂;发货冻结", "未冻结;CN01;无", (), ()),
    ],
)
def test_blocks_of_the_order_and_of_the_item_are_read(
    names: str, cells: str, billing_blocks: tuple[str, ...], delivery_blocks: tuple[str, ...]
) -> None:
    (item,) = orders.read(BLOCKED.format(names=names, cells=cells).encode(), "va05.csv").rows
    assert (item.billing_blocks, item.delivery_blocks) == (billing_blocks, delivery_blocks)


@pytest.mark.parametrize(
    ("name", "cell", "blocks"),
    [
        ("FAKSK", "02", ("02",)),
        ("Billing block", "09 Check price", ("09 Check price",)),
        ("开票冻结", "", ()),
        ("BlBk", "00", ()),
    ],
)
def test_a_block_of_billing_of_a_delivery_is_read(name: str, cell: str, blocks: tuple[str, ...]) -> None:
    text = DELIVERY.replace("POD status", name) + f"80000001;10;30000001;10;6.5;2026-11-03;C;{cell}\n"
    (item,) = deliveries.read(text.encode(), "vl06o.csv").rows
    assert item.billing_blocks == blocks


def test_a_block_of_one_schedule_line_blocks_the_item() -> None:
    text = (
        VA05.replace("Curr.", "Curr.|Dlv.block")
        .replace("CNY\n", "CNY|\n")
        .replace("0,000|EA|21.840,80|CNY|", "0,000|EA|21.840,80|CNY|Z1", 1)
    )
    first, back = orders.read(text.encode(), "va05.txt").rows
    assert (first.quantity, first.delivery_blocks, back.delivery_blocks) == (Decimal(10), ("Z1",), ())


def test_a_block_that_cannot_be_read_is_a_fault() -> None:
    export = orders.read(BLOCKED.format(names="FAKSK;FAKSP", cells=";#REF!").encode(), "va05.csv")
    assert [(each.reason, each.keys[:2]) for each in export.faults] == [
        ("spreadsheet_error", ("30005678", "10"))
    ]
