"""Columns headed by nothing but a currency: "RMB" beside "RMB / unit" holds what quantity and price make."""

from collections.abc import Sequence

from extractors.lines.headings import CURRENCIES
from extractors.lines.item_table import Column
from extractors.lines.reckoning import Reckoned
from extractors.vocabulary.keys import key
from extractors.vocabulary.meanings import Role

MADE_OF = frozenset({Role.QUANTITY, Role.PRICE})


def are_amounts(columns: Sequence[Column], at: int, found: Reckoned, items: int) -> bool:
    """Tell whether a column of money is surely that of the amounts: quantity and price make it in every row.

    Both must be headed as such, and no further column may be headed by a currency alone.
    """
    bare = [column for column in columns if key(column.text) in CURRENCIES]
    exact = {column.role for column in columns if column.headings and all(h.exact for h in column.headings)}
    closing = len(found.rows) == items and at == found.amount
    return closing and bare == [columns[at]] and exact >= MADE_OF
