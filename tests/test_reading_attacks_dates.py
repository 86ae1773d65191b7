"""Dates and periods beside labels that mean something else."""

import pytest
from reading_attacks import ANY, CHINESE, HEADING, SEAL, SLEEVE, UNSURE, Attack, finds

ATTACKS = (
    Attack("date-print", head={"date": "Print date: 2026-11-20"}, truth={"document_date": None}),
    Attack(
        "date-printed-on",
        head={"date": None},
        more=["Date printed: 2026-11-20"],
        truth={"document_date": None},
    ),
    Attack(
        "date-quote-only",
        head={"date": None},
        more=["Date of your quotation: 2026-10-20"],
        truth={"document_date": None},
    ),
    Attack(
        "date-bare-in-quote",
        head={"date": None, "quote": "Your quotation No.: 20018841 Date: 2026-10-20"},
        truth={"document_date": None},
    ),
    Attack(
        "date-bare-two",
        head={"date": "Date: 2026-11-12"},
        more=["Requisition: R-5512", "Date: 2026-11-02"],
        truth={"document_date": "2026-11-12"},
    ),
    Attack(
        "date-rev",
        head={"date": "Original order date: 2026-10-02"},
        more=["Revision 2 dated 2026-11-12"],
        truth={"document_date": ("2026-11-12", "2026-10-02")},
    ),
    Attack(
        "date-created-approved",
        head={"date": "Created: 2026-11-10"},
        more=["Approved: 2026-11-11", "Released: 2026-11-12"],
        truth={"document_date": ("2026-11-12", "2026-11-10")},
    ),
    Attack(
        "date-valid-from",
        head={"date": None},
        more=["Valid from: 2026-11-01", "Valid to: 2026-12-31"],
        truth={"document_date": None},
    ),
    Attack(
        "date-required-issue",
        head={"deliv": None, "date": "Date of issue: 2026-11-12"},
        more=["Date required: 2026-12-18"],
    ),
    Attack(
        "date-form-issue",
        head={"date": None},
        more=["Form PUR-012 Issue date: 2019-03-01"],
        truth={"document_date": None},
    ),
    Attack("date-zh-print", CHINESE, head={"date": "打印日期：2026-11-20"}, truth={"document_date": None}),
    Attack("date-zh-quote", CHINESE, head={"date": "报价日期：2026-10-20"}, truth={"document_date": None}),
    Attack(
        "date-zh-quote-bare",
        CHINESE,
        head={"date": None, "quote": "报价单号：20017731 日期：2026-10-20"},
        truth={"document_date": None},
    ),
    Attack(
        "date-zh-form",
        CHINESE,
        head={"date": None},
        after=["表单编号：QR-CG-012  生效日期：2020-01-01"],
        truth={"document_date": None},
    ),
    Attack(
        "date-zh-form2",
        CHINESE,
        head={"date": None},
        after=["文件编号：QR-CG-012  版本：A/2  发布日期：2020-01-01"],
        truth={"document_date": None},
    ),
    Attack(
        "date-zh-form3",
        CHINESE,
        head={"num": None, "date": None},
        before=["文件编号：QR-CG-012", "实施日期：2020-01-01"],
        truth={"document_number": None, "document_date": None},
    ),
    Attack("date-zh-form4", CHINESE, after=["记录编号：QR-CG-012  日期：2020-01-01"]),
    Attack(
        "date-zh-recv",
        CHINESE,
        head={"deliv": None},
        more=["计划日期：2026-12-01", "到票日期：2026-12-28"],
        truth={"delivery_date": ANY},
    ),
    Attack(
        "date-signed-other",
        CHINESE,
        after=["供方签字：________ 日期：2026-11-10", "需方签字：________ 日期：2026-11-08"],
    ),
    Attack(
        "date-sign-only",
        CHINESE,
        head={"date": None},
        after=["供方（盖章）：苏州长兴密封技术有限公司  日期：2026-11-10"],
        truth={"document_date": None},
    ),
    Attack(
        "dd/mm",
        head={"date": "Order date: 03/04/2027", "deliv": "Delivery date: 05/06/2027"},
        truth={"document_date": UNSURE, "delivery_date": UNSURE},
    ),
    Attack(
        "dd/mm-voter-false",
        head={"date": "Order date: 03/04/2027", "deliv": "Delivery date: 05/06/2027"},
        after=["Ref. drawing issue 13/02/2024 and standard 12/25/2020"],
        truth={"document_date": UNSURE, "delivery_date": UNSURE},
    ),
    Attack(
        "dd.mm.yy",
        head={"date": "Order date: 11.12.26", "deliv": "Delivery date: 12.01.27"},
        truth={"document_date": "2026-12-11", "delivery_date": "2027-01-12"},
    ),
    Attack(
        "yy.m.d",
        CHINESE,
        head={"date": "订单日期：26.11.05", "deliv": "交货日期：26.12.20"},
        truth={"document_date": "2026-11-05", "delivery_date": "2026-12-20"},
    ),
    Attack(
        "yy.m.d2",
        CHINESE,
        head={"date": "订单日期：26.11.05", "deliv": "交货日期：27.01.05"},
        truth={"document_date": "2026-11-05", "delivery_date": "2027-01-05"},
    ),
    Attack(
        "date-col-two",
        rows=[
            [*HEADING, "Requested", "Confirmed"],
            [*SEAL, "2026-12-18", "2027-01-10"],
            [*SLEEVE, "2026-12-18", "2027-01-12"],
        ],
        lines=[{"delivery_date": ("2026-12-18", UNSURE)}, {"delivery_date": ("2026-12-18", UNSURE)}],
    ),
    Attack(
        "date-col-two2",
        rows=[
            [*HEADING, "Ship date", "Delivery date"],
            [*SEAL, "2026-12-10", "2026-12-18"],
            [*SLEEVE, "2026-12-10", "2026-12-18"],
        ],
        lines=[{"delivery_date": ("2026-12-18", UNSURE)}, {"delivery_date": ("2026-12-18", UNSURE)}],
    ),
    Attack(
        "date-col-hdr-diff",
        rows=[[*HEADING, "Delivery date"], [*SEAL, "2027-01-10"], [*SLEEVE, ""]],
        lines=[{"delivery_date": "2027-01-10"}, {"delivery_date": (None, "2026-12-18")}],
    ),
    Attack(
        "date-col-need-by-quote",
        rows=[[*HEADING, "Quote date"], [*SEAL, "2026-10-10"], [*SLEEVE, "2026-10-12"]],
    ),
    Attack(
        "date-col-last", rows=[[*HEADING, "Last delivery"], [*SEAL, "2026-10-10"], [*SLEEVE, "2026-10-12"]]
    ),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
