"""Cards of a portal with captions and values in one row: the rows are no table, though they reckon."""

import pytest
from paper import paper
from typed_orders import sure, told, value

from extractors.assemble import assemble
from models.reading import Reading

HEAD = """
 海晟化工集团电子采购平台                        订单详情
 订单编号     HSYG-20260702-418       订单状态   待供应商确认
 采购单位     山东海晟新材料有限公司  下单时间   2026-07-02 14:35:27
 供应商       天津汉普斯流体密封有限公司
订单明细（共 {count} 项）
"""
CARD = """
  {number}    {name}                                                       物料编号：2041-0087{number}
 规格型号     DF-70              供应商商品编码    {code}            采购申请     10021957-{number}0
 订单数量     {count} 套         含税单价          ￥{price}         小计（含税） ￥{amount}
 要求到货     2026-10-2{number}  已收货            0 套              备注         -
"""
TOTAL = "\n                                  运费：￥0.00        订单总额（含税）：￥{total}\n"
ITEMS = [
    {
        "name": "双端面机械密封",
        "code": "MS2-128-G9U",
        "count": 3,
        "price": "13,900.00",
        "amount": "41,700.00",
    },
    {"name": "补偿环组件", "code": "10072208", "count": 4, "price": "1,186.50", "amount": "4,746.00"},
    {"name": "隔离液储罐", "code": "10056318", "count": 2, "price": "42,600.00", "amount": "85,200.00"},
]


def portal(count: int, total: str) -> Reading:
    cards = "".join(
        CARD.format(number=at, **each).strip("\n") + "\n" for at, each in enumerate(ITEMS[:count], 1)
    )
    return assemble(paper(HEAD.format(count=count).strip("\n") + "\n" + cards + TOTAL.format(total=total)))


@pytest.mark.parametrize(("count", "total"), [(2, "46,446.00"), (3, "131,646.00")])
def test_each_card_is_an_item(count: int, total: str) -> None:
    found = portal(count, total)
    assert told(found.lines, "line_number", "part_number", "description", "quantity", "amount") == [
        (str(at), each["code"], each["name"], str(each["count"]), str(each["amount"]).replace(",", ""))
        for at, each in enumerate(ITEMS[:count], 1)
    ]
    assert value(found.header.total_amount) == total.replace(",", "")


def test_the_numbers_of_cards_that_miss_the_total_are_no_sure_total() -> None:
    found = portal(2, "56,446.00")
    assert found.header.total_amount is None or not found.header.total_amount.sure
    assert not any(sure(found.lines, "part_number"))
