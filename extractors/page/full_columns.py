"""A value so wide that a mere blank parts it from the next one: two columns of captions, the first one full.

    Ship to                     Payment terms    Incoterms
    Central Stores, Quay Road 7 NET 60           CPT Hull
    Hull HU1 2AB

The text is cut where the next caption begins: it has no other value, each further caption has one, and the
first value goes on in the next line because its column was full.
"""

import bisect
from collections.abc import Sequence

from extractors.header.labelling.label_words import COLON, meaning
from extractors.page.runs import Run, make_run

FEWEST = 3
"""So many captions stand beside each other at least."""
NEAR = 1.5
"""A value begins so near its caption, in points."""
BELOW = 1.6
"""The next line is no further below than so many heights of its letters."""


def parted(runs: Sequence[Run]) -> list[Run]:
    """Return the runs of a page, such texts as two."""
    captions = [run for run in runs if not run.page.synthetic and _is_caption(run)]
    if len(captions) < FEWEST:
        return list(runs)
    found: list[Run] = []
    for at, run in enumerate(runs):
        cut = _cut(runs, at, captions) if len(run.words) > 1 else 0
        found += [make_run(run.page, part) for part in (run.words[:cut], run.words[cut:])] if cut else [run]
    return found


def _is_caption(run: Run) -> bool:
    text = run.text.rstrip().rstrip(":：")
    return COLON.search(text) is None and bool(meaning(text))


def _cut(runs: Sequence[Run], at: int, captions: Sequence[Run]) -> int:
    """Return the word of a run with which the next column begins, 0 where none does."""
    run = runs[at]
    above = [each for each in captions if 0 < run.box.middle - each.box.bottom < BELOW * run.box.height]
    own = next((each for each in above if abs(each.box.x0 - run.box.x0) < NEAR), None)
    behind = sorted((each for each in above if each.box.x0 > run.box.x0 + NEAR), key=lambda each: each.box.x0)
    if own is None or len(behind) < FEWEST - 1 or not _goes_on(runs, at, behind[0].box.x0):
        return 0
    starts = [word.box.x0 for word in run.words]
    cut = bisect.bisect_left(starts, behind[0].box.x0 - NEAR)
    if not 0 < cut < len(starts) or abs(starts[cut] - behind[0].box.x0) >= NEAR:
        return 0
    beside = [each for each in runs if _on_one_line(run, each)]
    filled = all(any(abs(each.box.x0 - caption.box.x0) < NEAR for each in beside) for caption in behind[1:])
    return cut if filled and run.box.x1 < behind[1].box.x0 else 0


def _on_one_line(run: Run, other: Run) -> bool:
    return other is not run and run.box.top < other.box.middle < run.box.bottom


def _goes_on(runs: Sequence[Run], at: int, end: float) -> bool:
    """Tell whether a further line of the first value stands right below it, and before the next column."""
    box = runs[at].box
    return any(
        abs(each.box.x0 - box.x0) < NEAR
        and each.box.x1 < end
        and 0 < each.box.middle - box.bottom < BELOW * box.height
        for each in runs[at + 1 :]
    )
