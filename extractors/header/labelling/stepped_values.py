"""Values set in by one step below their labels, all over a column: the head of a program's print.

PO number/date
4700058813 / 16.11.2026
Your quotation
20021008 of 20.10.2026
"""

from collections import Counter

from extractors.header.labelling.label_words import meaning
from extractors.kept import kept
from extractors.page.blocks import Block, PageBlocks

FEWEST = 3
"""So many labels have their values set in by the same step."""
FARTHEST = 2.0
"""The step is less than so many heights of the letters."""
Step = tuple[int, int]


def is_stepped(blocks: PageBlocks, block: Block, below: Block) -> bool:
    """Tell whether a value below is set in as those of the other labels of the column are."""
    if block.cell is not None or not 0 < below.box.x0 - block.box.x0 < FARTHEST * block.box.height:
        return False
    return _steps(blocks)[_step(block, below)] >= FEWEST


def _step(block: Block, below: Block) -> Step:
    return round(block.box.x0), round(below.box.x0)


@kept
def _steps(blocks: PageBlocks) -> Counter[Step]:
    """Return how often what stands below a known label begins where from where the label does."""
    labels = [block for block in blocks.blocks if block.cell is None and meaning(block.text)]
    pairs = ((block, blocks.under(block.box)) for block in labels)
    return Counter(_step(block, below) for block, below in pairs if below is not None)
