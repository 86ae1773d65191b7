"""Header fields that something near them may contradict: none of them is sure, none surely absent."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field, Header

HEAD = """
Musterbau Pumpen GmbH
Industriestr. 5, 44137 Dortmund

Purchase Order
No. PO4711234
Date: 7 May 2026
Supplier: Seals Ltd., Leeds
"""
CHINESE = """
采购订单
订单号：PO4711234
日期：2026-05-07
需方：苏州华宇泵业有限公司
供方：上海申江密封件有限公司
"""
ITEMS = """
Item   Part No.   Description      Qty   Unit   Unit price   Total
1      DS-4711    Guide sleeve     2     pcs    50.00        100.00
2      DS-4712    Shaft sleeve     3     pcs    10.00        30.00
                                         Total EUR           130.00
"""
GOODS = """
序号  物料编码  名称    数量  单位  单价   金额
1     DS-4711   导向套  2     件    50.00  100.00
2     DS-4712   轴套    3     件    10.00  30.00
合计金额：130.00元
"""


def header(text: str) -> Header:
    return assemble(paper(text)).header


def english(line: str, *, head: str = HEAD) -> Header:
    return header(f"{head}{line}\n{ITEMS}")


def chinese(line: str) -> Header:
    return header(f"{CHINESE}{line}\n{GOODS}")


def is_open(field: Field | None) -> bool:
    return field is not None and not field.sure


@pytest.mark.parametrize(
    "sentence",
    [
        "苏州华宇泵业有限公司（简称甲方）与上海申江密封件有限公司（简称乙方）于2025年3月1日签订编号为HT-2025-01的年度采购合同，本单为附件。",
        "甲乙双方于2025年3月1日签订本采购合同的框架协议，现下达订单。",
    ],
)
def test_a_sentence_of_another_contract_never_outranks_the_printed_number_and_day(sentence: str) -> None:
    found = header(f"{CHINESE}{GOODS}{sentence}")
    assert found.document_number is None or found.document_number.value != "HT-2025-01"
    day = found.document_date
    assert day is not None
    assert day.value == "2026-05-07" or not day.sure


@pytest.mark.parametrize(
    "line",
    [
        "Invoice to: Hatch Services Ltd, 1 High Street, London\nDear Mr. King,",
        "Seals Ltd\nAttn: Mr. King\n1 High Street, London\nDear Mr. King,",
    ],
)
def test_who_writes_a_letter_is_not_its_addressee(line: str) -> None:
    head = HEAD.replace(
        "Musterbau Pumpen GmbH\nIndustriestr. 5", "Musterbau Pumps Ltd\nKing Street\nLeeds LS1"
    )
    customer = english(line, head=head).customer
    assert customer is not None
    assert customer.value == "Musterbau Pumps Ltd" or not customer.sure


@pytest.mark.parametrize("name", ["Rio Tinto 418-555-0121", "Carl Zeiss Tel. 07364 200"])
def test_two_names_with_a_telephone_may_be_a_company(name: str) -> None:
    assert is_open(english(f"Buyer: {name}").customer)


@pytest.mark.parametrize(
    "paragraphs",
    [
        "4. Payment\n4.1 Half is payable with order.\n4.2 The rest is due within 30 days after delivery.",
        "4. Payment\n4.1 30 days net.\n4.2 The Buyer retains ten percent until final acceptance.",
    ],
)
def test_terms_in_several_paragraphs_are_open(paragraphs: str) -> None:
    text = f"{HEAD}{ITEMS}{paragraphs}\n5. Warranty\n5.1 Twelve months."
    assert is_open(header(text).payment_terms)


@pytest.mark.parametrize(
    ("time", "sure"),
    [
        ("30天。自图纸确认起算", False),
        ("30天；节假日不计", False),
        ("60天；急件减半", False),
        ("30天。运费由乙方承担", True),
    ],
)
def test_what_stands_behind_a_lead_time_may_change_it(time: str, *, sure: bool) -> None:
    lead_time = chinese(f"交货期：{time}").lead_time
    assert lead_time is not None
    assert (lead_time.value is not None, lead_time.sure) == (True, sure)


@pytest.mark.parametrize("time", ["48 hrs", "Friday 12:00", "Monday 8:00 am"])
def test_a_single_time_of_delivery_is_not_when_a_store_is_open(time: str) -> None:
    found = english(f"Delivery time: {time}")
    assert is_open(found.delivery_date) or is_open(found.lead_time)


@pytest.mark.parametrize(
    "line",
    [
        "Consignee: Musterbau Pumpen GmbH, Industriestr. 5, 44137 Dortmund\nFinal destination: Almaty",
        "Unloading point: Hafenstr. 12, 20457 Hamburg, Germany\nUltimate destination: Bremen",
        "Unloading point: Hafenstr. 12, 20457 Hamburg, Germany (containers only)",
    ],
)
def test_where_goods_pass_through_is_not_surely_their_place(line: str) -> None:
    assert is_open(english(line).delivery_place)


@pytest.mark.parametrize(("label", "sure"), [("发货地址", False), ("提货地点", False), ("收货地址", True)])
def test_where_goods_are_sent_from_is_not_surely_their_place(label: str, *, sure: bool) -> None:
    place = chinese(f"{label}：苏州市吴江区宏达机械厂").delivery_place
    assert place is None or place.value is None or place.sure is sure


def test_the_day_below_the_number_of_a_form_is_not_surely_the_orders() -> None:
    head = HEAD.replace("No. PO4711234\nDate: 7 May 2026", "F-PUR-012\n01.03.2021")
    found = header(f"{head}{ITEMS}\nDortmund, 7 May 2026\n\nP. Hill, Purchasing")
    assert is_open(found.document_number)
    assert is_open(found.document_date)


@pytest.mark.parametrize("sentence", ["乙方不得按0税率开票。", "出口退税税率为0", "保税区交货时税率为0。"])
def test_no_tax_in_another_case_is_not_the_rate_of_the_order(sentence: str) -> None:
    rate = header(f"{CHINESE}{GOODS}{sentence}").tax_rate
    assert rate is None or not rate.sure


def test_a_second_trade_term_behind_the_version_leaves_both_open() -> None:
    found = english("Delivery terms: EXW Leeds, Incoterms 2020. Heavy items DAP Dortmund.").incoterms
    assert is_open(found)
