"""Options with boxes that go on in the next line: "☒ 90 days end of month by bank" over "transfer ☐ other".

The end of an option stands there before the next box; left alone it would be cut off.
"""

import re
from collections.abc import Sequence

from extractors.late import late
from extractors.page.runs import Run, joined
from extractors.page.ticks import MARK, may_hold_marks

UNENDED = late(r"[^\s。；;:：.,，]$")
GOES_ON = late(r"[^A-ZÀ-Þ\W_]")
COLONS = frozenset(":：")
NEAR = 1.2
"""The next line is at most so many heights of the letters below."""
HAN = late("[\u4e00-\u9fff]")


def closed_up(runs: Sequence[Run]) -> list[Run]:
    """Join a run that ends amid an option to the one below it in which the option ends."""
    rest, found = list(runs), []
    while rest:
        run = rest.pop(0)
        while may_hold_marks(run.text) and UNENDED.search(run.text):
            below = next((each for each in rest if _is_below(run, each) and _goes_on(run, each)), None)
            if below is None:
                break
            rest.remove(below)
            run = joined([run, below])
        found.append(run)
    return found


def _is_below(run: Run, other: Run) -> bool:
    height = other.words[0].box.height
    near = -height / 2 < other.box.top - run.box.bottom < NEAR * height
    return other.page is run.page and near and abs(other.box.x0 - run.words[0].box.x0) < height / 2


def _goes_on(run: Run, other: Run) -> bool:
    """Tell whether a line begins amid an option: small letters or Chinese before its first box, and no label.

    Chinese breaks anywhere, but only in a full line: the upper one is no shorter.
    """
    marks = list(MARK.finditer(run.text))
    mark = MARK.search(other.text) if may_hold_marks(other.text) else None
    if not marks or marks[-1].end() >= len(run.text) or mark is None:
        return False
    if not mark.start():
        return _lists_on(run.text, marks, list(MARK.finditer(other.text)))
    begun = other.text[: mark.start()]
    if not COLONS.isdisjoint(begun) or GOES_ON.match(begun) is None:
        return False
    return HAN.match(begun) is None or run.words[-1].box.x1 >= other.box.x1 - 1


def _lists_on(text: str, marks: Sequence[re.Match[str]], below: Sequence[re.Match[str]]) -> bool:
    """Tell whether further options stand below several of which one is ticked, and none of them is."""
    led = text[: marks[0].start()].rstrip()
    said = len(marks) > 1 and (not led or led[-1] in COLONS) and any(mark["ticked"] for mark in marks)
    return said and not any(mark["ticked"] for mark in below)
