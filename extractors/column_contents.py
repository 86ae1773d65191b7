"""What columns hold where their headings do not say it, or say it loosely: their contents decide."""

import itertools
import re
from dataclasses import replace
from decimal import Decimal

from extractors import mixed_cells
from extractors.composed_headings import names_things
from extractors.fields import money, numbers, parts, quantities, units
from extractors.fields.numbers import Notation
from extractors.headings import CODES, Heading
from extractors.item_table import MONEY_OR_COUNT, NUMBER, Column, ItemTable, Row
from extractors.runs import Run
from extractors.vocabulary.meanings import Role

NAMING = frozenset({Role.DESCRIPTION, Role.SPECIFICATION, Role.MODEL})
THINGS = frozenset({Role.PART, Role.MATERIAL_CODE, Role.PRODUCT_CODE, Role.LINE_NUMBER})
"""What a heading is taken for that only names a thing: "Article", "Material", "Item"."""
SHORT = re.compile(r"^[A-Z*]?\s?\d{1,5}\.?$")
LETTERS = re.compile(r"[^\W\d_]")
RECKONED = (Role.QUANTITY, Role.PRICE, Role.AMOUNT)
_Triple = tuple[int, ...]
ENOUGH = 4
"""So many letters on average make a column of names; fewer are marks and codes."""


def settled(table: ItemTable) -> ItemTable:
    """Return the table with the roles of its columns settled by what stands in them."""
    return _reckoned(_described(_measured(narrowed(mixed_cells.parted(table)))))


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


def narrowed(table: ItemTable) -> ItemTable:
    """Return the table with headings that can mean several things held to those that all contents allow."""
    open_ones = [at for at, column in enumerate(table.columns) if _is_open(column)]
    if not open_ones:
        return table
    items = [row for row in table.rows if _orders(row, table)]
    columns = tuple(
        _allowed(column, [row.cells[at] for row in items if row.cells[at]]) if at in open_ones else column
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _is_open(column: Column) -> bool:
    return len(column.headings) == 1 and len(column.headings[0].roles) > 1


def _texts(items: list[Row], at: int) -> list[str]:
    return [row.cells[at][0].text for row in items if row.cells[at]]


def _allowed(column: Column, cells: list[tuple[Run, ...]]) -> Column:
    """Hold a heading to the roles that its contents allow; of several lines one may be no part of a name."""
    heading = column.headings[0]
    roles = frozenset(role for role in heading.roles if _allows(role, [cell[0].text for cell in cells]))
    if not cells or not roles:
        return column
    lone = not roles & NAMING or all(len(cell) == 1 for cell in cells)
    return replace(column, headings=(replace(heading, roles=roles, exact=heading.exact and lone),))


def _allows(role: Role, texts: list[str]) -> bool:
    """Tell whether what stands in a column may be of a role: codes are codes, names something else."""
    if role in CODES or role is Role.DRAWING:
        return all(parts.looks_like_code(parts.strip_label(text)) for text in texts)
    if role in NAMING:
        return not all(parts.looks_like_code(text) or text.isdigit() for text in texts)
    if role is Role.LINE_NUMBER:
        return all(SHORT.match(text) for text in texts)
    if role is Role.UNIT:
        return all(units.canonical(text) is not None for text in texts)
    return role not in MONEY_OR_COUNT or all(NUMBER.match(text) for text in texts)


def _described(table: ItemTable) -> ItemTable:
    """Take the wordiest column without a known heading for the description, where none is headed so.

    Its heading stays inexact, and what is read from it unsure; a heading that names things ("Item")
    and stands over words is as good as any.
    """
    if any(Role.DESCRIPTION in column.roles for column in table.columns):
        return table
    specified = any(Role.SPECIFICATION in column.roles for column in table.columns)
    items = [row for row in table.rows if _orders(row, table)]
    open_ones = [at for at, column in enumerate(table.columns) if _may_describe(items, at, column)]
    open_ones = [at for at in open_ones if not specified or names_things(table.columns[at].text)]
    worth = {at: _letters(items, at) for at in open_ones}
    best = max(worth, key=lambda at: worth[at], default=None)
    if best is None or worth[best] < ENOUGH:
        return table
    lone = all(len(row.cells[best]) < 2 for row in items)
    columns = tuple(
        _named(column, lone=lone) if at == best else column for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _may_describe(items: list[Row], at: int, column: Column) -> bool:
    """Tell whether no heading says what a column holds, or says "article" of what are words, not codes."""
    if column.role not in THINGS:
        return not column.headings
    first = _texts(items, at)
    return sum(not parts.looks_like_code(text) and not SHORT.match(text) for text in first) > len(first) / 2


def _named(column: Column, *, lone: bool) -> Column:
    exact = lone and names_things(column.text)
    return replace(column, headings=(Heading(column.text, frozenset({Role.DESCRIPTION}), exact=exact),))


def _letters(items: list[Row], at: int) -> float:
    texts = ["".join(run.text for run in row.cells[at]) for row in items]
    return sum(len(LETTERS.findall(text)) for text in texts) / max(len(texts), 1)


def _orders(row: Row, table: ItemTable) -> bool:
    pairs = zip(table.columns, row.cells, strict=True)
    return any(c.roles & MONEY_OR_COUNT and cell and NUMBER.match(cell[0].text) for c, cell in pairs)


def _reckoned(table: ItemTable) -> ItemTable:
    """Find quantity, price and amount among columns without a known heading where the arithmetic shows them.

    Quantity times price must be the amount in every item, and in two at least, for one choice of
    columns only. The headings stay inexact, and what is read from them unsure.
    """
    known = {column.role: at for at, column in enumerate(table.columns) if column.role in MONEY_OR_COUNT}
    if not known or known.keys() >= MONEY_OR_COUNT:
        return table
    items = [row for row in table.rows if _orders(row, table)]
    unknown = [at for at, column in enumerate(table.columns) if not column.roles]
    choices = [[known[role]] if role in known else unknown for role in RECKONED]
    triples = (each for each in itertools.product(*choices) if len(set(each)) == len(each))
    found = _one_way([each for each in triples if _closes(items, *each)], items)
    if found is None:
        return table
    roles = dict(zip(found, RECKONED, strict=True))
    columns = tuple(
        _headed(column, roles[at]) if at in roles and not column.roles else column
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _one_way(found: list[_Triple], items: list[Row]) -> _Triple | None:
    """Return the only choice; of two that swap quantity and price the one that counts in whole numbers."""
    if len(found) == 2 and found[0][:2] == found[1][1::-1]:
        whole = [each for each in found if all(_is_whole(row, each[0]) for row in items)]
        found = whole if len(whole) == 1 else found
    return found[0] if len(found) == 1 else None


def _is_whole(row: Row, at: int) -> bool:
    return not any(mark in run.text for run in row.cells[at] for mark in ".,")


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
