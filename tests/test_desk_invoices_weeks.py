"""Weekly runs over two years in zones that put their clocks forward, back, at midnight or by half an hour."""

import datetime as dt
import zoneinfo
from dataclasses import replace

import pytest

from desk.invoicing import holds, weeks
from models.configuration import Weekly
from models.invoice_desk import Week

ZONES = (
    "Asia/Shanghai",
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/Santiago",
)
TIMES = (
    (1, dt.time(9, 0)),
    (7, dt.time(2, 30)),  # in the hour that clocks skip or repeat, on their day
    (7, dt.time(0, 0)),  # the minute that Santiago's clocks skip
)
BEGIN = dt.datetime(2025, 12, 29, 0, 0, tzinfo=dt.UTC)
END = dt.datetime(2028, 1, 3, 12, 0, tzinfo=dt.UTC)
STEP = dt.timedelta(hours=11, minutes=13)


def calendar_weeks(zone: str, moment: dt.datetime, since: dt.datetime) -> set[tuple[int, int]]:
    """Return the ISO weeks of the days from `since` to `moment`, counted day by day."""
    first, last = (each.astimezone(zoneinfo.ZoneInfo(zone)).date() for each in (since, moment))
    days = (first + dt.timedelta(days=at) for at in range((last - first).days + 1))
    return {each.isocalendar()[:2] for each in days}


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(("weekday", "time"), TIMES)
def test_two_years_have_one_report_for_each_week(zone: str, weekday: int, time: dt.time) -> None:
    weekly = Weekly(weekday, time, zone)
    reports: list[Week] = []
    moments = [BEGIN + STEP * at for at in range((END - BEGIN) // STEP)]
    for moment in (*moments, END):
        if not 60 < (moment - BEGIN).days < 90:  # a machine that is off for a month
            for _ in range(3):
                for each in weeks.due(weekly, BEGIN, moment, frozenset(reports)):
                    assert moment >= weeks.run_at(weekly, each)
                    reports.append(each)
    expected = calendar_weeks(zone, END, BEGIN)
    last = holds.week_of(END, zone)
    if not weeks.is_due(weekly, last, END):
        expected.discard((last.year, last.week))
    assert len(reports) == len(set(reports)), "a week was answered twice"
    assert {(each.year, each.week) for each in reports} == expected
    assert (2026, 53) in expected
    assert reports == sorted(reports, key=lambda each: (each.year, each.week))


@pytest.mark.parametrize("zone", ZONES)
def test_a_run_is_at_its_local_time_wherever_that_time_exists(zone: str) -> None:
    weekly = Weekly(3, dt.time(9, 30), zone)
    week = holds.week_of(BEGIN, zone)
    for _ in range(105):
        local = weeks.run_at(weekly, week).astimezone(zoneinfo.ZoneInfo(zone))
        assert (local.isoweekday(), local.time()) == (3, dt.time(9, 30))
        assert local.isocalendar()[:2] == (week.year, week.week)
        week = weeks.following(week)


def test_a_time_that_the_clock_skips_is_later_and_one_that_comes_twice_is_the_first() -> None:
    berlin = Weekly(7, dt.time(2, 30), "Europe/Berlin")
    forward, back = Week(2026, 13, "Europe/Berlin"), Week(2026, 43, "Europe/Berlin")
    assert weeks.run_at(berlin, forward) == dt.datetime(2026, 3, 29, 1, 30, tzinfo=dt.UTC), "3:30 in Berlin"
    assert weeks.run_at(berlin, back) == dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC), "summer time still"


def test_the_year_with_a_53rd_week_ends_with_it() -> None:
    shanghai = "Asia/Shanghai"
    last = dt.datetime(2027, 1, 3, 15, 59, tzinfo=dt.UTC)
    assert holds.week_of(last, shanghai) == Week(2026, 53, shanghai)
    assert holds.week_of(last + dt.timedelta(minutes=1), shanghai) == Week(2027, 1, shanghai)
    assert weeks.following(Week(2026, 52, shanghai)) == Week(2026, 53, shanghai)
    assert weeks.following(Week(2026, 53, shanghai)) == Week(2027, 1, shanghai)
    assert weeks.following(Week(2025, 52, shanghai)) == Week(2026, 1, shanghai)


def test_the_same_moment_is_another_week_in_another_zone() -> None:
    moment = dt.datetime(2026, 11, 22, 17, 0, tzinfo=dt.UTC)
    assert holds.week_of(moment, "Asia/Shanghai").week == 48
    assert holds.week_of(moment, "America/New_York").week == 47


def test_a_missed_run_stays_due_until_it_is_answered() -> None:
    weekly = Weekly(1, dt.time(9, 0), "Asia/Shanghai")
    since = dt.datetime(2026, 11, 9, 0, 0, tzinfo=dt.UTC)
    moment = dt.datetime(2026, 11, 23, 0, 59, tzinfo=dt.UTC)
    missed = (Week(2026, 46, "Asia/Shanghai"), Week(2026, 47, "Asia/Shanghai"))
    assert weeks.due(weekly, since, moment, ()) == missed
    assert weeks.due(weekly, since, moment, missed[:1]) == missed[1:]
    later = moment + dt.timedelta(minutes=1)
    assert weeks.due(weekly, since, later, missed) == (Week(2026, 48, "Asia/Shanghai"),)
    assert weeks.due(weekly, since, later, (replace(missed[0], zone="Europe/Berlin"),))[0] == missed[0]
