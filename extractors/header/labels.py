"""Labels and what stands beside them."""

import re
from collections.abc import Iterator, Sequence

from extractors.blocks import Block, PageBlocks
from extractors.fields import companies
from extractors.header import address_lines, wrapped_captions
from extractors.header.label_places import SHORT, VAGUE, Labelled, beside, until_label
from extractors.header.label_words import CLAUSE, COLON, MAX_LABEL, Match, match, meaning
from extractors.header.value_lines import wrapped
from extractors.header.value_types import fits, is_code
from extractors.kinds import kind_of_title
from extractors.runs import IDEOGRAPH, Run, joined
from extractors.vocabulary.meanings import Label

__all__ = ["DATED", "Labelled", "beside", "dated", "find", "spaced"]

STRANGE = re.compile(r"(?:(?<=[.;] )[A-Z][A-Za-z /-]{2,23}|(?<=[；。])[\u4e00-\u9fff]{2,8})$")
"""A label that nobody knows, behind the sentence that ends the value before it."""
SAID_ANYWHERE = frozenset({Label.TAX_RATE, Label.TERMS})
"""Labels that end sentences as well: "… shall be settled on these terms: …"."""
CODE = re.compile(r"[A-Za-z0-9\-/._#]+")
WORD = re.compile(r"[^\W\d_]{2}")
LABEL_START = re.compile(r"(?:^|(?<=[\s;；。,，、(（)）]))(?=\S)")
DATED = re.compile(
    r"[\s,，;；(（]+(?:dated|date|dtd\.?|dt\.?|dd\.?|of|vom|du|del|日期)[\s:：]+", re.IGNORECASE
)
"""Words between a number and its date."""
BRACKETED = re.compile(r"[【〖](?P<label>[^【】〖〗]{2,20})[】〗]\s?[:：]?")
"""A label in brackets of its own: 【订单编号】PO-118."""
OPENING = ("(", "（")
CLOSING = (")", "）")
SLACK = 2.0
MAX_RUNS = 5
"""A line with more runs than this that are no labels is a sentence."""
SPACED = frozenset(
    {Label.ORDER_NUMBER, Label.CONTRACT_NUMBER, Label.QUOTATION_NUMBER, Label.DOCUMENT_DATE, Label.PLAIN_DATE}
)
"""Labels that may stand before their value without a colon, if the value is short."""
PLACE = frozenset({Label.PLACE})
TYPED = frozenset(
    {
        Label.DELIVERY,
        Label.PAYMENT,
        Label.INCOTERMS,
        Label.CURRENCY,
        Label.TERMS,
        Label.PLAIN_NUMBER,
        Label.TAX_RATE,
        Label.BUYER,
        Label.SELLER,
    }
)
"""Further ones, if the value is as a whole of the kind they want."""
PARTING = re.compile(r"\s+|(?<=日)(?=\d{4}\D)|(?<=[a-z])(?=[A-Z\d])|(?<=[\u4e00-\u9fff)）])(?=[A-Za-z0-9])")
"""What parts a label from its value where no colon does."""
SHORT_VALUE = re.compile(r"^\S*\d\S*(?:(?:\s\S+){0,2}|\s\d{1,2}\.? [A-Za-z]{3,9}\.? \d{4})$")


def find(blocks: PageBlocks) -> Iterator[Labelled]:
    """Yield every label of a page with its value."""
    for block in blocks.blocks:
        whole = _whole_cell(block)
        if whole is None and _is_strange(block):
            continue
        if whole is not None:
            yield beside(blocks, whole, 0, meaning(COLON.sub("", CLAUSE.sub("", whole.text))))
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
    if before is None or not IDEOGRAPH.fullmatch(CLAUSE.sub("", before.text)):
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


def _is_strange(block: Block) -> bool:
    """Tell whether a cell holds one unknown label on several lines, of which a known word is only a part."""
    if block.cell is None or len(block.lines) < 2 or len(block.text) > MAX_LABEL:
        return False
    plain = not COLON.search(block.text) and not any(map(str.isdigit, block.text))
    later = any(match(run.text) is not None for run in block.lines[1:])
    return plain and later


def _in_run(blocks: PageBlocks, block: Block, at: int, run: Run) -> Iterator[Labelled]:
    pairs = list(_pairs(run.text))
    for place, (meanings, _, start) in enumerate(pairs):
        following = next((each for each in pairs[place + 1 :] if not _is_item(run.text, start, each)), None)
        end = following[1] if following else _without_bracket(run.text, start)
        if run.text[start:end].strip():
            yield _behind(blocks, block, at, meanings, (start, end), last=following is None)
        elif following is None:
            yield beside(blocks, block, at, meanings)
    if not pairs:
        yield from _without_colon(blocks, block, at, run)


def _without_bracket(text: str, start: int) -> int:
    """Return where a value ends, before a bracket that closes what its label stands in."""
    end = len(text.rstrip())
    closes = text[end - 1 : end] in CLOSING and not any(each in text[start:end] for each in OPENING)
    return end - 1 if closes else len(text)


def _is_item(text: str, start: int, pair: tuple[frozenset[Label], int, int]) -> bool:
    """Tell whether a label is an item of a numbered list that a value is: "1、… 2、… 3、质保金：…"."""
    meanings, begin, _ = pair
    listed = CLAUSE.match(text[start:].lstrip()) is not None and CLAUSE.match(text[begin:]) is not None
    return listed and meanings == {Label.NEUTRAL}


def _pairs(text: str) -> Iterator[tuple[frozenset[Label], int, int]]:
    """Yield the labels with a colon in a line, each with where it and where its value begins."""
    bracketed = [(found, meaning(found["label"])) for found in BRACKETED.finditer(text)]
    if any(meanings for _, meanings in bracketed):
        for found, meanings in bracketed:
            yield meanings or frozenset({Label.NEUTRAL}), found.start(), found.end()
        return
    behind = 0
    known = False
    for colon in COLON.finditer(text):
        low = max(behind, colon.start() - MAX_LABEL)
        behind = colon.end()
        for begin in LABEL_START.finditer(text, low, colon.start()):
            clause = CLAUSE.match(text[begin.start() : colon.start()])
            start = begin.start() + (clause.end() if clause else 0)
            meanings = meaning(text[start : colon.start()])
            # In 报价单（编号：…） the word before the bracket says whose number it is.
            if text[begin.start() - 1 : begin.start()] in OPENING and meanings <= VAGUE:
                continue
            if meanings:
                rest = not known and _is_rest(text[: begin.start()], meanings)
                known = True
                yield frozenset({Label.NEUTRAL}) if rest else meanings, begin.start(), colon.end()
                break
        else:
            strange = STRANGE.search(text, low, colon.start()) if known else None
            if strange is not None:
                yield frozenset({Label.NEUTRAL}), strange.start(), colon.end()


def _is_rest(before: str, meanings: frozenset[Label]) -> bool:
    """Tell whether a label is the rest of one that nobody knows: "Work order no.:", "Report date:"."""
    words = CLAUSE.sub("", before).strip()
    if not before[-1:].isspace() or not WORD.search(words) or meanings & SAID_ANYWHERE:
        return False
    told = any(meaning(word) & meanings for word in (words, *words.split())) or kind_of_title(words)
    return not told and all(end < len(words) for _, end in companies.find(words))


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
    if meanings == {Label.PLACE} and block.cell is None and end == len(run.text):
        more += address_lines.following(blocks, run, start, more[-1] if more else run)
    if more and meanings == PLACE and block.cell is None and more[-1].text.rstrip().endswith("。"):
        # A sentence of its own below an address, or the end of it: the address is likely, and not sure.
        return Labelled(meanings, run, run, "space", start, end)
    value = joined([run, *more])
    end = len(value.text) if more else end
    return Labelled(meanings, run, value, "colon", start, end, continued=bool(more))


def _is_whole(meanings: frozenset[Label], text: str, below: str) -> bool:
    """Tell whether a short value is whole, and the line below is no rest of it."""
    return (
        meanings <= SHORT
        and any(fits(each, text) for each in meanings)
        and not text.rstrip().endswith(("-", "/"))
        and not CODE.fullmatch(below)
    )


def _more(blocks: PageBlocks, block: Block, at: int, start: int) -> list[Run]:
    """Return the lines on which a value goes on."""
    if block.cell is not None:
        return list(until_label(block.lines[at + 1 :]))
    return list(wrapped(blocks, block.lines[at], start))


def _without_colon(blocks: PageBlocks, block: Block, at: int, run: Run) -> Iterator[Labelled]:
    if block.cell is None and _in_sentence(blocks, block):
        return
    caption = wrapped_captions.whole(blocks, block, at)
    if caption is not None:
        yield beside(blocks, caption, 0, meaning(caption.text))
        return
    found = match(run.text)
    space = spaced(run.text, run.starts)
    if found is not None and (space is None or not any(map(str.isdigit, run.text))):
        if _ends_label(blocks, block, run):
            return
        yield beside(blocks, block, at, found.meanings)
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


def dated(value: str) -> re.Match[str] | None:
    """Return where a number ends and its date begins in "4711 dated 3 May 2026", None where none does."""
    mark = DATED.search(value)
    if mark is None or not is_code(value[: mark.start()].strip(" ,(（")):
        return None
    return mark if fits(Label.DOCUMENT_DATE, value[mark.end() :].strip(" .。)）")) else None


def spaced(text: str, words: Sequence[int] = ()) -> Match | None:
    """Return the label of a text like "PO No. 4500123", where only a space parts label and value.

    In Chinese text the space is not kept: a label ends where letters or figures begin ("订单编号HT-118"),
    or where one of the `words` of the line begins ("采购单位　某某公司").
    """
    clause = CLAUSE.match(text)
    start = clause.end() if clause else 0
    best = None
    for space in PARTING.finditer(text[start : start + MAX_LABEL]):
        best = _parted(text, start, start + space.start(), start + space.end()) or best
    for end in words:
        if start < end <= start + MAX_LABEL and IDEOGRAPH.match(text[end - 1]):
            best = _parted(text, start, end, end, whole=True) or best
    return best


def _parted(text: str, start: int, end: int, begin: int, *, whole: bool = False) -> Match | None:
    """Return the label that ends at `end` if what begins at `begin` is a value of it.

    Where nothing but a change of letters parts them, or a word's beginning (`whole`), it must be of its kind.
    """
    meanings = meaning(text[start:end])
    if not meanings:
        return None
    value = text[begin:]
    glued = end == begin and IDEOGRAPH.match(text[end - 1]) is not None
    first = re.split(r"\s+/\s|\s{2,}", value, maxsplit=1)[0]
    fitting = any(fits(each, first) for each in meanings)
    short = meanings <= SPACED and (SHORT_VALUE.match(value) or dated(value) is not None)
    typed = meanings <= TYPED and all(fits(each, value) for each in meanings)
    if (short and not whole and (fitting or not glued)) or (typed and (fitting or not glued)):
        return Match(meanings, begin, colon=False)
    return None
