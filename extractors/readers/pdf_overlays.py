"""Which characters of a PDF page have something drawn over them: seals, pictures, fills, other text."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from extractors.readers.pdf_runs import Run
from extractors.readers.pdf_visibility import CAP, DROP, Patch, ink, mark
from models.page import Box, Doubt, Ruling

COVERED_SHARE = 0.12
"""A character is overlaid when something covers more than this share of its width and of its height."""
SHARED = 0.3
"""Two characters stand on each other when they share more than this of the smaller one, both ways."""
STRUCK = (0.15, 0.50)
"""A line this far above the baseline, in font sizes, strikes the text out."""
PALE = 160
"""Text whose red, green and blue are all above this is a background for other text."""


Clear = Callable[[Patch, Box], bool]


class Lines:
    """The level runs of a page, ordered by their baselines, to find those near a place."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = sorted((run for run in runs if not run.askew), key=lambda run: run.strip.baseline)
        self.baselines = [run.strip.baseline for run in self.runs]
        self.tallest = max((run.strip.size for run in self.runs), default=0.0)

    def near(self, top: float, bottom: float) -> Sequence[Run]:
        """Return the runs whose ink may reach between two heights."""
        first = bisect_left(self.baselines, top - DROP * self.tallest)
        last = bisect_right(self.baselines, bottom + CAP * self.tallest)
        return self.runs[first:last]


def mark_overlaid(
    runs: Sequence[Run], areas: Sequence[Patch], rulings: Sequence[Ruling], clear: Clear
) -> list[Box]:
    """Mark the characters that something is drawn over; return the boxes of what lies over text.

    `clear` tells whether a patch leaves a box free although it lies around it.
    """
    lines = Lines(runs)
    first = min((run.order for run in lines.runs), default=0)
    over = [area.box for area in areas if area.order > first and _cover(area, lines, clear)]
    over += _written_over(lines)
    askew = [Patch(run.area, run.order, None, None) for run in runs if run.askew]
    over += [area.box for area in askew if _cover(area, lines, clear)]
    for ruling in rulings:
        if ruling.horizontal:
            _strike(ruling.box, lines)
    return over


def _cover(area: Patch, lines: Lines, clear: Clear) -> bool:
    """Mark what an area covers; tell whether it covers anything."""
    covered = False
    for run in lines.near(area.box.top, area.box.bottom):
        if run.order >= area.order or run.area.x0 > area.box.x1 or run.area.x1 < area.box.x0:
            continue
        boxes = ((at, ink(run, at)) for at in _printed(run))
        offsets = [at for at, box in boxes if _covers(area.box, box) and not clear(area, box)]
        mark(run, offsets, Doubt.OVERLAID)
        covered = covered or bool(offsets)
    return covered


def _covers(over: Box, box: Box) -> bool:
    width = min(over.x1, box.x1) - max(over.x0, box.x0)
    height = min(over.bottom, box.bottom) - max(over.top, box.top)
    return width > COVERED_SHARE * box.width and height > COVERED_SHARE * box.height


def _strike(line: Box, lines: Lines) -> None:
    low, high = STRUCK
    for run in lines.near(line.top, line.top):
        strip = run.strip
        if low * strip.size < strip.baseline - line.top < high * strip.size:
            struck = [
                at
                for at, (start, end) in enumerate(zip(strip.starts, strip.ends, strict=True))
                if line.x0 <= (start + end) / 2 <= line.x1
            ]
            mark(run, struck, Doubt.OVERLAID)


def _written_over(lines: Lines) -> Iterator[Box]:
    """Mark text on text; yield the boxes of what was written later."""
    for one, other in _neighbours(lines):
        earlier, later = sorted((one, other), key=lambda run: run.order)
        below = _meeting(earlier, later)
        if not below:
            continue
        mark(earlier, below, Doubt.OVERLAID)
        if not _pale(earlier):
            mark(later, _meeting(later, earlier), Doubt.OVERLAID)
        yield later.area


def _meeting(run: Run, other: Run) -> list[int]:
    """Return the offsets of the characters of a run that share their place with one of another run."""
    theirs = [ink(other, at) for at in _printed(other)]
    return [at for at in _printed(run) if any(_share(ink(run, at), box) for box in theirs)]


def _printed(run: Run) -> Iterator[int]:
    return (at for at, character in enumerate(run.strip.text) if not character.isspace())


def _share(one: Box, other: Box) -> bool:
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return width > SHARED * min(one.width, other.width) and height > SHARED * min(one.height, other.height)


def _pale(run: Run) -> bool:
    colour = run.style.colour
    return colour is not None and min(colour[:3]) > PALE


def _neighbours(lines: Lines) -> Iterator[tuple[Run, Run]]:
    """Yield the pairs of runs whose ink overlaps, as far as their boxes tell."""
    rows: dict[float, list[Run]] = {}
    for run in lines.runs:
        rows.setdefault(round(run.strip.baseline, 1), []).append(run)
    places = sorted(rows)
    for number, place in enumerate(places):
        row = rows[place]
        reach = max(run.strip.size for run in row) * CAP
        for near in places[number + 1 :]:
            if near - place > max(reach, max(run.strip.size for run in rows[near]) * CAP):
                break
            row = row + rows[near]
        yield from _overlapping(row)


def _overlapping(row: list[Run]) -> Iterator[tuple[Run, Run]]:
    row.sort(key=lambda run: run.area.x0)
    reach: Run | None = None
    for run in row:
        if reach is not None and run.area.x0 < reach.area.x1 - 0.3 * run.strip.size:
            yield reach, run
        if reach is None or run.area.x1 > reach.area.x1:
            reach = run
