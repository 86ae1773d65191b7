"""Numbers that count the items and were read as nothing: 1, 2, 3 under a caption that no list knows.

Lines without a number of their own are not surely without one where something by each item counts on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.doubts import left_texts
from extractors.lines.item import Item
from extractors.page.runs import Run, evidence, make_run, rows_of
from models.reading import Field, OrderLine, Reason

STARTS = (1, 10, 100)
"""What items are counted from, each by its own step: 1, 2, 3; 10, 20, 30."""
NUMBER = late(r"[^\d,/-]{0,8}(?P<number>\d{1,5})(?:\s?(?:/|of|von)\s?\d{1,3})?[^\d.,/-]{0,4}[.)]?")
"""A number with little around it: 1, "2.", "Lot 3", ◆第4项, "(5 of 7)"."""
LEAST = 2
NEAR = 1.5
"""The title of an item stands so close above it at most, in heights of letters."""
SLACK, FAR = 1.0, 60.0
CONFIDENCE = 0.5


def numbered(items: Sequence[Item], lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return lines of which none has a number with those that count on by them, never sure."""
    if len(lines) < LEAST or any(line.line_number is not None for line in lines):
        return tuple(lines)
    within = [dict(_counts(item, left)) for item, left in zip(items, left_texts.untaken(items), strict=True)]
    for counts in (within, [dict(_above(item)) for item in items]):
        for start in STARTS:
            wanted = [start * (at + 1) for at in range(len(items))]
            if all(each in found for each, found in zip(wanted, counts, strict=True)):
                runs = [found[each] for each, found in zip(wanted, counts, strict=True)]
                return tuple(_with(line, run) for line, run in zip(lines, runs, strict=True))
    return tuple(lines)


def _above(item: Item) -> Iterator[tuple[int, Run]]:
    """Yield the number in the line right above an item: "Lot 3", which may be its title."""
    page, top = item.row.page, item.row.box.top
    above = [word for word in page.words if top - FAR < word.box.bottom <= top + SLACK]
    line = rows_of(above)[-1:] if above else []
    for words in line:
        said = NUMBER.fullmatch(make_run(page, words).text)
        near = top - max(word.box.bottom for word in words) < NEAR * words[0].box.height
        if said is not None and near:
            yield int(said["number"]), make_run(page, words)


def _counts(item: Item, left: Sequence[Run]) -> Iterator[tuple[int, Run]]:
    """Yield the small whole numbers by an item that stand under an unknown heading, or that nobody took."""
    words = (make_run(run.page, [word]) for run in left for word in run.words)
    for run in (*(text.run for text in item.unknown), *words):
        said = NUMBER.fullmatch(run.text)
        if said is not None:
            yield int(said["number"]), run


def _with(line: OrderLine, run: Run) -> OrderLine:
    spot = evidence(run)
    said = NUMBER.fullmatch(run.text)
    number = said["number"] if said is not None else run.text
    found = Field(number, sure=False, evidence=spot, reason=Reason.ROLE, confidence=CONFIDENCE)
    return replace(line, line_number=found)
