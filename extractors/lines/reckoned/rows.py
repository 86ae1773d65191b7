"""Rows of figures that reckon, and among them those whose amounts make a sum that is printed."""

import bisect
import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from extractors.fields import units
from extractors.late import late
from extractors.lines.reckoned.figures import Figure

CENT = Decimal("0.01")
UNIT = late(r"\s{0,2}(?P<unit>[^\W\d_]{1,10}\.?)(?!\w)")
NEAR = 6
"""The figures of an item stand within so many lines."""
BASES = (1, 100, 1000, 10)
ALIGNED = 4.0
"""Amounts of one column end within so many points of each other."""
LARGEST_QUANTITY = 1_000_000
MOST = 4000
"""A document with more figures is no order of a few pages."""
SOME = 2
SELDOM = 10
"""Hardly anybody prices by the ten."""
OF_MONEY = 2
"""The decimals of an amount of money; quantities have three or none."""
SMALL_WHOLE = 100
"""A whole number below this is hardly an amount of money."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The figures of an item: `quantity` times `price` for `per` pieces is `amount`."""

    quantity: Figure
    price: Figure
    per: int
    amount: Figure

    @property
    def lines(self) -> tuple[int, int]:
        """The first and the last line that its figures stand in."""
        at = [self.quantity.line, self.price.line, self.amount.line]
        return min(at), max(at)


def find(
    figures: Sequence[Figure], known: Counter[Decimal], totals: Collection[Decimal]
) -> tuple[tuple[Reckoned, ...], Figure] | None:
    """Return the items that add up to a printed sum, and that sum; None where none do.

    They hold all amounts that are `known` already; the sum of a single one must be among the `totals`.
    """
    if len(figures) > MOST:
        return None
    best = _best(figures)
    for group in _groups(best):
        for rank in (_cost, _last_first):
            every = _disjoint(group, rank)
            for rows in (every, *_without_sums(every, totals)):
                amounts = Counter(row.amount.value for row in rows)
                total = _sum_of(rows, figures) if known <= amounts else None
                if total is not None and (len(rows) > 1 or total.value in totals):
                    return rows, total
    return None


def _without_sums(rows: tuple[Reckoned, ...], totals: Collection[Decimal]) -> Iterator[tuple[Reckoned, ...]]:
    """Yield the rows without those that are sums of others, or the one by which they exceed a total.

    A sum that is carried forward stands beside some 1 like an item; a list price or an option is in no total.
    """
    items = tuple(row for row in rows if row.amount.value not in totals)
    if SOME < len(items) < len(rows):
        yield items
    made = sum((row.amount.value for row in rows), Decimal(0))
    for total in totals:
        over = [row for row in rows if row.amount.value == made - total]
        if len(over) == 1 and len(rows) > SOME:
            yield tuple(row for row in rows if row is not over[0])


def _last_first(row: Reckoned) -> float:
    """Rank the last of several rows with one quantity first: below its list price stands the net price."""
    return -float(row.amount.line) + _cost(row) / 1000


def _best(figures: Sequence[Figure]) -> list[Reckoned]:
    """Return the likeliest row for every figure that is the amount of one."""
    lines = [each.line for each in figures]
    found: dict[int, tuple[float, Reckoned]] = {}
    for at, amount in enumerate(figures):
        if not amount.places and amount.value < SMALL_WHOLE:
            continue
        low = bisect.bisect_left(lines, amount.line - NEAR)
        high = bisect.bisect_right(lines, amount.line + NEAR)
        near = figures[low:high]
        for row in _rows(amount, near):
            cost = _cost(row)
            if at not in found or cost < found[at][0]:
                found[at] = (cost, row)
    return [row for _, row in found.values()]


def _rows(amount: Figure, near: Sequence[Figure]) -> Iterator[Reckoned]:
    by_value: dict[Decimal, list[Figure]] = defaultdict(list)
    for each in near:
        by_value[each.value].append(each)
    for price in near:
        if price is amount:
            continue
        for per in BASES:
            if per > 1 and per not in by_value:
                continue
            for quantity in by_value.get(_ratio(amount, price, per), ()):
                if quantity is not amount and quantity is not price and _closes(quantity, price, per, amount):
                    yield Reckoned(quantity, price, per, amount)


def _ratio(amount: Figure, price: Figure, per: int) -> Decimal:
    """Return the quantity that a price makes an amount with, up to a thousandth."""
    ratio = amount.value * per / price.value
    rounded = ratio.quantize(Decimal("0.001"), ROUND_HALF_UP).normalize()
    whole = ratio.quantize(Decimal(1), ROUND_HALF_UP)
    return whole if abs(whole - ratio) * price.value < per * CENT else rounded


def _closes(quantity: Figure, price: Figure, per: int, amount: Figure) -> bool:
    made = (quantity.value * price.value / per).quantize(CENT, ROUND_HALF_UP)
    return made == amount.value.quantize(CENT, ROUND_HALF_UP) and quantity.value < LARGEST_QUANTITY


def _cost(row: Reckoned) -> float:
    """Return how unlikely a row is: its figures are far apart, or in an order that nobody prints."""
    quantity, price, amount = row.quantity, row.price, row.amount
    first, last = row.lines
    cost = 10.0 * (last - first)
    cost += 3 * (quantity.places > 0) + 3 * (price.places == 0 and amount.places > 0)
    cost += 4 * (row.per > 1) + 8 * (row.per == SELDOM)
    cost += 60 * (quantity.places == OF_MONEY and price.places < OF_MONEY)
    cost += 2 * (price.left > amount.left) if price.line == amount.line else 2 * (price.line > amount.line)
    cost += 2 * (quantity.left > price.left) if quantity.line == price.line else 0
    cost += 25 * _has_unit(price) - 5 * _has_unit(quantity)
    # Below an amount stands the quantity of the next item.
    cost += 30 * (quantity.line > amount.line) + 15 * (quantity.line > price.line)
    gap = abs(price.left - quantity.left) + abs(amount.left - price.left)
    return cost + gap / 1000


def _has_unit(figure: Figure) -> bool:
    """Tell whether a unit stands right behind a figure: it is a quantity."""
    behind = UNIT.match(figure.run.text, figure.end)
    return behind is not None and units.canonical(behind["unit"]) is not None


def _groups(rows: Sequence[Reckoned]) -> Iterator[Sequence[Reckoned]]:
    """Yield rows whose amounts, then also prices, stand in one column, the fullest first, then all rows."""
    columns = _columns(rows, lambda row: row.amount.right)
    yield from columns
    for column in columns:
        yield from _columns(column, lambda row: row.price.right)
    yield rows


def _columns(rows: Sequence[Reckoned], edge: Callable[[Reckoned], float]) -> list[list[Reckoned]]:
    """Return rows parted by where one of their figures ends, the largest part first."""
    columns: list[list[Reckoned]] = []
    for row in sorted(rows, key=edge):
        if columns and edge(row) - edge(columns[-1][-1]) <= ALIGNED:
            columns[-1].append(row)
        else:
            columns.append([row])
    return sorted(columns, key=lambda each: -len(each))


def _disjoint(rows: Sequence[Reckoned], rank: Callable[[Reckoned], float]) -> tuple[Reckoned, ...]:
    """Return the rows that share no figure, the first in rank kept, in reading order."""
    taken: set[tuple[int, int]] = set()
    kept: list[Reckoned] = []
    for row in sorted(rows, key=rank):
        own = {_place(each) for each in (row.quantity, row.price, row.amount)}
        if len(own) == len((row.quantity, row.price, row.amount)) and not own & taken:
            taken |= own
            kept.append(row)
    return tuple(sorted(kept, key=lambda each: (each.amount.line, each.amount.left)))


def _place(figure: Figure) -> tuple[int, int]:
    return id(figure.run.words[0]), figure.start


def _sum_of(rows: Sequence[Reckoned], figures: Sequence[Figure]) -> Figure | None:
    """Return the figure that is the sum of the amounts, and stands where no item does."""
    if not rows:
        return None
    made = sum((row.amount.value for row in rows), Decimal(0))
    own = {_place(each) for row in rows for each in (row.quantity, row.price, row.amount)}
    last = max(row.amount.line for row in rows)
    sums = [each for each in figures if each.value == made and _place(each) not in own]
    behind = [each for each in sums if each.line > last]
    alone = len(rows) == 1
    return next(iter(behind if alone or behind else sums), None)


def bands(rows: Sequence[Reckoned]) -> list[tuple[int, int]]:
    """Return for each row the lines behind the row before, up to its own last one."""
    lasts = [row.lines[1] for row in rows]
    return list(itertools.pairwise([0, *lasts]))
