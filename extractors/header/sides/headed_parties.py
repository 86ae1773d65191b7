"""Both sides in two drawn cells, each under the name of its role: 需方 beside 供方, and 单位名称：… below.

Or each beside it, behind a caption: 采购方 | 名称 | 某某公司 | 供应商 | 名称 | ….
"""

import re
from collections.abc import Iterator

from extractors.header.labelling.label_words import COLON, meaning
from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks
from extractors.vocabulary.meanings import Label

PARTIES = frozenset({Label.BUYER, Label.SELLER, Label.PARTY_A, Label.PARTY_B})
NAME = late(r"\s*(?:单位|公司|企业)?名\s*称\s*(?:[(（](?:公章|盖章|章|全称)[)）])?\s*[:：]\s*(?=\S)")

CAPTION = late(
    r"\s*(?:(?:单位|公司|企业|法人)?(?:名\s*称|全\s*称)|(?:company )?name)\s*[:：]?\s*", re.IGNORECASE
)


def find(blocks: PageBlocks) -> Iterator[Labelled]:
    """Yield the name in the cell below a role, where the other role stands beside it."""
    for block in blocks.blocks:
        role = _role(block)
        if not role or not any(other and other != role for other in map(_role, blocks.row(block))):
            continue
        name = _behind_caption(blocks, block)
        if name is not None:
            yield Labelled(role, block.lines[0], name.lines[0], "right", 0, len(name.lines[0].text))
            continue
        below = blocks.below(block)
        named = [run for run in below.lines if NAME.match(run.text)] if below is not None else []
        if len(named) == 1:
            start = len(named[0].text) - len(NAME.sub("", named[0].text, count=1))
            yield Labelled(role, block.lines[0], named[0], "colon", start, len(named[0].text))


def _behind_caption(blocks: PageBlocks, block: Block) -> Block | None:
    """Return the cell of one line behind a bare caption of names at the right of a role."""
    caption = blocks.right_of(block)
    if caption is None or len(caption.lines) > 1 or CAPTION.fullmatch(caption.text) is None:
        return None
    name = blocks.right_of(caption)
    return name if name is not None and len(name.lines) == 1 and not meaning(name.text) else None


def _role(block: Block) -> frozenset[Label]:
    """Return the role that a cell names and nothing else, nothing where it is none."""
    if block.cell is None or len(block.lines) > 1:
        return frozenset()
    found = meaning(COLON.sub("", block.text))
    return found if found and found <= PARTIES else frozenset()
