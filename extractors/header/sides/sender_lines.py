"""The sender's line of a letter: "Northmark Pumps B.V. · Kade 7 · 3011 AB Delft", small above the address.

Whoever writes prints it for the window of the envelope. The name in it is whole, also where the letterhead
has it in two lines and two sizes.
"""

from collections.abc import Sequence

from extractors.late import late
from extractors.page.runs import Run

Named = tuple[Run, int, int]
ADDRESS = late(r"\s*[·•∙|–—-]\s*[^\d:：@]{2,40}\s?\d[^:：@]*[·•∙|,–—-][^:：@]*")
"""What stands behind the name: street and number, and the town."""
COLUMN = 12.0
"""The address below begins within so many points."""
NEAR = 5
"""And it begins within so many heights of its letters."""
SMALLER = 0.9
"""The line is set in letters smaller than this share of those of the address."""


def is_one(named: Named, others: Sequence[Named]) -> bool:
    """Tell whether a name begins a sender's line, small above the address of another company."""
    run, start, end = named
    if start or run.page.synthetic or ADDRESS.fullmatch(run.text, end) is None:
        return False
    return any(_is_window(run, other) for other, begins, _ in others if not begins)


def _is_window(line: Run, other: Run) -> bool:
    """Tell whether a company's name stands below a line where the window of an envelope shows it."""
    box, below = line.box, other.box
    near = other.page is line.page and 0 < below.top - box.bottom < NEAR * below.height
    return near and abs(box.x0 - below.x0) < COLUMN and box.height < SMALLER * below.height
