"""Whether what stands below a label stands where a value of it does."""

from collections.abc import Sequence

from extractors.page.blocks import Block, PageBlocks
from extractors.page.runs import Run

SLACK, PADDED = 0.6, 1.0
"""A value begins within so many heights of its label; below a heading in a bar, which is set in, in more."""
SET_IN = 4.0
"""An address is set in by so many heights of the letters at most."""


def is_aligned(block: Block, below: Block, slack: float = SLACK) -> bool:
    """Tell whether a value below begins, or ends, where its label does; a title is no label."""
    if below.lines[0].box.height < 0.8 * block.lines[0].box.height and below.text[:1] != "#":
        return False
    slack *= block.lines[0].box.height
    if block.cell is not None:
        return True
    return abs(below.box.x0 - block.box.x0) < slack or abs(below.box.x1 - block.box.x1) < slack


def is_indented(block: Block, below: Block) -> bool:
    """Tell whether an address is set in below the colon of its label: "Ship To:" over "    Tor 3"."""
    step = below.box.x0 - block.box.x0
    return (
        block.cell is None
        and block.text.rstrip().endswith((":", "："))
        and 0 < step < SET_IN * block.box.height
    )


def stands_apart(right: Block, lines: Sequence[Run]) -> bool:
    """Tell whether a text stands at the right of all lines of an address: in a column of its own."""
    return all(run.box.x1 + run.box.height < right.box.x0 for run in lines)


def is_chosen_elsewhere(blocks: PageBlocks, block: Block, chosen: Run) -> bool:
    """Tell whether what is ticked in the line below a label stands below another text beside the label."""
    left, right = chosen.words[0].box.x0, chosen.words[-1].box.x1
    if left <= chosen.box.x0 + SLACK or left < block.box.x1:
        return False
    beside = (other.box for other in blocks.line(block) if other.box.x0 > block.box.x1)
    return any(box.x0 < right and left < box.x1 for box in beside)
