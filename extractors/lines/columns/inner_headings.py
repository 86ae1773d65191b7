"""Headings of tables inside an item: its weeks, deliveries or price steps."""

import re

from extractors.kept import kept
from extractors.late import late
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column, make_column
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

TWO = 2
SCHEDULE = late(
    r"(?:rel(?:ease)?|sched(?:ule)?(?: line)?|split|call[ -]?off)\b\.?(?: (?:no|nr|#)\.?)?"
    r"\s*:?\s*(?P<count>\d{1,3})?$",
    re.IGNORECASE,
)
"""What numbers the deliveries of an item."""
COUNT = late(r"\d{1,3}")
SCHEDULED = frozenset({Role.DELIVERY, Role.QUANTITY})
Line = list[Run]


@kept
def inner_columns(line: Line) -> tuple[Column, ...] | None:
    """Return the columns of a heading inside an item, None where the line is none.

    At least three known headings, one of them of numbers, or two of numbers, or those of a schedule (a day
    and a quantity); and no number among them but that of the schedule: "Rel 1  Due date  Quantity".
    """
    line = _unnumbered(line)
    if len(line) < TWO or any(NUMBER.match(run.text) for run in line):
        return None
    columns = tuple(make_column(run.box.x0, run.box.x1, [run.text]) for run in line)
    known = [column for column in columns if column.headings and column.headings[0].exact]
    counted = len({column.role for column in known if column.role in MONEY_OR_COUNT})
    most = len(known) >= 3 and len(known) > len(columns) / 2
    scheduled = {column.role for column in known} >= SCHEDULED
    return columns if (counted >= TWO and len(line) > TWO) or (most and counted) or scheduled else None


def _unnumbered(line: Line) -> Line:
    """Return a line of headings without the number of the release or schedule that stands before them."""
    told = SCHEDULE.match(line[0].text) if line else None
    if told is None or told["count"]:
        return line if told is None else line[1:]
    counted = len(line) > 1 and COUNT.fullmatch(line[1].text) is not None
    return line[2:] if counted else line
