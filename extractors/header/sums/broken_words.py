"""Amounts in words that the edge of a box broke: "Say EUR one thousand two hundred thirty-" and "six only".

The first line alone is another amount, and would contradict the figures. In Chinese: 伍仟元壹角 and 陆分.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields import capitals
from extractors.header.sums.totals import Printed
from extractors.late import late
from extractors.page.runs import Run, joined
from extractors.vocabulary.meanings import Summary

ENDED = late(
    r"(?:\b(?:only|exactly|even|cents?|pence|net)|/\s?100(?:\s+[A-Za-z.]+){0,2})[\s.)*#-]*$", re.IGNORECASE
)
"""How an amount in words ends."""
CAPITALS = late(r"[零〇壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬亿億元圆圓角分整正\s]+")
CLOSED = late(r"[整正分]\s*$")
"""How an amount in Chinese words ends that cannot go on."""
NEXT = 1.2
"""The next line is no further below than so many heights of its letters."""
MOST = 3
"""An amount takes so many lines at most."""


def whole(printed: Sequence[Printed], runs: Sequence[Run]) -> list[Printed]:
    """Return the sums as printed, an amount in words with the lines that it goes on in."""
    mended = [_mended(each, runs) for each in printed]
    further = {_spot(run) for each, rest in mended for run in rest}
    return [
        each for each, _ in mended if each.label.kind is not Summary.WORDS or _spot(each.run) not in further
    ]


def _spot(run: Run) -> tuple[int, tuple[float, ...]]:
    return run.page.number, tuple(run.box)


def _mended(printed: Printed, runs: Sequence[Run]) -> tuple[Printed, list[Run]]:
    """Return an amount with its further lines, as it was if they do not make an amount that has an end."""
    if printed.label.kind is not Summary.WORDS or printed.run.text[printed.end :].strip():
        return printed, []
    if capitals.parse(printed.text) is not None:
        return _in_chinese(printed, runs)
    if capitals.parse_english(printed.text) is None or ENDED.search(printed.text):
        return printed, []
    lines = [printed.run]
    for _ in range(MOST - 1):
        below = next(_below(lines[-1], runs), None)
        if below is None:
            return printed, []
        lines.append(below)
        run = joined(lines)
        if ENDED.search(run.text):
            known = capitals.parse_english(run.text[printed.start :]) is not None
            return (replace(printed, run=run, end=len(run.text)), lines[1:]) if known else (printed, [])
    return printed, []


def _in_chinese(printed: Printed, runs: Sequence[Run]) -> tuple[Printed, list[Run]]:
    """Return an amount with the next line, where that is nothing but the rest of one."""
    below = None if CLOSED.search(printed.text) else next(_below(printed.run, runs), None)
    if below is None or not CAPITALS.fullmatch(below.text):
        return printed, []
    run = joined([printed.run, below], glue=True)
    if capitals.parse(run.text[printed.start :]) is None:
        return printed, []
    return replace(printed, run=run, end=len(run.text)), [below]


def _below(run: Run, runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the texts in the line below another one, the leftmost first."""
    height = run.box.height
    near = (
        each
        for each in runs
        if each.page is run.page
        and -0.3 * height < each.box.top - run.box.bottom < NEXT * height
        and each.box.x0 < run.box.x1
    )
    yield from sorted(near, key=lambda each: each.box.x0)
