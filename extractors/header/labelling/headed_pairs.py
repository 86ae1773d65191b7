"""Short labels below the heading of a clause that says of what: "2. Delivery", "Time: …  Place: …"."""

from collections.abc import Iterator

from extractors.header.labelling.label_words import match
from extractors.header.labelling.labelled import Labelled
from extractors.header.labelling.value_types import fits
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks
from extractors.vocabulary.meanings import Label

MOST = 3
"""So many lines below a heading are looked at."""
PAIRS = late(
    r"(?:^|(?<=[.;。；,，])|(?<=\s))\s*(?P<label>(?P<day>Time|Date|Deadline|Period|Term|时间|日期|期限)"
    r"|Place|Location|Address|Site|Destination|地点|地址)\s?[:：]\s*(?P<value>.+?)"
    r"(?=$|[;；。]|\.(?=\s+[A-Z])|\.$|[,，]\s*(?:Time|Date|Place|Location|Address|时间|地点|地址)\s?[:：])"
)
"""A label and what stands behind it, up to the end of the sentence."""


def find(blocks: PageBlocks) -> Iterator[Labelled]:
    """Yield the day and the place below a heading of delivery, as labels that are never sure."""
    for at, block in enumerate(blocks.blocks):
        if block.cell is None and len(block.lines) == 1 and _heads_delivery(block.text):
            yield from _below(blocks.blocks[at + 1 : at + 1 + MOST], block)


def _heads_delivery(text: str) -> bool:
    found = match(text)
    return found is not None and found.end == len(text) and Label.DELIVERY in found.meanings


def _below(blocks: tuple[Block, ...], heading: Block) -> Iterator[Labelled]:
    for block in blocks:
        if block.cell is not None or block.box.top < heading.box.bottom - 1:
            continue
        run = block.lines[0]
        said = list(PAIRS.finditer(run.text))
        if not said and match(run.text) is not None:
            return
        for each in said:
            meant = Label.DELIVERY if each["day"] else Label.PLACE
            value = each["value"].removeprefix("before ").removeprefix("by ")
            if fits(meant, value):
                start = each.end("value") - len(value)
                yield Labelled(frozenset({meant}), run, run, "colon", start, each.end("value"))
