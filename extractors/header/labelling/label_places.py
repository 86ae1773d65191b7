"""Where the value of a label stands that stands alone: in its cell or box, at its right, or below it."""

from collections.abc import Iterator, Sequence

from extractors.fields import companies
from extractors.header.labelling import boxes
from extractors.header.labelling.address_lines import STREET, is_located
from extractors.header.labelling.begun_above import is_begun_above
from extractors.header.labelling.caption_rows import LONGEST, heads_below, is_caption, may_be_caption
from extractors.header.labelling.clause_lines import clause, flush_below
from extractors.header.labelling.composed_labels import likely
from extractors.header.labelling.label_words import COLON, MAX_LABEL, match, meaning
from extractors.header.labelling.labelled import Labelled
from extractors.header.labelling.standing_below import (
    PADDED,
    SLACK,
    is_aligned,
    is_chosen_elsewhere,
    is_indented,
    stands_apart,
)
from extractors.header.labelling.stepped_values import is_stepped
from extractors.header.labelling.value_ends import whole_end
from extractors.header.labelling.value_lines import (
    begins_label,
    hanging,
    is_rest,
    other_size,
    outdented,
)
from extractors.header.labelling.value_types import fits
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks
from extractors.page.runs import Run, joined
from extractors.vocabulary.meanings import Label

SHORT = frozenset(
    {
        Label.ORDER_NUMBER,
        Label.CONTRACT_NUMBER,
        Label.QUOTATION_NUMBER,
        Label.PLAIN_NUMBER,
        Label.DOCUMENT_DATE,
        Label.PLAIN_DATE,
        Label.CURRENCY,
        Label.TAX_RATE,
    }
)
"""Labels whose values end with their line once they are whole."""
NAMED = frozenset({Label.PLACE, Label.BUYER, Label.SELLER})
"""Labels whose values may bear a code in front: "Ship to  5500  Dock 7"."""
PLACE = frozenset({Label.PLACE})
LONG = frozenset({Label.PLACE, Label.PAYMENT})
"""Labels whose values take several lines."""
NUMBERS = frozenset({Label.ORDER_NUMBER, Label.CONTRACT_NUMBER})
FIGURED = NUMBERS | {
    Label.QUOTATION_NUMBER,
    Label.PLAIN_NUMBER,
    Label.DOCUMENT_DATE,
    Label.PLAIN_DATE,
    Label.DELIVERY,
}
"""Labels whose values hold figures: a word at their right is the next caption."""
VAGUE = frozenset({Label.PLAIN_NUMBER, Label.PLAIN_DATE})
BARE_TERM = late(r"[A-Z]{3}")
GROUP = 2
"""In a row of captions of groups one reaches over so many columns at least."""
GAP = 2.2
"""An empty line is so many heights high at most."""


def until_label(lines: Sequence[Run]) -> Iterator[Run]:
    """Yield the lines of a cell up to the next label."""
    above = ""
    for run in lines:
        if begins_label(run.text) and not is_rest(run.text, above):
            return
        yield run
        above = run.text


def beside(blocks: PageBlocks, block: Block, at: int, meanings: frozenset[Label]) -> Labelled:
    """Return the value of a label that stands alone: in the cell, to the right, or below."""
    label = block.lines[at]
    if block.cell is not None and meanings <= VAGUE:
        meanings = _with_heading(blocks, block, meanings)
    inside = _inside(blocks, block, at, meanings)
    if inside:
        return _whole(meanings, label, inside, "inside")
    told = clause(blocks, block, meanings) if block.cell is None and meanings <= LONG else None
    if told is not None and told.lines:
        return _whole(meanings, label, told.lines, "among" if told.several else "inside")
    right = blocks.right_of(block) if at == len(block.lines) - 1 else None
    right = _behind_code(blocks, meanings, right)
    captioned = _captioned(blocks, block, right, place=meanings == PLACE)
    if captioned is not None:
        return _whole(meanings, label, captioned, "below")
    if right is not None and _is_anothers(blocks, block, right, meanings):
        right = None
    if right is not None and (not begins_label(right.lines[0].text) or _answers(meanings, right)):
        whole = meanings <= SHORT and any(fits(each, right.text) for each in meanings)
        placed, x0 = meanings == PLACE, label.box.x0
        further = [] if whole else hanging(blocks, right, place=placed, since=x0, label=label.text)
        flush = [] if whole or further else flush_below(blocks, block, right)
        lines = [*right.lines, *further, *flush]
        open_one = meanings == PLACE and len(lines) == 1 and may_be_caption(blocks, block, right)
        open_one = open_one or (meanings == PLACE and bool(flush))
        return _whole(meanings, label, lines, "space" if open_one else "right")
    if right is not None and block.cell is not None and match(right.text) is None:
        return _whole(meanings, label, right.lines, "below")
    return _beneath(blocks, block, label, meanings) or Labelled(meanings, label, None, "right")


def _is_anothers(blocks: PageBlocks, block: Block, right: Block, meanings: frozenset[Label]) -> bool:
    """Tell whether what stands at the right of a label is another's: its own value stands below it."""
    below = blocks.below(block)
    if heads_below(blocks, block) or (below is not None and _rather(meanings, below, right)):
        return True
    if below is not None and meanings == PLACE and _heads(blocks, block, below, right):
        return True
    return meanings <= NAMED and is_begun_above(blocks, right)


def _answers(meanings: frozenset[Label], right: Block) -> bool:
    """Tell whether what looks like a label answers one: "No" to a question, "Works: 9 Quay Rd" to a place."""
    if meanings == PLACE:
        kind = COLON.search(right.text)
        return kind is not None and likely(right.text[: kind.start()]) == PLACE
    priced = meanings in ({Label.TAX_INCLUDED}, {Label.PRICE_NOTE})
    return priced and fits(Label.TAX_INCLUDED, right.text)


def _inside(blocks: PageBlocks, block: Block, at: int, meanings: frozenset[Label]) -> list[Run]:
    """Return what stands under a label in its cell, or in a box of its own."""
    if block.cell is not None:
        return _numbered(list(until_label(block.lines[at + 1 :])), meanings)
    return list(boxes.filled_in(blocks, block) or [])


def _numbered(lines: list[Run], meanings: frozenset[Label]) -> list[Run]:
    """Return the number alone that stands under a remark in a cell: "Purchase Order", "(New)", "4500123"."""
    if len(lines) == 1 or not lines or not meanings <= NUMBERS or any(map(str.isdigit, lines[0].text)):
        return lines
    codes = [run for run in lines if any(fits(each, run.text) for each in meanings)]
    return codes[:1] if len(lines[0].text) < LONGEST and codes else lines


def _beneath(blocks: PageBlocks, block: Block, label: Run, meanings: frozenset[Label]) -> Labelled | None:
    """Return the value below a label that has none at its right."""
    below = blocks.below(block) or _next_paragraph(blocks, block, meanings)
    below = _behind_remark(blocks, meanings, below) if below is not None else None
    if below is None or _is_prose(meanings, below):
        return None
    aligned = is_aligned(block, below, PADDED if meanings <= NAMED else SLACK)
    if not (aligned or is_stepped(blocks, block, below) or (meanings == PLACE and is_indented(block, below))):
        return None
    if begins_label(below.lines[0].text) or is_chosen_elsewhere(blocks, block, below.lines[0]):
        return None
    further = (
        hanging(blocks, below, alone=False, place=meanings == PLACE) if _goes_on(meanings, below) else []
    )
    if not further and meanings <= LONG and below.cell is None:
        further = outdented(blocks, below.lines[-1])
    lines = [*below.lines, *further]
    under = block.cell is not None and _heads_values(blocks, block)
    return _whole(meanings, label, lines, "under" if under else "below")


def _goes_on(meanings: frozenset[Label], below: Block) -> bool:
    """Tell whether a value takes several lines: an address does, and a trade term without its place."""
    return meanings <= LONG or (meanings == {Label.INCOTERMS} and BARE_TERM.fullmatch(below.text) is not None)


def _next_paragraph(blocks: PageBlocks, block: Block, meanings: frozenset[Label]) -> Block | None:
    """Return the next paragraph of a text without pages, where an empty line parts a label from its value."""
    if not blocks.page.synthetic or block.cell is not None:
        return None
    box = block.box
    below = [
        each
        for each in blocks.blocks
        if each.cell is None and 0 < each.box.top - box.bottom < GAP * box.height
    ]
    first = min(below, key=lambda each: each.box.top, default=None)
    if first is None or abs(first.box.x0 - box.x0) > 1 or len(first.lines) > 1:
        return None
    return first if any(fits(each, first.text) for each in meanings) else None


def _behind_remark(blocks: PageBlocks, meanings: frozenset[Label], below: Block) -> Block:
    """Return the number that stands under a remark below its label: "Purchase Order", "(New)", "4500123"."""
    if below.cell is not None or not meanings <= NUMBERS or any(map(str.isdigit, below.text)):
        return below
    further = blocks.under(below.box)
    fitting = further is not None and any(fits(each, further.text) for each in meanings)
    return further if fitting and further is not None and len(below.text) < LONGEST else below


def _with_heading(blocks: PageBlocks, block: Block, meanings: frozenset[Label]) -> frozenset[Label]:
    """Return what "No." or "Date" labels under the caption of a group: "Quotation" over "No." and "Date"."""
    above = blocks.above(block)
    if above is None or not is_caption(above) or not any(map(_spans_group, blocks.row(above))):
        return meanings
    if _has_number(blocks, above):
        return meanings
    return meaning(f"{above.text} {block.text}") or meanings


def _has_number(blocks: PageBlocks, block: Block) -> bool:
    """Tell whether a cell is the label of a number beside it, and heads nothing: "P/O No." over "Date"."""
    right = blocks.right_of(block)
    own = meaning(block.text) & NUMBERS
    return right is not None and any(fits(each, right.lines[0].text) for each in own)


def _spans_group(block: Block) -> bool:
    return block.cell is not None and block.cell[3] - block.cell[2] >= GROUP


def _heads_values(blocks: PageBlocks, block: Block) -> bool:
    """Tell whether a cell's row holds nothing but labels, the row below it values, and the next neither."""
    labels = blocks.row(block)
    known = [each for each in labels if match(each.text) is not None]
    below = [cell for each in labels if (cell := blocks.below(each)) is not None]
    further = [cell for each in below if (cell := blocks.below(each)) is not None]
    return (
        len(known) > 1
        and all(each in known or is_caption(each) for each in labels)
        and not any(begins_label(each.text) for each in below)
        and all(begins_label(each.text) for each in further)
    )


def _is_prose(meanings: frozenset[Label], below: Block) -> bool:
    """Tell whether a sentence stands below a label that wants a number or a day: it was a title."""
    text = below.text
    return meanings <= SHORT and len(text) > MAX_LABEL and not any(fits(each, text) for each in meanings)


def _heads(blocks: PageBlocks, block: Block, below: Block, right: Block) -> bool:
    """Tell whether a label heads the address below it, and at its right another address or caption stands."""
    if block.cell is not None or begins_label(below.lines[0].text) or not is_aligned(block, below):
        return False
    lines = hanging(blocks, below, alone=False, place=True)
    if companies.looks_like_company(right.text) and blocks.under(right.box) is not None:
        return bool(lines)
    if stands_apart(right, [*below.lines, *lines]) and companies.looks_like_company(below.lines[0].text):
        return any(map(is_located, lines)) and STREET.search(right.text) is None
    return may_be_caption(blocks, block, right) and any(map(is_located, lines))


def _rather(meanings: frozenset[Label], below: Block, right: Block) -> bool:
    """Tell whether only what stands below is of the kind that the label wants: a row of captions."""
    first, beside = below.lines[0].text, right.lines[0].text
    figures = meanings <= FIGURED and any(map(str.isdigit, first)) and not any(map(str.isdigit, beside))
    # Any caption may be the name of a place: "Delivery" beside "Requisitioner", over a day.
    telling = meanings - PLACE or meanings
    return (
        not begins_label(first)
        and (figures or any(fits(each, first) for each in telling))
        and not any(fits(each, beside) for each in telling)
    )


def _behind_code(blocks: PageBlocks, meanings: frozenset[Label], right: Block | None) -> Block | None:
    """Return what stands behind the code of a company or a place: "Ship to  5500  Dock 7"."""
    if right is None or not meanings <= NAMED or not right.text.strip().isdigit():
        return right
    further = blocks.right_of(right)
    return further if further is not None and match(further.text) is None else right


def _captioned(blocks: PageBlocks, block: Block, right: Block | None, *, place: bool) -> list[Run] | None:
    """Return what is filled in under a label in small type, unless its own line goes on in that type."""
    alike = right is not None and match(right.text) is None and not other_size(right, block.lines[0])
    if block.cell is not None or (alike and right is not None and not _heads_filled(blocks, right)):
        return None
    filled = blocks.captioned(block)
    if len(filled) != 1 or begins_label(filled[0].lines[0].text):
        return None
    return [*filled[0].lines, *hanging(blocks, filled[0], alone=False, place=place)]


def _heads_filled(blocks: PageBlocks, right: Block) -> bool:
    """Tell whether what stands at the right is a caption in small type as well, over a value of its own."""
    return is_caption(right) and len(blocks.captioned(right)) == 1


def _whole(meanings: frozenset[Label], label: Run, lines: Sequence[Run], how: str) -> Labelled:
    value = joined(lines)
    start = len(value.text) - len(value.text.lstrip(" :："))
    return Labelled(
        meanings,
        label,
        value,
        how,
        start,
        whole_end(meanings & FIGURED, value.text),
        continued=len(lines) > 1,
    )
