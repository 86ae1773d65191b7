"""Headings of unruled item tables: one to three lines of text, cut into the headings of columns."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.late import late
from extractors.lines.columns import column_borders, former_columns, level_lines, spanning_headings
from extractors.lines.columns.spanning_headings import names_column
from extractors.lines.headings import recognise
from extractors.lines.item_table import NUMBER, Column, is_item_heading, make_column
from extractors.lines.texts import label_pairs
from extractors.runs import IDEOGRAPH, Run, joined, make_run
from extractors.vocabulary.meanings import Role
from models.page import Box, Word, union

BLOCKS = ((0, 0), (0, 1), (1, 0), (1, 1), (0, 2), (2, 0))
"""How many lines above and below a line may belong to its heading."""
HUMP = late(r"(?<=[a-z])(?=[A-Z])")
"""Where two headings are set so close that they became one word: TypeQty."""
CHINESE_GAP = late(r"[\u4e00-\u9fff]{2}\s+[\u4e00-\u9fff]{2}")
"""Chinese words of one heading have no blank between them; with a blank they are two headings."""
JOINING = (" / ", "&", "+", " - ", " – ")
"""What stands between the words of one heading: "Model / Part no."."""
PROOF = 40
"""How many lines below a heading are looked at to tell whether it heads two columns."""
LONG = 6
"""An item number has fewer digits."""
CLOSE, WIDE = 0.8, 1.4
"""Lines of a heading are closer than this share of their height, or with known headings alone so wide."""
TOUCH = 0.6
"""Headings of one line lie over each other by less than this share of their height."""
TWO = 2
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
    shapes = [*BLOCKS, *level_lines.around(lines, at)]
    blocks = (_block(lines, at - above, at + below, known) for above, below in shapes)
    found = [each for each in blocks if each is not None]
    # What stands below a heading that comes again is the rest of an item.
    again = [each for each in found if {column.text for column in each[1].columns} == known]
    return max(again or found, key=lambda pair: pair[0])[1] if found else None


def _block(
    lines: Sequence[Line], first: int, last: int, known: frozenset[str]
) -> tuple[float, HeadingLines] | None:
    if first < 0 or last >= len(lines) or not close(lines[first : last + 1]):
        return None
    below = lines[last + 1 : last + 1 + PROOF]
    parts = [[parted(run, below, known) for run in _whole(line)] for line in lines[first : last + 1]]
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
    for run in line:
        before = whole[-1] if whole else None
        if before is not None and run.box.x0 < before.box.x1 - 1:
            both = joined([before, run], glue=True)
            if names_column(both.text) and not names_column(run.text):
                whole[-1] = both
                continue
        whole.append(run)
    return whole


def _goes_on(lines: Sequence[Line], last: int) -> bool:
    """Tell whether the line right below is of headings as well: a heading ends with its last line."""
    below = lines[last + 1] if last + 1 < len(lines) else []
    if len(below) < TWO or any(NUMBER.match(run.text) for run in below):
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


def parted(run: Run, below: Sequence[Line], known: frozenset[str]) -> list[Run]:
    """Cut a run that names two things ("Type Qty") where both have their own values below."""
    alike = _as_known(run, known) if known else []
    if alike:
        return alike
    numbered = _numbered_apart(run, below)
    if numbered is not None:
        return [numbered[0], *_by_names(numbered[1], below, known)]
    return _by_names(run, below, known)


def _as_known(run: Run, known: frozenset[str]) -> list[Run]:
    """Return a run cut into headings that are known from before, nothing where it is not made of them."""
    if run.text in known:
        return [run]
    for at in range(1, len(run.words)):
        left = make_run(run.page, run.words[:at])
        rest = _as_known(make_run(run.page, run.words[at:]), known) if left.text in known else []
        if rest:
            return [left, *rest]
    return []


def _by_names(run: Run, below: Sequence[Line], known: frozenset[str]) -> list[Run]:
    """Cut a run by what its parts are called, or where what stands below shows a border."""
    tail = _tail(run, below)
    if tail:
        return [make_run(run.page, run.words[:-tail]), make_run(run.page, run.words[-tail:])]
    whole = recognise(run.text)
    named = whole is not None and whole.role is not None and not CHINESE_GAP.search(run.text)
    if any(mark in run.text for mark in JOINING) or (named and whole is not None and whole.exact):
        return [run]
    if whole is None or named:
        return _over_columns(run, below)
    words = [piece for word in run.words for piece in _humps(word)]
    texts = make_run(run.page, words)
    for at in range(len(words) - 1, 0, -1):
        # What the two are called is known at once; what stands below them takes a look at every line.
        before, behind = (
            texts.text[: texts.starts[at - 1] + len(words[at - 1].text)],
            texts.text[texts.starts[at] :],
        )
        if not (_single(before) and names_column(behind)):
            continue
        left, right = make_run(run.page, words[:at]), make_run(run.page, words[at:])
        if {before, behind} <= known or _are_apart(left, right, below):
            return [left, *parted(right, below, known)]
    return _over_columns(run, below)


def _tail(run: Run, below: Sequence[Line]) -> int:
    """Return how many words at the end of a heading head a column of their own: "Unit price" and "Tax".

    What stands before them says the same without them.
    """
    whole = recognise(run.text) if len(run.words) > 1 else None
    if whole is None or not whole.exact or whole.role is None:
        return 0
    for at in range(len(run.words) - 1, 0, -1):
        left, right = make_run(run.page, run.words[:at]), make_run(run.page, run.words[at:])
        before, behind = recognise(left.text), recognise(right.text)
        named = before is not None and before.exact and behind is not None and behind.exact
        if before is None or behind is None or not named or before.role is not whole.role:
            continue
        if behind.role not in {None, whole.role} and column_borders.runs_between(left.box, right.box, below):
            return len(run.words) - at
    return 0


def _over_columns(run: Run, below: Sequence[Line]) -> list[Run]:
    """Cut words that stand above columns of their own: "List Disc" is the upper half of two headings."""
    at = column_borders.first_between(run.words, below) if len(run.words) > 1 else None
    if at is None:
        return [run]
    left, right = make_run(run.page, run.words[:at]), make_run(run.page, run.words[at:])
    return [left, *_over_columns(right, below)]


def _numbered_apart(run: Run, below: Sequence[Line]) -> tuple[Run, Run] | None:
    """Cut a run whose first word heads item numbers and the rest a column of its own ("No Part").

    Below the first word the lines count on, each beside something else.
    """
    first = recognise(run.words[0].text)
    if len(run.words) < 2 or first is None or first.role is not Role.LINE_NUMBER:
        return None
    left, right = make_run(run.page, run.words[:1]), make_run(run.page, run.words[1:])
    if not names_column(right.text):
        return None
    counts: list[int] = []
    edge = left.box.x0 - left.box.height  # what counts on further left stands below another heading
    middle = (left.box.x1 + right.box.x0) / 2
    for line in below:
        words = [word for each in line for word in each.words]
        lefts = [word.text for word in words if edge < word.box.x1 and word.box.centre < middle]
        rights = any(word.box.centre > middle and word.box.x0 < right.box.x1 for word in words)
        if len(lefts) == 1 and lefts[0].isdigit() and rights and len(lefts[0]) < LONG:
            counts.append(int(lefts[0]))
    step = counts[0] if counts else 0
    return (left, right) if len(counts) > 1 and step and counts == _counted(step, len(counts)) else None


def _counted(step: int, count: int) -> list[int]:
    return list(range(step, step * count + 1, step))


def _single(text: str) -> bool:
    heading = recognise(text)
    return heading is not None and heading.exact and heading.role is not None


def _humps(word: Word) -> list[Word]:
    cuts = [0, *(match.start() for match in HUMP.finditer(word.text)), len(word.text)]
    return [
        replace(word, text=word.text[start:end], box=word.part(start, end), edges=word.edges[start : end + 1])
        for start, end in itertools.pairwise(cuts)
    ]


def _are_apart(left: Run, right: Run, below: Sequence[Line]) -> bool:
    """Tell whether two names head columns of their own; one in two languages is one heading: 货物名称Item."""
    if bool(IDEOGRAPH.match(left.text[-1])) != bool(IDEOGRAPH.match(right.text[0])):
        return column_borders.runs_between(left.box, right.box, below)
    return _apart(left, right, below)


def _apart(left: Run, right: Run, below: Sequence[Line]) -> bool:
    """Tell whether some line has one word under the left part and another under the right one."""
    middle = (left.box.x1 + right.box.x0) / 2
    for line in below:
        words = [word for run in line for word in run.words]
        lefts = [word for word in words if word.box.x1 > left.box.x0 and word.box.centre < middle]
        rights = [word for word in words if word.box.x0 < right.box.x1 and word.box.centre > middle]
        if lefts and rights:
            return True
    return False
