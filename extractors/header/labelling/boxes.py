"""What stands in a drawn box under the label in its corner, where the box is no cell of a table."""

from collections.abc import Sequence

from extractors.header.labelling.value_lines import begins_label
from extractors.page.blocks import Block, PageBlocks
from extractors.page.runs import Run
from models.page import Box, Ruling

MOST_LINES = 6
SLACK = 1.0
"""A line on the paper is drawn so exactly, in points."""
INDENT = 3.0
"""What is filled in begins no further to the right of its label than so many of its heights."""


def filled_in(blocks: PageBlocks, block: Block) -> list[Run]:
    """Return the lines under a free label that has a box of its own, nothing where there is no such box."""
    around = _around(blocks.page.rulings, block.box)
    if around is None:
        return []
    inside = [each for each in blocks.blocks if each is not block and _is_in(each.box, around)]
    lines = sorted((run for each in inside for run in each.lines), key=lambda run: run.box.top)
    left = block.box.x0
    plain = all(
        run.box.top >= block.box.bottom - 0.3 * block.box.height
        and left - SLACK - block.box.height < run.box.x0 < left + INDENT * block.box.height
        and not begins_label(run.text)
        for run in lines
    )
    return lines if plain and len(lines) <= MOST_LINES else []


def _around(rulings: Sequence[Ruling], box: Box) -> Box | None:
    """Return the smallest drawn rectangle around a text."""
    x, y = (box.x0 + box.x1) / 2, box.middle
    upright = [each.box for each in rulings if each.box[1] <= y <= each.box[3] and not each.horizontal]
    across = [each.box for each in rulings if each.box[0] <= x <= each.box[2] and each.horizontal]
    left = max((each.x0 for each in upright if each.x0 <= box.x0 + SLACK), default=None)
    right = min((each.x0 for each in upright if each.x0 >= box.x1 - SLACK), default=None)
    top = max((each.top for each in across if each.top <= box.top + SLACK), default=None)
    bottom = min((each.top for each in across if each.top >= box.bottom - SLACK), default=None)
    if left is None or right is None or top is None or bottom is None:
        return None
    return Box(left, top, right, bottom)


def _is_in(box: Box, around: Box) -> bool:
    return (
        around.x0 - SLACK <= box.x0
        and box.x1 <= around.x1 + SLACK
        and around.top <= box.middle <= around.bottom
    )
