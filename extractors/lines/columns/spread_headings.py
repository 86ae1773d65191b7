"""Headings whose two characters stand so far apart that each was taken for one of its own: 單　價."""

from dataclasses import replace

from extractors.lines.headings import recognise
from extractors.lines.item_table import Column, ItemTable, Row
from extractors.runs import IDEOGRAPH


def joined(table: ItemTable) -> ItemTable:
    """Return the table with such columns as one, where no row has something in both of them."""
    at = next((at for at in range(len(table.columns) - 1) if _are_one(table, at)), None)
    if at is None:
        return table
    columns = (*table.columns[:at], _column(table, at), *table.columns[at + 2 :])
    return joined(replace(table, columns=columns, rows=tuple(_row(row, at) for row in table.rows)))


def _are_one(table: ItemTable, at: int) -> bool:
    one, other = table.columns[at].text.strip(), table.columns[at + 1].text.strip()
    single = len(one) == len(other) == 1 and all(map(IDEOGRAPH.match, (one, other)))
    heading = recognise(one + other) if single else None
    apart = not any(row.cells[at] and row.cells[at + 1] for row in table.rows)
    return heading is not None and heading.exact and apart


def _column(table: ItemTable, at: int) -> Column:
    one, other = table.columns[at : at + 2]
    heading = recognise(one.text.strip() + other.text.strip())
    assert heading is not None
    return replace(
        one, x1=other.x1, text=heading.text, headings=(heading,), stack=(), cut=one.cut and other.cut
    )


def _row(row: Row, at: int) -> Row:
    cells = (*row.cells[:at], row.cells[at] + row.cells[at + 1], *row.cells[at + 2 :])
    inherited = frozenset(each - (each > at) for each in row.inherited)
    return replace(row, cells=cells, inherited=inherited)
