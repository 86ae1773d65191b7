"""Item tables in two storeys: number and name on one line of their own columns, the figures below on others.

The heading has two lines, and so has every item. Either what stands on the upper line reaches over the
columns of the lower one, so that the two cannot be one set of columns; or lines that fit the headings of
the upper storey alone take turns with such that fit those of the lower one.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.fields import dates, parts, periods, units
from extractors.lines.headings import CODES, recognise
from extractors.lines.inline_labels import recognise_inline
from extractors.lines.inner_tables import filled, summary
from extractors.lines.item_table import MONEY_OR_COUNT, NAMES, NUMBER, Column, ItemTable, Row, make_column
from extractors.lines.white_space import bounded, column_of, placed
from extractors.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import Box, Page, union

LEAST = 2
"""So many headings at least make a storey, and so many numbers the lower line of an item."""
NEAR = 1.4
"""The storeys are no further apart than so many heights of their letters."""
FIGURES = MONEY_OR_COUNT | {Role.LIST_PRICE, Role.DISCOUNT, Role.TAX_RATE, Role.TAX_AMOUNT, Role.PRICE_PER}
FIRST = 6
"""A page may begin with so many lines of the item that began on the page before."""
Line = list[Run]


@dataclass(frozen=True, slots=True)
class Storeys:
    """A heading in two storeys: the columns of both, and its place."""

    upper: tuple[Column, ...]
    lower: tuple[Column, ...]
    box: Box


def find(lines: Sequence[Line], at: int, known: frozenset[str] = frozenset()) -> Storeys | None:
    """Return the two-storey heading that begins at line `at`, None where none does.

    One whose headings are all `known` from the page before needs no items below it: the last may end there.
    """
    if at + 1 < len(lines) and known and {run.text for line in lines[at : at + 2] for run in line} == known:
        upper, lower = _columns(lines[at]), _columns(lines[at + 1])
        return Storeys(upper, lower, union(run.box for line in lines[at : at + 2] for run in line))
    if at + 3 >= len(lines) or not (_mostly_known(lines[at]) and _mostly_known(lines[at + 1])):
        return None
    upper, lower = _columns(lines[at]), _columns(lines[at + 1])
    if not _near(lines[at], lines[at + 1]):
        return None
    certain = _all_known(lines[at]) and _all_known(lines[at + 1]) and _figures_below(upper, lower, lines, at)
    if not certain and not _in_pairs(lines[at + 2 :], upper, lower):
        return None
    return Storeys(upper, lower, union(run.box for line in lines[at : at + 2] for run in line))


def in_pairs(lines: Sequence[Line], at: int) -> Storeys | None:
    """Return the heading of cells in two storeys that begins at row `at`, where rows of either take turns."""
    if at + 3 >= len(lines) or not (_mostly_known(lines[at]) and _mostly_known(lines[at + 1])):
        return None
    upper, lower = _columns(lines[at]), _columns(lines[at + 1])
    if not _in_pairs([line for line in lines[at + 2 :] if line], upper, lower):
        return None
    return Storeys(upper, lower, union(run.box for line in lines[at : at + 2] for run in line))


def _figures_below(upper: Sequence[Column], lower: Sequence[Column], lines: Sequence[Line], at: int) -> bool:
    """Tell whether the upper line names things, and figures stand below it that it reaches over."""
    named = {role for column in upper for role in column.roles}
    counted = {role for column in lower for role in column.roles}
    if named & MONEY_OR_COUNT or not named & (NAMES | {Role.REMARK}) or len(counted & MONEY_OR_COUNT) < LEAST:
        return False
    return _overlaps(lines[at + 2], lines[at + 1 : at + 4 : 2], lower)


def _in_pairs(below: Sequence[Line], upper: Sequence[Column], lower: Sequence[Column]) -> bool:
    """Tell whether lines of either storey take turns: what stands in them fits its own headings alone.

    Numbers of one storey at least have to be figures of an item, and one pair has to tell them apart.
    """
    shared = _roles(upper) & _roles(lower) - {Role.OTHER, Role.REMARK}
    if shared or not _counted(upper, lower) or len(below) < LEAST:
        return False  # the same headings in two languages are one heading
    lines = itertools.pairwise(below[: FIRST + 1])
    pairs = [(one, other) for one, other in lines if _holds(one, upper) and _holds(other, lower)]
    return any(not (_holds(one, lower) and _holds(other, upper)) for one, other in pairs)


def _roles(columns: Sequence[Column]) -> frozenset[Role]:
    return frozenset(role for column in columns for role in column.roles)


def _counted(*storeys: Sequence[Column]) -> bool:
    return len(frozenset[Role]().union(*map(_roles, storeys)) & MONEY_OR_COUNT) >= LEAST


def _holds(line: Line, columns: Sequence[Column]) -> bool:
    """Tell whether a line holds what the headings above it name: at least two texts, and nothing else."""
    if len(line) < LEAST or summary(line) is not None:
        return False
    under = [_nearest(run, columns) for run in line]
    if len(set(under)) < len(under):
        return False
    return all(_accepts(columns[at], run.text) for at, run in zip(under, line, strict=True))


def _nearest(run: Run, columns: Sequence[Column]) -> int:
    """Return the column whose heading a text stands below, or whose edge is nearest to its own."""
    box = run.box

    def apart(at: int) -> float:
        column = columns[at]
        shared = min(box.x1, column.x1) - max(box.x0, column.x0)
        return -shared if shared > 0 else min(abs(box.x0 - column.x0), abs(box.x1 - column.x1))

    return min(range(len(columns)), key=apart)


def _accepts(column: Column, text: str) -> bool:
    """Tell whether a text may stand under a heading, by the kind of value that it is."""
    role = column.role
    if role in FIGURES:
        return NUMBER.match(text) is not None
    if role is Role.LINE_NUMBER:
        return text.rstrip(".").isdigit()
    if role is Role.UNIT:
        return units.canonical(text) is not None
    if role is Role.DELIVERY:
        return bool(dates.parse(text)) or periods.parse(text) is not None
    if role in CODES or role is Role.DRAWING:
        return parts.looks_like_code(parts.strip_label(text))
    return role is not Role.DESCRIPTION or not NUMBER.match(text)


def _all_known(line: Line) -> bool:
    return len(line) >= LEAST and all(
        heading is not None and heading.exact for heading in (recognise(run.text) for run in line)
    )


def _mostly_known(line: Line) -> bool:
    """Tell whether headings stand in a line, and hardly anything else; no number is a heading."""
    said = [recognise(run.text) for run in line]
    known = sum(each is not None and each.exact for each in said)
    strange = len(line) - known
    return known >= LEAST and strange <= known / 3 and not any(NUMBER.match(run.text) for run in line)


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
    starts = _starts(body, heading.upper, heading.lower)
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


def _starts(body: Sequence[Line], upper: Sequence[Column], lower: Sequence[Column]) -> list[int]:
    """Return the upper lines of the items: each stands above a line of figures, or of its own storey."""
    lines = itertools.pairwise(body)
    pairs = [at for at, (one, other) in enumerate(lines) if _holds(one, upper) and _holds(other, lower)]
    figures = [
        at for at, line in enumerate(body) if summary(line) is None and len(filled(line, lower)) >= LEAST
    ]
    above = [at - 1 for at in figures if at and at - 1 not in figures]
    return pairs if len(pairs) >= len(above) or any(c.roles & MONEY_OR_COUNT for c in upper) else above


def opens(lines: Sequence[Line], at: int, heading: Storeys) -> bool:
    """Tell whether the two lines of an item begin at line `at`."""
    pair = lines[at : at + 2]
    return len(pair) > 1 and _holds(pair[0], heading.upper) and _holds(pair[1], heading.lower)


def rows_of(
    page: Page, body: Sequence[Line], upper: Sequence[Column], lower: Sequence[Column]
) -> Iterator[Row]:
    """Yield a row for each item, and one for each line that states a sum."""
    starts = _starts(body, upper, lower)
    sums = [at for at, line in enumerate(body) if summary(line) is not None]
    ends = sorted({*starts, *sums, *(at + 1 for at in sums), len(body)})
    if body and ends[0] > 0:
        # What stands above the first item goes on from the page before, or belongs to none.
        loose = tuple(run for line in body[: ends[0]] for run in line)
        empty: list[tuple[Run, ...]] = [() for _ in (*upper, *lower)]
        yield Row(page, union(run.box for run in loose), tuple(empty), loose)
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
