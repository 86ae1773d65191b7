"""Columns of two codes beside each other with a mark between: "4A-02241 / YF-2111" under 料号 / 厂商料号.

They may stand below the name of the thing as well, as their headings do: 品名, 我方料号·贵方料号.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.late import late
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.columns.two_codes import halves
from extractors.lines.headings import Heading, recognise
from extractors.lines.item_table import Column, ItemTable
from extractors.page.runs import Run, cut_out
from extractors.vocabulary.meanings import Role

BETWEEN = late(r"\s+/\s+|\s*[·•／∕｜|]\s*")
"""A slash inside a number has no blanks around it."""
ENDING = late(r"[/·•／∕｜|]\s*$")
BLANK = late(r"\s+")
TWO = 2
SHORTEST = 5
"""A shorter text is the revision of the other."""


def parted(table: ItemTable) -> ItemTable:
    """Return the table with such codes below each other, each under its own half of the heading."""
    table = _joined(table)
    for at, column in enumerate(table.columns):
        headings, line = _headings(column)
        if headings and _hold_two(table, at, line):
            table = _with(table, at, replace(column, headings=headings, stack=()), line)
    return table


def _joined(table: ItemTable) -> ItemTable:
    """Return the table with a heading put together that a mark at its end shows to be cut."""
    for at, (column, rest) in enumerate(itertools.pairwise(table.columns)):
        cut = column.headings[-1].text if column.headings else ""
        if not ENDING.search(cut) or len(rest.headings) != 1 or any(row.cells[at + 1] for row in table.rows):
            continue
        whole = recognise(f"{cut}{rest.headings[0].text}")
        if whole is not None and whole.exact:
            columns = list(table.columns)
            columns[at : at + 2] = [replace(column, headings=(*column.headings[:-1], whole), stack=())]
            rows = (replace(row, cells=row.cells[: at + 1] + row.cells[at + 2 :]) for row in table.rows)
            return replace(table, columns=tuple(columns), rows=tuple(rows))
    return table


def _headings(column: Column) -> tuple[tuple[Heading, ...], int]:
    """Return the headings of a column that names two codes, and in which line of its cells they stand."""
    if not column.headings:
        return (), 0
    first, *below = column.headings
    if len(below) == 1 and first.role is Role.DESCRIPTION:
        both = halves(below[0].text)
        return ((first, *both) if both else ()), -1
    blanks = BLANK.finditer(first.text) if Role.DESCRIPTION in first.roles and not below else ()
    for blank in blanks:
        name, both = recognise(first.text[: blank.start()]), halves(first.text[blank.end() :])
        if both and name is not None and name.exact and name.role is Role.DESCRIPTION:
            return (name, *both), -1
    both = halves(first.text)
    return ((*both, *below) if both else ()), 0


def _hold_two(table: ItemTable, at: int, line: int) -> bool:
    """Tell whether every item has two codes in that line of a column, below a name if it is the last."""
    cells = [row.cells[at] for row in item_rows(table)]
    named = line == 0 or all(len(cell) == TWO for cell in cells)
    return bool(cells) and named and all(len(_cut(cell, line)) == len(cell) + 1 for cell in cells)


def _with(table: ItemTable, at: int, column: Column, line: int) -> ItemTable:
    rows = (
        replace(row, cells=(*row.cells[:at], _cut(row.cells[at], line), *row.cells[at + 1 :]))
        for row in table.rows
    )
    columns = (*table.columns[:at], column, *table.columns[at + 1 :])
    return replace(table, columns=columns, rows=tuple(rows))


def _cut(cell: Sequence[Run], line: int) -> tuple[Run, ...]:
    """Return the lines of a cell, one of them cut where it holds two codes."""
    run = cell[line] if cell else None
    marks = list(BETWEEN.finditer(run.text)) if run is not None else []
    if run is None or len(marks) != 1:
        return tuple(cell)
    first, second = run.text[: marks[0].start()], run.text[marks[0].end() :]
    codes = parts.looks_like_code(first) and parts.looks_like_code(second)
    if not codes or min(len(first), len(second)) < SHORTEST or any(map(parts.is_tag, (first, second))):
        return tuple(cell)
    pieces = (cut_out(run, 0, len(first)), cut_out(run, marks[0].end(), len(run.text)))
    whole = [each for each in pieces if each is not None]
    if len(whole) != TWO:
        return tuple(cell)
    return (*whole, *cell[1:]) if line == 0 else (*cell[:line], *whole)
