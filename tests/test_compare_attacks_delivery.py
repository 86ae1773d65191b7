"""Days that look right and are not: what is promised from when, for which lot, and by which calendar."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from compare_builders import check, held, item, line, order, quotation, shown, stopping, sure, unsure

from models.comparison import Outcome, Severity, Verdict
from models.quotation import QuotationItem
from models.reading import Clause, Field, OrderLine

PROMISED = item(lead_time="8 weeks")
"""For an order of 2026-11-23: 2027-01-18."""


def other(**changes: object) -> QuotationItem:
    return item("20", **{"part_number": "10076508"} | changes)


def second(**changes: str | None) -> OrderLine:
    return line(**{"part_number": "10076508"} | changes)


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("P8W", "10 weeks"),
        ("P7W", "6-8 weeks"),
        ("P55D", "8 weeks"),
        ("P40D", "40个工作日"),
        ("P1M", "5 weeks"),
        ("P0D", "2 weeks"),
        (sure("P29D", unit="working_days"), "30 working days"),
        ("P8W", "as agreed"),
        (sure("P8W", anchor="contract_signed"), "8 weeks after receipt of prepayment"),
        (sure("P8W", anchor="order_receipt"), "图纸确认后8周"),
        ("P8W", "8 weeks after drawing approval"),
        ("P8W", "90 days from receipt of L/C"),
    ],
)
def test_a_shorter_time_or_an_earlier_start_is_no_match(stated: str | Field, quoted: str) -> None:
    assert "L10" in stopping(held(order(lead_time=stated), quotation(item(lead_time=quoted))))


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("P8W", "8 weeks"),
        ("P56D", "8周"),
        ("P12W", "10-12 weeks"),
        ("P2M", "60 days"),
        ("P9W", "8 weeks ARO"),
        (sure("P30D", unit="working_days"), "30 working days"),
        (sure("P8W", anchor="prepay_received"), "8 weeks after receipt of prepayment"),
        (sure("P8W", anchor="call_off"), "8 weeks after receipt of prepayment"),
    ],
)
def test_the_same_time_in_other_words_needs_nobody(stated: str | Field, quoted: str) -> None:
    found = held(order(lead_time=stated), quotation(item(lead_time=quoted)))
    assert found.verdict is Verdict.MATCH


@pytest.mark.parametrize(
    ("lines", "header", "items"),
    [
        ((line(),), {"delivery_date": "2027-01-17"}, (PROMISED,)),
        ((line(),), {"delivery_date": "2027-01-17"}, (item(delivery_date=dt.date(2027, 1, 18)),)),
        ((line(),), {"delivery_date": "2027-06-01"}, (item(lead_time="8 weeks after drawing approval"),)),
        ((line(),), {"delivery_date": "2026-10-01"}, (item(),)),
        ((line(delivery_date="2026-10-01"),), {}, (item(),)),
        ((line(delivery_date="2027-06-01", lead_time="P2W"),), {}, (PROMISED,)),
        ((line(delivery_date="2027-06-01"),), {"delivery_date": "2026-12-01"}, (PROMISED,)),
        (
            (line(delivery_date="2027-06-01"), second(delivery_date="2026-12-01")),
            {},
            (PROMISED, other(lead_time="8 weeks")),
        ),
        ((line(), second()), {"lead_time": "P8W"}, (PROMISED, other(lead_time="12 weeks"))),
        (
            (
                line(quantity="1", amount="118.00", delivery_date="2026-12-01"),
                line(quantity="1", amount="118.00", delivery_date="2027-03-01"),
            ),
            {},
            (PROMISED,),
        ),
    ],
)
def test_one_day_too_early_is_no_match(
    lines: tuple[OrderLine, ...], header: dict[str, str], items: tuple[QuotationItem, ...]
) -> None:
    stated: dict[str, Any] = dict(header)
    assert "L10" in stopping(held(order(*lines, **stated), quotation(*items)))


LOTS = line(quantity="20", amount="2360.00")
SEALS = item(quantity=Decimal(20), lead_time="8 weeks")


def lots(value: str | Field, at: int | None = 1) -> Clause:
    return Clause("lots", sure(value) if isinstance(value, str) else value, at)


@pytest.mark.parametrize(
    ("lines", "clause", "items", "code"),
    [
        ((LOTS,), lots("10@2026-12-20 10@2027-01-18"), (SEALS,), "L10"),
        ((LOTS,), lots("10@P2W 10@P8W", None), (SEALS,), "L10"),
        ((LOTS, second()), lots("10@P2W 10@P12W"), (SEALS, other()), "L10"),
        (
            (LOTS, second()),
            lots("10@2027-01-18 10@2027-04-18", None),
            (SEALS, other(lead_time="12 weeks")),
            "L10",
        ),
        ((LOTS,), lots("10@2026-03-20 10@2027-04-18"), (item(quantity=Decimal(20)),), "L10"),
        ((LOTS,), lots(unsure("10@2027-03-20 10@2027-04-18")), (SEALS,), "L10"),
        ((LOTS,), lots("10@2027-03-20 5@2027-04-18"), (SEALS,), "L11"),
    ],
)
def test_a_lot_that_comes_too_early_or_is_too_small_is_no_match(
    lines: tuple[OrderLine, ...], clause: Clause, items: tuple[QuotationItem, ...], code: str
) -> None:
    assert code in stopping(held(order(*lines, clauses=(clause,)), quotation(*items)))


def test_only_the_early_lot_is_told_with_its_day() -> None:
    found = held(order(LOTS, clauses=(lots("10@2026-12-20 10@2027-01-18"),)), quotation(SEALS))
    assert shown(found) == {("differs", "delivery_date", 1, "10")}
    days = [(each.document, each.outcome, each.severity) for each in found.checks if each.code == "L10"]
    assert days == [
        ("2026-12-20", Outcome.DIFFERS, Severity.BLOCKER),
        ("2027-01-18", Outcome.EQUAL_AFTER, Severity.INFO),
    ]


@pytest.mark.parametrize("at", [1, None])
def test_lots_in_time_need_nobody(at: int | None) -> None:
    found = held(order(LOTS, clauses=(lots("10@2027-02-20 10@P20W", at),)), quotation(SEALS))
    assert found.verdict is Verdict.MATCH
    assert "missing_in_document" not in {each.kind.value for each in found.differences}


def test_lots_of_an_order_of_many_lines_are_in_time_for_each_of_them() -> None:
    clause = lots("10@2027-02-20 10@2027-03-20", None)
    found = held(order(LOTS, second(), clauses=(clause,)), quotation(SEALS, other(lead_time="8 weeks")))
    assert check(found, "L11").why == "which_line"
    assert found.verdict is Verdict.MATCH
