"""What one item alone does not state, where lines below each of the others do: it may have been lost.

A page ends between an item and its number, or a line is cut otherwise than its sisters. In a column an empty
cell says that there is nothing; where every other item has a line of its own for it, nothing says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.lines.doubts import lacking
from extractors.lines.item import Item
from extractors.page.runs import evidence
from extractors.vocabulary.meanings import Role
from models.reading import OrderLine, unread_at

STATED: Mapping[str, frozenset[Role]] = {
    "customer_part_number": frozenset({Role.BUYER_PART, Role.MATERIAL_CODE}),
    "drawing_number": frozenset({Role.DRAWING}),
    "delivery_date": frozenset({Role.DELIVERY}),
}
LEAST = 3
"""So many items at least make what all but one of them state a custom."""


def doubted(items: Sequence[Item], lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines; what one of them alone lacks is not certainly absent, unless it is a mere charge."""
    found = list(lines)
    for name, roles in STATED.items():
        without = [at for at, item in enumerate(items) if item.texts.keys().isdisjoint(roles)]
        if len(items) < LEAST or len(without) != 1 or not all(map(_below, _others(items, without[0], roles))):
            continue
        at = without[0]
        stated = getattr(found[at], name) is not None or found[at].lead_time is not None
        if not stated and not lacking.is_charge(found[at]):
            found[at] = replace(found[at], **{name: unread_at(evidence(items[at].row.runs[0]))})
    return tuple(found)


def _others(items: Sequence[Item], lone: int, roles: frozenset[Role]) -> list[tuple[int | None, ...]]:
    """Return for each other item the columns in which it states one of the roles."""
    return [
        tuple(text.column for role in roles for text in item.texts.get(role, ()))
        for at, item in enumerate(items)
        if at != lone
    ]


def _below(columns: Sequence[int | None]) -> bool:
    """Tell whether what an item states stands in lines below it, and in no column."""
    return all(column is None for column in columns)
