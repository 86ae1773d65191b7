"""Where the border of two columns runs, by what stands in them below a heading that is set too close."""

from collections.abc import Sequence

from extractors.lines.item_table import NUMBER
from extractors.runs import Run
from models.page import Box, Word

LOOKED_AT = 24
"""So many lines below a heading tell where its columns are."""
CELLS = 3
"""A line of an item has so many cells at least."""
MOST = 0.6
"""So many of the lines that have anything there show the border."""
SLACK = 1.0
Line = list[Run]


def runs_between(left: Box, right: Box, below: Sequence[Line]) -> bool:
    """Tell whether what stands below two neighbouring words stands in two columns.

    No word reaches over both, and on most lines there is a cell below either: another piece of the line, or
    a number beside something else.
    """
    lines = [line for line in below[:LOOKED_AT] if len(line) >= CELLS]
    shown = any_there = 0
    for line in lines:
        words = [(word, at) for at, run in enumerate(line) for word in run.words]
        if any(word.box.x0 < left.x1 - SLACK and word.box.x1 > right.x0 + SLACK for word, _ in words):
            return False
        middle = (left.x1 + right.x0) / 2
        lefts = [each for each in words if each[0].box.x1 > left.x0 and each[0].box.centre < middle]
        rights = [each for each in words if each[0].box.x0 < right.x1 and each[0].box.centre > middle]
        any_there += bool(lefts or rights)
        shown += bool(lefts and rights) and _are_cells(lefts[-1], rights[0])
    return shown > 0 and shown >= MOST * any_there


def _are_cells(left: tuple[Word, int], right: tuple[Word, int]) -> bool:
    (one, at), (other, behind) = left, right
    return at != behind or bool(NUMBER.match(one.text)) != bool(NUMBER.match(other.text))
