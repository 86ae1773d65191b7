"""The heading of a clause with the label itself behind it: 第四条 结算 | 付款方式：预付20%，…."""

from extractors.header.labelling.label_words import match
from extractors.page.blocks import Block, PageBlocks
from extractors.vocabulary.meanings import Label


def is_heading_of(blocks: PageBlocks, block: Block, meanings: frozenset[Label]) -> bool:
    """Tell whether a label with its colon, of the same meaning, stands at the right of a free one.

    What stands below the two goes on with its value, and is none of the first.
    """
    right = blocks.right_of(block) if block.cell is None else None
    found = match(right.lines[0].text) if right is not None else None
    return found is not None and found.colon and bool(found.meanings & meanings)
