"""A caption and its value that both go on in the next line, side by side.

```
Payment   Within 14 days 2.000 % cash          Terms of : Within 14 days 2.000 % cash
Terms     discount, within 45 days Due net     payment    discount, within 45 days Due net
```
Each line alone looks like a label with its value. They are one where the caption is known as a whole, and
only both lines of the value are what it wants.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractors.header.labelling.label_words import COLON, MAX_LABEL, meaning
from extractors.header.labelling.labelled import Labelled
from extractors.header.labelling.value_types import fits
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks
from extractors.page.runs import Run, cut_out, joined
from extractors.vocabulary.meanings import Label

SLACK = 2.0
"""What stands below something begins where it does, in points."""
LEADING = 0.8
"""Both lines stand so close, in heights of their letters."""
EDGES = " :："
BARE_TERM = late(r"[A-Z]{3}")
"""A trade term whose place stands in the next line."""
BEGUN = late(
    r"^\W*(?:terms|conditions?|payment|delivery|shipping|trade|inco|pay|zahl|liefer|modalit|付|支|结|交|贸)",
    re.IGNORECASE,
)
"""How the captions of such values begin."""
WRAPPED = frozenset({Label.PAYMENT, Label.INCOTERMS, Label.DELIVERY})
"""Labels whose values are known to be whole."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A caption with its value, each on two lines; `below` is the second line of the caption."""

    labelled: Labelled
    below: Block


@dataclass(frozen=True, slots=True)
class _First:
    """The first line: its part of the caption and of the value, and where the value begins."""

    caption: str
    value: Run
    edge: float


def find(blocks: PageBlocks) -> Mapping[int, Pair]:
    """Return such captions of a page by the id of the block of their first line."""
    free = (block for block in blocks.blocks if block.cell is None and BEGUN.search(block.lines[0].text))
    found = ((id(block), _pair(blocks, block)) for block in free)
    return {name: pair for name, pair in found if pair is not None}


def _pair(blocks: PageBlocks, block: Block) -> Pair | None:
    below = blocks.under(block.box)
    if below is None or below.cell is not None or not _is_below(block, below):
        return None
    first = _first(blocks, block)
    second = blocks.right_of(below) if first is not None else None
    if first is None or second is None or abs(second.box.x0 - first.edge) > SLACK:
        return None
    meanings = meaning(f"{first.caption.strip()} {below.text.strip(EDGES)}")
    value = joined([first.value, second.lines[0]])
    start = len(value.text) - len(value.text.lstrip(EDGES))
    if len(meanings) != 1 or not meanings <= WRAPPED or not _is_split(meanings, first.value, value):
        return None
    label = joined([block.lines[0], below.lines[0]])
    return Pair(Labelled(meanings, label, value, "right", start, len(value.text), continued=True), below)


def _is_below(block: Block, below: Block) -> bool:
    """Tell whether a short line without a colon or a figure goes on a caption right above it."""
    one, other = block.box, below.box
    near = other.top - one.bottom < LEADING * other.height and abs(other.x0 - one.x0) < SLACK
    return (
        near
        and len(below.text) <= MAX_LABEL
        and not any(each.isdigit() or each in ":：" for each in below.text)
    )


def _first(blocks: PageBlocks, block: Block) -> _First | None:
    """Return the first line, whose value stands behind a colon or in a column of its own."""
    run = block.lines[0]
    colon = COLON.search(run.text)
    if colon is None:
        right = blocks.right_of(block)
        return _First(run.text, right.lines[0], right.box.x0) if right is not None else None
    value = cut_out(run, colon.end(), len(run.text))
    marked = run.within(colon.start(), colon.end())
    if value is None or not marked:
        return None
    word, low, _ = marked[0]
    return _First(run.text[: colon.start()], value, word.edges[low])


def _is_split(meanings: frozenset[Label], first: Run, value: Run) -> bool:
    """Tell whether a value is what its caption wants, and its first line alone is not."""
    bare = BARE_TERM.fullmatch(first.text.strip(EDGES)) is not None
    return any(fits(each, value.text) and (bare or not fits(each, first.text)) for each in meanings)
