"""The day behind a place of delivery: "Deliver to: Quay 4, Leixões, on 12 May 2027"."""

import re
from dataclasses import dataclass

from extractors.fields import dates
from extractors.header.labelling.labels import Labelled

LED = re.compile(
    r"[\s,;(]+(?:to arrive |arriving |latest )?"
    r"(?:on|by|before|not later than|no later than|until|latest|am|bis(?: zum)?)\s+$",
    re.IGNORECASE,
)
"""Words between a place and the day on which the goods are to be there."""


@dataclass(frozen=True, slots=True)
class Day:
    """Where a day stands in the text of a value, and where the place `before` it ends."""

    before: int
    start: int
    end: int


def find(found: Labelled) -> Day | None:
    """Return the first day behind a place, None where none is led by a word for it."""
    if found.value is None or not any(map(str.isdigit, found.text)):
        return None
    text = found.value.text
    for start, end in dates.find(text):
        led = LED.search(text, found.start, start)
        if led is not None and found.start < led.start() and end <= found.end:
            return Day(led.start(), start, end)
    return None
