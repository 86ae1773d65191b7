"""Terms of a part of the order, of somebody else, or told twice: none of them is surely the order's."""

import pytest
from paper import paper
from typed_orders import TWO_ITEMS, known

from extractors.assemble import assemble
from models.reading import Header


def read(said: str, order: str = TWO_ITEMS) -> Header:
    return assemble(paper(order.format(said))).header


def told(header: Header, name: str) -> tuple[str | None, bool]:
    return known(getattr(header, name))


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Delivery date (documents): 12.05.2027", "delivery_date"),
        ("Liefertermin (Muster): 12.05.2027", "delivery_date"),
        ("Delivery address (documents): Dock 9, Cardiff", "delivery_place"),
        ("Payment terms (tooling): 30 days net", "payment_terms"),
        ("Incoterms (spare parts): EXW Tianjin", "incoterms"),
        ("Lead time (express): 3 weeks", "lead_time"),
        ("VAT (freight): 7%", "tax_rate"),
        ("税率（运费）：9%", "tax_rate"),
    ],
)
def test_a_label_of_a_part_leaves_the_order_s_own_term_open(said: str, name: str) -> None:
    header = read(said)
    assert getattr(header, name) is not None
    assert not told(header, name)[1]


@pytest.mark.parametrize(
    ("said", "name", "right"),
    [
        ("Delivery date (ETA): 12.05.2027", "delivery_date", "2027-05-12"),
        ("Delivery address (Ship-to): Dock 9, Quay Rd", "delivery_place", "Dock 9, Quay Rd"),
        ("Lead time (weeks): 3 weeks", "lead_time", "P3W"),
    ],
)
def test_a_bracket_that_explains_changes_nothing(said: str, name: str, right: str) -> None:
    assert told(read(said), name) == (right, True)


def test_who_gets_the_goods_from_the_customer_is_not_the_customer() -> None:
    order = TWO_ITEMS.replace("Buyer: Garran Zinc Ltd", "Customer (end user): Tarnow Refining BV")
    assert not told(read("", order), "customer")[1]
    order = TWO_ITEMS.replace(" PO-77120", "")
    assert not told(read("Order no. (end customer): 4500-881", order), "document_number")[1]


@pytest.mark.parametrize("said", ["VAT 19% or 7% as applicable", "四、税率：13%（第2项6%）", "VAT: 19% / 7%"])
def test_of_two_rates_neither_is_surely_that_of_the_goods(said: str) -> None:
    assert not told(read(said), "tax_rate")[1]


@pytest.mark.parametrize("said", ["VAT: 19%", "VAT 13%, 13% on freight"])
def test_one_rate_is(said: str) -> None:
    assert told(read(said), "tax_rate")[1]


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("第二条 交付：DAP 临溪，送至临溪市冶金大街88号备件库。", "DAP 临溪"),
        ("交货条件：DAP 东明厂区，由供方送货至需方二号仓库", "DAP 东明厂区"),
    ],
)
def test_who_brings_the_goods_is_no_part_of_the_place_of_a_term(said: str, right: str) -> None:
    assert told(read(said), "incoterms") == (right, True)


@pytest.mark.parametrize(
    "said",
    [
        "Ship to:\n_ Plant 1, Harbour Road 7, Newport\nX Plant 2, Dock 9, Cardiff",
        "Delivery address: Dock 7, Quay Rd, Newport (until 30.04.2027), thereafter Harbour Road 9",
        "Article 2 Delivery place: Nam Sane store, Bolikhamxay.\n第二条 交货地点：南桑水电站。",
    ],
)
def test_of_several_places_a_person_says_which(said: str) -> None:
    assert not told(read(said), "delivery_place")[1]


CARDS = """
Pos.                10                        Pos.                 20
Description         Spiral gasket DN32 PN16   Description          Hex bolt M12x20
Qty                 100                       Qty                  250
Unit price          13.00                     Unit price           2.99
Line total          1300.00                   Line total           747.50
Your article no.    LP-19-7200                Your article no.     LP-18-7237
{}
Total: EUR 2047.50
"""


def test_what_hangs_below_one_card_is_not_the_order_s() -> None:
    head = TWO_ITEMS.split("{}", maxsplit=1)[0]
    said = ("Buyer's item code    AWP-338-77", "Delivery date        20.05.2027")
    foot = "\n".join(" " * 46 + line for line in said)
    own = assemble(paper(head + CARDS.format(f"{foot}\n"))).header
    assert own.delivery_date is not None
    assert not own.delivery_date.sure


def test_what_stands_below_all_cards_may_be_the_order_s() -> None:
    head = TWO_ITEMS.split("{}", maxsplit=1)[0]
    found = assemble(paper(head + CARDS.format("\nDelivery date: 20.05.2027")))
    dates = [found.header.delivery_date, found.lines[-1].delivery_date]
    assert all(each is not None and not each.sure for each in dates)
