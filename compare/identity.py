"""Which part a line or an item names: keys of all its numbers, and how well two sets of keys agree."""

import enum
import functools
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from extractors.fields import parts
from models.quotation import QuotationItem
from models.reading import OrderLine

SHORTEST = 3
"""Shorter keys (a line number that strayed into the column) identify nothing."""
SLIP = 1
"""Edits between two numbers of which one may be a slip of the other: a digit wrong or two swapped."""
SHORTEST_FOR_SLIP = 6


class Likeness(enum.IntEnum):
    """How a line and an item agree in their numbers, from not at all to best."""

    NONE = 0
    SLIP = 1
    """Our number is one edit away."""
    FOLDED = 2
    """Equal only without separators and with look-alikes brought together."""
    DRAWING = 3
    CUSTOMER = 4
    OWN = 5


@dataclass(frozen=True, slots=True)
class Identity:
    """The keys of one side by kind; a kind of number that is not stated has none."""

    own: frozenset[str]
    customer: frozenset[str]
    drawing: frozenset[str]

    @property
    def keys(self) -> frozenset[str]:
        """All keys, whatever kind of number they were stated as."""
        return self.own | self.customer | self.drawing


def of_line(line: OrderLine) -> Identity:
    """Return what an ordered line names."""
    own, customer, drawing = (
        field.value if field else None
        for field in (line.part_number, line.customer_part_number, line.drawing_number)
    )
    return Identity(keys(own), keys(customer), _drawing(drawing))


def of_item(item: QuotationItem) -> Identity:
    """Return what a quoted item names."""
    own = keys(item.part_number) | keys(item.local_part_number)
    return Identity(own, keys(item.customer_part_number), _drawing(item.drawing_number))


@functools.lru_cache(maxsize=16384)
def keys(text: str | None) -> frozenset[str]:
    """Return the keys of the numbers in a cell; SAP's leading zeros do not count."""
    numbers = parts.split(text) if text else ()
    return frozenset(filter(None, (key(each) for each in numbers)))


def key(number: str) -> str | None:
    """Return the key of one number, None where it is too short to mean anything."""
    found = parts.norm(parts.strip_label(number))
    short = found.lstrip("0") if found.isdecimal() else found
    return short if len(short) >= SHORTEST else None


def _drawing(text: str | None) -> frozenset[str]:
    return keys(parts.revision(text)[0]) if text else frozenset()


def likeness(line: Identity, item: Identity) -> Likeness:
    """Return the best agreement between the numbers of a line and of an item."""
    if line.own & item.own:
        return Likeness.OWN
    common = line.keys & item.keys
    if common:
        return Likeness.DRAWING if common <= (line.drawing | item.drawing) else Likeness.CUSTOMER
    if _folded(line.keys) & _folded(item.keys):
        return Likeness.FOLDED
    if any(is_slip(one, other) for one in line.own | line.customer for other in item.own | item.customer):
        return Likeness.SLIP
    return Likeness.NONE


@functools.lru_cache(maxsize=16384)
def _folded(numbers: Iterable[str]) -> frozenset[str]:
    return frozenset(map(parts.folded, numbers))


def is_slip(one: str, other: str) -> bool:
    """Tell whether two different numbers are one edit apart: a character, or two neighbours swapped."""
    if min(len(one), len(other)) < SHORTEST_FOR_SLIP or one == other:
        return False
    return OSA.distance(one, other, score_cutoff=SLIP) <= SLIP
