"""Labels and what stands beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.blocks import Block, PageBlocks
from extractors.label_words import CLAUSE, COLON, MAX_LABEL, Match, match, meaning
from extractors.runs import IDEOGRAPH, Run, joined
from extractors.value_lines import begins_label, hanging, other_size, wrapped
from extractors.value_types import fits
from extractors.vocabulary.meanings import Label

LABEL_START = re.compile(r"(?:^|(?<=[\s;；。,，、)）]))(?=\S)")
MAX_RUNS = 5
"""A line with more runs than this that are no labels is a sentence."""
SPACED = frozenset(
    {Label.ORDER_NUMBER, Label.CONTRACT_NUMBER, Label.QUOTATION_NUMBER, Label.DOCUMENT_DATE, Label.PLAIN_DATE}
)
"""Labels that may stand before their value without a colon, if the value is short."""
TYPED = frozenset(
    {
        Label.DELIVERY,
        Label.PAYMENT,
        Label.INCOTERMS,
        Label.CURRENCY,
        Label.TERMS,
        Label.PLAIN_NUMBER,
        Label.TAX_RATE,
    }
)
"""Further ones, if the value is as a whole of the kind they want."""
LONG = frozenset({Label.PLACE, Label.PAYMENT})
"""Labels whose values take several lines."""
SHORT_VALUE = re.compile(r"^\S*\d\S*(?:(?:\s\S+){0,2}|\s\d{1,2}\.? [A-Za-z]{3,9}\.? \d{4})$")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label with its value: `value[start:]` up to `end` is the text beside the label.

    `how` tells where the value stands: "colon" (behind the label), "space" (behind it, without a
    colon), "right", "below" or "inside" (in the same cell, under the label). `value` is None where
    nothing stands there. `meanings` has several members where the label is ambiguous.
    """

    meanings: frozenset[Label]
    label: Run
    value: Run | None
    how: str
    start: int = 0
    end: int = 0
    continued: bool = False

    @property
    def text(self) -> str:
        """The printed value."""
        return self.value.text[self.start : self.end].strip() if self.value else ""


def find(blocks: PageBlocks) -> Iterator[Labelled]:
    """Yield every label of a page with its value."""
    for block in blocks.blocks:
        whole = _whole_cell(block)
        if whole is not None:
            yield _beside(blocks, whole, 0, meaning(COLON.sub("", CLAUSE.sub("", whole.text))))
            continue
        spread = _spread_label(blocks, block)
        for at, run in enumerate(spread.lines):
            yield from _in_run(blocks, spread, at, run)


def _spread_label(blocks: PageBlocks, block: Block) -> Block:
    """Return a line that begins with the end of a spread label (幣    別：) with the label's beginning."""
    run = block.lines[0]
    if block.cell is not None or not IDEOGRAPH.match(run.text) or not COLON.search(run.text[:4]):
        return block
    left = [other for other in blocks.line(block) if other.box.x1 <= run.box.x0]
    before = max(left, key=lambda other: other.box.x1, default=None)
    if before is None or not IDEOGRAPH.fullmatch(before.text):
        return block
    whole = joined([before.lines[0], run], glue=True)
    return Block((whole,), whole.box) if match(whole.text) is not None else block


def _whole_cell(block: Block) -> Block | None:
    """Return a cell that holds one label on several lines as a block of one line."""
    if block.cell is None or len(block.lines) < 2:
        return None
    run = joined(block.lines)
    text = CLAUSE.sub("", run.text).rstrip(" :：")
    if len(text) > MAX_LABEL or COLON.search(text) or not meaning(text):
        return None
    return Block((run,), block.box, block.cell)


def _in_run(blocks: PageBlocks, block: Block, at: int, run: Run) -> Iterator[Labelled]:
    pairs = list(_pairs(run.text))
    for place, (meanings, start) in enumerate(pairs):
        following = pairs[place + 1] if place + 1 < len(pairs) else None
        end = _label_before(run.text, following[1]) if following else len(run.text)
        if run.text[start:end].strip():
            yield _behind(blocks, block, at, meanings, (start, end), last=following is None)
        elif following is None:
            yield _beside(blocks, block, at, meanings)
    if not pairs:
        yield from _without_colon(blocks, block, at, run)


def _pairs(text: str) -> Iterator[tuple[frozenset[Label], int]]:
    """Yield the labels with a colon in a line, each with the place where its value begins."""
    behind = 0
    for colon in COLON.finditer(text):
        low = max(behind, colon.start() - MAX_LABEL)
        behind = colon.end()
        for begin in LABEL_START.finditer(text, low, colon.start()):
            clause = CLAUSE.match(text[begin.start() : colon.start()])
            start = begin.start() + (clause.end() if clause else 0)
            meanings = meaning(text[start : colon.start()])
            if meanings:
                yield meanings, colon.end()
                break


def _label_before(text: str, value_start: int) -> int:
    """Return where the label starts whose value starts at `value_start`."""
    colon = value_start - 1
    before = max((match.end() for match in COLON.finditer(text, 0, colon)), default=0)
    for begin in LABEL_START.finditer(text, max(before, colon - MAX_LABEL), colon):
        if meaning(CLAUSE.sub("", text[begin.start() : colon])):
            return begin.start()
    return colon


def _behind(
    blocks: PageBlocks,
    block: Block,
    at: int,
    meanings: frozenset[Label],
    span: tuple[int, int],
    *,
    last: bool,
) -> Labelled:
    run = block.lines[at]
    start, end = span
    if not last:
        return Labelled(meanings, run, run, "colon", start, end)
    more = _more(blocks, block, at, start)
    value = joined([run, *more])
    return Labelled(meanings, run, value, "colon", start, len(value.text), continued=bool(more))


def _more(blocks: PageBlocks, block: Block, at: int, start: int) -> list[Run]:
    """Return the lines on which a value goes on."""
    if block.cell is not None:
        return list(_until_label(block.lines[at + 1 :]))
    return list(wrapped(blocks, block.lines[at], start))


def _until_label(lines: Sequence[Run]) -> Iterator[Run]:
    for run in lines:
        if begins_label(run.text):
            return
        yield run


def beside(blocks: PageBlocks, block: Block, meanings: frozenset[Label]) -> Labelled:
    """Return the value of a block that is as a whole a label."""
    return _beside(blocks, block, 0, meanings)


def _beside(blocks: PageBlocks, block: Block, at: int, meanings: frozenset[Label]) -> Labelled:
    """Return the value of a label that stands alone: in the cell, to the right, or below."""
    label = block.lines[at]
    inside = list(_until_label(block.lines[at + 1 :])) if block.cell is not None else []
    if inside:
        return _whole(meanings, label, inside, "inside")
    right = blocks.right_of(block) if at == len(block.lines) - 1 else None
    captioned = _captioned(blocks, block, right)
    if captioned is not None:
        return _whole(meanings, label, captioned, "below")
    below = blocks.below(block)
    if right is not None and below is not None and _rather(meanings, below, right):
        right = None
    if right is not None and not begins_label(right.lines[0].text):
        lines = [*right.lines, *hanging(blocks, right)]
        return _whole(meanings, label, lines, "right")
    if below is not None and _aligned(block, below) and not begins_label(below.lines[0].text):
        more = hanging(blocks, below, alone=False) if meanings <= LONG else []
        return _whole(meanings, label, [*below.lines, *more], "below")
    return Labelled(meanings, label, None, "right")


def _rather(meanings: frozenset[Label], below: Block, right: Block) -> bool:
    """Tell whether only what stands below is of the kind that the label wants: a row of captions."""
    return any(fits(each, below.lines[0].text) for each in meanings) and not any(
        fits(each, right.lines[0].text) for each in meanings
    )


def _captioned(blocks: PageBlocks, block: Block, right: Block | None) -> list[Run] | None:
    """Return what is filled in under a label in small type, unless its own line goes on in that type."""
    if block.cell is not None or (
        right is not None and match(right.text) is None and not other_size(right, block.lines[0])
    ):
        return None
    filled = blocks.captioned(block)
    if len(filled) != 1 or begins_label(filled[0].lines[0].text):
        return None
    return [*filled[0].lines, *hanging(blocks, filled[0], alone=False)]


def _aligned(block: Block, below: Block) -> bool:
    """Tell whether a value below begins, or ends, where its label does; a title is no label."""
    if below.lines[0].box.height < 0.8 * block.lines[0].box.height:
        return False
    slack = 0.6 * block.lines[0].box.height
    if block.cell is not None:
        return True
    return abs(below.box.x0 - block.box.x0) < slack or abs(below.box.x1 - block.box.x1) < slack


def _whole(meanings: frozenset[Label], label: Run, lines: Sequence[Run], how: str) -> Labelled:
    value = joined(lines)
    return Labelled(meanings, label, value, how, 0, len(value.text), continued=len(lines) > 1)


def _without_colon(blocks: PageBlocks, block: Block, at: int, run: Run) -> Iterator[Labelled]:
    if block.cell is None and _in_sentence(blocks, block):
        return
    found = match(run.text)
    if found is not None:
        yield _beside(blocks, block, at, found.meanings)
        return
    space = _spaced(run.text)
    if space is not None:
        yield Labelled(space.meanings, run, run, "space", space.end, len(run.text))


def _in_sentence(blocks: PageBlocks, block: Block) -> bool:
    """Tell whether a run is a word of a line set to full width, with wide gaps between its words."""
    line = [other for other in blocks.line(block) if match(other.text) is None]
    return len(line) > MAX_RUNS


def _spaced(text: str) -> Match | None:
    """Return the label of a text like "PO No. 4500123", where only a space parts label and value."""
    clause = CLAUSE.match(text)
    start = clause.end() if clause else 0
    best = None
    for space in re.finditer(r"\s+|(?<=日)(?=\d{4}\D)", text[start : start + MAX_LABEL]):
        meanings = meaning(text[start : start + space.start()])
        value = text[start + space.end() :]
        short = meanings <= SPACED and SHORT_VALUE.match(value)
        if meanings and (short or (meanings <= TYPED and all(fits(each, value) for each in meanings))):
            best = Match(meanings, start + space.end(), colon=False)
    return best
