"""What a printed date can mean: a day, or a span of days, and how it was written."""

import calendar
import datetime as dt
import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass


class DateOrder(enum.StrEnum):
    """How a date is written."""

    YMD = "ymd"
    YYMD = "yymd"
    """Two-digit year first: 26.11.05."""
    DMY = "dmy"
    MDY = "mdy"
    NAMED = "named"
    """The month in letters."""
    CHINESE = "chinese"
    """2026年3月15日."""
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    PART = "part"
    """A part of a month or year: 上旬, 月底, "end of March"."""
    SERIAL = "serial"
    """The day number of a spreadsheet."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """One meaning of a printed date; `first` and `last` are the same day unless it names a span.

    `year_stated` is False where the year was taken from the base date. `limit` tells that the date
    is a latest one ("before", 前, "by").
    """

    first: dt.date
    last: dt.date
    order: DateOrder
    year_stated: bool = True
    limit: bool = False


EARLIEST, LATEST = 1950, 2100
"""Years outside are no dates of orders; they are sizes, standards and article numbers."""


def year(text: str) -> int:
    """Return the year that four or two digits stand for; two digits mean this century."""
    return int(text) if len(text) == 4 else 2000 + int(text)


def day(year: int, month: int, day: int) -> dt.date | None:
    """Return the day, None where the calendar has none such."""
    if not (EARLIEST <= year <= LATEST and 1 <= month <= 12):
        return None
    return dt.date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def one_day(
    order: DateOrder, year: int | None, month: int, number: int, base: dt.date | None = None
) -> Iterator[DateReading]:
    """Yield the reading of a single day, if there is such a day."""
    yield from span(order, year, base, lambda of: (day(of, month, number), day(of, month, number)))


def span(
    order: DateOrder,
    year: int | None,
    base: dt.date | None,
    within: Callable[[int], tuple[dt.date | None, dt.date | None]],
) -> Iterator[DateReading]:
    """Yield the reading of `within` a year; without a year the next one that does not end before `base`."""
    if year is None and base is None:
        return
    years = [year] if year is not None else [base.year + ahead for ahead in range(9)] if base else []
    for each in years:
        first, last = within(each)
        if first and last and (year is not None or base is None or last >= base):
            yield DateReading(first, last, order, year_stated=year is not None)
            return
