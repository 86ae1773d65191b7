"""A day that the header took from the text of an item: it is the item's, and not the order's."""

from collections.abc import Sequence
from dataclasses import replace

from models.page import Box
from models.reading import Evidence, Field, Header, OrderLine


def without(header: Header, lines: Sequence[OrderLine]) -> Header:
    """Return the header without an unsure day of delivery that stands where a line has its own.

    So goes a sentence that could not be read as the order's day where every line has its own out of it:
    "Delivery: item 10 in 8 weeks, item 20 in 10 weeks".
    """
    day = header.delivery_date
    if day is None or day.sure or not (_is_told_in(day, lines) or _is_of_one(day, lines)):
        return header
    return replace(header, delivery_date=None)


def _is_of_one(day: Field, lines: Sequence[OrderLine]) -> bool:
    """Tell whether a day stands in the place of a line's."""
    spot = day.evidence
    own = [each.delivery_date.evidence for each in lines if each.delivery_date]
    return spot.box is not None and any((each.page, each.box) == (spot.page, spot.box) for each in own)


def _is_told_in(day: Field, lines: Sequence[OrderLine]) -> bool:
    """Tell whether a text of which no day was read gives every line its own."""
    own = [each.delivery_date or each.lead_time for each in lines]
    return day.value is None and all(each and _is_within(each.evidence, day.evidence) for each in own)


def _is_within(part: Evidence, whole: Evidence) -> bool:
    if part.text not in whole.text or (part.page, part.where) != (whole.page, whole.where):
        return False
    return part.box == whole.box or (
        part.box is not None and whole.box is not None and _is_in(part.box, whole.box)
    )


def _is_in(part: Box, whole: Box) -> bool:
    beside = whole.x0 - 1 <= part.x0 and part.x1 <= whole.x1 + 1
    return beside and whole.top - 1 <= part.top and part.bottom <= whole.bottom + 1
