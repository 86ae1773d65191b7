"""Cells that state a number before and after: "(R) 6,00 / (A) 6,00", "old 10 / new 12", 原10 / 现12.

Answers to orders and changes of them print both. What holds is the later one; what is read so is not sure.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.item_table import MONEY_OR_COUNT, Column, ItemTable, Row
from extractors.page.runs import Run, make_run
from models.page import Word

MARKED = late(r"[(（\[]?(?P<mark>[^\W\d]{1,12})[)）\]]?\s*[:：]?\s*(?P<number>\d[\d.,]*)(?:\s?[^\W\d]{1,6})?")
BEFORE = late(
    r"requested|ordered|old|was|previous|original|alt|bestellt|原|旧|变更前|修改前|调整前", re.IGNORECASE
)
AFTER = late(
    r"agreed|accepted|confirmed|new|now|revised|neu|bestätigt|现|新|变更后|修改后|调整后|确认", re.IGNORECASE
)
WORD = late(r"[(（]?[^\W\d][)）]?[^\W\d]+")
"""A word of a heading; its first letter may stand in brackets: "(A)greed"."""
TWO = 2


def settled(table: ItemTable) -> ItemTable:
    """Return the table with such columns holding the later number alone."""
    for at, column in enumerate(table.columns):
        if not column.roles & MONEY_OR_COUNT:
            continue
        cells = [row.cells[at] for row in table.rows if len(row.cells[at]) >= TWO]
        later = [_later(cell, column.text) for cell in cells]
        if any(each is not None for each in later):
            table = _with(table, at, column)
    return table


def _with(table: ItemTable, at: int, column: Column) -> ItemTable:
    doubted = replace(column, headings=tuple(replace(each, exact=False) for each in column.headings))
    rows = tuple(_held(row, at, column.text) for row in table.rows)
    return replace(table, columns=(*table.columns[:at], doubted, *table.columns[at + 1 :]), rows=rows)


def _held(row: Row, at: int, heading: str) -> Row:
    later = _later(row.cells[at], heading)
    return row if later is None else replace(row, cells=(*row.cells[:at], (later,), *row.cells[at + 1 :]))


def _later(cell: Sequence[Run], heading: str) -> Run | None:
    """Return the number of the later of two lines that say which is which, None where they do not."""
    found = [MARKED.fullmatch(run.text.strip()) for run in cell]
    if len(cell) != TWO or not all(found):
        return None
    said = [_meant(each["mark"], heading) for each in found if each]
    after = [bool(AFTER.fullmatch(each)) for each in said]
    if sum(after) != 1 or not BEFORE.fullmatch(said[after.index(False)]):
        return None
    return _from_number(cell[after.index(True)])


def _from_number(run: Run) -> Run:
    """Return what follows the mark of a line: the number, perhaps with its unit."""
    start = next(at for at, character in enumerate(run.text) if character.isdigit())
    words = (_part(word, low, high) for word, low, high in run.within(start, len(run.text)))
    return make_run(run.page, list(words))


def _part(word: Word, start: int, end: int) -> Word:
    return replace(
        word, text=word.text[start:end], box=word.part(start, end), edges=word.edges[start : end + 1]
    )


def _meant(mark: str, heading: str) -> str:
    """Return the word that a mark stands for: of one letter the heading says which."""
    if len(mark) > 1 or not mark.isascii():
        return mark
    words = (re.sub(r"[()（）]", "", word) for word in WORD.findall(heading))
    return next((word for word in words if word[0].casefold() == mark.casefold()), mark)
