"""A label over two lines at the top of a cell, with its value below: 报价单号Quotation / No. / 20031190.

The second line may look like a label of its own, of anything; what both say together is meant where the
value is of that kind. "Date", "No." and "Terms" below a word are never the paper's own: "Offer" / "Date",
"Order confirmation" / "Date". Only below the title of an order or a contract they may be.
"""

from dataclasses import replace

from extractors.header.labelling.label_words import COLON, MAX_LABEL, meaning
from extractors.header.labelling.value_types import fits
from extractors.kinds.kinds import kind_of_title
from extractors.page.blocks import Block
from extractors.page.runs import joined
from extractors.vocabulary.meanings import Label
from models.reading import COMPARED_KINDS

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
    qualified = bool(end) and end <= VAGUE and kind_of_title(first.text) not in COMPARED_KINDS
    known = bool(whole - VAGUE) and own in {whole, frozenset[Label]()} and end <= VAGUE
    meant = known and (own == whole or any(fits(each, value.text) for each in whole))
    return replace(block, lines=(label, *block.lines[2:])) if qualified or meant else block
