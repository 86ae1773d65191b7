"""Headings whose two characters stand so far apart that each was taken for one of its own: 單　價.

The second may touch the heading of the next column: "金　額預交日".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.lines.headings import recognise
from extractors.lines.item_table import Column, ItemTable, Row
from extractors.page.runs import IDEOGRAPH, Run, cut_out
from extractors.page.runs import joined as joined_runs

WIDEST = 4.0
"""The gap is at most so many times as wide as the letters are high."""


def joined(table: ItemTable) -> ItemTable:
    """Return the table with such columns as one, where no row has something in both of them."""
    at = next((at for at in range(len(table.columns) - 1) if _are_one(table, at)), None)
    if at is None:
        return table
    columns = (*table.columns[:at], _column(table, at), *table.columns[at + 2 :])
    return joined(replace(table, columns=columns, rows=tuple(_row(row, at) for row in table.rows)))


def _are_one(table: ItemTable, at: int) -> bool:
    one, other = table.columns[at].text.strip(), table.columns[at + 1].text.strip()
    single = len(one) == len(other) == 1 and all(map(IDEOGRAPH.match, (one, other)))
    heading = recognise(one + other) if single else None
    apart = not any(row.cells[at] and row.cells[at + 1] for row in table.rows)
    return heading is not None and heading.exact and apart


def _column(table: ItemTable, at: int) -> Column:
    one, other = table.columns[at : at + 2]
    heading = recognise(one.text.strip() + other.text.strip())
    assert heading is not None
    return replace(
        one, x1=other.x1, text=heading.text, headings=(heading,), stack=(), cut=one.cut and other.cut
    )


def _row(row: Row, at: int) -> Row:
    cells = (*row.cells[:at], row.cells[at] + row.cells[at + 1], *row.cells[at + 2 :])
    inherited = frozenset(each - (each > at) for each in row.inherited)
    return replace(row, cells=cells, inherited=inherited)


def closed_up(line: Sequence[Run]) -> list[Run]:
    """Return a line with the halves of spread headings joined."""
    found: list[Run] = []
    for run in line:
        found += _halves(found.pop(), run) if found and _beside(found[-1], run) else [run]
    return found


def _beside(before: Run, run: Run) -> bool:
    near = 0 < run.box.x0 - before.box.x1 < WIDEST * before.box.height
    return near and IDEOGRAPH.fullmatch(before.text) is not None and IDEOGRAPH.match(run.text) is not None


def _halves(before: Run, run: Run) -> Iterator[Run]:
    """Yield a half and what stands behind it: one heading and the rest of the text, or both as they are."""
    half, rest = cut_out(run, 0, 1), cut_out(run, 1, len(run.text))
    whole = joined_runs([before, half], glue=True) if half is not None else None
    plain = rest is None or not rest.text.strip() or _is_heading(rest.text)
    if whole is None or not _is_heading(whole.text) or not plain or _is_whole(run.text):
        yield from (before, run)
        return
    yield whole
    if rest is not None and rest.text.strip():
        yield rest


def _is_heading(text: str) -> bool:
    heading = recognise(text.strip())
    return heading is not None and heading.exact


def _is_whole(text: str) -> bool:
    """Tell whether a text is a heading without the ideograph before it; a lone one may be its end."""
    return len(text.strip()) > 1 and _is_heading(text)
