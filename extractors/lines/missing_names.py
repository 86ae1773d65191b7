"""The name that a line lacks and most others have: it was parted from its item, as by the end of a page."""

from collections.abc import Sequence
from dataclasses import replace

from models.reading import Evidence, Field, OrderLine, Reason


def doubted(lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines, an unread name in those that have none where most of the others have one."""
    named = sum(line.description is not None for line in lines)
    return tuple(lines) if 2 * named <= len(lines) else tuple(map(_doubted, lines))


def _doubted(line: OrderLine) -> OrderLine:
    if line.description is not None:
        return line
    beside = line.quantity or line.amount or line.unit_price
    spot = beside.evidence if beside is not None else Evidence("")
    unread = Field(None, sure=False, evidence=spot, reason=Reason.NOT_PARSED, confidence=0.2)
    return replace(line, description=unread)
