"""Item tables in tables whose cells are drawn or stated by the file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.kept import kept
from extractors.lines.columns import former_columns
from extractors.lines.headings import Heading
from extractors.lines.item_table import (
    MONEY_OR_COUNT,
    NAMES,
    NUMBER,
    Column,
    ItemTable,
    Row,
    is_item_heading,
    make_column,
)
from extractors.lines.tables import (
    blank_headings,
    group_rows,
    ruled_storeys,
    split_headings,
    storey_rows,
    storeys,
    undrawn_rows,
)
from extractors.lines.tables.table_titles import is_replaced
from extractors.lines.texts import label_pairs
from extractors.page.cell_grid import Grid, cell_lines, distinct, grid_of, in_row
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import Box, Cell, Page, Table, union

MAX_HEADING_ROWS = 3
TWO = 2
VALUED = frozenset({Role.PRICE, Role.AMOUNT})
SHIFT = 4.0
"""How far, in points, a column may stand elsewhere on the page that a table goes on to."""


@kept
def item_table(page: Page, table: Table) -> ItemTable | None:
    """Return the first item table that `table` holds, or None where no row of it is an item heading."""
    return next(iter(item_tables(page, table)), None)


@kept
def item_tables(page: Page, table: Table) -> tuple[ItemTable, ...]:
    """Return the item tables that `table` holds, one below the other, each under a heading of its own."""
    grid = grid_of(table)
    lines = lines_in(page, table, grid)
    found: list[ItemTable] = []
    start = 0
    for at in range(table.rows):
        parted = storeys.in_pairs(lines, at) if not found else None
        if parted is not None and not ruled_storeys.upper_columns(page, grid, range(at, at + 2)):
            return (storey_rows.table(page, parted, [line for line in lines[at + 2 :] if line]),)
        passed = at < start or (found and any(NUMBER.match(run.text) for run in lines[at]))
        heading = None if passed else _heading(page, table, grid, at)
        if heading is None or (found and not _heads_another(page, grid, heading, found[-1])):
            continue
        if found:
            found[-1] = replace(found[-1], rows=_above(found[-1].rows, grid, at))
        found.append(_under_heading(page, table, grid, heading))
        start = heading.stop
    return tuple(found)


def _under_heading(page: Page, table: Table, grid: Grid, heading: range) -> ItemTable:
    """Return the item table of all rows below a heading."""
    at = heading.start
    columns = _columns(page, grid, range(at - group_rows.above(page, grid, at), heading.stop))
    drawn = _rows(page, table, grid, columns, heading.stop)
    single = [part for row in drawn for part in undrawn_rows.parted(row, columns)]
    rows = tuple(_paired(single, columns, len(heading)))
    rows = tuple(ruled_storeys.merged(rows, columns))
    upper = ruled_storeys.upper_columns(page, grid, range(max(at - 1, 0), heading.stop))
    if upper:
        columns, rows = ruled_storeys.joined(columns, upper, list(rows))
    return ItemTable(columns, rows, _box(grid, heading), page, ruled=True)


def _box(grid: Grid, heading: range) -> Box:
    return union(cell.box for row in heading for cell in grid.get(row, {}).values())


def _heads_another(page: Page, grid: Grid, heading: range, before: ItemTable) -> bool:
    """Tell whether a further heading is that of another table, and no smaller one inside an item."""
    if is_replaced(before, page, _box(grid, heading)):
        return True
    columns = [column for column in _columns(page, grid, heading) if column.text]
    again = {column.text for column in columns} <= {column.text for column in before.columns}
    roles = frozenset[Role]().union(*(column.roles for column in columns))
    valued = Role.QUANTITY in roles and not roles.isdisjoint(VALUED) and not roles.isdisjoint(NAMES)
    least = sum(bool(column.text) for column in before.columns) - 1
    return valued and not again and len(columns) >= least


def _above(rows: tuple[Row, ...], grid: Grid, at: int) -> tuple[Row, ...]:
    """Return the rows that stand above row `at` of a grid."""
    edge = min(cell.box.top for cell in grid.get(at, {}).values())
    return tuple(row for row in rows if row.box.middle < edge)


def lines_in(page: Page, table: Table, grid: Grid) -> list[list[Run]]:
    """Return the texts of each row of a table."""
    return [[run for cell in in_row(grid, at) for run in cell_lines(page, cell)] for at in range(table.rows)]


def _heading(page: Page, table: Table, grid: Grid, at: int) -> range | None:
    """Return the heading rows that begin at row `at`, None where none do."""
    if _labels_values(page, grid, at):
        return None
    if _heads(_columns(page, grid, range(at, at + 1))):
        return range(at, at + _depth(page, table, grid, at))
    both = range(at, at + 2)
    if not _names_only(_columns(page, grid, range(at, at + 1))) or at + 4 > table.rows:
        return None
    columns = _columns(page, grid, both)
    rows = list(_rows(page, table, grid, columns, at + 2))
    storeys = _storeys(columns)
    stands = (
        len(storeys) >= max(2, len(columns) / 2)
        and len(rows) > 1
        and _is_pair(rows[0], rows[1], columns, storeys)
    )
    return both if _heads(columns) and stands else None


def _labels_values(page: Page, grid: Grid, at: int) -> bool:
    """Tell whether a row holds labels with their values beside them: 单位 | 件 | 净价 | 299.86."""
    lines = [cell_lines(page, cell) for cell in in_row(grid, at)]
    return label_pairs.stand_in([each[0] if len(each) == 1 else None for each in lines])


def _names_only(columns: Sequence[Column]) -> bool:
    """Tell whether a row holds nothing but headings, and none of numbers."""
    filled = [column for column in columns if column.text]
    return len(filled) >= 2 and all(
        _reads_as_heading(column) and not column.roles & MONEY_OR_COUNT for column in filled
    )


def _storeys(columns: Sequence[Column]) -> list[int]:
    return [at for at, column in enumerate(columns) if len(column.stack or column.headings) > 1]


def _paired(rows: Sequence[Row], columns: Sequence[Column], depth: int) -> list[Row]:
    """Join the two rows of each item where the heading has two rows that name different things."""
    storeys = _storeys(columns)
    if depth != 2 or not storeys:
        return list(rows)
    half = len(storeys) >= max(2, len(columns) / 2)
    joined: list[Row] = []
    single = False  # whether the last row stands alone so far
    for row in rows:
        above = joined[-1] if single else None
        below = above is not None and (half or _is_below(above, row, storeys))
        if above is not None and below and _is_pair(above, row, columns, storeys):
            joined[-1], single = ruled_storeys.one(above, row), False
        else:
            joined.append(row)
            single = True
    return joined


def _is_pair(above: Row, below: Row, columns: Sequence[Column], storeys: Sequence[int]) -> bool:
    """Tell whether two rows are one item: the figures stand where the heading of their storey has them.

    Where the upper storey has them, what has a heading in the upper row alone is empty in the lower one.
    """
    counted = [at for at in storeys if _lower(columns[at]).roles & MONEY_OR_COUNT]
    named = any(above.cells[at] for at in storeys)
    if named and counted and all(_is_number(below.cells[at]) for at in counted):
        return True
    alone = [at for at, column in enumerate(columns) if at not in storeys and column.text]
    empty = bool(alone) and all(above.cells[at] and not below.cells[at] for at in alone)
    upper = [at for at in storeys if _upper(columns[at]).roles & MONEY_OR_COUNT]
    upper += [at for at in alone if columns[at].roles & MONEY_OR_COUNT]
    return empty and len(upper) > 1 and all(_is_number(above.cells[at]) for at in upper)


def _is_below(above: Row, below: Row, storeys: Sequence[int]) -> bool:
    """Tell whether a row has texts nowhere but under headings of two storeys, one each, below a full row."""
    filled = [at for at, cell in enumerate(below.cells) if cell]
    single = all(len(below.cells[at]) == 1 and len(above.cells[at]) == 1 for at in filled)
    return bool(filled) and not below.spanning and set(filled) <= set(storeys) and single


def _upper(column: Column) -> Heading:
    return (column.stack or column.headings)[0]


def _lower(column: Column) -> Heading:
    return (column.stack or column.headings)[-1]


def _is_number(cell: Sequence[Run]) -> bool:
    return len(cell) == 1 and NUMBER.match(cell[0].text) is not None


def rows_under(page: Page, table: Table, columns: Sequence[Column], start: int) -> list[Row]:
    """Return the rows of a table from row `start` on, under columns that are known."""
    return list(_rows(page, table, grid_of(table), columns, start))


def continuation(page: Page, table: Table, before: ItemTable) -> tuple[Row, ...] | None:
    """Return the rows of a table without heading that goes on from the page before."""
    if page.synthetic:
        return None
    edges = {round(cell.box.x0) for cell in table.cells}
    if not all(any(abs(edge - column.x0) <= SHIFT for edge in edges) for column in before.columns):
        return None
    drawn = _rows(page, table, grid_of(table), before.columns, 0)
    rows = [part for row in drawn for part in undrawn_rows.parted(row, before.columns)]
    return tuple(_paired(rows, before.columns, 2))


def joined(before: ItemTable, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows of a table with those of the next page; an item that the page parted is one row."""
    storeys = _storeys(before.columns)
    last, first = before.rows[-1:], rows[:1]
    if before.ruled and storeys and last and first and _is_pair(last[0], first[0], before.columns, storeys):
        return (*before.rows[:-1], ruled_storeys.one(last[0], first[0]), *rows[1:])
    return storey_rows.joined(before, rows)


def _heads(columns: Sequence[Column]) -> bool:
    return is_item_heading([heading for column in columns for heading in column.headings])


def _columns(page: Page, grid: Grid, heading: range) -> tuple[Column, ...]:
    """Return a column for each cell of the last heading row; the cells above it speak for it too."""
    columns = []
    for last in in_row(grid, heading[-1]):
        cells = distinct(grid.get(row, {}).get(last.column) for row in heading)
        over = [cell for cell in cells if cell.column_span > last.column_span]
        lines = [run.text for cell in cells if cell not in over for run in cell_lines(page, cell)]
        group = " ".join(run.text for cell in over for run in cell_lines(page, cell)) if lines else ""
        lines = lines or blank_headings.named(page, grid, last, over)
        columns.append(make_column(last.box.x0, last.box.x1, lines, group))
    return former_columns.settled(columns)


def _depth(page: Page, table: Table, grid: Grid, at: int) -> int:
    """Count the rows of a heading: further rows join while most of their cells read as headings too."""
    above = {column.text for column in _columns(page, grid, range(at, at + 1))}
    depth = 1
    while depth < MAX_HEADING_ROWS and at + depth < table.rows:
        below = _columns(page, grid, range(at + depth, at + depth + 1))
        own = [column for column in below if column.text and column.text not in above]
        whole = _columns(page, grid, range(at, at + depth + 1))
        pairs = [pair for pair in zip(below, whole, strict=True) if pair[0] in own]
        known = sum(any(map(_reads_as_heading, pair)) for pair in pairs)
        read = known > len(own) / 2 and not any(map(str.isdigit, "".join(column.text for column in own)))
        if not own or not (read or split_headings.goes_on(grid, at + depth)):
            break
        depth += 1
    return depth


def _reads_as_heading(column: Column) -> bool:
    return bool(column.headings) and column.headings[0].exact


def _rows(page: Page, table: Table, grid: Grid, columns: Sequence[Column], start: int) -> Iterator[Row]:
    for at in range(start, table.rows):
        row = _row(page, in_row(grid, at), columns, at)
        if row is not None:
            yield row


def _row(page: Page, members: Sequence[Cell], columns: Sequence[Column], at: int) -> Row | None:
    cells: list[tuple[Run, ...]] = [()] * len(columns)
    spanning: list[Run] = []
    inherited = set()
    own = [cell.box for cell in members if cell.row_span == 1] or [cell.box for cell in members]
    for cell in members:
        lines = tuple(cell_lines(page, cell))
        under = [index for index, column in enumerate(columns) if _under(cell.box, column)]
        if len(under) == 1:
            level = ruled_storeys.level_numbers(cell, lines, union(own), columns[under[0]])
            cells[under[0]] += lines if level is None else level
            inherited |= set(under) if cell.row_span > 1 and lines and level is None else set()
        elif (beside := ruled_storeys.in_rows(cell, lines)) is not None:
            spanning += beside.get(at, ())
        elif cell.row == at:
            spanning += lines
    if not (spanning or any(cells)):
        return None
    return Row(page, union(own), tuple(cells), tuple(spanning), frozenset(inherited))


def _under(box: Box, column: Column) -> bool:
    shared = min(box.x1, column.x1) - max(box.x0, column.x0)
    return shared > 0.5 * min(box.width, column.x1 - column.x0)
