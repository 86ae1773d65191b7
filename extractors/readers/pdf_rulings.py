"""Lines that a page draws to rulings: those outside go, pieces of one line are joined."""

from collections.abc import Iterable, Sequence

from models.page import Box, Ruling

SHORT = 2.0
"""Shorter lines, in points, are dots."""
TOUCH = 1.5
"""Pieces of a line may leave such a gap, in points."""
SAME = 0.75
"""Pieces whose places differ by no more than this, in points, lie on one line."""


def rulings(lines: Iterable[Box], width: float, height: float) -> tuple[Ruling, ...]:
    """Return the lines of a page of this size, horizontal ones first, from top to bottom."""
    across: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for box in lines:
        x0, x1 = max(box.x0, 0.0), min(box.x1, width)
        top, bottom = max(box.top, 0.0), min(box.bottom, height)
        if x0 > x1 or top > bottom or max(x1 - x0, bottom - top) < SHORT:
            continue
        if box.width >= box.height:
            across.append((box.middle, x0, x1))
        else:
            upright.append((box.centre, top, bottom))
    horizontal = [Ruling(_box(start, at, end, at)) for at, start, end in _joined(across)]
    return (*horizontal, *(Ruling(_box(at, start, at, end)) for at, start, end in _joined(upright)))


def _box(x0: float, top: float, x1: float, bottom: float) -> Box:
    return Box(round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2))


def _joined(pieces: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Join pieces (place, start, end) of one line."""
    joined: list[tuple[float, float, float]] = []
    group: list[tuple[float, float, float]] = []
    for piece in sorted(pieces):
        if group and piece[0] - group[0][0] > SAME:
            joined += _chained(group)
            group = []
        group.append(piece)
    return joined + _chained(group)


def _chained(group: Sequence[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    chained: list[tuple[float, float, float]] = []
    for at, start, end in sorted(group, key=lambda piece: piece[1]):
        if chained and start <= chained[-1][2] + TOUCH:
            place, begin, last = chained[-1]
            chained[-1] = (place, begin, max(last, end))
        else:
            chained.append((at, start, end))
    return chained
