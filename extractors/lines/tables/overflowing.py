"""Codes that stand behind a name too long for its column: "Bellows seal MB85-50 Alloy 718 7D8S-0345-C".

Prints of fixed width push what follows to the right; the code is then the last word of the name's cell, under
the heading of codes, where other items have theirs in a column of their own. What is read so is never sure.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.lines.headings import CODES
from extractors.lines.item_table import Column, Row
from extractors.page.runs import Run, make_run
from extractors.vocabulary.meanings import Role

CODED = CODES | {Role.DRAWING}


def put_back(rows: Sequence[Row], columns: Sequence[Column], heads: Sequence[Column]) -> tuple[Row, ...]:
    """Return rows with such codes in their own column; `heads` are the columns as wide as their headings."""
    for at in range(1, len(columns)):
        filled = any(row.cells[at] for row in rows)
        if columns[at].roles and columns[at].roles <= CODED and not columns[at].cut and filled:
            rows = [_row(row, at, heads[at]) for row in rows]
    return tuple(rows)


def _row(row: Row, at: int, head: Column) -> Row:
    name, coded = row.cells[at - 1 : at + 1]
    reaching = coded[0] if coded and not parts.looks_like_code(coded[0].text) else None
    if not name or (coded and reaching is None):
        return row
    cut = _cut(reaching or name[0], head)
    if cut is None:
        return row
    rest, code = cut
    whole = rest if reaching is None else make_run(rest.page, [*name[0].words, *rest.words])
    cells = (*row.cells[: at - 1], (whole, *name[1:]), (code, *coded[1:]), *row.cells[at + 1 :])
    return replace(row, cells=cells)


def _cut(run: Run, head: Column) -> tuple[Run, Run] | None:
    """Return a name and the code behind it, None where its last word is none or stands before the heading."""
    *words, last = run.words
    if not words or not parts.is_clear(last.text) or last.box.centre < head.x0:
        return None
    return make_run(run.page, words), make_run(run.page, [last])
