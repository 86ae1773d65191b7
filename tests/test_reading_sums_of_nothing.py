"""Amounts of nothing below a total, taxes with their reason, and days of offers in two languages."""

import pytest
from reading_attacks import ENGLISH, Attack, finds
from typed_orders import read, value

from extractors.assemble import assemble
from models.reading import Field

ITEMS = """
Pos  Material   Description      Qty  Unit  Unit price  Amount
10   1001234    Shaft seal       2    pcs   10.00       20.00
20   1001235    Shaft sleeve     2    pcs   20.00       40.00
                                       Total            60.00
"""


def total(below: str) -> Field:
    found = read(ITEMS + below).header.total_amount
    assert found is not None
    return found


@pytest.mark.parametrize(
    "below", ["制单人：王某      现存量：0.00", "Stock on hand  0.00", "Rounding   0,00"]
)
def test_an_amount_of_nothing_below_the_total_changes_it_not(below: str) -> None:
    found = total(below)
    assert (found.value, found.sure) == ("60.00", True)


@pytest.mark.parametrize("below", ["制单人：王某      现存量：10.00", "Zu leisten   66.00", "Plus   0.50"])
def test_another_amount_below_the_total_opens_it(below: str) -> None:
    assert not total(below).sure


REASONED = """
Pos  Material   Description      Qty  Unit  Unit price  Amount
10   1001234    Shaft seal       2    pcs   10.00       20.00
20   1001235    Shaft sleeve     2    pcs   20.00       40.00
                               Sub-total                60.00
                               {tax}   {amount}
                               Total                    {total}
"""


@pytest.mark.parametrize(
    ("tax", "rate"), [("GST 0% (zero-rated, for a vessel)", "0"), ("USt. 0 % (innergem. Lieferung)", "0")]
)
def test_a_tax_may_have_its_reason_in_brackets(tax: str, rate: str) -> None:
    found = read(REASONED.format(tax=tax, amount="0.00", total="60.00")).header
    assert value(found.tax_rate) == rate
    assert value(found.total_amount) == "60.00"


@pytest.mark.parametrize("tax", ["GST 10% (on packing only)", "VAT 10% (in the prices)"])
def test_a_tax_that_its_base_does_not_make_is_not_sure(tax: str) -> None:
    found = read(REASONED.format(tax=tax, amount="2.00", total="62.00")).header
    assert found.tax_rate is None or not found.tax_rate.sure


@pytest.mark.parametrize("said", ["del/of 03/11/2026", "of 3 November 2026"])
def test_the_day_of_an_offer_may_be_led_in_two_languages(said: str) -> None:
    attack = Attack("two languages", ENGLISH, head={"quote": f"Your quotation No.: 20018841 {said}"})
    assert not finds(attack)
    found = assemble(attack.document).header.quotation_number
    assert found is not None
    assert (found.value, found.sure) == ("20018841", True)
