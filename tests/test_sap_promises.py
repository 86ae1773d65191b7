"""What quotations promise: days and times, under whatever heading they stand."""

import datetime as dt
import io

import pytest
from openpyxl import Workbook

from models.quotation import QuotationItem
from sap.quotations import QuotationExport, read

NAMES = "Quotation;Item;Document date;Material;Net price"
DAY = dt.date(2026, 12, 7)


def export(headings: str, *cells: str) -> QuotationExport:
    rows = [f"1;{at}0;2026-11-01;A{at};1.50;{each}" for at, each in enumerate(cells, start=1)]
    return read("\n".join((f"{NAMES};{headings}", *rows)).encode(), "list.csv")


def items(headings: str, *cells: str) -> list[QuotationItem]:
    return [item for each in export(headings, *cells).quotations for item in each.items]


def item(headings: str, cell: str) -> QuotationItem:
    (found,) = items(headings, cell)
    return found


@pytest.mark.parametrize(
    "name",
    [
        "交货期",
        "交付周期",
        "供货期",
        "交货期(周)",
        "交期",
        "货期",
        "Lead time",
        "Delivery date",
        "Req.dlv.dt",
    ],
)
def test_a_time_is_one_whatever_its_column_is_called(name: str) -> None:
    found = item(name, "8周")
    assert (found.lead_time, found.delivery_date) == ("8周", None)


@pytest.mark.parametrize("name", ["交货期", "交期", "Lead time", "Delivery date", "EDATU", "VDATU"])
def test_a_day_is_one_whatever_its_column_is_called(name: str) -> None:
    found = item(name, "2026-12-07")
    assert (found.lead_time, found.delivery_date) == (None, DAY)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("W 50.2026", dt.date(2026, 12, 13)),
        ("M 12.2026", dt.date(2026, 12, 31)),
        ("12月底", dt.date(2026, 12, 31)),
        ("2026年12月中旬", dt.date(2026, 12, 20)),
        ("20261207", DAY),
        ("46363", DAY),
    ],
)
def test_a_day_is_read_as_people_write_it(cell: str, day: dt.date) -> None:
    assert item("交期", cell).delivery_date == day


def test_days_and_times_in_one_column_are_each_what_they_are() -> None:
    found = items("Delivery date", "8 weeks", "2026-12-07", "现货", "")
    assert [(each.lead_time, each.delivery_date) for each in found] == [
        ("8 weeks", None),
        (None, DAY),
        ("现货", None),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("name", "cell", "time"),
    [
        ("交货期(周)", "8", "8周"),
        ("交货期(周)", "8-10", "8-10周"),
        ("Lead time (days)", "30-45", "30-45 days"),
    ],
)
def test_a_number_or_a_range_has_its_unit_in_the_heading(name: str, cell: str, time: str) -> None:
    assert item(name, cell).lead_time == time


@pytest.mark.parametrize("name", ["Delivery date", "交货期", "Lead time", "Req.dlv.dt"])
@pytest.mark.parametrize("cell", ["待定", "soon", "on request", "8-10", "12月"])
def test_what_is_neither_a_day_nor_a_time_is_kept_as_it_stands(name: str, cell: str) -> None:
    assert item(name, cell).lead_time == cell


@pytest.mark.parametrize(
    ("headings", "cells", "time", "day"),
    [
        ("Req.dlv.dt;Lead time", "2026-12-01;8 weeks", "8 weeks", None),
        ("Req.dlv.dt;Delivery date", "2026-12-01;2026-12-07", None, DAY),
        ("VDATU;EDATU", "20261201;20261207", None, DAY),
        ("Req.dlv.dt;Lead time", "2026-12-07;", None, DAY),
        ("VDATU;EDATU", "20261207;00000000", None, DAY),
    ],
)
def test_the_day_that_was_asked_for_counts_only_where_nothing_was_promised(
    headings: str, cells: str, time: str | None, day: dt.date | None
) -> None:
    found = item(headings, cells)
    assert (found.lead_time, found.delivery_date) == (time, day)


def test_two_columns_that_promise_different_times_are_both_told() -> None:
    assert item("Lead time;交货周期", "8 weeks;10周").lead_time == "8 weeks / 10周"
    assert item("Lead time;交货周期", "8 weeks;8周").lead_time == "8周"


@pytest.mark.parametrize("name", ["Promised delivery", "我方交货", "Dispatch in"])
def test_an_unknown_heading_that_speaks_of_delivery_is_read_if_times_stand_under_it(name: str) -> None:
    found = export(name, "8 weeks")
    assert (found.quotations[0].items[0].lead_time, found.unknown) == ("8 weeks", ())


@pytest.mark.parametrize(
    ("headings", "cells"),
    [("Delivery plant", "CN10"), ("交货地点", "天津"), ("Lead time;Last delivery", "8 weeks;2026-10-01")],
)
def test_another_column_of_delivery_promises_nothing_and_is_told(headings: str, cells: str) -> None:
    found = export(headings, cells)
    assert found.unknown == (headings.rpartition(";")[2],)
    assert found.quotations[0].items[0].delivery_date is None


def test_a_workbook_may_hold_days_as_days_and_as_numbers() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([*NAMES.split(";"), "交期"])
    day = dt.datetime(2026, 12, 7)  # noqa: DTZ001 - spreadsheets know no time zones
    sheet.append([1, 10, "2026-11-01", "A1", 1.5, day])
    sheet.append([1, 20, "2026-11-01", "A2", 1.5, 46363])
    stream = io.BytesIO()
    book.save(stream)
    (quotation,) = read(stream.getvalue(), "list.xlsx").quotations
    assert [each.delivery_date for each in quotation.items] == [DAY, DAY]
