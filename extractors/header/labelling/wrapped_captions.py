"""A caption without a cell that goes on in the line below, in the same letters: 交货周/ Required, week.

What is filled in stands below it, or beside it at the height of its middle. The second line may be a label of
its own ("Payment", "Terms"; "Offer", "Date"): what both say together counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from extractors.fields import companies
from extractors.header.labelling.caption_rows import is_caption
from extractors.header.labelling.composed_labels import likely
from extractors.header.labelling.label_words import COLON, MAX_LABEL, match, meaning
from extractors.header.labelling.value_types import fits
from extractors.kinds.titles import kind_of_title
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks
from extractors.page.runs import joined
from extractors.vocabulary.meanings import Label
from models.page import Box, union
from models.reading import COMPARED_KINDS

SLACK = 2.0
"""Both lines begin in the same place, in points."""
LEADING = 0.8
"""They stand so close, in heights of their letters."""
ALIKE = 0.5
"""Their letters are of one size, in points."""
EDGES = " :："
NOTHING: frozenset[Label] = frozenset()
TERMED = frozenset({Label.PAYMENT, Label.INCOTERMS, Label.DELIVERY})
"""What "Terms" alone may be of."""
VAGUE = frozenset({Label.NEUTRAL, Label.TERMS, Label.PLAIN_NUMBER, Label.PLAIN_DATE})

ANOTHERS = frozenset({Label.NEUTRAL})
"""What a caption means that is none of the order's own."""
WORD = late(r"[^\W\d_][\w'’./-]*(?: [\w'’./-]+){0,2}")
"""A caption, or the first line of one: three words at most."""


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption on two lines: `whole` is what its value is looked for beside, `below` its second line."""

    whole: Block
    below: Block
    meanings: frozenset[Label]


def find(blocks: PageBlocks) -> Mapping[int, Caption]:
    """Return the captions on two lines of a page, by the id of the block of their first line."""
    found = ((id(block), _caption(blocks, block)) for block in blocks.blocks)
    return {name: caption for name, caption in found if caption is not None}


def _caption(blocks: PageBlocks, block: Block) -> Caption | None:
    run = block.lines[0]
    if block.cell is not None or len(run.text) > MAX_LABEL or COLON.search(run.text):
        return None
    below = blocks.under(run.box)
    if below is None or not _one_caption(block, below) or _are_answered(blocks, block, below):
        return None
    label = joined([run, *below.lines])
    meanings = meaning(label.text.rstrip(EDGES)) or _said_twice(run.text, below.text)
    end = meaning(below.text.rstrip(EDGES))
    # "Offer" above "Date": what both say together counts, though nothing is read of it.
    known = meanings - {Label.NEUTRAL} or likely(label.text.rstrip(EDGES))
    known |= end if end <= VAGUE else NOTHING
    known |= TERMED if end == {Label.TERMS} else NOTHING
    meanings = meanings or (ANOTHERS if _is_anothers(run.text, end) else NOTHING)
    box = _measure(blocks, block, below, known) if known and meanings else None
    return Caption(Block((replace(label, box=box),), box), below, meanings) if box is not None else None


def _is_anothers(above: str, end: frozenset[Label]) -> bool:
    """Tell whether a word above "Date", "No." or "Terms" says whose they are: "Confirmation" / "Date"."""
    word = above.strip(EDGES)
    named = WORD.fullmatch(word) is not None and not companies.find(word)
    return named and bool(end) and end <= VAGUE and kind_of_title(word) not in COMPARED_KINDS


def _measure(blocks: PageBlocks, block: Block, below: Block, known: frozenset[Label]) -> Box | None:
    """Return the box from which the value of a caption is looked for, None where there is no such value."""
    both = union((block.box, below.box))
    value = blocks.right_of(Block(block.lines, both))
    if value is not None and _between(block, below, value) and _fits(known, value.text):
        return both
    value = blocks.under(below.box)
    filled = value is not None and _fits(known, value.lines[0].text) and _is_free(blocks, block, below)
    if filled:
        return below.box  # What is filled in is measured by the last line, not by both.
    return block.box if _leads(blocks, block, below, known) else None


def _leads(blocks: PageBlocks, block: Block, below: Block, known: frozenset[Label]) -> bool:
    """Tell whether the value of a caption stands beside its first line, and nothing beside its second.

    "Buyer" with a person beside it, above "Ship to", are two captions.
    """
    value = blocks.right_of(block)
    if value is None or value.cell is not None or not _fits(known, value.text):
        return False
    if _are_two(block.text, below.text):
        return False
    own = meaning(block.text.rstrip(EDGES))
    further = blocks.right_of(below)
    under = further is not None and further.box.x0 < value.box.x1
    return not under and not _fits(own, value.text)


def _said_twice(one: str, other: str) -> frozenset[Label]:
    """Return what two lines label that mean the same, in two languages: Bestelldatum, "Order date"."""
    here, there = (meaning(text.rstrip(EDGES)) for text in (one, other))
    return here if here == there and here - VAGUE else frozenset()


def _one_caption(block: Block, below: Block) -> bool:
    """Tell whether two lines may be one caption: close, alike, and without figures."""
    one, other = block.lines[0], below.lines[0]
    near = other.box.top - one.box.bottom < LEADING * one.box.height
    alike = abs(other.box.height - one.box.height) <= ALIKE or bool(_said_twice(one.text, other.text))
    aligned = abs(other.box.x0 - one.box.x0) < SLACK and alike
    text = one.text + other.text
    plain = not any(map(str.isdigit, text)) and not COLON.search(text.rstrip(EDGES))
    return near and aligned and plain and below.cell is None and len(below.lines) == 1


def _are_answered(blocks: PageBlocks, block: Block, below: Block) -> bool:
    """Tell whether either line has something beside it, the first what it asks for: they are two captions.

    Only another caption may stand beside the first line: "Delivery" and "Payment" over "address" and "terms".
    """
    value, further = blocks.right_of(block), blocks.right_of(below)
    if value is None or further is None or further is value or match(further.text) is not None:
        return False
    own = meaning(block.text.rstrip(EDGES))
    return not is_caption(value) and match(value.text) is None and _fits(own, value.text)


def _between(block: Block, below: Block, value: Block) -> bool:
    """Tell whether a value stands at the middle of both lines of its caption.

    Two labels one above the other, each with a value in its own line, are two.
    """
    middles = (block.box.middle, below.box.middle)
    beside = any(abs(run.box.middle - middle) < SLACK for run in value.lines for middle in middles)
    return not beside and middles[0] < value.box.middle < middles[1] + value.box.height


def _is_free(blocks: PageBlocks, block: Block, below: Block) -> bool:
    """Tell whether the first line has no value beside it: the second may be a label of its own."""
    if match(below.text) is None:
        return True
    if _are_two(block.text, below.text):
        return False
    right = blocks.right_of(block)
    return right is None or match(right.text) is not None or not any(map(str.isdigit, right.text))


def _are_two(one: str, other: str) -> bool:
    """Tell whether two lines label two fields."""
    here, there = (meaning(text.rstrip(EDGES)) - VAGUE for text in (one, other))
    return bool(here and there) and here.isdisjoint(there)


def _fits(known: frozenset[Label], text: str) -> bool:
    return any(fits(each, text.lstrip(EDGES)) for each in known)
