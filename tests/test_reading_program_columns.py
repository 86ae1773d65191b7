"""Columns of programs that stand close: "Unit PriceTaxes" over two, a unit between quantity and price."""

import pytest
from paper import paper, word, words_of
from typed_orders import read, sure, told, value

from extractors.assemble import assemble
from models.page import FileFormat, Page, SourceDocument
from models.reading import Reading

HEADS = ((20, "Description"), (300, "Qty"), (480, "Amount"))
ITEMS = (
    ("[10061187] Rotating face SSiC", "4.00 Units", "64.38", "0% EX", "257.52"),
    ("[MS3-208-G9U] Mechanical seal", "6.00 Units", "293.90", "0% EX", "1763.40"),
)
SUMS = (("Untaxed Amount", "2020.92"), ("VAT 0%", "0.00"), ("Total", "2020.92"))
TOP = ("Purchase Order P00612", "Buyer: Veldkamp Seals B.V.", "Supplier: Delta Seals GmbH", "Currency: EUR")


def set_close(heading: str, taxes: str | None = None) -> Reading:
    """Read an order whose headings of price and tax are one word."""
    words = [each for at, line in enumerate(TOP) for each in words_of(line, 20, 20 + 16 * at)]
    words += [each for x, name in HEADS for each in words_of(name, x, 120)]
    words += [word("Unit", 358, 120), word(heading, 382, 120)]
    for at, (name, counted, price, tax, amount) in enumerate(ITEMS):
        top = 140 + 16 * at
        cells = (
            (20, name),
            (300, counted),
            (405 - 5 * len(price), price),
            (414, taxes or tax),
            (480, amount),
        )
        words += [each for x, text in cells for each in words_of(text, x, top)]
    for at, (name, amount) in enumerate(SUMS):
        words += [*words_of(name, 380, 190 + 16 * at), *words_of(amount, 480, 190 + 16 * at)]
    return assemble(SourceDocument(FileFormat.PDF, (Page(1, 700.0, 900.0, tuple(words), ()),), exact=False))


@pytest.mark.parametrize("heading", ["PriceTaxes", "PriceTax"])
def test_headings_that_became_one_word_are_two(heading: str) -> None:
    reading = set_close(heading)
    assert told(reading.lines, "unit_price", "amount") == [("64.38", "257.52"), ("293.90", "1763.40")]
    assert sure(reading.lines, "amount") == [True, True]
    assert value(reading.header.total_amount) == "2020.92"
    assert reading.header.total_amount is not None
    assert reading.header.total_amount.sure


def test_a_second_figure_that_is_no_tax_leaves_the_prices_to_their_arithmetic() -> None:
    lines = set_close("PriceTaxes", "60.00").lines
    assert told(lines, "amount") == [("257.52",), ("1763.40",)]
    assert all(price in {("64.38",), ("293.90",)} for price in told(lines, "unit_price"))


BETWEEN = """
Ln   Your part    Description                 Order qty      Unit cost     Ext. cost
1    10023177     Mechanical seal MSQ-120         2.000 {one} 2 294.0000      4 588.00
2    10023188     Spare kit MSQ-120               4.000 {two}   508.6000      2 034.40
                                              Order total                  6 622.40
"""


@pytest.mark.parametrize(("one", "two"), [("EA", "EA"), ("SET", "PCS"), ("ST", "EA")])
def test_a_unit_between_quantity_and_price_is_the_quantitys(one: str, two: str) -> None:
    reading = read(BETWEEN.format(one=one, two=two))
    prices = [("2294.0000", "4588.00"), ("508.6000", "2034.40")]
    assert told(reading.lines, "unit_price", "amount") == prices
    assert told(reading.lines, "unit") == [(one,), (two,)]
    assert value(reading.header.total_amount) == "6622.40"


def test_a_currency_before_the_price_is_no_unit() -> None:
    lines = read(BETWEEN.format(one="EUR", two="EUR")).lines
    assert all(unit in {(None,), ("",)} for unit in told(lines, "unit"))


def test_an_item_without_a_unit_keeps_the_others_where_they_are() -> None:
    lines = read(BETWEEN.format(one="EA", two="  ")).lines
    assert not any(sure(lines, "unit"))


SIGNED = """
UMVERT SUGAR REFINERIES (PTY) LTD

                       Purchase order
Purchase order no.: PO-55170
Date: 12 March 2026
Supplier: Delta Seals GmbH
Currency: EUR

Item   Your part    Description                 Qty  Unit   Price        Amount
10     10023177     Mechanical seal 45 mm         4  pcs      100.00       400.00
                                                    Total                  400.00

Buyer: {who}
"""


@pytest.mark.parametrize("who", ["T. Mkhwanazi ____________", "T. Mkhwanazi", "J. P. Roodt ______"])
def test_who_signs_on_a_line_is_not_the_buyer(who: str) -> None:
    customer = assemble(paper(SIGNED.format(who=who))).header.customer
    assert value(customer) == "UMVERT SUGAR REFINERIES (PTY) LTD"
    assert customer is not None
    assert not customer.candidates


def test_a_company_on_a_line_to_sign_is() -> None:
    customer = assemble(paper(SIGNED.format(who="Roodt Trading Ltd ______"))).header.customer
    assert value(customer) == "Roodt Trading Ltd"
