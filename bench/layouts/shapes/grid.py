"""A table as cells: what every engine draws in its own way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that may cover several columns or rows; what it covers is left out of the rows."""

    text: str
    across: int = 1
    down: int = 1
    right: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `kind` is "item", "under", "section", "note", "carried", "sum", "blank", "break" for a page."""

    kind: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: `wide` is how many columns it has, `heads` the rows of its headings."""

    wide: int
    heads: tuple[Row, ...]
    rows: tuple[Row, ...]

    def pieces(self) -> Iterator[tuple[Row, ...]]:
        """Yield the rows of each page, where the table itself tells that a new one begins."""
        piece: list[Row] = []
        for each in self.rows:
            if each.kind == "break":
                yield tuple(piece)
                piece = []
            else:
                piece.append(each)
        yield tuple(piece)


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the row and the column in which it begins."""

    row: int
    column: int
    cell: Cell


def placed(rows: Sequence[Row]) -> Iterator[Placed]:
    """Yield the cells with their places, counted from 0."""
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (at, column) in taken:
                column += 1
            yield Placed(at, column, cell)
            taken |= {
                (at + down, column + across) for down in range(cell.down) for across in range(cell.across)
            }
            column += cell.across
