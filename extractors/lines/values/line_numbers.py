"""Quantities, prices and amounts of items, and whether they prove each other.

Quantity times price, divided by the price unit, is the amount. That closes for a wrong reading only
if two numbers are wrong in the same way, or if quantity and price are swapped: therefore each
number must come from its own column, named by its heading.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.fields import currencies, money, numbers, price_units, quantities
from extractors.fields.money import Money
from extractors.fields.numbers import Notation
from extractors.language import language_of
from extractors.late import late
from extractors.lines.item import Item, Text
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role
from models.reading import Language

EASTERN = frozenset({"CNY", "JPY", "KRW", "TWD", "THB"})
"""Currencies of countries that write a comma between thousands, and of which nobody else writes amounts."""
_Columns = tuple[int | None, int | None, int | None]
"""The columns that quantity, price and amount are taken from."""
PRICED_IN = late(
    r"\bprices?\b[^.;]{0,12}\bin\b|币种|\bcurrency\b|(?:单价|金额|价格)[^,，。]{0,6}(?:元|人民币)",
    re.IGNORECASE,
)
"""What says in which money a paper's prices are."""
EACH = late(r"\s+(?:each|ea|net|\(net\))\.?\s*$", re.IGNORECASE)
THOUSANDTHS = -3
THOUSAND = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of an item: its value, where it stands, and what stands with it (`unit` of a quantity)."""

    value: Decimal
    text: Text
    money: Money
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class LineNumbers:
    """The numbers of one item; `closes` is None where too few of them stand there.

    `misprinted` numbers do not close because whoever wrote the order made a mistake.
    """

    quantity: Number | None = None
    price: Number | None = None
    per: Number | None = None
    per_value: Decimal | None = None
    amount: Number | None = None
    closes: bool | None = None
    misprinted: bool = False


@dataclass(frozen=True, slots=True)
class TableNumbers:
    """The numbers of all items under one notation and one choice of columns."""

    lines: tuple[LineNumbers, ...]
    notation: Notation | None
    price_column: int | None = None
    amount_column: int | None = None
    doubted: bool = False
    """The notation is only likely: every number closes under the other one as well."""

    @property
    def closed(self) -> int:
        """How many items are proven by their own arithmetic."""
        return sum(line.closes is True for line in self.lines)


def closes(quantity: Decimal, price: Decimal, per: Decimal, amount: Decimal) -> bool:
    """Tell whether quantity × price ÷ per is the amount, rounded or cut at its last printed place."""
    exponent = amount.as_tuple().exponent
    assert isinstance(exponent, int)
    place = Decimal(1).scaleb(min(exponent, 0))
    limit = place / 2 if exponent >= 0 else place
    difference = abs(quantity * price / per - amount)
    return difference < limit or difference == place / 2


def number(text: Text | None, notation: Notation | None) -> Number | None:
    """Return the number a text states under a notation, None where it states none or two."""
    if text is None:
        return None
    found = money.parse(text.printed)
    if found is None:
        return None
    value = numbers.read(found.number_text, notation)
    return None if value is None else Number(value * found.multiplier, text, found)


def counted(text: Text | None, notation: Notation | None) -> Number | None:
    """Return the number of a quantity, which may have its unit beside it ("120 PC")."""
    apart = quantities.unit_apart(text.printed) if text is not None else None
    plain = number(text, notation) if apart is None else None
    if plain is not None and plain.money.per_unit is None and plain.money.per is None:
        return plain  # "10/12 pcs" is no number of pieces
    if text is None:
        return None
    found = apart or quantities.parse(text.printed) or quantities.unit_first(text.printed)
    if found is None or found.each or found.estimated or found.split:
        return None
    value = numbers.read(found.number_text, notation)
    return None if value is None else Number(value, text, Money(found.number_text), found.unit)


def _priced(text: Text | None, notation: Notation | None) -> Number | None:
    """Return the number of a price, which may be called that of each: "25.00 each"."""
    found = number(text, notation)
    each = EACH.search(text.run.text, text.start, text.end) if text is not None and found is None else None
    if text is None or each is None:
        return found
    return number(replace(text, end=each.start()), notation)


def _priced_for(text: Text | None, notation: Notation | None) -> Number | None:
    """Return the quantity that a price is for, in figures or in words: "per 100 EA", 百只."""
    if text is None:
        return None
    mark = price_units.MARK.match(text.printed)
    text = replace(text, start=text.start + mark.end()) if mark is not None else text
    worded = price_units.worded(text.printed)
    return counted(text, notation) if worded is None else Number(worded, text, Money(text.printed))


def vote(items: Sequence[Item], totals: Iterable[str], runs: Sequence[Run]) -> Notation | None:
    """Return the notation that the numbers of the table and its totals agree on, if they do.

    Numbers elsewhere (sizes, standards, versions) do not vote: EN 10204-3.1 is no decimal. In a paper in
    Chinese alone a comma never stands before decimals; a point may stand between thousands, as programs
    from Germany print it. Nor does it in amounts of yen, yuan or won.
    """
    roles = (Role.QUANTITY, Role.PRICE, Role.AMOUNT, Role.LIST_PRICE)
    texts = [text for item in items for role in roles for text in item.texts.get(role, ())]
    parsed = [money.parse(each) for each in (*(text.printed for text in texts), *totals)]
    figures = [each.number_text for each in parsed if each is not None]
    voted = numbers.vote(figures)
    if voted is not None or not any("," in each for each in figures) or any("." in each for each in figures):
        return voted
    named = [each.currencies for each in parsed if each is not None]
    named += [text.heading.currencies for text in texts if text.heading is not None]
    named = named if any(named) else [currencies.find(run.text) for run in runs if PRICED_IN.search(run.text)]
    eastern = any(named) and all(EASTERN.issuperset(each) for each in named)
    grouped = eastern or language_of(runs) is Language.CHINESE
    return numbers.vote(figures, Notation.POINT if grouped else None)


def read(items: Sequence[Item], voted: Notation | None) -> TableNumbers:
    """Return the reading of all numbers that closes most often.

    Where the numbers do not settle their notation, the arithmetic may: both are tried, and none
    is chosen where both close alike and the values differ.
    """
    notations = (voted,) if voted is not None else (None, Notation.POINT, Notation.COMMA)
    choices = [
        _with_columns(items, notation, columns) for notation in notations for columns in _choices(items)
    ]
    best = max(choices, key=lambda table: (table.closed, _read(table)))
    if not _contested(best, choices):
        return best
    grouped = [each for each in choices if each.closed == best.closed and not _has_thousandths(each)]
    return likely(grouped[0]) if len({each.notation for each in grouped}) == 1 else choices[0]


def _has_thousandths(table: TableNumbers) -> bool:
    """Tell whether an amount has three decimals: nearly all money has two or none."""
    amounts = [line.amount.value for line in table.lines if line.amount is not None]
    return any(each.as_tuple().exponent == THOUSANDTHS for each in amounts)


def likely(table: TableNumbers) -> TableNumbers:
    """Return numbers whose notation or scale is only likely: no line is proven by them."""
    lines = tuple(replace(line, closes=None) if line.closes else line for line in table.lines)
    return replace(table, lines=lines, doubted=True)


def _read(table: TableNumbers) -> int:
    """Count numbers; fewer assumptions win a tie because the plain notation comes first."""
    parts = ((line.quantity, line.price, line.amount) for line in table.lines)
    return sum(each is not None for line in parts for each in line) if table.notation is None else -1


def _contested(best: TableNumbers, choices: Sequence[TableNumbers]) -> bool:
    rivals = [each for each in choices if each.closed == best.closed and each.notation != best.notation]
    return best.notation is not None and any(_values(each) != _values(best) for each in rivals if each.closed)


def _values(table: TableNumbers) -> list[tuple[Decimal | None, ...]]:
    return [
        tuple(each.value if each else None for each in (line.quantity, line.price, line.amount))
        for line in table.lines
    ]


def _choices(items: Sequence[Item]) -> list[_Columns]:
    """Return every choice of a quantity, a price and an amount column, in the order of the page."""
    quantities: list[int | None] = [*_columns(items, Role.QUANTITY)]
    prices: list[int | None] = [*(_columns(items, Role.PRICE) or _columns(items, Role.LIST_PRICE))]
    amounts: list[int | None] = [*_columns(items, Role.AMOUNT)]
    return list(itertools.product(quantities or [None], prices or [None], amounts or [None]))


def _columns(items: Sequence[Item], role: Role) -> list[int]:
    found = {text.column for item in items for text in item.texts.get(role, ()) if text.column is not None}
    return sorted(found)


def _with_columns(items: Sequence[Item], notation: Notation | None, columns: _Columns) -> TableNumbers:
    lines = tuple(_line(item, notation, columns) for item in items)
    return TableNumbers(lines, notation, *columns[1:])


def _in_column(item: Item, column: int | None, *roles: Role) -> Text | None:
    texts = (text for role in roles for text in item.texts.get(role, ()))
    return next((text for text in texts if column is not None and text.column == column), None)


def _line(item: Item, notation: Notation | None, columns: _Columns) -> LineNumbers:
    own = item.one(Role.QUANTITY)
    if columns[0] is not None:
        own = _in_column(item, columns[0], Role.QUANTITY)
    quantity = counted(own, notation)
    price = _priced(_in_column(item, columns[1], Role.PRICE, Role.LIST_PRICE), notation)
    amount = number(_in_column(item, columns[2], Role.AMOUNT), notation)
    per = _priced_for(item.one(Role.PRICE_PER), notation)
    per_value = _per(price, per)
    closing = None
    if quantity and price and amount:
        closing = closes(quantity.value, price.value, per_value or Decimal(1), amount.value)
        if not closing and _may_be_thousand(price, per, item):
            closing = closes(quantity.value, price.value, THOUSAND, amount.value)
            per_value = THOUSAND if closing else None
    elif quantity and amount and item.parts:
        closing = _parts_close(item, notation, quantity.value, amount.value)
    if own and price and amount and not closing:
        made = _made_count(own, price.value / (per_value or Decimal(1)), amount.value)
        quantity, closing = (made, None) if made is not None else (quantity, closing)
    return LineNumbers(quantity, price, per, per_value, amount, closing)


def _made_count(text: Text, each: Decimal, amount: Decimal) -> Number | None:
    """Return the count that makes the amount, where its reading in the paper's own notation does not.

    Some write "1.000 pcs" and "12,5 kg" by hand beside prices of a program: 2,960.00. Nothing is proven so.
    """
    readings = [counted(text, notation) for notation in Notation]
    made = [found for found in readings if found and closes(found.value, each, Decimal(1), amount)]
    return made[0] if len({found.value for found in made}) == 1 else None


def _may_be_thousand(price: Number, per: Number | None, item: Item) -> bool:
    """Tell whether a price is for "M", a thousand if not a metre: the amount tells."""
    text = item.one(Role.PRICE_PER)
    printed = text.printed if text is not None and per is None else price.money.per_unit
    return per is None and price.money.per is None and printed == price_units.THOUSAND


def _parts_close(item: Item, notation: Notation | None, quantity: Decimal, amount: Decimal) -> bool | None:
    """Tell whether the parts of an item, each at its own price, add up to its quantity and amount."""
    pairs = [(counted(part.quantity, notation), number(part.price, notation)) for part in item.parts]
    known = [(count.value, price.value) for count, price in pairs if count and price]
    if len(known) < len(pairs) or sum(count for count, _ in known) != quantity:
        return None
    return sum(count * price for count, price in known) == amount


def _per(price: Number | None, per: Number | None) -> Decimal | None:
    """Return the stated price unit: in its own column, beside the price, or in the heading."""
    if per is not None and per.value > 0:
        return per.value
    if price is None:
        return None
    heading = price.text.heading
    return price.money.per or (heading.per if heading else None)
