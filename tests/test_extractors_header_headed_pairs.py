"""Short labels below the heading of a clause."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Header

ORDER = """
PURCHASE ORDER No. 4500776655
Article 1. Goods
No  Description     Qty  Unit price  Amount
1   Shaft sleeve    4    50.00       200.00
Total EUR 200.00
Article 2. {heading}
{text}
Article 3. Payment
30% on signing, 70% within 20 days of delivery. By transfer to account 0044100200.
Article 4. Warranty
"""
SAID = "Time: before 20 November 2026. Place: Ostrow Mill, Lot 7, Quay Road. Carriage by Party B."


def header(heading: str, text: str) -> Header:
    return assemble(paper(ORDER.format(heading=heading, text=text))).header


def test_day_and_place_below_the_heading_of_delivery_are_likely() -> None:
    read = header("Delivery", SAID)
    assert read.delivery_date is not None
    assert (read.delivery_date.value, read.delivery_date.sure) == ("2026-11-20", False)
    assert read.delivery_place is not None
    assert read.delivery_place.value == "Ostrow Mill, Lot 7, Quay Road"
    assert not read.delivery_place.sure


@pytest.mark.parametrize("heading", ["Inspection", "Meetings"])
def test_below_another_heading_they_say_nothing_of_delivery(heading: str) -> None:
    read = header(heading, SAID)
    assert read.delivery_date is None or read.delivery_date.value != "2026-11-20"


def test_the_terms_of_a_numbered_article_end_before_the_account() -> None:
    terms = header("Delivery", SAID).payment_terms
    assert terms is not None
    assert terms.value == "30% on signing, 70% within 20 days of delivery"


def test_the_day_of_the_offer_behind_its_number_is_not_the_orders() -> None:
    text = """
PURCHASE ORDER No. 4500776655
Korvau, day 21 month 10 year 2026
Based on quotation No. OR-1907 dated 04/09/2026 of Party B, Party A orders the goods below:
No  Description     Qty  Unit price  Amount
1   Shaft sleeve    4    50.00       200.00
"""
    found = assemble(paper(text)).header.document_date
    assert found is not None
    assert (found.value, found.sure) == ("2026-10-21", False)
