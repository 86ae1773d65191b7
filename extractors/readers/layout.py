"""Synthetic pages: content of files that have no pages, laid out as it would stand on paper.

Lines follow each other closely, and an empty line is a visible gap. Tables get columns as wide as
their content.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.readers import bounds, raised
from extractors.readers.lines import HEIGHT, LONGEST, NARROW, UNIT, Line, width, words, wrapped
from models.page import Box, Cell, Page, Table, Word

PITCH = 16.0
MARGIN = 36.0
PAD = 6.0
"""The white space at each side of a cell: two paddings part the texts of neighbouring cells."""
SPARSE = 20
"""A table is filled up with empty cells unless they would outnumber the others by so much."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """The content of a table's cell; rows and columns count from 0."""

    row: int
    column: int
    lines: tuple[Line, ...]
    row_span: int = 1
    column_span: int = 1
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in rows and columns.

    `bands` are the rows that make tables; the texts of the other rows stand free, at the same
    columns. None means that the whole grid is one table.
    """

    cells: tuple[GridCell, ...]
    bands: tuple[range, ...] | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture; the extent is in points."""

    width: float
    height: float


Element = Line | Grid | Figure


@dataclass(slots=True)
class _Sheet:
    """A page in the making; `top` is where the next line goes, `blank` how wide a blank is in units."""

    blank: float
    top: float = MARGIN
    right: float = 2 * MARGIN
    words: list[Word] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)


def page(number: int, elements: Iterable[Element], blank: float = NARROW) -> Page:
    """Lay elements out below each other; a `blank` of one unit keeps columns that are made with blanks."""
    sheet = _Sheet(blank)
    characters = 0
    for element in elements:
        characters += _characters(element)
        if characters > bounds.MOST_CHARACTERS_AND_BLANKS:  # before each gets a place
            raise bounds.too_large(f"more than {bounds.MOST_CHARACTERS} characters")
        if isinstance(element, Line):
            for each in wrapped(element):
                _put_line(sheet, each)
        elif isinstance(element, Grid):
            _put_grid(sheet, replace(element, cells=tuple(map(_broken, element.cells))))
        else:
            _put_figure(sheet, element)
    return Page(
        number,
        sheet.right + MARGIN,
        sheet.top + MARGIN,
        tuple(sheet.words),
        tables=tuple(sheet.tables),
        pictures=tuple(sheet.pictures),
        synthetic=True,
    )


def _characters(element: Element) -> int:
    if isinstance(element, Line):
        return sum(len(piece.text) for piece in element.pieces)
    if isinstance(element, Grid):
        return sum(len(piece.text) for cell in element.cells for each in cell.lines for piece in each.pieces)
    return 0


def _broken(cell: GridCell) -> GridCell:
    """Return a cell whose long lines are broken."""
    if all(len(each.text) <= LONGEST for each in cell.lines):
        return cell
    return replace(cell, lines=tuple(each for one in cell.lines for each in wrapped(one)))


def _put_line(sheet: _Sheet, element: Line) -> None:
    placed = words(raised.doubted(element), MARGIN + element.indent * UNIT, sheet.top, sheet.blank)
    sheet.words += placed
    sheet.right = max([sheet.right, *(word.box.x1 for word in placed)])
    sheet.top += PITCH


def _put_figure(sheet: _Sheet, figure: Figure) -> None:
    sheet.pictures.append(Box(MARGIN, sheet.top, MARGIN + figure.width, sheet.top + figure.height))
    sheet.right = max(sheet.right, MARGIN + figure.width)
    sheet.top += figure.height + PITCH


def _put_grid(sheet: _Sheet, grid: Grid) -> None:
    if not grid.cells:
        return
    columns = [Need(each.column, each.column_span, _cell_width(each, sheet.blank)) for each in grid.cells]
    rows = [Need(each.row, each.row_span, PITCH * max(len(each.lines), 1)) for each in grid.cells]
    xs, ys = edges(columns, MARGIN), edges(rows, sheet.top)
    placed = [
        _cell(each, xs, ys, sheet.blank)
        for each in sorted(grid.cells, key=lambda each: (each.row, each.column))
    ]
    sheet.words += [word for cell in placed for word in cell.words]
    bands = (range(len(ys) - 1),) if grid.bands is None else grid.bands
    sheet.tables += [_table(band, placed, xs, ys) for band in bands]
    sheet.right = max([sheet.right, xs[-1], *(word.box.x1 for cell in placed for word in cell.words)])
    sheet.top = ys[-1] + PITCH - HEIGHT


def _cell(cell: GridCell, xs: Sequence[float], ys: Sequence[float], blank: float) -> Cell:
    behind, beneath = cell.column + cell.column_span, cell.row + cell.row_span
    box = Box(xs[cell.column], ys[cell.row], xs[behind], ys[beneath])
    inside = [
        word
        for at, each in enumerate(map(raised.doubted, cell.lines))
        for word in words(
            each, box.x0 + PAD + each.indent * UNIT, box.top + at * PITCH + (PITCH - HEIGHT) / 2, blank
        )
    ]
    return Cell(cell.row, cell.column, box, tuple(inside), cell.row_span, cell.column_span, cell.where)


def _table(band: range, cells: Sequence[Cell], xs: Sequence[float], ys: Sequence[float]) -> Table:
    """Return the table of a band of rows, cut to the columns that its cells take."""
    own = [cell for cell in cells if cell.row in band]
    first = min(cell.column for cell in own)
    behind = max(cell.column + cell.column_span for cell in own)
    moved = [_moved(cell, band, first, ys) for cell in own]
    table = Table(
        Box(xs[first], ys[band.start], xs[behind], ys[band.stop]), len(band), behind - first, tuple(moved)
    )
    empty = _empty(table, xs[first : behind + 1], ys[band.start : band.stop + 1])
    return replace(table, cells=tuple(sorted([*moved, *empty], key=lambda cell: (cell.row, cell.column))))


def _moved(cell: Cell, band: range, first: int, ys: Sequence[float]) -> Cell:
    beneath = min(cell.row + cell.row_span, band.stop)
    box = Box(cell.box.x0, cell.box.top, cell.box.x1, ys[beneath])
    return replace(
        cell, row=cell.row - band.start, column=cell.column - first, box=box, row_span=beneath - cell.row
    )


def _empty(table: Table, xs: Sequence[float], ys: Sequence[float]) -> Iterator[Cell]:
    """Yield the cells that the file leaves out because nothing stands in them."""
    if table.rows * table.columns > SPARSE * (len(table.cells) + 100):
        return
    taken = {
        (row, column)
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    for row, column in itertools.product(range(table.rows), range(table.columns)):
        if (row, column) not in taken:
            yield Cell(row, column, Box(xs[column], ys[row], xs[column + 1], ys[row + 1]), ())


@dataclass(frozen=True, slots=True)
class Need:
    """The tracks (columns or rows) from `first` on that together must be at least `size` points."""

    first: int
    count: int
    size: float


def _cell_width(cell: GridCell, blank: float) -> float:
    return max((each.indent * UNIT + width(each.text, blank) for each in cell.lines), default=0.0) + 2 * PAD


def edges(needs: Sequence[Need], start: float) -> list[float]:
    """Return where tracks begin and end so that every need is met; the last track of a span gives way."""
    sizes = [2 * PAD] * max(need.first + need.count for need in needs)
    for need in sorted(needs, key=lambda each: each.count):
        behind = need.first + need.count
        lacking = need.size - sum(sizes[need.first : behind])
        sizes[behind - 1] += max(lacking, 0.0)
    return list(itertools.accumulate(sizes, initial=start))
