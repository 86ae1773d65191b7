"""Columns that several headings set close head together: "Amount Tax" above "25,981.75 13%".

Nothing but a blank parts the headings, and what stands below them. Where each of them is known, and in every
item's cell blanks part a value of each kind from the next, all are read. Elsewhere the column may hold any of
them: no item that lacks one surely states none.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import dates, units
from extractors.late import late
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.headings import RECKONED, Heading, recognise
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column, ItemTable, Row
from extractors.page.runs import Run, make_run
from extractors.vocabulary.meanings import Role
from models.page import Page, Word

RATE = late(r"\d{1,2}(?:[.,]\d+)?\s?[%％]")
GROUPED = late(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?")
"""One number whose thousands a blank parts: 115 950.00."""
RATES = frozenset({Role.TAX_RATE, Role.DISCOUNT})
TOLD = MONEY_OR_COUNT | RATES | {Role.UNIT, Role.DELIVERY}
"""What tells by its form that it is one of several values in a cell."""
OTHER = frozenset({Role.OTHER})
IDEOGRAPHS = late(r"[\u4e00-\u9fff]+")
TWO = 2
MOST = 6
"""A heading of more words is looked at no further."""


def parted(table: ItemTable) -> ItemTable:
    """Return the table with such columns read as headings above each other, and their cells cut."""
    for at, column in enumerate(table.columns):
        headings = several(column)
        glued = () if headings else _glued(column)
        if not headings and not glued:
            continue
        cells = [row.cells[at] for row in item_rows(table) if row.cells[at]]
        fitting = bool(cells) and all(_cut(cell, headings or glued[:TWO]) for cell in cells)
        if fitting:
            table = _with(table, at, headings, glued)
        elif headings:
            table = _open(table, at, headings)
    return table


def heads(text: str) -> tuple[Heading, ...]:
    """Return the headings that a text is, parted by blanks; nothing where it is one, or one is not known."""
    words = text.split()
    return _heads(words) if 1 < len(words) <= MOST else ()


def _heads(words: Sequence[str]) -> tuple[Heading, ...]:
    for at in range(len(words) - 1, 0, -1):
        first = _one(words[:at])
        behind = _one(words[at:]) if first else ()
        told = (*first, *(behind or _heads(words[at:]))) if first else ()
        if len(told) > 1 and len({each.role for each in told}) == len(told):
            return told
    return ()


def _one(words: Sequence[str]) -> tuple[Heading, ...]:
    found = recognise(" ".join(words))
    return (found,) if found is not None and found.exact and found.role in TOLD else ()


def several(column: Column) -> tuple[Heading, ...]:
    """Return the headings that a column's heading in one line is; nothing where it is one: "Price unit"."""
    if column.stack or len(column.headings) > 1 or any(map(_is_one, column.headings)):
        return ()
    return heads(column.text)


def _glued(column: Column) -> tuple[Heading, ...]:
    """Return the two headings that a Chinese one is without a blank (金额交货日), and those below them.

    Only a heading with a rest that nobody knows is looked at, and what stands below must be of both kinds.
    """
    first, *below = column.text.split() or [""]
    if len(column.headings) != 1 or column.headings[0].exact or not IDEOGRAPHS.fullmatch(first):
        return ()
    for at in range(TWO, len(first) - 1):
        both = (*_one([first[:at]]), *_one([first[at:]]))
        if len(both) == TWO and both[0].role is not both[1].role:
            return (*both, *(recognise(each) or Heading(each, OTHER, exact=False) for each in below))
    return ()


def _is_one(heading: Heading) -> bool:
    return heading.role is not None or (heading.exact and heading.roles <= RECKONED)


def _cut(cell: Sequence[Run], headings: Sequence[Heading]) -> tuple[Run, ...]:
    """Return a cell as its values and the lines below; nothing for any other cell."""
    box = cell[0].box
    line = [run for run in cell if box.top < run.box.middle < box.bottom]
    if any(GROUPED.fullmatch(run.text) for run in line):
        return ()
    words = [word for run in line for word in run.words]
    values = _values(cell[0].page, words, headings)
    return (*values, *cell[len(line) :]) if values else ()


def _values(page: Page, words: Sequence[Word], headings: Sequence[Heading]) -> tuple[Run, ...]:
    """Return one value of its kind for each heading, in their order; nothing where words are left over."""
    if len(headings) == 1:
        whole = make_run(page, words)
        return (whole,) if _fits(headings[0].role, whole.text) else ()
    for at in range(1, len(words) - len(headings) + 2):
        first = make_run(page, words[:at])
        rest = _values(page, words[at:], headings[1:]) if _fits(headings[0].role, first.text) else ()
        if rest:
            return (first, *rest)
    return ()


def _fits(role: Role | None, text: str) -> bool:
    if role in MONEY_OR_COUNT:
        return NUMBER.match(text) is not None and RATE.fullmatch(text) is None
    if role is Role.DELIVERY:
        return bool(dates.parse(text))
    return RATE.fullmatch(text) is not None if role in RATES else units.canonical(text) is not None


def _open(table: ItemTable, at: int, headings: Sequence[Heading]) -> ItemTable:
    """Return the table with a column that may hold any of the headings, and surely none."""
    roles = frozenset[Role]().union(*(each.roles for each in headings))
    heading = Heading(table.columns[at].text, roles, exact=False)
    columns = tuple(
        replace(column, headings=(heading,)) if index == at else column
        for index, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _with(table: ItemTable, at: int, headings: tuple[Heading, ...], glued: tuple[Heading, ...]) -> ItemTable:
    columns = tuple(
        replace(column, headings=headings or glued) if index == at else column
        for index, column in enumerate(table.columns)
    )
    return replace(
        table, columns=columns, rows=tuple(_row(row, at, headings or glued[:TWO]) for row in table.rows)
    )


def _row(row: Row, at: int, headings: tuple[Heading, ...]) -> Row:
    cut = _cut(row.cells[at], headings) if row.cells[at] else ()
    return replace(row, cells=(*row.cells[:at], cut, *row.cells[at + 1 :])) if cut else row
