"""A caption without a cell that goes on in the line below, in the same letters: 交货周/ Required, week."""

from dataclasses import replace

from extractors.blocks import Block, PageBlocks
from extractors.header.label_words import COLON, MAX_LABEL, match, meaning
from extractors.header.value_types import fits
from extractors.runs import joined
from extractors.vocabulary.meanings import Label

SLACK = 2.0
"""Both lines begin in the same place, in points."""
LEADING = 0.8
"""They stand so close, in heights of their letters."""
ALIKE = 0.5
"""Their letters are of one size, in points."""


def whole(blocks: PageBlocks, block: Block, at: int) -> Block | None:
    """Return a caption and the line on which it goes on as one, None where it does not go on."""
    run = block.lines[at]
    below = blocks.under(run.box) if block.cell is None and len(run.text) <= MAX_LABEL else None
    if below is None or match(below.text) is not None or any(map(str.isdigit, run.text + below.text)):
        return None
    near = (
        below.box.top - run.box.bottom < LEADING * run.box.height and abs(below.box.x0 - run.box.x0) < SLACK
    )
    if not near or abs(below.box.height - run.box.height) > ALIKE or COLON.search(run.text + below.text):
        return None
    label = joined([run, *below.lines])
    value = blocks.under(below.box)
    known = meaning(label.text) - {Label.NEUTRAL}
    if not known or value is None or not any(fits(each, value.lines[0].text) for each in known):
        return None
    # What is filled in is measured by the last line, not by both.
    return Block((replace(label, box=below.box),), below.box)
