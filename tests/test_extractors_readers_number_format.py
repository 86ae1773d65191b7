import datetime as dt
from decimal import Decimal

import pytest

from extractors.readers.number_format import calendar, code, general, shown, shown_text

DAY = 46376
"""20 December 2026."""
FIRST = calendar(since_1904=False)


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        ("1250", "General", "1250"),
        ("1250.5", "General", "1250.5"),
        ("0.30000000000000004", "General", "0.3"),
        ("1.2345678901234567E+20", "General", "123456789012346000000"),
        ("1250", "G/通用格式", "1250"),
        ("1250", "0", "1250"),
        ("1250", "0.00", "1250.00"),
        ("1250.005", "0.00", "1250.01"),
        ("-0.004", "0.00", "0.00"),
        ("1234567.5", "#,##0.00", "1,234,567.50"),
        ("1234567.5", "#,##0", "1,234,568"),
        ("0.5", "#,###.##", ".5"),
        ("12", "0.##", "12"),
        ("7", "000000", "000007"),
        ("90010045", '000"-"00000', "900-10045"),
        ("0.13", "0%", "13%"),
        ("0.135", "0.0%", "13.5%"),
        ("1250", '"¥"#,##0.00', "¥1,250.00"),
        ("1250", "[$¥-804]#,##0.00", "¥1,250.00"),
        ("1250", '#,##0.00 "CNY"', "1,250.00 CNY"),
        ("1250", "#,##0.00\\ [$€-407]", "1,250.00 €"),
        ("4", '0"套"', "4套"),
        ("1250000", "#,##0,", "1,250"),
        ("1250000", "0.0,,", "1.3"),
        ("-1250", "#,##0.00;(#,##0.00)", "(1,250.00)"),
        ("-1250", "#,##0.00", "-1,250.00"),
        ("-1250", "#,##0.00;[Red]-#,##0.00", "-1,250.00"),
        ("0", '#,##0.00;-#,##0.00;"-"', "-"),
        ("5", "0;;", "5"),
        ("0", "0;;", ""),
        ("5", ";;;", ""),
        ("500", '[<1000]0" g";0.0," kg"', "500 g"),
        ("1500", '[<1000]0" g";0.0," kg"', "1.5 kg"),
        ("1250", '_ "¥"* #,##0.00_ ', "¥ 1,250.00"),
        ("1234.5", "0.00E+00", "1234.5"),
        ("0.5", "# ?/?", "0.5"),
        ("1250", "@", "1250"),
    ],
)
def test_a_number_is_what_the_sheet_shows(value: str, form: str, text: str) -> None:
    assert shown(Decimal(value), form, FIRST) == text


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (DAY, "yyyy-mm-dd", "2026-12-20"),
        (DAY, "d/m/yy", "2026-12-20"),
        (DAY, "mm/dd/yyyy", "2026-12-20"),
        (DAY, 'yyyy"年"m"月"d"日"', "2026-12-20"),
        (DAY, "[$-804]aaaa", "2026-12-20"),
        (DAY, "[$-F800]dddd, mmmm dd, yyyy", "2026-12-20"),
        (DAY, "mmm-yy", "2026-12"),
        (DAY, 'yyyy"年"m"月"', "2026-12"),
        (DAY + 0.5, "yyyy-mm-dd hh:mm", "2026-12-20 12:00"),
        (DAY + 0.5, "yyyy-mm-dd", "2026-12-20"),
        (DAY, "yyyy-mm-dd hh:mm", "2026-12-20"),
        (0.75, "hh:mm", "18:00"),
        (1.5, "[h]:mm", "36:00"),
        (1, "d.m.yyyy", "1900-01-01"),
        (59, "d.m.yyyy", "1900-02-28"),
        (61, "d.m.yyyy", "1900-03-01"),
        (-5, "yyyy-mm-dd", "-5"),
        (99_999_999, "yyyy-mm-dd", "99999999"),
    ],
)
def test_a_day_is_shown_without_any_doubt_of_order(value: float, form: str, text: str) -> None:
    assert shown(Decimal(str(value)), form, FIRST) == text


def test_the_calendar_of_old_macs_begins_later() -> None:
    assert shown(Decimal(DAY - 1462), "d/m/yy", calendar(since_1904=True)) == "2026-12-20"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "1250.5"),
        (2, "1250.50"),
        (4, "1,250.50"),
        (9, "125050%"),
        (14, "1903-06-03"),
        (44, "1,250.50"),
        (999, "1250.5"),
    ],
)
def test_formats_that_files_name_by_number_alone(number: int, text: str) -> None:
    assert shown(Decimal("1250.5"), code(number, {}), FIRST) == text


def test_a_format_of_the_file_goes_before_a_built_in_one() -> None:
    assert code(4, {4: "0.0"}) == "0.0"


@pytest.mark.parametrize("number", [27, 31, 50, 57, 58])
def test_dates_of_chinese_excel_are_dates(number: int) -> None:
    assert shown(Decimal(DAY), code(number, {}), FIRST).startswith("2026-12")


@pytest.mark.parametrize(
    ("text", "form", "found"),
    [
        ("A1", "General", "A1"),
        ("A1", '0;0;0;"No. "@', "No. A1"),
        ("A1", '"套件" @', "套件 A1"),
        ("A1", "0;0;0;", ""),
        ("A1", "0.00", "A1"),
    ],
)
def test_a_text_is_what_the_sheet_shows(text: str, form: str, found: str) -> None:
    assert shown_text(text, form) == found


@pytest.mark.parametrize(
    ("value", "text"), [("1E+2", "100"), ("1.50", "1.5"), ("0", "0"), ("1E+30", "1E+30")]
)
def test_a_number_without_a_format_has_no_exponent_where_it_can_be(value: str, text: str) -> None:
    assert general(Decimal(value)) == text


def test_days_are_counted_from_two_beginnings() -> None:
    assert (calendar(since_1904=False), calendar(since_1904=True)) == (
        dt.date(1899, 12, 30),
        dt.date(1904, 1, 1),
    )
