import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.fields.dates import DateOrder, find, parse, resolve, vote, week_codes

BASE = dt.date(2026, 11, 23)
DMY, MDY, YMD, YYMD = DateOrder.DMY, DateOrder.MDY, DateOrder.YMD, DateOrder.YYMD
NAMED, CHINESE, WEEK, MONTH = DateOrder.NAMED, DateOrder.CHINESE, DateOrder.WEEK, DateOrder.MONTH
QUARTER, PART = DateOrder.QUARTER, DateOrder.PART


def spans(text: str, base: dt.date | None = BASE) -> set[tuple[DateOrder, str, str]]:
    return {(each.order, each.first.isoformat(), each.last.isoformat()) for each in parse(text, base)}


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        pytest.param("2026年12月20日前", CHINESE, "2026-12-20", id="row 1"),
        pytest.param("2026.12.20", YMD, "2026-12-20", id="row 2: points"),
        ("2026. 12. 20.", YMD, "2026-12-20"),
        ("2026. 12. 20. 전품목 (all items)", YMD, "2026-12-20"),
        ("20-12-2026 (whole order)", DMY, "2026-12-20"),
        ("2026년 12월 20일", CHINESE, "2026-12-20"),
        ("18 de noviembre de 2026", NAMED, "2026-11-18"),
        ("15 de marzo del 2027", NAMED, "2027-03-15"),
        ("15 de dezembro de 2026", NAMED, "2026-12-15"),
        ("1er décembre 2026", NAMED, "2026-12-01"),
        ("15 grudnia 2026", NAMED, "2026-12-15"),
        ("15. prosince 2026", NAMED, "2026-12-15"),
        ("15 Aralık 2026", NAMED, "2026-12-15"),
        ("15 joulukuuta 2026", NAMED, "2026-12-15"),
        pytest.param("2026/12/20", YMD, "2026-12-20", id="row 2: slashes"),
        pytest.param("2026-12-20", YMD, "2026-12-20", id="row 2: dashes"),
        pytest.param("15.12.2026", DMY, "2026-12-15", id="row 3"),
        pytest.param("15-Dec-26", NAMED, "2026-12-15", id="row 5: 15-Dec-26"),
        pytest.param("December 15th, 2026", NAMED, "2026-12-15", id="row 5: December 15th"),
        pytest.param("26.11.5", YYMD, "2026-11-05", id="row 8: 26.11.5"),
        pytest.param("11月底", PART, "2026-11-30", id="row 14: 11月底"),
        pytest.param("12月底前", PART, "2026-12-31", id="row 14: 12月底前"),
        pytest.param("20 Dec 2026", NAMED, "2026-12-20", id="row 35"),
        ("二〇二六年二月十三日", CHINESE, "2026-02-13"),
        ("二O二六年十二月三十一日", CHINESE, "2026-12-31"),
        ("2026年4月7日", CHINESE, "2026-04-07"),
        ("2026 年 4 月 7 日", CHINESE, "2026-04-07"),
        ("26年4月7日", CHINESE, "2026-04-07"),
        ("2026年4月7号", CHINESE, "2026-04-07"),
        ("２０２６年４月７日", CHINESE, "2026-04-07"),
        ("三月十五日", CHINESE, "2027-03-15"),
        ("12月20日之前到货", CHINESE, "2026-12-20"),
        ("2026.4.7", YMD, "2026-04-07"),
        ("2026. 4. 7", YMD, "2026-04-07"),
        ("13.03.2026", DMY, "2026-03-13"),
        ("13/03/2026", DMY, "2026-03-13"),
        ("03/13/2026", MDY, "2026-03-13"),
        ("27 January 2026", NAMED, "2026-01-27"),
        ("Jan 27, 2026", NAMED, "2026-01-27"),
        ("the 15th of March 2026", NAMED, "2026-03-15"),
        ("15. März 2026", NAMED, "2026-03-15"),
        ("2026-Mar-15", NAMED, "2026-03-15"),
        ("15 Dec", NAMED, "2026-12-15"),
        ("15 Dec '26", NAMED, "2026-12-15"),
        ("31/03/2020 12:32", DMY, "2020-03-31"),
        ("2026-03-15T00:00:00", YMD, "2026-03-15"),
        ("2026-03-15 08:00:00.123+08:00", YMD, "2026-03-15"),
        ("2026-04-07 下午3时", YMD, "2026-04-07"),
        ("by 15 March 2026", NAMED, "2026-03-15"),
        ("不晚于2026年5月1日", CHINESE, "2026-05-01"),
        ("Fri, 13-Mar-2026", NAMED, "2026-03-13"),
        ("by Friday 13 March 2026", NAMED, "2026-03-13"),
        ("Needed: 13-MAR-2026 00:00:00", NAMED, "2026-03-13"),
        ("13. März 2026 (eintreffend)", NAMED, "2026-03-13"),
        ("2026-03-13 (Fri)", YMD, "2026-03-13"),
        ("2026-03-13 Fri.", YMD, "2026-03-13"),
        ("2026年3月13日（星期五）", CHINESE, "2026-03-13"),
        ("end of March 2026", PART, "2026-03-31"),
        ("2026年底", PART, "2026-12-31"),
        ("end of 2026", PART, "2026-12-31"),
        ("29 February 2028", NAMED, "2028-02-29"),
        ("115/03/18", YMD, "2026-03-18"),
        ("115.03.18", YMD, "2026-03-18"),
        ("中華民國115年1月16日", CHINESE, "2026-01-16"),
        ("115年3月26日", CHINESE, "2026-03-26"),
    ],
)
def test_a_day_has_one_reading(text: str, order: DateOrder, day: str) -> None:
    assert spans(text) == {(order, day, day)}


@pytest.mark.parametrize(
    ("text", "order", "first", "last"),
    [
        pytest.param("CW50", WEEK, "2026-12-07", "2026-12-13", id="row 10: CW50"),
        pytest.param("KW 50", WEEK, "2026-12-07", "2026-12-13", id="row 10: KW 50"),
        pytest.param("W50", WEEK, "2026-12-07", "2026-12-13", id="row 10: W50"),
        pytest.param("2026-W50", WEEK, "2026-12-07", "2026-12-13", id="row 10: ISO"),
        pytest.param("week 50", WEEK, "2026-12-07", "2026-12-13", id="row 10: week 50"),
        pytest.param("KW 05/2027", WEEK, "2027-02-01", "2027-02-07", id="row 11: KW 05/2027"),
        pytest.param("W 05.2027", WEEK, "2027-02-01", "2027-02-07", id="row 11: SAP week"),
        pytest.param("05.2027", MONTH, "2027-05-01", "2027-05-31", id="row 11: a month without W"),
        pytest.param("CW53/2026", WEEK, "2026-12-28", "2027-01-03", id="row 12"),
        pytest.param("12月上旬", PART, "2026-12-01", "2026-12-10", id="row 15: 上旬"),
        pytest.param("12月中旬", PART, "2026-12-11", "2026-12-20", id="row 15: 中旬"),
        pytest.param("12月下旬", PART, "2026-12-21", "2026-12-31", id="row 15: 下旬"),
        pytest.param("Q1 2027", QUARTER, "2027-01-01", "2027-03-31", id="row 17: Q1 2027"),
        pytest.param("2027年一季度", QUARTER, "2027-01-01", "2027-03-31", id="row 17: 一季度"),
        ("2026年第16周", WEEK, "2026-04-13", "2026-04-19"),
        ("第十六周", WEEK, "2027-04-19", "2027-04-25"),
        ("week 16 2026", WEEK, "2026-04-13", "2026-04-19"),
        ("CW16 26", WEEK, "2026-04-13", "2026-04-19"),
        ("16. KW 2026", WEEK, "2026-04-13", "2026-04-19"),
        ("CW 25-27/2026", WEEK, "2026-06-15", "2026-07-05"),
        ("2026年3月", MONTH, "2026-03-01", "2026-03-31"),
        ("二O二六年三月", MONTH, "2026-03-01", "2026-03-31"),
        ("元月", MONTH, "2027-01-01", "2027-01-31"),
        ("2026/03", MONTH, "2026-03-01", "2026-03-31"),
        ("March 2026", MONTH, "2026-03-01", "2026-03-31"),
        ("2026 March", MONTH, "2026-03-01", "2026-03-31"),
        ("February 2028", MONTH, "2028-02-01", "2028-02-29"),
        ("2026年2月下旬", PART, "2026-02-21", "2026-02-28"),
        ("mid March", PART, "2027-03-11", "2027-03-20"),
        ("early March 2026", PART, "2026-03-01", "2026-03-10"),
        ("2027Q2", QUARTER, "2027-04-01", "2027-06-30"),
        ("4Q 2026", QUARTER, "2026-10-01", "2026-12-31"),
        ("3rd quarter of 2026", QUARTER, "2026-07-01", "2026-09-30"),
    ],
)
def test_a_span_of_days_has_its_first_and_last(text: str, order: DateOrder, first: str, last: str) -> None:
    assert spans(text) == {(order, first, last)}


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        pytest.param("03/04/2027", {(DMY, "2027-04-03"), (MDY, "2027-03-04")}, id="row 6"),
        pytest.param(
            "10/12/26", {(DMY, "2026-12-10"), (MDY, "2026-10-12"), (YYMD, "2010-12-26")}, id="row 7"
        ),
        pytest.param("26/11/05", {(YYMD, "2026-11-05"), (DMY, "2005-11-26")}, id="row 8"),
        pytest.param("15.04.26", {(DMY, "2026-04-15"), (YYMD, "2015-04-26")}, id="points, two digits"),
        pytest.param("03/03/2027", {(DMY, "2027-03-03"), (MDY, "2027-03-03")}, id="the same day twice"),
    ],
)
def test_an_ambiguous_date_has_every_reading(text: str, readings: set[tuple[DateOrder, str]]) -> None:
    assert {(each.order, each.first.isoformat()) for each in parse(text)} == readings


def test_a_month_with_two_digits_is_a_year_or_a_day() -> None:  # row 9
    assert spans("Dec-26") == {
        (NAMED, "2026-12-26", "2026-12-26"),
        (MONTH, "2026-12-01", "2026-12-31"),
    }


def test_week_25_26_is_a_week_of_a_year_or_two_weeks() -> None:
    assert spans("KW 25/26") == {(WEEK, "2026-06-15", "2026-06-21"), (WEEK, "2027-06-21", "2027-07-04")}
    assert spans("KW 16/26") == {(WEEK, "2026-04-13", "2026-04-19")}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-13-03",
        "30.02.2026",
        "31/04/2026",
        "29 February 2027",
        "2026年2月30日",
        "2026年13月",
        "CW53/2027",
        "CW00",
        "12",
        "2026",
        "2026年",
        "12.5",
        "1.234",
        "7-4410-03",
        "60.17.4482",
        "10.10.7726",
        "XR4-207-2Z",
        "16周",
        "8 weeks",
        "Mar",
        "4月7",
        "week of",
        "after 15 March 2026",
        "2026年3月15日起",
        "Sat, 13-Mar-2026",
        "SAT)2Q",
        "2026-03-15 to 2026-03-20",
        pytest.param("20261220", id="row 2: compact only on request"),
        pytest.param("46371", id="row 4: serial only on request"),
        pytest.param("春节前", id="row 16: goes to a person"),
        pytest.param("ASAP", id="row 30: no date"),
        pytest.param("尽快", id="row 30: no date"),
        pytest.param("12.00 " * 20, id="a long text"),
    ],
)
def test_what_is_no_date_as_a_whole_has_no_reading(text: str) -> None:
    assert parse(text, BASE) == ()


def test_eight_digits_are_a_date_where_the_caller_says_so() -> None:  # row 2
    assert [each.first for each in parse("20261220", compact=True)] == [dt.date(2026, 12, 20)]
    assert parse("20261320", compact=True) == ()
    assert parse("10024680", compact=True) == ()


def test_a_day_number_is_a_date_where_the_caller_says_so() -> None:  # row 4
    assert [each.first for each in parse("46371", serial=True)] == [dt.date(2026, 12, 15)]
    assert [each.first for each in parse("46371.5", serial=True)] == [dt.date(2026, 12, 15)]
    assert parse("10000", serial=True) == ()


def test_four_digits_of_a_week_column_are_read_both_ways() -> None:  # row 13
    assert [(each.first.year, each.first.isocalendar().week) for each in week_codes("2650")] == [
        (2026, 50),
        (2050, 26),
    ]
    assert [each.first.isocalendar()[:2] for each in week_codes("2660")] == [(2060, 26)]
    assert week_codes("W50") == ()


@pytest.mark.parametrize("text", ["3月15日", "CW50", "15 Dec", "12月底", "一季度", "3月"])
def test_without_a_base_a_date_needs_its_year(text: str) -> None:
    assert parse(text) == ()
    assert [each.year_stated for each in parse(text, BASE)] == [False]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("2026年12月20日前", True),
        ("latest 2026-03-15", True),
        ("2026-03-15 at the latest", True),
        ("on 2026-03-15", False),
        ("2026-03-15", False),
    ],
)
def test_a_latest_date_is_told_from_a_plain_one(text: str, limit: bool) -> None:  # noqa: FBT001 - a table
    assert [each.limit for each in parse(text)] == [limit]


def test_a_weekday_settles_an_ambiguous_date() -> None:
    assert [each.order for each in parse("Friday, 03/04/2026")] == [DMY]


@given(
    st.dates(dt.date(2000, 1, 1), dt.date(2069, 12, 31)),
    st.sampled_from(
        [
            *("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y"),
            *("%d-%b-%y", "%d %B %Y", "%b %d, %Y", "%d/%m/%y", "%y.%m.%d", "%G-W%V", "CW %V/%G"),
        ]
    ),
)
def test_a_printed_date_is_always_among_its_readings(day: dt.date, form: str) -> None:
    assert any(each.first <= day <= each.last for each in parse(day.strftime(form)))


@given(st.text(alphabet="0123456789./-年月日 周WKQDec", max_size=14))
def test_every_reading_is_a_span_forward_in_time(text: str) -> None:
    assert all(each.first <= each.last for each in parse(text, BASE))


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["03/04/2027", "13/04/2027"], DMY),
        (["03/04/2027", "04/13/2027"], MDY),
        (["13/04/2027"], DMY),
        (["03/04/2027"], None),
        (["13/04/2027", "04/13/2027"], None),
        (["03/04/2027", "13-04-2027"], None),
        (["03/04/2027", "13.04.2027"], None),
        (["26/11/05"], None),
        (["2026-03-15", "8 weeks"], None),
        ([], None),
    ],
)
def test_the_dates_of_a_document_vote_for_their_own_notation(
    texts: list[str], order: DateOrder | None
) -> None:
    assert vote(texts) is order


def test_resolving_takes_the_vote_and_what_is_plausible() -> None:
    ambiguous = parse("03/04/2027")
    assert resolve(ambiguous) is None
    voted = resolve(ambiguous, DMY)
    assert voted is not None
    assert voted.first == dt.date(2027, 4, 3)
    plausible = resolve(parse("26/11/05"), after=BASE - dt.timedelta(days=60), until=dt.date(2028, 1, 1))
    assert plausible is not None
    assert plausible.order is YYMD
    assert resolve(parse("26/11/05"), after=dt.date(2030, 1, 1)) is None
    same_day = resolve(parse("03/03/2027"))
    assert same_day is not None
    assert same_day.first == dt.date(2027, 3, 3)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("请于2026年4月19日前交货，逾期", ["2026年4月19日"]),
        ("签订时间：二〇二六年二月十三日 地点", ["二〇二六年二月十三日"]),
        pytest.param("Delivery: 20 Dec 2026 at site (DAP Ningbo)", ["20 Dec 2026"], id="row 35"),
        ("between 03/04/2027 and 15.04.2027.", ["03/04/2027", "15.04.2027"]),
        ("in week 16 2026 or CW 17", ["week 16 2026", "CW 17"]),
        pytest.param("首批10套2026-12-20前,余20套2027-01-31前", ["2026-12-20", "2027-01-31"], id="row 31"),
        ("12月底前交货", ["12月底"]),
        ("中華民國115年1月16日前", ["115年1月16日"]),
        ("交货时间 2026 年 3 月 15 日", ["2026 年 3 月 15 日"]),
        ("from 2026-03-15T10:00 on", ["2026-03-15"]),
        ("May 2026; Jan 27, 2026", ["May 2026", "Jan 27, 2026"]),
        ("clause 4.1.10, see 7-4410-03", []),
        ("on 31.02.2026", []),
        ("no date", []),
    ],
)
def test_dates_are_found_in_running_text(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find(text)] == found


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (("05/07/27", "09/08/27", "21/08/27"), DMY),
        (("07/05/27", "08/09/27", "08/21/27"), MDY),
        (("27/07/05", "27/08/21"), YYMD),
        (("21/08/27",), None),
        (("05/07/27", "09/08/27"), None),
        (("26/07/25", "25/08/26"), None),
        (("26-08-05", "26-08-12", "26-08-19"), YYMD),
        (("26-08-05", "2026-06-22"), YYMD),
        (("26/08/05", "12.03.2026"), YYMD),
        (("05/08/26", "2026-06-22"), None),
        (("05/08/26", "03/09/26", "2005-06-22"), None),
        (("26-08-05", "2016-01-01"), None),
    ],
)
def test_days_of_two_digits_lie_near_each_other(texts: tuple[str, ...], order: DateOrder | None) -> None:
    assert vote(texts) is order


@pytest.mark.parametrize("zone", ["UTC+8", "GMT-05:00", "+01:00", "PST"])
def test_a_zone_behind_the_time_of_day_is_dropped(zone: str) -> None:
    (found,) = parse(f"Tuesday 3 Aug 2027 9:14 AM {zone}")
    assert found.last.isoformat() == "2027-08-03"


@pytest.mark.parametrize("behind", ["前一次交清", "前一次性交货", "前交清"])
def test_all_at_once_by_a_day_is_that_day(behind: str) -> None:
    (found,) = parse(f"2027年8月3日{behind}")
    assert (found.last.isoformat(), found.limit) == ("2027-08-03", True)


def test_part_of_it_by_a_day_is_more_than_a_day() -> None:
    assert not parse("2027年8月3日前分两次交清")
