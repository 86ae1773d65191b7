"""Sentences outside the table about one item, by its number or its place."""

import pytest
from ordered_rows import ordered, with_sentence
from paper import paper

AGAINST = (
    "We require 7 pcs of item 20.",
    "Regarding item 20 the price is EUR 51.50.",
    "Item 20 was already ordered last year.",
    "Pos. 20 bitte weglassen.",
    "Position 20 wird später bestellt.",
    "Item 20 is not to be produced.",
    "Item 20 comes free of charge.",
    "Line 20 will be provided by the buyer.",
    "Please leave out the last item.",
    "Item 20 only after approval of the sample, not to be produced before.",
    "Die zweite Position entfällt.",
    "We need 12 pcs of DK-70-125.",
    "Item 20: last year 4 pcs, this year 7 pcs.",
    "The price of DK-70-125 is EUR 48.00.",
    "DK-70-125单价按48元执行。",
    "第2项另行订购。",
    "最后一项暂不发货。",
)
OF_ALL = (
    "Please ship just item 10 for the moment.",
    "Wir bestellen nur Pos. 10.",
    "Send item 10 or item 20, whichever is in stock.",
    "Items 10 to 20 are ordered separately.",
    "请先发第1项。",
)
BESIDE = (
    "Item 20 is to be delivered with a certificate 3.1.",
    "Item 20 shall not be delivered later than 12 March 2027.",
    "Pos. 20: Lieferung in KW 12.",
    "Items 10 and 20 must be marked with our order number.",
    "Item 20: 4 pcs at EUR 55.00.",
    "Item 20 is packed in boxes of 2 pcs.",
    "Only item 20 needs an inspection report.",
    "Item 70 will be ordered later.",
    "Item 20 may be shipped separately.",
    "Item 20 only from week 12 on, not to be delivered before.",
    "Note to suppliers: marking for item 20 only.",
    "第2项随货附合格证。",
    "The price of DK-70-125 is EUR 55.00 for 4 pcs.",
    "The last price of DK-70-125 was EUR 48.00.",
    "Item 20 last year was 48.00 EUR but we accept the new price.",
    "Hinweis: letzter Einkauf Pos 20: 12.03.2024, 7 Stk zu 48,00 EUR",
    "DK-70-125 is packed 2 pcs per box.",
    "Stock: DK-70-125, 9 pcs",
)
CONTRACT = """
                     产品购销合同
合同编号：XS-2026-1120        签订日期：2026年11月20日
需方：海州永丰制碱有限公司
供方：北岚过滤设备（天津）有限公司

一、产品名称、规格、数量、金额
序号   名称        型号          单位   数量   单价（元）   金额（元）
1      滤篮        LL-200        件     4      300.00       1200.00
2      滤袋        LD-80         件     2      150.00       300.00
合计金额（元）：                                            1500.00
二、交货期：合同签订后30天内
三、{}
"""


@pytest.mark.parametrize("said", AGAINST)
def test_a_sentence_against_an_item_opens_it(said: str) -> None:
    assert ordered(with_sentence(said)) == [True, False]


@pytest.mark.parametrize("said", OF_ALL)
def test_a_sentence_that_chooses_opens_all(said: str) -> None:
    assert ordered(with_sentence(said)) == [False, False]


@pytest.mark.parametrize("said", BESIDE)
def test_a_sentence_that_changes_nothing_opens_nothing(said: str) -> None:
    assert ordered(with_sentence(said)) == [True, True]


@pytest.mark.parametrize(
    ("clause", "sure"),
    [
        ("第2项单价按140元执行", [True, False]),
        ("第1项和第2项二选一", [False, False]),
        ("第2项由我方自购", [True, False]),
        ("第2项上次采购单价140元", [True, True]),
        ("第2项按上次单价140元执行", [True, False]),
        ("第二项免费", [True, False]),
        ("第2项单价150元，数量2件", [True, True]),
        ("违反第2条第1项约定的，需方有权取消合同", [True, True]),
    ],
)
def test_a_clause_about_an_item(clause: str, sure: list[bool]) -> None:
    assert ordered(paper(CONTRACT.format(clause))) == sure
