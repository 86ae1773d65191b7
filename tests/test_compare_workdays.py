"""Days on the factory's calendar."""

import datetime as dt

import pytest

from compare import workdays
from models.policy import Calendar, Span

CLOSED = Calendar(
    holidays=(Span(dt.date(2027, 1, 1), dt.date(2027, 1, 1)),),
    working_days=(dt.date(2027, 1, 2),),
    shutdowns=(Span(dt.date(2027, 2, 5), dt.date(2027, 2, 12)),),
)
BEGIN = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("iso", "working", "end"),
    [
        ("P8W", "no", "2027-01-18"),
        ("P45D", "no", "2027-01-07"),
        ("P2M", "no", "2027-01-23"),
        ("P0D", "no", "2026-11-23"),
        ("P15D", "yes", "2026-12-14"),
        ("P29D", "yes", "2027-01-02"),
        ("P11W", "no", "2027-02-15"),
    ],
)
def test_a_lead_time_ends_on_its_last_day_or_after_the_shutdown(iso: str, working: str, end: str) -> None:
    found = workdays.after(BEGIN, iso, CLOSED, working_days=working == "yes")
    assert found == dt.date.fromisoformat(end)


def test_months_end_on_the_last_day_of_a_shorter_month() -> None:
    assert workdays.after(dt.date(2026, 12, 31), "P2M", Calendar()) == dt.date(2027, 2, 28)


@pytest.mark.parametrize("text", ["8 weeks", "P1Y", "", "P99999W"])
def test_what_is_no_lead_time_has_no_end(text: str) -> None:
    assert workdays.after(BEGIN, text, CLOSED) is None


def test_working_days_between_two_dates_leave_out_weekends_and_holidays() -> None:
    assert workdays.between(dt.date(2026, 12, 20), dt.date(2027, 1, 18), Calendar()) == 21
    holiday = Calendar(holidays=CLOSED.holidays)
    assert workdays.between(dt.date(2026, 12, 20), dt.date(2027, 1, 18), holiday) == 20
