"""What columns hold where their headings do not say it, or say it loosely: their contents decide."""

import itertools
import re
from dataclasses import replace
from decimal import Decimal

from extractors.fields import money, numbers, parts, quantities, units
from extractors.fields.numbers import Notation
from extractors.headings import Heading
from extractors.item_table import MONEY_OR_COUNT, NUMBER, Column, ItemTable, Row
from extractors.vocabulary.meanings import Role

NAMING = frozenset({Role.DESCRIPTION, Role.SPECIFICATION})
LETTERS = re.compile(r"[^\W\d_]")
ENOUGH = 4
"""So many letters on average make a column of names; fewer are marks and codes."""


def settled(table: ItemTable) -> ItemTable:
    """Return the table with the roles of its columns settled by what stands in them."""
    return _reckoned(_described(_measured(table)))


def _measured(table: ItemTable) -> ItemTable:
    """Take a column of price units that holds only names of units for the unit of measure (计价单位)."""
    if any(column.role is Role.UNIT for column in table.columns):
        return table
    items = [row for row in table.rows if _orders(row, table)]
    columns = tuple(
        _unit(column) if column.role is Role.PRICE_PER and _names_units(items, at) else column
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _unit(column: Column) -> Column:
    return replace(
        column, headings=tuple(replace(each, roles=frozenset({Role.UNIT})) for each in column.headings)
    )


def _names_units(items: list[Row], at: int) -> bool:
    texts = [" ".join(run.text for run in row.cells[at]) for row in items if row.cells[at]]
    return bool(texts) and all(units.canonical(text) is not None for text in texts)


def _described(table: ItemTable) -> ItemTable:
    """Take the wordiest column without a known heading for the description, where none is headed so.

    Its heading stays inexact, and what is read from it unsure.
    """
    if any(column.roles & NAMING for column in table.columns):
        return table
    items = [row for row in table.rows if _orders(row, table)]
    open_ones = [at for at, column in enumerate(table.columns) if _may_describe(items, at, column)]
    worth = {at: _letters(items, at) for at in open_ones}
    best = max(worth, key=lambda at: worth[at], default=None)
    if best is None or worth[best] < ENOUGH:
        return table
    columns = tuple(_named(column) if at == best else column for at, column in enumerate(table.columns))
    return replace(table, columns=columns)


def _may_describe(items: list[Row], at: int, column: Column) -> bool:
    """Tell whether no heading says what a column holds, or says "article" of what are words, not codes."""
    if column.role is not Role.PART:
        return not column.headings
    first = [row.cells[at][0].text for row in items if row.cells[at]]
    return sum(not parts.looks_like_code(text) for text in first) > len(first) / 2


def _named(column: Column) -> Column:
    return replace(column, headings=(Heading(column.text, frozenset({Role.DESCRIPTION}), exact=False),))


def _letters(items: list[Row], at: int) -> float:
    texts = ["".join(run.text for run in row.cells[at]) for row in items]
    return sum(len(LETTERS.findall(text)) for text in texts) / max(len(texts), 1)


def _orders(row: Row, table: ItemTable) -> bool:
    pairs = zip(table.columns, row.cells, strict=True)
    return any(c.roles & MONEY_OR_COUNT and cell and NUMBER.match(cell[0].text) for c, cell in pairs)


def _reckoned(table: ItemTable) -> ItemTable:
    """Find price and amount among columns without a known heading where the arithmetic shows them.

    Quantity times price must be the amount in every item, and in two at least. The headings stay
    inexact, and what is read from them unsure.
    """
    known = {column.role: at for at, column in enumerate(table.columns) if column.role is not None}
    if Role.QUANTITY not in known or {Role.PRICE, Role.AMOUNT} <= known.keys():
        return table
    items = [row for row in table.rows if _orders(row, table)]
    unknown = [at for at, column in enumerate(table.columns) if not column.roles]
    prices = [known[Role.PRICE]] if Role.PRICE in known else unknown
    amounts = [known[Role.AMOUNT]] if Role.AMOUNT in known else unknown
    pairs = ((price, amount) for price, amount in itertools.product(prices, amounts) if price != amount)
    found = next((pair for pair in pairs if _closes(items, known[Role.QUANTITY], *pair)), None)
    if found is None:
        return table
    roles = dict(zip(found, (Role.PRICE, Role.AMOUNT), strict=True))
    columns = tuple(
        _headed(column, roles[at]) if at in roles and not column.roles else column
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _headed(column: Column, role: Role) -> Column:
    currencies = money.currency(column.text)
    return replace(
        column, headings=(Heading(column.text, frozenset({role}), exact=False, currencies=currencies),)
    )


def _closes(items: list[Row], quantity: int, price: int, amount: int) -> bool:
    return len(items) > 1 and any(
        all(_closes_in(row, (quantity, price, amount), notation) for row in items) for notation in Notation
    )


def _closes_in(row: Row, columns: tuple[int, int, int], notation: Notation) -> bool:
    count, price, amount = (_value(row, at, notation) for at in columns)
    if count is None or price is None or amount is None:
        return False
    return abs(count * price - amount) <= Decimal("0.01")


def _value(row: Row, at: int, notation: Notation) -> Decimal | None:
    text = " ".join(run.text for run in row.cells[at])
    found = quantities.parse(text) or money.parse(text)
    return numbers.read(found.number_text, notation) if found is not None else None
