"""The day behind a place of delivery: "Deliver to: Quay 4, Leixões, on 12 May 2027"."""

import re
from dataclasses import dataclass

from extractors.fields import dates
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_types import BY
from extractors.late import late

LED = late(
    r"[\s,;(]+(?:to arrive |arriving |latest )?"
    r"(?:on|by|before|not later than|no later than|until|latest|am|bis(?: zum)?)\s+$",
    re.IGNORECASE,
)
"""Words between a place and the day on which the goods are to be there."""
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|mai|juli?|juni?|okt|dez)[a-zäé]*\.?"
YEARLESS = late(
    rf"(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?{MONTH}|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?",
    re.IGNORECASE,
)
"""A day without its year."""

LEAVING = late(r"(?:\s*,?\s*(?:from|ex|ab)\s(?:(?!\b(?:to|nach)\b).)*)?", re.IGNORECASE | re.DOTALL)
"""From where goods leave, behind the day on which they do."""
OTHERS = late(
    r"\b(?:l/c|letters? of credit|open(?:ed)?|pa(?:y\w*|id)|invoic\w*|confirm\w*|valid)\b", re.IGNORECASE
)
"""What has a day of its own and is no place: "L/C at sight, to be opened by 4 May 2027"."""


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
        if led is None or OTHERS.search(text, found.start, led.start()):
            continue
        if found.start < led.start() and end <= found.end:
            return Day(led.start(), start, end)
    return None


def is_day(text: str) -> bool:
    """Tell whether a text is nothing but a day: "Latest arrival at our works: 4 August".

    From where goods leave by then is no place of delivery: "Shipment: before 5 May 2027 from Ningbo, LCL".
    """
    bare = BY.sub("", text.strip(" \t.,;。；，"))
    return (
        bool(dates.parse(bare))
        or YEARLESS.fullmatch(bare) is not None
        or any(start == 0 and LEAVING.fullmatch(bare, end) for start, end in dates.find(bare)[:1])
    )
