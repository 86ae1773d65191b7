"""Headings that stand right above a drawn table, outside its lines: only the rows of items have cells.

Each column of the table gets the words above it, in up to three lines, if nearly all of them are headings.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.lines.headings import recognise
from extractors.page.runs import rows_of
from models.page import Box, Cell, Page, Table, Word, union

LEAST = 4
"""So many columns at least have headings that cannot be a sentence."""
MOST_LINES = 3
NEAR = 1.6
"""A line of the heading is no further above the next one, or the table, than so many heights."""
SLACK = 3.0
"""A word may reach so many points over the end of its column."""


def headed(page: Page, table: Table) -> Table:
    """Return the table with a first row for the headings above it; itself where none stand there."""
    columns = _columns(table)
    lines = _lines_above(page, table) if len(columns) >= LEAST else []
    for count in range(len(lines), 0, -1):
        words = [word for line in lines[-count:] for word in line]
        cells = [_within(words, column) for column in columns]
        if sum(map(len, cells)) == len(words) and _are_headings(cells):
            return _with(table, columns, cells)
    return table


def _columns(table: Table) -> list[Box]:
    """Return the places of the columns, by the first row that has a cell for each; none where none has."""
    for row in range(table.rows):
        cells = [cell for cell in table.cells if cell.row == row and cell.column_span == 1]
        if len(cells) == table.columns:
            return [cell.box for cell in sorted(cells, key=lambda cell: cell.column)]
    return []


def _lines_above(page: Page, table: Table) -> list[list[Word]]:
    """Return the lines right above a table that stand within its width, the lowest last."""
    box = table.box
    over = [word for word in page.words if word.box.bottom <= box.top + SLACK and word.box.x1 > box.x0]
    lines: list[list[Word]] = []
    edge = box.top
    for line in reversed(rows_of(over)):
        place = union(word.box for word in line)
        inside = box.x0 - SLACK <= place.x0 and place.x1 <= box.x1 + SLACK
        if not inside or edge - place.bottom > NEAR * place.height or len(lines) == MOST_LINES:
            break
        lines.insert(0, line)
        edge = place.top
    return lines


def _within(words: Sequence[Word], column: Box) -> tuple[Word, ...]:
    return tuple(
        word
        for word in words
        if column.x0 <= word.box.centre < column.x1
        and column.x0 - SLACK <= word.box.x0
        and word.box.x1 <= column.x1 + SLACK
    )


def _are_headings(cells: Sequence[Sequence[Word]]) -> bool:
    """Tell whether all cells but one or two at most are known headings, and none holds a figure alone."""
    texts = [" ".join(word.text for word in words) for words in cells]
    known = [heading for text in texts if (heading := recognise(text)) is not None and heading.exact]
    lone = sum(text.replace(".", "").replace(",", "").isdigit() for text in texts)
    return len(known) >= LEAST and len(known) >= len([text for text in texts if text]) - 2 and not lone


def _with(table: Table, columns: Sequence[Box], cells: Sequence[tuple[Word, ...]]) -> Table:
    top = min(word.box.top for words in cells for word in words)
    heads = [
        Cell(0, at, Box(column.x0, top, column.x1, table.box.top), words)
        for at, (column, words) in enumerate(zip(columns, cells, strict=True))
    ]
    rows = (replace(cell, row=cell.row + 1) for cell in table.cells)
    box = Box(table.box.x0, top, table.box.x1, table.box.bottom)
    return replace(table, box=box, rows=table.rows + 1, cells=(*heads, *rows))
