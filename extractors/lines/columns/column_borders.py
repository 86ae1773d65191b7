"""Where the border of two columns runs, by what stands in them below a heading that is set too close."""

import itertools
from collections.abc import Sequence

from extractors.kept import kept
from extractors.late import late
from extractors.lines.item_table import NUMBER
from extractors.page.runs import Run
from models.page import Box, Word

LOOKED_AT = 24
"""So many lines below a heading tell where its columns are."""
CELLS = 3
"""A line of an item has so many cells at least."""
MOST = 0.6
"""So many of the lines that have anything there show the border."""
SLACK = 1.0
DAY = late(r"^\d{1,2}([./-])\d{1,2}\1\d{2,4}$|^\d{4}([./-])\d{1,2}\2\d{1,2}$|^\d{1,2}-[A-Za-z]{3}-\d{2,4}$")
Line = list[Run]


def runs_between(left: Box, right: Box, below: Sequence[Line]) -> bool:
    """Tell whether what stands below two neighbouring words stands in two columns.

    No word reaches over both, and on most lines there is a cell below either: another piece of the line, or
    a number beside something else.
    """
    return _runs_between((left.x0, left.x1), (right.x0, right.x1), _cells(below))


def first_between(words: Sequence[Word], below: Sequence[Line]) -> int | None:
    """Return before which of some words the first border runs, None where what stands below shows none."""
    cells = _cells(below)
    if not cells:
        return None
    starts, ends = [word.box.x0 for word in words], [word.box.x1 for word in words]
    lefts = list(zip(itertools.accumulate(starts, min), itertools.accumulate(ends, max), strict=True))
    reversed_ends = itertools.accumulate(reversed(ends), max)
    rights = list(zip(itertools.accumulate(reversed(starts), min), reversed_ends, strict=True))[::-1]
    cuts = range(1, len(words))
    return next((at for at in cuts if _runs_between(lefts[at - 1], rights[at], cells)), None)


_Cell = tuple[float, float, Word, int]
"""Where a word begins and ends, the word, and which piece of its line it is in."""


@kept
def _cells(below: Sequence[Line]) -> list[list[_Cell]]:
    """Return the words of the lines that tell where columns are: asked for every two words above them."""
    return [_cells_of(line) for line in below[:LOOKED_AT] if len(line) >= CELLS]


@kept
def _cells_of(line: Line) -> list[_Cell]:
    return [(word.box.x0, word.box.x1, word, at) for at, run in enumerate(line) for word in run.words]


def _runs_between(left: tuple[float, float], right: tuple[float, float], cells: list[list[_Cell]]) -> bool:
    reach, edge = left[1] - SLACK, right[0] + SLACK
    middle = (left[1] + right[0]) / 2
    shown = any_there = 0
    for line in cells:
        before = behind = None
        for cell in line:
            x0, x1 = cell[0], cell[1]
            if x0 < reach and x1 > edge:
                return False
            centre = (x0 + x1) / 2
            if centre < middle:
                if x1 > left[0]:
                    before = cell
            elif centre > middle and behind is None and x0 < right[1]:
                behind = cell
        any_there += before is not None or behind is not None
        shown += before is not None and behind is not None and _are_cells(before, behind)
    return shown > 0 and shown >= MOST * any_there


def _are_cells(left: _Cell, right: _Cell) -> bool:
    (_, _, one, at), (_, _, other, behind) = left, right
    return at != behind or _is_number(one) != _is_number(other)


def _is_number(word: Word) -> bool:
    """Tell whether a word is a number; a day beside an amount is a cell of its own."""
    return NUMBER.match(word.text) is not None and DAY.match(word.text) is None
