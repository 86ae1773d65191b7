"""Columns of units and of quantities with their units, as far as their contents tell."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import quantities, units
from extractors.late import late
from extractors.lines.columns.cut_headings import HUMP
from extractors.lines.columns.item_rows import first_texts, item_rows
from extractors.lines.composed_headings import names_quantities
from extractors.lines.headings import Heading
from extractors.lines.item_table import NUMBER, Column, ItemTable, Row
from extractors.page.runs import Run, joined
from extractors.vocabulary.meanings import Role

TWO = 2
ENDS = late(r"(?:单位|單位|\bunits?|\buom|einheit)$", re.IGNORECASE)


def measured(table: ItemTable) -> ItemTable:
    """Take a column of price units that holds only names of units for the unit of measure (计价单位)."""
    if any(column.role is Role.UNIT for column in table.columns):
        return table
    items = item_rows(table)
    columns = tuple(
        _unit(column) if _may_be_unit(column) and _names_units(items, at) else column
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _may_be_unit(column: Column) -> bool:
    """Tell whether a heading may be that of units: it says so of prices, or ends with the word (采购单位)."""
    named = column.role in {None, Role.OTHER} and ENDS.search(column.text.strip()) is not None
    return named or column.role is Role.PRICE_PER


def _unit(column: Column) -> Column:
    if column.role is not Role.PRICE_PER:
        return replace(column, headings=(Heading(column.text, frozenset({Role.UNIT}), exact=True),))
    return replace(
        column, headings=tuple(replace(each, roles=frozenset({Role.UNIT})) for each in column.headings)
    )


def with_units(table: ItemTable) -> ItemTable:
    """Take a column of units that holds "3 pcs" for the quantities, where no other column does."""
    if any(Role.QUANTITY in column.roles for column in table.columns):
        return table
    units_of = [at for at, column in enumerate(table.columns) if column.role is Role.UNIT]
    rows = tuple(_with_whole(row, units_of) for row in table.rows)
    counted = [at for at in units_of if _counts_units(rows, at)]
    columns = tuple(_quantity(column) if at in counted else column for at, column in enumerate(table.columns))
    return replace(table, columns=columns, rows=rows) if counted else table


def _with_whole(row: Row, places: Sequence[int]) -> Row:
    """Return a row in which a number and the unit behind it, set apart, are one text: "6   pcs"."""
    cells = tuple(
        (joined(cell),) if at in places and _is_counted(cell) else cell for at, cell in enumerate(row.cells)
    )
    return replace(row, cells=cells)


def _is_counted(cell: Sequence[Run]) -> bool:
    """Tell whether a cell holds a number and, in the same line, the name of a unit."""
    if len(cell) != TWO:
        return False
    number, unit = cell
    level = number.box.top < unit.box.middle < number.box.bottom
    return level and NUMBER.match(number.text) is not None and units.canonical(unit.text) is not None


def _counts_units(rows: Sequence[Row], at: int) -> bool:
    """Tell whether numbers with their unit stand in a column; rows of sums and notes have none."""
    found = [quantities.parse(row.cells[at][0].text) for row in rows if row.cells[at]]
    return any(each is not None and each.unit for each in found) and all(
        each is None or each.unit for each in found
    )


def without_false_units(table: ItemTable) -> ItemTable:
    """Return the table with columns of units that hold nothing but numbers as columns of no known role."""
    items = item_rows(table)
    columns = tuple(
        replace(column, headings=()) if column.role is Role.UNIT and _only_numbers(items, at) else column
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _only_numbers(items: list[Row], at: int) -> bool:
    texts = first_texts(items, at)
    return bool(texts) and all(NUMBER.match(text) and quantities.parse(text) for text in texts)


def _quantity(column: Column) -> Column:
    exact = names_quantities(HUMP.sub(" ", column.text))
    return replace(
        column,
        headings=tuple(
            replace(each, roles=frozenset({Role.QUANTITY}), exact=each.exact and exact)
            for each in column.headings
        ),
    )


def _names_units(items: list[Row], at: int) -> bool:
    texts = [" ".join(run.text for run in row.cells[at]) for row in items if row.cells[at]]
    return bool(texts) and all(units.canonical(text) is not None for text in texts)
