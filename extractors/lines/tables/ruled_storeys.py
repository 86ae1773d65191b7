"""Drawn tables whose items take two rows of different cells: codes and names above, the figures below.

The upper row of the heading then has cells that reach over several of the lower one, and each of them is
a heading of its own; so it is with the rows of the items.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.lines.headings import CODES
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column, Row, make_column
from extractors.lines.tables.inner_tables import ITEM_NUMBER
from extractors.page.cell_grid import Grid, cell_lines, distinct
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import Box, Cell, Page, union

UPPER = CODES | {Role.DRAWING, Role.DESCRIPTION, Role.SPECIFICATION, Role.MODEL, Role.DELIVERY}
"""What may stand in the upper row; a heading of prices there groups those below it."""
SLACK = 2.0
TWO = 2
SHARED = MONEY_OR_COUNT | {Role.LINE_NUMBER}
LEAST_SHARED = 3
"""So many merged cells of numbers make one item; one date or price may stand for several."""


def upper_columns(page: Page, grid: Grid, heading: range) -> tuple[Column, ...]:
    """Return the columns of the upper row of a heading that are headings of their own."""
    cells = distinct(cell for row in heading[:-1] for cell in grid.get(row, {}).values())
    wide = (cell for cell in cells if cell.column_span > 1 and cell.row_span == 1)
    columns = (
        make_column(cell.box.x0, cell.box.x1, [run.text for run in cell_lines(page, cell)]) for cell in wide
    )
    return tuple(column for column in columns if _names(column))


def _names(column: Column) -> bool:
    known = len(column.headings) == 1 and column.headings[0].exact
    return known and bool(column.roles) and column.roles <= UPPER


def joined(
    columns: Sequence[Column], upper: Sequence[Column], rows: Sequence[Row]
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Return columns and rows with the two rows of each item as one; unchanged where few items have two.

    A note below one item that reaches over as many columns is no upper row of the next one.
    """
    placed = [_placed(row, upper) for row in rows]
    pairs = list(_pairs(placed, columns))
    counted = sum(len(list(_figures(row, columns))) > 1 for row in placed)
    if TWO * (len(placed) - len(pairs)) <= counted:
        return tuple(columns), tuple(rows)
    return (*columns, *upper), tuple(pairs)


def _placed(row: Row, upper: Sequence[Column]) -> Row:
    """Put what reaches over several columns under the upper headings."""
    cells: list[list[Run]] = [[] for _ in upper]
    loose: list[Run] = []
    for run in row.spanning:
        under = [at for at, column in enumerate(upper) if _within(run, column)]
        (cells[under[0]] if len(under) == 1 else loose).append(run)
    return replace(row, cells=(*row.cells, *map(tuple, cells)), spanning=tuple(loose))


def _within(run: Run, column: Column) -> bool:
    return column.x0 - SLACK <= run.box.x0 and run.box.x1 <= column.x1 + SLACK


def _pairs(rows: Sequence[Row], columns: Sequence[Column]) -> Iterator[Row]:
    at = 0
    while at < len(rows):
        if at + 1 < len(rows) and _is_pair(rows[at], rows[at + 1], columns):
            yield one(rows[at], rows[at + 1])
            at += 2
        else:
            yield rows[at]
            at += 1


def _is_pair(above: Row, below: Row, columns: Sequence[Column]) -> bool:
    """Tell whether two rows are one item: names above, figures below."""
    named = any(above.cells[len(columns) :])
    return named and not any(_figures(above, columns)) and len(list(_figures(below, columns))) > 1


def _figures(row: Row, columns: Sequence[Column]) -> Iterator[Run]:
    for at, column in enumerate(columns):
        cell = row.cells[at]
        if column.roles & MONEY_OR_COUNT and cell and at not in row.inherited and NUMBER.match(cell[0].text):
            yield cell[0]


def merged(rows: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """Return rows, those that share the merged cells of an item's numbers as one: name above, size below."""
    joined: list[Row] = []
    for row in rows:
        if joined and _shares_numbers(joined[-1], row, columns):
            joined[-1] = one(joined[-1], row)
        else:
            joined.append(row)
    return joined


def _shares_numbers(above: Row, below: Row, columns: Sequence[Column]) -> bool:
    """Tell whether all numbers of two rows stand in cells that reach over both."""
    counted = [at for at, column in enumerate(columns) if column.roles & SHARED]
    filled = [at for at in counted if above.cells[at] or below.cells[at]]
    merged = all(at in above.inherited and at in below.inherited for at in filled)
    same = all(above.cells[at] == below.cells[at] for at in filled)
    return len(filled) >= LEAST_SHARED and merged and same


def one(above: Row, below: Row) -> Row:
    """Join two rows; a cell that reaches over both stands in it once."""
    cells = tuple(
        first if at in above.inherited and at in below.inherited else (*first, *second)
        for at, (first, second) in enumerate(zip(above.cells, below.cells, strict=True))
    )
    return Row(above.page, union((above.box, below.box)), cells, (*above.spanning, *below.spanning))


def in_rows(cell: Cell, lines: Sequence[Run]) -> dict[int, tuple[Run, ...]] | None:
    """Return which line of a cell stands in which row, where it reaches over as many: captions of sums."""
    if cell.row_span < TWO or len(lines) != cell.row_span:
        return None
    height = cell.box.height / cell.row_span
    rows = [cell.row + int((run.box.middle - cell.box.top) // height) for run in lines]
    return (
        {row: (run,) for row, run in zip(rows, lines, strict=True)} if len(set(rows)) == len(rows) else None
    )


def level_numbers(cell: Cell, lines: Sequence[Run], row: Box, column: Column) -> tuple[Run, ...] | None:
    """Return the numbers of a cell over several rows that stand level with one of them, None where none do.

    Where lines across are missing, the amounts of an item and those of the sums below it stand in one cell,
    and so do the numbers of many items.
    """
    if cell.row_span == 1 or len(lines) == 1:
        return None
    level = tuple(run for run in lines if row.top < run.box.middle < row.bottom)
    counting = [run for run in lines if ITEM_NUMBER.match(run.text)]
    if column.role is Role.LINE_NUMBER and TWO * len(counting) > len(lines):
        return level
    counted = column.roles & MONEY_OR_COUNT and all(NUMBER.match(run.text) for run in lines)
    return level or None if counted else None
