"""Rows of a table that count something and were not read as items: "Installation drawings | 1 | set".

They may be parts of the item above, or things that are ordered without a price: nothing but a person knows
whether every item was read.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.item_table import NUMBER, Column, Row
from extractors.lines.items.rows import Items
from extractors.vocabulary.meanings import Role
from models.page import Box
from models.reading import OrderLine, Reason, opened

NAMED = frozenset({Role.DESCRIPTION, Role.SPECIFICATION, Role.MODEL})
VALUED = frozenset({Role.PRICE, Role.AMOUNT})
"""A row with these was an item, and something says that it is not ordered."""
COUNTING = late(r"\d{1,4}\.?")


def doubted(
    rows: Sequence[Row], columns: Sequence[Column], items: Items, lines: Sequence[OrderLine]
) -> tuple[OrderLine, ...]:
    """Return the lines, their own numbers open where a row that may be an item is none of them."""
    known = {id(item.row) for item in items.items} | {id(each.row) for each in items.summaries}
    boxes = [item.row.box for item in items.items]
    left = [row for row in rows if id(row) not in known and not _is_one(row.box, boxes)]
    if not any(_may_be_item(row, columns) for row in left):
        return tuple(lines)
    return tuple(
        replace(line, line_number=opened(line.line_number, Reason.COMPLETENESS)) if line.line_number else line
        for line in lines
    )


def _is_one(box: Box, boxes: Sequence[Box]) -> bool:
    """Tell whether a row stands inside the row of an item."""
    return any(each.top <= box.middle <= each.bottom and each.x0 <= box.x1 for each in boxes)


def _may_be_item(row: Row, columns: Sequence[Column]) -> bool:
    """Tell whether a row names a thing in its column, and says how many of it or which item it is."""
    said = {
        role: cell[0].text
        for column, cell in zip(columns, row.cells, strict=False)  # prose has rows of its own
        if cell and (role := column.role)
    }
    if not said.keys() & NAMED or said.keys() & VALUED:
        return False
    numbered = COUNTING.fullmatch(said.get(Role.LINE_NUMBER, "")) is not None
    return numbered or NUMBER.match(said.get(Role.QUANTITY, "")) is not None
