"""The shapes of a PDF path: straight strokes, and boxes around everything else."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pypdfium2 import raw

from extractors.readers import pdf_calls as calls
from extractors.readers.pdf_calls import Matrix, Numbers

LEVEL = 0.6
"""A stroke may lean by this much, in points, and still be horizontal or vertical."""
FRAME = 3.0
"""A stroke is a line of a table up to this width, in points; a wider one is an area."""
MOST_SEGMENTS = 400
"""Paths with more are drawings or letters, never table lines."""
Point = tuple[float, float]


@dataclass(slots=True)
class Outline:
    """One connected part of a path; `curved` tells, for each point, whether a curve leads there."""

    points: list[Point] = field(default_factory=list)
    curved: list[bool] = field(default_factory=list)
    closed: bool = False


def outlines(path: int, matrix: Matrix) -> list[Outline]:
    """Return the parts of a path in the space of the page; none of a path with too many segments."""
    count = calls.count_segments(path)
    if count > MOST_SEGMENTS:
        return []
    a, b, c, d, e, f = calls.concatenated(calls.matrix(path), matrix)
    parts: list[Outline] = []
    for at in range(count):
        segment = calls.segment_at(path, at)
        kind = calls.segment_type(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO or not parts:
            parts.append(Outline())
        x, y = calls.point(segment)
        parts[-1].points.append((a * x + c * y + e, b * x + d * y + f))
        parts[-1].curved.append(kind == raw.FPDF_SEGMENT_BEZIERTO)
        parts[-1].closed = parts[-1].closed or bool(calls.segment_closes(segment))
    return [part for part in parts if len(part.points) > 1]


def scale(path: int, matrix: Matrix) -> float:
    """Return by how much a path's own lengths grow on the page."""
    a, b, c, d = calls.concatenated(calls.matrix(path), matrix)[:4]
    return math.sqrt(abs(a * d - b * c))


def strokes(parts: Sequence[Outline], width: float) -> Iterator[Numbers]:
    """Yield straight strokes as boxes without thickness (or `width`, if wide), others as boxes around."""
    half = width / 2 if width > FRAME else 0.0
    for part in parts:
        points, curved = list(part.points), list(part.curved)
        if part.closed and points[0] != points[-1]:
            points.append(points[0])
            curved.append(False)
        at = 1
        while at < len(points):
            # A curve is three points: two that pull at it, and its end.
            step = 3 if curved[at] else 1
            box = around(points[at - 1 : at + step])
            yield _wide(box, half) if half and _straight(box) else box
            at += step


def _straight(box: Numbers) -> bool:
    return min(box[2] - box[0], box[3] - box[1]) <= LEVEL


def _wide(box: Numbers, half: float) -> Numbers:
    if box[2] - box[0] >= box[3] - box[1]:
        return box[0], box[1] - half, box[2], box[3] + half
    return box[0] - half, box[1], box[2] + half, box[3]


def areas(parts: Sequence[Outline], *, even_odd: bool) -> Iterator[Numbers]:
    """Yield the boxes that a filled path covers; a rectangle with a hole gives its four sides."""
    boxes = [around(part.points) for part in parts]
    if len(parts) == 2 and _within(boxes[1], boxes[0]) and (even_odd or _turns(parts[0]) != _turns(parts[1])):
        yield from _sides(boxes[0], boxes[1])
    else:
        yield from boxes


def around(points: Sequence[Point]) -> Numbers:
    """Return the box around points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _within(inner: Numbers, outer: Numbers) -> bool:
    return outer[0] <= inner[0] <= inner[2] <= outer[2] and outer[1] <= inner[1] <= inner[3] <= outer[3]


def _turns(part: Outline) -> bool:
    """Tell whether an outline runs counter-clockwise."""
    points = part.points
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs) > 0


def _sides(outer: Numbers, inner: Numbers) -> Iterator[Numbers]:
    yield outer[0], outer[1], outer[2], inner[1]
    yield outer[0], inner[3], outer[2], outer[3]
    yield outer[0], outer[1], inner[0], outer[3]
    yield inner[2], outer[1], outer[2], outer[3]
