"""Rows of items that say of themselves that they are not ordered: a line in one is said of that item alone.

So is the heading of a column that asks of every item whether it is cancelled ("Cancelled": N, 否).
Any other line among the items that speaks of a draft or a cancellation is said of the paper: an item that is
not in doubt for it was not meant by it.
"""

from collections.abc import Iterator, Sequence

from extractors.lines.doubts.doubtful_items import may_be_none
from extractors.lines.item import Item
from extractors.lines.item_table import ItemTable
from extractors.lines.values.second_names import says_undone
from extractors.vocabulary.meanings import Role
from models.page import Box

FIGURES = (Role.QUANTITY, Role.PRICE, Role.AMOUNT)


def rows(items: Sequence[Item], page: int) -> list[Box]:
    """Return the rows on a page of items that may be none; one item may be, all of them are the paper."""
    if not items or all(map(may_be_none, items)):
        return []
    return list(_rows(items, page))


def headings(table: ItemTable, page: int) -> list[Box]:
    """Return the headings on a page where one asks of every item whether it is cancelled."""
    asked = any(each.text and says_undone(each.text) for each in table.columns)
    return [table.heading_box] if asked and table.page.number == page else []


def _rows(items: Sequence[Item], page: int) -> Iterator[Box]:
    for item in items:
        if item.row.page.number == page and may_be_none(item):
            yield _down_to_figures(item) if item is items[-1] else item.row.box


def _down_to_figures(item: Item) -> Box:
    """Return the row of the last item down to its figures: what stands below may be said of the paper."""
    figures = [text.run for role in FIGURES for text in item.texts.get(role, ())]
    ends = [run.box.bottom for run in figures if run.page is item.row.page]
    return item.row.box._replace(bottom=max(ends)) if ends else item.row.box
