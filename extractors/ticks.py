"""Options with boxes to tick: only what is ticked is said; "□不含税 ☑含税" says 含税.

What is not ticked is cut out of the text before anything reads it. Where no option is ticked in type, a
pen may have ticked one: then the boxes stay, the options go, and the label beside them has no value.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.runs import Run, joined, make_run
from models.page import Word

OPEN = r"[□☐▢◻❏❑]|[(（\[［【][ \u3000_]*[)）\]］】]"
TICKED = r"[☑☒■▣🗹✓✔√]|[(（\[［【][ \u3000]*[xXvV√✓✔×■][ \u3000]*[)）\]］】]"
MARK = re.compile(rf"(?P<open>{OPEN})|(?P<ticked>{TICKED})")
BEGINNINGS = frozenset("□☐▢◻❏❑☑☒■▣🗹✓✔√(（[［【")
"""What a mark begins with: most texts hold none."""
AT_END = re.compile(rf"(?:{OPEN}|{TICKED})\s*$")
OPTION_END = re.compile(r"[。；;]|\s+(?=[^\s:：]{1,10}[:：])")


def joined_options(runs: Iterable[Run]) -> list[Run]:
    """Join options that wide gaps part on one line: each goes to the option on its left."""
    found: list[Run] = []
    for run in runs:
        before = found[-1] if found else None
        if before is not None and _is_option(run) and _holds_option(before) and _on_line(before, run):
            found[-1] = joined([before, run])
        else:
            found.append(run)
    return found


def unbroken(lines: Iterable[Run]) -> list[Run]:
    """Join the lines of a cell where a box stands at the end of one and its option begins the next."""
    found: list[Run] = []
    for run in lines:
        if found and _may_hold_marks(found[-1].text) and AT_END.search(found[-1].text):
            found[-1] = joined([found[-1], run])
        else:
            found.append(run)
    return found


def _may_hold_marks(text: str) -> bool:
    return not BEGINNINGS.isdisjoint(text)


def _is_option(run: Run) -> bool:
    return MARK.match(run.text) is not None


def _holds_option(run: Run) -> bool:
    """Tell whether an option stands in a run, perhaps behind its label: "一、税率：□3%"."""
    return _may_hold_marks(run.text) and MARK.search(run.text) is not None


def _on_line(before: Run, run: Run) -> bool:
    return before.box.top < run.box.middle < before.box.bottom and run.box.x0 >= before.box.x1 - 1


def ticked(run: Run) -> Run:
    """Return a run without the options that are not ticked, and without the boxes."""
    marks = list(MARK.finditer(run.text)) if _may_hold_marks(run.text) else []
    chosen = any(mark["ticked"] for mark in marks)
    if not any(mark["open"] for mark in marks) or (not chosen and len(marks) < 2):
        return run
    words = [word for start, end in _kept(run.text, marks, chosen=chosen) for word in _cut(run, start, end)]
    return make_run(run.page, words) if words else run


def _kept(text: str, marks: list[re.Match[str]], *, chosen: bool) -> Iterator[tuple[int, int]]:
    """Yield the spans that count: before the first box, the ticked options, and what follows options."""
    yield 0, marks[0].start()
    for mark, behind in zip(marks, [*(each.start() for each in marks[1:]), len(text)], strict=True):
        ended = OPTION_END.search(text, mark.end(), behind)
        end = ended.start() if ended else behind
        if mark["ticked"]:
            yield mark.end(), end
        elif not chosen:
            yield mark.span()
        yield end, behind


def _cut(run: Run, start: int, end: int) -> Iterator[Word]:
    for word, low, high in run.within(start, end):
        if word.text[low:high].strip():
            yield replace(
                word, text=word.text[low:high], box=word.part(low, high), edges=word.edges[low : high + 1]
            )
