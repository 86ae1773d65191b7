"""Codes below the name of an item behind words of the writer's own."""

from collections.abc import Sequence

import pytest
from typed_orders import read, sure, told

from models.reading import Reading

HEADING = "Pos   Goods                                  Qty     Price     Amount"
ROWS = (
    "1     Cartridge seal 45                      2 pcs   20.00     40.00",
    "2     Shaft sleeve 45                        3 pcs   10.00     30.00",
)
NUMBERS = ("10061277", "10061280")


def order(*below: Sequence[str], heading: str = HEADING) -> Reading:
    """Return the reading of an order of two items with lines below each name."""
    lines = [heading]
    for row, texts in zip(ROWS, below, strict=True):
        lines += [row, *(f"      {text}" for text in texts)]
    return read("\n".join([*lines, "Total EUR 70.00"]))


def bins(*codes: str, word: str = "our bin") -> Reading:
    """Return the reading of items with the seller's number and a code behind words of the writer's."""
    below = [[f"Supplier code {own} · {word} {code}"] for own, code in zip(NUMBERS, codes, strict=True)]
    return order(*below)


def test_what_every_item_has_behind_words_of_the_writers_is_his_number_and_not_certain() -> None:
    found = bins("B-4410", "B-4415")
    assert told(found.lines, "part_number", "customer_part_number") == [
        ("10061277", "B-4410"),
        ("10061280", "B-4415"),
    ]
    assert not any(sure(found.lines, "customer_part_number"))
    assert all(sure(found.lines, "part_number"))


@pytest.mark.parametrize("codes", [("B-4410", "B-4410"), ("B-4410", "by the gate")])
def test_one_code_for_all_or_no_code_in_one_is_none_of_the_items(codes: tuple[str, str]) -> None:
    assert told(bins(*codes).lines, "customer_part_number") == [(None,), (None,)]


def test_what_a_known_label_says_is_that() -> None:
    found = bins("GA-4410", "GA-4415", word="our order no.")
    assert told(found.lines, "customer_part_number") == [(None,), (None,)]
