"""The rate of the tax in a small table of sums: "VAT base | Rate | VAT | Total" above one line of figures."""

from collections.abc import Iterator

from extractors.fields import tax
from extractors.header import summaries
from extractors.header.labelling.labelled import Labelled
from extractors.lines.tax_groups import BARE, RATES
from extractors.page.blocks import Block, PageBlocks
from extractors.vocabulary.keys import key
from extractors.vocabulary.meanings import Label, Summary

BASES = frozenset({Summary.NET, Summary.GROSS, Summary.TOTAL})


def find(blocks: PageBlocks) -> Iterator[Labelled]:
    """Yield the one rate below its caption, where captions of the tax and of a sum stand beside it."""
    for block in blocks.blocks:
        if key(block.text) not in RATES and block.text.strip() not in BARE:
            continue
        below = blocks.below(block)
        if below is None or "%" not in below.text or tax.rate(below.text) is None:
            continue
        further = blocks.below(below)
        if _is_beside_sums(blocks, block) and (further is None or "%" not in further.text):
            run = below.lines[0]
            yield Labelled(frozenset({Label.TAX_RATE}), block.lines[0], run, "below", 0, len(run.text))


def _is_beside_sums(blocks: PageBlocks, block: Block) -> bool:
    beside = blocks.row(block) if block.cell is not None else blocks.line(block)
    named = (summaries.recognise(each.text) for each in beside if each is not block)
    kinds = {label.kind for label in named if label is not None}
    return Summary.TAX in kinds and not kinds.isdisjoint(BASES)
