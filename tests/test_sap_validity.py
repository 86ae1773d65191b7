"""Until when offers hold: days as lists write them, and times from the offer's date."""

import datetime as dt

import pytest

from models.quotation import Quotation
from sap.quoting.quotations import QuotationExport, read

LAST = dt.date(2026, 11, 15)


def export(name: str, cell: str, date: str = "2026-09-01") -> QuotationExport:
    text = f"Quotation;Item;Document date;Material;Net price;{name}\n1;10;{date};A1;1.50;{cell}\n"
    return read(text.encode(), "list.csv")


def valid_to(name: str, cell: str) -> dt.date | None:
    (found,) = export(name, cell).quotations
    return found.valid_to


@pytest.mark.parametrize("cell", ["2026-11-15", "20261115", "46341", "15.11.2026"])
def test_the_day_as_a_list_writes_it(cell: str) -> None:
    assert valid_to("Valid to", cell) == LAST


@pytest.mark.parametrize(
    ("name", "cell", "last"),
    [
        ("有效期", "30天", dt.date(2026, 10, 1)),
        ("有效期(天)", "30", dt.date(2026, 10, 1)),
        ("Validity", "30 days", dt.date(2026, 10, 1)),
        ("Valid to", "2 weeks", dt.date(2026, 9, 15)),
        ("报价有效期", "3个月", dt.date(2026, 12, 1)),
        ("Validity", "6 months", dt.date(2027, 3, 1)),
        ("Validity", "9月底", dt.date(2026, 9, 30)),
        ("有效期", "30天(自报价日起)", dt.date(2026, 10, 1)),
        ("有效期", "自报价之日起30天内有效", dt.date(2026, 10, 1)),
        ("Validity", "30 days from date of quotation", dt.date(2026, 10, 1)),
        ("Validity", "valid for 30 days", dt.date(2026, 10, 1)),
        ("Validity", "1 year", dt.date(2027, 9, 1)),
        ("有效期", "一年", dt.date(2027, 9, 1)),
        ("Bindefrist", "2 Jahre ab Angebotsdatum", dt.date(2028, 9, 1)),
    ],
)
def test_a_time_counts_from_the_date_of_the_offer(name: str, cell: str, last: dt.date) -> None:
    assert valid_to(name, cell) == last


def test_a_month_ends_on_its_last_day_where_it_is_too_short() -> None:
    (found,) = export("Validity", "1 month", "2027-01-31").quotations
    assert found.valid_to == dt.date(2027, 2, 28)


@pytest.mark.parametrize("cell", ["", "00000000", "31.12.9999", "-", "n/a", "无"])
def test_an_offer_without_end_states_no_day(cell: str) -> None:
    assert valid_to("Valid to", cell) is None


@pytest.mark.parametrize(
    ("name", "cell", "date"),
    [
        ("Valid to", "soon", "2026-09-01"),
        ("有效期", "30", "2026-09-01"),
        ("有效期", "30天", ""),
        ("Validity", "10 working days", "2026-09-01"),
    ],
)
def test_a_validity_that_is_no_day_and_no_time_is_told(name: str, cell: str, date: str) -> None:
    found = export(name, cell, date)
    assert [(each.field, each.item) for each in found.quotations[0].flaws] == [("valid_to", None)]
    assert [each.reason for each in found.skipped] == ["unreadable_validity"]


DATED = "Quotation;Item;Material;Quotation date;Net price"


def of_row(name: str, cell: str, dated: str = "2026-11-01") -> Quotation:
    (found,) = read(f"{DATED};{name}\n1;10;A1;{dated};1.50;{cell}\n".encode(), "list.csv").quotations
    return found


@pytest.mark.parametrize("name", ["Valid from", "有效期从"])
def test_an_offer_that_begins_later_than_it_was_made(name: str) -> None:
    assert [(each.reason, each.field) for each in of_row(name, "2026-12-01").flaws] == [
        ("unreadable_validity", "valid_to")
    ]
    assert of_row(name, "2026-11-01").flaws == of_row(name, "2026-10-01").flaws == ()
    assert of_row(name, "2026-12-01", "").date == dt.date(2026, 12, 1)


@pytest.mark.parametrize("name", ["End date", "结束日期", "Ablaufdatum", "Laufzeit bis", "Deadline"])
def test_an_end_by_further_names(name: str) -> None:
    assert of_row(name, "2026-11-10").valid_to == dt.date(2026, 11, 10)


@pytest.mark.parametrize("name", ["Project end date", "Contract end date", "Production deadline"])
def test_an_end_of_something_else(name: str) -> None:
    assert of_row(name, "2026-11-10").valid_to is None


@pytest.mark.parametrize("name", ["Successor", "Replaced by", "Ersatz", "替代料号", "新料号", "New material"])
def test_an_item_that_something_else_replaces(name: str) -> None:
    assert [(each.reason, each.item) for each in of_row(name, "10023190").flaws] == [("status_unknown", "10")]
    assert of_row(name, "").flaws == of_row(name, "A1").flaws == ()
