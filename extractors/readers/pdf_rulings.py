"""Lines that a page draws to rulings: those outside go, pieces of one line are joined."""

import itertools
from collections.abc import Iterable, Sequence

from models.page import Box, Ruling

SHORT = 2.0
"""Shorter lines, in points, are dots."""
TOUCH = 1.5
"""Pieces of a line may leave such a gap, in points."""
DASH = 8.0
"""A longer piece, in points, is no stroke of a dashed line."""
DASHES = 5
"""So many strokes near each other at least make a dashed line."""
APART = 4.5
"""The strokes of a dashed line leave such gaps at most, in points."""
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
    pieces = sorted(group, key=lambda piece: piece[1])
    reach = APART if _is_dashed(pieces) else TOUCH
    before = False
    for at, start, end in pieces:
        stroke = end - start <= DASH
        if chained and start <= chained[-1][2] + (reach if stroke or before else TOUCH):
            place, begin, last = chained[-1]
            chained[-1] = (place, begin, max(last, end))
        else:
            chained.append((at, start, end))
        before = stroke
    return chained


def _is_dashed(pieces: Sequence[tuple[float, float, float]]) -> bool:
    """Tell whether pieces of one line are strokes with gaps, as a browser draws a dashed line."""
    near = 0
    for (_, start, end), (_, begin, last) in itertools.pairwise(pieces):
        strokes = end - start <= DASH and last - begin <= DASH
        near = near + 1 if strokes and TOUCH < begin - end <= APART else 0
        if near >= DASHES - 1:
            return True
    return False
