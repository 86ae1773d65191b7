"""Clauses on one line, and bare sentences that state a field."""

from paper import form

from extractors.assemble import assemble
from models.reading import Header

ROWS = [
    ["序号", "产品编码", "名称", "数量", "含税单价", "含税金额"],
    ["1", "10045", "轴套", "4", "10.00", "40.00"],
]


def header(text: str) -> Header:
    return assemble(form(f"采购合同\n{text}", ROWS)).header


def test_a_clause_of_a_clause_ends_the_value_before_it() -> None:
    found = header("3.交货期：合同生效后4周。3.1交货地点：澜江市油城大街210号库。3.2交货方式：车板交货。")
    assert found.lead_time is not None
    assert found.lead_time.value == "P4W"
    assert found.delivery_place is not None
    assert found.delivery_place.value == "澜江市油城大街210号库"


def test_terms_that_nothing_leads_in_are_proposed_whole() -> None:
    found = header("收到发票后45天内电汇支付").payment_terms
    assert found is not None
    assert (found.value, found.sure) == ("收到发票后45天内电汇支付", False)


def test_the_number_of_a_frame_stands_behind_the_papers_own() -> None:
    text = "通知单号：HT2026-1297\n依据双方的框架协议（协议编号：WYC-KJ-2026-018），现订购下列货物："
    found = assemble(form(f"要货通知单\n{text}", ROWS)).header.document_number
    assert found is not None
    assert (found.value, found.sure) == ("HT2026-1297", False)


def test_articles_in_capitals_are_clauses() -> None:
    rows = [["Item", "Part no.", "Qty", "Price", "Amount"], ["1", "10045", "4", "10.00", "40.00"]]
    after = (
        "ARTICLE 2 – PAYMENT\n40% in advance, 60% against copy of bill of lading.\n"
        "ARTICLE 3 – QUALITY\nBrand new.\n"
    )
    found = assemble(form("Sales contract\nContract no.: 26-118", rows, after)).header.payment_terms
    assert found is not None
    assert found.value == "40% in advance, 60% against copy of bill of lading"
