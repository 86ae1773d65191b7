"""Numbers that a narrow cell breaks over two lines."""

import pytest
from paper import paper, words_of

from extractors.assemble import assemble
from extractors.lines.item import Text
from extractors.lines.values.broken_codes import is_doubtful
from extractors.page.runs import joined, make_run
from models.page import Page


def text(*lines: str) -> Text:
    page = Page(1, 900.0, 1200.0, ())
    run = joined([make_run(page, words_of(each, 20.0, 40.0 + 16 * at)) for at, each in enumerate(lines)])
    return Text(run, 0, len(run.text), None, 1, lines=len(lines))


@pytest.mark.parametrize(
    ("lines", "doubtful"),
    [
        (("6-1704-05", "Rev.02"), False),
        (("6-1704-05 Rev.02",), False),
        (("6-1704", "05 Rev.02"), True),
        (("6-1704-", "05"), True),
        (("LP-24", "8760"), True),
    ],
)
def test_a_number_reads_in_one_way_only_where_it_breaks_before_its_revision(
    lines: tuple[str, ...], *, doubtful: bool
) -> None:
    broken = text(*lines)
    assert is_doubtful(broken, broken.printed) is doubtful


BROKEN_FIRST = """
Purchase Order PO-SM-00931
Date: 12 March 2027
Buyer: Delta Works GmbH
No.        Vendor Item   Description              Quantity  Unit of   Direct Unit  Line Amount
           No.                                              Measure   Cost
{}0044120      Gland ring, bilge unit         6  SET            20.00       120.00
{}              type 210
{}0044131      Packing key set               12  SET            10.00       120.00
{}
                                             Total EUR                      240.00
"""


def test_under_a_mere_number_codes_may_be_broken_at_their_dash() -> None:
    text = BROKEN_FIRST.format("TN-RG-     1", "0815      ", "TN-RG-     1", "0822")
    lines = assemble(paper(text)).lines
    assert [line.line_number for line in lines] == [None, None]
    assert [line.customer_part_number and line.customer_part_number.value for line in lines] == [
        "TN-RG-0815",
        "TN-RG-0822",
    ]
    assert not any(line.customer_part_number and line.customer_part_number.sure for line in lines)
    assert [line.part_number and line.part_number.value for line in lines] == ["10044120", "10044131"]
    assert lines[0].description is not None
    assert lines[0].description.value == "Gland ring, bilge unit type 210"


def test_numbers_that_count_stay_those_of_the_items() -> None:
    text = BROKEN_FIRST.format("10         1", "          ", "20         1", "    ")
    numbers = [line.line_number for line in assemble(paper(text)).lines]
    assert [each and each.value for each in numbers] == ["10", "20"]
    mixed = BROKEN_FIRST.format("10         1", "          ", "TN-RG-     1", "0822")
    numbers = [line.line_number for line in assemble(paper(mixed)).lines]
    assert not all(each is not None and each.sure for each in numbers)
