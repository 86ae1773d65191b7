"""Headings of the numbers that the writer's store has for things."""

import pytest

from extractors.lines.headings import recognise


@pytest.mark.parametrize("text", ["our stores no.", "Our store no.", "Our stock number"])
def test_numbers_of_the_writers_store_are_the_buyers(text: str) -> None:
    heading = recognise(text)
    assert heading is not None
    assert heading.exact
    assert {each.value for each in heading.roles} == {"buyer_part"}


@pytest.mark.parametrize("text", ["our stores", "stores no."])
def test_what_the_writer_has_in_stock_is_no_number_of_his(text: str) -> None:
    heading = recognise(text)
    assert heading is None or {each.value for each in heading.roles} != {"buyer_part"}
