"""Drawn lines that frame a part of the page without parting its cells.

Many forms rule off each item and draw one upright line beside the amounts. What these lines enclose
holds columns of its own: it is a frame, and its words are read by the white space between them.
"""

from collections import Counter
from collections.abc import Sequence

from extractors.lines.item_table import NUMBER
from extractors.page.cell_grid import cell_lines
from extractors.page.runs import rows_of, split_line
from models.page import Cell, Page, Table

PILED = 3
"""So many cells of a row that hold several items show that rows are not drawn."""
STOREYS = (2, 3)
"""So many lines may an item have in a cell."""
COLUMNS = 4
"""So many pieces on one line are no text of a cell but columns."""


def is_frame(page: Page, table: Table) -> bool:
    """Tell whether the cells of a drawn table hold columns of their own."""
    return sum(_columned_lines(page, cell) for cell in table.cells) >= 2


def _columned_lines(page: Page, cell: Cell) -> int:
    if len(cell.words) < COLUMNS:
        return 0
    return sum(len(split_line(page, line)) >= COLUMNS for line in rows_of(cell.words))


def has_undrawn_rows(page: Page, table: Table) -> bool:
    """Tell whether a drawn row holds several rows: only the columns are drawn, and the outline.

    At least three of its cells hold several numbers below each other and nothing else, or items of several
    lines each: a number, what stands below it, and both again. Units below numbers are no second storey.
    """
    piled = Counter(cell.row for cell in table.cells if _piles_numbers(page, cell))
    if any(count >= PILED for count in piled.values()):
        return True
    valued = Counter(cell.row for cell in table.cells if _piles_items(page, cell, valued=True))
    again = Counter(cell.row for cell in table.cells if _piles_items(page, cell, valued=False))
    return any(piled[row] + again[row] >= PILED and valued[row] > 1 for row in again)


def is_headed_twice(table: Table) -> bool:
    """Tell whether drawn headings reach each over several others: the cells below them are columns."""
    return any(_parts_headings(table, row) for row in range(2, table.rows))


def _parts_headings(table: Table, row: int) -> bool:
    """Tell whether two cells or more reach each over several of those that stand right above a row."""
    right_above = [cell for cell in table.cells if cell.row + cell.row_span == row and cell.words]
    over = [cell for cell in table.cells if cell.row + cell.row_span == row - 1 and cell.words]
    over = [cell for cell in over if sum(_reaches_over(cell, each) for each in right_above) > 1]
    return table.columns == sum(cell.column_span for cell in right_above) and len(over) > 1


def _reaches_over(cell: Cell, below: Cell) -> bool:
    own = below.row == cell.row + cell.row_span
    return own and cell.column <= below.column < cell.column + cell.column_span


def _piles_numbers(page: Page, cell: Cell) -> bool:
    lines = [run.text for run in cell_lines(page, cell)] if len(cell.words) > 1 else []
    numbers = [text for text in lines if NUMBER.match(text)]
    return len(numbers) >= 2 and len(numbers) >= len(lines) - 1


def _piles_items(page: Page, cell: Cell, *, valued: bool) -> bool:
    """Tell whether a number stands on the same line of all items that a cell holds, and not on all its lines.

    If `valued`, what stands beside them are figures of another kind: codes, days.
    """
    lines = [run.text for run in cell_lines(page, cell)] if len(cell.words) > 1 else []
    figures = not valued or all(any(map(str.isdigit, text)) for text in lines)
    return figures and not _piles_numbers(page, cell) and any(_come_again(lines, step) for step in STOREYS)


def _come_again(lines: Sequence[str], step: int) -> bool:
    """Tell whether a number stands on the same line of all items of so many lines each."""
    numbers = [NUMBER.match(text) is not None for text in lines]
    return len(numbers) >= 2 * step and any(all(numbers[first::step]) for first in range(step))
