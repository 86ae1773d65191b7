"""Text that flows: paragraphs and tables inside each other, as Word files and web pages have them.

Tables that only frame a text are dissolved, so that the table inside them is the table it looks like.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.readers.layout import Element, Figure, Grid, GridCell
from extractors.readers.lines import Line, Piece


@dataclass(frozen=True, slots=True)
class FlowCell:
    """A cell with whatever stands in it; rows and columns count from 0."""

    row: int
    column: int
    content: "tuple[Block, ...]"
    row_span: int = 1
    column_span: int = 1
    where: str | None = None


@dataclass(frozen=True, slots=True)
class FlowTable:
    """A table whose cells may hold tables."""

    cells: tuple[FlowCell, ...]


Block = Line | Figure | FlowTable
FEWEST_COLUMNS = 3
"""Tables of fewer columns are pairs of captions and values, which have nothing in common."""


def elements(blocks: Iterable[Block]) -> Iterator[Element]:
    """Yield what is to be laid out: lines, pictures, and tables that hold only text."""
    for block in blocks:
        if isinstance(block, FlowTable):
            yield from _table(block)
        else:
            yield block


def joined(found: Iterable[Element]) -> Iterator[Element]:
    """Join tables that look like one: rows that are each a table, or a heading above its list.

    They follow each other at once, have as many columns, and one of the two has a single row.
    """
    last: Grid | None = None
    for each in found:
        if isinstance(each, Grid) and last is not None and _goes_on(last, each):
            shift = _height(last)
            below = (replace(cell, row=cell.row + shift) for cell in each.cells)
            last = Grid((*last.cells, *below))
            continue
        if last is not None:
            yield last
        last = each if isinstance(each, Grid) else None
        if last is None:
            yield each
    if last is not None:
        yield last


def _goes_on(above: Grid, below: Grid) -> bool:
    return _width(above) == _width(below) >= FEWEST_COLUMNS and 1 in {_height(above), _height(below)}


def _width(grid: Grid) -> int:
    return max((cell.column + cell.column_span for cell in grid.cells), default=0)


def _height(grid: Grid) -> int:
    return max((cell.row + cell.row_span for cell in grid.cells), default=0)


def _table(table: FlowTable) -> Iterator[Element]:
    """Yield a table in pieces: a row that one cell fills with another table is no row of it."""
    rows = _rows(table)
    group: list[FlowCell] = []
    frame = all(len(row) == 1 for row in rows) and _columns(table) == max(
        (cell.column_span for cell in table.cells), default=1
    )
    for row in rows:
        if len(row) == 1 and (frame or (row[0].row_span == 1 and _has_table(row[0].content))):
            yield from _grid(group)
            group = []
            yield from elements(row[0].content)
        else:
            group += row
    yield from _grid(group)


def _rows(table: FlowTable) -> list[list[FlowCell]]:
    rows: dict[int, list[FlowCell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    return [rows[at] for at in sorted(rows)]


def _columns(table: FlowTable) -> int:
    return max((cell.column + cell.column_span for cell in table.cells), default=0)


def _has_table(blocks: Sequence[Block]) -> bool:
    return any(isinstance(block, FlowTable) and len(block.cells) > 1 for block in blocks)


def _grid(cells: Sequence[FlowCell]) -> Iterator[Element]:
    """Yield a group of rows as one table, then the pictures that stand in it."""
    if not cells:
        return
    first = min(cell.row for cell in cells)
    last = max(cell.row for cell in cells)
    placed = [
        GridCell(
            cell.row - first,
            cell.column,
            tuple(_trimmed(list(lines(cell.content)))),
            min(cell.row_span, last - cell.row + 1),
            cell.column_span,
            cell.where,
        )
        for cell in cells
    ]
    yield Grid(tuple(placed))
    for cell in cells:
        yield from figures(cell.content)


def _trimmed(found: list[Line]) -> list[Line]:
    """Drop the empty lines at both ends of a cell."""
    while found and not found[-1].text.strip():
        found.pop()
    while found and not found[0].text.strip():
        found.pop(0)
    return found


def lines(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield all text as lines; the cells of a table's row stand on one line, apart."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        elif isinstance(block, FlowTable):
            for row in _rows(block):
                yield from _side_by_side([list(lines(cell.content)) for cell in row])


def _side_by_side(cells: Sequence[list[Line]]) -> Iterator[Line]:
    if len(cells) == 1:
        yield from cells[0]
        return
    for at in range(max(map(len, cells))):
        pieces: list[Piece] = []
        for cell in cells:
            if at < len(cell) and cell[at].pieces:
                pieces += [Piece("\t")] if pieces else []
                pieces += cell[at].pieces
        if pieces:
            yield Line(tuple(pieces))


def figures(blocks: Iterable[Block]) -> Iterator[Figure]:
    """Yield all pictures."""
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, FlowTable):
            for cell in block.cells:
                yield from figures(cell.content)
