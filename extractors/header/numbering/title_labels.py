"""Labels that name the paper by its title: 清单编号 on a 备件订货清单, "Indent No." on an "Order/Indent"."""

import re
from collections.abc import Iterator, Sequence

from extractors.header.labelling import labels
from extractors.header.labelling.label_words import CLAUSE, meaning
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_types import fits
from extractors.kinds.kinds import TOP, kind_of_title
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks
from extractors.vocabulary.meanings import Label
from models.reading import Kind

NUMBER = late(r"\s*(?P<named>[\u4e00-\u9fff]{2,8}?)\s*(?:编号|号码|号)\s*(?P<colon>[:：]\s*)?")
ENGLISH = late(
    r"\s*(?P<named>(?!sheet(?!\s+n\w+\.?\s*[:：]\s*[A-Z](?:\S*\d){4})|form|page|copy|document)[a-z]{4,20})\s+(?:no|nr|number)\b\.?\s*(?P<colon>[:：]?\s*(?=\S*\d))",
    re.IGNORECASE,
)
"""The number of a form is not the order's, nor is "Sheet no. 2"; that of an order sheet is: "TP-2605-039"."""
REMARK = late(r"\s*[(（][^()（）]{1,30}[)）]\s*$")
"""What stands in brackets behind a number: （V1.1，替代V1.0）."""
BLANKS = late(r"\s+")
MEANT = {
    Kind.PURCHASE_ORDER: frozenset({Label.ORDER_NUMBER}),
    Kind.CONTRACT: frozenset({Label.CONTRACT_NUMBER}),
}


def find(blocks: PageBlocks, kind: Kind) -> Iterator[Labelled]:
    """Yield the number behind, or beside, a label that is the end of the paper's title with 编号 or 号."""
    titles = _titles(blocks, kind) if blocks.page.number == 1 and kind in MEANT else []
    for block in blocks.blocks if titles else ():
        for at, run in enumerate(block.lines):
            said = _label(run.text, titles)
            found = _value(blocks, block, at, said, MEANT[kind]) if said is not None else None
            if found is not None and fits(Label.ORDER_NUMBER, REMARK.sub("", found.text)):
                yield found


def _label(text: str, titles: Sequence[str]) -> re.Match[str] | None:
    """Return the label that a text begins with, if a title ends so and no list knows it."""
    clause = CLAUSE.match(text)
    said = NUMBER.match(text, clause.end() if clause else 0) or ENGLISH.match(text)
    if said is None:
        return None
    known = meaning(said[0].strip(" :：")) - ({Label.NEUTRAL} if said["named"].isascii() else set())
    ends = any(title.casefold().endswith(said["named"].casefold()) for title in titles)
    return said if ends and not known else None


def _value(
    blocks: PageBlocks, block: Block, at: int, said: re.Match[str], meanings: frozenset[Label]
) -> Labelled | None:
    run = block.lines[at]
    if said["named"].isascii():
        end = said.end() + len(run.text[said.end() :].split(maxsplit=1)[0])
        return Labelled(meanings, run, run, "colon", said.end(), end)
    if said["colon"] and run.text[said.end() :].strip():
        return Labelled(meanings, run, run, "colon", said.end(), len(run.text))
    return labels.beside(blocks, block, at, meanings) if said.end() == len(run.text) else None


def _titles(blocks: PageBlocks, kind: Kind) -> list[str]:
    """Return the titles of the paper at its top, without their blanks."""
    runs = (run for block in blocks.blocks for run in block.lines)
    top = TOP * blocks.page.height
    texts = (run.text for run in runs if blocks.page.synthetic or run.box.top < top)
    return [BLANKS.sub("", text) for text in texts if kind_of_title(text) is kind and not _is_numbered(text)]


def _is_numbered(text: str) -> bool:
    return any(map(str.isdigit, text)) or ":" in text or "：" in text
