"""Columns headed by nothing but a currency: "RMB" beside "RMB / unit" holds what quantity and price make."""

from collections.abc import Sequence

from extractors.lines.headings import CODES, CURRENCIES
from extractors.lines.item_table import NAMES, NUMBER, Column, Row
from extractors.lines.reckoning import Reckoned
from extractors.vocabulary.keys import key
from extractors.vocabulary.meanings import Role

MADE_OF = frozenset({Role.QUANTITY, Role.PRICE})
PLAIN = CODES | NAMES | {Role.DELIVERY, Role.REMARK, Role.UNIT, Role.LINE_NUMBER, Role.QUANTITY}
"""What columns hold whose numbers are no money."""


def are_amounts(columns: Sequence[Column], at: int, found: Reckoned, items: Sequence[Row]) -> bool:
    """Tell whether a column of money is surely that of the amounts: quantity and price make it in every row.

    Both must be headed as such, and no further column may be headed by a currency alone. Nothing may be taken
    off, and no column of further money may stand at its right: what is paid may be less.
    """
    bare = [column for column in columns if key(column.text) in CURRENCIES]
    exact = {column.role for column in columns if column.headings and all(h.exact for h in column.headings)}
    closing = len(found.rows) == len(items) and at == found.amount
    lessened = any(Role.DISCOUNT in column.roles for column in columns) or _goes_on(columns, at, items)
    return closing and bare == [columns[at]] and exact >= MADE_OF and not lessened


def _goes_on(columns: Sequence[Column], at: int, items: Sequence[Row]) -> bool:
    """Tell whether numbers stand right of a column that nothing says to be no money."""
    right = [other for other in range(at + 1, len(columns)) if columns[other].role not in PLAIN]
    return any(NUMBER.match(run.text) for row in items for other in right for run in row.cells[other])
