"""Columns that hold a price and, behind a blank, what it is for: "8,502.00 100 pc".

Whether the heading says so ("Preis per") or not, what stands in every item tells: a number, then 1, 10, 100
or 1000, then a unit of measure.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import units
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.composed_headings import says
from extractors.lines.headings import Heading, recognise
from extractors.lines.item_table import NUMBER, Column, ItemTable, Row
from extractors.runs import Run, make_run
from extractors.vocabulary.meanings import Role
from models.page import Word

ROUND = frozenset({"1", "10", "100", "1000", "1.000", "1,000"})
PARTS = 3
"""The price, a number and its unit."""


def parted(table: ItemTable) -> ItemTable:
    """Return the table with such columns read as two headings above each other, the price first."""
    items = item_rows(table)
    for at, column in enumerate(table.columns):
        cells = [row.cells[at] for row in items if row.cells[at]]
        if len(column.headings) == 1 and column.role is Role.PRICE and cells and all(map(_cut, cells)):
            table = _with(table, at, column)
    return table


def _cut(cell: Sequence[Run]) -> tuple[Run, ...]:
    """Return a cell as its price, what that is for, and the lines below; nothing for any other cell."""
    line = cell[:1] if len(cell[0].words) > 1 else cell[:2]
    words: list[Word] = [word for run in line for word in run.words]
    if len(words) < PARTS or not NUMBER.match(words[0].text) or words[1].text not in ROUND:
        return ()
    page = cell[0].page
    behind = make_run(page, words[1:])
    unit = make_run(page, words[2:]).text
    below = cell[len(line) :]
    return (make_run(page, words[:1]), behind, *below) if units.canonical(unit) is not None else ()


def _with(table: ItemTable, at: int, column: Column) -> ItemTable:
    price = column.headings[0]
    said = recognise(column.text)
    named = says(column.text, "unit") or (said is not None and Role.PRICE_PER in said.roles)
    per = Heading(price.text, frozenset({Role.PRICE_PER}), exact=price.exact and named)
    columns = tuple(
        replace(each, headings=(price, per), stack=()) if index == at else each
        for index, each in enumerate(table.columns)
    )
    return replace(table, columns=columns, rows=tuple(_row(row, at) for row in table.rows))


def _row(row: Row, at: int) -> Row:
    cut = _cut(row.cells[at]) if row.cells[at] else ()
    return replace(row, cells=(*row.cells[:at], cut, *row.cells[at + 1 :])) if cut else row
