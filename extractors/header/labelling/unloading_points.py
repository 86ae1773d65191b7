"""The point where goods are unloaded: the place of delivery if a whole address stands there, no "Gate 3".

Beside the address of delivery it says no more than where to drive to.
"""

import re
from collections.abc import Iterable, Iterator

from extractors.header.labelling import labels, plain_addresses
from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks
from extractors.vocabulary.meanings import Label

NAMED = late(
    r"\s*(?:(?:unloading|off-?loading|discharge) (?:point|place|address|location)|abladestelle|entladestelle"
    r"|卸货(?:地点|地址|点))\s*(?P<colon>[:：]\s*|$)",
    re.IGNORECASE,
)
ONWARD = late(
    r"destination|\bend[- ]?user|\bnotify\b|forward(?:er|ing)|\btransit\b|最终用户|目的地|转运", re.IGNORECASE
)
"""The goods may go on from where they are unloaded, or from whom they are consigned to."""
CLOSING = (")", "）")
"""A remark behind the address: "(containers only)"."""
PLACE = frozenset({Label.PLACE})
HOW = frozenset({"colon", "right"})


def unloaded_at(blocks: PageBlocks, known: Iterable[Labelled]) -> Iterator[Labelled]:
    """Yield the whole addresses beside labels of unloading points, if no `known` label has the place."""
    if any(each.meanings == PLACE and each.text for each in known):
        return
    if any(ONWARD.search(run.text) for block in blocks.blocks for run in block.lines):
        return
    for block in blocks.blocks:
        for at, run in enumerate(block.lines):
            said = NAMED.match(run.text)
            found = _value(blocks, block, at, said.end()) if said is not None else None
            if (
                found is not None
                and found.how in HOW
                and found.text[-1:] not in CLOSING
                and plain_addresses.is_address(found.text)
            ):
                yield found


def _value(blocks: PageBlocks, block: Block, at: int, start: int) -> Labelled:
    run = block.lines[at]
    if start < len(run.text):
        return Labelled(PLACE, run, run, "colon", start, len(run.text))
    return labels.beside(blocks, block, at, PLACE)
