"""Units without a heading between quantity and price, which white space puts before the price.

    Order qty        Unit cost    Ext. cost
        2.000 EA    2 294.0000     4 588.00

Where every item has one, it is the unit of the quantity that it follows.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import currencies, units
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.item_table import NUMBER, ItemTable, Row
from extractors.page.runs import Run, joined, make_run
from extractors.vocabulary.meanings import Role

MONEY = frozenset({Role.PRICE, Role.LIST_PRICE, Role.AMOUNT})
MONEYS = frozenset(currencies.CODES.split()) | {"Ft", "FT", "Le", "LE", "kr", "KR"}
SHORTEST = 2
"""One letter may be the sign of a currency: M, L, G, T."""


def settled(table: ItemTable) -> ItemTable:
    """Return the table with such units behind their quantities, where no column has any."""
    if any(Role.UNIT in column.roles for column in table.columns):
        return table
    items = item_rows(table)
    for at, column in enumerate(table.columns[:-1]):
        counted = column.role is Role.QUANTITY and table.columns[at + 1].roles <= MONEY
        if counted and table.columns[at + 1].roles and items and all(_unit(row, at) for row in items):
            return replace(table, rows=tuple(_moved(row, at) for row in table.rows))
    return table


def _unit(row: Row, at: int) -> Run | None:
    """Return the unit that stands before the number in the cell behind a bare quantity."""
    counted, priced = row.cells[at], row.cells[at + 1]
    if len(counted) != 1 or not priced or NUMBER.match(counted[0].text) is None:
        return None
    first = make_run(priced[0].page, priced[0].words[:1])
    behind = _behind(priced)
    named = (
        units.canonical(first.text) is not None and first.text not in MONEYS and len(first.text) >= SHORTEST
    )
    below = abs(first.box.middle - counted[0].box.middle) > first.box.height / 2
    return first if named and not below and behind and NUMBER.match(behind[0].text) else None


def _behind(cell: Sequence[Run]) -> tuple[Run, ...]:
    """Return a cell without its first word."""
    rest = cell[0].words[1:]
    return (*((make_run(cell[0].page, rest),) if rest else ()), *cell[1:])


def _moved(row: Row, at: int) -> Row:
    unit = _unit(row, at)
    if unit is None:
        return row
    counted = joined((row.cells[at][0], unit))
    cells = (*row.cells[:at], (counted,), _behind(row.cells[at + 1]), *row.cells[at + 2 :])
    return replace(row, cells=cells)
