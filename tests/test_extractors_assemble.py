from dataclasses import replace

import pytest
from paper import form, paper, sheet

from extractors.assemble import assemble
from models.page import SourceDocument
from models.reading import Header, Kind, Language, OrderLine, Reading, Reason, stated

HEAD_ZH = """
                 采购订单
订单编号：PO2026-118        订单日期：2026-03-05        报价单号：20031234
需方：海城泵业有限公司        供方：天河密封有限公司
"""
ROWS_ZH = [
    ["序号", "供方物料号", "物料编码", "名称", "数量", "单位", "含税单价", "金额", "交货日期"],
    ["1", "10044021", "HC-771", "机械密封", "4", "套", "1,250.00", "5,000.00", "2026-05-20"],
    ["2", "10044022", "HC-772", "轴套", "10", "件", "86.50", "865.00", "2026-05-20"],
    ["合计", "", "", "", "", "", "", "5,865.00", ""],
]
TAIL_ZH = """
以上价格含13%增值税。
付款方式：月结60天        交货地点：海城厂区仓库
"""


def values(reading: Reading) -> dict[str, str | None]:
    header = reading.header
    names = ("document_number", "document_date", "quotation_number", "customer", "total_amount", "tax_rate")
    return {name: field.value for name in names if (field := getattr(header, name)) is not None}


def doubts(reading: Reading) -> list[tuple[str, Reason | None]]:
    parts: list[Header | OrderLine] = [reading.header, *reading.lines]
    return [(name, field.reason) for part in parts for name, field in stated(part) if not field.sure]


def test_a_drawn_order_is_read_surely() -> None:
    reading = assemble(form(HEAD_ZH, ROWS_ZH, TAIL_ZH))
    assert (reading.kind, reading.language) == (Kind.PURCHASE_ORDER, Language.CHINESE)
    assert values(reading) == {
        "document_number": "PO2026-118",
        "document_date": "2026-03-05",
        "quotation_number": "20031234",
        "customer": "海城泵业有限公司",
        "total_amount": "5865.00",
        "tax_rate": "13",
    }
    first = reading.lines[0]
    assert first.part_number is not None
    assert first.customer_part_number is not None
    assert (first.part_number.value, first.customer_part_number.value) == ("10044021", "HC-771")
    assert doubts(reading) == []


def test_evidence_is_the_printed_text_and_its_place() -> None:
    reading = assemble(form(HEAD_ZH, ROWS_ZH, TAIL_ZH))
    price = reading.lines[0].unit_price
    assert price is not None
    assert price.value == "1250.00"
    assert price.evidence.text == "1,250.00"
    assert price.evidence.page == 1
    assert price.evidence.box is not None
    assert price.evidence.box.width == pytest.approx(8 * 5.0)


def test_a_spreadsheet_names_the_cell() -> None:
    reading = assemble(sheet([["订单编号", "PO-7"], ["订单日期", "2026-03-05"], [""], *ROWS_ZH]))
    quantity = reading.lines[1].quantity
    assert quantity is not None
    assert (quantity.value, quantity.evidence.where, quantity.evidence.box) == ("10", "Sheet1!E6", None)


def test_a_line_that_does_not_close_is_not_sure() -> None:
    rows = [*ROWS_ZH[:1], [*ROWS_ZH[1][:7], "5,100.00", "2026-05-20"], *ROWS_ZH[2:]]
    reading = assemble(form(HEAD_ZH, rows, TAIL_ZH))
    found = doubts(reading)
    assert ("total_amount", Reason.ARITHMETIC) in found
    assert [name for name, reason in found if reason is Reason.ARITHMETIC] == [
        "total_amount",
        "quantity",
        "unit_price",
        "amount",
    ]


def test_swapped_headings_are_not_proven_by_arithmetic_alone() -> None:
    """Quantity and price swapped close too: without headings that name them nothing is sure."""
    rows = [
        ["序号", "名称", "甲", "单位", "乙", "金额"],
        ["1", "机械密封", "4", "套", "1,250.00", "5,000.00"],
    ]
    reading = assemble(form(HEAD_ZH, [*rows, ["合计", "", "", "", "", "5,000.00"]], TAIL_ZH))
    assert all(line.quantity is None or not line.quantity.sure for line in reading.lines)


def test_a_missing_line_is_noticed_by_the_total() -> None:
    reading = assemble(form(HEAD_ZH, [ROWS_ZH[0], ROWS_ZH[1], ROWS_ZH[3]], TAIL_ZH))
    assert [problem.code for problem in reading.problems] == ["total_open"]
    assert ("total_amount", Reason.ARITHMETIC) in doubts(reading)


def test_without_a_total_the_lines_are_not_sure_to_be_complete() -> None:
    reading = assemble(form(HEAD_ZH, ROWS_ZH[:3], TAIL_ZH))
    assert ("line_number", Reason.COMPLETENESS) in doubts(reading)


def test_an_order_whose_table_is_not_understood_is_never_sure_as_a_whole() -> None:
    reading = assemble(paper(HEAD_ZH + "\n请按电话商定的数量供货。\n"))
    assert reading.kind is Kind.PURCHASE_ORDER
    assert ("document_number", Reason.COMPLETENESS) in doubts(reading)


def test_two_places_that_disagree_leave_the_field_open() -> None:
    reading = assemble(form(HEAD_ZH, ROWS_ZH, TAIL_ZH + "参照报价单20039999执行。"))
    number = reading.header.quotation_number
    assert number is not None
    assert (number.value, number.sure, number.reason) == ("20031234", False, Reason.RIVAL)
    assert [candidate.value for candidate in number.candidates] == ["20039999"]


def test_a_seal_over_a_value_makes_it_unsure() -> None:
    document = paper(HEAD_ZH, doubted=["报价单号：20031234"])
    number = assemble(document).header.quotation_number
    assert number is not None
    assert (number.value, number.sure, number.reason) == ("20031234", False, Reason.CHARACTERS)


def test_a_label_without_a_readable_value_is_an_open_field() -> None:
    reading = assemble(form(HEAD_ZH, [row[:8] for row in ROWS_ZH], TAIL_ZH + "交货期：双方另行商定\n"))
    delivery = reading.header.delivery_date
    assert delivery is not None
    assert (delivery.value, delivery.sure, delivery.reason) == (None, False, Reason.NOT_PARSED)


def test_an_unknown_label_that_speaks_of_delivery_is_suspicious() -> None:
    reading = assemble(form(HEAD_ZH, [row[:8] for row in ROWS_ZH], TAIL_ZH + "最迟交货时限要求：见电话\n"))
    delivery = reading.header.delivery_date
    assert delivery is not None
    assert not delivery.sure


AMBIGUOUS = """
                     PURCHASE ORDER
Harbour Pumps Ltd.
PO No.: 4500071     PO Date: 03/04/2026     Supplier: Weir Lane Seals Co., Ltd.

Item   Your part no.   Description        Qty   Unit   Unit price EUR   Total EUR
1      10044021        Mechanical seal    4     set    1.250,00         5.000,00
2      10044022        Shaft sleeve       10    pcs    86,50            865,00
                                          Total                         5.865,00
"""


def test_an_unruled_english_order_with_continental_numbers() -> None:
    reading = assemble(paper(AMBIGUOUS))
    assert reading.kind is Kind.PURCHASE_ORDER
    assert reading.language is Language.ENGLISH
    prices = [line.unit_price.value for line in reading.lines if line.unit_price]
    assert prices == ["1250.00", "86.50"]
    assert reading.header.currency is not None
    assert (reading.header.currency.value, reading.header.currency.sure) == ("EUR", True)


def test_a_date_in_two_orders_is_never_chosen_silently() -> None:
    date = assemble(paper(AMBIGUOUS)).header.document_date
    assert date is not None
    assert (date.sure, date.reason) == (False, Reason.AMBIGUOUS_VALUE)
    both = {date.value, *(candidate.value for candidate in date.candidates)}
    assert both == {"2026-04-03", "2026-03-04"}


def test_another_date_of_the_document_settles_the_order() -> None:
    settled = AMBIGUOUS.replace("Total  ", "Total  ", 1) + "\nRequired date: 25/05/2026\n"
    date = assemble(paper(settled)).header.document_date
    assert date is not None
    assert (date.value, date.sure) == ("2026-04-03", True)


TERMS = (
    AMBIGUOUS
    + """
General Terms and Conditions of Purchase
Payment terms: 120 days after acceptance
Delivery date: 01.01.2019
PO No.: 999
"""
)


def test_general_terms_do_not_speak_for_the_order() -> None:
    reading = assemble(paper(TERMS))
    assert reading.header.payment_terms is None
    assert reading.header.delivery_date is None
    assert reading.header.document_number is not None
    assert (reading.header.document_number.value, reading.header.document_number.sure) == ("4500071", True)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("报价单", Kind.QUOTATION),
        ("增值税专用发票", Kind.INVOICE),
        ("产品购销合同", Kind.CONTRACT),
        ("框架协议", Kind.FRAMEWORK_AGREEMENT),
        ("ORDER CONFIRMATION", Kind.OTHER),
        ("Order", Kind.PURCHASE_ORDER),
        ("采购订单变更通知", Kind.CHANGE_ORDER),
    ],
)
def test_the_title_names_the_kind(title: str, kind: Kind) -> None:
    assert assemble(form(HEAD_ZH.replace("采购订单", title), ROWS_ZH, TAIL_ZH)).kind is kind


def test_nothing_in_a_paper_that_is_no_order_is_sure() -> None:
    reading = assemble(form(HEAD_ZH.replace("采购订单", "发票"), ROWS_ZH, TAIL_ZH))
    parts: list[Header | OrderLine] = [reading.header, *reading.lines]
    assert not any(field.sure for part in parts for _, field in stated(part))


def test_an_empty_page_has_no_fields() -> None:
    reading = assemble(SourceDocument(paper("  ").format, paper("  ").pages, exact=False))
    assert reading.lines == ()
    assert reading.kind is Kind.OTHER


@pytest.mark.parametrize("note", ["scanned_page", "tracked_deletions"])
def test_what_no_word_tells_of_a_file_leaves_its_reading_open(note: str) -> None:
    whole = form(HEAD_ZH, ROWS_ZH, TAIL_ZH)
    total = assemble(whole).header.total_amount
    assert total is not None
    assert total.sure
    reading = assemble(replace(whole, notes=(note,)))
    assert note in {each.code for each in reading.problems}
    assert reading.header.total_amount is not None
    assert not reading.header.total_amount.sure
