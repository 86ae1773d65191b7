"""Terms and parties in plain sentences and letters: what every word of is known is certain, and no more."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.fields import incoterms
from extractors.header import summaries
from extractors.header.labelling.label_words import meaning
from extractors.header.numbering import network_orders
from extractors.header.sides import contact_persons
from extractors.lines import charges
from extractors.lines.tables.layouts import layouts
from extractors.page.blocks import page_blocks
from extractors.vocabulary.meanings import Label, Summary
from models.reading import Header, Kind, Reading

HEAD = """
PURCHASE ORDER
Order No.: PO-71044            Date: 05 March 2026
Buyer: Tarnbeck Water Ltd      Supplier: Ningbo Orrin Pump Co., Ltd
"""
ROWS = [
    ["Item", "Part No.", "Description", "Qty", "Unit", "Unit price", "Amount"],
    ["1", "10045521", "Mechanical seal", "4", "EA", "1,000.00", "4,000.00"],
    ["", "", "Total", "", "", "", "4,000.00"],
]


def _header(tail: str, head: str = HEAD) -> Header:
    return assemble(form(head, ROWS, tail)).header


@pytest.mark.parametrize(
    ("said", "certain"),
    [
        ("We order as follows (all prices in EUR, excluding VAT):", True),
        ("We order as follows (all prices in EUR unless stated otherwise):", False),
        ("We order as follows (all prices in EUR, excluding VAT). Freight in USD.", False),
    ],
)
def test_a_remark_in_brackets_says_the_currency_of_all_prices(said: str, *, certain: bool) -> None:
    currency = _header("Payment: net 30", f"{HEAD.rstrip()}\n{said}\n").currency
    assert currency is not None
    assert (currency.value, currency.sure) == ("EUR", certain)


@pytest.mark.parametrize(
    ("said", "certain"),
    [
        ("Delivery is effected CFR Bremerhaven (Incoterms 2020).", True),
        ("Die Lieferung erfolgt CFR Bremerhaven (Incoterms 2020).", True),
        ("Prices are understood CFR Bremerhaven according to Incoterms 2020.", True),
        ("Delivery as always CFR Bremerhaven, by sea.", True),
        ("Delivery is effected CFR Bremerhaven for item 1 only.", False),
        ("Delivery is effected CFR Bremerhaven, item 1 only.", False),
        ("Delivery is not effected CFR Bremerhaven.", False),
        ("Your offer of May was CFR Bremerhaven.", False),
        ("Delivery is effected CFR Bremerhaven (Incoterms 2020). Spares are sent FCA Ningbo.", False),
    ],
)
def test_a_sentence_of_known_words_says_the_trade_term(said: str, *, certain: bool) -> None:
    term = _header(f"{said}\nPayment: net 30").incoterms
    assert term is not None
    assert term.sure is certain


@pytest.mark.parametrize(
    ("said", "certain"),
    [
        ("Within 60 days from the date of this contract, partial shipment not allowed", True),
        ("Within 60 days from the date of this contract, items 2 and 3 later", False),
    ],
)
def test_a_shipment_that_begins_with_its_time_names_no_place(said: str, *, certain: bool) -> None:
    header = _header(f"Shipment: {said}\nFinal destination: Unit 4, Dock Street, Hull HU1 3DZ")
    assert header.lead_time is not None
    assert (header.lead_time.value, header.lead_time.sure) == ("P60D", certain)
    assert header.delivery_place is not None
    assert header.delivery_place.value == "Unit 4, Dock Street, Hull HU1 3DZ"


CONTRACT = """
PURCHASE CONTRACT
Contract No. TRW/88/2026
Date: 29 July 2026
This contract is entered into between M/s {first}, having its registered office at 12 Hill Road,
Pune 411001, hereinafter called the {one}, and M/s {second}, 60 Canal Road, Ningbo, China, hereinafter
called the {other}.
"""


@pytest.mark.parametrize("buys", [True, False])
def test_who_is_hereinafter_called_the_buyer_buys(*, buys: bool) -> None:
    ours, theirs = "Sahyadri Rasayan Limited", "Ningbo Orrin Pump Co., Ltd."
    roles = ("BUYER", "SELLER") if buys else ("SELLER", "BUYER")
    head = CONTRACT.format(first=ours, second=theirs, one=roles[0], other=roles[1])
    customer = _header("Payment: net 30", head).customer
    assert customer is not None
    assert (ours if buys else theirs).rstrip(".") in (customer.value or "")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("K. Venkat, GM Purchase", True),
        ("K. Venkat, Deputy Manager", True),
        ("K. Venkat Works, Pune", False),
        ("Venkat Pumps, General Engineers", False),
    ],
)
def test_an_initialled_name_with_an_office_is_a_person(text: str, *, person: bool) -> None:
    assert contact_persons.is_one(text) is person


NETWORK = """
Purchase Order
{state}
5500071188
Amount: 4,000.00 EUR
{version}

From:                              To:
Tarnbeck Water Oy                  Ningbo Orrin Pump Co., Ltd.

SHIP ALL ITEMS TO        BILL TO               DELIVER TO
Tarnbeck Water Oy        Tarnbeck Water Oy     {whom}
Satamakatu 30            PL 5550
48100 Kotka              02066 Espoo
Finland                  Finland
"""


def _network(whom: str) -> Header:
    return _header("", NETWORK.format(state="(New)", version="Version: 1", whom=whom))


@pytest.mark.parametrize(
    ("state", "version", "found"),
    [
        ("(New)", "Version: 1", ["5500071188"]),
        ("(New)", "Page 1", []),
        ("(Draft copy)", "Version: 1", []),
    ],
)
def test_the_number_between_the_state_and_the_version_is_the_orders(
    state: str, version: str, found: list[str]
) -> None:
    (layout,) = layouts(paper(NETWORK.format(state=state, version=version, whom="Liisa Rautio")))
    blocks = page_blocks(layout.page, layout.tables, layout.free)
    assert [each.text for each in network_orders.find(blocks, Kind.PURCHASE_ORDER)] == found


@pytest.mark.parametrize(
    ("whom", "certain"), [("Liisa Rautio", True), ("Central Store", False), ("Dock Nine", False)]
)
def test_a_person_beside_the_address_to_ship_to_is_no_other_place(whom: str, *, certain: bool) -> None:
    place = _network(whom).delivery_place
    assert place is not None
    assert (place.sure, "Satamakatu 30" in (place.value or "")) == (certain, True)


HOME = """
V&R Seal Service                                        Dijkweg 18
                                                        3311 GX Dordrecht
PURCHASE ORDER
Order number: 26300888
Order date: 14-07-2026
To: Ningbo Orrin Pump Co., Ltd., 9 Keyuan Road, Ningbo
"""


@pytest.mark.parametrize("street", ["Dijkweg 18", "Havenlaan 4"])
def test_who_gets_the_goods_at_the_address_of_the_letterhead_is_the_likely_buyer(street: str) -> None:
    tail = f"Delivery address: Vermeer & Roos Seal Service B.V., {street}, 3311 GX Dordrecht"
    customer = _header(tail, HOME).customer
    assert customer is not None
    assert not customer.sure
    assert (customer.value == "Vermeer & Roos Seal Service B.V.") is (street == "Dijkweg 18")


LETTER = """
Tarnbeck Shipyard Oy                                   Our order: TB-4410/26
Rauma, 10 March 2026
Ningbo Orrin Sealing Co., Ltd.
With reference to your quotation we order the following:
1) Stern tube seal, aft, 480 mm
   part no. 10045510
   1 pc at EUR 28,450.00   EUR 28,450.00
2) {name}
   part no. 10045590
   {count}   EUR 3,530.00
Total price EUR 31,980.00
"""


def _letter(name: str, count: str) -> Reading:
    return assemble(paper(LETTER.format(name=name, count=count)))


def test_a_measure_in_the_name_is_no_quantity_where_another_stands_before_the_price() -> None:
    line = _letter("Header tank, 60 l", "2 pcs at EUR 1,765.00").lines[1]
    assert line.quantity is not None
    assert line.unit is not None
    assert (line.quantity.value, line.unit.value) == ("2", "pcs")
    assert line.description is not None
    assert line.description.value == "Header tank, 60 l"


def test_a_measure_before_the_price_is_the_quantity() -> None:
    line = _letter("Barrier oil", "2 l at EUR 1,765.00").lines[1]
    assert line.quantity is not None
    assert line.unit is not None
    assert (line.quantity.value, line.unit.value) == ("2", "l")


@pytest.mark.parametrize(
    ("text", "kind", "rest"),
    [
        ("Contract Price carried to Clause 4 12,960.00", Summary.TOTAL, "12,960.00"),
        ("Contract sum transferred to Summary", Summary.TOTAL, ""),
        ("Gesamtpreis netto, Festpreis", Summary.NET, ""),
        ("Total price (fixed price)", Summary.TOTAL, ""),
        ("Total carried forward", Summary.CARRIED, ""),
    ],
)
def test_what_is_said_beside_a_sum_does_not_change_it(text: str, kind: Summary, rest: str) -> None:
    found = summaries.recognise(text)
    assert found is not None
    assert (found.kind, found.rest) == (kind, rest)


def test_a_sum_carried_to_a_page_is_no_total() -> None:
    assert summaries.recognise("Total carried to page 2") is None


@pytest.mark.parametrize(
    ("name", "charged"),
    [
        ("Ocean freight & export crating", True),
        ("Packing and freight", True),
        ("Gasket and freight", False),
        ("Crating nails & staples", False),
    ],
)
def test_two_charges_joined_in_one_name_are_charges(name: str, *, charged: bool) -> None:
    assert charges.is_one(name) is charged


def test_what_a_german_price_includes_is_no_part_of_the_place() -> None:
    assert incoterms.normal("DAP Böhlen, einschließlich Verpackung") == "DAP Böhlen"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("When we pay", Label.PAYMENT),
        ("Goods to be sent to", Label.PLACE),
    ],
)
def test_plain_words_are_labels(text: str, label: Label) -> None:
    assert label in meaning(text)


PLACED = """
采购订单
订单编号：CG-2026-0751        日期：2026-03-05
采购方：常州华岳机械有限公司
供应商：天津海诺密封有限公司
"""
ITEMS = [
    ["序号", "供方编码", "名称", "数量", "单位", "单价", "金额"],
    ["1", "10045521", "机械密封", "4", "套", "1,000.00", "4,000.00"],
    ["", "", "合计", "", "", "", "4,000.00"],
]


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("请于2026年5月8日前将货物送至常州市新北区创业路7号2号库。", True),
        ("第3条 乙方应于2026年5月8日前将全部货物运抵常州市新北区创业路7号2号库，费用乙方承担。", True),
        ("请将发票寄至常州市新北区创业路7号2号库。", False),
        ("供方将设备交至常州市新北区创业路7号2号库物流公司，由其转运。", False),
        ("请将货物送至常州市新北区创业路7号2号库，第二批送武进区滨湖路3号。", False),
        ("请将货物送至常州市新北区创业路7号2号库（二期完工前送临时仓库）。", False),
        ("请将样件送至常州市新北区创业路7号2号库。", False),
        ("如遇雨天，请将货物送至常州市新北区创业路7号2号库。", False),
        ("请将货物送至常州市新北区创业路7号2号库。备件送至常州市武进区滨湖路3号1号库。", False),
    ],
)
def test_goods_are_sent_to_the_place(said: str, *, sure: bool) -> None:
    place = assemble(form(PLACED, ITEMS, said)).header.delivery_place
    assert (place is not None and place.sure) is sure
    assert not sure or (place is not None and place.value == "常州市新北区创业路7号2号库")
