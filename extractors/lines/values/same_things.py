"""Names of things that are due in parts: a later line with the same number prints the name no more.

    1-1   712204   10044120   6   20.00   120.00   2 October
          Lantern ring
    1-2   712204   10044120   6   20.00   120.00   4 December

A proposal, never sure.
"""

from collections.abc import Sequence
from dataclasses import replace

from models.reading import OrderLine, Reason, opened


def named(lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines, those without a name with that of an earlier line of the same thing."""
    found: dict[tuple[str | None, str | None], OrderLine] = {}
    told: list[OrderLine] = []
    for line in lines:
        codes = _codes(line)
        if _is_named(line):
            found.setdefault(codes, line)
        told.append(_like(line, found.get(codes) if any(codes) else None))
    return tuple(told)


def _like(line: OrderLine, first: OrderLine | None) -> OrderLine:
    if _is_named(line) or first is None or first.description is None:
        return line
    return replace(line, description=opened(first.description, Reason.ROLE))


def _is_named(line: OrderLine) -> bool:
    return line.description is not None and bool(line.description.value)


def _codes(line: OrderLine) -> tuple[str | None, str | None]:
    seller, buyer = line.part_number, line.customer_part_number
    return seller.value if seller is not None else None, buyer.value if buyer is not None else None
