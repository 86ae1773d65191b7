"""What no label introduces: when goods are wanted, how long they take, and an address beside the delivery."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import Header

ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Unit price", "Amount"],
    ["1", "7740-118", "Lip seal", "4", "25.00", "100.00"],
]
HEAD = """PURCHASE ORDER
Purchase order no.: VB-20417
Date: 2027-02-04
Buyer: Vantbrook Pumps Ltd
Supplier: Tolle Dichtungen GmbH
Currency: EUR
"""
PLACE = "Hall 7, 14 Wharf Road, Bremen 28195"


def _header(said: str) -> Header:
    return assemble(form(f"{HEAD}{said}\n", ROWS, "Total: EUR 100.00")).header


@pytest.mark.parametrize(
    "said",
    [
        "Material must be received at our plant not later than 14 May 2027.",
        "In-house date 2027-05-14",
        "All goods due 14 May 2027",
        "10 weeks ARO",
        "Ready 10 weeks after receipt of your order",
        "Production time 10 weeks",
        "Material needed on site week 20",
        "5月14日前交清",
    ],
)
def test_when_goods_are_wanted_is_not_absent_where_a_text_says_it(said: str) -> None:
    found = _header(said)
    stated = found.delivery_date or found.lead_time
    assert stated is not None
    assert not stated.sure


@pytest.mark.parametrize(
    "said",
    [
        "Invoices must be received by 30 May 2027.",
        "Please confirm receipt of this order by 10 February 2027.",
        "Certificates are due 10 May 2027",
        "Complaints are made within 8 weeks after receipt of the goods.",
        "Warranty 24 months from approval",
        "Store at the works: hall 7",
    ],
)
def test_what_has_a_day_of_its_own_says_nothing_of_the_delivery(said: str) -> None:
    assert _header(said).delivery_date is None


@pytest.mark.parametrize(
    "said", ["Delivery: {}", "Delivery terms: DAP {}", "4. Delivery: DAP {} (Incoterms 2020)"]
)
def test_an_address_beside_the_delivery_is_no_absent_place(said: str) -> None:
    place = _header(said.format(PLACE)).delivery_place
    assert place is not None
    assert not place.sure


def test_a_town_behind_a_trade_term_opens_no_place() -> None:
    assert _header("Delivery terms: DAP Bremen").delivery_place is None


@pytest.mark.parametrize("day", ["14 May", "the 14th of May", "14 May 2027", "week 20"])
def test_a_day_beside_the_label_of_a_place_is_none(day: str) -> None:
    place = _header(f"Latest arrival at our works: {day}").delivery_place
    assert place is None or not place.sure


@pytest.mark.parametrize(
    "label",
    [
        "装运港",
        "起运地",
        "发货地",
        "Port of shipment",
        "Place of dispatch",
        "Shipping point",
        "Place of shipment",
    ],
)
def test_where_goods_set_out_is_no_place_of_delivery(label: str) -> None:
    place = _header(f"{label}: Qingdao").delivery_place
    assert place is None or place.value != "Qingdao"


@pytest.mark.parametrize(
    "said", ["Prices as agreed. Reference quote:\nTD-Q-0506-27.", "根据贵方报价单\nTD-0506-27"]
)
def test_the_number_of_an_offer_that_the_margin_broke_off_is_not_absent(said: str) -> None:
    assert _header(said).quotation_number is not None


def test_a_line_behind_a_word_for_offers_that_is_no_number_opens_nothing() -> None:
    assert _header("Please send us your best quote\nfor 12 further seals").quotation_number is None
