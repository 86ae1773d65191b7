"""Which ISO week a list belongs to, and when the run of a week is due. Pure: the moment comes in.

A week is one of a time zone (ISO 8601: it begins on Monday, the first of a year holds its first Thursday).
Its run is at a weekday and time of that zone: a time that the clock skips is later by as much as the clock is
put forward, one that comes twice is the first of both.
"""

import datetime as dt
import zoneinfo
from collections.abc import Collection

from desk.invoicing import holds
from models.configuration import Weekly
from models.invoice_desk import Week


def following(week: Week) -> Week:
    """Return the next week; after the 52nd or 53rd comes the first of the next year."""
    year, number, _ = (dt.date.fromisocalendar(week.year, week.week, 1) + holds.A_WEEK).isocalendar()
    return Week(year, number, week.zone)


def run_at(weekly: Weekly, week: Week) -> dt.datetime:
    """Return the moment of a week's run, in UTC."""
    day = dt.date.fromisocalendar(week.year, week.week, weekly.weekday)
    local = dt.datetime.combine(day, weekly.time, tzinfo=zoneinfo.ZoneInfo(weekly.zone))
    return local.astimezone(dt.UTC)


def is_due(weekly: Weekly, week: Week, moment: dt.datetime) -> bool:
    """Tell whether the run of a week is due, or was."""
    return run_at(weekly, week) <= moment


def due(
    weekly: Weekly, since: dt.datetime, moment: dt.datetime, answered: Collection[Week]
) -> tuple[Week, ...]:
    """Return the weeks whose run is due and that have no answer yet, the oldest first.

    The first that counts is the week of `since`. A run that was missed stays due until its week is answered.
    """
    found: list[Week] = []
    week, last = holds.week_of(since, weekly.zone), holds.week_of(moment, weekly.zone)
    while (week.year, week.week) <= (last.year, last.week):
        if week not in answered and is_due(weekly, week, moment):
            found.append(week)
        week = following(week)
    return tuple(found)
