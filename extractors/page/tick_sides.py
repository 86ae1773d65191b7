"""On which side of its box an option stands: "□自提 ☑送货", or 自提（ ）送货（√）."""

import re
from collections.abc import Iterator, Sequence

from extractors.late import late
from extractors.page.runs import Run

PARTING = frozenset(":：,，;；。、/|")
"""What stands between an option and something else, and is a part of neither."""
COLON = late(r".*[:：]\s*|\s*")
ENDS = frozenset("。；;")
LEADING = late(r".*[。；;]|[\s,，、/|]*")
BRACKETS = frozenset("(（[［【")
NEARER = 1.0
"""What a box belongs to stands nearer to it than the other text beside it, by so many points at least."""
FAR = float("inf")
Mark = re.Match[str]


def stand_before(run: Run, marks: Sequence[Mark]) -> bool | None:
    """Tell whether options stand before their boxes, None where nothing tells on which side they do.

    Where a box has nothing before it the options stand behind; else the nearer text tells.
    """
    gaps = [_gaps(run, mark) for mark in marks]
    if any(left == FAR for left, _ in gaps):
        return False
    closed = gaps[-1][1] == FAR
    before = any(left + NEARER < right < FAR for left, right in gaps)
    behind = any(right + NEARER < left for left, right in gaps)
    if before is behind:
        told = closed and not before and marks[-1][0][0] in BRACKETS
        return told or (None if closed or before else False)
    return (True if closed else None) if before else False


def _gaps(run: Run, mark: Mark) -> tuple[float, float]:
    """Return how far the texts at the left and at the right of a box are from it."""
    text = run.text
    before = len(text[: mark.start()].rstrip()) - 1
    behind = mark.end() + len(text[mark.end() :]) - len(text[mark.end() :].lstrip())
    left = _edge(run, mark.start())[0] - _edge(run, before)[1] if _is_text(text, before) else FAR
    right = _edge(run, behind)[0] - _edge(run, mark.end() - 1)[1] if _is_text(text, behind) else FAR
    return left, right


def _is_text(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at] not in PARTING


def _edge(run: Run, at: int) -> tuple[float, float]:
    word, low, high = run.within(at, at + 1)[0]
    return word.edges[low], word.edges[high]


def kept(text: str, marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Yield the spans that count where options stand before their boxes and some are ticked."""
    label = COLON.match(text, 0, marks[0].start())
    begin = label.end() if label is not None else 0
    yield 0, begin
    for mark, start in zip(marks, [begin, *(mark.end() for mark in marks[:-1])], strict=True):
        leading = LEADING.match(text, start, mark.start())
        option = leading.end() if leading is not None else start
        if not ENDS.isdisjoint(text[start:option]):
            yield start, option
        if mark["ticked"]:
            yield option, mark.start()
    yield marks[-1].end(), len(text)


def unknown(text: str, marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Yield the label and the boxes alone, where none is ticked or nothing tells which option each is of."""
    label = COLON.match(text, 0, marks[0].start())
    begin = label.end() if label is not None and label[0].strip() else marks[0].start()
    yield 0, begin
    yield from (mark.span() for mark in marks)
