"""The items below a heading in two storeys: the upper and the lower line of each, with what stands between.

A long name may take two lines before the figures come, and the end of a page may part the two lines.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.lines.item_table import MONEY_OR_COUNT, NAMES, Column, ItemTable, Row
from extractors.lines.tables import led_items, ruled_storeys
from extractors.lines.tables.inner_tables import filled, summary
from extractors.lines.tables.storey_lines import REACH, Line, is_told, nearest
from extractors.lines.tables.storeys import LEAST, Storeys, holds
from extractors.lines.tables.white_space import bounded, column_of, placed
from extractors.lines.texts import values_beside
from extractors.lines.texts.inline_labels import recognise_inline
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import Page, union

MOST_BETWEEN = 2
"""So many lines of a long name at most stand between the two of an item."""


@dataclass(frozen=True, slots=True)
class _Start:
    """Where an item begins, and its line of figures; None where the next page has it."""

    at: int
    figures: int | None


def table(page: Page, heading: Storeys, body: Sequence[Line]) -> ItemTable:
    """Return the items under a two-storey heading."""
    starts = _starts(body, heading.upper, heading.lower)
    upper = _described(bounded(heading.upper, [body[each.at] for each in starts]))
    lower = bounded(heading.lower, [body[each.figures] for each in starts if each.figures is not None])
    rows = tuple(_rows(page, body, (upper, lower), starts))
    return ItemTable(
        (*upper, *lower), rows, heading.box, page, ruled=False, anchored=bool(starts), storey=len(upper)
    )


def joined(before: ItemTable, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows of a table with those of the next page; an item that the page parted is one row."""
    if not before.rows or not rows:
        return before.rows + rows
    last, first = before.rows[-1], rows[0]
    if not before.storey:
        led = before.led and led_items.is_unfinished(last, before.columns)
        whole = led or led_items.parted(last, first, before.columns)
        return (*before.rows[:-1], ruled_storeys.one(last, first), *rows[1:]) if whole else before.rows + rows
    named = any(last.cells[: before.storey]) and not any(last.cells[before.storey :])
    counted = any(first.cells[before.storey :]) and not any(first.cells[: before.storey])
    if not named or not counted:
        return before.rows + rows
    return (*before.rows[:-1], ruled_storeys.one(last, first), *rows[1:])


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


def _starts(
    body: Sequence[Line], upper: Sequence[Column], lower: Sequence[Column], *, begun: bool = False
) -> list[_Start]:
    """Return the items: an upper line each above a line of figures, or of its own storey.

    Where the table has `begun` on a page before, the page may hold nothing but the upper line of one.
    """
    labelled = [values_beside.is_labelled(line) for line in body]
    tops = [at for at, line in enumerate(body) if holds(line, upper) and not labelled[at]]
    pairs = [_Start(at, low) for at in tops if (low := _figures_of(body, at, upper, lower)) is not None]
    figures = [
        at
        for at, line in enumerate(body)
        if summary(line) is None and len(filled(line, lower)) >= LEAST and not labelled[at]
    ]
    above = [_Start(at - 1, at) for at in figures if at and at - 1 not in figures]
    counted = any(column.roles & MONEY_OR_COUNT for column in upper)
    found = pairs if len(pairs) >= len(above) or counted else above
    return [*found, *_parted(body, found, tops, upper)] if found or begun else found


def _figures_of(
    body: Sequence[Line], at: int, upper: Sequence[Column], lower: Sequence[Column]
) -> int | None:
    """Return the line of figures of an upper line: the next one, or the one behind the rest of a name."""
    near = [low for low in range(at + 1, min(at + REACH, len(body))) if not is_told(body[low])]
    for low in near[: MOST_BETWEEN + 1]:
        begins = holds(body[low], upper) and not _lacks_number(body[low], body[at], upper)
        if holds(body[low], lower) and (low == near[0] or not begins):
            return low
        if not _goes_on(body[low], upper):
            return None
    return None


def _lacks_number(line: Line, first: Line, upper: Sequence[Column]) -> bool:
    """Tell whether the first line of an item begins with its number and a further one does not."""
    one, other = (upper[nearest(each[0], upper)].role for each in (first, line))
    return one is Role.LINE_NUMBER and other is not Role.LINE_NUMBER


def _goes_on(line: Line, upper: Sequence[Column]) -> bool:
    """Tell whether a line is the rest of a long name, and says nothing under a label of its own."""
    if len(line) != 1 or recognise_inline(line[0].text) is not None or summary(line) is not None:
        return False
    return bool(upper[nearest(line[0], upper)].roles & NAMES)


def _parted(
    body: Sequence[Line], found: Sequence[_Start], tops: Sequence[int], upper: Sequence[Column]
) -> list[_Start]:
    """Return the upper line at the end of a page whose figures stand on the next one."""
    last = tops[-1] if tops else -1
    behind = last > ((found[-1].figures or found[-1].at) if found else -1)
    return [_Start(last, None)] if behind and all(_goes_on(line, upper) for line in body[last + 1 :]) else []


def opens(lines: Sequence[Line], at: int, heading: Storeys) -> bool:
    """Tell whether the two lines of an item begin at line `at`."""
    return holds(lines[at], heading.upper) and (
        _figures_of(lines, at, heading.upper, heading.lower) is not None
    )


def rows_of(
    page: Page, body: Sequence[Line], upper: Sequence[Column], lower: Sequence[Column]
) -> Iterator[Row]:
    """Yield the rows of a page without a heading, under the columns of the page before."""
    yield from _rows(page, body, (upper, lower), _starts(body, upper, lower, begun=True))


def _rows(
    page: Page,
    body: Sequence[Line],
    storeys: tuple[Sequence[Column], Sequence[Column]],
    items: Sequence[_Start],
) -> Iterator[Row]:
    """Yield a row for each item, and one for each line that states a sum."""
    upper, lower = storeys
    starts = {each.at: each for each in items}
    sums = [
        at
        for at, line in enumerate(body)
        if summary(line) is not None and not values_beside.states_percentage(line)
    ]
    ends = sorted({*starts, *sums, *(at + 1 for at in sums), len(body)})
    if body and ends[0] > 0:
        yield _going_on(page, body[: ends[0]], upper, lower)
    for start, end in itertools.pairwise(ends):
        if start in starts:
            figures = starts[start].figures
            # A sum that stands before the figures of an item leaves it without them.
            own = figures - start if figures is not None and figures < end else None
            yield _item(page, body[start:end], own, storeys)
        else:
            yield _sum(page, body[start:end], len(upper), lower)


def _going_on(page: Page, lines: Sequence[Line], upper: Sequence[Column], lower: Sequence[Column]) -> Row:
    """Return what stands above the first item: it goes on from the page before, or belongs to none."""
    first = lines[0]
    cells: list[list[Run]] = [[] for _ in (*upper, *lower)]
    counted = holds(first, lower) and (not holds(first, upper) or _is_lower(first, upper, lower))
    for at, run in placed(first, lower, cutting=True) if counted else ():
        cells[len(upper) + at].append(run)
    loose = tuple(run for line in lines[int(counted) :] for run in line)
    box = union(run.box for line in lines for run in line)
    return Row(page, box, tuple(map(tuple, cells)), loose)


def _is_lower(line: Line, upper: Sequence[Column], lower: Sequence[Column]) -> bool:
    """Tell whether a line has all that the lower headings name, and not all figures of the upper ones."""
    money = [at for at, column in enumerate(upper) if column.roles & MONEY_OR_COUNT]
    return len(line) == len(lower) and len(filled(line, upper)) < len(money)


def _item(
    page: Page,
    group: Sequence[Line],
    figures: int | None,
    storeys: tuple[Sequence[Column], Sequence[Column]],
) -> Row:
    upper, lower = storeys
    cells: list[list[Run]] = [[] for _ in (*upper, *lower)]
    for at, run in placed(group[0], upper, cutting=True):
        cells[at].append(run)
    for at, run in placed(group[figures], lower, cutting=True) if figures is not None else ():
        cells[len(upper) + at].append(run)
    loose: list[Run] = []
    for nth, line in enumerate(group):
        if nth in {0, figures}:
            continue
        between = (figures is None or nth < figures) and not is_told(line)
        for run in line if between else values_beside.whole(line):
            at = nearest(run, upper) if between else column_of(run, upper)
            (cells[at] if between or _belongs(run, upper[at]) else loose).append(run)
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
