"""Comments, page headers and conditions of sheets: what they say of an order, and no limit drops any."""

import pytest
from office_orders import in_book, sure
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from models.reading import Reading


def commented(cell: str, text: str) -> Reading:
    def change(sheet: Worksheet) -> None:
        sheet[cell].comment = Comment(text, "K. Jensen")

    return in_book(change)


def headed(text: str) -> Reading:
    def change(sheet: Worksheet) -> None:
        assert sheet.oddHeader is not None
        sheet.oddHeader.center.text = text

    return in_book(change)


def number_is_sure(reading: Reading) -> bool:
    number = reading.header.document_number
    return number is not None and number.sure


HELD = (
    *(
        "On hold",
        "To be approved",
        "TEST",
        "Test order",
        "Hold",
        "Not valid",
        "Superseded",
        "Awaiting approval",
    ),
    *(
        "Garran Zinc Ltd - on hold",
        "Purchase order | TO BE APPROVED",
        "Do not order",
        "Sample",
        "Old version",
    ),
    *(
        "Work in progress",
        "zurückgestellt",
        "Muster",
        "noch nicht freigegeben",
        "测试",
        "暂停",
        "待审批",
        "請勿發貨",
    ),
    *("En attente", "Bozza", "Anulado"),
)


@pytest.mark.parametrize(
    "text", [*HELD, "PRELIMINARY", "Page &P of &N - DRAFT", "Only for information", "初步"]
)
def test_a_page_header_that_sets_the_order_aside_is_heard(text: str) -> None:
    assert not number_is_sure(headed(text))


@pytest.mark.parametrize(
    "text",
    [
        *("Page &P of &N", "第&P页 共&N页", "Garran - &D", "&P / &N", "Seite &P von &N", "Confidential"),
        *("Garran Testing Services Ltd", "Purchase department", "Original", "Quality & test department"),
        *("Old Mill Road 4, Hull", "Template PF-12 rev 3", "采购部", "Form 12-04 valid from 2026"),
    ],
)
def test_a_usual_page_header_leaves_the_order_sure(text: str) -> None:
    reading = headed(text)
    assert number_is_sure(reading)
    assert sure(reading) == [True, True]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        *(("D9", each) for each in ("stated in hundreds", "in Kartons", "per box", "单位为百")),
        *(("F9", each) for each in ("incl. VAT", "preliminary", "excl. freight", "含税", "brutto")),
        *(
            ("F9", each)
            for each in ("in USD", "USD", "€", "old", "see new list", "2025", "estimated", "旧价")
        ),
        *(("F9", each) for each in ("as per quotation", "last year", "geschätzt", "siehe Liste", "美元")),
        *(
            ("A11", each)
            for each in ("don't order", "not now", "zurückgestellt", "moved to PO-77121", "暂不订")
        ),
        *(("C11", each) for each in ("don't order", "skip", "moved to PO-77121", "erst später", "暂缓发货")),
        *(("D11", each) for each in ("do not order", "on hold", "already ordered with PO-77119")),
        ("A9", "all optional"),
        *(("C11", each) for each in ("obsolete", "optional", "已到货", "replaced by PP 85", "entfällt")),
        *(("A11", each) for each in ("gestrichen", "cancelled", "取消")),
    ],
)
def test_a_comment_that_tells_something_of_items_opens_them(cell: str, text: str) -> None:
    assert sure(commented(cell, text))[1] is False


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("D9", "K. Jensen"),
        ("C11", "Filter for hall 3"),
        ("A9", "Please fill in the number"),
        *(("F9", each) for each in ("K. Jensen", "ok", "checked by Karen", "Enter the price in EUR")),
        ("A11", "ok"),
    ],
)
def test_a_usual_comment_opens_no_figure(cell: str, text: str) -> None:
    assert sure(commented(cell, text))[0] is True


def test_a_title_that_is_superseded_opens_the_order() -> None:
    assert not number_is_sure(commented("A1", "superseded by PO-77121"))


def test_the_last_of_many_comments_is_heard() -> None:
    def change(sheet: Worksheet) -> None:
        for at in range(400):
            sheet.cell(1, 20 + at).value = "t"
            sheet.cell(1, 20 + at).comment = Comment("ok", "x")
        sheet["D11"].comment = Comment("." * 1500 + " make it 12", "x")

    assert sure(in_book(change)) == [True, False]


@pytest.mark.parametrize("before", [25, 300])
def test_the_last_of_many_conditions_is_heard(before: int) -> None:
    struck = FormulaRule(formula=["TRUE"], font=Font(strike=True))  # type: ignore[no-untyped-call]

    def change(sheet: Worksheet) -> None:
        for at in range(before):
            sheet.conditional_formatting.add(f"J{at + 20}", struck)
        sheet.conditional_formatting.add("A11:G11", struck)

    assert sure(in_book(change)) == [True, False]
