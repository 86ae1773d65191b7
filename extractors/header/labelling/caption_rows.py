"""Captions side by side, each over what is filled in: "Terms" over "NET 45"."""

import re
from collections.abc import Sequence

from extractors.header.labelling.label_words import match, meaning
from extractors.header.labelling.standing_below import is_aligned
from extractors.header.labelling.value_lines import begins_label
from extractors.header.labelling.value_types import fits
from extractors.kinds.kinds import kind_of_title
from extractors.late import late
from extractors.page.blocks import SMALLER, Block, PageBlocks

LONGEST = 24
"""A caption that nobody knows is shorter."""
LEAST = 3
"""So many known captions make a line of them that no lines part."""
SLACK = 2.0
"""What stands below a caption begins where it begins, in points."""
KIND = late(
    r"\b(?:type|kind|\w*(?:bestell|auftrags|beleg|vertrags)(?:art|typ))\s*[:：]?\s*$|(?:类型|类别|种类)\s*[:：]?\s*$",
    re.IGNORECASE,
)


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


def may_be_caption(blocks: PageBlocks, block: Block, right: Block) -> bool:
    """Tell whether words at the right of a bare label may be a caption, with something beside or below."""
    bare = block.cell is None and not block.text.rstrip().endswith((":", "："))
    if not bare or not is_caption(right):
        return False
    return blocks.right_of(right) is not None or _heads_labels(blocks, right)


def _heads_labels(blocks: PageBlocks, right: Block) -> bool:
    """Tell whether labels begin right below a text: "Details" over "Date: 14 May 2026"."""
    below = blocks.under(right.box)
    return below is not None and is_aligned(right, below) and begins_label(below.lines[0].text)


def answers_kind(blocks: PageBlocks, block: Block) -> bool:
    """Tell whether a title answers what type of paper this is: "Order type  Local purchase order".

    Captions side by side have their answers below them: "Type | Order" over "Standard order | 4711", or
    业务类型 | 报价单 over 普通采购 | 4711.
    """
    if kind_of_title(block.text) is None:
        return False
    line = blocks.row(block) if block.cell is not None else blocks.line(block)
    before = max(
        (each for each in line if each.box.x1 <= block.box.x0 + 1), key=lambda each: each.box.x1, default=None
    )
    if before is None or KIND.search(before.text) is None:
        return False
    below, own = blocks.below(before), blocks.below(block)
    if below is None or kind_of_title(below.text) is not None:
        return below is None
    answered = own is not None and any(fits(each, own.text) for each in meaning(block.text))
    return not answered or begins_label(below.text)


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
