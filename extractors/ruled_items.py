"""Item tables in tables whose cells are drawn or stated by the file."""

from collections.abc import Iterable, Iterator, Sequence

from extractors.item_table import Column, ItemTable, Row, is_item_heading, make_column
from extractors.runs import Run, make_run, rows_of, runs_of, split_line
from models.page import Box, Cell, Page, Table, union

MAX_HEADING_ROWS = 3
CELL_GAP = 3.0
"""Inside a cell only a very wide gap parts two runs."""
SHIFT = 4.0
"""How far, in points, a column may stand elsewhere on the page that a table goes on to."""
Grid = dict[int, dict[int, Cell]]
"""The cells by row and column; one that reaches over several stands in each of them."""


def item_table(page: Page, table: Table) -> ItemTable | None:
    """Return the item table that `table` holds, or None where no row of it is an item heading."""
    grid = _grid(table)
    for at in range(table.rows):
        if not _heads(_columns(page, grid, range(at, at + 1))):
            continue
        heading = range(at, at + _depth(page, table, grid, at))
        columns = _columns(page, grid, heading)
        rows = tuple(_rows(page, table, grid, columns, heading.stop))
        box = union(cell.box for row in heading for cell in grid.get(row, {}).values())
        return ItemTable(columns, rows, box, page, ruled=True)
    return None


def continuation(page: Page, table: Table, before: ItemTable) -> tuple[Row, ...] | None:
    """Return the rows of a table without heading that goes on from the page before."""
    if page.synthetic:
        return None
    edges = {round(cell.box.x0) for cell in table.cells}
    if not all(any(abs(edge - column.x0) <= SHIFT for edge in edges) for column in before.columns):
        return None
    return tuple(_rows(page, table, _grid(table), before.columns, 0))


def _heads(columns: Sequence[Column]) -> bool:
    return is_item_heading([heading for column in columns for heading in column.headings])


def _grid(table: Table) -> Grid:
    grid: Grid = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                grid.setdefault(row, {})[column] = cell
    return grid


def _distinct(cells: Iterable[Cell | None]) -> list[Cell]:
    return list({id(cell): cell for cell in cells if cell is not None}.values())


def _in_row(grid: Grid, row: int) -> list[Cell]:
    return _distinct(cell for _, cell in sorted(grid.get(row, {}).items(), key=lambda pair: pair[0]))


def _columns(page: Page, grid: Grid, heading: range) -> tuple[Column, ...]:
    """Return a column for each cell of the last heading row; the cells above it speak for it too."""
    columns = []
    for last in _in_row(grid, heading[-1]):
        cells = _distinct(grid.get(row, {}).get(last.column) for row in heading)
        over = [cell for cell in cells if cell.column_span > last.column_span]
        lines = [run.text for cell in cells if cell not in over for run in cell_lines(page, cell)]
        group = " ".join(run.text for cell in over for run in cell_lines(page, cell))
        columns.append(make_column(last.box.x0, last.box.x1, lines, group if lines else ""))
    return tuple(columns)


def _depth(page: Page, table: Table, grid: Grid, at: int) -> int:
    """Count the rows of a heading: further rows join while most of their cells read as headings too."""
    above = {column.text for column in _columns(page, grid, range(at, at + 1))}
    depth = 1
    while depth < MAX_HEADING_ROWS and at + depth < table.rows:
        below = _columns(page, grid, range(at + depth, at + depth + 1))
        own = [column for column in below if column.text and column.text not in above]
        known = sum(_reads_as_heading(column) for column in own)
        if not own or known <= len(own) / 2 or any(map(_has_digit, own)):
            break
        depth += 1
    return depth


def _reads_as_heading(column: Column) -> bool:
    return bool(column.headings) and column.headings[0].exact


def _has_digit(column: Column) -> bool:
    return any(map(str.isdigit, column.text))


def _rows(page: Page, table: Table, grid: Grid, columns: Sequence[Column], start: int) -> Iterator[Row]:
    for at in range(start, table.rows):
        row = _row(page, _in_row(grid, at), columns, at)
        if row is not None:
            yield row


def _row(page: Page, members: Sequence[Cell], columns: Sequence[Column], at: int) -> Row | None:
    cells: list[tuple[Run, ...]] = [()] * len(columns)
    spanning: list[Run] = []
    inherited = set()
    for cell in members:
        lines = tuple(cell_lines(page, cell))
        under = [index for index, column in enumerate(columns) if _under(cell.box, column)]
        if len(under) == 1:
            cells[under[0]] += lines
            inherited |= set(under) if cell.row_span > 1 and lines else set()
        elif cell.row == at:
            spanning += lines
    if not (spanning or any(cells)):
        return None
    own = [cell.box for cell in members if cell.row_span == 1] or [cell.box for cell in members]
    return Row(page, union(own), tuple(cells), tuple(spanning), frozenset(inherited))


def _under(box: Box, column: Column) -> bool:
    shared = min(box.x1, column.x1) - max(box.x0, column.x0)
    return shared > 0.5 * min(box.width, column.x1 - column.x0)


def cell_lines(page: Page, cell: Cell) -> list[Run]:
    """Return the lines of a cell, from top to bottom."""
    if len(cell.words) < 2:
        return [make_run(page, cell.words)] if cell.words else []
    return [run for line in rows_of(cell.words) for run in split_line(page, line, CELL_GAP)]


def free_runs(page: Page, tables: Sequence[Table]) -> list[Run]:
    """Return the runs of the words that stand in no table."""
    words = [word for word in page.words if not any(_inside(word.box, table.box) for table in tables)]
    return runs_of(page, words)


def _inside(box: Box, outer: Box) -> bool:
    return outer.x0 <= box.centre <= outer.x1 and outer.top <= box.middle <= outer.bottom
