"""Rows of a drawn table that no line parts: its uprights leave out the texts across columns below items."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from models.page import Box, Word

SNAP = 2.0
"""Lines nearer than this, in points, are the same line of a table."""
MOST = 0.8
"""A band is left out by at least this share of the inner uprights."""
ALONE = 0.5
"""So many leave out the first row or the last one where it is a sum with few columns of its own."""
SEVERAL = 3
"""So many uprights side by side leave a band out, where one beside them goes on."""
Posts = Mapping[float, Sequence[Box]]
"""The pieces of each inner upright from the top, by where it stands."""
Gap = tuple[int, int]
"""From which height to which a band reaches."""
Span = tuple[float, float]


def lines(across: Sequence[Box], upright: Sequence[Box], words: Sequence[Word]) -> list[Box]:
    """Return lines around the bands that nearly all inner uprights leave out: a text across the columns.

    Beside an upright that goes on, as the number of an item at its left, a line parts only those items that
    have a text of their own there, unless the upright ends as well; where a drawn line stops at the upright,
    nothing is parted beside it: one cell lies beside all of them.
    """
    edges = (min(box.x0 for box in across), max(box.x1 for box in across))
    posts: dict[float, list[Box]] = defaultdict(list)
    for box in sorted(upright, key=lambda each: each.top):
        if edges[0] + SNAP < box.x0 < edges[1] - SNAP:
            posts[round(box.x0)].append(box)
    last = max(box.top for box in across)
    bands = _bands(posts, min(box.top for box in across), last)
    around: list[Box] = []
    for at, band in enumerate(bands):
        left, right = _reach(band, posts, edges)
        around += [Box(left, float(y), right, float(y)) for y in band]
        end = bands[at + 1][0] if at + 1 < len(bands) else last
        drawn = any(abs(box.top - band[1]) <= SNAP for box in across)
        for span, edge in (((edges[0], left), left), ((right, edges[1]), right)):
            ends = any(abs(box.bottom - band[1]) <= SNAP for box in posts.get(edge, ()))
            if ends or (not drawn and _has_text(span, (band[1], end), words)):
                around.append(Box(span[0], float(band[1]), span[1], float(band[1])))
    return around


def _bands(posts: Posts, first: float, last: float) -> list[Gap]:
    """Return the bands from the top; a carried-over sum at the top or the end may leave out fewer."""
    starts = Counter(round(boxes[0].top) for boxes in posts.values() if boxes[0].top - first > SNAP)
    ends = {x: round(boxes[-1].bottom) for x, boxes in posts.items() if last - boxes[-1].bottom > SNAP}
    gaps = [
        (x, (round(above.bottom), round(below.top)))
        for x, boxes in posts.items()
        for above, below in itertools.pairwise(boxes)
        if below.top - above.bottom > SNAP
    ]
    found = {gap for _, gap in gaps if _leave_out({x for x, other in gaps if other == gap}, posts)}
    known = {start for start, _ in found}
    begun = {start for _, (start, _) in gaps} | set(ends.values())
    for start in begun - known:
        at = {x for x, (other, _) in gaps if other == start} | {x for x, y in ends.items() if y == start}
        if _leave_out(at, posts) if found else len(at) >= max(2, ALONE * len(posts)):
            found.add((start, min((end for _, (begin, end) in gaps if begin == start), default=round(last))))
    found |= {(round(first), end) for end, count in starts.items() if count >= max(2, ALONE * len(posts))}
    return sorted(found)


def _leave_out(some: AbstractSet[float], posts: Posts) -> bool:
    """Tell whether nearly all uprights leave a band out, or all but such at the left or right side."""
    if len(some) >= max(2, MOST * len(posts)):
        return True
    inner = [x for x in posts if min(some) <= x <= max(some)]
    return len(some) == len(inner) and len(some) >= max(SEVERAL, ALONE * len(posts))


def _reach(band: Gap, posts: Posts, edges: Span) -> Span:
    """Return from where to where a text reaches across: up to uprights that go on.

    What such an upright keeps apart, as the number of an item at its left, stands beside both rows.
    """
    middle = sum(band) / 2
    on = [x for x, boxes in posts.items() if any(box.top < middle < box.bottom for box in boxes)]
    left = max((x for x in on if all(x <= other for other in posts if other not in on)), default=edges[0])
    right = min((x for x in on if all(x >= other for other in posts if other not in on)), default=edges[1])
    return left, right


def _has_text(across: Span, down: Span, words: Sequence[Word]) -> bool:
    left, right = across
    top, bottom = down
    return any(left < word.box.centre < right and top < word.box.middle < bottom for word in words)
