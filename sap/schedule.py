"""Items that stand on several rows: one for each schedule line.

Some layouts print an item once per schedule line, with the quantity of the line or with that of the whole
item; the item's value is the same on all. The arithmetic tells which, and where it cannot, nothing is
guessed.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from models.quotation import QuotationItem
from sap.quotation_rows import QuotationRow

CENT = Decimal("0.01")


def merge(rows: Sequence[QuotationRow]) -> QuotationItem | None:
    """Return the item that several rows stand for; None where they contradict each other."""
    first = rows[0].item
    if len(rows) == 1:
        return first
    if any(_without_schedule(each.item) != _without_schedule(first) for each in rows):
        return None
    quantity = _quantity(rows)
    dates = [each.item.delivery_date for each in rows if each.item.delivery_date]
    if quantity is None and first.quantity is not None:
        return None
    # All of the item is there only with the last schedule line.
    return replace(first, quantity=quantity, delivery_date=max(dates, default=None))


def _without_schedule(item: QuotationItem) -> QuotationItem:
    return replace(item, quantity=None, delivery_date=None)


def _quantity(rows: Sequence[QuotationRow]) -> Decimal | None:
    lines = [each.schedule_quantity for each in rows if each.schedule_quantity is not None]
    if len(lines) == len(rows):
        return sum(lines, Decimal(0))
    quantities = [each.item.quantity for each in rows if each.item.quantity is not None]
    if len(quantities) != len(rows):
        return None
    total, item = sum(quantities, Decimal(0)), rows[0].item
    if item.price is None or item.net_value is None:
        return None
    repeated = quantities[0] if len(set(quantities)) == 1 else None
    fitting = [each for each in (total, repeated) if each is not None and _closes(item, each)]
    return fitting[0] if len(fitting) == 1 else None


def _closes(item: QuotationItem, quantity: Decimal) -> bool:
    assert item.price is not None, "asked for with a price"
    assert item.net_value is not None, "asked for with a value"
    return abs(quantity * item.price / item.price_per - item.net_value) <= CENT
