"""Columns of two codes beside each other with a slash between: "4A-02241 / YF-2111" under 料号 / 厂商料号."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.late import late
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.columns.two_codes import halves
from extractors.lines.item_table import Column, ItemTable
from extractors.runs import Run, cut_out

BETWEEN = late(r"\s+/\s+")
"""A slash inside a number has no blanks around it."""
TWO = 2


def parted(table: ItemTable) -> ItemTable:
    """Return the table with such codes below each other, each under its own half of the heading."""
    for at, column in enumerate(table.columns):
        headings = halves(column.headings[0].text) if column.headings else ()
        if headings and _hold_two(table, at):
            table = _with(table, at, replace(column, headings=(*headings, *column.headings[1:]), stack=()))
    return table


def _hold_two(table: ItemTable, at: int) -> bool:
    """Tell whether every item has two codes in a column."""
    cells = [row.cells[at] for row in item_rows(table)]
    return bool(cells) and all(len(_cut(cell)) == len(cell) + 1 for cell in cells)


def _with(table: ItemTable, at: int, column: Column) -> ItemTable:
    rows = (
        replace(row, cells=(*row.cells[:at], _cut(row.cells[at]), *row.cells[at + 1 :])) for row in table.rows
    )
    columns = (*table.columns[:at], column, *table.columns[at + 1 :])
    return replace(table, columns=columns, rows=tuple(rows))


def _cut(cell: Sequence[Run]) -> tuple[Run, ...]:
    """Return the lines of a cell, the first of them cut where it holds two codes."""
    slashes = list(BETWEEN.finditer(cell[0].text)) if cell else []
    if len(slashes) != 1:
        return tuple(cell)
    first, second = cell[0].text[: slashes[0].start()], cell[0].text[slashes[0].end() :]
    if not (parts.looks_like_code(first) and parts.looks_like_code(second)):
        return tuple(cell)
    pieces = (cut_out(cell[0], 0, len(first)), cut_out(cell[0], slashes[0].end(), len(cell[0].text)))
    whole = [each for each in pieces if each is not None]
    return (*whole, *cell[1:]) if len(whole) == TWO else tuple(cell)
