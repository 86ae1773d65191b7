"""What stands where a value is looked for and is none, or not all of one: never sure."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field, Header

ENGLISH = """Purchase Order
Order no.: {number}
Date: 12 May 2026
{buyer}
Supplier: Tallow Seals GmbH
Currency: EUR
{said}
Pos  Description   Qty  Unit  Unit price  Amount
10   Ring carrier  6    pcs   40.00       240.00
Total EUR                                 240.00
"""
CHINESE = """采购订单
订单编号：PO-77120
日期：2026年5月12日
{buyer}
供方：仁合密封件有限公司
{said}
序号  名称  数量  单位  单价   金额
1     轴套  6     件    40.00  240.00
合计                           240.00
"""


def english(said: str, buyer: str = "Buyer: Ostwick Paper Ltd", number: str = "PO-77120") -> Header:
    return assemble(paper(ENGLISH.format(said=said, buyer=buyer, number=number))).header


def chinese(said: str, buyer: str = "需方：东岭设备有限公司") -> Header:
    return assemble(paper(CHINESE.format(said=said, buyer=buyer))).header


def told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


@pytest.mark.parametrize("said", ["Insurance: Haven Versicherung AG", "Bank: Haven Bank AG"])
def test_who_insures_or_pays_is_not_the_buyer(said: str) -> None:
    customer = english(said, buyer="").customer
    assert customer is not None
    assert customer.value != said.partition(": ")[2]
    assert not customer.sure


@pytest.mark.parametrize("said", ["请发往东岭搅拌设备有限公司四号库", "本单由东岭搅拌设备有限公司下达"])
def test_words_of_a_sentence_are_no_part_of_a_name(said: str) -> None:
    customer = chinese(said, buyer="").customer
    assert customer is not None
    assert customer.value == "东岭搅拌设备有限公司"


@pytest.mark.parametrize("said", ["请发往东岭搅拌设备有限公司四号库", "货物送至东岭搅拌设备有限公司"])
def test_who_gets_the_goods_is_not_surely_the_buyer(said: str) -> None:
    customer = chinese(said, buyer="").customer
    assert customer is None or not customer.sure
    assert told(chinese("请发货", buyer="东岭搅拌设备有限公司").customer) == ("东岭搅拌设备有限公司", True)


def test_whose_works_are_found_on_a_page_is_not_the_buyer() -> None:
    assert told(chinese("厂址见仁合密封件有限公司网站", buyer="").customer) == (None, False)


def test_terms_that_break_off_go_on_and_are_open() -> None:
    terms = chinese("付款：先付40%，余\n60%验收后付清").payment_terms
    assert told(terms) == ("先付40%，余60%验收后付清", False)
    assert told(chinese("付款：货到验收后30天付清").payment_terms) == ("货到验收后30天付清", True)


@pytest.mark.parametrize("said", ["甲方指定地点", "需方约定的交货地点"])
def test_a_place_that_somebody_appoints_is_open(said: str) -> None:
    place = chinese(f"交货地点：{said}").delivery_place
    assert place is None or not place.sure
    named = "宁岭市东岭区砖窑路27号4号库"
    assert told(chinese(f"交货地点：{named}").delivery_place) == (named, True)


def test_a_revision_is_no_number_of_an_order() -> None:
    number = english("Beleg 704418", number="Rev.0").document_number
    assert told(number) == ("704418", False)
    assert told(english("").document_number) == ("PO-77120", True)


@pytest.mark.parametrize("number", ["RFQ-2027-118", "RFX-26-002291"])
def test_the_number_of_an_enquiry_is_not_surely_the_offers(number: str) -> None:
    said = english(f"Quotation no.: {number}").quotation_number
    assert said is None or not said.sure
    assert told(english("Quotation no.: SQ-2027-118").quotation_number) == ("SQ-2027-118", True)


@pytest.mark.parametrize("terms", ["30 days net after delivery", "Payment 30 days after delivery"])
def test_days_of_credit_are_no_lead_time(terms: str) -> None:
    header = english(f"Payment terms: {terms}")
    assert header.lead_time is None
    assert header.payment_terms is not None
