"""Which columns are quantity, price and amount, found by what they make together.

Quantity times price, divided by the price unit, is the amount. In a table that is rarely so by chance
over several rows; where it holds for two choices of columns, the order in which people print them decides.
What is found so tells what a column is likely to hold, and never surely.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.fields import money, numbers, quantities
from extractors.fields.numbers import Notation
from extractors.vocabulary.meanings import Role

CENT = Decimal("0.01")
SHARE = 0.7
"""So many of the rows must close at least; one may be free of charge, or misprinted."""
MOST_ROWS = 40
"""More rows prove no more."""
MOST_COLUMNS = 14
ROUND = frozenset(map(Decimal, (1, 10, 100, 1000, 10000)))
ROLES = (Role.QUANTITY, Role.PRICE, Role.AMOUNT)
Texts = Sequence[str]
"""The texts of a row, column by column; empty where nothing stands."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The columns of quantity, price and amount, and of the price unit where one was needed."""

    quantity: int
    price: int
    amount: int
    per: int | None
    rows: tuple[int, ...]

    @property
    def roles(self) -> dict[int, Role]:
        """The roles by column."""
        found = {self.quantity: Role.QUANTITY, self.price: Role.PRICE, self.amount: Role.AMOUNT}
        return found if self.per is None else {**found, self.per: Role.PRICE_PER}


@dataclass(frozen=True, slots=True)
class Value:
    """A number that a cell states."""

    number: Decimal
    each: Decimal
    """The number for one piece: "12.50 / 100" is 0.125."""


_Rows = Sequence[Sequence[Value | None]]
_Columns = tuple[int, int, int, int | None]
"""Quantity, price, amount, price unit."""


def find(rows: Sequence[Texts], known: Mapping[Role, int], open_: Sequence[int]) -> Reckoned | None:
    """Return the columns that close, those with a `known` role among them; None where none do.

    `open_` are the columns that may have any role. At least two rows must close, or the only one.
    """
    rows = rows[:MOST_ROWS]
    best: tuple[tuple[int, ...], Reckoned] | None = None
    for notation in Notation:
        values = [[value(text, notation) for text in row] for row in rows]
        for each in _choices(values, known, open_):
            rank = _rank(each, values)
            if best is None or rank > best[0]:
                best = (rank, each)
    return best[1] if best is not None else None


def value(text: str, notation: Notation) -> Value | None:
    """Return the number that a cell states, alone or with its unit or currency."""
    found = quantities.parse(text) or money.parse(text)
    number = numbers.read(found.number_text, notation) if found is not None else None
    if found is None or number is None:
        return None
    if isinstance(found, money.Money):
        number *= found.multiplier
        return Value(number, number / found.per if found.per else number)
    return Value(number, number)


def _choices(rows: _Rows, known: Mapping[Role, int], open_: Sequence[int]) -> Iterator[Reckoned]:
    numeric = [at for at in open_ if any(row[at] is not None for row in rows)][:MOST_COLUMNS]
    options = [[known[role]] if role in known else numeric for role in ROLES]
    told = known.keys() >= set(ROLES)
    pers = [None, *([known[Role.PRICE_PER]] if Role.PRICE_PER in known else _pers(rows, numeric))]
    for quantity, price, amount in itertools.product(*options):
        columns = (quantity, price, amount)
        if len(set(columns)) < len(columns):
            continue
        for per in pers:
            closing = tuple(_closing(rows, (*columns, per), told=told)) if per not in columns else ()
            if closing and len(closing) >= min(2, len(rows)) and len(closing) >= SHARE * len(rows):
                yield Reckoned(quantity, price, amount, per, closing)


def _pers(rows: _Rows, numeric: Iterable[int]) -> Iterator[int]:
    for at in numeric:
        values = {each.number for row in rows if (each := row[at]) is not None}
        if values <= ROUND and values != {Decimal(1)}:
            yield at


def _closing(rows: _Rows, columns: _Columns, *, told: bool) -> Iterator[int]:
    """Yield the rows that close; one piece at its own price says nothing of columns that are not `told`."""
    found = [at for at, row in enumerate(rows) if _closes(row, *columns)]
    if told or any(_says(rows[at], columns[:2]) for at in found):
        yield from found


def _says(row: Sequence[Value | None], factors: Sequence[int]) -> bool:
    values = [row[at] for at in factors]
    return all(each is not None and each.number != 1 for each in values)


def _closes(row: Sequence[Value | None], quantity: int, price: int, amount: int, per: int | None) -> bool:
    count, each, total = row[quantity], row[price], row[amount]
    if count is None or each is None or total is None or not total.number or count.number <= 0:
        return False
    divisor = row[per] if per is not None else None
    if per is not None and (divisor is None or divisor.number <= 0):
        return False
    made = count.number * each.each / (divisor.number if divisor is not None else 1)
    return abs(made - total.number) <= CENT or made.quantize(Decimal(1)) == total.number


def _rank(found: Reckoned, rows: _Rows) -> tuple[int, ...]:
    """Return how likely a choice is: rows that close, then the order and look that numbers mostly have."""
    counts = [each.number for row in rows if (each := row[found.quantity]) is not None]
    prices = [each.number for row in rows if (each := row[found.price]) is not None]
    whole = all(each == each.to_integral_value() for each in counts)
    return (
        len(found.rows),
        found.per is None,
        found.amount > max(found.quantity, found.price),
        whole,
        sum(_places(each) for each in prices) >= sum(_places(each) for each in counts),
        found.quantity < found.price,
        -found.price,
        -found.amount,
    )


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
