"""Delivery: of what a date or a period is, and from when it counts."""

import pytest
from reading_attacks import CHINESE, UNSURE, Attack, finds

ATTACKS = (
    Attack("noyear", CHINESE, head={"deliv": "交货日期：12月20日前"}),
    Attack(
        "noyear-next", CHINESE, head={"deliv": "交货日期：1月10日前"}, truth={"delivery_date": "2027-01-10"}
    ),
    Attack("week-53", head={"deliv": "Delivery week: 53/2026"}, truth={"delivery_date": "2027-01-03"}),
    Attack("week-noyear", head={"deliv": "Delivery: week 3"}, truth={"delivery_date": "2027-01-24"}),
    Attack("month-year", head={"deliv": "Delivery date: 01/2027"}, truth={"delivery_date": "2027-01-31"}),
    Attack("two-deliv-labels", more=["Ship date: 2026-12-10"], truth={"delivery_date": "2026-12-18"}),
    Attack(
        "two-deliv-ETD",
        head={"deliv": "ETD: 2026-12-10"},
        more=["ETA: 2026-12-18"],
        truth={"delivery_date": "2026-12-18"},
    ),
    Attack(
        "deliv-prev",
        head={"deliv": "Previous delivery date: 2026-11-30"},
        more=["New delivery date: 2026-12-18"],
    ),
    Attack("deliv-confirmed", head={"deliv": "Delivery date: 2026-12-18 (was 2026-12-01)"}),
    Attack(
        "deliv-latest-earliest",
        head={"deliv": "Delivery date: not before 2026-12-18"},
        truth={"delivery_date": UNSURE},
    ),
    Attack(
        "deliv-partial",
        head={"deliv": "Delivery date: 2026-12-18 for item 10, 2027-01-15 for item 20"},
        truth={"delivery_date": UNSURE},
    ),
    Attack(
        "deliv-zh-partial",
        CHINESE,
        head={"deliv": "交货日期：2026-12-20交2套，余下2027-01-20前交齐"},
        truth={"delivery_date": UNSURE},
    ),
    Attack(
        "deliv-zh-partial2",
        CHINESE,
        head={"deliv": "交货期：第1项2026-12-20；第2项2027-01-20"},
        truth={"delivery_date": UNSURE},
    ),
    Attack(
        "lead-prepay",
        CHINESE,
        head={"deliv": "交货期：预付款到账后45天"},
        truth={"delivery_date": None, "lead_time": "P45D"},
    ),
    Attack(
        "lead-two",
        CHINESE,
        head={"deliv": "交货期：标准件4周，非标件8周"},
        truth={"delivery_date": None, "lead_time": UNSURE},
    ),
    Attack(
        "lead-two-en",
        head={"deliv": "Delivery time: 4 weeks for seals, 8 weeks for sleeves"},
        truth={"delivery_date": None, "lead_time": UNSURE},
    ),
    Attack(
        "lead-and-date",
        head={"deliv": "Delivery time: 6 weeks, at the latest 2026-12-18"},
        truth={"delivery_date": ("2026-12-18", None), "lead_time": ("P6W", None)},
    ),
    Attack(
        "lead-wd",
        head={"deliv": "Lead time: 30 working days ARO"},
        truth={"delivery_date": None, "lead_time": "P30D working_days"},
    ),
    Attack(
        "lead-bd",
        head={"deliv": "Lead time: 30 business days"},
        truth={"delivery_date": None, "lead_time": "P30D working_days"},
    ),
    Attack(
        "lead-xin",
        CHINESE,
        head={"deliv": "交货期：3个月内分批交货"},
        truth={"delivery_date": None, "lead_time": "P3M"},
    ),
    Attack(
        "lead-transport",
        head={"deliv": "Lead time: 6 weeks + 2 weeks transport"},
        truth={"delivery_date": None, "lead_time": UNSURE},
    ),
    Attack(
        "lead-notlater",
        head={"deliv": "Lead time: 6 weeks after drawing approval, drawings within 2 weeks"},
        truth={"delivery_date": None, "lead_time": "P6W"},
    ),
    Attack(
        "warranty-lead",
        head={"deliv": None},
        more=["Warranty: 18 months after delivery"],
        truth={"delivery_date": None, "lead_time": None},
    ),
    Attack("n2-confirm-by", more=["Please confirm this order by 2026-11-15."]),
    Attack(
        "n2-valid", head={"deliv": None}, more=["Order valid until 2026-12-31"], truth={"delivery_date": None}
    ),
    Attack(
        "n2-deliv-window",
        head={"deliv": "Delivery window: 2026-12-14 - 2026-12-18"},
        truth={"delivery_date": "2026-12-18"},
    ),
    Attack(
        "n2-deliv-docs",
        head={"deliv": None},
        more=["Delivery of documents: 2026-12-01"],
        truth={"delivery_date": None},
    ),
    Attack(
        "n2-deliv-zh-doc",
        CHINESE,
        head={"deliv": None},
        more=["图纸交付日期：2026-11-20"],
        truth={"delivery_date": None},
    ),
    Attack(
        "n2-deliv-zh-first",
        CHINESE,
        head={"deliv": "首批交货日期：2026-12-01"},
        more=["末批交货日期：2026-12-20"],
        truth={"delivery_date": UNSURE},
    ),
    Attack(
        "n2-deliv-zh-only-sup",
        CHINESE,
        head={"deliv": "原交货日期：2026-12-01"},
        truth={"delivery_date": None},
    ),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
