"""What quotations promise: days and times, under whatever heading they stand."""

import datetime as dt
import io

import pytest
from openpyxl import Workbook

from models.quotation import QuotationItem
from sap.quoting.quotations import QuotationExport, read

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


@pytest.mark.parametrize(
    ("name", "cell", "time"),
    [
        ("Delivery (weeks)", "8", "8 weeks"),
        ("Delivery [wks]", "8", "8 weeks"),
        ("Lead time (wks)", "8", "8 weeks"),
        ("Lead time quoted, weeks", "8", "8 weeks"),
        ("Lieferzeit (Wochen)", "8", "8 weeks"),
        ("Lieferzeit (Arbeitstage)", "20", "20 working days"),
        ("供货周数", "8", "8周"),
        ("交货期（天）", "45", "45天"),
        ("交货天数", "45", "45天"),
        ("交货期(周) / Delivery (weeks)", "8", "8周"),
        ("工期", "8周", "8周"),
        ("Production time", "8 weeks", "8 weeks"),
        ("生产时间", "8周", "8周"),
        ("Availability", "8 weeks", "8 weeks"),
        ("LT", "8 weeks", "8 weeks"),
        ("Levertijd", "8 weken", "8 weken"),
        ("Lead time (working days)", "20", "20 working days"),
        ("交货期 (工作日)", "20", "20 working days"),
        ("Lead time (business days)", "20", "20 working days"),
        ("Delivery (work days)", "15-20", "15-20 working days"),
    ],
)
def test_a_time_under_a_heading_that_names_its_unit_or_speaks_of_delivery(
    name: str, cell: str, time: str
) -> None:
    found = export(name, cell)
    assert (found.quotations[0].items[0].lead_time, found.unknown) == (time, ())


@pytest.mark.parametrize(
    "name",
    [
        "ETD",
        "ETA",
        "Goods issue date",
        "WADAT",
        "Termin",
        "Versand",
        "出货日期",
        "Ready date",
        "完工日期",
        "Ex-works date",
        "Finish date",
    ],
)
def test_a_day_under_a_heading_that_speaks_of_delivery(name: str) -> None:
    assert item(name, "2026-12-07").delivery_date == DAY


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("Delivery week", "3"),
        ("Delivery month", "3"),
        ("Liefertermin (KW)", "3"),
        ("交货周", "3"),
        ("交货月份", "3"),
        ("交货周次", "3"),
        ("交货日期", "20"),
        ("交货周期", "30"),
        ("Lead time", "56"),
        ("Delivery", "stock / 8 weeks"),
        ("Delivery", "on request"),
        ("供货情况", "待定"),
        ("Lead time (days/weeks)", "8"),
    ],
)
def test_a_number_of_a_week_or_of_nothing_and_half_a_time_are_kept_and_not_understood(
    name: str, cell: str
) -> None:
    assert item(name, cell).lead_time == cell


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("Delivery priority", "02"),
        ("Shipping point", "CN10"),
        ("Shipping", "50.00"),
        ("Delivery tolerance", "5"),
        ("Delivery", "by truck"),
        ("生产厂家", "3"),
        ("Production order", "4711"),
        ("Availability check", "02"),
        ("付款周期", "30天"),
        ("Delivery date", "-"),
        ("Lead time", "n/a"),
    ],
)
def test_what_is_no_time_of_delivery_promises_nothing(name: str, cell: str) -> None:
    found = item(name, cell)
    assert (found.lead_time, found.delivery_date) == (None, None)


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Delivery date;ETD", "2026-12-07;2027-01-18"),
        ("Delivery date;Production time", "2026-12-07;8 weeks"),
        ("Lead time;Shipment", "4 weeks;2027-01-18"),
        ("Lead time;Delivery (weeks)", "4 weeks;8"),
        ("交期;出货时间", "4周;8周"),
        ("Lead time;ETD", "-;2027-01-18"),
    ],
)
def test_a_further_column_that_promises_a_later_delivery_is_a_flaw(headings: str, cells: str) -> None:
    found = export(headings, cells, cells.replace("4", "3"))
    assert {(each.reason, each.field) for each in found.quotations[0].flaws} in (
        {("promised_later", "delivery")},
        set(),
    )
    told = found.quotations[0]
    assert told.flaws or told.items[0].delivery_date == dt.date(2027, 1, 18)


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Delivery date;Goods issue date", "2026-12-07;2026-12-01"),
        ("Delivery date;ETD", "2026-12-07;"),
        ("Lead time;Delivery (weeks)", "8 weeks;8"),
        ("Lead time;Material ready", "8 weeks;2026-12-01"),
        ("Lead time;Delivery plant", "8 weeks;2027"),
        ("Lead time;Latest delivery on record", "8 weeks;2027-03-01"),
    ],
)
def test_a_further_column_that_promises_nothing_later_is_ordinary(headings: str, cells: str) -> None:
    assert export(headings, cells).quotations[0].flaws == ()


@pytest.mark.parametrize(
    ("confirmed", "told"),
    [(("0", "10"), True), (("4", "10"), True), (("", "10"), True), (("10", "10"), False), (("", ""), False)],
)
def test_a_day_that_is_not_confirmed_for_all_of_an_item_is_a_flaw(
    confirmed: tuple[str, str],
    told: bool,  # noqa: FBT001 - a table
) -> None:
    found = export("Qty;Delivery date;Confirmed qty", *(f"10;2026-12-07;{each}" for each in confirmed))
    flaws = [(each.reason, each.field, each.item) for each in found.quotations[0].flaws]
    assert flaws == ([("not_confirmed", "delivery", "10")] if told else [])


@pytest.mark.parametrize(
    ("headings", "cells", "told"),
    [
        ("Remark", "Delivery 8 weeks", True),
        ("备注", "交货期8周", True),
        ("Lead time;Remark", "4 weeks;Delivery time of this item 8 weeks", True),
        ("Lead time;Remark", "8 weeks;Delivery 8 weeks", False),
        ("Lead time;Remark", "8 weeks;Delivery 6 weeks", False),
        ("Remark", "warranty 18 months after delivery", False),
        ("Remark", "please order by e-mail", False),
    ],
)
def test_a_remark_may_promise_a_later_delivery(headings: str, cells: str, told: bool) -> None:  # noqa: FBT001 - a table
    flaws = [each.reason for each in export(headings, cells).quotations[0].flaws]
    assert flaws == (["promised_later"] if told else [])


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Latest delivery date", "20.01.2027"),
        ("Actual lead time", "12 weeks"),
        ("实际交期", "12周"),
        ("Standard lead time", "12 weeks"),
        ("Revised date", "20.01.2027"),
        ("New date", "20.01.2027"),
        ("Confirmation date", "20.01.2027"),
        ("Mat. Av. Date", "20.01.2027"),
        ("Plnd delivery time", "60"),
        ("计划交货时间", "60"),
        ("Ex factory", "20.01.2027"),
        ("Zusage", "20.01.2027"),
        ("纳期", "2027-01-20"),
    ],
)
def test_a_later_day_by_whatever_name_beside_a_known_one(heading: str, cell: str) -> None:
    found = export(f"Delivery date;{heading}", f"2026-12-11;{cell}").quotations[0]
    assert [(each.reason, each.field) for each in found.flaws] == [("promised_later", "delivery")]
    assert export(f"Delivery date;{heading}", "2026-12-11;").quotations[0].flaws == ()


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Weeks", "12"),
        ("Wochen", "12"),
        ("周数", "12"),
        ("WBZ", "12 Wochen"),
        ("Wiederbeschaffungszeit", "60"),
        ("PDT", "60"),
        ("RLT", "60"),
        ("KW", "3/2027"),
        ("CW", "03/2027"),
        ("Ex factory", "20.01.2027"),
        ("EXF date", "20.01.2027"),
        ("Completion", "20.01.2027"),
        ("bestätigt", "20.01.2027"),
        ("纳期", "2027-01-20"),
        ("出库日期", "2027-01-20"),
    ],
)
def test_a_promise_by_whatever_name_is_one(heading: str, cell: str) -> None:
    item = export(heading, cell).quotations[0].items[0]
    assert item.delivery_date is not None or item.lead_time is not None


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Goods issue date", "2026-12-09"),
        ("Mat. Av. Date", "2026-12-01"),
        ("Plnd delivery time", "0"),
        ("Latest delivery date", "2026-12-11"),
        ("Confirmation", "X"),
        ("Last delivery date", "2027-03-01"),
    ],
)
def test_what_is_not_later_is_ordinary(heading: str, cell: str) -> None:
    assert export(f"Delivery date;{heading}", f"2026-12-11;{cell}").quotations[0].flaws == ()


def unpromised(headings: str, *rows: str) -> list[tuple[str, str | None, str | None]]:
    lines = (f"Quotation;Item;Material;Net price;{headings}", *rows)
    found = read("\n".join(lines).encode(), "list.csv").quotations[0]
    return [(each.reason, each.field, each.item) for each in found.flaws]


@pytest.mark.parametrize("day", ["", "00.00.0000", "11.12.2026"])
@pytest.mark.parametrize("name", ["Confirmed qty", "确认的数量", "BMENG"])
def test_an_item_of_which_nothing_is_confirmed(day: str, name: str) -> None:
    first = "1;10;A1;1.50;4;11.12.2026;4"
    assert unpromised(f"Qty;Delivery date;{name}", first, f"1;20;A2;1.50;10;{day};0") == [
        ("not_confirmed", "delivery", "20")
    ]


def test_zeros_of_a_list_that_promises_nothing_say_nothing() -> None:
    rows = ("1;10;A1;1.50;4;;0", "1;20;A2;1.50;10;;0.000")
    assert unpromised("Qty;Delivery date;Confirmed qty", *rows) == []


def test_a_schedule_line_without_a_day_is_promised_by_nobody() -> None:
    names = "Qty;Net value;Delivery date"
    rows = ("1;20;A2;65.00;5;650.00;11.12.2026", "1;20;A2;65.00;5;650.00;")
    assert unpromised(names, *rows) == [("not_confirmed", "delivery", "20")]
    assert unpromised(names, *(row.removesuffix("11.12.2026") for row in rows)) == []
    assert unpromised(names, rows[0], rows[1] + "18.12.2026") == []
