"""An address that begins above the line of a label and merely goes on beside it: it is not the label's."""

import re

from extractors.fields import companies
from extractors.header.labelling.caption_rows import is_caption
from extractors.header.labelling.value_lines import begins_label, other_size
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks

JOINING = late(r"(?:\b(?:and|or|und|oder|of|et|y|e)|[&/,、与及和或的])\s*$", re.IGNORECASE)
"""How the first line of a label ends that goes on in the next: "Receiver and" over "delivery address"."""
FLUSH = 2.0
"""Lines of one address begin within so many points of each other."""
NEAR = 0.8
"""The next line of an address is no further below than so many heights of its letters."""


def is_begun_above(blocks: PageBlocks, right: Block) -> bool:
    """Tell whether a text is a line of the address below a company's name, which no label stands before."""
    if right.cell is not None or companies.looks_like_company(right.text):
        return False
    box = right.box
    above = [
        each
        for each in blocks.blocks
        if each.cell is None
        and abs(each.box.x0 - box.x0) < FLUSH
        and -NEAR * box.height < box.top - each.box.bottom < NEAR * box.height
        and each.box.top < box.top
    ]
    return any(_heads(blocks, each, right) for each in above)


def _heads(blocks: PageBlocks, above: Block, right: Block) -> bool:
    """Tell whether a company's name stands in the same letters and is no label's value itself."""
    if other_size(above, right.lines[0]) or not companies.looks_like_company(above.text):
        return False
    before = [each for each in blocks.line(above) if each.box.x1 <= above.box.x0]
    return not begins_label(above.text) and not any(map(_may_label, before))


def _may_label(block: Block) -> bool:
    """Tell whether a text is a label, or may be one that nobody knows: another company is none."""
    unknown = is_caption(block) and not companies.looks_like_company(block.text)
    unknown = unknown and JOINING.search(block.text) is None
    return unknown or begins_label(block.text)
