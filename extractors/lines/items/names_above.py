"""Names whose beginning may stand above their item, among the lines of the item before it.

So may the note of the item before, or the title of a section: then several names begin alike.
Below the labelled lines of an item a text without a label may be a note, or begin the name of the next item,
whose figures stand in its middle. Where it is no further from the next item than from its own, nobody knows.
"""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.lines.item import Item
from extractors.lines.item_table import MONEY_OR_COUNT, Column
from extractors.lines.tables.led_items import SECTION_MARK
from extractors.vocabulary.meanings import Role

PAIR = 2
SLACK = 1.0
"""Distances that differ by less, in points, are the same."""


def doubted(items: Sequence[Item], columns: Sequence[Column]) -> list[Item]:
    """Return the items, the names that may have begun above as not certain."""
    at = next((at for at, column in enumerate(columns) if Role.DESCRIPTION in column.roles), None)
    if at is None or not items:
        return list(items)
    firsts = [_first_above(item, at, columns) for item in items]
    begun = Counter(filter(None, firsts))
    strange = [begun[each] > 1 or SECTION_MARK.match(each) is not None for each in firsts]
    items = [_doubted(item) if each else item for item, each in zip(items, strange, strict=True)]
    pairs = itertools.pairwise(items)
    return [items[0], *(_doubted(item) if _leads(above, item, at) else item for above, item in pairs)]


def _first_above(item: Item, at: int, columns: Sequence[Column]) -> str:
    """Return the first of several lines of a name that stands above the figures of its item, else nothing."""
    cell = item.row.cells[at]
    counted = [
        run
        for column, runs in zip(columns, item.row.cells, strict=True)
        if column.roles & MONEY_OR_COUNT
        for run in runs
    ]
    above = (
        len(cell) > 1 and bool(counted) and cell[0].box.bottom <= min(run.box.top for run in counted) + SLACK
    )
    return cell[0].text if above else ""


def _leads(above: Item, item: Item, at: int) -> bool:
    """Tell whether the last line of an item's name is a loose text as near to the next item."""
    cell = above.row.cells[at]
    loose = {id(text.run) for text in above.texts.get(Role.REMARK, ()) if text.heading is None}
    if len(cell) < PAIR or id(cell[-1]) not in loose or above.row.page is not item.row.page:
        return False
    top = cell[-1].box.top
    own = [run.box.bottom for run in above.row.runs if run.box.bottom <= top + SLACK]
    behind, before = item.row.box.top - cell[-1].box.bottom, top - max([cell[-2].box.bottom, *own])
    return behind <= before + SLACK


def _doubted(item: Item) -> Item:
    names = tuple(
        replace(text, heading=replace(text.heading, exact=False)) if text.heading is not None else text
        for text in item.texts.get(Role.DESCRIPTION, ())
    )
    return replace(item, texts={**item.texts, Role.DESCRIPTION: names}) if names else item
