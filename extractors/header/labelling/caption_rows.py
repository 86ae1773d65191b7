"""Captions side by side in the cells of a row, each over what is filled in: "Terms" over "NET 45"."""

from collections.abc import Sequence

from extractors.blocks import SMALLER, Block, PageBlocks
from extractors.header.labelling.label_words import match
from extractors.header.labelling.value_lines import begins_label

LONGEST = 24
"""A caption that nobody knows is shorter."""
LEAST = 3
"""So many known captions make a line of them that no lines part."""
SLACK = 2.0
"""What stands below a caption begins where it begins, in points."""


def is_caption(block: Block) -> bool:
    """Tell whether a text may be a label that nobody knows."""
    return len(block.text) < LONGEST and not any(each.isdigit() or each in ":：" for each in block.text)


def heads_below(blocks: PageBlocks, block: Block) -> bool:
    """Tell whether a label in a cell stands right behind another one, in a row of nothing but captions.

    A label whose value stands at its right has a cell for it between itself and the next label, filled or
    empty. What stands below each caption must be a value.
    """
    below = blocks.below(block)
    if block.cell is None:
        return _heads_columns(blocks, block)
    if below is None:
        return False
    row = blocks.row(block)
    before = next((each for each in row if each.cell and each.cell[3] == block.cell[2]), None)
    if before is None or match(before.text) is None or not all(map(is_caption, row)):
        return False
    return _are_filled(blocks, row) and (_is_filled(blocks, before) or _is_larger(below, block))


def _heads_columns(blocks: PageBlocks, block: Block) -> bool:
    """Tell whether captions alone stand in a line, most of them known, each over what begins with it."""
    line = blocks.line(block)
    known = sum(match(each.text) is not None for each in line)
    if known < LEAST or 2 * known <= len(line) or not all(map(is_caption, line)):
        return False
    below = [blocks.below(each) for each in line]
    pairs = zip(line, below, strict=True)
    return all(
        under is not None and abs(under.box.x0 - own.box.x0) < SLACK and not begins_label(under.text)
        for own, under in pairs
    )


def _is_filled(blocks: PageBlocks, before: Block) -> bool:
    """Tell whether something stands below a caption: the title of several rows at their left has nothing."""
    return blocks.below(before) is not None


def _is_larger(below: Block, block: Block) -> bool:
    """Tell whether what stands below a caption is set in larger letters."""
    return block.lines[0].box.height <= SMALLER * below.lines[0].box.height


def _are_filled(blocks: PageBlocks, row: Sequence[Block]) -> bool:
    """Tell whether values alone stand below the captions of a row."""
    below = [cell for each in row if (cell := blocks.below(each)) is not None]
    return len(below) > 1 and not any(begins_label(each.text) for each in below)
