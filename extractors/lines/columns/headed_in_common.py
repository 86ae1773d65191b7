"""A word that heads several columns in common and stands above each of them: "Price" over "Unit" and "Value".

Set once per column, it looks like a heading of its own above the other one, as where two values stand below
each other in one cell. Where every item has one value there, the lower heading is the column's own.
"""

from dataclasses import replace

from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column, ItemTable
from extractors.vocabulary.meanings import Role

TWO = 2


def settled(table: ItemTable) -> ItemTable:
    """Return the table with such columns under their own heading alone.

    It is exact only if another column holds what the common word may mean as well.
    """
    if not any(_in_common(column) for column in table.columns):
        return table
    columns = tuple(
        _own(column, table) if _in_common(column) and _holds_one(table, at) else column
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _in_common(column: Column) -> bool:
    roles = [each.role for each in column.headings]
    return len(roles) >= TWO and roles[0] is Role.PRICE and {*roles[1:]} == {Role.AMOUNT}


def _holds_one(table: ItemTable, at: int) -> bool:
    cells = [row.cells[at] for row in table.rows if row.cells[at] and NUMBER.match(row.cells[at][0].text)]
    return bool(cells) and all(len(cell) == 1 for cell in cells)


def _own(column: Column, table: ItemTable) -> Column:
    own = column.headings[1]
    priced = any(each.role is Role.PRICE and not _in_common(each) for each in table.columns)
    exact = own.exact and priced and own.roles <= MONEY_OR_COUNT
    return replace(column, headings=(replace(own, exact=exact),), stack=())
