"""Quoted items that stand on several rows: one item with its lots, and what of it is confirmed."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from models.quotation import Lot, QuotationItem
from sap import schedule
from sap.quoting.quotation_rows import QuotationRow


def merge(rows: Sequence[QuotationRow]) -> QuotationItem | None:
    """Return the item that several rows stand for; None where they contradict each other."""
    first = rows[0].item
    if len(rows) == 1:
        stated = rows[0].schedule_quantity if first.quantity is None else first.quantity
        return _priced(replace(first, quantity=stated), rows)
    if any(_without_schedule(each.item) != _without_schedule(first) for each in rows):
        return None
    number = schedule.quantity(
        [each.schedule_quantity for each in rows],
        [each.item.quantity for each in rows],
        schedule.Value(first.price, first.price_per, first.net_value),
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
