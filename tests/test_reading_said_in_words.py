"""What stands in brackets below the terms, a bracket that does not close, and a tax told in words alone."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import Header

HEAD = """
PURCHASE ORDER
Order No.: PO-61077            Date: 05 March 2026
Buyer: Halden Process Ltd      Supplier: Tianjin Haino Seal Co., Ltd
"""
ROWS = [
    ["Item", "Part No.", "Description", "Qty", "Unit", "Unit price USD", "Amount USD"],
    ["1", "10045521", "Mechanical seal", "4", "EA", "1,000.00", "4,000.00"],
    ["2", "10045522", "O-ring", "10", "EA", "20.00", "200.00"],
    ["", "", "Total", "", "", "", "4,200.00"],
]
PLACE = "Deliver to: 12 Quay Road, Leith EH6 7AA"


def header(tail: str) -> Header:
    return assemble(form(HEAD, ROWS, tail)).header


@pytest.mark.parametrize(
    ("below", "certain"),
    [("(60 days for item 2)", False), ("(20 % in advance for pos. 1)", False), ("(by bank transfer)", True)],
)
def test_a_bracket_below_the_terms_may_say_others_of_an_item(below: str, *, certain: bool) -> None:
    terms = header(f"Payment: 30 days net\n{below}\nDelivery: 12 May 2026").payment_terms
    assert terms is not None
    assert terms.sure is certain


@pytest.mark.parametrize(
    ("behind", "certain"),
    [(" (item 2 to: Unit 4, Dock Street, Hull HU1 3DZ)", False), (" (gate 3)", True), ("", True)],
)
def test_a_place_whose_bracket_does_not_close_goes_on_somewhere(behind: str, *, certain: bool) -> None:
    place = header(f"{PLACE}{behind}\nPayment: net 30").delivery_place
    assert place is not None
    assert place.sure is certain


@pytest.mark.parametrize(
    "said",
    [
        "VAT will be charged at the statutory rate in addition to the prices above.",
        "The above is net of sales tax.",
        "上述单价之税费另计",
    ],
)
def test_a_tax_that_words_alone_tell_is_not_absent(said: str) -> None:
    basis = header(f"{said}\nPayment: net 30").tax_included
    assert basis is not None
    assert not (basis.sure and basis.value is None)


@pytest.mark.parametrize(
    "said", ["Please state our VAT number on all invoices.", "Taxes and customs duties outside the country"]
)
def test_a_text_that_merely_names_a_tax_says_nothing_of_the_prices(said: str) -> None:
    assert header(f"{said}\nPayment: net 30").tax_included is None
