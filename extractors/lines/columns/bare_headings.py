"""Columns whose headings say too little by themselves, and that the numbers of all items settle for sure.

"Number" right before "Unit" heads quantities where each makes the amount with its price; a currency alone
heads amounts likewise (`bare_currencies`).
"""

from collections.abc import Sequence

from extractors.lines.columns import bare_currencies
from extractors.lines.item_table import Column, Row
from extractors.lines.reckoning import Reckoned
from extractors.vocabulary.keys import key
from extractors.vocabulary.meanings import Role

COUNTING = frozenset(map(key, ("Number", "Number of", "Numbers", "How much", "Nombre")))
"""Words for how many as well as for which one."""


def are_proven(columns: Sequence[Column], at: int, found: Reckoned, items: Sequence[Row]) -> bool:
    """Tell whether a column surely is what the arithmetic shows it to be."""
    return bare_currencies.are_amounts(columns, at, found, items) or _are_counts(columns, at, found, items)


def headed_alike(columns: Sequence[Column]) -> list[int]:
    """Return columns of one role where several are headed so: "Ordered" of amounts, "Rate" beside "Price"."""
    named = [at for at, column in enumerate(columns) if column.role is Role.QUANTITY]
    return [*(named if len(named) > 1 else []), *bare_currencies.priced_twice(columns)]


def _are_counts(columns: Sequence[Column], at: int, found: Reckoned, items: Sequence[Row]) -> bool:
    """Tell whether "Number" heads quantities: units right beside it, and prices that make the amounts."""
    closing = len(found.rows) == len(items) and at == found.quantity
    if not closing or key(columns[at].text) not in COUNTING or at + 1 >= len(columns):
        return False
    headed = {Role.UNIT: at + 1, Role.PRICE: found.price, Role.AMOUNT: found.amount}
    return all(_is_headed(columns[index], role) for role, index in headed.items())


def _is_headed(column: Column, role: Role) -> bool:
    return column.role is role and all(heading.exact for heading in column.headings)
