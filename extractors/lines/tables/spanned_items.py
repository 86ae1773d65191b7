"""Items in several drawn rows, with one cell for the number of all: code above code, price above day."""

from dataclasses import replace

from extractors.fields import quantities
from extractors.lines.item_table import NUMBER, ItemTable, Row
from extractors.vocabulary.meanings import Role
from models.page import union


def joined(table: ItemTable) -> ItemTable:
    """Return the table with the rows of each item as one, where all items are printed so.

    Lots of one item share its number too: they have quantities of their own, and stay apart.
    """
    numbered = next((at for at, column in enumerate(table.columns) if column.role is Role.LINE_NUMBER), None)
    if numbered is None or not table.ruled:
        return table
    groups = _groups(table.rows, numbered)
    items = [group for group in groups if group[0].cells[numbered]]
    counted = [at for at, column in enumerate(table.columns) if Role.QUANTITY in column.roles]
    sizes = {len(group) for group in items}
    alike = len(sizes) == 1 and not sizes & {1} and len(items) > 1
    further = [row for group in items for row in group[1:]]
    if not alike or not counted or any(_counts(row, at) for row in further for at in counted):
        return table
    worth = [at for at, column in enumerate(table.columns) if Role.AMOUNT in column.roles]
    if any(_is_worth(row, at) for row in further for at in worth):
        return table
    return replace(table, rows=tuple(_one(group) for group in groups))


def _groups(rows: tuple[Row, ...], numbered: int) -> list[list[Row]]:
    """Return the rows, those with the number cell of the row above together with it."""
    groups: list[list[Row]] = []
    for row in rows:
        if groups and _share(groups[-1][0], row, numbered):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _share(above: Row, below: Row, numbered: int) -> bool:
    """Tell whether two rows have one drawn cell for the number of their item."""
    places = [[run.box for run in row.cells[numbered]] for row in (above, below)]
    return numbered in below.inherited and above.page is below.page and places[0] == places[1]


def _counts(row: Row, at: int) -> bool:
    """Tell whether a row has a quantity of its own: a unit alone is none, nor is a cell over all rows."""
    return at not in row.inherited and any(quantities.parse(run.text) is not None for run in row.cells[at])


def _is_worth(row: Row, at: int) -> bool:
    """Tell whether a row has an amount of its own: several things under one number, as many of each."""
    return at not in row.inherited and any(NUMBER.match(run.text) for run in row.cells[at])


def _one(group: list[Row]) -> Row:
    first, *others = group
    if not others:
        return first
    cells = tuple(
        cell + tuple(run for row in others if at not in row.inherited for run in row.cells[at])
        for at, cell in enumerate(first.cells)
    )
    spanning = tuple(run for row in group for run in row.spanning)
    return replace(first, cells=cells, spanning=spanning, box=union([row.box for row in group]))
