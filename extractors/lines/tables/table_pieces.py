"""Tables that are drawn in pieces: each item is a row with cells, and what is said of it stands between them.

The pieces have the same columns. They are one table, in which the lines between two rows are a row of one
cell over all columns.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from models.page import Box, Cell, Page, Table, Word, union

LEAST = 4
"""So many columns at least stand at the same places by no chance."""
SLACK = 1.5
"""Borders of one column lie so many points apart at most."""
PARAGRAPH = 0.8
"""Lines of one paragraph stand so close, in heights of their letters."""
FARTHEST = 90.0
"""A piece begins no further below the one before it, in points."""


def joined(page: Page, tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return the tables of a page, those that are pieces of one as it, from the top."""
    found: list[list[Table]] = []
    for table in sorted(tables, key=lambda each: (each.box.top, each.box.x0)):
        if found and _goes_on(found[-1][-1], table):
            found[-1].append(table)
        else:
            found.append([table])
    return tuple(_one(page, pieces) if len(pieces) > 1 else pieces[0] for pieces in found)


def _goes_on(above: Table, below: Table) -> bool:
    """Tell whether a table has the columns of another one and begins not far below it."""
    near = 0 < below.box.top - above.box.bottom < FARTHEST
    edges = [_edges(above), _edges(below)]
    return (
        near
        and len(edges[0]) == len(edges[1]) > LEAST
        and all(abs(one - other) < SLACK for one, other in zip(*edges, strict=True))
    )


def _edges(table: Table) -> list[float]:
    """Return where the columns of a table begin and the last one ends; nothing where no row has all."""
    for row in range(table.rows):
        cells = sorted((cell for cell in table.cells if cell.row == row), key=lambda cell: cell.column)
        if len(cells) == table.columns:
            return [*(cell.box.x0 for cell in cells), cells[-1].box.x1]
    return []


def _one(page: Page, pieces: Sequence[Table]) -> Table:
    whole = pieces[0]
    gaps = [(above.box.bottom, below.box.top) for above, below in itertools.pairwise(pieces)]
    last = pieces[-1].box.bottom
    for (top, bottom), piece in zip(gaps, pieces[1:], strict=True):
        whole = _appended(_with_text(page, whole, top, bottom), piece)
    return _with_text(page, whole, last, _end_of_last(page, whole.box, last, gaps))


def _end_of_last(page: Page, box: Box, last: float, gaps: Sequence[tuple[float, float]]) -> float:
    """Return how far down the last item is spoken of: as far as the ones before it, or its paragraph goes."""
    end = last + max(bottom - top for top, bottom in gaps)
    for word in sorted(_between(page, box, end, end + FARTHEST), key=lambda each: each.box.top):
        if word.box.top - end > PARAGRAPH * word.box.height:
            break
        end = max(end, word.box.bottom)
    return end


def _with_text(page: Page, table: Table, top: float, bottom: float) -> Table:
    words = _between(page, table.box, top, bottom)
    if not words:
        return table
    box = union(word.box for word in words)
    place = Box(table.box.x0, top, table.box.x1, box.bottom)
    cell = Cell(table.rows, 0, place, words, column_span=table.columns)
    return replace(table, box=union((table.box, place)), rows=table.rows + 1, cells=(*table.cells, cell))


def _between(page: Page, box: Box, top: float, bottom: float) -> tuple[Word, ...]:
    return tuple(
        word for word in page.words if top <= word.box.middle < bottom and box.x0 <= word.box.centre <= box.x1
    )


def _appended(table: Table, piece: Table) -> Table:
    cells = (replace(cell, row=cell.row + table.rows) for cell in piece.cells)
    box = union((table.box, piece.box))
    return replace(table, box=box, rows=table.rows + piece.rows, cells=(*table.cells, *cells))
