"""Captions at the top of a paper, which are no titles: "Angebot" above 4711 refers to an offer.

So does REQUISITION among the headings of a table: it names a column.
"""

from collections.abc import Sequence

from extractors.late import late
from extractors.lines.headings import recognise
from extractors.page.runs import Run

NEAR = 1.0
"""The number stands below its caption by less than so many heights of its letters."""
EDGE = 3.0
"""And begins at the same edge, in points."""
HEADINGS = 4
"""So many known headings besides stand in a line that heads a table."""
NUMBER = late(r"(?=.*\d)[A-Za-z\d][\w./-]{3,24}")


def is_caption(run: Run, runs: Sequence[Run]) -> bool:
    """Tell whether a text stands above a number that begins at its edge, as another caption there does."""
    if not any(_is_number_of(run, each) for each in runs):
        return False
    others = [each for each in runs if _begins_with(run, each)]
    return any(_is_number_of(other, each) for other in others for each in runs)


def _is_number_of(run: Run, below: Run) -> bool:
    """Tell whether a text in letters of about the same size below another one is its number."""
    gap = below.box.top - run.box.bottom
    near = -0.2 * run.box.height < gap < NEAR * run.box.height
    alike = below.box.height < 1.2 * run.box.height
    return near and alike and abs(below.box.x0 - run.box.x0) < EDGE and bool(NUMBER.fullmatch(below.text))


def _begins_with(run: Run, other: Run) -> bool:
    """Tell whether another text begins at its edge, or on its line."""
    beneath = abs(other.box.x0 - run.box.x0) < EDGE
    beside = abs(other.box.middle - run.box.middle) < 0.5 * run.box.height
    return other.box != run.box and (beneath or beside)


def heads_column(run: Run, line: Sequence[Run]) -> bool:
    """Tell whether a text stands among the headings of a table: most others of its line are known as such."""
    found = [recognise(each.text) for each in line if each is not run]
    exact = sum(heading is not None and heading.exact and heading.role is not None for heading in found)
    return exact >= HEADINGS and 2 * exact > len(found)
