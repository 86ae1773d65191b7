"""Delivery dates and lead times against what was promised."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from compare_builders import check, held, item, line, order, outcome, quotation, shown, sure, unsure

from models.comparison import Severity, Verdict
from models.policy import Calendar, Policy, Span
from models.reading import Field

NEW_YEAR = Span(dt.date(2027, 1, 1), dt.date(2027, 1, 1))
CALENDAR = Calendar(holidays=(NEW_YEAR,))


def start(value: str, anchor: str) -> Field:
    return sure(value, anchor=anchor)


@pytest.mark.parametrize(
    ("stated", "quoted", "result"),
    [
        # The order is of 2026-11-23; eight weeks from there end on 2027-01-18.
        ({"delivery_date": "2027-01-18"}, {"lead_time": "8 weeks"}, ("equal_after", "same_day")),
        ({"delivery_date": "2027-01-19"}, {"lead_time": "8周"}, ("equal_after", "later")),
        ({"delivery_date": "2027-01-17"}, {"lead_time": "8 weeks"}, ("differs", "early")),
        ({"delivery_date": "2027-01-18"}, {"lead_time": "6-8 weeks"}, ("equal_after", "same_day")),
        ({"delivery_date": "2027-01-23"}, {"lead_time": "2 months"}, ("equal_after", "same_day")),
        ({"delivery_date": "2026-12-14"}, {"lead_time": "15个工作日"}, ("equal_after", "same_day")),
        ({"delivery_date": "2026-12-13"}, {"lead_time": "15 working days"}, ("differs", "early")),
        ({"lead_time": "P8W"}, {"lead_time": "8 weeks"}, ("equal", None)),
        ({"lead_time": "P56D"}, {"lead_time": "8 weeks"}, ("equal_after", "same_day")),
        ({"lead_time": "P3W"}, {"lead_time": "6 weeks"}, ("differs", "early")),
        ({"lead_time": "P9W"}, {"lead_time": "8 weeks"}, ("equal_after", "later")),
        ({"lead_time": "P12W"}, {"delivery_date": dt.date(2027, 2, 15)}, ("equal_after", "same_day")),
        ({"lead_time": "P12W"}, {"delivery_date": dt.date(2027, 2, 16)}, ("differs", "early")),
        ({"delivery_date": "2027-02-15"}, {"delivery_date": dt.date(2027, 2, 15)}, ("equal", None)),
        ({"delivery_date": "2027-02-14"}, {"delivery_date": dt.date(2027, 2, 15)}, ("differs", "early")),
        ({"delivery_date": "2027-02-15"}, {"lead_time": "on request"}, ("not_checked", "not_understood")),
        ({"delivery_date": "2027-02-15"}, {}, ("missing", None)),
        # Both name the same start, or one names none: the durations are compared.
        ({"lead_time": start("P8W", "contract_effective")}, {"lead_time": "8 weeks"}, ("equal", None)),
        (
            {"lead_time": start("P8W", "prepay_received")},
            {"lead_time": "预付款到账后8周"},
            ("equal", None),
        ),
        (
            {"lead_time": start("P8W", "contract_signed")},
            {"lead_time": "预付款到账后8周"},
            ("not_checked", "other_start"),
        ),
    ],
)
@pytest.mark.parametrize("place", ["header", "line"])
def test_an_earlier_day_than_promised_differs_and_a_later_one_does_not(
    place: str,
    stated: dict[str, Any],
    quoted: dict[str, Any],
    result: tuple[str, str | None],
) -> None:
    at_header = place == "header"
    reading = order(**stated) if at_header else order(line(**stated))
    found = held(reading, quotation(item(**quoted)), policy=Policy(calendar=CALENDAR))
    assert outcome(found, "L10", None if at_header else 1) == result
    name = next(iter(stated))
    place_of = (None, None) if at_header else (1, "10")
    assert (("differs", name, *place_of) in shown(found)) is (result[0] == "differs")
    assert (found.verdict is Verdict.MATCH) is (result[0] in {"equal", "equal_after", "missing"})


def test_a_header_date_too_early_for_some_items_is_one_difference() -> None:
    second = item("20", part_number="10076508", lead_time="12 weeks")
    lines = (line(), line(part_number="10076508"))
    found = held(order(*lines, delivery_date="2027-01-18"), quotation(item(lead_time="8 weeks"), second))
    assert shown(found) == {("differs", "delivery_date", None, None)}
    assert check(found, "L10").quotation == "P12W"


def test_a_line_with_its_own_date_does_not_ask_the_header() -> None:
    lines = (line(delivery_date="2027-03-01"), line(part_number="10076508"))
    second = item("20", part_number="10076508", lead_time="2 weeks")
    found = held(order(*lines, delivery_date="2026-12-20"), quotation(item(lead_time="12 weeks"), second))
    assert shown(found) == set()


@pytest.mark.parametrize(
    ("header", "verdict"),
    [
        ("2027-03-01", Verdict.MATCH),
        ("2026-12-20", Verdict.REVIEW),
        (unsure("2027-03-01"), Verdict.REVIEW),
    ],
)
def test_a_header_that_asks_for_less_time_than_all_lines_is_told_in_a_note(
    header: str | Field, verdict: Verdict
) -> None:
    found = held(
        order(line(delivery_date="2027-03-01"), delivery_date=header), quotation(item(lead_time="12 weeks"))
    )
    assert (found.verdict, shown(found)) == (verdict, set())
    told = ["L10"] if verdict is Verdict.REVIEW else []
    assert [each.code for each in found.notes if each.severity is Severity.MAJOR] == told


@pytest.mark.parametrize(
    ("asked", "severity", "detail"),
    [
        ("2026-12-20", Severity.BLOCKER, "≥ 2027-01-18, −20 WD"),
        ("2027-01-13", Severity.MAJOR, "≥ 2027-01-18, −3 WD"),
    ],
)
def test_how_early_decides_who_is_asked(asked: str, severity: Severity, detail: str) -> None:
    found = held(
        order(delivery_date=asked), quotation(item(lead_time="8 weeks")), policy=Policy(calendar=CALENDAR)
    )
    of = check(found, "L10")
    assert (of.severity, of.detail) == (severity, detail)


def test_without_a_date_of_the_document_a_lead_time_has_no_start() -> None:
    found = held(order(document_date=None, delivery_date="2027-01-18"), quotation(item(lead_time="8 weeks")))
    assert outcome(found, "L10") == ("not_checked", "no_document_date")
    durations = held(order(document_date=None, lead_time="P3W"), quotation(item(lead_time="8 weeks")))
    assert outcome(durations, "L10") == ("differs", "early")


def test_delivery_that_only_the_quotation_states_is_told_once() -> None:
    both = (item(lead_time="8 weeks"), item("20", part_number="10076508", lead_time="9 weeks"))
    found = held(order(line(), line(part_number="10076508")), quotation(*both))
    assert [each.field for each in found.differences if each.field in {"lead_time", "delivery_date"}] == [
        "lead_time"
    ]
    assert found.verdict is Verdict.MATCH


@pytest.mark.parametrize(
    ("asked", "code", "severity"),
    [
        ("2026-11-20", "L10", Severity.BLOCKER),
        ("2027-02-10", "L10", Severity.MINOR),
        ("2027-09-01", "L10", Severity.INFO),
    ],
)
def test_days_that_cannot_be_meant_or_kept_are_told_in_a_note(
    asked: str, code: str, severity: Severity
) -> None:
    shutdown = Span(dt.date(2027, 2, 5), dt.date(2027, 2, 12))
    policy = Policy(calendar=Calendar(shutdowns=(shutdown,)))
    found = held(order(line(delivery_date=asked)), quotation(item(lead_time="8 weeks")), policy=policy)
    assert (code, severity) in {(each.code, each.severity) for each in found.notes}


def test_a_shutdown_moves_no_promise() -> None:
    policy = Policy(calendar=Calendar(shutdowns=(Span(dt.date(2027, 1, 10), dt.date(2027, 1, 30)),)))
    found = held(order(delivery_date="2027-01-18"), quotation(item(lead_time="8 weeks")), policy=policy)
    assert found.verdict is Verdict.MATCH


def test_a_lead_time_in_working_days_is_longer_than_one_in_days() -> None:
    stated = sure("P30D", unit="working_days")
    assert held(order(lead_time=stated), quotation(item(lead_time="30 days"))).verdict is Verdict.MATCH
    found = held(order(lead_time="P30D"), quotation(item(lead_time="30 working days", quantity=Decimal(2))))
    assert ("differs", "lead_time", None, None) in shown(found)


@pytest.mark.parametrize("date", ["9999-12-31", "0001-01-01", "2026-02-30", "soon"])
@pytest.mark.parametrize("name", ["document_date", "delivery_date"])
def test_days_beyond_reason_are_never_a_match_and_break_nothing(name: str, date: str) -> None:
    stated: dict[str, Any] = {"delivery_date": "2027-02-01", "lead_time": "P12W"} | {name: date}
    reading = order(**stated)
    assert held(reading, quotation(item(lead_time="8 weeks"))).verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("asked", "verdict"), [("2026-12-01", "review"), ("2027-01-17", "review"), ("2027-01-18", "match")]
)
def test_a_day_and_a_time_that_were_promised_may_neither_be_undercut(asked: str, verdict: str) -> None:
    both = item(delivery_date=dt.date(2026, 12, 1), lead_time="8 weeks")
    assert held(order(line(delivery_date=asked)), quotation(both)).verdict.value == verdict
    dated = item(delivery_date=dt.date(2026, 12, 1), lead_time="as planned")
    assert held(order(line(delivery_date=asked)), quotation(dated)).verdict.value == "match"
