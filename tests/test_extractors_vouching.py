"""What is not sure of an order whose lines may not all have been read."""

import pytest
from paper import paper

from extractors.assemble import assemble

ORDER = """
Purchase order
Order No.: 4500781234
Delivery time: 12 weeks
Pos  Description      Qty   Unit price excl. tax   Amount
1    Hose DN40        4     50.00                  200.00
2    Gland plate      1     70.00                  70.00
Total EUR                                          {total}
"""


@pytest.mark.parametrize(("total", "sure"), [("270.00", True), ("340.00", False)])
def test_what_a_lost_line_may_have_said_is_not_surely_the_orders(total: str, *, sure: bool) -> None:
    header = assemble(paper(ORDER.format(total=total))).header
    assert header.lead_time is not None
    assert (header.lead_time.value, header.lead_time.sure) == ("P12W", sure)
    assert header.tax_included is not None
    assert header.tax_included.value == "false"
    assert header.tax_included.sure is sure


def test_without_any_line_a_date_may_be_that_of_a_line() -> None:
    text = "Purchase order\nOrder No.: 4500781234\nGoods Hose DN40\nDue date: 2026-03-19\n"
    header = assemble(paper(text)).header
    assert header.delivery_date is None or not header.delivery_date.sure


def test_a_name_of_several_lines_may_hold_a_line_that_was_not_read() -> None:
    text = """
Purchase order
Order No.: 4500781234
Pos  Description        Qty   Unit price   Amount
1    Hose DN40          4     50.00        200.00
     with flanges
2    Gland plate        1     70.00        70.00
Total EUR                                  {total}
"""
    for total, sure in (("270.00", True), ("340.00", False)):
        name = assemble(paper(text.format(total=total))).lines[0].description
        assert name is not None
        assert name.sure is sure


@pytest.mark.parametrize(
    ("line", "basis"), [("Unit price incl. VAT Gross amount", None), ("All prices include VAT.", "true")]
)
def test_headings_that_were_taken_for_a_sentence_say_nothing_of_all_prices(
    line: str, basis: str | None
) -> None:
    text = f"""
Purchase order
Order No.: 4500781234
Pos  Description        Qty   Price    Amount
1    Hose DN40          4     50.00    200.00
2    Gland plate        1     70.00    70.00
Total EUR                              270.00

{line}
"""
    found = assemble(paper(text)).header.tax_included
    assert (found.value if found is not None and found.sure else None) == basis
