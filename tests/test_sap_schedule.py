import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from models.quotation import Quotation, QuotationItem
from sap.quoting.quotation_rows import QuotationRow
from sap.quoting.schedule_lines import merge, unconfirmed

FIRST, LAST = dt.date(2026, 12, 20), dt.date(2027, 1, 20)
BARE = QuotationItem("10", part_number="A1", unit="EA")
PRICED = QuotationItem("10", part_number="A1", price=Decimal("1.50"), net_value=Decimal("15.00"))


def rows(
    item: QuotationItem, quantities: Sequence[int | None], lines: Sequence[int | None] = ()
) -> list[QuotationRow]:
    """Return a row for each schedule line: the item's quantity, and that of the line."""
    found = []
    for at, quantity in enumerate(quantities):
        own = QuotationItem(
            item.item,
            part_number=item.part_number,
            price=item.price,
            net_value=item.net_value,
            quantity=None if quantity is None else Decimal(quantity),
            delivery_date=(FIRST, LAST)[at % 2],
        )
        line = lines[at] if at < len(lines) else None
        found.append(QuotationRow(Quotation("1", ()), own, None if line is None else Decimal(line)))
    return found


@pytest.mark.parametrize(
    ("item", "quantities", "lines", "quantity"),
    [
        pytest.param(BARE, [10, 10], [4, 6], 10, id="the lines have a column of their own"),
        pytest.param(BARE, [None, None], [4, 6], 10, id="only the lines state quantities"),
        pytest.param(PRICED, [4, 6], [], 10, id="the item's value is that of the sum"),
        pytest.param(PRICED, [10, 10], [], 10, id="the item's value is that of one row"),
        pytest.param(PRICED, [5, 5], [], 10, id="two halves"),
    ],
)
def test_the_quantity_of_an_item_on_several_rows(
    item: QuotationItem, quantities: Sequence[int | None], lines: Sequence[int | None], quantity: int
) -> None:
    merged = merge(rows(item, quantities, lines))
    assert merged is not None
    assert merged.quantity == quantity


def test_all_of_an_item_is_there_with_its_last_schedule_line() -> None:
    merged = merge(rows(PRICED, [4, 6])[::-1])
    assert merged is not None
    assert merged.delivery_date == LAST


@pytest.mark.parametrize(
    ("item", "quantities", "lines", "lots"),
    [
        pytest.param(BARE, [10, 10], [4, 6], [4, 6], id="the lines have a column of their own"),
        pytest.param(PRICED, [4, 6], [], [4, 6], id="the rows part the item"),
        pytest.param(PRICED, [10, 10], [], [], id="the rows repeat the item"),
        pytest.param(PRICED, [10, 0], [], [], id="the day that was asked for, and the one that can be met"),
    ],
)
def test_lots_have_the_days_of_their_schedule_lines(
    item: QuotationItem, quantities: Sequence[int | None], lines: Sequence[int | None], lots: list[int]
) -> None:
    merged = merge(rows(item, quantities, lines)[::-1])
    assert merged is not None
    days = [(Decimal(part), day) for part, day in zip(lots, (FIRST, LAST), strict=False)]
    assert [(each.quantity, each.day) for each in merged.lots] == days
    assert merged.delivery_date == LAST


@pytest.mark.parametrize(("confirmed", "known"), [((4, 6), True), ((0, 10), False), ((4, 0), False)])
def test_what_is_not_confirmed_is_no_lot(confirmed: tuple[int, int], known: bool) -> None:  # noqa: FBT001 - a table
    given = zip(rows(PRICED, [4, 6]), confirmed, strict=True)
    merged = merge([replace(row, confirmed=Decimal(each)) for row, each in given])
    assert merged is not None
    assert bool(merged.lots) is known


@pytest.mark.parametrize(
    ("quantities", "quantity", "price"),
    [([12, 8], 20, "1092.04"), ([10, 10], 20, None), ([20, 0], 20, "1092.04"), ([20], 20, "1092.04")],
)
def test_a_list_without_prices_has_the_value_for_the_sum(
    quantities: list[int | None], quantity: int, price: str | None
) -> None:
    valued = QuotationItem("10", part_number="A1", net_value=Decimal("21840.80"))
    merged = merge([replace(each, priced=False) for each in rows(valued, quantities)])
    assert merged is not None
    each = None if merged.price is None else merged.price / merged.price_per
    assert (merged.quantity, each) == (Decimal(quantity), None if price is None else Decimal(price))


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(rows(BARE, [10, 10]), id="without a value nothing tells"),
        pytest.param(rows(PRICED, [3, 4]), id="the value closes in no way"),
        pytest.param([*rows(PRICED, [10]), *rows(BARE, [10])], id="one has a price, one has none"),
        pytest.param(rows(PRICED, [10, None]), id="one has no quantity"),
    ],
)
def test_rows_that_contradict_each_other_are_no_item(given: list[QuotationRow]) -> None:
    assert merge(given) is None


def test_an_item_on_one_row_is_taken_as_it_is() -> None:
    (row,) = rows(BARE, [None])
    assert merge([row]) == row.item


@pytest.mark.parametrize(
    ("quantities", "confirmed", "left"),
    [
        ([10], [0], 0),
        ([10], [4], 4),
        ([10], [10], None),
        ([10], [12], None),
        ([4, 6], [4, 0], 4),
        ([4, 6], [4, 6], None),
        ([10, 0], [0, 10], None),
        ([10], [None], None),
    ],
)
def test_how_much_of_an_item_is_confirmed_where_that_is_not_all(
    quantities: list[int | None], confirmed: list[int | None], left: int | None
) -> None:
    given = [
        replace(row, confirmed=None if each is None else Decimal(each))
        for row, each in zip(rows(PRICED, quantities), confirmed, strict=True)
    ]
    merged = merge(given)
    assert merged is not None
    assert unconfirmed(given, merged) == left
    assert unconfirmed(given, replace(merged, delivery_date=None)) == left
    assert unconfirmed(given, replace(merged, lead_time="8 weeks")) is None
