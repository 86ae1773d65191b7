"""Rows of headings that are one drawn field: the lines that part the columns begin below them.

Such a row is parted where its columns are, if its words stand between the lines and name what is in them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extractors.lines.headings import recognise
from models.page import Box, Cell, Table, Word

LEAST = 4
"""So many columns at least have headings that cannot be a sentence."""
SLACK = 2.0
"""A word may reach so many points over the end of a line."""


def parted(table: Table) -> Table:
    """Return the table with the row of its headings in cells of their columns."""
    bands = [cell for cell in table.cells if _may_be(table, cell)]
    starts = _starts(table) if bands else ()
    split = {id(cell): _cells(cell, starts) for cell in bands} if starts else {}
    if not any(split.values()):
        return table
    cells = (piece for cell in table.cells for piece in split.get(id(cell)) or (cell,))
    return replace(table, cells=tuple(cells))


def _may_be(table: Table, cell: Cell) -> bool:
    """Tell whether a cell reaches over all columns and holds words enough for the headings of all."""
    return table.columns >= LEAST and cell.column_span == table.columns <= len(cell.words)


def _starts(table: Table) -> tuple[float, ...]:
    """Return where the columns begin, by the first row that has a cell for each; nothing where none has."""
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        if cell.column_span == 1:
            rows[cell.row].append(cell)
    full = next((row for row in rows.values() if len(row) == table.columns), ())
    return tuple(sorted(cell.box.x0 for cell in full))


def _cells(band: Cell, starts: Sequence[float]) -> tuple[Cell, ...]:
    """Return a cell for every heading of a band, nothing where it holds no headings."""
    ends = [*starts[1:], band.box.x1]
    words = [_between(band, start, end) for start, end in zip(starts, ends, strict=True)]
    texts = [" ".join(word.text for word in each) for each in words]
    if sum(map(len, words)) < len(band.words) or not all(texts):
        return ()
    known = [heading for heading in map(recognise, texts) if heading is not None and heading.exact]
    if len(known) < len(texts) - 1:
        return ()
    places = zip(words, starts, ends, strict=True)
    return tuple(
        replace(band, column=at, column_span=1, box=Box(start, band.box.top, end, band.box.bottom), words=own)
        for at, (own, start, end) in enumerate(places)
    )


def _between(band: Cell, start: float, end: float) -> tuple[Word, ...]:
    """Return the words that stand between two lines, and reach over neither."""
    return tuple(word for word in band.words if start - SLACK <= word.box.x0 and word.box.x1 <= end + SLACK)
