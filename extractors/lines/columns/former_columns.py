"""Columns below a heading that says that they no longer hold: 变更前 above 数量, and 变更后 as well.

What stands under the same heading elsewhere has come in their place.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.lines.composed_headings import names_former
from extractors.lines.headings import Heading
from extractors.lines.item_table import MONEY_OR_COUNT, Column
from extractors.vocabulary.meanings import Role

STATED = MONEY_OR_COUNT | {Role.DELIVERY}
"""What an order changes."""


def settled(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns, the former ones as something else; without a later one they are in doubt."""
    former = [names_former(column.text.partition(" ")[0]) for column in columns]
    if not any(former):
        return tuple(columns)
    later = {_own(column) for column, is_former in zip(columns, former, strict=True) if not is_former}
    return tuple(
        _put_aside(column, replaced=_own(column) in later) if is_former else column
        for column, is_former in zip(columns, former, strict=True)
    )


def _own(column: Column) -> str:
    """Return the heading of a column without the one above it."""
    return column.text.rpartition(" ")[2]


def _put_aside(column: Column, *, replaced: bool) -> Column:
    if replaced:
        other = Heading(column.text, frozenset({Role.OTHER}), exact=True)
        return replace(column, headings=(other,), stack=())
    if column.roles.isdisjoint(STATED):
        return column  # the heading above may not reach over it
    return replace(column, headings=tuple(replace(each, exact=False) for each in column.headings))
