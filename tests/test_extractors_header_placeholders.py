"""Forms that nobody filled in: what asks for a value is none."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import Header

ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Unit price", "Amount"],
    ["10", "10044021", "Shaft sleeve", "2", "50.00", "100.00"],
]
HEAD = (
    "PURCHASE ORDER\nOrder No.: PO-2026-118\nOrder date: 2026-03-05\nBuyer: Haven Pumps GmbH\nCurrency: EUR\n"
)


def read(line: str) -> Header:
    return assemble(form(HEAD + line, ROWS)).header


@pytest.mark.parametrize("label", ["Delivery address: ", "交货地点："])
@pytest.mark.parametrize(
    "text",
    ["[填写交货地点]", "[insert here]", "{{ship_to}}", "<delivery address>", "xxx", "（填写）", "待填写"],
)
def test_what_asks_for_a_place_is_no_place(label: str, text: str) -> None:
    place = read(label + text).delivery_place
    assert place is not None
    assert (place.value, place.sure) == (None, False)


def test_terms_that_do_not_apply_are_not_stated() -> None:
    assert read("Delivery address: n/a").delivery_place is None


def test_a_place_with_figures_in_brackets_stays_one() -> None:
    place = read("Delivery address: [Gate 4] Harbour road 7, Kiel").delivery_place
    assert place is not None
    assert place.value == "[Gate 4] Harbour road 7, Kiel"


def test_a_share_of_the_order_and_a_blank_revision_are_no_rivals_of_its_number() -> None:
    text = HEAD.replace("Order No.: PO-2026-118", "Order / Rev: 1633830 /") + "Order %: 100%"
    number = assemble(form(text, ROWS)).header.document_number
    assert number is not None
    assert (number.value, number.sure) == ("1633830", True)


def test_for_whom_an_agency_orders_is_not_surely_the_buyer() -> None:
    text = HEAD.replace("Buyer:", "Advertiser:")
    customer = assemble(form(text, ROWS)).header.customer
    assert customer is not None
    assert (customer.value, customer.sure) == ("Haven Pumps GmbH", False)
