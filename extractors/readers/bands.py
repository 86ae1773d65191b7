"""Which rows of a sheet make a table: rows with the same columns filled, under a row of headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LEAST = 3
"""A table has at least so many texts in its first row."""
SHARED = 0.6
"""Rows of one table share at least this part of the filled columns of the shorter one."""
WIDER = 1.5
"""A row with so many times the texts of the rows before it is the heading of another table."""


@dataclass(frozen=True, slots=True)
class Track:
    """A row: the columns that its cells take, how many texts stand in it, and whether one is a number.

    A row is `priced` in which a sum of money stands that somebody typed as a text.
    `reaching` counts the texts whose cells reach down into it, as headings of one row do beside those of two.
    """

    columns: frozenset[int]
    texts: int
    numeric: bool
    reaching: int = 0
    priced: bool = False


def bands(rows: Sequence[Track]) -> list[range]:
    """Return the rows that make tables, from top to bottom."""
    return list(_bands(rows))


def _bands(rows: Sequence[Track]) -> Iterator[range]:
    at = 0
    while at < len(rows):
        end = _end(rows, at) if _begins(rows, at) else at
        if end > at:
            yield range(at, end)
        at = max(end, at + 1)


def _begins(rows: Sequence[Track], at: int) -> bool:
    """Tell whether a row has enough texts side by side, and the next one has the same columns."""
    here = rows[at]
    below = rows[at + 1] if at + 1 < len(rows) else None
    if below is not None and below.texts == 1 and _heads_section(rows, at):
        below = rows[at + 2]
    if below is None or here.texts < LEAST or below.texts < 2 or _gappy(here):
        return False
    return _alike(here, below)


def _heads_section(rows: Sequence[Track], at: int) -> bool:
    """Tell whether the title of the first section parts a row of headings from a row of numbers as long."""
    here, title = rows[at], rows[at + 1]
    first = rows[at + 2] if at + 2 < len(rows) else None
    counted = first is not None and (first.numeric or first.priced)
    headed = first is not None and counted and first.texts >= max(SHARED * here.texts, LEAST + 1)
    return headed and not here.numeric and not title.numeric and title.columns <= here.columns


def _gappy(row: Track) -> bool:
    """Tell whether most texts have an empty cell to their right: a form, not a table."""
    followed = sum(column + 1 in row.columns for column in row.columns)
    return followed < 0.5 * (len(row.columns) - 1)


def _alike(one: Track, other: Track) -> bool:
    small, large = sorted((one.columns, other.columns), key=len)
    return len(small & large) >= SHARED * len(small)


def _end(rows: Sequence[Track], start: int) -> int:
    """Return where a table ends: at an empty row after which nothing goes on, or at a wider table."""
    columns = rows[start].columns
    most = rows[start].texts
    at = start + 1
    while at < len(rows):
        row = rows[at]
        if row.texts == 0 and not row.columns:
            titled = any(each.texts == 1 and not each.numeric for each in rows[start + 1 : at])
            if not _goes_on(rows, at, columns, titled=titled):
                return at
        elif row.texts >= WIDER * most and _begins(rows, at):
            return at
        columns |= row.columns
        most = max(most, row.texts + row.reaching)
        at += 1
    return at


def _goes_on(rows: Sequence[Track], gap: int, columns: frozenset[int], *, titled: bool) -> bool:
    """Tell whether a row of numbers in the table's columns follows an empty row.

    Where the items above have the title of a section, another title may stand before it.
    """
    below = rows[gap + 1 : gap + 3]
    if not below:
        return False
    heads = titled and len(below) > 1 and below[0].texts == 1 and not below[0].numeric
    row = below[1] if heads else below[0]
    return row.numeric and row.texts >= LEAST and len(row.columns & columns) >= SHARED * len(row.columns)
