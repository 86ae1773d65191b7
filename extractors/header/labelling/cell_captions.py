"""A label over two lines at the top of a cell, with its value below: 报价单号Quotation / No. / 20031190.

The second line may look like a label of its own, of anything; what both say together is meant where the
value is of that kind.
"""

from dataclasses import replace

from extractors.header.labelling.label_words import COLON, MAX_LABEL, meaning
from extractors.header.labelling.value_types import fits
from extractors.page.blocks import Block
from extractors.page.runs import joined
from extractors.vocabulary.meanings import Label

VAGUE = frozenset({Label.NEUTRAL, Label.PLAIN_NUMBER, Label.PLAIN_DATE, Label.TERMS})
LEAST = 3
"""So many lines has such a cell at least."""
EDGES = " :："


def closed_up(block: Block) -> Block:
    """Return a cell with the two lines of its label as one, any other block as it is."""
    if block.cell is None or len(block.lines) < LEAST:
        return block
    first, second, value = block.lines[:LEAST]
    label = joined([first, second])
    broken = len(label.text) <= MAX_LABEL and not any(map(str.isdigit, label.text))
    if not broken or COLON.search(label.text.rstrip(EDGES)):
        return block
    whole = meaning(label.text.rstrip(EDGES))
    own, end = meaning(first.text), meaning(second.text.rstrip(EDGES))
    if not whole - VAGUE or own not in {whole, frozenset[Label]()} or not end <= VAGUE:
        return block
    if not any(fits(each, value.text) for each in whole):
        return block
    return replace(block, lines=(label, *block.lines[2:]))
