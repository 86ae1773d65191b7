"""Items that stand on several rows: one for each schedule line.

Some layouts print an item once per schedule line, with the quantity of the line or with that of the whole
item; the item's value is the same on all. The arithmetic tells which, and where it cannot, nothing is
guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from models.quotation import Lot, QuotationItem
from sap.quoting.quotation_rows import QuotationRow

CENT = Decimal("0.01")


def merge(rows: Sequence[QuotationRow]) -> QuotationItem | None:
    """Return the item that several rows stand for; None where they contradict each other."""
    first = rows[0].item
    if len(rows) == 1:
        stated = rows[0].schedule_quantity if first.quantity is None else first.quantity
        return _priced(replace(first, quantity=stated), rows)
    if any(_without_schedule(each.item) != _without_schedule(first) for each in rows):
        return None
    number = quantity(
        [each.schedule_quantity for each in rows],
        [each.item.quantity for each in rows],
        Value(first.price, first.price_per, first.net_value),
    )
    if number is None and not rows[0].priced:
        number = _unpriced(rows)
    dates = [each.item.delivery_date for each in rows if each.item.delivery_date]
    if number is None and first.quantity is not None:
        return None
    # All of the item is there only with the last schedule line.
    last = max(dates, default=None)
    return _priced(replace(first, quantity=number, delivery_date=last, lots=_lots(rows, number)), rows)


def unconfirmed(rows: Sequence[QuotationRow], item: QuotationItem) -> Decimal | None:
    """Return how much of an item is confirmed for its days (VBEP-BMENG), where that is not all of it."""
    stated = [each.confirmed for each in rows if each.confirmed is not None] or _dated(rows)
    if not stated or item.lead_time is not None or item.rejected:
        return None
    confirmed = sum(stated, Decimal(0))
    return confirmed if item.quantity is None or confirmed < item.quantity else None


def _dated(rows: Sequence[QuotationRow]) -> list[Decimal]:
    """Return what has a day, where another schedule line of the item has none: nobody promised that."""
    days = [each.item.delivery_date is not None for each in rows]
    if all(days) or not any(days):
        return []
    parts = [
        each.item.quantity if each.schedule_quantity is None else each.schedule_quantity for each in rows
    ]
    return [part or Decimal(0) for part, dated in zip(parts, days, strict=True) if dated]


def is_open(rows: Sequence[QuotationRow]) -> bool:
    """Tell whether nothing says if the rows repeat an item's quantity or part it, and so what one costs."""
    if len(rows) == 1 or rows[0].priced or None not in {each.schedule_quantity for each in rows}:
        return False
    return len({each.item.quantity for each in rows}) == 1


def _unpriced(rows: Sequence[QuotationRow]) -> Decimal | None:
    """Return the quantity where a list of schedule lines has no prices: that of all lines (VBEP-WMENG)."""
    stated = [each.item.quantity for each in rows if each.item.quantity is not None]
    return sum(stated, Decimal(0)) if len(stated) == len(rows) else None


def _priced(item: QuotationItem, rows: Sequence[QuotationRow]) -> QuotationItem:
    """Return an item with a price: where a list has values only, the value for the whole quantity."""
    if rows[0].priced or is_open(rows) or item.net_value is None or not item.quantity:
        return item
    return replace(item, price=item.net_value, price_per=item.quantity)


def _lots(rows: Sequence[QuotationRow], number: Decimal | None) -> tuple[Lot, ...]:
    """Return what comes when, in the order of the days; none where that does not follow from the rows.

    SAP writes a day that cannot be met as a line without a confirmation (VBEP-BMENG), and the day that can
    as one without an order: neither is a lot.
    """
    lots = [each for each in map(_lot, rows) if each is not None]
    if len(lots) < len(rows) or sum((each.quantity for each in lots), Decimal(0)) != number:
        return ()
    return tuple(sorted(lots, key=lambda each: each.day))


def _lot(row: QuotationRow) -> Lot | None:
    part = row.item.quantity if row.schedule_quantity is None else row.schedule_quantity
    if not part or row.confirmed not in {None, part} or row.item.delivery_date is None:
        return None
    return Lot(part, row.item.delivery_date)


def _without_schedule(item: QuotationItem) -> QuotationItem:
    return replace(item, quantity=None, delivery_date=None)


@dataclass(frozen=True, slots=True)
class Value:
    """What an item costs, to tell which quantity is the item's."""

    price: Decimal | None
    per: Decimal
    net_value: Decimal | None


def quantity(
    lines: Sequence[Decimal | None], quantities: Sequence[Decimal | None], value: Value
) -> Decimal | None:
    """Return the quantity of an item from its rows: of their schedule lines, or of the item on each row.

    None where it is not stated, or where the arithmetic does not tell whether rows repeat it.
    """
    stated = [each for each in lines if each is not None]
    if stated and len(stated) == len(lines):
        return sum(stated, Decimal(0))
    each_row = [each for each in quantities if each is not None]
    if len(each_row) != len(quantities) or len(each_row) == 1:
        return each_row[0] if len(each_row) == len(quantities) else None
    return _of_rows(each_row, value)


def _of_rows(quantities: Sequence[Decimal], value: Value) -> Decimal | None:
    if value.price is None or value.net_value is None:
        return None
    repeated = quantities[0] if len(set(quantities)) == 1 else None
    total = sum(quantities, Decimal(0))
    fitting = [each for each in (total, repeated) if each is not None and _closes(value, each)]
    return fitting[0] if len(fitting) == 1 else None


def _closes(value: Value, number: Decimal) -> bool:
    assert value.price is not None, "asked for with a price"
    assert value.net_value is not None, "asked for with a value"
    return abs(number * value.price / value.per - value.net_value) <= CENT
