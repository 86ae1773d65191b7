"""The policy that ships with the project, and the mistakes that one can make in it."""

import datetime as dt
import itertools
import tomllib
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from compare import policy as policies
from compare import workdays
from models.comparison import Severity
from models.errors import ConfigurationError
from models.policy import Calendar, Policy

TEXT = (Path(__file__).parent.parent / "policy.toml").read_text("utf-8")
SHIPPED = policies.load(TEXT)


def names(kind: Any) -> dict[str, Any]:
    """Return the keys of a table of the policy, with those of the tables in it."""
    if not is_dataclass(kind):
        return {}
    return {each.name: names(getattr(kind, each.name)) for each in fields(kind)}


def test_the_shipped_policy_is_the_default_but_for_its_calendar() -> None:
    assert replace(SHIPPED, calendar=Calendar()) == Policy()


def test_the_shipped_policy_shows_every_key() -> None:
    shown = tomllib.loads(TEXT)
    for table, keys in names(Policy()).items():
        assert set(keys) <= set(shown[table]), table


@pytest.mark.parametrize("day", ["2026-10-08", "2026-10-10", "2026-02-14"])
def test_the_calendar_knows_swapped_days(day: str) -> None:
    assert workdays.is_working(dt.date.fromisoformat(day), SHIPPED.calendar)


@pytest.mark.parametrize("day", ["2026-10-07", "2026-10-11", "2026-02-20", "2027-01-01", "2027-02-10"])
def test_the_calendar_knows_holidays_weekends_and_the_shutdown(day: str) -> None:
    assert not workdays.is_working(dt.date.fromisoformat(day), SHIPPED.calendar)


def test_holidays_are_in_order_and_swapped_days_fall_on_weekends() -> None:
    pairs = itertools.pairwise(SHIPPED.calendar.holidays)
    assert all(one.first <= one.last < other.first for one, other in pairs)
    assert all(each.weekday() in SHIPPED.calendar.weekend for each in SHIPPED.calendar.working_days)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[prices]\ndecimal = 3", "prices.decimal: unknown key"),
        ("[prices]\ndecimals = -1", "prices.decimals: expected"),
        ("[prices]\nsmallest_band = true", "prices.smallest_band: expected"),
        ("[calendar]\nholidays = [{ first = 2026-01-01 }]", "last is missing"),
        ('[severities]\nH99 = "minor"', "severities.H99"),
        ('[severities]\nH04 = "grave"', "severities.H04: expected"),
        ("[prices", "not valid TOML"),
    ],
)
def test_a_mistake_is_named_with_its_key(text: str, named: str) -> None:
    with pytest.raises(ConfigurationError, match=named.replace("[", r"\[")):
        policies.load(text)


def test_what_is_left_out_keeps_its_default() -> None:
    changed = policies.load('[severities]\nH04 = "minor"\n[quantities]\ntolerance_percent = 5')
    assert changed.severities == {"H04": Severity.MINOR}
    assert changed.quantities.tolerance_percent == Decimal(5)
    assert changed.prices == Policy().prices
