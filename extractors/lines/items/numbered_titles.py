"""Titles of sections that are numbered like items: "1. Pumps", "2. Spare parts", each above its items."""

from collections.abc import Callable, Sequence

from extractors.late import late
from extractors.lines.item_table import Row

NUMBERED = late(r"(?P<number>\d{1,2})\s?[.)）、]?\s+[^\W\d][^\d:：;；]{2,48}")
TWO = 2
"""One title alone may be a note."""


def find(rows: Sequence[Row], is_item: Callable[[Row], bool]) -> frozenset[int]:
    """Return the ids of the rows that are such titles.

    They count from one, the first stands above the first item, and each has an item right below it: what
    is said of an item stands behind it.
    """
    titles = [(at, found) for at, row in enumerate(rows) if (found := _title(row)) is not None]
    titles = [(at, number) for at, number in titles if at + 1 < len(rows) and is_item(rows[at + 1])]
    numbers = [number for _, number in titles]
    first = next((at for at, row in enumerate(rows) if is_item(row)), 0)
    counted = numbers == list(range(1, len(numbers) + 1)) and len(numbers) >= TWO
    return frozenset(id(rows[at]) for at, _ in titles) if counted and titles[0][0] < first else frozenset()


def _title(row: Row) -> int | None:
    """Return the number of a row that is nothing but a number and words."""
    found = NUMBERED.fullmatch(row.runs[0].text.strip()) if len(row.runs) == 1 else None
    return int(found["number"]) if found is not None else None
