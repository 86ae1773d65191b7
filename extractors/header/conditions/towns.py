"""A town alone beside the whole address of the place: "Destination: Pune" and the consignee's works there."""

import re
from collections.abc import Sequence

from extractors.header.labelling import plain_addresses
from extractors.header.settle import Choice
from extractors.late import late

TOWN = late(r"[A-ZÀ-Þ][^\W\d_]{2,}(?:[ -][A-ZÀ-Þ]?[^\W\d_]+){0,2}")
"""The name of a town: some words without a figure."""


def without(choices: Sequence[Choice]) -> list[Choice]:
    """Return the places without towns that another place names as well: they say less of the same."""
    return [each for each in choices if not any(_names(other, each) for other in choices)]


def _names(whole: Choice, town: Choice) -> bool:
    """Tell whether a place is an address in the town that another one is."""
    address, name = whole.value or "", town.value or ""
    if TOWN.fullmatch(name) is None or not plain_addresses.is_address(address):
        return False
    escaped = re.escape(name)
    placed = re.compile(
        rf"(?:(?<![\w/])(?:[A-Z]{{1,3}}-)?\d{{3,6}}\s+|[,;]\s*){escaped}(?=\s*(?:[,;.(–-]|\d|$))"
        rf"|(?<!\w){escaped}\s?[–-]?\s?\d{{5,6}}(?!\d)",
        re.IGNORECASE,
    )
    return placed.search(address) is not None
