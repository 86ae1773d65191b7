"""Goods that go to the address above."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import Field

ROWS = [
    ["序号", "型号", "名称", "数量", "单价", "金额"],
    ["1", "RH-2204", "导向套", "6", "40.00", "240.00"],
]
STREET, STREET_ZH = "Kiln Lane 27, 70200 Ostrava, Czech Republic", "宁岭市东岭区砖窑路27号"
HEAD_ZH = f"东岭搅拌设备有限公司\n{STREET_ZH}\n采购订单\n订单编号：MK-33018\n供方：仁合密封件有限公司\n"
HEAD = f"PURCHASE ORDER\nPO no.: MK-33018\nBuyer: Ostrava Mixers Ltd\n{STREET}\nSupplier: Renhof GmbH\n"


def place(head: str, below: str) -> Field | None:
    return assemble(form(head, ROWS, f"合计：240.00元\n{below}")).header.delivery_place


@pytest.mark.parametrize(
    "said", ["※送货地址同上。", "交货地点：同上", "收货地址与上述地址一致", "送货地址：同我司地址"]
)
def test_the_address_below_the_buyers_name_is_likely_meant(said: str) -> None:
    found = place(HEAD_ZH, said)
    assert found is not None
    assert (found.value, found.sure) == (STREET_ZH, False)


@pytest.mark.parametrize("said", ["Delivery address: as above", "Ship to: same as above"])
def test_so_it_is_in_english(said: str) -> None:
    found = place(HEAD, said)
    assert found is not None
    assert (found.value, found.sure) == (STREET, False)


@pytest.mark.parametrize("said", ["※发票地址同上。", "※付款方式同上。", "※送货前请电话联系。"])
def test_what_else_is_as_above_places_nothing(said: str) -> None:
    found = place(HEAD_ZH, said)
    assert found is None or found.value is None


def test_the_sellers_address_is_never_meant() -> None:
    head = HEAD_ZH.replace(STREET_ZH + "\n", "") + STREET_ZH + "\n"
    found = place(head, "※送货地址同上。")
    assert found is None or found.value is None
