"""Columns of days whose borders are not certain, and that hold nothing but whole days all the same.

A number cut from its neighbour is still a number; a day with its year is none any more. Where no other column
and no other text of the items speaks of days, what stands below "Delivery date" is the whole of it.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.conventions import Conventions, one_date
from extractors.fields import dates
from extractors.late import late
from extractors.lines.item import Item
from extractors.lines.item_table import Column, ItemTable
from extractors.vocabulary.meanings import Role

DATED = late(
    r"date|day|\bdue|deliver|ship|arriv|\bet[ad]\b|wanted|needed|required|receipt|termin|datum|tag|日|期",
    re.IGNORECASE,
)
"""What the heading of a column of days may say."""
WHOLE = late(
    r"(?:^|[\s:：])(?:20\d\d([-./])\d\d\1\d\d|20\d\d年\d\d月\d\d日"
    r"|\d\d([-./ ])(?:\d\d|[A-Za-z]{3,9})\2 ?20\d\d)$"
)
"""A day that has all its figures: one of two may have been cut off from 1-SEP-2026."""


def of(table: ItemTable, items: Sequence[Item], conventions: Conventions) -> frozenset[int]:
    """Return the columns of such days, none where another column may hold days as well."""
    dated = [at for at, column in enumerate(table.columns) if _is_dated(column)]
    if len(dated) != 1 or not items:
        return frozenset()
    column = table.columns[dated[0]]
    certain = len(column.headings) == 1 and column.headings[0].exact and column.role is Role.DELIVERY
    whole = certain and all(_holds_one(item, dated[0], conventions) for item in items)
    return frozenset(dated) if whole else frozenset()


def _is_dated(column: Column) -> bool:
    return Role.DELIVERY in column.roles or DATED.search(column.text) is not None


def _holds_one(item: Item, at: int, conventions: Conventions) -> bool:
    """Tell whether an item has one day, with its year, in the column, and none in any other text."""
    own = item.texts.get(Role.DELIVERY, ())
    if len(own) != 1 or own[0].column != at or own[0].lines > 1 or WHOLE.search(own[0].printed) is None:
        return False
    day = one_date(own[0].printed, conventions)
    return day is not None and day.year_stated and not any(map(dates.find, _others(item)))


def _others(item: Item) -> Iterator[str]:
    """Yield what else stands in an item."""
    yield from (
        text.printed for role, texts in item.texts.items() if role is not Role.DELIVERY for text in texts
    )
    yield from (text.printed for text in item.unknown)
    yield from (note.text for note in item.notes)
