"""The cells of a sheet as a grid: rows that make tables, and free texts around them."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.readers.bands import Track, bands
from extractors.readers.layout import Grid, GridCell


def sheet_grid(cells: Sequence[GridCell], numeric: set[int], priced: frozenset[int] = frozenset()) -> Grid:
    """Return the grid of a sheet; `numeric` are the rows with a number, `priced` those with a typed sum."""
    rows = max(cell.row + cell.row_span for cell in cells)
    columns = max(cell.column + cell.column_span for cell in cells)
    tables = bands(
        [replace(each, priced=at in priced) for at, each in enumerate(_filled(cells, numeric, rows))]
    )
    return Grid(tuple(_reaching(cells, tables, columns)), tuple(tables))


def tracks(rows: Sequence[int]) -> dict[int, int]:
    """Number the rows with content; empty rows between two of them become one."""
    numbered = {rows[0]: 0}
    for before, row in itertools.pairwise(rows):
        numbered[row] = numbered[before] + (2 if row - before > 1 else 1)
    return numbered


def _filled(cells: Sequence[GridCell], numeric: set[int], count: int) -> list[Track]:
    """Return, for each row, the columns that are taken and whether a number stands there."""
    taken: list[set[int]] = [set() for _ in range(count)]
    texts, reaching = [0] * count, [0] * count
    for cell in cells:
        texts[cell.row] += 1
        for row in range(cell.row, cell.row + cell.row_span):
            taken[row] |= set(range(cell.column, cell.column + cell.column_span))
            reaching[row] += row > cell.row
    return [Track(frozenset(taken[at]), texts[at], at in numeric, reaching[at]) for at in range(count)]


def _reaching(cells: Sequence[GridCell], tables: Sequence[range], columns: int) -> Iterator[GridCell]:
    """Let free texts reach over the empty cells to their right."""
    in_table = {row for band in tables for row in band}
    starts: dict[int, list[int]] = {}
    for cell in cells:
        for row in range(cell.row, cell.row + cell.row_span):
            starts.setdefault(row, []).append(cell.column)
    for cell in cells:
        if cell.row in in_table:
            yield cell
        else:
            behind = min((at for at in starts[cell.row] if at > cell.column), default=columns)
            yield replace(cell, column_span=max(cell.column_span, behind - cell.column))
