"""Clauses whose titles stand alone, with numbered paragraphs below them."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field, Reading

CONTRACT = """
CONTRACT No. KT-118
Buyer: Nordkai Pumps Ltd
Supplier: Delta Seals GmbH
Item   Part No.   Description      Qty   Unit   Unit price   Total
1      DS-4711    Guide sleeve     2     pcs    50.00        100.00
2      DS-4712    Shaft sleeve     3     pcs    10.00        30.00
                                         Total EUR           130.00
3. TERMS OF DELIVERY
3.1. Within 8 weeks after signature.
4. TERMS OF PAYMENT
{}
5. WARRANTY
5.1. 12 months.
"""
ADVANCE = "30% in advance, 70% within 30 days after delivery"


def told(field: Field | None) -> tuple[str | None, bool] | None:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


def read(*lines: str) -> Reading:
    return assemble(paper(CONTRACT.format("\n".join(lines))))


@pytest.mark.parametrize(
    "lines",
    [
        (f"4.1 {ADVANCE}.",),
        (f"4.1. {ADVANCE}.",),
    ],
)
def test_terms_are_the_paragraph_that_speaks_of_paying(lines: tuple[str, ...]) -> None:
    assert told(read(*lines).header.payment_terms) == (ADVANCE, True)


def test_terms_of_several_paragraphs_are_the_one_that_speaks_of_paying_and_open() -> None:
    terms = read(f"4.1. {ADVANCE}.", "4.2. All bank charges are borne by the Supplier.").header.payment_terms
    assert told(terms) == (ADVANCE, False)


@pytest.mark.parametrize(
    "second", ["4.2. 5% of the price within 60 days against a guarantee.", "4.2. Then 5 parts are withheld."]
)
def test_terms_in_two_paragraphs_with_figures_are_not_sure(second: str) -> None:
    terms = read(f"4.1. {ADVANCE}.", second).header.payment_terms
    assert terms is not None
    assert not terms.sure


def test_a_title_is_no_label_with_its_own_end_as_value() -> None:
    terms = read("4.1. The parties settle as they always do.").header
    assert terms.payment_terms is not None
    assert not terms.payment_terms.sure
    assert terms.incoterms is None or terms.incoterms.value is None


def test_a_version_of_the_trade_terms_ends_with_its_sentence() -> None:
    text = "Delivery terms: CIF Durban, Incoterms 2020. Marked with our order number"
    assert told(read(f"4.1. {ADVANCE}.", text).header.incoterms) == ("CIF Durban", True)


HEADED = """
{}
12 Harbour Road, Leeds LS1 4AB
PURCHASE ORDER
Company
Delta Seals GmbH
Industriestrasse 4, 99084 Erfurt
Order no.: 4500117
Item   Part No.   Description      Qty   Unit   Unit price   Total
1      DS-4711    Guide sleeve     2     pcs    50.00        100.00
                                         Total EUR           100.00
Delta Seals GmbH confirms this order within two days.
"""


@pytest.mark.parametrize(("head", "sure"), [("Nordkai Pumps Ltd", False), ("Delta Seals GmbH", True)])
def test_a_company_below_another_at_the_head_may_be_the_addressee(head: str, *, sure: bool) -> None:
    customer = assemble(paper(HEADED.format(head))).header.customer
    assert customer is not None
    assert customer.sure is sure


REVISED = """
PURCHASE ORDER PO-88412
Buyer: Nordkai Pumps Ltd
Supplier: Delta Seals GmbH
Item   Part No.   Description      Qty   Unit   Unit price   Total
1      DS-4711    Guide sleeve     2     pcs    50.00        100.00
                                         Total EUR           100.00
{}  Date            Prepared
A      02-Jul-2026     JK
"""


@pytest.mark.parametrize(("caption", "sure"), [("Rev. ", False), ("Place", True)])
def test_the_first_day_of_a_list_of_revisions_is_not_surely_that_of_the_order(
    caption: str, *, sure: bool
) -> None:
    date = assemble(paper(REVISED.format(caption))).header.document_date
    assert date is not None
    assert date.sure is sure
