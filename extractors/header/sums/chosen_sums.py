"""Which of the totals of several columns is the sum of money, and which of several that share one caption."""

import itertools
from collections.abc import Sequence

from extractors.header import summaries
from extractors.header.summaries import SummaryLabel
from extractors.late import late
from extractors.lines.headings import Heading, recognise
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

MONEY = late(r"[.,]\d{2}\b|[$€£¥￥]")

STROKE = late(r"\s+[/|]\s+|\s*／\s*")
"""What parts the names of sums in one caption."""
TWO = 2


def stacked(caption: Run, values: Sequence[Run]) -> list[tuple[SummaryLabel, Run]]:
    """Return the sums one above the other that one caption names in a line: "Net / VAT 13% / Gross".

    Each name has one figure, and none is left over; nothing for any other row.
    """
    labels = [summaries.recognise(each) for each in STROKE.split(caption.text.strip())]
    known = [label for label in labels if label is not None and not label.rest]
    pile = sorted(values, key=lambda run: run.box.top)
    apart = all(above.box.bottom <= below.box.middle for above, below in itertools.pairwise(pile))
    if len(known) < TWO or not len(known) == len(labels) == len(pile) or not apart:
        return []
    return list(zip(known, pile, strict=True))


def chosen(blocks: PageBlocks, values: Sequence[Run]) -> Run | None:
    """Return the sum of money among the totals of several columns, where it is plain which one it is."""
    headings = [_above(blocks, value) for value in values]
    pairs = [(value, head) for value, head in zip(values, headings, strict=True) if head is not None]
    sums = [(value, head) for value, head in pairs if head.exact and head.role is Role.AMOUNT]
    gross = [value for value, head in sums if head.tax_included]
    if len(sums) == 1 or len(gross) == 1:
        return gross[0] if gross else sums[0][0]
    return None if pairs else _only_money(values)


def _only_money(values: Sequence[Run]) -> Run | None:
    priced = [value for value in values if MONEY.search(value.text)]
    return priced[0] if len(priced) == 1 else None


def _above(blocks: PageBlocks, value: Run) -> Heading | None:
    """Return the nearest known heading that stands above a value."""
    runs = (
        run
        for block in blocks.blocks
        for run in block.lines
        if run.box.bottom <= value.box.top + 1 and run.box.x0 < value.box.x1 and run.box.x1 > value.box.x0
    )
    known = ((run, head) for run in runs if (head := recognise(run.text)) is not None)
    return max(known, key=lambda pair: pair[0].box.bottom, default=(None, None))[1]
