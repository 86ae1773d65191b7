"""Texts of mails that place an order in a sentence, though no table of items was understood in them."""

import pytest

from extractors import readers
from extractors.mail import body_orders
from models.page import FileFormat

PLACED = "请按以下下单："
LOOSE = f"张工：\n\n{PLACED}\n\n滤芯若干，型号见上次合同\n\nPO号：PO26011025\n总计：1357.96元\n\n唐晓\n"


def numbers(text: str) -> list[str | None]:
    document = readers.read(text.encode(), FileFormat.TEXT)
    found = [each.header.document_number for each in body_orders.orders(document, ())]
    return [None if each is None else each.value for each in found]


@pytest.mark.parametrize(
    "placed", [PLACED, "请按以下清单采购：", "现订购如下：", "我司下单明细如下：", "We hereby order:"]
)
def test_a_text_that_places_an_order_is_one_though_its_items_were_not_understood(placed: str) -> None:
    assert numbers(LOOSE.replace(PLACED, placed)) == ["PO26011025"]


@pytest.mark.parametrize(
    "said", [f"请查收附件，{PLACED}", "请按以下地址发货：", "请按以下清单报价：", "询价明细如下："]
)
def test_a_letter_that_goes_with_an_order_or_asks_for_an_offer_is_none(said: str) -> None:
    assert not numbers(LOOSE.replace(PLACED, said))
