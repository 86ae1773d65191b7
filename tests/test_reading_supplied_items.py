"""Sentences and titles between items which say that the buyer supplies what stands below."""

import pytest
from paper import paper

from extractors.assemble import assemble

HEAD = """
Purchase order
Purchase order no.: PO-55170
Date: 2026-11-23
Buyer: Hill Pumps Ltd
Seller: Beilan Sealing Technology (Tianjin) Co., Ltd.
Currency: CNY
{above}
"""
CARD = """
Item: {at}0
Your part no.: LP-16-4{at}00
Description: Filter bag PP 6{at}
Quantity: 10 pc
Unit price: CNY 26.00
Amount: CNY 260.00
"""
SUPPLIED = (
    "以下设备由需方供货：",
    "以下由甲方提供：",
    "下列材料由我方提供：",
    "以下备件由我司负责采购：",
    "以下货物是甲方供应的：",
    "The following items are from us:",
    "The following items are supplied by the customer:",
    "Below parts we deliver to you:",
    "Die folgenden Teile liefern wir:",
    "Folgende Teile werden bauseits gestellt:",
    "Customer-supplied parts:",
    "Free-issue material:",
    "甲供设备：",
)
LEADING = (
    "We order the following goods from you:",
    "Please supply us the following items:",
    "Please deliver the following parts to us:",
    "Wir bestellen bei Ihnen folgende Teile:",
    "Bitte liefern Sie uns folgende Artikel:",
    "兹向贵司订购以下货物：",
    "我司向贵司采购以下产品：",
    "请供方为我司提供以下产品：",
    "乙方向甲方供应下列货物：",
    "供方为需方提供以下产品：",
    "经双方同意，由买方购进、卖方售出下列货物：",
    "由甲方定购、乙方提供下列设备：",
)


def _sure(*, above: str = "", between: str = "") -> list[bool]:
    cards = (
        f"{CARD.format(at=1)}\n{between}\n{CARD.format(at=2)}"
        if between
        else "".join(CARD.format(at=at) for at in (1, 2))
    )
    read = assemble(paper(f"{HEAD.format(above=above)}{cards}\nPO total: CNY 520.00\n"))
    total = read.header.total_amount
    told = [*(line.quantity for line in read.lines), total]
    return [field is not None and field.sure for field in told]


@pytest.mark.parametrize("said", SUPPLIED)
def test_items_that_the_buyer_supplies_are_not_surely_ordered(said: str) -> None:
    assert _sure(between=said) == [True, False, False]


@pytest.mark.parametrize(
    "said", [each for each in SUPPLIED if each[:2] in {"以下", "下列", "Th", "Be", "Di"}]
)
def test_a_sentence_above_all_items_speaks_of_all(said: str) -> None:
    assert _sure(above=said) == [False, False, False]


@pytest.mark.parametrize("said", [*LEADING, "Installation by others", "Freight: by others"])
def test_a_sentence_that_orders_the_items_opens_nothing(said: str) -> None:
    assert _sure(above=said) == [True, True, True]
