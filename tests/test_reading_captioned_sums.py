"""Sums side by side under their captions, below a table of items, the rate of the tax among them."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field

ORDER = """
Kaarna Mill Oy
Purchase order KM-7714 of 22.05.2027
Supplier: Delta Seals GmbH
Item   Our no.    Supplier no.   Qty    Unit   Unit price EUR   Total
10     S70-2214   40071188       4      pcs    168.00           672.00
       Seal ring
20     S70-2230   40071195       1      pcs    328.00           328.00
       Bearing housing

                  Net total EUR         {tax}          Order total EUR
                  1 000.00              {amount}       1 000.00
"""


def _told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def test_a_rate_among_the_captions_is_no_number() -> None:
    found = assemble(paper(ORDER.format(tax="VAT 0 %", amount="0.00   ")))
    assert [_told(line.amount) for line in found.lines] == [("672.00", True), ("328.00", True)]
    assert [_told(line.part_number) for line in found.lines] == [("40071188", True), ("40071195", True)]
    assert _told(found.header.total_amount) == ("1000.00", True)


@pytest.mark.parametrize("tax", ["EUR 12 ", "BOX 10 ", "DN 50  "])
def test_what_names_no_sum_is_none_of_the_captions(tax: str) -> None:
    found = assemble(paper(ORDER.format(tax=tax, amount="0.00   ")))
    assert len([line for line in found.lines if line.amount and line.amount.sure]) <= 2
