"""Labels that head a column of items: 交货周期 between 物资名称 and 单位 labels no value of the order.

Where a table of items is not read as one, its headings stand among the labels; what stands below such a one
is that of one item, and at most likely for the order.
"""

from collections.abc import Iterator

from extractors.header.labelling.labelled import Labelled
from extractors.lines.headings import recognise
from extractors.page.blocks import PageBlocks
from extractors.vocabulary.meanings import Role

ITEMS = frozenset({Role.DESCRIPTION, Role.SPECIFICATION, Role.QUANTITY, Role.UNIT, Role.PRICE, Role.AMOUNT})
"""What no form states of an order as a whole."""
LEAST = 2
"""So many of these beside a label make its line that of a table's headings; a quantity alone does."""
LONGEST = 24


def is_heading(blocks: PageBlocks, found: Labelled) -> bool:
    """Tell whether a label whose value stands below it, or not at all, heads a column of items."""
    if found.value is found.label or found.how not in {"below", "under"}:
        return False
    said = set(_roles(blocks, found))
    return len(said) >= LEAST or Role.QUANTITY in said


def _roles(blocks: PageBlocks, found: Labelled) -> Iterator[Role]:
    """Yield what the other texts on the line of a label would be as headings of items."""
    box, middle = found.label.box, found.label.box.middle
    for block in blocks.blocks:
        run = block.lines[0]
        if len(run.text) > LONGEST or not run.box.top < middle < run.box.bottom or run.box == box:
            continue
        heading = recognise(run.text)
        if heading is not None and heading.exact and heading.role in ITEMS and heading.role is not None:
            yield heading.role
