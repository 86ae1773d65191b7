"""Warranties that name a day of delivery: "18 months after arrival or 12 months from delivery of the ship …".

Two spans of months of which the earlier or later end counts are those of a warranty, whatever is delivered.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.late import late

MONTHS = late(r"\d\s?\)?\s?(?:months?\b|monate?n?\b|个月)", re.IGNORECASE)
ENDING = late(r"whichever|以先到|先到者|先到期|以早到|以后到|je nachdem", re.IGNORECASE)
TWO = 2


def find(sentences: Sequence[tuple[int, str]]) -> Iterator[range]:
    """Yield where such sentences stand."""
    for start, text in sentences:
        if ENDING.search(text) and len(MONTHS.findall(text)) >= TWO:
            yield range(start, start + len(text))
