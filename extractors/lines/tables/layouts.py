"""The item tables of a document, joined over its pages, and what of each page they take up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.lines.columns import item_rows
from extractors.lines.item_table import ItemTable, Row
from extractors.lines.tables import (
    heading_bands,
    headings_above,
    item_titles,
    ruled_items,
    table_pieces,
    texts_beneath,
    unruled_items,
)
from extractors.lines.tables.frames import has_undrawn_rows, is_frame, is_headed_twice
from extractors.lines.tables.ruled import ruled_tables
from extractors.lines.tables.table_titles import is_replaced
from extractors.lines.texts import inline_labels
from extractors.page.cell_grid import grid_of
from models.page import Box, Page, SourceDocument, Table, Word, union

TWO = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """A page with its tables and the words that stand in none."""

    page: Page
    tables: tuple[Table, ...]
    free: tuple[Word, ...]


def layouts(document: SourceDocument) -> tuple[Layout, ...]:
    """Return the layout of every page."""
    pages = [(page, _drawn(page)) for page in document.pages]
    frames = [table for page, drawn in pages for table in drawn if not page.tables and _frames(page, table)]
    return tuple(
        _layout(page, [each for each in drawn if not _is_one(each, frames)]) for page, drawn in pages
    )


def _drawn(page: Page) -> tuple[Table, ...]:
    # A single drawn row (a heading band, a zebra stripe) says nothing of the rows around it.
    return page.tables or tuple(
        _headed(page, heading_bands.parted(table)) for table in _pieced(page) if table.rows > 1
    )


def _is_one(table: Table, frames: Sequence[Table]) -> bool:
    """Tell whether a table is a frame, or is drawn like one on another page that holds more.

    On a page with a single item nothing tells the frame of a table from the table.
    """
    return any(
        table is frame or (table.rows <= frame.rows and _columns(table) == _columns(frame))
        for frame in frames
    )


def _columns(table: Table) -> tuple[int, ...]:
    return tuple(sorted({round(cell.box.x0) for cell in table.cells} | {round(table.box.x1)}))


def _layout(page: Page, tables: Sequence[Table]) -> Layout:
    boxes = [table.box for table in tables]
    free = tuple(word for word in page.words if not any(inside(word.box, box) for box in boxes))
    return Layout(page, tuple(tables), free if boxes else page.words)


def _pieced(page: Page) -> tuple[Table, ...]:
    """Return the drawn tables of a page; pieces with the same columns are one where the first holds items."""
    tables = ruled_tables(page)
    joined = table_pieces.joined(page, tables)
    grown = [table for table in joined if table not in tables]
    return joined if all(_orders(page, table, least=TWO) for table in grown) else tuple(tables)


def _headed(page: Page, table: Table) -> Table:
    """Return a table with the headings above it, where it has none of its own and they make items of it."""
    if ruled_items.item_table(page, table) is not None:
        return table
    headed = headings_above.headed(page, table)
    return headed if headed is not table and _orders(page, headed) else table


def _frames(page: Page, table: Table) -> bool:
    if has_undrawn_rows(page, table):
        return not (is_headed_twice(table) and _orders(page, table, least=TWO))
    return is_frame(page, table) and not _orders(page, table)


def _orders(page: Page, table: Table, least: int = 1) -> bool:
    """Tell whether the cells of a table hold items; under a heading alone, one cell may hold all of them."""
    items = ruled_items.item_table(page, table)
    return items is not None and len(item_rows.item_rows(items)) >= least


def inside(box: Box, outer: Box) -> bool:
    """Tell whether the middle of `box` lies in `outer`."""
    return outer.x0 <= box.centre <= outer.x1 and outer.top <= box.middle <= outer.bottom


def item_tables(pages: Sequence[Layout]) -> tuple[ItemTable, ...]:
    """Return the item tables of a document; one that goes on over pages is one table."""
    found: list[ItemTable] = []
    for layout in pages:
        own = list(_on_page(layout, found[-1] if found else None))
        if not own and found:
            rows = _going_on(layout, found[-1])
            found[-1] = replace(found[-1], rows=ruled_items.joined(found[-1], rows))
        for table in own:
            if found and _continues(found[-1], table):
                found[-1] = _joined(found[-1], table)
            elif table.anchored:
                found.append(table)
    free = [(layout.page, layout.free) for layout in pages]
    return tuple(item_titles.titled(texts_beneath.joined_to(table, free), free) for table in found)


def _on_page(layout: Layout, before: ItemTable | None) -> Iterator[ItemTable]:
    for table in layout.tables:
        yield from ruled_items.item_tables(layout.page, table)
    yield from unruled_items.item_tables(layout.page, layout.free, before)


def _continues(before: ItemTable, table: ItemTable) -> bool:
    """Tell whether a table has the columns of the one before and is not listed in its place."""
    same = [column.text for column in before.columns] == [column.text for column in table.columns]
    return same and not is_replaced(before, table.page, table.heading_box)


def _joined(before: ItemTable, table: ItemTable) -> ItemTable:
    columns = tuple(
        replace(column, cut=column.cut and other.cut)
        for column, other in zip(before.columns, table.columns, strict=True)
    )
    repeated = (*before.repeated, (table.page, table.heading_box))
    return replace(before, columns=columns, rows=ruled_items.joined(before, table.rows), repeated=repeated)


def _going_on(layout: Layout, before: ItemTable) -> tuple[Row, ...]:
    for table in layout.tables:
        rows = ruled_items.continuation(layout.page, table, before)
        if rows:
            return rows
    for table in layout.tables if before.storey else ():
        lines = ruled_items.lines_in(layout.page, table, grid_of(table))
        rows = unruled_items.going_on(layout.page, [line for line in lines if line], before)
        if rows:
            return rows
    rows = () if before.ruled else unruled_items.continuation(layout.page, layout.free, before)
    return rows or tuple(_rest_of_item(layout, before))


def _rest_of_item(layout: Layout, before: ItemTable) -> Iterator[Row]:
    """Yield the lines at the top of a page that name codes of the item which the page before ends with.

    Only codes and drawings: a date or a place there may be that of the order.
    """
    last = before.rows[-1].page if before.rows else None
    if last is None or layout.page.number != last.number + 1:
        return
    for line in unruled_items.lines_of(layout.page, layout.free):
        found = [inline_labels.recognise_inline(run.text) for run in line]
        if not all(each is not None and each[0] in inline_labels.SPACED for each in found):
            return
        cells = tuple(() for _ in before.columns)
        yield Row(layout.page, union(run.box for run in line), cells, tuple(line))
