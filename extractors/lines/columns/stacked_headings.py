"""Headings of two lines that can be one or two: "Your part / number", or a unit above a price."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts, units
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.headings import CODES, Heading
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column, ItemTable
from extractors.lines.texts import inline_labels
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

CODED = CODES | {Role.DRAWING}


def settled(table: ItemTable) -> ItemTable:
    """Return the table with headings as two where the items have a line below each of them.

    Every item begins with a code of its own line, or has a unit above a number.
    """
    items = item_rows(table) if any(map(_is_stack, table.columns)) else []
    columns = tuple(
        replace(column, headings=column.stack)
        if _is_stack(column) and _are_two([row.cells[at] for row in items if row.cells[at]], column.stack)
        else column
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _is_stack(column: Column) -> bool:
    """Tell whether a heading may be several: what stands below "Your part" is its end."""
    return bool(column.stack) and all(each.role is not Role.LINE_NUMBER for each in column.stack[1:])


def _are_two(cells: Sequence[Sequence[Run]], stack: Sequence[Heading]) -> bool:
    if not cells:
        return False
    return _are_coded(cells) or _are_named(cells, stack) or all(_is_measured(cell, stack) for cell in cells)


def _are_named(cells: Sequence[Sequence[Run]], stack: Sequence[Heading]) -> bool:
    """Tell whether each cell is a name and a code below it, as its headings say: "Goods", "Drawing no."."""
    if [heading.role is Role.DESCRIPTION for heading in stack] != [True, False]:
        return False
    return stack[1].role in CODED and all(len(cell) > 1 and _is_named(cell) for cell in cells)


def _is_named(cell: Sequence[Run]) -> bool:
    return parts.is_clear(cell[-1].text) and not parts.looks_like_code(cell[0].text)


def _are_coded(cells: Sequence[Sequence[Run]]) -> bool:
    return (
        all(inline_labels.CODE_TAIL.match(cell[0].text) for cell in cells)
        and any(len(cell) > 1 for cell in cells)
        and not any(len(cell) > 1 and cell[0].text.endswith("-") for cell in cells)
    )


def _is_measured(cell: Sequence[Run], stack: Sequence[Heading]) -> bool:
    """Tell whether a cell has a unit below the heading of units, and numbers below the others."""
    return len(cell) == len(stack) and all(
        units.canonical(run.text) is not None
        if heading.role is Role.UNIT
        else heading.role in MONEY_OR_COUNT and NUMBER.match(run.text) is not None
        for run, heading in zip(cell, stack, strict=True)
    )
