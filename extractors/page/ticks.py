"""Options with boxes to tick: only what is ticked is said; "□不含税 ☑含税" says 含税.

What is not ticked is cut out of the text before anything reads it. Where no option is ticked in type, a
pen may have ticked one: then the boxes stay, the options go, and the label beside them has no value.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.late import late
from extractors.page import tick_sides
from extractors.page.runs import Run, cut_out, joined, make_run
from models.page import Page, Word

TOLD = r"(?<![打划劃画畫勾填标標][“\"'「])(?<![打划劃画畫勾填标標])(?<!\b(?i:tick|mark|with|sign) )"
INSIDE = r"(?!\s?[”\"'」]?\s?框?[内內中里裡]\s?[打划劃画畫勾标標选選填用以])"
"""What only says how to answer holds a mark that answers nothing: （打√为准）, （在□内打√）, "tick ☑ one"."""
OPEN = rf"[□☐▢◻❏❑]{INSIDE}|[(（\[［【][ \u3000_]*[)）\]］】]{INSIDE}"
TICKED = rf"{TOLD}[☑☒■▣🗹✓✔√]|[(（\[［【][ \u3000]*[xXvV√✓✔×■][ \u3000]*[)）\]］】]"
MARK = late(rf"(?P<open>{OPEN})|(?P<ticked>{TICKED})")
BEGINNINGS = frozenset("□☐▢◻❏❑☑☒■▣🗹✓✔√(（[［【")
"""What a mark begins with: most texts hold none."""
COLONS = frozenset(":：")
GROUP = late(r"[:：。；;]")
"""What parts the options of one label from those of the next: 税率：□9% ☑13%；发票种类：☑专票 □普票."""
AT_END = late(rf"(?:{OPEN}|{TICKED})\s*$")
OPTION_END = late(r"[。；;]|\s+(?=[^\s:：]{1,10}[:：]|税率)")


def joined_options(runs: Iterable[Run]) -> list[Run]:
    """Join options that wide gaps part on one line: each goes to the option on its left."""
    found: list[Run] = []
    for run in runs:
        before = found[-1] if found else None
        if before is not None and _goes_with(before, run) and _on_line(before, run):
            found[-1] = joined([before, run])
        else:
            found.append(run)
    return found


def unbroken(lines: Iterable[Run]) -> list[Run]:
    """Join the lines of a cell where a box stands at the end of one and its option begins the next."""
    found: list[Run] = []
    for run in lines:
        if found and may_hold_marks(found[-1].text) and AT_END.search(found[-1].text):
            found[-1] = joined([found[-1], run])
        else:
            found.append(run)
    return found


def listed(runs: Sequence[Run]) -> list[Run]:
    """Return the runs of a page or cell without the lines of a list of options that are not ticked.

    "□ 1. 预付30%" above "☑ 2. 货到付款": each option has a line of its own, or several, and one at least is
    ticked. What is set further right below an option goes on with it.
    """
    if not any(run.text[:1] in BEGINNINGS for run in runs):
        return list(runs)
    found: list[Run] = []
    for group in _groups(_in_lines(runs)):
        said = [MARK.match(line[0].text) for line in group]
        chosen = len(group) > 1 and any(mark is not None and mark["ticked"] for mark in said)
        ticked_one = False
        for line, mark in zip(group, said, strict=True):
            ticked_one = bool(mark["ticked"]) if mark is not None else ticked_one
            if not chosen:
                found += line
            elif ticked_one:
                found += [_unmarked(line[0], mark), *line[1:]]
    return found


def chosen(lines: Sequence[Run]) -> list[Run]:
    """Return the lines of a cell without those of options of which none is ticked, where another one is.

    "☒ 30 days net ☐ advance" over "☐ 60 days net ☐ L/C": the cell has one answer.
    """
    marks = [list(MARK.finditer(run.text)) if may_hold_marks(run.text) else [] for run in lines]
    if not any(mark["ticked"] for each in marks for mark in each):
        return list(lines)
    return [run for run, each in zip(lines, marks, strict=True) if not _is_refused(run.text, each)]


def _is_refused(text: str, marks: Sequence[re.Match[str]]) -> bool:
    """Tell whether a line is an option or several, before or behind their boxes, of which none is ticked."""
    if not marks or any(mark["ticked"] for mark in marks):
        return False
    behind = AT_END.search(text) is not None and COLONS.isdisjoint(text)
    return marks[0].start() == 0 or behind


def _in_lines(runs: Sequence[Run]) -> list[list[Run]]:
    """Return the runs of each line."""
    lines: list[list[Run]] = []
    for run in runs:
        if lines and _on_line(lines[-1][-1], run):
            lines[-1].append(run)
        else:
            lines.append([run])
    return lines


def _groups(lines: Sequence[list[Run]]) -> Iterator[list[list[Run]]]:
    """Yield lists of options, each as its lines, and every other line by itself."""
    group: list[list[Run]] = []
    for line in lines:
        goes_on = bool(group) and _goes_on(group, line)
        if not goes_on and group:
            yield group
            group = []
        if goes_on or _is_one_option(line):
            group.append(line)
        else:
            yield [line]
    if group:
        yield group


def _goes_on(group: Sequence[list[Run]], line: Sequence[Run]) -> bool:
    """Tell whether a line is the next option of a list, or stands further right below one."""
    first, run = group[0][0], line[0]
    aligned = abs(run.box.x0 - first.box.x0) < run.box.height / 2
    near = run.box.top - group[-1][0].box.bottom < 2 * run.box.height
    beneath = run.box.x0 > first.box.x0 + run.box.height and not may_hold_marks(run.text)
    return near and run.page is first.page and ((aligned and _is_one_option(line)) or beneath)


def _is_one_option(line: Sequence[Run]) -> bool:
    """Tell whether a line begins with a box and has no other one."""
    marks = [mark for run in line if may_hold_marks(run.text) for mark in MARK.finditer(run.text)]
    return len(marks) == 1 and _is_option(line[0])


def _unmarked(run: Run, mark: re.Match[str] | None) -> Run:
    """Return a run without the box that it begins with."""
    rest = cut_out(run, mark.end(), len(run.text)) if mark is not None else run
    return rest or run


def may_hold_marks(text: str) -> bool:
    """Tell whether a text may hold boxes to tick, by its characters."""
    return not BEGINNINGS.isdisjoint(text)


def _is_option(run: Run) -> bool:
    return MARK.match(run.text) is not None


def _goes_with(before: Run, run: Run) -> bool:
    """Tell whether a run is one more option: both hold a box, at their begin or at their end."""
    if _is_option(run):
        return _holds_option(before)
    return _ends_with_box(before) and _ends_with_box(run)


def _ends_with_box(run: Run) -> bool:
    return may_hold_marks(run.text) and AT_END.search(run.text) is not None


def _holds_option(run: Run) -> bool:
    """Tell whether an option stands in a run, perhaps behind its label: "一、税率：□3%"."""
    return may_hold_marks(run.text) and MARK.search(run.text) is not None


def _on_line(before: Run, run: Run) -> bool:
    return before.box.top < run.box.middle < before.box.bottom and run.box.x0 >= before.box.x1 - 1


def ticked(run: Run) -> Run:
    """Return a run without the options that are not ticked, and without the boxes.

    Where one label has more than one ticked the boxes stay: which of them is meant is for a person to say.
    """
    marks = list(MARK.finditer(run.text)) if may_hold_marks(run.text) else []
    chosen = [mark for mark in marks if mark["ticked"]]
    if not any(mark["open"] for mark in marks) or (not chosen and len(marks) < 2):
        return run
    if any(GROUP.search(run.text, one.end(), other.start()) is None for one, other in pairwise(chosen)):
        return run
    words = [word for start, end in _spans(run, marks, chosen=bool(chosen)) for word in _cut(run, start, end)]
    # What stands above the boxes stands above the option that is ticked, wherever in its line that is.
    return replace(_in_one(run.page, words), box=run.box) if words else run


def _in_one(page: Page, words: Sequence[Word]) -> Run:
    """Join words of one line or of several, where options go on in the next one."""
    lines: list[list[Word]] = []
    for word in words:
        if lines and word.box.middle < lines[-1][-1].box.bottom:
            lines[-1].append(word)
        else:
            lines.append([word])
    return joined([make_run(page, line) for line in lines])


def _spans(run: Run, marks: list[re.Match[str]], *, chosen: bool) -> Iterator[tuple[int, int]]:
    """Return the spans that count, whichever side of their boxes the options stand on."""
    before = tick_sides.stand_before(run, marks)
    if before is False:
        return _kept(run.text, marks, chosen=chosen)
    return tick_sides.kept(run.text, marks) if before and chosen else tick_sides.unknown(run.text, marks)


def _kept(text: str, marks: list[re.Match[str]], *, chosen: bool) -> Iterator[tuple[int, int]]:
    """Yield the spans that count: before the first box, the ticked options, and what follows options."""
    yield 0, marks[0].start()
    for mark, behind in zip(marks, [*(each.start() for each in marks[1:]), len(text)], strict=True):
        begin = mark.end() + len(text[mark.end() :]) - len(text[mark.end() :].lstrip())
        ended = OPTION_END.search(text, begin, behind)
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
