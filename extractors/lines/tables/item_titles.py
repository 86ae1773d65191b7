"""Items that each have a heading of columns of their own: what stands above the heading names the item."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, ItemTable, Row
from extractors.runs import Run, cut_out
from models.page import union

NUMBERED = re.compile(
    r"^\s*(?:(?:item|pos\.?|position|line|no\.?|项目?|货物|产品)\s*)?第?\s*\d{1,4}\s*(?:项|[.)、）:：])?\s*(?=[^\W\d])",
    re.IGNORECASE,
)
"""The number of an item before its name: "Position 2 Impeller", 第2项叶轮."""
LEAST = 2
"""One heading alone may have anything above it."""
NEAR = 2.0
"""A title stands no further above its heading than so many heights of its letters."""


def with_titles(tables: Sequence[ItemTable], lines: Sequence[Sequence[Run]]) -> list[ItemTable]:
    """Return tables that are alike and hold one item each with the titles of their items."""
    alike = [table for table in tables if _key(table) == _key(tables[0]) and _holds_one(table)]
    titles = [_title(table, lines) for table in alike]
    if len(alike) < max(LEAST, len(tables)) or not all(titles):
        return list(tables)
    taken = {id(title) for title in titles}
    return [
        replace(table, rows=(_titled(table.rows[0], title, taken), *table.rows[1:]))
        for table, title in zip(alike, titles, strict=True)
        if title is not None
    ]


def _key(table: ItemTable) -> list[str]:
    return [column.text for column in table.columns]


def _holds_one(table: ItemTable) -> bool:
    """Tell whether the first row of a table is its only item; a sum may stand below it."""
    return bool(table.rows) and [_figures(table, row) > 1 for row in table.rows].count(True) == 1


def _figures(table: ItemTable, row: Row) -> int:
    pairs = zip(table.columns, row.cells, strict=True)
    cells = (cell for column, cell in pairs if column.roles & MONEY_OR_COUNT)
    return sum(bool(cell and NUMBER.match(cell[0].text)) for cell in cells)


def _title(table: ItemTable, lines: Sequence[Sequence[Run]]) -> Run | None:
    """Return the numbered text right above the heading of a table."""
    top = table.heading_box.top
    above = [line for line in lines if union(run.box for run in line).bottom <= top + 1]
    if not above or len(above[-1]) > 1:
        return None
    run = above[-1][0]
    near = top - run.box.bottom < NEAR * run.box.height
    return run if near and NUMBERED.match(run.text) else None


def _titled(row: Row, title: Run, taken: set[int]) -> Row:
    """Return a row with its title, and without the title of the next one, which was taken for a note."""
    number = NUMBERED.match(title.text)
    name = cut_out(title, number.end() if number else 0, len(title.text))
    cells = tuple(tuple(run for run in cell if id(run) not in taken) for cell in row.cells)
    spanning = tuple(run for run in row.spanning if id(run) not in taken)
    return replace(row, cells=cells, spanning=((name, *spanning) if name else spanning))
