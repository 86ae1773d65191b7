"""The grid of a table: its cells by row and column, and the lines of text in them."""

from collections.abc import Iterable

from extractors.kept import kept
from extractors.page.runs import Run, make_run, rows_of, split_line
from models.page import Cell, Page, Table

CELL_GAP = 3.0
"""Inside a cell only a very wide gap parts two runs."""
Grid = dict[int, dict[int, Cell]]
"""The cells by row and column; one that reaches over several stands in each of them."""


def grid_of(table: Table) -> Grid:
    """Return the grid of a table."""
    grid: Grid = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                grid.setdefault(row, {})[column] = cell
    return grid


def distinct(cells: Iterable[Cell | None]) -> list[Cell]:
    """Return each cell once, in order."""
    return list({id(cell): cell for cell in cells if cell is not None}.values())


def in_row(grid: Grid, row: int) -> list[Cell]:
    """Return the cells of a row from left to right, those that reach into it among them."""
    return distinct(cell for _, cell in sorted(grid.get(row, {}).items(), key=lambda pair: pair[0]))


@kept
def cell_lines(page: Page, cell: Cell) -> tuple[Run, ...]:
    """Return the lines of a cell, from top to bottom."""
    if len(cell.words) < 2:
        return (make_run(page, cell.words),) if cell.words else ()
    return tuple(run for line in rows_of(cell.words) for run in split_line(page, line, CELL_GAP))
