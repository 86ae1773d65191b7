"""Names whose beginning may stand above their item, among the lines of the item before it.

So may the note of the item before, or the title of a section: then several names begin alike. The line in
which the number of an item stands is its own.
Below the labelled lines of an item a text without a label may be a note, or begin the name of the next item,
whose figures stand in its middle. Where it is no further from the next item than from its own, nobody knows,
unless the figures of every item stand beside the first line of its cell: nothing of it stands above them.
"""

import itertools
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from extractors.lines.item import Item, Text
from extractors.lines.item_table import MONEY_OR_COUNT, Column
from extractors.lines.tables.led_items import SECTION_MARK
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

PAIR = 2
NUMBERS = frozenset({Role.LINE_NUMBER})
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
    if all(_begins_level(item, at, columns) for item in items):
        return items
    pairs = itertools.pairwise(items)
    return [items[0], *(_doubted(item) if _leads(above, item, at) else item for above, item in pairs)]


def _first_above(item: Item, at: int, columns: Sequence[Column]) -> str:
    """Return the first of several lines of a name that stands above the figures of its item, else nothing."""
    cell = item.row.cells[at]
    counted = _runs(item, columns, MONEY_OR_COUNT)
    above = (
        len(cell) > 1 and bool(counted) and cell[0].box.bottom <= min(run.box.top for run in counted) + SLACK
    )
    numbered = above and any(_is_level(cell[0], run) for run in _runs(item, columns, NUMBERS))
    return cell[0].text if above and not numbered else ""


def _runs(item: Item, columns: Sequence[Column], roles: Collection[Role]) -> list[Run]:
    cells = zip(columns, item.row.cells, strict=True)
    return [run for column, runs in cells if not column.roles.isdisjoint(roles) for run in runs]


def _is_level(one: Run, two: Run) -> bool:
    return one.page is two.page and two.box.top < one.box.middle < two.box.bottom


def _begins_level(item: Item, at: int, columns: Sequence[Column]) -> bool:
    """Tell whether a name begins in line with the figures of its item and goes on into a label of its own.

    In the middle of a cell of several lines a figure stands below the first of them.
    """
    cell = item.row.cells[at]
    counted = _runs(item, columns, MONEY_OR_COUNT)
    level = bool(cell) and bool(counted) and all(_is_level(cell[0], run) for run in counted)
    own = {id(text.run) for texts in item.texts.values() for text in texts if _is_labelled(text)}
    return level and (id(cell[1]) in own if len(cell) > 1 else bool(own))


def _is_labelled(text: Text) -> bool:
    return text.column is None and text.heading is not None


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
