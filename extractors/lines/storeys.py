"""Item tables in two storeys: number and name on one line of their own columns, the figures below on others.

The heading has two lines, and so has every item; what stands on the upper line reaches over the
columns of the lower one, so that the two cannot be one set of columns.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.lines.headings import recognise
from extractors.lines.inline_labels import recognise_inline
from extractors.lines.inner_tables import filled, summary
from extractors.lines.item_table import MONEY_OR_COUNT, NAMES, Column, ItemTable, Row, make_column
from extractors.lines.white_space import bounded, column_of, placed
from extractors.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import Box, Page, union

LEAST = 2
"""So many headings at least make a storey, and so many numbers the lower line of an item."""
NEAR = 1.2
"""The storeys are no further apart than so many heights of their letters."""
Line = list[Run]


@dataclass(frozen=True, slots=True)
class Storeys:
    """A heading in two storeys: the columns of both, and its place."""

    upper: tuple[Column, ...]
    lower: tuple[Column, ...]
    box: Box


def find(lines: Sequence[Line], at: int) -> Storeys | None:
    """Return the two-storey heading that begins at line `at`, None where none does."""
    if at + 3 >= len(lines) or not _all_known(lines[at]) or not _all_known(lines[at + 1]):
        return None
    upper, lower = _columns(lines[at]), _columns(lines[at + 1])
    named = {role for column in upper for role in column.roles}
    counted = {role for column in lower for role in column.roles}
    if named & MONEY_OR_COUNT or not named & (NAMES | {Role.REMARK}) or len(counted & MONEY_OR_COUNT) < LEAST:
        return None
    if not _near(lines[at], lines[at + 1]) or not _overlaps(lines[at + 2], lines[at + 1 : at + 4 : 2], lower):
        return None
    return Storeys(upper, lower, union(run.box for line in lines[at : at + 2] for run in line))


def _all_known(line: Line) -> bool:
    return len(line) >= LEAST and all(
        heading is not None and heading.exact for heading in (recognise(run.text) for run in line)
    )


def _columns(line: Line) -> tuple[Column, ...]:
    return tuple(make_column(run.box.x0, run.box.x1, [run.text]) for run in line)


def _near(above: Line, below: Line) -> bool:
    first, second = union(run.box for run in above), union(run.box for run in below)
    return second.top - first.bottom < NEAR * first.height


def _overlaps(names: Line, crossed: Sequence[Line], lower: Sequence[Column]) -> bool:
    """Tell whether what an item's upper line names reaches over headings or figures of the lower storey."""
    if len(filled(crossed[-1], lower)) < LEAST:
        return False
    centres = [run.box.centre for line in crossed for run in line]
    return any(run.box.x0 < centre < run.box.x1 for run in names for centre in centres)


def table(page: Page, heading: Storeys, body: Sequence[Line]) -> ItemTable:
    """Return the items under a two-storey heading."""
    starts = _starts(body, heading.lower)
    upper = _described(bounded(heading.upper, [body[at] for at in starts]))
    lower = bounded(heading.lower, [body[at + 1] for at in starts])
    rows = tuple(rows_of(page, body, upper, lower))
    return ItemTable(
        (*upper, *lower), rows, heading.box, page, ruled=False, anchored=bool(starts), storey=len(upper)
    )


def _described(upper: tuple[Column, ...]) -> tuple[Column, ...]:
    """Take remarks (说明) for the description where no other column is: they stand beside the number."""
    if any(column.role is Role.DESCRIPTION for column in upper):
        return upper
    return tuple(_naming(column) if column.role is Role.REMARK else column for column in upper)


def _naming(column: Column) -> Column:
    headings = tuple(
        replace(each, roles=frozenset({Role.DESCRIPTION}), exact=False) for each in column.headings
    )
    return replace(column, headings=headings)


def _starts(body: Sequence[Line], lower: Sequence[Column]) -> list[int]:
    """Return the upper lines of the items: each stands above a line of figures."""
    figures = [
        at for at, line in enumerate(body) if summary(line) is None and len(filled(line, lower)) >= LEAST
    ]
    return [at - 1 for at in figures if at and at - 1 not in figures]


def rows_of(
    page: Page, body: Sequence[Line], upper: Sequence[Column], lower: Sequence[Column]
) -> Iterator[Row]:
    """Yield a row for each item, and one for each line that states a sum."""
    starts = _starts(body, lower)
    sums = [at for at, line in enumerate(body) if summary(line) is not None]
    ends = sorted({*starts, *sums, *(at + 1 for at in sums), len(body)})
    for start, end in itertools.pairwise(ends):
        if start in starts:
            yield _item(page, body[start:end], upper, lower)
        else:
            yield _sum(page, body[start:end], len(upper), lower)


def _item(page: Page, group: Sequence[Line], upper: Sequence[Column], lower: Sequence[Column]) -> Row:
    cells: list[list[Run]] = [[] for _ in (*upper, *lower)]
    for at, run in placed(group[0], upper, cutting=True):
        cells[at].append(run)
    for at, run in placed(group[1], lower, cutting=True):
        cells[len(upper) + at].append(run)
    loose: list[Run] = []
    for run in (run for line in group[2:] for run in line):
        at = column_of(run, upper)
        (cells[at] if _belongs(run, upper[at]) else loose).append(run)
    box = union(run.box for line in group for run in line)
    return Row(page, box, tuple(map(tuple, cells)), tuple(loose))


def _belongs(run: Run, column: Column) -> bool:
    """Tell whether a further line goes on with what stands above it, or has a label of its own."""
    return Role.DESCRIPTION in column.roles or recognise_inline(run.text) is not None


def _sum(page: Page, group: Sequence[Line], shift: int, lower: Sequence[Column]) -> Row:
    cells: list[list[Run]] = [[] for _ in range(shift + len(lower))]
    for line in group:
        for at, run in placed(line, lower, cutting=False):
            cells[shift + at].append(run)
    return Row(page, union(run.box for line in group for run in line), tuple(map(tuple, cells)))
