"""Columns that two headings set close head together: "Amount Tax" above "25,981.75 13%".

Nothing but a blank parts the headings, and what stands below them. Where each half of the heading is known,
and in every item's cell a blank parts a value of the one kind from one of the other, both are read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields import units
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.headings import Heading, recognise
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column, ItemTable, Row
from extractors.runs import Run, make_run
from extractors.vocabulary.meanings import Role

RATE = re.compile(r"\d{1,2}(?:[.,]\d+)?\s?[%％]")
GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?")
"""One number whose thousands a blank parts: 115 950.00."""
RATES = frozenset({Role.TAX_RATE, Role.DISCOUNT})
TOLD = MONEY_OR_COUNT | RATES | {Role.UNIT}
"""What tells by its form that it is one of two values in a cell."""


def parted(table: ItemTable) -> ItemTable:
    """Return the table with such columns read as two headings above each other, and their cells cut."""
    for at, column in enumerate(table.columns):
        headings = heads(column.text) if _may_be_two(column) else None
        if headings is None:
            continue
        cells = [row.cells[at] for row in item_rows(table) if row.cells[at]]
        if cells and all(_cut(cell, headings) for cell in cells):
            table = _with(table, at, headings)
    return table


def heads(text: str) -> tuple[Heading, Heading] | None:
    """Return the two headings that a text is, parted by a blank; None where it is not two that are known."""
    for blank in re.finditer(r"\s+", text):
        first, second = recognise(text[: blank.start()]), recognise(text[blank.end() :])
        if first is not None and second is not None and _are_two(first, second):
            return first, second
    return None


def _are_two(first: Heading, second: Heading) -> bool:
    known = first.exact and second.exact and first.role in TOLD and second.role in TOLD
    return known and first.role is not second.role


def _may_be_two(column: Column) -> bool:
    return len(column.headings) < 2 and not column.stack and " " in column.text


def _cut(cell: Sequence[Run], headings: tuple[Heading, Heading]) -> tuple[Run, ...]:
    """Return a cell as its two values and the lines below; nothing for any other cell."""
    return next(_cuts(cell[0], headings, cell[1:]), ())


def _cuts(run: Run, headings: tuple[Heading, Heading], below: Sequence[Run]) -> Iterator[tuple[Run, ...]]:
    if GROUPED.fullmatch(run.text):
        return
    for at in range(1, len(run.words)):
        first, second = make_run(run.page, run.words[:at]), make_run(run.page, run.words[at:])
        if _fits(headings[0].role, first.text) and _fits(headings[1].role, second.text):
            yield first, second, *below


def _fits(role: Role | None, text: str) -> bool:
    if role in MONEY_OR_COUNT:
        return NUMBER.match(text) is not None and RATE.fullmatch(text) is None
    return RATE.fullmatch(text) is not None if role in RATES else units.canonical(text) is not None


def _with(table: ItemTable, at: int, headings: tuple[Heading, Heading]) -> ItemTable:
    columns = tuple(
        replace(column, headings=headings) if index == at else column
        for index, column in enumerate(table.columns)
    )
    return replace(table, columns=columns, rows=tuple(_row(row, at, headings) for row in table.rows))


def _row(row: Row, at: int, headings: tuple[Heading, Heading]) -> Row:
    cut = _cut(row.cells[at], headings) if row.cells[at] else ()
    return replace(row, cells=(*row.cells[:at], cut, *row.cells[at + 1 :])) if cut else row
