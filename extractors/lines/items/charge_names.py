"""Charges that are items and stand below their figures: "60 V-90010 1 lot 30.00" over "Handling".

A charge alone on its line is a sum elsewhere. Where the item above has quantity and price and lacks its
name, it is that name.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.header import summaries
from extractors.lines.item_table import Column, Row
from extractors.vocabulary.meanings import Role, Summary
from models.page import union

CHARGED = frozenset({Summary.CHARGE, Summary.DISCOUNT})
COUNTED = (Role.QUANTITY, Role.PRICE)


def joined(rows: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """Return the rows, such a charge joined to the item that it names."""
    found: list[Row] = []
    for row in rows:
        if found and len(row.runs) == 1 and _names(row, found[-1], columns):
            found[-1] = _with(found[-1], row)
        else:
            found.append(row)
    return found


def _names(row: Row, above: Row, columns: Sequence[Column]) -> bool:
    """Tell whether a row is a charge and nothing else, and stands where the item above has no name."""
    heads = ((at, [each.role for each in column.headings]) for at, column in enumerate(columns))
    naming = [(at, roles.index(Role.DESCRIPTION)) for at, roles in heads if Role.DESCRIPTION in roles]
    if not any(row.cells[at] and len(above.cells[at]) <= storey for at, storey in naming):
        return False
    label = summaries.recognise(row.runs[0].text)
    charged = label is not None and label.kind in CHARGED and not label.rest
    return charged and all(_states(above, role, columns) for role in COUNTED)


def _states(row: Row, role: Role, columns: Sequence[Column]) -> bool:
    return any(cell and role in column.roles for column, cell in zip(columns, row.cells, strict=True))


def _with(item: Row, name: Row) -> Row:
    cells = tuple((*above, *below) for above, below in zip(item.cells, name.cells, strict=True))
    return replace(item, cells=cells, box=union([item.box, name.box]))
