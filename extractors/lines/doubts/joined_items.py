"""Rows that may be more than one item of the order, or none: all that was read of them is open.

A further line of figures among the texts of an item belongs to another one, whose name and codes may stand in
this one's place. And what may not be ordered has no line at all.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.doubts.doubtful_items import may_be_none
from extractors.lines.item import Item
from extractors.lines.item_table import NUMBER
from extractors.page.runs import Run
from models.reading import OrderLine, Reason, opened, stated

MONEY = late(r"\d[.,]\d{2}(?!\d)")
TWO = 2
LETTERS = late(r"[^\W\d_]{4}")
"""A word: a line of figures has none, but for units and currencies."""


def doubted(items: Sequence[Item], lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines, those of such rows open."""
    return tuple(
        _opened(line) if may_be_none(item) or _holds_another(item) else line
        for item, line in zip(items, lines, strict=True)
    )


def _holds_another(item: Item) -> bool:
    """Tell whether a line of nothing but figures stands among the notes of an item."""
    levels = itertools.groupby(item.notes, lambda run: (run.page.number, round(run.box.top)))
    return any(_are_figures(list(runs)) for _, runs in levels)


def _are_figures(runs: Sequence[Run]) -> bool:
    sums = sum(len(MONEY.findall(run.text)) for run in runs)
    counted = any(NUMBER.match(run.text) for run in runs)
    return sums >= TWO and counted and not any(LETTERS.search(run.text) for run in runs)


def _opened(line: OrderLine) -> OrderLine:
    return replace(line, **{name: opened(field, Reason.ROLE) for name, field in stated(line)})
