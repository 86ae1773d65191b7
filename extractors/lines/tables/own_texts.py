"""Texts below the figures of an item that begin under one of its columns, and belong to none."""

import re
from collections.abc import Sequence

from extractors.fields import dates, parts, periods
from extractors.late import late
from extractors.lines.headings import CODES
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column
from extractors.lines.tables.inner_tables import ITEM_NUMBER
from extractors.lines.tables.white_space import column_of
from extractors.lines.texts import values_beside
from extractors.lines.texts.inline_labels import recognise_inline
from extractors.lines.texts.labelled_codes import LABELLED, TWO
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

CODED = CODES | {Role.DRAWING}
OPEN = late(
    r"\b(?:per|pro|je|for)\b|\b(?:confirm|agree|advis|estimat|provision|preliminar|surcharge|extra)"
    r"|unverbindlich|vorläufig|zuschlag|zzgl|暂|待|另|每",
    re.IGNORECASE,
)
"""What is said of a price below it: that it may change, or of what it is."""
MONEY = frozenset({Role.PRICE, Role.AMOUNT})
SHORT_ONES = CODED | {Role.LINE_NUMBER, Role.REVISION, Role.UNIT, Role.QUANTITY, Role.DELIVERY}
"""What is too short to go on in the columns at its right."""


def are_labels(line: Sequence[Run], columns: Sequence[Column]) -> bool:
    """Tell whether a line is labels with their values, the first of which begins left of the names.

    "Due on site: 15/03/2027   Deliver point: W2": the second is no name, whatever heads its place.
    """
    if len(line) < TWO or not all(LABELLED.match(run.text) for run in line):
        return False
    return _reaches_over(line[0], columns[column_of(line[0], columns)])


def is_one(run: Run, column: Column, cell: Sequence[Run]) -> bool:
    """Tell whether a further line is a text of its own; `cell` is what stands above it in the column."""
    if (
        cell
        and column.roles <= CODED
        and cell[-1].text.endswith(values_beside.BROKEN)
        and run.box.x1 <= column.x1 + 1
    ):
        return False  # the rest of a code that was broken at its dash, with its revision
    return _reaches_over(run, column) or _is_below_number(run, column, cell)


def _reaches_over(run: Run, column: Column) -> bool:
    """Tell whether a further line begins under a number or a code and is a text of its own."""
    if not column.roles or not column.roles <= SHORT_ONES:
        return False
    if column.role is Role.DELIVERY and _is_time(run.text):
        return False
    if run.box.x1 > column.x1 + 1 or (column.role is Role.LINE_NUMBER and not ITEM_NUMBER.match(run.text)):
        return True
    if len(run.words) == 1 or recognise_inline(run.text) is not None:
        return False
    if column.role in MONEY_OR_COUNT:
        return not NUMBER.match(run.text)
    return column.role is Role.DELIVERY or (column.roles <= CODED and not _is_code(run.text))


def _is_code(text: str) -> bool:
    """Tell whether a text is a code, with a revision or without."""
    return parts.looks_like_code(parts.revision(text)[0])


def _is_time(text: str) -> bool:
    return bool(dates.parse(text)) or periods.parse(text) is not None


def _is_below_number(run: Run, column: Column, cell: Sequence[Run]) -> bool:
    """Tell whether a text stands below a mere number of something else, where a name may begin, or of money.

    Below a price stands what it is meant per, and that has room there: "共 4 种，运费 0.00" has not.
    """
    if not cell or not NUMBER.match(cell[0].text) or NUMBER.match(run.text):
        return False
    return column.role is Role.OTHER or (
        column.role in MONEY
        and run.box.x1 > column.x1 + 1
        and not (column.role is Role.PRICE and OPEN.search(run.text))
    )
