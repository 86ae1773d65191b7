"""Tables that people type with tabs in Word: as many on every line, so that each begins a column.

Word sets what stands behind a tab at the stops of the paragraph, which may lie anywhere. Where the lines have
different numbers of tabs, they were set by eye, and places tell more than counting: those stay lines.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.readers.layout import Element, Grid, GridCell
from extractors.readers.lines import Line, Piece

LEAST_TABS = 3
"""Fewer part a label from its value, or two such pairs."""
LEAST_ROWS = 3


def grids(found: Iterable[Element]) -> Iterator[Element]:
    """Yield what is to be laid out, with neighbouring lines of as many tabs as one table."""
    for tabs, group in itertools.groupby(found, _tabs):
        each = list(group)
        lines = [one for one in each if isinstance(one, Line)]
        rows = [_cells(one) for one in lines] if tabs >= LEAST_TABS and len(lines) >= LEAST_ROWS else []
        headed = bool(rows) and all(cell.text.strip() for cell in rows[0])
        yield from [_grid(rows)] if headed else each


def _tabs(element: Element) -> int:
    return element.text.rstrip().count("\t") if isinstance(element, Line) else 0


def _cells(line: Line) -> list[Line]:
    """Return what stands between the tabs of a line."""
    cells: list[list[Piece]] = [[]]
    for piece in line.pieces:
        first, *others = piece.text.split("\t")
        cells[-1].append(replace(piece, text=first))
        cells += [[replace(piece, text=text)] for text in others]
    return [Line(tuple(pieces)) for pieces in cells]


def _grid(rows: Sequence[Sequence[Line]]) -> Grid:
    return Grid(
        tuple(
            GridCell(at, column, (cell,), where=next((piece.where for piece in cell.pieces), None))
            for at, row in enumerate(rows)
            for column, cell in enumerate(row)
        )
    )
