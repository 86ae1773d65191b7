"""Items that each have a heading of columns of their own: the line above the heading names the item.

Portals print such cards: "3 Shaft sleeve 1,336.50 CAD" over "Part | Need by | Qty | Price" and values. The
line above each heading gets columns of its own, which nothing heads: number and name are certain where the
numbers count from one, and the amounts where quantity and price make each of them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import money
from extractors.late import late
from extractors.lines import reckoning
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.headings import Heading
from extractors.lines.item_table import Column, ItemTable, Row
from extractors.lines.tables.unruled_items import lines_of
from extractors.page.runs import Run, cut_out, make_run
from extractors.vocabulary.meanings import Role
from models.page import Box, Page, Word, union

NUMBERED = late(
    r"^\s*(?:(?:item|pos\.?|position|line|no\.?|项目?|货物|产品)\s*)?第?\s*(?P<number>\d{1,4})"
    r"\s*(?:项|[.)、）:：])?\s*(?=[^\W\d])",
    re.IGNORECASE,
)
"""The number of an item before its name: "Position 2 Impeller", 第2项叶轮."""
FEWEST = 2
"""So many headings with an item each are no accident; one alone may have anything above it."""
FAR = 2.0
"""The line above a heading is no further from it than so many heights of its letters."""
WRAPPED = 0.6
"""The lines of one name are closer to each other."""
Title = dict[Role, Run]
Free = Sequence[tuple[Page, Sequence[Word]]]


def titled(table: ItemTable, free: Free) -> ItemTable:
    """Return a table with what stands above its headings as columns, where each heads one item."""
    heads = [(table.page, table.heading_box), *table.repeated]
    items = item_rows(table)
    if len(heads) < FEWEST or len(items) != len(heads) or any(map(_named, table.columns)):
        return table
    above = [_above(page, box, free) for page, box in heads]
    found = [
        _title(page, lines[-1]) if lines else None for (page, _), lines in zip(heads, above, strict=True)
    ]
    told = [title for title in found if title is not None]
    belong = all(_follows(head, row) for head, row in zip(heads, items, strict=True))
    if not belong or len(told) < len(heads):
        return table
    said = frozenset[Role]().union(*told)
    before = [role for role in (Role.LINE_NUMBER, Role.DESCRIPTION) if role in said]
    behind = [Role.AMOUNT] if Role.AMOUNT in said else []
    counted = _count_on(told) and not any(_goes_on(lines, table) for lines in above)
    made = all(Role.AMOUNT in title for title in told) and _make_sums(table, items, told)
    own = [_column(told, role, exact=counted and (made or role is Role.LINE_NUMBER)) for role in before]
    sums = [_column(told, role, exact=made) for role in behind]
    rows = _with_titles(table, dict(zip(map(id, items), told, strict=True)), before, behind)
    return replace(table, columns=(*own, *table.columns, *sums), rows=rows)


def _count_on(titles: Sequence[Title]) -> bool:
    """Tell whether the titles are numbered 1, 2, 3."""
    numbers = [int(title[Role.LINE_NUMBER].text) for title in titles if Role.LINE_NUMBER in title]
    return numbers == list(range(1, len(titles) + 1))


def _make_sums(table: ItemTable, items: Sequence[Row], titles: Sequence[Title]) -> bool:
    """Tell whether the columns that are surely quantity and price make the sum of every title."""
    surely = {
        column.role: at
        for at, column in enumerate(table.columns)
        if column.role in {Role.QUANTITY, Role.PRICE} and all(each.exact for each in column.headings)
    }
    cells = [[" ".join(run.text for run in cell) for cell in row.cells] for row in items]
    texts = [[*row, title[Role.AMOUNT].text] for row, title in zip(cells, titles, strict=True)]
    last = len(table.columns)
    known = {role: at for role, at in surely.items() if role is not None} | {Role.AMOUNT: last}
    found = reckoning.find(texts, known, ()) if len(surely) == len({Role.QUANTITY, Role.PRICE}) else None
    return found is not None and len(found.rows) == len(items)


def _named(column: Column) -> bool:
    """Tell whether a column names the thing, so that a line above it is something else."""
    return not column.roles.isdisjoint({Role.DESCRIPTION, Role.SPECIFICATION})


def _follows(head: tuple[Page, Box], row: Row) -> bool:
    page, box = head
    return row.page is page and row.box.bottom > box.top


def _above(page: Page, heading: Box, free: Free) -> list[list[Word]]:
    """Return the free lines of a page down to the one that stands close above a heading, if one does."""
    words = next((words for other, words in free if other is page), ())
    lines = [
        sorted((word for run in line for word in run.words), key=lambda word: word.box.x0)
        for line in lines_of(page, words)
    ]
    above = [line for line in lines if union(word.box for word in line).middle < heading.top]
    return above if above and _is_close(union(word.box for word in above[-1]), heading) else []


def _goes_on(lines: Sequence[Sequence[Word]], table: ItemTable) -> bool:
    """Tell whether the last line may go on from the one above it, which stands in no item."""
    if len(lines) < FEWEST:
        return False
    before, own = (union(word.box for word in line) for line in lines[-2:])
    within = any(row.box.top <= before.middle <= row.box.bottom for row in table.rows)
    return own.top - before.bottom < WRAPPED * own.height and not within


def _is_close(box: Box, heading: Box) -> bool:
    return box.middle < heading.top < box.bottom + FAR * box.height


def _title(page: Page, words: Sequence[Word]) -> Title | None:
    """Return the parts of a title: its number, its name, and the sum at its end."""
    sums = (at for at in range(1, len(words)) if _is_sum(make_run(page, words[at:]).text))
    priced = next(sums, len(words))
    line = make_run(page, words[:priced])
    number = NUMBERED.match(line.text)
    name = cut_out(line, number.end() if number else 0, len(line.text))
    count = cut_out(line, *number.span("number")) if number else None
    if name is None or not any(map(str.isalpha, name.text)):
        return None
    found = {Role.DESCRIPTION: name} | ({Role.LINE_NUMBER: count} if count is not None else {})
    return found | ({Role.AMOUNT: make_run(page, words[priced:])} if priced < len(words) else {})


def _is_sum(text: str) -> bool:
    found = money.parse(text)
    return found is not None and (found.currency is not None or not found.number_text.isdigit())


def _column(titles: Sequence[Title], role: Role, *, exact: bool) -> Column:
    boxes = [title[role].box for title in titles if role in title]
    heading = Heading("", frozenset({role}), exact=exact)
    return Column(min(box.x0 for box in boxes), max(box.x1 for box in boxes), (heading,))


def _with_titles(
    table: ItemTable, titles: dict[int, Title], before: Sequence[Role], behind: Sequence[Role]
) -> tuple[Row, ...]:
    """Return the rows with their titles, and without that of the next one, which was taken for a note."""
    taken = [(run.page, run.box) for title in titles.values() for run in title.values()]

    def own(runs: Sequence[Run]) -> tuple[Run, ...]:
        return tuple(run for run in runs if not any(_lies_in(run, *each) for each in taken))

    def cells(title: Title | None, roles: Sequence[Role]) -> list[tuple[Run, ...]]:
        return [(title[role],) if title is not None and role in title else () for role in roles]

    rows = []
    for row in table.rows:
        title = titles.get(id(row))
        kept = (*cells(title, before), *map(own, row.cells), *cells(title, behind))
        box = row.box if title is None else union([row.box, *(run.box for run in title.values())])
        inherited = frozenset(at + len(before) for at in row.inherited)
        rows.append(replace(row, box=box, cells=kept, spanning=own(row.spanning), inherited=inherited))
    return tuple(rows)


def _lies_in(run: Run, page: Page, box: Box) -> bool:
    """Tell whether a run stands where a part of a title does."""
    level = run.page is page and box.top < run.box.middle < box.bottom
    return level and run.box.x0 < box.x1 and run.box.x1 > box.x0
