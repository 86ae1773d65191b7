"""How a value goes on: the lines below that belong to it, and what ends it."""

from collections.abc import Iterator

from extractors.blocks import Block, PageBlocks
from extractors.label_words import CLAUSE, COLON, match
from extractors.runs import Run


def begins_label(text: str) -> bool:
    """Tell whether a line starts with a label, a clause number or an unknown short label."""
    colon = COLON.search(text)
    short = colon is not None and colon.start() <= 14
    return short or match(text) is not None or CLAUSE.match(text) is not None


def wrapped(blocks: PageBlocks, run: Run, start: int) -> Iterator[Run]:
    """Yield the lines below that go on a value: hanging under it, or flush in a full paragraph."""
    touched = run.within(start, len(run.text))
    value_x0 = touched[0][0].edges[touched[0][1]] if touched else run.box.x0
    left = run.box.x0
    current = run
    for _ in range(6):
        below = blocks.under(current.box)
        if below is None or begins_label(below.text) or other_size(below, current):
            return
        hanging = abs(below.box.x0 - value_x0) < 0.4 * current.box.height
        flush = abs(below.box.x0 - left) < 2.5 * current.box.height and _full(blocks, current)
        if not hanging and not flush:
            return
        if hanging and _left_neighbour(blocks, below) is not None:
            return
        current = below.lines[0]
        yield current


def _left_neighbour(blocks: PageBlocks, block: Block) -> Block | None:
    """Return a free run to the left on the same line."""
    for other in blocks.blocks:
        beside = other.box.top < block.box.middle < other.box.bottom
        if beside and other.cell is None and other.box.x1 <= block.box.x0 + 1:
            return other
    return None


def other_size(block: Block, run: Run) -> bool:
    """Tell whether a block is set in other letters than a run."""
    return abs(block.box.height - run.box.height) > 0.2 * run.box.height


def _full(blocks: PageBlocks, run: Run) -> bool:
    return run.box.x1 > blocks.right_margin - 3 * run.box.height


def hanging(blocks: PageBlocks, block: Block, *, alone: bool = True) -> list[Run]:
    """Return lines below a free value that begin where it does; `alone`: nothing stands to their left."""
    if block.cell is not None:
        return []
    lines: list[Run] = []
    current = block
    while len(lines) < 5:
        below = blocks.under(current.box)
        if below is None or begins_label(below.text) or abs(below.box.x0 - block.box.x0) > 2:
            break
        if (alone and _left_neighbour(blocks, below) is not None) or other_size(below, block.lines[0]):
            break
        if below.box.top - current.box.bottom > 0.8 * current.box.height:
            break
        lines += below.lines
        current = below
    return lines
