"""What is no number of the order although a label of orders stands before it."""

import pytest
from reading_attacks import Attack

from extractors.assemble import assemble
from models.reading import Field


def _number(attack: Attack) -> Field:
    number = assemble(attack.document).header.document_number
    assert number is not None
    return number


@pytest.mark.parametrize("line", ["Framework agreement: FA-2025-0093", "框架协议号：KJ-2025-0093"])
def test_the_framework_that_an_order_names_is_no_title_of_it(line: str) -> None:
    number = _number(Attack("framed", more=[line]))
    assert (number.value, number.sure) == ("4500781234", True)


def test_another_number_in_a_title_of_the_order_is_a_rival() -> None:
    number = _number(Attack("titled", before=["Purchase order 4500999999"]))
    assert not number.sure


@pytest.mark.parametrize("foot", ["PO total 1,930.00", "PO total: EUR 1,930.00"])
def test_a_sum_beside_an_orders_total_is_no_number_of_it(foot: str) -> None:
    number = _number(Attack("summed", foot=[foot]))
    assert (number.value, number.sure) == ("4500781234", True)
