"""Which lot of an item is whose: each part of an order is held against the day that was promised for as much.

An item of 10 pieces, 5 on 20 December and 5 on 18 January, promises the first 5 for December. What asks for
the earliest day gets the earliest lots; whatever reaches into a later lot is there only with it.
"""

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from compare import values
from compare.case import Case
from models.quotation import Lot, QuotationItem


def items(case: Case, line: int) -> tuple[QuotationItem, ...]:
    """Return the items that a line orders, each promised for the day of the lots that are the line's."""
    ordered = case.items_of(line)
    if len(ordered) != 1 or not ordered[0].lots:
        return ordered
    day = _day(ordered[0].lots, _wanted(case, line, ordered[0]))
    return ordered if day is None else (replace(ordered[0], delivery_date=day),)


def _wanted(case: Case, line: int, item: QuotationItem) -> Decimal | None:
    """Return how much of an item is asked for until a line's day; None where a line does not say."""
    lines = case.found.fit.alignment.lines_of(case.quotation.items.index(item))
    until = values.date(case.reading.lines[line].delivery_date)
    wanted = Decimal(0)
    for stated in (case.reading.lines[each] for each in lines):
        day, quantity = values.date(stated.delivery_date), values.number(stated.quantity)
        if until is None or day is None or quantity is None:
            return None
        wanted += quantity if day <= until else 0
    return wanted


def _day(lots: Sequence[Lot], wanted: Decimal | None) -> dt.date | None:
    """Return the day by which so much was promised, None where nobody knows how much, or it is too much."""
    there = itertools.accumulate(each.quantity for each in lots)
    days = (lot.day for lot, whole in zip(lots, there, strict=True) if wanted is not None and whole >= wanted)
    return next(days, None)
