import datetime as dt
from decimal import Decimal

import pytest

from extractors.fields.numbers import Notation
from models.errors import ColumnsNotUnderstoodError
from sap.columns import NAMES
from sap.headers import Header, recognise
from sap.notation import FileNotation, date, number, vote
from sap.table import Cell, Row

NAMED = ("Quotation", "Item", "Order Qty", "Net price", "per", "Net value", "Delivery date")


def voted(*rows: Row) -> FileNotation:
    return vote((NAMED, *rows), known(*rows))


def known(*rows: Row) -> Header:
    header = recognise((NAMED, *rows), NAMES)
    assert header is not None
    return header


@pytest.mark.parametrize(
    ("text", "notation", "value"),
    [
        ("1,234.56", Notation.POINT, "1234.56"),
        ("1.234,56", Notation.COMMA, "1234.56"),
        ("1 234,56", Notation.COMMA, "1234.56"),
        ("1\u00a0234,56", Notation.COMMA, "1234.56"),
        ("1.234,56-", Notation.COMMA, "-1234.56"),
        ("1,234.56-", Notation.POINT, "-1234.56"),
        ("12,34,567.00", Notation.POINT, "1234567.00"),
        ("17.052,24", Notation.COMMA, "17052.24"),
    ],
)
def test_one_number_of_two_marks_settles_the_notation(text: str, notation: Notation, value: str) -> None:
    found = voted(("1", "10", "1", text, "1", text, ""))
    assert (found.decimals, number(text, found)) == (notation, Decimal(value))


def test_a_quantity_with_three_decimals_follows_the_prices() -> None:
    found = voted(("1", "10", "10,000", "1.092,04", "1", "10.920,40", ""))
    assert number("10,000", found) == 10


def test_the_same_digits_are_ten_thousand_where_the_prices_say_so() -> None:
    found = voted(("1", "10", "10,000", "2.00", "1", "20,000.00", ""))
    assert number("10,000", found) == 10_000


@pytest.mark.parametrize(
    ("row", "quantity"),
    [
        (("1", "10", "10,000", "1.250", "1", "12.500", ""), "10"),
        (("1", "10", "10.000", "1,250", "1", "12,500", ""), "10"),
    ],
)
def test_arithmetic_settles_what_marks_leave_open(row: Row, quantity: str) -> None:
    found = voted(row)
    assert number(row[2], found) == Decimal(quantity)


@pytest.mark.parametrize(
    ("usual", "other", "notation"),
    [
        (("2,50", "7,50"), ("1,092.04", "3,276.12"), Notation.COMMA),
        (("2.50", "7.50"), ("1.092,04", "3.276,12"), Notation.POINT),
    ],
)
def test_numbers_of_two_notations_are_read_as_most_rows_close(
    usual: tuple[str, str], other: tuple[str, str], notation: Notation
) -> None:
    rows = [
        ("1", str(at), "3", price, "1", value, "") for at, (price, value) in enumerate((usual, usual, other))
    ]
    found = voted(*rows)
    assert found.decimals is notation
    assert number(other[0], found) is None


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(("1", "10", "10,000", "1,250", "1", "", ""), id="no net value"),
        pytest.param(("1", "10", "10.000", "3,500", "1.000", "35,000", ""), id="closes both ways"),
        pytest.param(("1", "10", "10,000", "1,250", "1", "999", ""), id="closes in no way"),
    ],
)
def test_what_nothing_settles_is_asked_and_not_guessed(row: Row) -> None:
    with pytest.raises(ColumnsNotUnderstoodError, match=r'such as "[0-9.,]+".*nothing in the file settles'):
        voted(row)


def test_real_numbers_need_no_notation() -> None:
    found = voted(("1", "10", Decimal(10), Decimal("1.25"), Decimal(1), Decimal("12.5"), ""))
    assert (found, found.shown()) == (FileNotation(), "")


def test_a_rate_loses_its_percent_sign() -> None:
    assert number("13,00 %", FileNotation(Notation.COMMA)) == 13


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("20.12.2026", "DATFM 1"),
        ("12/20/2026", "DATFM 2"),
        ("12-20-2026", "DATFM 3"),
        ("2026.12.20", "DATFM 4"),
        ("2026/12/20", "DATFM 5"),
        ("2026-12-20", "DATFM 6"),
        ("20261220", "as SE16 shows it"),
    ],
)
def test_a_date_in_each_form_of_sap(text: str, form: str) -> None:
    found = voted(("1", "10", "1", "1.50", "1", "1.50", text))
    assert date(text, found) == dt.date(2026, 12, 20), form


@pytest.mark.parametrize(
    ("one", "other", "day"),
    [
        ("12/20/2026", "05/12/2026", dt.date(2026, 5, 12)),
        ("20/12/2026", "05/12/2026", dt.date(2026, 12, 5)),
        ("12-20-2026", "05-12-2026", dt.date(2026, 5, 12)),
    ],
)
def test_a_day_above_twelve_settles_the_order_of_all_dates(one: str, other: str, day: dt.date) -> None:
    found = voted(("1", "10", "1", "1.50", "1", "1.50", one), ("1", "20", "1", "1.50", "1", "1.50", other))
    assert date(other, found) == day


def test_dates_that_nothing_settles_are_asked_for() -> None:
    with pytest.raises(ColumnsNotUnderstoodError, match='such as "05/12/2026"'):
        voted(("1", "10", "1", "1.50", "1", "1.50", "05/12/2026"))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("W 50.2026", dt.date(2026, 12, 13)),
        ("W 03.2027", dt.date(2027, 1, 24)),
        ("M 12.2026", dt.date(2026, 12, 31)),
        ("M 02.2028", dt.date(2028, 2, 29)),
    ],
)
def test_a_week_or_a_month_is_its_last_day(text: str, last: dt.date) -> None:
    found = voted(
        ("1", "10", "1", "1.50", "1", "1.50", text), ("1", "20", "1", "1.50", "1", "1.50", "20.12.2026")
    )
    assert date(text, found) == last


@pytest.mark.parametrize("cell", ["", "tbd", "1,234.5.6", dt.date(2026, 1, 1)])
def test_what_is_no_number_is_none(cell: Cell) -> None:
    assert number(cell, FileNotation(Notation.POINT)) is None


def test_the_notation_is_shown_as_people_write_it() -> None:
    found = voted(
        ("1", "10", "1", "1.234,56", "1", "1.234,56", "12/20/2026"),
    )
    assert found.shown() == "1.234,56, mdy"
