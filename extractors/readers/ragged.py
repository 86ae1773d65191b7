"""Tables that people type with two blanks between the cells, whatever stands above or below.

"MS5-131-SCC  Pump shaft 2Cr13  3  pcs": on every line as many cells as headings, and no column of white space
between them. Where white space does part the columns, places tell more than counting: those are left alone.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.late import late
from extractors.readers.lines import width

GAP = late(r"[ \u3000]{2,}|\u3000")
LEAST_CELLS = 4
"""Fewer cells on a line are a label with its value, or a sentence with a wide gap."""
LEAST_ROWS = 2


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    left: float
    right: float


class Texts:
    """The lines of a text, each counted once."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the lines of a text."""
        self._texts = texts
        self._counts = [len(list(_spans(text))) for text in texts]
        self._last = {count: at for at, count in enumerate(self._counts)}
        self._first = {count: at for at, count in reversed(list(enumerate(self._counts)))}
        self._lines = Counter(self._counts)

    def block(self, at: int) -> list[tuple[str, ...]]:
        """Return the cells of the lines that make a table from line `at` on; nothing where none begins there.

        Lines with as many cells further down would be the same table with lines of another kind between.
        """
        count = self._counts[at]
        end = self._last[count] + 1
        # All lines with so many cells stand below each other, and this is the first of them.
        alone = self._first[count] == at and end - at == self._lines[count]
        if count < LEAST_CELLS or end - at < LEAST_ROWS or not alone:
            return []
        rows = [_cells(text) for text in self._texts[at:end]]
        return [] if _are_parted(rows) else [tuple(cell.text for cell in row) for row in rows]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the cells of a line stand."""
    low, end = 0, len(text.rstrip())
    for mark in [*GAP.finditer(text, 0, end), None]:
        high = mark.start() if mark is not None else end
        if text[low:high].strip():
            yield low, high
        low = mark.end() if mark is not None else high


def _cells(text: str) -> list[_Cell]:
    return [
        _Cell(text[low:high].strip(), width(text[:low], 1), width(text[:high], 1))
        for low, high in _spans(text)
    ]


def _are_parted(rows: Sequence[Sequence[_Cell]]) -> bool:
    """Tell whether white space parts the columns."""
    columns = list(zip(*rows, strict=True))
    ends = [max(cell.right for cell in column) for column in columns]
    starts = [min(cell.left for cell in column) for column in columns]
    return all(end <= start for end, start in zip(ends, starts[1:], strict=False))
