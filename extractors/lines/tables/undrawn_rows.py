"""Drawn tables whose columns are drawn and whose rows are not: one drawn row holds several items.

Each item begins where its figures stand: a quantity and an amount, or a price, on one line with the begin of
a name or code. Where a single item has no such line nothing is parted; neither where no item has a number or
a code of its own, since a line of figures may then be a further delivery.
A line of a name between two lines of figures may end the item above, begin the one below, or be the title of
a section. Only where three items and more have as many lines, and none beside nothing but empty columns, it
surely is the item's above.
In a cell that reaches over all columns lines of figures are rows of their own: the line that parts an item's
figures from the next name was not drawn. So are sums in the row of the last item.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.header import summaries
from extractors.lines.headings import CODES
from extractors.lines.item_table import MONEY_OR_COUNT, NAMES, NUMBER, Column, Row
from extractors.lines.tables import lots
from extractors.lines.tables.inner_tables import is_anchor, is_numbered, summary
from extractors.lines.tables.white_space import placed
from extractors.page.runs import Run, rows_of, split_line
from extractors.vocabulary.meanings import Role
from models.page import Box, union

NUMBERED = CODES | {Role.LINE_NUMBER, Role.DRAWING}
REGULAR = 3
"""So many items with as many lines show how long a name is."""
LEVEL = 2.5
"""Texts of one line stand at the same height up to so many points."""


def parted(row: Row, columns: Sequence[Column]) -> tuple[Row, ...]:
    """Return a drawn row as the rows of its items; itself where it does not surely hold several."""
    if row.page.synthetic or row.inner:
        return (row,)
    if row.spanning:
        filled = _is_filled(row, columns)
        found = tuple(_sums(row) if filled else _told_apart(row, columns))
        return found if len(found) > 1 or (found and not filled and any(found[0].cells)) else (row,)
    delivered = _lots(row, columns)
    if delivered:
        return delivered
    tops = _tops(row, columns)
    counted = [top for top in tops if _counts(row, columns, top)]
    sums = tops[len(counted) :]
    named = all(_names_sum(row, top) for top in sums)
    if not _are_apart(tops) or tops != [*counted, *sums] or not named:
        return (row,)
    if len(counted) > 1 and not _are_items(row, columns, counted):
        return (row,)
    parts = [_between(row, top, below) for top, below in zip(tops, [*tops[1:], None], strict=True)]
    return (*_doubted(parts[: len(counted)], columns), *parts[len(counted) :])


def _lots(row: Row, columns: Sequence[Column]) -> tuple[Row, ...]:
    """Return an item and the lots below its figures as rows of their own, nothing where it has none."""
    lines = _lines(row)
    found = [at for at, line in enumerate(lines) if lots.is_lot(line, columns)]
    led = bool(found) and found[0] > 0 and is_anchor(lines[found[0] - 1], columns)
    if not led or found != list(range(found[0], len(lines))):
        return ()
    tops = [union(run.box for run in lines[at]).top for at in found]
    own = union(run.box for line in lines[: found[0]] for run in line)
    return tuple(
        _between(replace(row, box=own), top, below)
        for top, below in itertools.pairwise([own.top, *tops, None])
        if top is not None
    )


def _is_filled(row: Row, columns: Sequence[Column]) -> bool:
    """Tell whether a cell of a row has a text, but for the number of an item."""
    pairs = zip(columns, row.cells, strict=True)
    return any(cell and column.role is not Role.LINE_NUMBER for column, cell in pairs)


def _told_apart(row: Row, columns: Sequence[Column]) -> Iterator[Row]:
    """Yield the lines of a cell over all columns as rows: those of figures, and what stands between them.

    What stands above the number of an item belongs to the one before.
    """
    group: list[list[Run]] = []
    for line in _lines(row):
        counts = is_anchor(line, columns)
        if group and (counts or is_numbered(line, columns)):
            yield _of_texts(row, group, columns)
            group = []
        if counts:
            yield _placed(row, line, columns)
        else:
            group.append(line)
    if group:
        yield _of_texts(row, group, columns)


def _of_texts(row: Row, lines: Sequence[list[Run]], columns: Sequence[Column]) -> Row:
    """Return lines of texts as a row, the number of the item at their head in its column."""
    number = lines[0][:1] if is_numbered(lines[0], columns) else []
    texts = [run for line in lines for run in line if run not in number]
    found = _placed(row, number, columns)
    return replace(found, box=union(run.box for run in (*number, *texts)), spanning=tuple(texts))


def _lines(row: Row) -> list[list[Run]]:
    own = (run for at, cell in enumerate(row.cells) for run in cell if at not in row.inherited)
    words = [word for run in (*own, *row.spanning) for word in run.words]
    return [split_line(row.page, line) for line in rows_of(words)]


def _sums(row: Row) -> Iterator[Row]:
    """Yield the sums of a drawn row one by one, where every line of it is one: captions beside amounts."""
    lines = _lines(row)
    for line in lines if all(summary(line) is not None for line in lines) else ():
        box = union(run.box for run in line)
        cells = tuple(tuple(_level(cell, box)) for cell in row.cells)
        yield replace(row, box=box, cells=cells, spanning=tuple(_level(row.spanning, box)))


def _level(runs: Sequence[Run], box: Box) -> Iterator[Run]:
    return (run for run in runs if box.top < run.box.middle < box.bottom)


def _placed(row: Row, line: Sequence[Run], columns: Sequence[Column]) -> Row:
    """Return a line of a row as a row of its own, each text under its heading."""
    cells: list[tuple[Run, ...]] = [()] * len(columns)
    for at, run in placed(list(line), columns, cutting=True):
        cells[at] += (run,)
    box = union(run.box for run in line) if line else row.box
    return replace(row, box=box, cells=tuple(cells), spanning=(), inherited=frozenset())


def _are_apart(tops: Sequence[float]) -> bool:
    """Tell whether there are several lines, each below the one before; two figures of a line are one."""
    return len(tops) > 1 and all(below - above > LEVEL for above, below in itertools.pairwise(tops))


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
    if not tops or len(counted) < 2 or not quantities or not named or not _are_numbered(row, columns, tops):
        return False
    figures = all(_all_numbers(_at(cell, top)) for cell in (*counted, *quantities) for top in tops)
    return figures and all(_stands_at(cell, tops) for cell in named)


def _are_numbered(row: Row, columns: Sequence[Column], tops: Sequence[float]) -> bool:
    """Tell whether a column has a code or the number of an item in each line of figures."""
    pairs = zip(columns, row.cells, strict=True)
    return any(all(_at(cell, top) for top in tops) for column, cell in pairs if column.roles & NUMBERED)


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


def _doubted(items: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """Return the rows of items, open where a line of a name may belong to the one above or below."""
    named = [at for at, column in enumerate(columns) if column.roles & NAMES]
    uneven = [at for at in named if not _are_alike(items, at)]
    longer = [any(len(item.cells[at]) > 1 for at in uneven) for item in items]
    pairs = zip(items, longer, [False, *longer], strict=False)
    return [replace(item, doubted=own or above) for item, own, above in pairs]


def _are_alike(items: Sequence[Row], at: int) -> bool:
    """Tell whether the names of many items have as many lines, each with a text in another column."""
    even = len(items) >= REGULAR and len({len(item.cells[at]) for item in items}) == 1
    return even and not any(_stands_alone(run, item, at) for item in items for run in item.cells[at])


def _stands_alone(run: Run, item: Row, at: int) -> bool:
    """Tell whether all other columns are empty in a line of a name."""
    others = (cell for other, cell in enumerate(item.cells) if other != at)
    return not any(_at(cell, run.box.top) for cell in others)


def _held(cell: Sequence[Run], top: float, below: float | None) -> Iterator[Run]:
    for run in cell:
        if run.box.top >= top - LEVEL and (below is None or run.box.top < below - LEVEL):
            yield run
