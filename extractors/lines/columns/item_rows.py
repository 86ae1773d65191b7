"""The rows of a table that order something, and what stands in its columns there."""

from extractors.lines.columns import sum_rows
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, ItemTable, Row


def item_rows(table: ItemTable) -> list[Row]:
    """Return the rows that order something: those with a number in its column that state no sum."""
    return [row for row in table.rows if _orders(row, table)]


def _orders(row: Row, table: ItemTable) -> bool:
    pairs = zip(table.columns, row.cells, strict=True)
    ordering = any(c.roles & MONEY_OR_COUNT and cell and NUMBER.match(cell[0].text) for c, cell in pairs)
    first = [cell[0] for cell in (*row.cells, row.spanning) if cell]
    return ordering and not any(sum_rows.stated_in(first))


def first_texts(items: list[Row], at: int) -> list[str]:
    """Return the first line of each cell of a column."""
    return [row.cells[at][0].text for row in items if row.cells[at]]
