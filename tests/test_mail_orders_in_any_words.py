"""Orders typed into a mail in words that no list knows: items that make the total show that there is one."""

import pytest

from extractors.mail.body_orders import orders
from extractors.readers import plain
from models.message import Letter
from models.reading import Kind, Reading

ITEMS = """
1、集装式机械密封 10045511 2套，1850元/套，3700元
2、静环 石墨 10062209 4个，215元/个，860元

合计：4560元
"""
ENGLISH = """
1) Cartridge seal 10045511, 2 pcs at 185.00 = 370.00
2) Stationary seat 10062209, 4 pcs at 21.50 = 86.00

Total: 456.00 EUR
"""


def found(text: str) -> list[Reading]:
    return list(orders(plain.read(text.encode()), (Letter(text=text),)))


@pytest.mark.parametrize(
    "text",
    [
        f"王经理：\n\n你好，老样子来一批货：\n{ITEMS}\n谢谢，刘师傅",
        f"王经理：\n\n麻烦把这些寄过来：\n{ITEMS}\n谢谢",
        f"Hi Tom,\n\nsame again, thanks:\n{ENGLISH}\nCheers, Bill",
        f"Hi Tom,\n\nsame again, 30 days credit:\n{ENGLISH}\nPlease confirm by return.",
    ],
)
def test_items_that_make_the_total_are_an_order_of_which_nothing_is_sure(text: str) -> None:
    (reading,) = found(text)
    assert reading.kind is Kind.PURCHASE_ORDER
    fields = [
        getattr(line, name) for line in reading.lines for name in ("quantity", "unit_price", "part_number")
    ]
    assert fields
    assert not any(field is not None and field.sure for field in fields)


@pytest.mark.parametrize(
    "text",
    [
        "王经理：\n\n你好，报价如下，有效期30天：\n" + ITEMS,
        "王经理：\n\n上次的1850元/套太贵了，215元/个的静环也是，请再报价。",
        "王经理：\n\n这批退货，请退款：\n" + ITEMS,
        "Hi Tom,\n\nthese arrived broken, please credit:\n" + ENGLISH,
        "Hi Tom,\n\nwhat would you charge for:\n" + ENGLISH,
        "Hi Tom,\n\nwe paid 370.00 and 86.00 last week.\n",
    ],
)
def test_offers_and_talk_of_prices_are_none(text: str) -> None:
    assert not [each for each in found(text) if each.kind is Kind.PURCHASE_ORDER]


@pytest.mark.parametrize("said", ["定下面几样，麻烦安排", "订以下配件", "我定这些东西"])
def test_words_that_order_a_few_things_place_an_order(said: str) -> None:
    (reading,) = found(f"王经理：\n{said}：\n1、机械密封 10045511 2套，1850元/套，3700元\n")
    assert reading.kind is Kind.PURCHASE_ORDER
