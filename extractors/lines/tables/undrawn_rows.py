"""Drawn tables whose columns are drawn and whose rows are not: one drawn row holds several items.

Each item begins where its figures stand: a quantity and an amount, or a price, on one line with the begin of
a name or code. Where a single item has no such line nothing is parted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.header import summaries
from extractors.lines.item_table import MONEY_OR_COUNT, NAMES, NUMBER, Column, Row
from extractors.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import union

LEVEL = 2.5
"""Texts of one line stand at the same height up to so many points."""


def parted(row: Row, columns: Sequence[Column]) -> tuple[Row, ...]:
    """Return a drawn row as the rows of its items; itself where it does not surely hold several."""
    if row.spanning or row.inner or row.page.synthetic:
        return (row,)
    tops = _tops(row, columns)
    counted = [top for top in tops if _counts(row, columns, top)]
    sums = tops[len(counted) :]
    named = all(_names_sum(row, top) for top in sums)
    if len(tops) < 2 or tops != [*counted, *sums] or not named or not _are_items(row, columns, counted):
        return (row,)
    return tuple(_between(row, top, below) for top, below in zip(tops, [*tops[1:], None], strict=True))


def _counts(row: Row, columns: Sequence[Column], top: float) -> bool:
    """Tell whether a quantity stands in a line of figures; without one it is a sum below the items."""
    return any(
        _first(column) is Role.QUANTITY and _at(cell, top)
        for column, cell in zip(columns, row.cells, strict=True)
    )


def _names_sum(row: Row, top: float) -> bool:
    """Tell whether a text in a line of figures is the name of a sum."""
    return any(summaries.recognise(run.text) is not None for cell in row.cells for run in _at(cell, top))


def _tops(row: Row, columns: Sequence[Column]) -> list[float]:
    """Return where the lines of the column of figures begin that holds nothing but numbers."""
    for role in (Role.AMOUNT, Role.PRICE):
        for column, cell in zip(columns, row.cells, strict=True):
            if role in column.roles and len(cell) > 1 and all(NUMBER.match(run.text) for run in cell):
                return [run.box.top for run in cell]
    return []


def _are_items(row: Row, columns: Sequence[Column], tops: Sequence[float]) -> bool:
    """Tell whether each line of figures has its own quantity and price or amount, and names beside them."""
    counted = [
        cell for column, cell in zip(columns, row.cells, strict=True) if _first(column) in MONEY_OR_COUNT
    ]
    named = [cell for column, cell in zip(columns, row.cells, strict=True) if column.roles & NAMES and cell]
    quantities = [
        cell for column, cell in zip(columns, row.cells, strict=True) if _first(column) is Role.QUANTITY
    ]
    if not tops or len(counted) < 2 or not quantities or not named:
        return False
    figures = all(_all_numbers(_at(cell, top)) for cell in (*counted, *quantities) for top in tops)
    return figures and all(_stands_at(cell, tops) for cell in named)


def _first(column: Column) -> Role | None:
    return column.headings[0].role if column.headings else None


def _at(cell: Sequence[Run], top: float) -> list[Run]:
    return [run for run in cell if abs(run.box.top - top) < LEVEL]


def _all_numbers(runs: Sequence[Run]) -> bool:
    return bool(runs) and all(NUMBER.match(run.text) for run in runs)


def _stands_at(cell: Sequence[Run], tops: Sequence[float]) -> bool:
    """Tell whether a text of the cell begins with each line of figures, and none above the first."""
    above = any(run.box.top < tops[0] - LEVEL for run in cell)
    return not above and all(_at(cell, top) for top in tops)


def _between(row: Row, top: float, below: float | None) -> Row:
    """Return what stands from one line of figures down to the next."""
    cells = tuple(tuple(_held(cell, top, below)) for cell in row.cells)
    return replace(row, box=union(run.box for cell in cells for run in cell), cells=cells)


def _held(cell: Sequence[Run], top: float, below: float | None) -> Iterator[Run]:
    for run in cell:
        if run.box.top >= top - LEVEL and (below is None or run.box.top < below - LEVEL):
            yield run
