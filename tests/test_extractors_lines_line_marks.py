"""Item numbers with a mark before them."""

import pytest
from paper import paper

from extractors.assemble import assemble


def numbers(first: str, second: str) -> list[tuple[str | None, bool]]:
    text = f"""
Purchase order
Ln     Description     Qty     Rate    Amount
{first:<6} Shaft sleeve      2    50.00    100.00
{second:<6} Spring set        3    10.00     30.00
                                Total     130.00
"""
    found = [line.line_number for line in assemble(paper(text)).lines]
    return [(field.value, field.sure) for field in found if field is not None]


@pytest.mark.parametrize(("first", "second"), [("N 1", "E 2"), ("1", "2"), ("1", "N2")])
def test_a_mark_before_the_number_is_no_part_of_it(first: str, second: str) -> None:
    assert numbers(first, second) == [("1", True), ("2", True)]


def test_a_letter_that_never_stands_apart_may_belong_to_the_number() -> None:
    assert numbers("A1", "A2") == [("A1", False), ("A2", False)]
