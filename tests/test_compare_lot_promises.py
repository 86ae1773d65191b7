"""Items that were promised in lots: every line is held against the lots that are its own."""

import datetime as dt
from decimal import Decimal

import pytest
from compare_builders import check, held, item, line, order, outcome, quotation

from models.quotation import Lot, Quotation
from models.reading import OrderLine

FIRST, LAST = dt.date(2026, 12, 20), dt.date(2027, 1, 18)


def quoted(*lots: Lot) -> Quotation:
    parts = lots or (Lot(Decimal(5), FIRST), Lot(Decimal(5), LAST))
    return quotation(item(quantity=Decimal(10), delivery_date=LAST, lots=parts))


def part(quantity: int, day: str) -> OrderLine:
    return line(quantity=str(quantity), amount=f"{quantity * 118}.00", delivery_date=day)


@pytest.mark.parametrize("days", [("2026-12-20", "2027-01-18"), ("2027-01-18", "2026-12-20")])
def test_each_line_has_the_day_of_its_lot(days: tuple[str, str]) -> None:
    found = held(order(*(part(5, day) for day in days)), quoted())
    assert found.differences == ()
    assert found.verdict.value == "match"


@pytest.mark.parametrize(
    ("lines", "early"),
    [
        ([(5, "2026-12-20"), (5, "2027-01-10")], [2]),
        ([(5, "2026-12-10"), (5, "2027-01-18")], [1]),
        ([(6, "2026-12-20"), (4, "2027-01-18")], [1]),
        ([(5, "2026-12-20"), (5, "2026-12-20")], [1, 2]),
        ([(10, "2026-12-20")], [1]),
        ([(10, "2027-01-18")], []),
        ([(4, "2026-12-20"), (6, "2027-01-18")], []),
    ],
)
def test_whatever_reaches_into_a_later_lot_is_there_only_with_it(
    lines: list[tuple[int, str]], early: list[int]
) -> None:
    found = held(order(*(part(quantity, day) for quantity, day in lines)), quoted())
    days = [each.line for each in found.differences if each.field == "delivery_date"]
    assert days == early


def test_a_day_for_all_is_held_against_the_last_lot() -> None:
    found = held(order(line(quantity="10", amount="1180.00"), delivery_date="2026-12-20"), quoted())
    assert outcome(found, "L10") == ("differs", "early")


def test_where_a_line_states_no_day_of_its_own_the_whole_counts() -> None:
    two = (part(5, "2026-12-20"), line(quantity="5", amount="590.00"))
    found = held(order(*two, delivery_date="2027-01-18"), quoted())
    assert check(found, "L10", 1).quotation == LAST.isoformat()
