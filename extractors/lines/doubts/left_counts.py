"""Numbers that count the items and were read as nothing: 1, 2, 3 under a caption that no list knows.

Lines without a number of their own are not surely without one where something by each item counts on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.lines.doubts import left_texts
from extractors.lines.item import Item
from extractors.runs import Run, evidence, make_run
from models.reading import Field, OrderLine, Reason

STARTS = (1, 10, 100)
"""What items are counted from, each by its own step: 1, 2, 3; 10, 20, 30."""
LONGEST = 5
LEAST = 2
CONFIDENCE = 0.5


def numbered(items: Sequence[Item], lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return lines of which none has a number with those that count on by them, never sure."""
    if len(lines) < LEAST or any(line.line_number is not None for line in lines):
        return tuple(lines)
    counts = [dict(_counts(item, left)) for item, left in zip(items, left_texts.untaken(items), strict=True)]
    for start in STARTS:
        wanted = [start * (at + 1) for at in range(len(items))]
        if all(each in found for each, found in zip(wanted, counts, strict=True)):
            runs = [found[each] for each, found in zip(wanted, counts, strict=True)]
            return tuple(_with(line, run) for line, run in zip(lines, runs, strict=True))
    return tuple(lines)


def _counts(item: Item, left: Sequence[Run]) -> Iterator[tuple[int, Run]]:
    """Yield the small whole numbers by an item that stand under an unknown heading, or that nobody took."""
    words = (make_run(run.page, [word]) for run in left for word in run.words)
    for run in (*(text.run for text in item.unknown), *words):
        said = _bare(run)
        if said.isascii() and said.isdigit() and len(said) <= LONGEST:
            yield int(said), run


def _bare(run: Run) -> str:
    return run.text.strip().rstrip(".、)）")


def _with(line: OrderLine, run: Run) -> OrderLine:
    spot = evidence(run)
    found = Field(_bare(run), sure=False, evidence=spot, reason=Reason.ROLE, confidence=CONFIDENCE)
    return replace(line, line_number=found)
