"""Tables of items that are not the order's own: their numbers neither make each other nor the total."""

from collections.abc import Sequence

from extractors.header.sums.reconcile import Reconciled
from extractors.lines.values.line_numbers import LineNumbers

LEAST = 2
"""Of a single line that does not close one number may be a mistake."""


def makes_nothing(lines: Sequence[LineNumbers], reconciled: Reconciled) -> bool:
    """Tell whether no line of several closes, and the lines do not make the total."""
    open_ones = all(each.closes is not True and not each.misprinted for each in lines)
    contradicted = reconciled.total is not None or all(each.closes is False for each in lines)
    return len(lines) >= LEAST and open_ones and contradicted and not reconciled.complete
