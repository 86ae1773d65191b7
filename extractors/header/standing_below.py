"""Whether what stands below a label stands where a value of it does."""

from extractors.blocks import Block

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
