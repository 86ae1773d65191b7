"""Heading cells left blank below one that spans them: "Quantity" over a blank cell and "Unit".

The spanning heading then names the blank column itself, where it says what none of its neighbours says.
"""

from collections.abc import Sequence

from extractors.lines.headings import recognise
from extractors.lines.item_table import MONEY_OR_COUNT
from extractors.page.cell_grid import Grid, cell_lines
from extractors.page.runs import joined
from models.page import Cell, Page


def named(page: Page, grid: Grid, blank: Cell, over: Sequence[Cell]) -> list[str]:
    """Return the lines of the heading over a blank cell, nothing where it may head the others alone.

    It must be the only blank one below a heading of numbers, and the others must be headed by something else.
    """
    if len(over) != 1:
        return []
    group = [run.text for run in cell_lines(page, over[0])]
    head = recognise(" ".join(group)) if group else None
    if head is None or not head.exact or head.role not in MONEY_OR_COUNT:
        return []
    spanned = range(over[0].column, over[0].column + over[0].column_span)
    beside = [cell for at in spanned if (cell := grid.get(blank.row, {}).get(at)) is not None]
    others = [cell_lines(page, cell) for cell in beside if cell is not blank]
    told = [recognise(joined(lines).text) if lines else None for lines in others]
    apart = all(each is not None and each.exact and each.role not in {None, head.role} for each in told)
    return group if others and apart else []
