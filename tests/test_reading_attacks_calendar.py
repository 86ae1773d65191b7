"""Days, weeks and times under unknown headings, in other calendars, or of something else."""

import pytest
from reading_attacks import (
    CHINESE,
    HEADING,
    HEADING_ZH,
    SEAL,
    SEAL_ZH,
    SLEEVE,
    SLEEVE_ZH,
    UNSURE,
    Attack,
    finds,
)

ATTACKS = (
    Attack(
        "week-col",
        rows=[[*HEADING, "Week"], [*SEAL, "51"], [*SLEEVE, "3"]],
        lines=[
            {"delivery_date": (UNSURE, "2026-12-20", "2026-12-18")},
            {"delivery_date": (UNSURE, "2027-01-24", "2027-01-22")},
        ],
        truth={"delivery_date": ("2026-12-18", UNSURE)},
    ),
    Attack(
        "week-col-kw",
        rows=[[*HEADING, "KW"], [*SEAL, "51"], [*SLEEVE, "3"]],
        lines=[
            {"delivery_date": (UNSURE, "2026-12-20", "2026-12-18")},
            {"delivery_date": (UNSURE, "2027-01-24", "2027-01-22")},
        ],
    ),
    Attack(
        "week-col-zh",
        CHINESE,
        rows=[[*HEADING_ZH, "周次"], [*SEAL_ZH, "51"], [*SLEEVE_ZH, "3"]],
        lines=[
            {"delivery_date": (UNSURE, "2026-12-20", "2026-12-18")},
            {"delivery_date": (UNSURE, "2027-01-24", "2027-01-22")},
        ],
    ),
    Attack(
        "col-wk-letter",
        rows=[[*HEADING, "Wk"], [*SEAL, "W51"], [*SLEEVE, "W03"]],
        lines=[
            {"delivery_date": (UNSURE, "2026-12-20", "2026-12-18")},
            {"delivery_date": (UNSURE, "2027-01-24", "2027-01-22")},
        ],
    ),
    Attack(
        "col-timing",
        rows=[[*HEADING, "Timing"], [*SEAL, "2026-12-10"], [*SLEEVE, "2027-01-20"]],
        lines=[{"delivery_date": (UNSURE, "2026-12-10")}, {"delivery_date": (UNSURE, "2027-01-20")}],
    ),
    Attack(
        "col-when",
        rows=[[*HEADING, "When"], [*SEAL, "10 Dec"], [*SLEEVE, "20 Jan"]],
        lines=[{"delivery_date": (UNSURE, "2026-12-10")}, {"delivery_date": (UNSURE, "2027-01-20")}],
    ),
    Attack(
        "col-eta",
        rows=[[*HEADING, "ETA"], [*SEAL, "2026-12-10"], [*SLEEVE, "2027-01-20"]],
        lines=[{"delivery_date": (UNSURE, "2026-12-10")}, {"delivery_date": (UNSURE, "2027-01-20")}],
    ),
    Attack(
        "col-shijian",
        CHINESE,
        rows=[[*HEADING_ZH, "时间"], [*SEAL_ZH, "12月10日"], [*SLEEVE_ZH, "1月20日"]],
        lines=[{"delivery_date": (UNSURE, "2026-12-10")}, {"delivery_date": (UNSURE, "2027-01-20")}],
    ),
    Attack(
        "col-remark-date",
        CHINESE,
        rows=[[*HEADING_ZH, "备注"], [*SEAL_ZH, "12月10日前要"], [*SLEEVE_ZH, ""]],
        lines=[{"delivery_date": (UNSURE, "2026-12-10")}, {}],
    ),
    Attack(
        "col-lead-wks",
        rows=[[*HEADING, "L/T (wks)"], [*SEAL, "6"], [*SLEEVE, "8"]],
        lines=[{"lead_time": (UNSURE, "P6W")}, {"lead_time": (UNSURE, "P8W")}],
    ),
    Attack("arabic-date", head={"date": "Order date: ١٢-١١-٢٠٢٦"}, truth={"document_date": UNSURE}),
    Attack(
        "date-2digit",
        CHINESE,
        head={"date": "订单日期：26-11-08", "deliv": "交货日期：26-12-20"},
        truth={"document_date": ("2026-11-08", UNSURE), "delivery_date": ("2026-12-20", UNSURE)},
    ),
    Attack(
        "xun", CHINESE, head={"deliv": "交货日期：12月中旬"}, truth={"delivery_date": ("2026-12-20", UNSURE)}
    ),
    Attack(
        "xun-shang",
        CHINESE,
        head={"deliv": "交货日期：2026年12月上旬"},
        truth={"delivery_date": ("2026-12-10",)},
    ),
    Attack(
        "xun-xia",
        CHINESE,
        head={"deliv": "交货日期：2027年2月下旬"},
        truth={"delivery_date": ("2027-02-28",)},
    ),
    Attack("lunar", CHINESE, head={"deliv": "交货日期：农历十一月初十"}, truth={"delivery_date": UNSURE}),
    Attack("lunar2", CHINESE, head={"deliv": "交货日期：腊月二十前"}, truth={"delivery_date": UNSURE}),
    Attack("lunar3", CHINESE, head={"deliv": "交货日期：春节前"}, truth={"delivery_date": UNSURE}),
    Attack("lunar4", CHINESE, head={"deliv": "交货日期：正月十五前"}, truth={"delivery_date": UNSURE}),
    Attack("lunar5", CHINESE, head={"date": "订单日期：丙午年九月廿九"}, truth={"document_date": UNSURE}),
    Attack(
        "minguo",
        CHINESE,
        head={"date": "订单日期：民国115年11月8日"},
        truth={"document_date": ("2026-11-08", UNSURE)},
    ),
    Attack("rep-era", head={"date": "Order date: R8.11.12"}, truth={"document_date": UNSURE}),
    Attack("thai", head={"date": "Order date: 12/11/2569"}, truth={"document_date": UNSURE}),
    Attack("persian-cal", head={"date": "Order date: 1405/08/21"}, truth={"document_date": UNSURE}),
    Attack(
        "week-year-wrap",
        head={"deliv": "Delivery week: 01"},
        truth={"delivery_date": ("2027-01-10", "2027-01-08", UNSURE)},
    ),
    Attack(
        "kw-range",
        head={"deliv": "Delivery: CW 50-52/2026"},
        truth={"delivery_date": ("2026-12-27", "2026-12-25", UNSURE)},
    ),
    Attack("week-day", head={"deliv": "Delivery: W51.3"}, truth={"delivery_date": ("2026-12-16", UNSURE)}),
    Attack("quarter", head={"deliv": "Delivery: Q1/2027"}, truth={"delivery_date": ("2027-03-31", UNSURE)}),
    Attack(
        "half-month",
        CHINESE,
        head={"deliv": "交货日期：12月上半月"},
        truth={"delivery_date": ("2026-12-15", UNSURE)},
    ),
    Attack(
        "month-end",
        CHINESE,
        head={"deliv": "交货日期：本月底前"},
        truth={"delivery_date": ("2026-11-30", UNSURE)},
    ),
    Attack(
        "next-month",
        CHINESE,
        head={"deliv": "交货日期：下月15日"},
        truth={"delivery_date": ("2026-12-15", UNSURE)},
    ),
    Attack(
        "next-month-en",
        head={"deliv": "Delivery date: 15th of next month"},
        truth={"delivery_date": ("2026-12-15", UNSURE)},
    ),
    Attack(
        "next-week",
        CHINESE,
        head={"deliv": "交货日期：下周五"},
        truth={"delivery_date": ("2026-11-20", UNSURE)},
    ),
    Attack(
        "after-holiday",
        CHINESE,
        head={"deliv": "交货日期：节后一周"},
        truth={"delivery_date": UNSURE, "lead_time": (None, UNSURE)},
    ),
    Attack("date-ddmmyy", head={"date": "Order date: 121126"}, truth={"document_date": UNSURE}),
    Attack(
        "date-yymmdd", head={"date": "Order date: 261112"}, truth={"document_date": ("2026-11-12", UNSURE)}
    ),
    Attack(
        "date-doy", head={"date": "Order date: 2026-316"}, truth={"document_date": ("2026-11-12", UNSURE)}
    ),
    Attack("date-feb30", head={"deliv": "Delivery date: 30.02.2027"}, truth={"delivery_date": UNSURE}),
    Attack(
        "date-1900", head={"date": "Order date: 12.11.1926"}, truth={"document_date": (UNSURE, "1926-11-12")}
    ),
    Attack(
        "date-valid",
        head={"deliv": None},
        more=["Prices valid until: 2026-12-31"],
        truth={"delivery_date": None},
    ),
    Attack(
        "date-reqship",
        head={"deliv": "Required ship date: 2026-12-10"},
        more=["Required on site: 2026-12-18"],
        truth={"delivery_date": ("2026-12-18", UNSURE)},
    ),
    Attack("etd-only", head={"deliv": "ETD: 2026-12-10"}, truth={"delivery_date": ("2026-12-10", UNSURE)}),
    Attack(
        "date-closing",
        head={"deliv": None},
        more=["Vessel closing: 2026-12-10"],
        truth={"delivery_date": (None, UNSURE)},
    ),
    Attack(
        "date-inspection",
        head={"deliv": None},
        more=["Inspection date: 2026-12-10"],
        truth={"delivery_date": (None, UNSURE)},
    ),
    Attack(
        "date-ready",
        head={"deliv": "Goods ready: 2026-12-10"},
        more=["Delivery date: 2026-12-18"],
        truth={"delivery_date": ("2026-12-18", UNSURE)},
    ),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
