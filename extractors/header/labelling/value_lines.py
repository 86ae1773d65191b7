"""How a value goes on: the lines below that belong to it, and what ends it."""

import re
from collections.abc import Iterator

from extractors.header.labelling.label_words import CLAUSE, match
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Label

CHINESE_SUBCLAUSE = late(r"\s*\d{1,2}(?:\.\d{1,2}){1,2}\s+(?=[\u4e00-\u9fff]{4})")
"""The number of a clause's clause before a sentence in Chinese: 4.2 买方在…."""
LABELLING = late(r"(?<!\d)[:：]|[:：](?!\d)")
"""A colon that is not that of a time (09:15)."""
NAMING = late(r"[A-Z][A-Za-z ./&'-]{1,25}[:：]\s")
"""An unknown label in Latin letters."""
ORDINAL = late(r"\s*\d{1,2}\. [^\W\d_]{3,9}\.? \d{4}\s*$")
"""A day with an ordinal's point (15. January 2026) and no clause number."""
RULER = late(r"[-=_*~—─]{8,}")
"""A line made of marks, below which something else begins."""
SIGNS = tuple("☎☏✆✉📞📧")
"""A telephone or a letter, drawn instead of a label."""
COLONS = (":", "：")
"""In forms with a column of colons a value begins with one."""
PAGED = late(
    r"\s*(?:(?:page|seite|sheet|blatt)\s*:?\s*\d{1,3}(?:\s*(?:of|/|von)\s*\d{1,3})?"
    r"|第\s*\d{1,3}\s*[页頁]\s*[,，/]?\s*(?:[共總总]\s*\d{1,3}\s*[页頁])?)\s*",
    re.IGNORECASE,
)
"""The mark of a page, which is no part of anything above it."""
UNFINISHED = late(
    r"\b(?:after|from|of|within|before|upon|the|and|or|against|nach|ab|vom|der|von|dalla|dal|della|del|dopo|data|prima"
    r"|du|de|des|la|le|après|à|tras|desde|na|van|vanaf|po|od|daty)\s*$",
    re.IGNORECASE,
)
"""The end of a line that goes on: the small word below it is no label."""
MOST_LINES = 12
WIDE = 0.7
"""A line that no other one reaches is a full one if it ends so far at the right of its paper."""
ENDS = (".", "。", ";", "；")
"""How a line ends that is no middle of a sentence."""


def begins_label(text: str) -> bool:
    """Tell whether a line starts with a label, a clause number or an unknown short label."""
    if ORDINAL.match(text) is not None or text.lstrip()[:1] in COLONS:
        return False
    colon = LABELLING.search(text)
    short = colon is not None and (colon.start() <= 14 or NAMING.match(text) is not None)
    return (
        short
        or text.lstrip()[:1] in SIGNS
        or RULER.fullmatch(text.strip()) is not None
        or match(text) is not None
        or CLAUSE.match(text) is not None
        or CHINESE_SUBCLAUSE.match(text) is not None
        or PAGED.fullmatch(text) is not None
    )


def wrapped(blocks: PageBlocks, run: Run, start: int) -> Iterator[Run]:
    """Yield the lines below that go on a value: hanging under it, or flush in a full paragraph."""
    touched = run.within(start, len(run.text))
    value_x0 = touched[0][0].edges[touched[0][1]] if touched else run.box.x0
    left = run.box.x0
    current = run
    for _ in range(6):
        below = blocks.under(current.box)
        if below is None or other_size(below, current):
            return
        if begins_label(below.text) and not is_rest(below.text, current.text):
            return
        if _other_paragraph(current, below.lines[0]):
            return
        hanging = abs(below.box.x0 - value_x0) < 0.4 * current.box.height
        whole = _full(blocks, current) or _broke(blocks, current, below.lines[0])
        flush = abs(below.box.x0 - left) < 2.5 * current.box.height and whole
        flush = flush and not _other_cell(current, below.lines[0])
        if not hanging and not flush:
            return
        if hanging and _left_neighbour(blocks, below) is not None:
            return
        current = below.lines[0]
        yield current


def outdented(blocks: PageBlocks, run: Run) -> list[Run]:
    """Return the lines that go on a paragraph whose first line alone is set in, from the left edge on."""
    lines = [run]
    while _full(blocks, lines[-1]) and len(lines) < MOST_LINES:
        below = blocks.under(lines[-1].box)
        if below is None or other_size(below, run) or begins_label(below.text):
            break
        if not 0.5 * run.box.height < run.box.x0 - below.box.x0 < 3 * run.box.height:
            break
        lines.append(below.lines[0])
    return lines[1:]


def is_rest(below: str, above: str) -> bool:
    """Tell whether a small word goes on the line above it: "45 days from date of" over "invoice"."""
    return UNFINISHED.search(above) is not None and below[:1].islower()


def _other_paragraph(run: Run, below: Run) -> bool:
    """Tell whether a line is another paragraph of a Word file, whose paragraphs are whole."""
    one, other = run.words[-1].where, below.words[0].where
    return run.page.synthetic and one != other and (one or "").startswith("paragraph")


def _other_cell(run: Run, below: Run) -> bool:
    """Tell whether a line is another cell of a workbook, in which no paragraph goes on."""
    one, other = run.words[0].where, below.words[0].where
    return one != other and "!" in (one or "")


def _left_neighbour(blocks: PageBlocks, block: Block, since: float = 0.0) -> Block | None:
    """Return a free run to the left on the same line: one that begins behind `since`, or a label's end."""
    for other in blocks.blocks:
        before = other.cell is None and other.box.x1 <= block.box.x0 + 1
        if before and other.box.top < block.box.middle < other.box.bottom:
            labels = since < other.box.x1 and match(other.text) is not None
            if labels or since - 2 <= other.box.x0:
                return other
    return None


def other_size(block: Block, run: Run) -> bool:
    """Tell whether a block is set in other letters than a run."""
    return abs(block.box.height - run.box.height) > 0.2 * run.box.height


def _full(blocks: PageBlocks, run: Run) -> bool:
    """Tell whether a line ends at the right margin: that of several lines, or of the paper."""
    edge = blocks.right_margin - 3 * run.box.height
    if run.box.x1 <= edge:
        return False
    alike = (block for block in blocks.blocks if block.cell is None and not other_size(block, run))
    several = sum(block.box.x1 > edge for block in alike) > 1
    return several or run.box.x1 > WIDE * run.page.width


def _broke(blocks: PageBlocks, run: Run, below: Run) -> bool:
    """Tell whether a line of the middle of a sentence ends where the next word had no room any more."""
    long = run.box.x1 > WIDE * run.page.width and not run.text.rstrip().endswith(ENDS)
    return long and not run.page.synthetic and not blocks.fits_behind(run, below)


def _is_of_place(text: str) -> bool:
    found = match(text)
    return found is not None and not found.colon and found.meanings == {Label.PLACE}


def hanging(
    blocks: PageBlocks,
    block: Block,
    *,
    alone: bool = True,
    place: bool = False,
    since: float = 0.0,
    label: str = "",
) -> list[Run]:
    """Return lines below a free value that begin where it does.

    `alone`: nothing but the rest of the `label` stands to their left, from its left edge (`since`) on.
    In the address of a `place`, "Site Store" and "Goods Inward" are lines and no labels of another one.
    """
    if block.cell is not None:
        return []
    lines: list[Run] = []
    current = block
    while len(lines) < 5:
        below = blocks.under(current.box)
        if below is None or abs(below.box.x0 - block.box.x0) > 2:
            break
        rest = is_rest(below.text, current.text)
        if begins_label(below.text) and not rest and not (place and _is_of_place(below.text)):
            break
        left = _left_neighbour(blocks, below, since) if alone else None
        if (left is not None and not is_rest(left.text, label)) or other_size(below, block.lines[0]):
            break
        if below.box.top - current.box.bottom > 0.8 * current.box.height:
            break
        lines += below.lines
        current = below
    return lines
