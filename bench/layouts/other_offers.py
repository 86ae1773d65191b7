"""The quotations that an order must not be held against: for other parts, and expired ones."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from bench.layouts.values import Quotation, cents


def other_offers(random: Random, right: Quotation, *, named: bool) -> Iterator[Quotation]:
    """Yield quotations to the same customer; an old one for the same parts only if the right one is named."""
    yield _other_offer(random, right)
    if named and random.random() < 0.4:
        yield _old_offer(right)


def _other_offer(random: Random, right: Quotation) -> Quotation:
    """Return a quotation to the same customer for other parts."""
    items = [
        replace(
            each,
            item=str(10 * at),
            gpn=f"10088{random.randrange(100, 999)}",
            lpn=f"LP-66-{random.randrange(1000, 9999)}",
            customer_part=f"{each.customer_part}7",
            drawing=f"GA-88{random.randrange(10, 99)}-01",
            text=f"{each.text} (K)",
            price=cents(each.price * Decimal("1.61")),
        )
        for at, each in enumerate(right.items[:3], 1)
    ]
    return replace(right, number=str(int(right.number) + 6_000), items=tuple(items))


def _old_offer(right: Quotation) -> Quotation:
    """Return the expired quotation of the year before for the same parts."""
    year = dt.timedelta(364)
    items = tuple(replace(each, price=cents(each.price * Decimal("0.94"))) for each in right.items)
    number = str(int(right.number) - 9_000)
    return replace(right, number=number, date=right.date - year, valid_to=right.valid_to - year, items=items)
