"""Facts of the order beside which something stands that looks like them, and usual ones beside them."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import Field, Header

ROWS = [
    ["Pos", "Part no.", "Description", "Qty", "Unit", "Price", "Amount"],
    ["1", "SL-4411", "Seal ring", "2", "pcs", "100.00", "200.00"],
]
ROWS_ZH = [
    ["序号", "物料编码", "名称", "数量", "单位", "单价", "金额"],
    ["1", "SL-4411", "密封圈", "2", "件", "100.00", "200.00"],
]
TOP = "Hallbau Pumpen GmbH\nIndustriestr. 5, 44137 Dortmund\n\nPurchase Order\nNo. PO4711234\n"
SELLER = "Supplier: Tolle Seals Ltd., Leeds\n"
TOP_ZH = """采购订单
订单号：PO4711234   日期：2027-05-07
需方：苏州海岳泵业有限公司
供方：上海申泊密封件有限公司
"""


def header(said: str, *, dated: bool = True) -> Header:
    date = "Date: 7 May 2027\n" if dated else ""
    return assemble(form(f"{TOP}{date}{said}\n{SELLER}", ROWS, "Total EUR 200.00")).header


def header_zh(said: str, below: str = "") -> Header:
    return assemble(form(f"{TOP_ZH}{said}\n", ROWS_ZH, f"合计（元） 200.00\n{below}")).header


def sure(field: Field | None) -> str | None:
    return field.value if field is not None and field.sure else None


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Delivery terms: DAP Dortmund, 8 weeks", True),
        ("Lieferbedingung: DAP Dortmund, 12.06.2027", True),
        ("Terms: EXW Halden, 12 June 2027", True),
        ("Delivery terms: DAP Dortmund", False),
    ],
)
def test_a_time_behind_a_trade_term_is_no_absent_delivery(said: str, *, told: bool) -> None:
    found = header(said)
    assert (found.delivery_date is not None or found.lead_time is not None) is told


@pytest.mark.parametrize("name", ["GE Vernova", "RS Components", "BP Castrol"])
def test_two_capitals_before_a_word_may_be_a_company(name: str) -> None:
    said = f"Ordered by: {name}\nInvoice to: Hatch Services Ltd, 1 High Street, London"
    paper = form(f"Purchase Order\nNo. PO4711234\n{said}\n{SELLER}", ROWS, "Total EUR 200.00")
    assert sure(assemble(paper).header.customer) is None


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("第2项由供方直发现场，交货地点为苏州市吴江区江陵路18号。", None),
        ("退货由供方承担运费，收货地址为苏州市吴江区江陵路18号。", None),
        ("供方提供样品，送货地址为苏州市吴江区江陵路18号技术部。", None),
        ("货物由供方送货上门，交货地点为苏州市吴江区江陵路18号。", "苏州市吴江区江陵路18号"),
    ],
)
def test_a_place_of_some_goods_is_not_that_of_the_order(said: str, place: str | None) -> None:
    assert sure(header_zh("", said).delivery_place) == place


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("交货期：2027年8月14日前发货，其余月底发货", None),
        ("交货期：供方应于2027年8月14日前交付，前提是收到需方图纸", None),
        ("交货期：2027年8月14日前由需方付款供货", None),
        ("交货期：供方应于2027年8月14日前交付", "2027-08-14"),
    ],
)
def test_a_day_with_a_second_lot_or_a_condition_is_open(said: str, day: str | None) -> None:
    assert sure(header_zh(said).delivery_date) == day


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("Lieferung frei Werk\nDortmund, 8. Juni 2027", None),
        ("Jurisdiction and terms\nDortmund, 01.01.2024", None),
        ("\nDortmund, 8. Juni 2027", "2027-06-08"),
    ],
)
def test_a_town_and_a_day_that_go_on_a_line_do_not_date_the_order(said: str, date: str | None) -> None:
    assert sure(header(said, dated=False).document_date) == date


@pytest.mark.parametrize(
    ("said", "rate"), [("含税13%/9%", None), ("含13%税（运费9%）", None), ("含税13%", "13")]
)
def test_two_rates_in_an_answer_are_no_sure_one(said: str, rate: str | None) -> None:
    assert sure(header_zh(f"是否含税：{said}").tax_rate) == rate


@pytest.mark.parametrize(
    ("destination", "address", "certain"),
    [
        ("Chennai", "Chennai Shipping Agency GmbH, Waalhaven 12, 20457 Hamburg", False),
        ("Pune", "Deliver Seals India Ltd, Plot 12, MIDC, Near Pune Airport, 412105 Chakan", False),
        ("Bremen", "Hall 7, 14 Wharf Road, Bremen 28195", True),
    ],
)
def test_a_town_is_the_same_place_only_as_the_town_of_the_address(
    destination: str, address: str, *, certain: bool
) -> None:
    found = header(f"Destination: {destination}\nDelivery address: {address}").delivery_place
    assert (sure(found) is not None) is certain


def test_where_goods_come_from_leaves_where_they_go() -> None:
    said = "Shipment: before 5 August 2027 from Ningbo to our Kiel works, Hafenstr. 3, 24103 Kiel"
    assert header(said).delivery_place is not None


def test_the_currency_of_imported_parts_is_not_that_of_the_order() -> None:
    rows = [[cell.replace("（元）", "") for cell in row] for row in ROWS_ZH]
    text = f"{TOP_ZH}其中进口件单价（单位：欧元）\n"
    assert sure(assemble(form(text, rows, "合计 200.00")).header.currency) is None


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("Payment terms: 30% on order. Remaining 70% incl. VAT before shipment.", False),
        ("Payment terms: 30 days net from invoice. Prices exclude 19% VAT.", True),
    ],
)
def test_no_share_of_a_payment_is_cut_off(said: str, *, whole: bool) -> None:
    found = sure(header(said).payment_terms)
    assert (found == "30 days net from invoice") is whole
    assert found is None or whole or found.endswith("shipment")
