"""Forms whose blanks are filled in: a day in pieces, and what stands on the line of a blank.

"订立日期：2026　年　5　月　6　日", and a sentence that goes on at both ends of an underlined value:
each piece is set wide apart from the next one, and is none of a column or a value by itself.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from extractors.late import late
from extractors.page.runs import Run, joined
from models.page import Box, Page

DIGITS = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
DAY = late(rf"(?:20\s?\d\d|二[〇零]..)\s*年\s*{DIGITS}\s*月(?:\s*{DIGITS}\s*日)?")
BEGINS = late(r"(?:^|[^\d.,])(?:20|20\d\d|二[〇零]..|20\d\d年)$")
"""What ends so may be the year of a day."""
MOST = 7
"""A day has no more pieces: 20, 26, 年, 5, 月, 6, 日."""
WIDEST = 6.0
"""The blanks of a day are at most so many times as wide as its letters are high."""
COLONS = frozenset(":：")
ENDS = 3.0
"""The line of a blank begins where the text before it ends, within so many points, and ends so."""
BELOW = 4.0
"""It lies so near to the lower edge of what is filled in."""


def closed_up(page: Page, runs: Sequence[Run]) -> list[Run]:
    """Join the pieces of a day, and what is filled in with the text that goes on around it."""
    return list(_sentences(page, list(_days(runs))))


def _days(runs: Sequence[Run]) -> Iterator[Run]:
    at = 0
    while at < len(runs):
        end = _day_end(runs, at) if BEGINS.search(runs[at].text) else at + 1
        yield joined(runs[at:end], glue=True)
        at = end


def _day_end(runs: Sequence[Run], at: int) -> int:
    """Return behind which run a day ends that begins at the end of one, the next one where none does."""
    for end in range(min(at + MOST, len(runs)), at + 1, -1):
        pieces = runs[at:end]
        if not all(map(_beside, pieces, pieces[1:])):
            continue
        text = "".join(run.text for run in pieces)
        first, last = len(pieces[0].text), len(text) - len(pieces[-1].text)
        if any(day.start() < first and day.end() > last for day in DAY.finditer(text)):
            return end
    return at + 1


def _beside(before: Run, run: Run) -> bool:
    gap = run.box.x0 - before.box.x1
    return _on_line(before.box, run.box) and -1 <= gap < WIDEST * before.box.height


def _on_line(before: Box, box: Box) -> bool:
    return before.top < box.middle < before.bottom


def _sentences(page: Page, runs: list[Run]) -> Iterator[Run]:
    """Yield the runs, those joined that the lines of blanks connect."""
    lines = sorted((each.box for each in page.rulings if each.horizontal), key=_top)
    at = 0
    while at < len(runs):
        end = at + 1
        while end < len(runs) and _is_filled_in(runs, end, lines):
            end += 1
        yield joined(runs[at:end])
        at = end


def _is_filled_in(runs: Sequence[Run], at: int, lines: Sequence[Box]) -> bool:
    """Tell whether a run is filled in behind the words of the one before, or goes on behind a blank.

    A bare label with its value beside it stays as it is, and the next label begins anew.
    """
    before, run = runs[at - 1], runs[at]
    if not _on_line(before.box, run.box):
        return False
    if _goes_on(before, run, lines):
        return True
    worded = not COLONS.isdisjoint(before.text) or (at + 1 < len(runs) and _goes_on(run, runs[at + 1], lines))
    filled = any(_fills(line, before.box.x1, run.box, behind=True) for line in _below(run.box, lines))
    return filled and worded and before.text[-1] not in COLONS


def _goes_on(before: Run, run: Run, lines: Sequence[Box]) -> bool:
    """Tell whether words go on where the line of a blank ends that is filled in."""
    on_line = _on_line(before.box, run.box) and COLONS.isdisjoint(run.text)
    if not on_line:
        return False
    return any(_fills(line, run.box.x0, before.box, behind=False) for line in _below(before.box, lines))


def _top(line: Box) -> float:
    return line.top


def _below(box: Box, lines: Sequence[Box]) -> Sequence[Box]:
    """Return those of the lines, sorted from the top, that run near to the lower edge of a text."""
    first = bisect_right(lines, box.bottom - BELOW, key=_top)
    return lines[first : bisect_left(lines, box.bottom + BELOW, lo=first, key=_top)]


def _fills(line: Box, edge: float, box: Box, *, behind: bool) -> bool:
    """Tell whether a value stands on the line below it that ends, or begins, at the edge of a text."""
    near = abs(line.x0 - edge) < ENDS if behind else abs(line.x1 - edge) < ENDS
    within = line.x0 - 1 < box.x0 and box.x1 < line.x1 + 1 if behind else line.x0 < box.x1 < line.x1 + 1
    return near and within
