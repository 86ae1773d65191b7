"""Columns whose headings say too little by themselves, and that the numbers of all items settle for sure.

"Number" right before "Unit" heads quantities where each makes the amount with its price; a currency alone
heads amounts likewise (`bare_currencies`).
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.lines import reckoning
from extractors.lines.columns import bare_currencies
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.headings import Heading
from extractors.lines.item_table import MONEY_OR_COUNT, Column, ItemTable, Row
from extractors.lines.reckoning import Reckoned
from extractors.vocabulary.keys import key
from extractors.vocabulary.meanings import Role

COUNTING = frozenset(map(key, ("Number", "Number of", "Numbers", "How much", "Nombre")))
"""Words for how many as well as for which one."""
STROKE = "/"
NETTED = frozenset({Role.PRICE, Role.AMOUNT})
"""What "Net" may be."""


def are_proven(columns: Sequence[Column], at: int, found: Reckoned, items: Sequence[Row]) -> bool:
    """Tell whether a column surely is what the arithmetic shows it to be."""
    return bare_currencies.are_amounts(columns, at, found, items) or _are_counts(columns, at, found, items)


def headed_alike(columns: Sequence[Column]) -> list[int]:
    """Return columns of one role where several are headed so: "Ordered" of amounts, "Rate" beside "Price"."""
    named = [at for at, column in enumerate(columns) if column.role is Role.QUANTITY]
    return [*(named if len(named) > 1 else []), *bare_currencies.priced_twice(columns)]


def netted(table: ItemTable) -> ItemTable:
    """Return the table with "Net" behind a discount as the price, where it makes the amount of every item.

    What stands as the price before the discount is then the list price: "Price | Disc. % | Net | Amount".
    """
    roles = [column.role for column in table.columns]
    nets = [at for at, column in enumerate(table.columns) if column.roles == NETTED]
    if len(nets) != 1 or any(roles.count(role) != 1 for role in (*MONEY_OR_COUNT, Role.DISCOUNT)):
        return table
    places = {role: roles.index(role) for role in (*MONEY_OR_COUNT, Role.DISCOUNT)}
    price, (net,) = places[Role.PRICE], nets
    if not price < places.pop(Role.DISCOUNT) < net or not _closes(table, {**places, Role.PRICE: net}):
        return table
    settled = {price: Role.LIST_PRICE, net: Role.PRICE}
    columns = tuple(
        _with_role(column, settled[at]) if at in settled else column
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def per_behind(table: ItemTable) -> ItemTable:
    """Return the table with a mere stroke behind the price as what prices are for: "Price | / | Value".

    It must stand over what prices are made for, and every item close with it.
    """
    roles = [column.role for column in table.columns]
    strokes = [at for at, column in enumerate(table.columns) if at and column.text.strip() == STROKE]
    if len(strokes) != 1 or any(roles.count(role) != 1 for role in MONEY_OR_COUNT):
        return table
    at = strokes[0]
    places = {role: roles.index(role) for role in MONEY_OR_COUNT} | {Role.PRICE_PER: at}
    if places[Role.PRICE] != at - 1 or not _closes(table, places):
        return table
    column = replace(table.columns[at], headings=(Heading(STROKE, frozenset({Role.PRICE_PER}), exact=True),))
    return replace(table, columns=(*table.columns[:at], column, *table.columns[at + 1 :]))


def _closes(table: ItemTable, places: dict[Role, int]) -> bool:
    """Tell whether quantity and price make the amount in every row of an item, for as many as is said."""
    items = item_rows(table)
    rows = [[" ".join(run.text for run in cell) for cell in row.cells] for row in items]
    found = reckoning.find(rows, places, ())
    per = places.get(Role.PRICE_PER)
    plain = per is None or all(row[per] == "1" for row in rows)
    return found is not None and len(found.rows) == len(items) and (plain or found.per == per)


def _with_role(column: Column, role: Role) -> Column:
    return replace(column, headings=(replace(column.headings[0], roles=frozenset({role})),))


def _are_counts(columns: Sequence[Column], at: int, found: Reckoned, items: Sequence[Row]) -> bool:
    """Tell whether "Number" heads quantities: units right beside it, and prices that make the amounts."""
    closing = len(found.rows) == len(items) and at == found.quantity
    if not closing or key(columns[at].text) not in COUNTING or at + 1 >= len(columns):
        return False
    headed = {Role.UNIT: at + 1, Role.PRICE: found.price, Role.AMOUNT: found.amount}
    return all(_is_headed(columns[index], role) for role, index in headed.items())


def _is_headed(column: Column, role: Role) -> bool:
    return column.role is role and all(heading.exact for heading in column.headings)
