"""Columns headed by nothing but a currency: "RMB" beside "RMB / unit" holds what quantity and price make.

So does "$ ex GST", and the second of two columns of prices: "Price £" beside "Rate £".
"""

from collections.abc import Sequence

from extractors.lines.headings import CODES, WORDS
from extractors.lines.item_table import NAMES, NUMBER, Column, Row
from extractors.lines.reckoning import Reckoned
from extractors.vocabulary.keys import key
from extractors.vocabulary.meanings import Qualifier, Role

MADE_OF = frozenset({Role.QUANTITY, Role.PRICE})
MONEY = frozenset({Qualifier.CURRENCY, Qualifier.TAX_EXCLUDED, Qualifier.TAX_INCLUDED})
TWO = 2
PLAIN = CODES | NAMES | {Role.DELIVERY, Role.REMARK, Role.UNIT, Role.LINE_NUMBER, Role.QUANTITY}
"""What columns hold whose numbers are no money."""


def are_amounts(columns: Sequence[Column], at: int, found: Reckoned, items: Sequence[Row]) -> bool:
    """Tell whether a column of money is surely that of the amounts: quantity and price make it in every row.

    Both must be headed as such, and no further column may be headed by a currency alone. Nothing may be taken
    off, and no column of further money may stand at its right: what is paid may be less.
    """
    bare = [column for column in columns if is_bare(column.text)]
    exact = {column.role for column in columns if column.headings and all(h.exact for h in column.headings)}
    closing = len(found.rows) == len(items) and at == found.amount
    lessened = any(Role.DISCOUNT in column.roles for column in columns) or _goes_on(columns, at, items)
    named = bare == [columns[at]] or (not bare and at in priced_twice(columns))
    return closing and named and exact >= MADE_OF and not lessened


def is_bare(text: str) -> bool:
    """Tell whether a heading is a currency alone, perhaps with whether the tax is in it."""
    whole = key(text)
    tokens, covered = WORDS.tokens(whole)
    said = frozenset(each for token in tokens for each in token.meanings)
    return 0 < covered == len(whole) and Qualifier.CURRENCY in said and said <= MONEY


def priced_twice(columns: Sequence[Column]) -> list[int]:
    """Return the two columns headed as prices where none is headed as amounts: one of them may hold these."""
    prices = [at for at, column in enumerate(columns) if column.role is Role.PRICE]
    summed = any(Role.AMOUNT in column.roles for column in columns)
    return prices if len(prices) == TWO and not summed else []


def _goes_on(columns: Sequence[Column], at: int, items: Sequence[Row]) -> bool:
    """Tell whether numbers stand right of a column that nothing says to be no money."""
    right = [other for other in range(at + 1, len(columns)) if columns[other].role not in PLAIN]
    return any(NUMBER.match(run.text) for row in items for other in right for run in row.cells[other])
