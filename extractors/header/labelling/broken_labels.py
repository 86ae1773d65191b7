"""A label in small letters at the left edge, in which the sentence of the line above goes on.

"… on the shelf by then. Deliver" and below it "to: Goods Inwards, …" likely label the place
together; a bare "to:" would name whom the paper is sent to.
"""

from extractors.header.labelling.label_words import meaning
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Label

STOPPED = late(r"[.:;!?。：；！？]\s*$")
"""How a line ends whose sentence does not go on."""
MOST_WORDS = 3
"""So many words of a label stand in the line above at most."""
MARGIN = 6
"""A line that goes on ends so many heights of its letters before the right margin at most."""


def broken(blocks: PageBlocks, block: Block, run: Run, start: int) -> frozenset[Label]:
    """Return what the label that a line begins with means together with the words above it.

    Its value begins at `start`. Nothing where the label stands for itself.
    """
    label = run.text[:start].rstrip(" :")
    if block.cell is not None or run.page.synthetic or not label[:1].islower():
        return frozenset()
    above = _above(blocks, run)
    words = above.text.split()[-MOST_WORDS:] if above is not None else []
    together = (meaning(" ".join([*words[at:], label])) for at in range(len(words)))
    return next((known for known in together if known), meaning(label) if words else frozenset())


def _above(blocks: PageBlocks, run: Run) -> Run | None:
    """Return the full line right above a line, whose sentence goes on in it."""
    height = run.box.height
    for each in blocks.blocks:
        other = each.lines[-1]
        close = 0 < run.box.middle - other.box.middle < 2 * height and abs(other.box.x0 - run.box.x0) < height
        if each.cell is None and close and other.box.x1 > blocks.right_margin - MARGIN * height:
            return None if STOPPED.search(other.text) else other
    return None
