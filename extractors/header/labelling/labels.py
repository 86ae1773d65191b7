"""Labels and what stands beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.header.labelling import (
    address_lines,
    broken_labels,
    cell_captions,
    wrapped_captions,
    wrapped_pairs,
    wrapped_values,
)
from extractors.header.labelling.caption_rows import answers_kind
from extractors.header.labelling.label_lines import DATED, OPENING, TITLED, TRADE, dated, spaced
from extractors.header.labelling.label_lines import pairs as pairs_of
from extractors.header.labelling.label_places import SHORT, beside, until_label
from extractors.header.labelling.label_words import CLAUSE, COLON, MAX_LABEL, match, meaning
from extractors.header.labelling.labelled import Labelled
from extractors.header.labelling.led_labels import is_heading_of
from extractors.header.labelling.value_lines import is_rest, wrapped
from extractors.header.labelling.value_types import fits
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks
from extractors.page.runs import IDEOGRAPH, Run, cut_out, joined
from extractors.vocabulary.meanings import Label

__all__ = ["DATED", "Labelled", "beside", "dated", "find", "spaced"]

LETTER = late(r"(?:^|(?<=[，,。；;、]))[\u4e00-\u9fff]$")
"""The first letter of a spread label, alone or behind a mark: "单价为含税价，税   率：13%"."""
CODE = late(r"[A-Za-z0-9\-/._#]+")
MARK = late(r"[\s。，,；;、.](?=\D|$)")
"""What ends the rest of a number at the beginning of a line: "1。"."""
CLOSING = (")", "）")
SLACK = 2.0
MAX_RUNS = 5
"""A line with more runs than this that are no labels is a sentence."""
ADDRESS_END = late(r"[号室库楼层栋座门厂区园院场站港街道路）)]\s*$")
"""How an address in Chinese ends that may be whole."""
PLACE = frozenset({Label.PLACE})
DATES = frozenset({Label.DOCUMENT_DATE, Label.PLAIN_DATE})
ITEM_NUMBER = late(r"\s*(\d{1,2})\s*[、.．)）](?!\d)")
NEXT_ITEM = late(r"[;；。，,]\s*(?P<number>\d{1,2})\s*[、.．)）](?!\d)")
"""What parts the items of a numbered list in one line."""


def find(blocks: PageBlocks) -> Iterator[Labelled]:
    """Yield every label of a page with its value."""
    captions = wrapped_captions.find(blocks)
    paired = wrapped_pairs.find(blocks)
    second = {id(each.below) for each in captions.values()} | {id(each.below) for each in paired.values()}
    for block in blocks.blocks:
        if id(block) in paired:
            yield paired[id(block)].labelled
            continue
        caption = captions.get(id(block))
        if caption is not None:
            yield beside(blocks, caption.whole, 0, caption.meanings)
        if caption is not None or id(block) in second:
            continue
        whole = _whole_cell(block)
        if whole is None and _is_strange(block):
            continue
        if whole is not None:
            yield beside(blocks, whole, 0, meaning(COLON.sub("", CLAUSE.sub("", whole.text))))
            continue
        spread = cell_captions.closed_up(_spread_label(blocks, block))
        for at, run in enumerate(spread.lines):
            yield from _in_run(blocks, spread, at, run)


def _spread_label(blocks: PageBlocks, block: Block) -> Block:
    """Return a line that begins with the end of a spread label (幣    別：) with the label's beginning."""
    run = block.lines[0]
    if block.cell is not None or not IDEOGRAPH.match(run.text) or not COLON.search(run.text[:4]):
        return block
    left = [other for other in blocks.line(block) if other.box.x1 <= run.box.x0]
    before = max(left, key=lambda other: other.box.x1, default=None)
    tail = LETTER.search(CLAUSE.sub("", before.text)) if before is not None else None
    if before is None or tail is None:
        return block
    begin = (
        cut_out(before.lines[0], len(before.text) - 1, len(before.text)) if tail.start() else before.lines[0]
    )
    if begin is None:
        return block
    whole = joined([begin, run], glue=True)
    return Block((whole,), whole.box) if match(whole.text) is not None else block


def _whole_cell(block: Block) -> Block | None:
    """Return a cell that holds one label on several lines as a block of one line."""
    if block.cell is None or len(block.lines) < 2:
        return None
    run = joined(block.lines)
    text = CLAUSE.sub("", run.text).rstrip(" :：")
    if len(text) > MAX_LABEL or COLON.search(text) or not meaning(text) or _holds_value(block):
        return None
    return Block((run,), block.box, block.cell)


def _holds_value(block: Block) -> bool:
    """Tell whether the first line of a cell is a label and the last one a value of it: "VAT %" over "13%".

    A currency has no figures: "Currency" over "CNY".
    """
    first, last = block.lines[0].text, block.lines[-1].text
    wanted = meaning(first)
    telling = any(map(str.isdigit, last)) or wanted == {Label.CURRENCY}
    return telling and any(fits(each, last) for each in wanted)


def _is_strange(block: Block) -> bool:
    """Tell whether a cell holds one unknown label on several lines, of which a known word is only a part."""
    if block.cell is None or len(block.lines) < 2 or len(block.text) > MAX_LABEL:
        return False
    plain = not COLON.search(block.text) and not any(map(str.isdigit, block.text))
    later = any(match(run.text) is not None for run in block.lines[1:])
    return plain and later


def _in_run(blocks: PageBlocks, block: Block, at: int, run: Run) -> Iterator[Labelled]:
    pairs = list(pairs_of(run.text))
    for place, (meanings, begin, start) in enumerate(pairs):
        following = next((each for each in pairs[place + 1 :] if not _is_item(run.text, start, each)), None)
        end = following[1] if following else _without_bracket(run.text, start)
        end = _own_item(run.text, begin, (start, end))
        if run.text[start:end].strip():
            broken = broken_labels.broken(blocks, block, run, start) if begin == 0 else frozenset[Label]()
            span = (start, end)
            found = _behind(blocks, block, at, broken or meanings, span, last=following is None)
            # What goes on at the left may be the value of the first label of the line.
            doubtful = place > 0 and block.cell is None and _goes_on_at_left(found, run)
            titled = found.how == "colon" and begin == 0 and TITLED.match(run.text) is not None
            yield replace(found, how="wrapped" if doubtful or broken else "space" if titled else found.how)
        elif following is None:
            yield beside(blocks, block, at, meanings)
    if not pairs:
        yield from _without_colon(blocks, block, at, run)


def _goes_on_at_left(found: Labelled, run: Run) -> bool:
    """Tell whether a value goes on in a line that begins where its own line does."""
    further = found.value.words[len(run.words) :] if found.continued and found.value is not None else ()
    return bool(further) and abs(further[0].box.x0 - run.box.x0) < run.box.height


def _without_bracket(text: str, start: int) -> int:
    """Return where a value ends, before a bracket that closes what its label stands in."""
    end = len(text.rstrip())
    closes = text[end - 1 : end] in CLOSING and not any(each in text[start:end] for each in OPENING)
    return end - 1 if closes else len(text)


def _own_item(text: str, begin: int, span: tuple[int, int]) -> int:
    """Return where a value ends whose label is numbered: before the next number, "2.付款：…；3.请附…"."""
    number = ITEM_NUMBER.match(text, begin)
    if number is None:
        return span[1]
    marks = (mark for mark in NEXT_ITEM.finditer(text, *span) if int(mark["number"]) == int(number[1]) + 1)
    return next((mark.start() for mark in marks), span[1])


def _is_item(text: str, start: int, pair: tuple[frozenset[Label], int, int]) -> bool:
    """Tell whether a label is an item of a numbered list that a value is: "1、… 2、… 3、质保金：…"."""
    meanings, begin, _ = pair
    listed = CLAUSE.match(text[start:].lstrip()) is not None and CLAUSE.match(text[begin:]) is not None
    return listed and meanings == {Label.NEUTRAL}


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
    more = _more(blocks, block, at, start) if end == len(run.text) else []
    if more and block.cell is None and _is_whole(meanings, run.text[start:], more[0].text):
        more = []
    if more and block.cell is not None and _is_day(meanings, run.text[start:], more):
        more = []
    if meanings == {Label.PLACE} and block.cell is None and end == len(run.text):
        more += address_lines.following(blocks, run, start, more[-1] if more else run)
    broken = (
        None
        if more or block.cell is not None or end < len(run.text)
        else _broken(blocks, meanings, run, start)
    )
    if broken is not None:
        value = joined([run, broken])
        return Labelled(meanings, run, value, "wrapped", start, len(value.text), continued=True)
    if more and meanings == PLACE and block.cell is None and more[-1].text.rstrip().endswith("。"):
        # A sentence of its own below an address, or the end of it: the address is likely, and not sure.
        value = run if ADDRESS_END.search(run.text) else joined([run, *more])
        stop = value.text.find("。", start)
        return Labelled(meanings, run, value, "space", start, stop if stop >= 0 else len(value.text))
    value = joined([run, *more])
    end = len(value.text) if more else end
    how = "space" if more and block.cell is None and _had_room(blocks, run, more[0]) else "colon"
    return Labelled(meanings, run, value, how, start, end, continued=bool(more))


def _had_room(blocks: PageBlocks, run: Run, below: Run) -> bool:
    """Tell whether the flush line below a value would have begun at its end: it may say something else."""
    flush = abs(below.box.x0 - run.box.x0) < run.box.height
    return flush and not run.page.synthetic and blocks.fits_behind(run, below)


def _broken(blocks: PageBlocks, meanings: frozenset[Label], run: Run, start: int) -> Run | None:
    """Return the rest of a value that the margin broke, unless the value is whole."""
    below = wrapped_values.rest(blocks, run)
    if below is None or meanings == {Label.NEUTRAL} or _is_whole(meanings, run.text[start:], below.text):
        return None
    return below


def _is_day(meanings: frozenset[Label], text: str, more: Sequence[Run]) -> bool:
    """Tell whether a line in a cell is a whole day, and what stands below it no part of one."""
    wanted = meanings <= DATES and any(fits(each, text) for each in meanings)
    whole = f"{text} {' '.join(run.text for run in more)}"
    return wanted and not any(fits(each, whole) for each in meanings)


def _is_whole(meanings: frozenset[Label], text: str, below: str) -> bool:
    """Tell whether a short value is whole, and the line below is no rest of it."""
    return (
        meanings <= SHORT
        and any(fits(each, text) for each in meanings)
        and not text.rstrip().endswith(("-", "/"))
        and not CODE.fullmatch(MARK.split(below.strip(), maxsplit=1)[0])
    )


def _more(blocks: PageBlocks, block: Block, at: int, start: int) -> list[Run]:
    """Return the lines on which a value goes on."""
    if block.cell is not None:
        return list(until_label(block.lines[at + 1 :]))
    return list(wrapped(blocks, block.lines[at], start))


def _without_colon(blocks: PageBlocks, block: Block, at: int, run: Run) -> Iterator[Labelled]:
    if block.cell is None and _in_sentence(blocks, block):
        return
    if block.cell is not None and at and is_rest(run.text, block.lines[at - 1].text):
        return
    found = match(run.text)
    if found is not None and answers_kind(blocks, block):
        return
    space = spaced(run.text, run.starts)
    termed = space is not None and space.meanings <= TRADE
    if found is not None and not termed and (space is None or not any(map(str.isdigit, run.text))):
        if _ends_label(blocks, block, run):
            return
        led = is_heading_of(blocks, block, found.meanings)
        yield (
            Labelled(found.meanings, run, None, "right") if led else beside(blocks, block, at, found.meanings)
        )
        return
    if space is not None:
        yield Labelled(space.meanings, run, run, "space", space.end, len(run.text))


def _ends_label(blocks: PageBlocks, block: Block, run: Run) -> bool:
    """Tell whether a word in small letters is the end of a label that began in the line above."""
    height = run.box.height
    return run.text[:1].islower() and any(
        other is not block
        and other.cell == block.cell
        and abs(other.box.x0 - run.box.x0) < SLACK
        and 0 < run.box.middle - other.box.middle < 2 * height
        for other in blocks.blocks
    )


def _in_sentence(blocks: PageBlocks, block: Block) -> bool:
    """Tell whether a run is a word of a line set to full width, with wide gaps between its words."""
    line = [other for other in blocks.line(block) if match(other.text) is None]
    return len(line) > MAX_RUNS
