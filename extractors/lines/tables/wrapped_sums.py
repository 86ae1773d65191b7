"""The name of a sum on two lines, with its amount at their middle: "Total excl." and "VAT" around 702.50."""

from collections.abc import Sequence

from extractors.lines.columns import sum_rows
from extractors.lines.item_table import NUMBER
from extractors.page.runs import Run, joined

SLACK = 2.0
"""Both lines of a name begin, or end, in the same place, in points."""
LINES = 3
Line = list[Run]


def whole(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, such a name and its amount as one."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        sum_ = _joined(lines[at : at + LINES]) if len(lines[at]) == 1 else None
        found.append(sum_ or lines[at])
        at += LINES if sum_ else 1
    return found


def _joined(lines: Sequence[Line]) -> Line | None:
    if len(lines) < LINES or any(len(line) > 1 for line in lines):
        return None
    upper, amount, lower = (line[0] for line in lines)
    if not _is_between(upper, amount, lower) or not NUMBER.match(amount.text):
        return None
    label = joined([upper, lower])
    named = sum_rows.stated(label.text)
    return [label, amount] if named is not None and not named.rest else None


def _is_between(upper: Run, amount: Run, lower: Run) -> bool:
    """Tell whether an amount stands at the right of two lines, at the middle of both."""
    one, middle, other = upper.box, amount.box, lower.box
    aligned = abs(one.x0 - other.x0) < SLACK or abs(one.x1 - other.x1) < SLACK
    return (
        aligned
        and middle.x0 >= max(one.x1, other.x1)
        and one.bottom > middle.top
        and middle.bottom > other.top
    )
