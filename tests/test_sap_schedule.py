import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import pytest

from models.quotation import Quotation, QuotationItem
from sap.quotation_rows import QuotationRow
from sap.schedule import merge

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
