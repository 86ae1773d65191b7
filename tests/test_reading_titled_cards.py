"""Cards side by side below titles that count them, and what only looks like them."""

from collections.abc import Sequence

import pytest
from typed_orders import read, sure, told, value

from models.reading import Reading

CARDS = (
    (
        "Item 1",
        "Cartridge seal 45",
        "Your code 10061277 Our stock no. LK-0117",
        "6 pcs @ EUR 20.00",
        "EUR 120.00",
    ),
    (
        "Item 2",
        "Shaft sleeve 45",
        "Your code 10061280 Our stock no. LK-0142",
        "2 pcs @ EUR 5.00",
        "EUR 10.00",
    ),
    ("Item 3", "Ring SSiC", "Your code 10061291 Our stock no. LK-0158", "4 pcs @ EUR 7.50", "EUR 30.00"),
)
DAYS = ("On site by 31 July 2027", "On site by 3 August 2027", "On site by 4 August 2027")
WIDTH = 60


def beside(left: Sequence[str], right: Sequence[str]) -> list[str]:
    """Return the lines of two cards side by side."""
    return [f"{one:<{WIDTH}}{two}".rstrip() for one, two in zip(left, right, strict=True)]


def card(at: int, *, title: str = "") -> list[str]:
    """Return the lines of a card."""
    name, thing, codes, price, amount = CARDS[at]
    return [title or name, thing, codes, f"{price:<30}{amount}", DAYS[at]]


def order(titles: Sequence[str] = ("", "", ""), total: str = "160.00") -> Reading:
    """Return the reading of two cards side by side and one below them."""
    first, second, third = (card(at, title=title) for at, title in enumerate(titles))
    lines = [*beside(first, second), "", *third, "", "", f"{'':<70}Order total EUR {total}"]
    return read("\n".join(lines))


def test_cards_below_titles_that_count_on_are_items() -> None:
    found = order()
    assert told(found.lines, "line_number", "description", "part_number", "customer_part_number") == [
        ("1", "Cartridge seal 45", "10061277", "LK-0117"),
        ("2", "Shaft sleeve 45", "10061280", "LK-0142"),
        ("3", "Ring SSiC", "10061291", "LK-0158"),
    ]
    assert told(found.lines, "quantity", "unit_price", "amount", "delivery_date") == [
        ("6", "20.00", "120.00", "2027-07-31"),
        ("2", "5.00", "10.00", "2027-08-03"),
        ("4", "7.50", "30.00", "2027-08-04"),
    ]
    assert value(found.header.total_amount) == "160.00"


@pytest.mark.parametrize(
    "titles", [("Item 1", "Item 3", "Item 2"), ("Item 1", "Item 1", "Item 1"), ("Item 2", "Item 3", "Item 4")]
)
def test_titles_that_do_not_count_on_prove_no_cards(titles: tuple[str, str, str]) -> None:
    assert not any(sure(order(titles).lines, "part_number"))


def test_amounts_of_cards_that_miss_the_total_are_open() -> None:
    found = order(total="165.00")
    assert not (found.header.total_amount and found.header.total_amount.sure)
