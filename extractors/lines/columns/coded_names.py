"""Columns of names in which codes stand, and names in a column of codes: "Vendor name" above "KX-4410".

Programs call the supplier's own word for a thing its name there, which mostly is a code. Elsewhere codes
below "Name" are not certainly the name, where each item has a text besides that no column takes.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.late import late
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.headings import CODES, Heading
from extractors.lines.item_table import Column, ItemTable, Row
from extractors.vocabulary.meanings import Role

THEIRS = late(r"\b(?:vendor|supplier)(?:['’]s)? (?:item |part |product )?name\b", re.IGNORECASE)
"""A heading of what the supplier calls the thing."""
NAMED = late(r"[^\W\d_]{2,}[^\d:：]* [^\d:：]*")
"""Words alone, as of a charge that has no number."""
PENDING = late(
    r"\b(?:to (?:be|follow)|tb[acd]|not|no|as|see|acc|according|per|same|like|later|unknown|wie|siehe|folgt"
    r"|nach)\b|[同待见]",
    re.IGNORECASE,
)
"""What says that a number stands elsewhere, or is yet to come."""
LEAST = 2


def settled(table: ItemTable) -> ItemTable:
    """Return the table with the seller's codes below "Vendor name", and no code certainly a name."""
    items = item_rows(table)
    columns = tuple(_settled(column, items, at) for at, column in enumerate(table.columns))
    return replace(table, columns=columns)


def _settled(column: Column, items: Sequence[Row], at: int) -> Column:
    if column.role is not Role.DESCRIPTION or len(column.headings) != 1:
        return column
    cells = [row.cells[at] for row in items if row.cells[at]]
    if not cells or any(len(cell) > 1 or not parts.looks_like_code(cell[0].text) for cell in cells):
        return column
    if THEIRS.search(column.text):
        return _headed(column, Role.SELLER_PART)
    named = sum(bool(row.spanning) for row in items)
    return _headed(column, Role.DESCRIPTION) if LEAST <= len(cells) <= named else column


def _headed(column: Column, role: Role) -> Column:
    return replace(column, headings=(Heading(column.text, frozenset({role}), exact=False),), stack=())


def put_apart(table: ItemTable) -> ItemTable:
    """Return the table with words in a column of codes as texts of their item, where no column has names."""
    if any(not column.roles or Role.DESCRIPTION in column.roles for column in table.columns):
        return table
    items = item_rows(table)
    coded = [
        at for at, column in enumerate(table.columns) if column.role in CODES and _are_mostly_codes(items, at)
    ]
    return replace(table, rows=tuple(_apart(row, coded) for row in table.rows)) if coded else table


def _are_mostly_codes(items: Sequence[Row], at: int) -> bool:
    """Tell whether most items have one line in a column, and that is a code."""
    cells = [row.cells[at] for row in items if row.cells[at]]
    coded = [cell for cell in cells if len(cell) == 1 and parts.looks_like_code(cell[0].text)]
    return 2 * len(coded) > len(items)


def _apart(row: Row, coded: Sequence[int]) -> Row:
    """Return a row with the words that stand in its columns of codes among its texts."""
    alone = (row.cells[at][0] for at in coded if len(row.cells[at]) == 1)
    moved = [run for run in alone if NAMED.fullmatch(run.text) and not PENDING.search(run.text)]
    if not moved or len(moved) < sum(bool(row.cells[at]) for at in coded):
        return row
    cells = tuple(
        tuple(run for run in cell if all(run is not each for each in moved)) if at in coded else cell
        for at, cell in enumerate(row.cells)
    )
    return replace(row, cells=cells, spanning=(*moved, *row.spanning))
