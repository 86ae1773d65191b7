"""Two rows of one item that were read as two: the lower one bears the number of the upper and no figures.

Programs print items in two drawn rows with one cell for the number of both. Whose each code is that stands in
them is not certain then.
"""

import itertools
from dataclasses import replace

from models.reading import Field, OrderLine, Reason, opened, stated

CODED = frozenset({"part_number", "customer_part_number", "description", "unit"})


def doubted(lines: tuple[OrderLine, ...]) -> tuple[OrderLine, ...]:
    """Return the lines with the texts of such rows open."""
    open_ones: set[int] = set()
    for at, (upper, lower) in enumerate(itertools.pairwise(lines)):
        if _number(upper) is not None and _number(upper) == _number(lower) and not _counts(lower):
            open_ones |= {at, at + 1}
    return tuple(_opened(line) if at in open_ones else line for at, line in enumerate(lines))


def _number(line: OrderLine) -> str | None:
    return line.line_number.value if line.line_number is not None else None


def _counts(line: OrderLine) -> bool:
    figures: tuple[Field | None, ...] = (line.quantity, line.unit_price, line.amount)
    return any(field is not None and field.value is not None for field in figures)


def _opened(line: OrderLine) -> OrderLine:
    return replace(
        line, **{name: opened(field, Reason.ROLE) for name, field in stated(line) if name in CODED}
    )
