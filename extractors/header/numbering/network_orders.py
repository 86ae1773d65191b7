"""The number of an order as purchasing networks print it: "Purchase Order", "(New)", the number, "Amount: …".

Nothing else stands so below the title with its state: amount and version follow, each with its own label.
Or all three stand in one line: "Purchase Order (New) PO88120417".
"""

import re
from collections.abc import Iterator

from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_types import is_code, is_date
from extractors.kinds.kinds import TOP, kind_of_title
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks
from extractors.vocabulary.meanings import Label
from models.reading import Kind

STATE = late(
    r"[(（]\s*(?:new|changed|updated|revised|neu|geändert|nouveau|新建|已更改)\s*[)）]", re.IGNORECASE
)
AMOUNT = late(r"(?:amount|betrag|montant|金额)\s*[:：]\s*\S*\d", re.IGNORECASE)
VERSION = late(r"(?:version|versie|版本)\s*[:：]\s*\d{1,3}", re.IGNORECASE)
INLINE = late(rf"\s*(?P<title>\D{{4,30}}?)\s*{STATE.pattern}\s*(?P<number>\S{{5,30}})\s*", re.IGNORECASE)
FAR = 1.5
"""The next line is no further below than so many heights of its letters."""
LINES = 4


def find(blocks: PageBlocks, kind: Kind) -> Iterator[Labelled]:
    """Yield the number that stands below the title of an order and its state, before amount and version."""
    if blocks.page.number > 1:
        return
    for title in blocks.blocks:
        heads = title.box.bottom < TOP * blocks.page.height and kind_of_title(title.text.strip()) is kind
        yield from _inline(title, kind) if title.box.bottom < TOP * blocks.page.height else ()
        below = list(_below(blocks, title)) if heads else []
        if len(below) < LINES:
            continue
        state, number, amount, version = (each.text.strip() for each in below)
        ends = AMOUNT.match(amount) is not None and VERSION.fullmatch(version) is not None
        if STATE.fullmatch(state) and ends and is_code(number) and not is_date(number):
            run = below[1].lines[0]
            yield Labelled(frozenset({Label.ORDER_NUMBER}), title.lines[0], run, "below", 0, len(run.text))


def _inline(block: Block, kind: Kind) -> Iterator[Labelled]:
    """Yield the number behind the title of an order and its state, alone in their line."""
    run = block.lines[0]
    said = INLINE.fullmatch(run.text) if len(block.lines) == 1 else None
    if said is None or kind_of_title(said["title"]) is not kind:
        return
    if is_code(said["number"]) and not is_date(said["number"]):
        yield Labelled(frozenset({Label.ORDER_NUMBER}), run, run, "space", *said.span("number"))


def _below(blocks: PageBlocks, title: Block) -> Iterator[Block]:
    """Yield the lines close below each other under a title, flush with it."""
    current = title
    for _ in range(LINES):
        below = blocks.under(current.box, FAR)
        if below is None or len(below.lines) > 1 or abs(below.box.x0 - title.box.x0) > title.box.height:
            return
        yield below
        current = below
