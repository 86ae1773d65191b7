"""Two numbers in one cell, one behind the other: "2655-732-101 10073117" below "Our code / your code".

Where the cells of all items hold two, the first is the writer's own, the second the seller's; running numbers
before a code count the items. Neither is sure.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.late import late
from models.reading import Field, OrderLine, Reason, opened

TWO = 2
MOST = 0.6
SHORTEST = 5
"""A size has fewer characters: "DN50 PN16"."""
COUNTED = late(r"0*\d{1,3}")


def parted(lines: tuple[OrderLine, ...]) -> tuple[OrderLine, ...]:
    """Return the lines with each of the two numbers in its own field, where nearly all have two in one."""
    pairs = [_pair(line) for line in lines]
    found = [pair for pair in pairs if pair is not None]
    if len(found) == len(lines) and found and all(COUNTED.fullmatch(first) for first, _ in found):
        return _numbered(lines, found)
    coded = all(parts.looks_like_code(each) and len(each) >= SHORTEST for pair in found for each in pair)
    several = len(found) >= TWO and len(found) >= MOST * len(lines)
    if not coded or not (several or len(found) == len(lines)):
        return lines
    if any(line.customer_part_number is not None for line in lines):
        return lines
    return tuple(
        line
        if pair is None
        else replace(line, customer_part_number=_field(line, pair[0]), part_number=_field(line, pair[1]))
        for line, pair in zip(lines, pairs, strict=True)
    )


def _numbered(lines: Sequence[OrderLine], pairs: Sequence[tuple[str, str]]) -> tuple[OrderLine, ...]:
    """Return the lines with the running number before each code as their own."""
    numbers = [int(first) for first, _ in pairs]
    steps = {after - before for before, after in itertools.pairwise(numbers)}
    counts = len(steps) == 1 and next(iter(steps)) > 0
    if not counts or any(line.line_number is not None for line in lines):
        return tuple(lines)
    return tuple(
        replace(line, line_number=_field(line, first), part_number=_field(line, second))
        for line, (first, second) in zip(lines, pairs, strict=True)
    )


def _pair(line: OrderLine) -> tuple[str, str] | None:
    """Return the two pieces of a part number that is open."""
    field = line.part_number
    pieces = field.value.split() if field is not None and field.value is not None and not field.sure else []
    whole = len(pieces) == TWO and len(pieces[1]) >= SHORTEST
    return (pieces[0], pieces[1]) if whole else None


def _field(line: OrderLine, value: str) -> Field:
    assert line.part_number is not None
    return replace(opened(line.part_number, Reason.ROLE), value=value)
