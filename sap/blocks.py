"""Rows of a long table some thousands at a time: what is looked for is found by single columns first."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Protocol

RawRow = Sequence[object]

ROWS = 2000
"""So many rows are in a block; the first one holds the header and what tells the notation."""


class Block(Protocol):
    """Some rows of a table that follow one another, as they come."""

    def __len__(self) -> int:
        """Return how many rows there are."""

    def column(self, at: int) -> Sequence[object]:
        """Return the cells of one column; an empty text where a row ends before it."""

    def rows(self) -> Sequence[RawRow]:
        """Return the rows as a whole."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A block of rows that are there as rows."""

    kept: Sequence[RawRow]

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.kept)

    def column(self, at: int) -> Sequence[object]:
        """Return the cells of one column; an empty text where a row ends before it."""
        try:
            return list(map(itemgetter(at), self.kept))
        except IndexError:
            return [row[at] if at < len(row) else "" for row in self.kept]

    def rows(self) -> Sequence[RawRow]:
        """Return the rows as a whole."""
        return self.kept


def of_rows(rows: Iterable[RawRow]) -> Iterator[Rows]:
    """Yield rows in blocks."""
    left = iter(rows)
    while some := list(itertools.islice(left, ROWS)):
        yield Rows(some)
