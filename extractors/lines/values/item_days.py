"""A day that the header took from the text of an item: it is the item's, and not the order's."""

from collections.abc import Sequence
from dataclasses import replace

from models.reading import Field, Header, OrderLine


def without(header: Header, lines: Sequence[OrderLine]) -> Header:
    """Return the header without an unsure day of delivery that stands where a line has its own."""
    day = header.delivery_date
    if day is None or day.sure or not any(_is_same(day, line.delivery_date) for line in lines):
        return header
    return replace(header, delivery_date=None)


def _is_same(day: Field, other: Field | None) -> bool:
    """Tell whether two days stand in one place."""
    if other is None or day.evidence.box is None or other.evidence.box is None:
        return False
    return day.evidence.page == other.evidence.page and day.evidence.box == other.evidence.box
