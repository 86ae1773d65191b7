"""Items that lines across part, with no uprights: how pages of programs are set that print by HTML."""

import itertools
from collections.abc import Sequence

from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column
from extractors.lines.tables.inner_tables import Place
from extractors.lines.tables.white_space import column_of
from extractors.page.runs import Run
from models.page import Page, union

WIDE = 0.8
"""A line across covers at least this share of the width of the texts."""
SAME = 1.0
"""Pieces of one line across stand within so many points of height."""
TWO = 2
FEW = 1 / 3
"""So many of the parts may be notes."""
Line = list[Run]


def starts(page: Page, body: Sequence[Line], kinds: Sequence[Place], columns: Sequence[Column]) -> list[int]:
    """Return where rows begin among the lines of a table, nothing where no lines across part them.

    They part items where under most headings of quantities and money no part has two figures below each
    other, and nearly each has one: others are notes. Sums are rows of their own.
    """
    found = _parted(page, body)
    parts = [range(start, stop) for start, stop in itertools.pairwise([*found, len(body)])]
    items = [
        [body[at] for at in part] for part in parts if all(kinds[at] is not Place.SUMMARY for at in part)
    ]
    if len(items) < TWO or len(found) == len(body):
        return []
    counted = [at for at, column in enumerate(columns) if column.roles & MONEY_OR_COUNT]
    fit = [at for at in counted if _has_each_one(items, columns, at)]
    if len(fit) * TWO <= len(counted):
        return []
    sums = {at for at in range(1, len(body)) if Place.SUMMARY in kinds[at - 1 : at + 1]}
    return sorted({*found, *sums})


def _parted(page: Page, body: Sequence[Line]) -> list[int]:
    """Return the first line, and those above which a line across stands."""
    if len(body) < TWO:
        return []
    boxes = [union(run.box for run in line) for line in body]
    rules = _rules(page, min(box.x0 for box in boxes), max(box.x1 for box in boxes))
    pairs = enumerate(itertools.pairwise(boxes), start=1)
    below = [at for at, (one, two) in pairs if any(one.middle < rule < two.middle for rule in rules)]
    return [0, *below]


def _rules(page: Page, left: float, right: float) -> list[float]:
    """Return the heights at which lines across reach over nearly all of a width."""
    across = sorted((each.box for each in page.rulings if each.horizontal), key=lambda box: box.top)
    found: list[float] = []
    while across:
        pieces = [box for box in across if box.top - across[0].top <= SAME]
        covered = sum(max(0.0, min(box.x1, right) - max(box.x0, left)) for box in pieces)
        if covered >= WIDE * (right - left):
            found.append(pieces[0].top)
        across = across[len(pieces) :]
    return found


def _has_each_one(parts: Sequence[Sequence[Line]], columns: Sequence[Column], at: int) -> bool:
    """Tell whether nearly every part has one figure under a heading, and none has more."""
    figures = [
        sum(any(NUMBER.match(run.text) and column_of(run, columns) == at for run in line) for line in lines)
        for lines in parts
    ]
    return max(figures) == 1 and figures.count(0) <= FEW * len(figures)
