"""Values of cards that go on close below, in the next line: "Seal, tandem" and "with Alloy bellows".

What every card has in that place is no second line but a caption that nobody knows.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from extractors.lines.cards.caption_pairs import NEAR, Captioned, Card
from extractors.lines.headings import recognise
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run

CLOSE = 0.8
"""The second line stands so close below the first, in heights of its letters."""

Wraps = Mapping[int, Sequence[Run]]
"""The further lines of the values of a card, by the `id` of the first."""


def find(cards: Sequence[tuple[PageBlocks, Card]], beside: Sequence[Sequence[Run]]) -> list[Wraps]:
    """Return the further lines of each card's values, among the texts that nothing else took."""
    own = [[run for run in runs if card.holds(run)] for runs, (_, card) in zip(beside, cards, strict=True)]
    told = Counter(text for runs in own for text in {run.text for run in runs})
    usual = {text for text, count in told.items() if count == len(cards)}
    free = [[run for run in runs if run.text not in usual and not _is_caption(run)] for runs in own]
    return [
        {id(pair.value): lines for pair in card.pairs if (lines := _lines(page, pair, runs))}
        for (page, card), runs in zip(cards, free, strict=True)
    ]


def _is_caption(run: Run) -> bool:
    heading = recognise(run.text)
    return heading is not None and heading.exact


def _lines(page: PageBlocks, pair: Captioned, runs: Sequence[Run]) -> list[Run]:
    """Return the lines below a value that stands in no cell, each close below the one before it."""
    if any(block.lines[0] is pair.caption for block in page.blocks if block.cell is not None):
        return []
    lines: list[Run] = []
    last = pair.value
    while (below := _close_below(last, runs)) is not None:
        lines.append(below)
        last = below
    return lines


def _close_below(value: Run, runs: Sequence[Run]) -> Run | None:
    box = value.box
    near = (run for run in runs if -0.3 * box.height < run.box.top - box.bottom < CLOSE * box.height)
    aligned = (run for run in near if run is not value and abs(run.box.x0 - box.x0) < NEAR)
    return next((run for run in aligned if run.page is value.page and run.box.top > box.top), None)
