"""Warranties that name a day of delivery: "18 months after arrival or 12 months from delivery of the ship …".

Two spans of months of which the earlier or later end counts are those of a warranty, whatever is delivered.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.late import late

MONTHS = late(r"(\d+)\s?\)?\s?(?:months?\b|monate?n?\b|个月)", re.IGNORECASE)
ENDING = late(r"whichever|以先到|先到者|先到期|以早到|以后到|je nachdem", re.IGNORECASE)
TWO = 2
WARRANTY = late(r"质保|保修|质量保证|三包|\b(?:warrant|guarant)|gewähr|garanti", re.IGNORECASE)
LEAST = 6
"""A span of a warranty has so many months at least, where no word says that it is one."""


def find(sentences: Sequence[tuple[int, str]]) -> Iterator[range]:
    """Yield where such sentences stand."""
    for start, text in sentences:
        spans = [int(found[1]) for found in MONTHS.finditer(text)]
        long = WARRANTY.search(text) is not None or min(spans, default=0) >= LEAST
        if ENDING.search(text) and len(spans) >= TWO and long:
            yield range(start, start + len(text))
