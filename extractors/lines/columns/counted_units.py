"""Quantities with their units, in one column below two headings: "数量 单位" over "2 套".

White space gives them to the heading that they stand nearer to, and leaves the other column empty.
"""

from dataclasses import replace

from extractors.fields import quantities
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.item_table import ItemTable, Row
from extractors.vocabulary.meanings import Role


def settled(table: ItemTable) -> ItemTable:
    """Return the table with what stands below the unit as quantities, where items have both there."""
    places = {
        role: [at for at, column in enumerate(table.columns) if column.roles == {role}]
        for role in (Role.QUANTITY, Role.UNIT)
    }
    if any(len(each) != 1 for each in places.values()):
        return table
    counted, measured = places[Role.QUANTITY][0], places[Role.UNIT][0]
    items = item_rows(table)
    if abs(counted - measured) != 1 or not items:
        return table
    parted = [bool(row.cells[counted]) and bool(row.cells[measured]) for row in items]
    if not all(apart or _is_both(row, measured) for apart, row in zip(parted, items, strict=True)):
        return table
    return replace(table, rows=tuple(_moved(row, counted, measured) for row in table.rows))


def _is_both(row: Row, at: int) -> bool:
    found = quantities.parse(row.cells[at][0].text) if row.cells[at] else None
    return found is not None and found.unit is not None


def _moved(row: Row, counted: int, measured: int) -> Row:
    if row.cells[counted] or not row.cells[measured] or not _is_both(row, measured):
        return row
    cells = list(row.cells)
    cells[counted], cells[measured] = cells[measured], ()
    return replace(row, cells=tuple(cells))
