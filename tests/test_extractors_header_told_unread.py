"""Sentences without a label that state terms, sums that something stands behind: nothing of it is absent."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field, Header

ORDER = """
Purchase order no.: PO-88412
Buyer: Nordkai Pumps Ltd
Supplier: Delta Seals GmbH
Order date: 04 May 2026
Item   Part No.   Description      Qty   Unit   Unit price   Total
1      DS-4711    Guide sleeve     2     pcs    50.00        100.00
2      DS-4712    Shaft sleeve     3     pcs    10.00        30.00
{}
{}
"""
TOTAL = "                                         Total EUR           130.00"


def header(sentence: str, total: str = TOTAL) -> Header:
    return assemble(paper(ORDER.format(total, sentence))).header


def is_open(field: Field | None) -> bool:
    return field is not None and not field.sure


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("Our accounts office pays 45 days from end of month of invoice.", True),
        ("Payment will be made 100% by confirmed irrevocable L/C at sight.", True),
        ("Die Zahlung erfolgt innerhalb von 20 Tagen nach Rechnungseingang.", True),
        ("货物验收后支付合同价款的90%，其余一年后付清。", True),
        ("Interest of 1% for late payment is owed.", False),
        ("逾期付款每日支付0.5%违约金。", False),
        ("Goods leave your works within 20 days after receipt of the advance payment.", False),
        ("All goods are packed in wooden boxes.", False),
    ],
)
def test_a_sentence_that_speaks_of_paying_leaves_the_terms_open(sentence: str, *, stated: bool) -> None:
    assert is_open(header(sentence).payment_terms) is stated


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("Die Lieferzeit beträgt laut Angebot 6 Wochen ab Bestelleingang.", True),
        ("Delivery shall be effected by the usual forwarder within 10 weeks.", True),
        ("A fine of 1% a week is due for late delivery after 2 weeks.", False),
    ],
)
def test_a_sentence_that_says_how_long_a_delivery_takes_leaves_it_open(
    sentence: str, *, stated: bool
) -> None:
    found = header(sentence)
    assert (is_open(found.delivery_date) or is_open(found.lead_time)) is stated


@pytest.mark.parametrize(
    ("total", "stated"),
    [
        ("Order total: EUR 130.00 FCA Wenzhou (our forwarder will call)", True),
        ("Totally new parts only", False),
    ],
)
def test_a_sum_with_something_behind_it_is_not_absent(total: str, *, stated: bool) -> None:
    assert (header("Please confirm.", total).total_amount is not None) is stated


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("Following your proforma SGP-2607 of 2nd July we order as above.", True),
        ("Following your proforma we order as above.", False),
    ],
)
def test_a_proforma_may_be_the_offer_that_an_order_follows(sentence: str, *, stated: bool) -> None:
    assert is_open(header(sentence).quotation_number) is stated
