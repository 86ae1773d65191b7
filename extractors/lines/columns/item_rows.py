"""The rows of a table that order something, and what stands in its columns there."""

from extractors.lines.columns import sum_rows
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, ItemTable, Row
from extractors.vocabulary.meanings import Role

BESIDE = (None, Role.OTHER)


def item_rows(table: ItemTable) -> list[Row]:
    """Return the rows that order something: those with a number in its column that state no sum."""
    return [row for row in table.rows if _orders(row, table)]


def _orders(row: Row, table: ItemTable) -> bool:
    pairs = list(zip(table.columns, row.cells, strict=True))
    ordering = any(c.roles & MONEY_OR_COUNT and cell and NUMBER.match(cell[0].text) for c, cell in pairs)
    # "Road freight" in a column of other things says how the goods of a whole row travel.
    whole = _is_whole(row, table)
    telling = [cell for column, cell in pairs if not (whole and column.role in BESIDE)]
    first = [cell[0] for cell in (*telling, row.spanning) if cell]
    return ordering and not any(sum_rows.stated_in(first))


def _is_whole(row: Row, table: ItemTable) -> bool:
    """Tell whether a row has a number in each column of numbers, as an item and no sum has."""
    counted = [cell for c, cell in zip(table.columns, row.cells, strict=True) if c.roles & MONEY_OR_COUNT]
    return len(counted) > 1 and all(cell and NUMBER.match(cell[0].text) for cell in counted)


def first_texts(items: list[Row], at: int) -> list[str]:
    """Return the first line of each cell of a column."""
    return [row.cells[at][0].text for row in items if row.cells[at]]
