"""Where a document lists the items it orders: in tables, in cards, or in a text before the terms."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors import order_table, terms_pages
from extractors.header.labelling.labels import Labelled
from extractors.lines import column_parties
from extractors.lines.cards import item_cards
from extractors.lines.columns import own_initials, repeated_columns, stated_columns, tax_columns
from extractors.lines.item_table import ItemTable
from extractors.lines.items import rows
from extractors.lines.tables import table_titles, unheaded_items
from extractors.lines.tables.layouts import Layout, inside, item_tables
from extractors.order_table import OrderTable
from extractors.page.blocks import PageBlocks, page_blocks, some_of
from models.page import Box

BAND = 24.0
"""A page is looked at in bands so high, in points: a long list has thousands of rows."""


@dataclass(frozen=True, slots=True)
class Listings:
    """The lists of items in a document.

    `tabled` tells that one of them stands below a heading that only a table of items has: the others make an
    order only where something else says that there is one.
    """

    tables: tuple[OrderTable, ...] = ()
    tabled: bool = False

    @property
    def main(self) -> OrderTable | None:
        """The list of the order's lines."""
        return order_table.largest(self.tables)


def find(pages: Sequence[Layout]) -> Listings:
    """Return what lists items, in reading order."""
    tables = [
        OrderTable(table, rows.read(table)) for table in map(repeated_columns.set_apart, _item_tables(pages))
    ]
    tables = _captioned(pages, tables) or [each for each in tables if each.items.items]
    tabled = not all(table_titles.is_titled(each.table) for each in tables)
    return Listings(tuple(tables if tabled else [*_untabled(pages, tables), *tables]), tabled)


def repeated(pages: Sequence[Layout]) -> tuple[Labelled, ...]:
    """Return the order's own data that columns repeat, but for sheets that list something else."""
    own = (each for each in pages if not table_titles.is_aside(each.page))
    return tuple(found for each in own for found in repeated_columns.find(each.page, each.tables))


def outside(layout: Layout, tables: Sequence[OrderTable]) -> PageBlocks:
    """Return the blocks of a page that the lists of items do not take up."""
    taken: dict[int, list[Box]] = defaultdict(list)
    for box in (box for each in tables for box in _taken(each, layout)):
        for band in range(int(box.top // BAND), int(box.bottom // BAND) + 1):
            taken[band].append(box)
    blocks = page_blocks(layout.page, layout.tables, layout.free)
    kept = [
        each for each in blocks.blocks if not any(inside(each.box, box) for box in _near(each.box, taken))
    ]
    return some_of(blocks, kept)


def _item_tables(pages: Sequence[Layout]) -> list[ItemTable]:
    """Return the tables of items, with the columns of either party and of the tax as what they are."""
    papers = [layout.page for layout in pages]
    tables = (stated_columns.settled(table, papers) for table in item_tables(pages))
    tables = (own_initials.settled(table, papers) for table in tables)
    return [tax_columns.settled(column_parties.settled(table, papers)) for table in tables]


def _captioned(pages: Sequence[Layout], tables: Sequence[OrderTable]) -> list[OrderTable]:
    """Return the items of cards whose values stand below captions: what seems a table there is none.

    The heads of sheets that are alike seem such cards as well, and their tables hold more items.
    """
    found = item_cards.captioned([page_blocks(each.page, each.tables, each.free) for each in pages])
    sheets = len(pages) > 1 and all(each.page.synthetic for each in pages)
    if found is None or (sheets and sum(len(each.items.items) for each in tables) > len(found[1].items)):
        return []
    return [OrderTable(*found)]


def _untabled(pages: Sequence[Layout], others: Sequence[OrderTable]) -> list[OrderTable]:
    """Return items under no heading of a table: those that their numbers show, or a text before terms.

    What stands in the `others`, tables of something else, is none.
    """
    table = unheaded_items.find(pages) if not others else None
    read = [OrderTable(table, rows.read(table))] if table is not None else []
    found = item_cards.find(terms_pages.speaking([outside(layout, others) for layout in pages]))
    carded = [OrderTable(*found)] if found is not None else []
    if carded and table is not None and unheaded_items.labels_values(table):
        return carded
    return max(carded, read, key=lambda each: sum(len(one.items.items) for one in each))


def _near(box: Box, taken: Mapping[int, Sequence[Box]]) -> Sequence[Box]:
    """Return the boxes in the band of a page that the middle of a box lies in."""
    return taken.get(int(box.middle // BAND), ())


def _taken(each: OrderTable, layout: Layout) -> list[Box]:
    headings = ((each.table.page, each.table.heading_box), *each.table.repeated)
    boxes = [box for page, box in headings if page is layout.page]
    rest = set(map(id, (*each.items.rest, *each.items.notes)))
    return boxes + [box for row in each.table.rows if id(row) not in rest for box in row.boxes(layout.page)]
