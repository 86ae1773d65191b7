"""Item tables in three storeys and more: a heading of so many lines, and as many lines for every item.

    Item   Material      Description
           Quantity      Unit      Price      Value
           Delivery      Your part
    10     71204455      Sleeve bearing
           6             pcs       21.50      129.00
           01.07.2026    SB-4050-22

Every line of an item holds what its own line of the heading names, in the same order; a line that is not
of the first storey may be missing. Two storeys have a reader of their own (`storeys.py`), but where the upper
line of the heading says that a name stands below its code ("Our item / Description"), the items have three.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.lines.columns import cut_headings, heading_lines
from extractors.lines.headings import CODES, recognise
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column, ItemTable, Row
from extractors.lines.tables import storey_lines, storeys
from extractors.lines.tables.inner_tables import summary
from extractors.lines.tables.white_space import bounded, placed
from extractors.lines.texts.inline_labels import recognise_inline
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import Page, union

TWO = 2
LEAST, MOST = 3, 5
"""So many storeys."""
COUNTED = 2
"""So many kinds of numbers at least are named."""
NEAR = 1.4
"""The lines of a heading and of an item are no further apart than so many heights of their letters."""
NAMED = frozenset({Role.DESCRIPTION, Role.SPECIFICATION})
"""What may go on below itself: a number does not."""
Line = list[Run]
Storey = tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """The lines of an item by their storeys, and those that stand in none."""

    lines: dict[int, Line]
    loose: tuple[Line, ...]


def find(page: Page, lines: Sequence[Line], at: int) -> tuple[ItemTable, int] | None:
    """Return the table whose heading begins at line `at` and the line behind it, None where none does."""
    if not any(recognise(run.text) for run in lines[at]):
        return None
    for count in range(MOST, TWO - 1, -1):
        heading = _heading(lines, at, count)
        if heading is not None:
            items, sums, end = _items(lines, at + count, heading)
            complete = [item for item in items if len(item.lines) == len(heading)]
            if complete:
                return _table(page, lines[at : at + count], heading, items, sums), end
    return None


def going_on(page: Page, lines: Sequence[Line], before: ItemTable) -> tuple[Row, ...]:
    """Return the rows at the top of a page that go on with such a table, none where nothing fits."""
    ends = list(itertools.accumulate(before.levels, initial=0))
    heading = [before.columns[start:end] for start, end in itertools.pairwise(ends)]
    first = next((at for at, line in enumerate(lines) if _begins(line, heading[0])), None)
    if first is None:
        return ()
    items, sums, _ = _items(lines, first, heading)
    return tuple(_rows(page, heading, items, sums))


def _heading(lines: Sequence[Line], at: int, count: int) -> list[Storey] | None:
    """Return the storeys of a heading of so many lines, None where they are no heading of items."""
    block = lines[at : at + count]
    if len(block) < count or at + 2 * count > len(lines) or not heading_lines.close(block):
        return None
    if any(NUMBER.match(run.text) for line in block for run in line):
        return None
    below = lines[at + count :]
    named = list(itertools.takewhile(_is_known, (_storey(line, below) for line in block)))
    found = _with_names(named) if len(named) == count else []
    if len(found) < LEAST:
        return None
    roles = [
        role for storey in found for column in storey for role in column.roles - {Role.OTHER, Role.REMARK}
    ]
    counted = len(set(roles) & MONEY_OR_COUNT) >= COUNTED
    return found if counted and len(roles) == len(set(roles)) and len(found[0]) > 1 else None


def _is_known(storey: Storey) -> bool:
    """Tell whether each heading of a storey is understood whole: most lines are no heading."""
    return all(column.headings and column.headings[0].exact for column in storey)


def _with_names(heading: list[Storey]) -> list[Storey]:
    """Return two storeys as three where the upper one heads a code and a name in one: "Item / Name".

    Its item number tells where an item begins.
    """
    if len(heading) != TWO or heading[0][0].role is not Role.LINE_NUMBER:
        return heading
    at = next((at for at, column in enumerate(heading[0]) if _is_named_code(column)), None)
    if at is None:
        return heading
    upper, both = heading[0], heading[0][at]
    code, name = (
        replace(both, headings=(replace(both.headings[0], roles=roles),))
        for roles in (both.roles - {Role.DESCRIPTION}, frozenset({Role.DESCRIPTION}))
    )
    return [(*upper[:at], code, *upper[at + 1 :]), (name,), heading[1]]


def _is_named_code(column: Column) -> bool:
    codes = column.roles - {Role.DESCRIPTION}
    single = len(column.headings) == 1 and Role.DESCRIPTION in column.roles
    return single and len(codes) == 1 and codes <= CODES


def _storey(line: Line, below: Sequence[Line]) -> Storey:
    """Return the columns of a storey; "Quantity Unit" that stands above values of its own is two."""
    parts = (part for run in line for part in cut_headings.parted(run, below, frozenset()))
    return tuple(heading_lines.column([part]) for part in parts)


def _items(
    lines: Sequence[Line], start: int, heading: Sequence[Storey]
) -> tuple[list[_Item], list[Line], int]:
    """Return the items below a heading, the sums behind them, and where the rest of the page begins."""
    items: list[_Item] = []
    sums: list[Line] = []
    at = start
    while at < len(lines):
        line = lines[at]
        if summary(line) is not None:
            sums.append(line)
        elif sums or (items and _apart(lines[at - 1], line) and not _begins(line, heading[0])):
            break
        elif _begins(line, heading[0]):
            items.append(_Item({0: line}, ()))
        elif items:
            items[-1] = _with(items[-1], line, heading)
        else:
            break
        at += 1
    return items, sums, at


def _begins(line: Line, storey: Storey) -> bool:
    """Tell whether a line is the first of an item: where the first heading counts items, it has a number."""
    counted = storey[0].role is not Role.LINE_NUMBER or storey_lines.nearest(line[0], storey) == 0
    return counted and storeys.holds(line, storey)


def _with(item: _Item, line: Line, heading: Sequence[Storey]) -> _Item:
    """Return an item with a further line: that of the next storey that it fits, else one of none."""
    nexts = range(max(item.lines) + 1, len(heading))
    storey = next((each for each in nexts if _fits(line, heading[each])), None)
    last = max(item.lines)
    if storey is None and not item.loose and _goes_on(line, heading[last]):
        return _Item({**item.lines, last: [*item.lines[last], *line]}, item.loose)
    if storey is None:
        return _Item(item.lines, (*item.loose, line))
    return _Item({**item.lines, storey: line}, item.loose)


def _goes_on(line: Line, storey: Storey) -> bool:
    """Tell whether a line right below a name is the rest of it: a text without a label, where names begin."""
    if len(line) != 1 or recognise_inline(line[0].text) is not None:
        return False
    column = storey[storey_lines.nearest(line[0], storey)]
    return bool(column.roles & NAMED) and abs(line[0].box.x0 - column.x0) < line[0].box.height


def _fits(line: Line, storey: Storey) -> bool:
    return storeys.holds(line, storey) or (len(line) == 1 and storeys.accepts(line[0], storey))


def _apart(above: Line, line: Line) -> bool:
    upper, lower = union(run.box for run in above), union(run.box for run in line)
    return lower.top - upper.bottom > NEAR * upper.height


def _table(
    page: Page, block: Sequence[Line], heading: Sequence[Storey], items: Sequence[_Item], sums: Sequence[Line]
) -> ItemTable:
    wide = [
        bounded(storey, [item.lines[at] for item in items if at in item.lines])
        for at, storey in enumerate(heading)
    ]
    columns = tuple(column for storey in wide for column in storey)
    box = union(run.box for line in block for run in line)
    rows = tuple(_rows(page, wide, items, sums))
    return ItemTable(columns, rows, box, page, ruled=False, levels=tuple(map(len, wide)))


def _rows(page: Page, wide: Sequence[Storey], items: Sequence[_Item], sums: Sequence[Line]) -> Iterator[Row]:
    counted = [any(each.roles & MONEY_OR_COUNT for each in storey) for storey in wide]
    yield from (_row(page, item, wide) for item in items)
    yield from (_row(page, _Item({counted.index(True): line}, ()), wide) for line in sums)


def _row(page: Page, item: _Item, wide: Sequence[Storey]) -> Row:
    cells = tuple(cell for at, storey in enumerate(wide) for cell in _cells(item.lines.get(at, []), storey))
    loose = tuple(run for line in item.loose for run in line)
    box = union(run.box for line in (*item.lines.values(), *item.loose) for run in line)
    return Row(page, box, cells, loose)


def _cells(line: Line, storey: Storey) -> Iterator[tuple[Run, ...]]:
    cells: list[list[Run]] = [[] for _ in storey]
    for at, run in placed(line, storey, cutting=True):
        cells[at].append(run)
    yield from map(tuple, cells)
