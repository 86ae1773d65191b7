"""Days on the factory's calendar: lead times added to a start, working days between two dates."""

import calendar as months
import datetime as dt

from compare.values import DURATION
from models.policy import Calendar

DAY = dt.timedelta(days=1)


def is_working(day: dt.date, calendar: Calendar) -> bool:
    """Tell whether a day is worked: a make-up day on a weekend is, a holiday is not."""
    if day in calendar.working_days:
        return True
    closed = any(each.first <= day <= each.last for each in (*calendar.holidays, *calendar.shutdowns))
    return day.weekday() not in calendar.weekend and not closed


def after(start: dt.date, iso: str, calendar: Calendar, *, working_days: bool = False) -> dt.date | None:
    """Return the day on which a lead time ends that begins at `start`; None if it is no lead time.

    A lead time that ends in a shutdown ends on the first working day after it.
    """
    match = DURATION.fullmatch(iso)
    if match is None:
        return None
    if match["months"]:
        end = _add_months(start, int(match["months"]))
    elif working_days and match["days"]:
        end = _add_working_days(start, int(match["days"]), calendar)
    else:
        end = start + DAY * (int(match["days"] or 0) + 7 * int(match["weeks"] or 0))
    return _out_of_shutdown(end, calendar)


def between(first: dt.date, last: dt.date, calendar: Calendar) -> int:
    """Return how many working days lie from `first`, not counted, to `last`, counted."""
    days = (first + DAY * each for each in range(1, (last - first).days + 1))
    return sum(is_working(day, calendar) for day in days)


def _add_months(start: dt.date, count: int) -> dt.date:
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return start.replace(year, month + 1, min(start.day, months.monthrange(year, month + 1)[1]))


def _add_working_days(start: dt.date, count: int, calendar: Calendar) -> dt.date:
    day = start
    while count > 0:
        day += DAY
        count -= is_working(day, calendar)
    return day


def _out_of_shutdown(day: dt.date, calendar: Calendar) -> dt.date:
    if not any(each.first <= day <= each.last for each in calendar.shutdowns):
        return day
    while not is_working(day, calendar):
        day += DAY
    return day
