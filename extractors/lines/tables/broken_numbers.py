"""Columns under a mere "No." whose narrow cells break the codes of things: "TN-RG-", and "0815" below it.

What stands below looks like the number of an item and is the end of a code. Every line of figures tells it:
none has a number that counts.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.columns.column_contents import CODE
from extractors.lines.item_table import Column
from extractors.lines.tables.white_space import column_of
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

BROKEN = late(r"(?=.*[A-Z])[A-Z0-9][A-Z0-9./-]*[-/]")
"""The beginning of a code that breaks at its dash."""
LEAST = 2
Line = Sequence[Run]


def settled(columns: Sequence[Column], lines: Sequence[Line]) -> tuple[Column, ...]:
    """Return columns, one of item numbers as that of codes where each line of figures has a broken one."""
    return tuple(
        replace(column, headings=tuple(replace(each, roles=CODE, exact=False) for each in column.headings))
        if column.role is Role.LINE_NUMBER and len(lines) >= LEAST and _are_broken(columns, at, lines)
        else column
        for at, column in enumerate(columns)
    )


def _are_broken(columns: Sequence[Column], at: int, lines: Sequence[Line]) -> bool:
    texts = [[run.text for run in line if column_of(run, columns) == at] for line in lines]
    return all(len(found) == 1 and BROKEN.fullmatch(found[0]) is not None for found in texts)
