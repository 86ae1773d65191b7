"""Items in running text: several in one sentence, over several lines of a paragraph.

A paragraph is its lines joined. Its sentence is cut where an item ends: behind a semicolon or a full stop,
before "and" or a comma that another quantity follows. Each cut then reads like a line of its own
(`extractors/lines/item_clauses.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.late import late
from extractors.lines.texts import item_clauses, leading_counts
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run, cut_out, joined
from extractors.vocabulary.meanings import Role
from models.page import union

FULL = 0.75
"""A line that goes on in the next one reaches over so much of the paragraph's width at least."""
NEAR = 1.6
"""The next line of a paragraph is no further below than so many heights of its letters."""
LONGEST = 4000
"""A longer paragraph is a contract's text and no list of items."""
COUNT = r"\d[\d.,]*\s?(?:[x×]\s|[A-Za-z]{1,6}\b|[只套件个台支副条根片块组米吨箱桶])"
END = late(
    r"[;；]\s*|。\s*|(?<=[A-Za-z0-9)])\.\s+(?=[A-Z][a-z]|\d{1,2}\.\s+[A-Z\d])"
    r"|\s*[,，、]\s*(?:and|as well as|以及|和|及)\s*"
    rf"|\s+(?:and|as well as|plus)\s+(?={COUNT})|(?:以及|和|及)(?={COUNT})|(?:,\s+|[，、]\s*)(?={COUNT})"
    r"|(?P<weak>,\s+|[，、]\s*)"
)
STRONG = late(r"[;；。]|\.\s+(?=[A-Z][a-z])")
OPENING = late(r"^[^:：\d(（]{0,120}[:：]\s*")
"""What leads to a list of items: "Please supply the following:"."""
ORDINAL = late(
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|next|then|also|final|last"
    rf"|erst|zweit|dritt|viert)(?:ly|ens)?,?\s+(?=(?:also\s+)?{COUNT})",
    re.IGNORECASE,
)
"""How sentences count their items: "First, 2 units of the pump HGP-40"."""
WORTH = frozenset({Role.PRICE, Role.AMOUNT, Role.LIST_PRICE})


def segments(page: PageBlocks) -> Iterator[Run]:
    """Yield the parts of the page's paragraphs that state one item each, or none."""
    for paragraph in _paragraphs([run for block in page.blocks for run in block.lines]):
        if len(paragraph.text) <= LONGEST:
            yield from _segments(paragraph)


def _paragraphs(runs: Sequence[Run]) -> Iterator[Run]:
    """Join the lines that go on below each other."""
    group: list[Run] = []
    for run in runs:
        if group and not _goes_on(group, run):
            yield joined(group)
            group = []
        group.append(run)
    if group:
        yield joined(group)


def _goes_on(group: Sequence[Run], run: Run) -> bool:
    last, box = group[-1].box, run.box
    around = union(each.box for each in group)
    if group[-1].page is not run.page or not 0 < box.middle - last.bottom < NEAR * last.height:
        return False
    wide = last.x1 - around.x0 >= FULL * max(around.width, box.width)
    return wide and abs(box.x0 - around.x0) < 3 * last.height


def _segments(paragraph: Run) -> Iterator[Run]:
    """Cut a paragraph behind each item: a part that lacks the price or the quantity goes on."""
    text = paragraph.text
    opening = OPENING.match(text)
    start = opening.end() if opening and item_clauses.role_of(text[: opening.end() + 1]) is None else 0
    for end in _ends(text, start):
        counted = ORDINAL.match(text, start)
        start = counted.end() if counted is not None and counted.end() < end.start else start
        if end.start <= start or text[start : end.start].strip().isdigit():
            continue  # behind "1" in "1. Four (4) pieces" ends no item
        part = cut_out(paragraph, start, end.start)
        if part is not None and (end.full or (_is_item(part) and _ends_item(paragraph, end))):
            yield part
            start = end.end


@dataclass(frozen=True, slots=True)
class _End:
    """Where an item may end: a `full` stop ends whatever stands before it, a mere comma is not `strong`."""

    start: int
    end: int
    strong: bool
    full: bool


def _ends(text: str, start: int) -> Iterator[_End]:
    for end in END.finditer(text, start):
        mark = end[0].strip()[:1]
        yield _End(end.start(), end.end(), end["weak"] is None, mark in {"。", "."})
    yield _End(len(text), len(text), strong=True, full=True)


def _ends_item(paragraph: Run, end: _End) -> bool:
    """Tell whether an item ends at a mark: at a comma only if another one follows that begins with a name."""
    if end.strong:
        return True
    text = paragraph.text
    behind = next((each for each in STRONG.finditer(text, end.end)), None)
    rest = cut_out(paragraph, end.end, behind.start() if behind else len(text))
    if rest is None or not _is_item(rest):
        return False
    first = item_clauses.read(rest)[0][0]
    return first is None or leading_counts.find(rest, 0) is not None


def _is_item(part: Run) -> bool:
    count = leading_counts.find(part, 0)
    said = item_clauses.read(part, count[1] if count else 0)
    roles = {role for role, _ in said} | ({Role.QUANTITY} if count else set())
    return Role.QUANTITY in roles and bool(WORTH & roles)
