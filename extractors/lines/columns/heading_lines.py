"""Headings of unruled item tables: lines of text, mostly one to three, cut into the headings of columns."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.lines.columns import (
    cut_headings,
    former_columns,
    level_lines,
    spanning_headings,
    spread_headings,
)
from extractors.lines.columns.spanning_headings import names_column
from extractors.lines.headings import recognise
from extractors.lines.item_table import NUMBER, Column, is_item_heading, make_column
from extractors.lines.texts import label_pairs
from extractors.page.runs import Run, joined
from models.page import Box, union

BLOCKS = ((0, 0), (0, 1), (1, 0), (1, 1), (0, 2), (2, 0))
"""How many lines above and below a line may belong to its heading."""
TALL = tuple(itertools.product(range(2, 6), range(4)))
"""So many where narrow columns wrap their headings: on the upper lines stand the tallest ones alone."""
MOST = 5
"""No more names than that stand below the first of a column."""
PROOF = 40
"""How many lines below a heading are looked at to tell whether it heads two columns."""
CLOSE, WIDE = 0.8, 1.4
"""Lines of a heading are closer than this share of their height, or with known headings alone so wide."""
BESIDE = -0.25
"""The lines of what is centred beside others lie over theirs by so much of their height."""
TOUCH = 0.6
"""Headings of one line lie over each other by less than this share of their height."""
TWO = 2
WRAPPED = 0.5
"""So much more a heading is worth with the lines above it that begin some of its own."""
UNFINISHED = 3.0
"""So much less a heading is worth that leaves a line of headings below it."""
Line = list[Run]


@dataclass(frozen=True, slots=True)
class HeadingLines:
    """A heading: its columns, its place, and its last line."""

    columns: tuple[Column, ...]
    box: Box
    last: int


def find(lines: Sequence[Line], at: int, known: frozenset[str] = frozenset()) -> HeadingLines | None:
    """Return the heading of an item table that line `at` is part of.

    What was cut into the headings `known` from the page before is cut alike.
    """
    if sum(recognise(run.text) is not None for run in lines[at]) < 2 or label_pairs.stand_in(lines[at]):
        return None
    tall = [(above, below) for above, below in TALL if _are_tops(lines, at - above, at)]
    shapes = [*BLOCKS, *tall, *_ending(lines, at), *_hanging(lines, at), *level_lines.around(lines, at)]
    blocks = [(shape, _block(lines, at - shape[0], at + shape[1], known)) for shape in shapes]
    found = [(each[0] + WRAPPED * (shape in tall), each[1]) for shape, each in blocks if each is not None]
    # What stands below a heading that comes again is the rest of an item.
    again = [each for each in found if {column.text for column in each[1].columns} == known]
    return max(again or found, key=lambda pair: pair[0])[1] if found else None


def _are_tops(lines: Sequence[Line], first: int, at: int) -> bool:
    """Tell whether lines above a line of headings begin some of them: no line has more than the next."""
    if first < 0:
        return False
    pairs = itertools.pairwise(lines[first : at + 1])
    return all(
        len(above) <= len(below)
        and _gap(above, below) < CLOSE
        and all(any(_stands_over(run, each) for each in below) for run in above)
        and not any(NUMBER.match(run.text) for run in above)
        for above, below in pairs
    )


def _ending(lines: Sequence[Line], at: int) -> list[tuple[int, int]]:
    """Return how many lines belong to a heading whose last one ends a name that began above its line.

    "Our item no. / Your item no." takes four lines in a narrow column, the names beside it two or three.
    """
    if at == 0 or at + TWO >= len(lines):
        return []
    last = lines[at + TWO]
    under = all(any(_stands_over(each, run) for each in lines[at + 1]) for run in last)
    ends = len(last) < len(lines[at + 1]) and under and not any(NUMBER.match(run.text) for run in last)
    return [(1, TWO)] if ends else []


def _hanging(lines: Sequence[Line], at: int) -> list[tuple[int, int]]:
    """Return how many lines below a line hold nothing but known headings right below its own, where many do.

    The codes of a thing are stacked below its name: "Goods", "Our code", "Your code", "Drawing".
    """
    depth = 0
    for above, below in itertools.pairwise(lines[at : at + MOST + 1]):
        named = [recognise(run.text) for run in below]
        known = all(each is not None and each.exact and each.role is not None for each in named)
        under = all(any(_stands_over(run, each) for each in lines[at]) for run in below)
        if not (below and known and under and _gap(above, below) < CLOSE):
            break
        depth += 1
    return [(0, depth)] if depth > TWO else []


def _stands_over(run: Run, lower: Run) -> bool:
    return run.box.x0 < lower.box.x1 and lower.box.x0 < run.box.x1


def _block(
    lines: Sequence[Line], first: int, last: int, known: frozenset[str]
) -> tuple[float, HeadingLines] | None:
    if first < 0 or last >= len(lines) or not close(lines[first : last + 1]):
        return None
    below = lines[last + 1 : last + 1 + PROOF]
    parts = [
        [cut_headings.parted(run, below, known) for run in _whole(line)] for line in lines[first : last + 1]
    ]
    cut = [[part for each in line for part in each] for line in parts]
    over = spanning_headings.find(cut)
    runs = [run for line in cut for run in line]
    groups = side_by_side([run for run in runs if id(run) not in over.values()])
    if any(same_line(group) for group in groups):
        return None
    names = {id(run): run.text for run in runs}
    spans = [next((over[id(run)] for run in group if id(run) in over), 0) for group in groups]
    named = [column(group, names.get(span, "")) for group, span in zip(groups, spans, strict=True)]
    columns = former_columns.settled(named)
    if not is_item_heading([heading for each in columns for heading in each.headings]):
        return None
    unfinished = _goes_on(lines, last) or level_lines.are_cut(lines, first, last)
    score = sum(map(_worth, columns)) - (UNFINISHED if unfinished else 0)
    return score, HeadingLines(columns, union(run.box for run in runs), last)


def _whole(line: Line) -> Line:
    """Join pieces of a line that lie over each other and make one heading: "Descript" and "ion"."""
    whole: Line = []
    for run in spread_headings.closed_up(line):
        before = whole[-1] if whole else None
        if before is not None and run.box.x0 < before.box.x1 - 1:
            both = joined([before, run], glue=True)
            if names_column(both.text) and not names_column(run.text):
                whole[-1] = both
                continue
        whole.append(run)
    return whole


def _goes_on(lines: Sequence[Line], last: int) -> bool:
    """Tell whether the line right below is of headings as well: a heading ends with its last line.

    One that begins beside it is: where cells are centred, those of two lines stand around those of one.
    """
    below = lines[last + 1] if last + 1 < len(lines) else []
    if not below or any(NUMBER.match(run.text) for run in below):
        return False
    if _gap(lines[last], below) < BESIDE:
        return True
    if len(below) < TWO:
        return False
    return sum(names_column(run.text) for run in below) > len(below) / 2 and _gap(lines[last], below) < WIDE


def _worth(column: Column) -> float:
    exact = column.headings and all(heading.exact for heading in column.headings)
    return len(column.headings) + 0.01 * len(column.text) if exact else -1.5


def close(block: Sequence[Line]) -> bool:
    """Tell whether lines stand so close below each other that they may be one heading."""
    return all(
        _gap(above, below) < (WIDE if _all_named([*above, *below]) else CLOSE)
        for above, below in itertools.pairwise(block)
    )


def _gap(above: Line, below: Line) -> float:
    """Return the white space between two lines, as a share of their height."""
    upper, lower = union(run.box for run in above), union(run.box for run in below)
    return (lower.top - upper.bottom) / min(upper.height, lower.height)


def _all_named(runs: Sequence[Run]) -> bool:
    return all(names_column(run.text) for run in runs)


def side_by_side(runs: Sequence[Run]) -> list[list[Run]]:
    """Group runs that stand above each other, from left to right."""
    groups: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: each.box.x0):
        if (
            groups
            and run.box.x0 < max(each.box.x1 for each in groups[-1]) - 1
            and not _touches(groups[-1], run)
        ):
            groups[-1].append(run)
        else:
            groups.append([run])
    return [sorted(group, key=lambda each: each.box.top) for group in groups]


def _touches(group: Sequence[Run], run: Run) -> bool:
    """Tell whether a heading only runs into the next one of its own line: they are two columns."""
    over = [each for each in group if each.box.x1 > run.box.x0 + 1]
    on_line = all(each.box.top < run.box.middle < each.box.bottom for each in over)
    return on_line and all(run.box.x0 > each.box.x1 - TOUCH * run.box.height for each in over)


def same_line(group: Sequence[Run]) -> bool:
    """Tell whether a column would join two headings of one line: the lines are no stack then."""
    return any(above.box.bottom > below.box.middle for above, below in itertools.pairwise(group))


def column(group: Sequence[Run], over: str = "") -> Column:
    """Return the column that texts above each other head, with what spans it and others."""
    box = union(run.box for run in group)
    return make_column(box.x0, box.x1, [run.text for run in group], over)
