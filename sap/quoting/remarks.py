"""Remarks beside an item: which of them leave what was offered as it is.

A remark that speaks of the price, of quantities, of delivery, of whether there is any, of a choice or of
terms may change what the columns say. Only the few that change nothing are known; a time is held against what
was promised (`sap.quoting.promises`).
"""

import functools
import re
from collections.abc import Iterator

from extractors.fields import currencies, periods
from extractors.fields.text import plain
from sap import contents, keys, marks
from sap.cells import Cells
from sap.quoting import price_words
from sap.quoting import remark_words as words
from sap.quoting import standing_words as standing

SHORTEST = 2


def open_ones(cells: Cells) -> Iterator[str]:
    """Yield the remarks of a row that may change what it offers, each with its heading."""
    header = cells.header
    for heading, cell in zip(header.names, cells.row, strict=False):
        remarked = isinstance(cell, str) and _is_column(heading, header.unknown)
        if remarked and not marks.is_blank(cell) and is_open(str(cell), heading):
            yield f"{heading} {cell}".strip()


def _is_column(heading: str, unknown: tuple[str, ...]) -> bool:
    """Tell whether people write remarks in a column; one without a name is no field either."""
    return not heading or (heading in unknown and words.COLUMN.search(heading) is not None)


@functools.lru_cache(maxsize=4096)
def is_open(text: str, heading: str = "") -> bool:
    """Tell whether a remark may change what was offered; under a heading that speaks of it any may."""
    level = _level(text)
    if _is_harmless(level) or _is_a_time(level) or contents.is_broken(text):
        return False
    level = words.WARRANTY.sub(" ", standing.NEGATED.sub(" ", level))
    return _speaks(level) or bool(currencies.find(text)) or _is_about(heading)


def is_of_delivery(text: str) -> bool:
    """Tell whether a text speaks of when something comes, whether there is any, or of a choice."""
    level = _level(text)
    return not _is_harmless(level) and any(sort.search(level) for sort in words.WHETHER)


def _level(text: str) -> str:
    return " ".join(plain(keys.plain(text)).casefold().split())


def _is_harmless(level: str) -> bool:
    bare = level.strip(" .,;:!()-")
    short = len(bare) < SHORTEST or bare in marks.NOTHING | marks.YES | {"ok"}
    return short or words.HARMLESS.fullmatch(bare) is not None


def _is_a_time(level: str) -> bool:
    """Tell whether a remark says a time and no more: it is held against what was promised."""
    spans = list(periods.find(level))
    rest = level
    for start, end in reversed(spans):
        rest = f"{rest[:start]} {rest[end:]}"
    return len(spans) == 1 and not words.PROMISE.sub("", rest)


def _speaks(level: str) -> bool:
    return any(sort.search(level) for sort in words.SORTS)


def _is_about(heading: str) -> bool:
    """Tell whether a column of remarks is one of what an order is held against: 价格备注."""
    name = re.sub(words.COLUMN, " ", plain(heading))
    return price_words.speaks_of_money(name) or words.DELIVERY.search(name) is not None
