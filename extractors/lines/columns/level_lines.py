"""Lines of a heading whose heights lie over each other: a name of one line beside one of two or three.

Centred in the height of the heading they stand on lines of their own, and none is above the other.
"""

from collections.abc import Sequence

from extractors.lines.headings import recognise
from extractors.page.runs import Run
from models.page import union

OVER = 0.15
"""Lines lie over each other by more than this share of their height."""
MOST = 6
"""A heading has no more such lines."""
Line = Sequence[Run]


def around(lines: Sequence[Line], at: int) -> list[tuple[int, int]]:
    """Return how many lines above and below a line lie over each other with it; nothing where none does."""
    first = last = at
    while first > 0 and lie_over(lines[first - 1], lines[first]):
        first -= 1
    while last + 1 < len(lines) and lie_over(lines[last], lines[last + 1]):
        last += 1
    return [(at - first, last - at)] if first < last < first + MOST else []


def are_cut(lines: Sequence[Line], first: int, last: int) -> bool:
    """Tell whether a line beside a block lies over its edge: the block is a part of the heading then."""
    above = first > 0 and _heads(lines[first - 1]) and lie_over(lines[first - 1], lines[first])
    below = last + 1 < len(lines) and _heads(lines[last + 1])
    return above or (below and lie_over(lines[last], lines[last + 1]))


def _heads(line: Line) -> bool:
    """Tell whether a known heading stands in a line."""
    return any(recognise(run.text) is not None for run in line)


def lie_over(above: Line, below: Line) -> bool:
    """Tell whether two lines lie over each other in their height."""
    if not above or not below:
        return False
    upper, lower = union(run.box for run in above), union(run.box for run in below)
    return upper.bottom - lower.top > OVER * min(upper.height, lower.height)
