"""Headings that stand beside their columns: centred or at the left, where the numbers stand at the right.

What stands below no heading, and a heading with nothing below it, belong together where both lie alone
between the same neighbours; so do two of both, where the first are the numbers of the items.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import units
from extractors.late import late
from extractors.lines.headings import CODES
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

LINE_NUMBER = late(r"\d{1,4}\.?")
TWO = 2
LOOKED_AT = 24
"""So many lines below a heading tell where its columns are."""
SLACK = 1.0
Line = list[Run]
Span = tuple[float, float]
MOST = 0.6
"""A line that has so many of the cells of the fullest one tells where columns are."""


def reaching(heads: Sequence[Column], lines: Sequence[Line]) -> tuple[Column, ...]:
    """Return headings that reach as far as the cells which belong to them alone."""
    bands = bands_of(lines)
    if len(bands) < len(MONEY_OR_COUNT):
        return tuple(heads)
    under = [[at for at, (span, _) in enumerate(bands) if meets(head, span)] for head in heads]
    taken = {at for each in under for at in each}
    free = [at for at in range(len(bands)) if at not in taken]
    reached = list(heads)
    for nth, head in enumerate(heads):
        left, right = _neighbours(under, nth, len(bands))
        between = [at for at in free if left < at < right]
        alone = not under[nth] and all(under[at] for at in _same_gap(under, nth) if at != nth)
        if alone and len(between) == 1 and _may_head(head, bands[between[0]][1]):
            reached[nth] = as_far(head, bands[between[0]][0])
        elif len(between) == TWO and not under[nth]:
            group = _same_gap(under, nth)
            texts = [bands[band][1] for band in between]
            if len(group) == TWO and _are_numbered(heads[group.start], heads[group.start + 1], texts):
                reached[nth] = as_far(head, bands[between[nth - group.start]][0])
    return tuple(reached)


def as_far(head: Column, span: Span) -> Column:
    """Return a heading that reaches over a band."""
    return replace(head, x0=min(head.x0, span[0]), x1=max(head.x1, span[1]))


def _are_numbered(first: Column, then: Column, texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether two columns beside their headings are the numbers of the items and what they name."""
    counted = first.role is Role.LINE_NUMBER and all(LINE_NUMBER.fullmatch(text) for text in texts[0])
    return counted and (bool(then.roles & CODES) or _may_head(then, texts[1]))


def in_slots(heads: Sequence[Column], lines: Sequence[Line]) -> tuple[Column, ...]:
    """Return headings at the left of their columns, as far as the cells reach that end before the next one.

    Sheets set headings at the left and numbers at the right: on every full line each cell begins below or
    behind its heading.
    """
    full = [line for line in lines[:LOOKED_AT] if len(line) == len(heads)]
    edges = [*(head.x0 for head in heads[1:]), max((line[-1].box.x1 for line in full), default=0.0)]
    ends = [edge + SLACK for edge in edges]
    for line in full:
        for head, end, run in zip(heads, ends, line, strict=True):
            if run.box.x0 < head.x0 - SLACK or run.box.x1 > end:
                return tuple(heads)
    stand = [
        _may_head(head, [line[at].text for line in full])
        for at, head in enumerate(heads)
        if head.roles & MONEY_OR_COUNT or head.role is Role.UNIT
    ]
    if not full or not all(stand):
        return tuple(heads)
    return tuple(
        replace(head, x1=max(head.x1, *(line[at].box.x1 for line in full))) for at, head in enumerate(heads)
    )


def bands_of(lines: Sequence[Line]) -> list[tuple[Span, list[str]]]:
    """Return the columns that the fullest lines have by the white space between them, with their texts."""
    most = max(map(len, lines), default=0)
    runs = sorted((r for line in lines if len(line) >= MOST * most for r in line), key=lambda r: r.box.x0)
    bands: list[tuple[Span, list[str]]] = []
    for run in runs:
        if bands and run.box.x0 < bands[-1][0][1]:
            (x0, x1), texts = bands[-1]
            bands[-1] = (x0, max(x1, run.box.x1)), [*texts, run.text]
        else:
            bands.append(((run.box.x0, run.box.x1), [run.text]))
    return bands


def meets(head: Column, span: Span) -> bool:
    """Tell whether a heading lies over a part of a band."""
    return head.x0 < span[1] and span[0] < head.x1


def _neighbours(under: Sequence[Sequence[int]], nth: int, count: int) -> tuple[int, int]:
    """Return the last column before a heading and the first one behind it that have headings."""
    left = max((at for each in under[:nth] for at in each), default=-1)
    right = min((at for each in under[nth + 1 :] for at in each), default=count)
    return left, right


def _same_gap(under: Sequence[Sequence[int]], nth: int) -> range:
    """Return the headings with nothing below them that stand beside each other around one."""
    first = last = nth
    while first > 0 and not under[first - 1]:
        first -= 1
    while last + 1 < len(under) and not under[last + 1]:
        last += 1
    return range(first, last + 1)


def _may_head(head: Column, texts: Sequence[str]) -> bool:
    """Tell whether what stands in a column is of the kind that a heading names."""
    numbers = all(NUMBER.match(text) for text in texts)
    if head.roles & MONEY_OR_COUNT:
        return numbers
    if head.role is Role.UNIT:
        return all(units.canonical(text) is not None for text in texts)
    return not numbers
