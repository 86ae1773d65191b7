"""Columns headed by 甲方 and 乙方: the document says who buys."""

import pytest
from paper import form

from extractors.assemble import assemble

ROWS = [
    ["序号", "名称", "甲方物料编码", "乙方产品编号", "数量", "单价", "金额"],
    ["1", "轴套", "305018731", "MS6-331-SCC", "2", "50.00", "100.00"],
]


@pytest.mark.parametrize(
    ("said", "own", "sure"),
    [
        ("甲方（需方）：某某有限公司", "MS6-331-SCC", True),
        ("乙方（需方）：某某有限公司", "305018731", True),
        ("乙方应在合同生效后6周内交货。", "MS6-331-SCC", True),
        ("需方（以下简称甲方）：某某有限公司", "MS6-331-SCC", True),
        ("供方（以下简称“甲方”）：某某有限公司", "305018731", True),
        ("乙方须于5月25日前将全部货物送达甲方。", "MS6-331-SCC", True),
        ("接甲方通知后15天内交货。", "MS6-331-SCC", True),
        ("接甲方提货通知后15天内提货。", "MS6-331-SCC", False),
        ("甲方：某某有限公司", "MS6-331-SCC", False),
    ],
)
def test_the_sellers_number_is_the_selling_partys(said: str, own: str, *, sure: bool) -> None:
    part = assemble(form("采购合同", ROWS, said)).lines[0].part_number
    assert part is not None
    assert (part.value, part.sure) == (own, sure)


LETTERED = [
    ["No.", "Code (A)", "Name of goods", "Code (B)", "Qty", "Unit price", "Amount"],
    ["1", "VK-7731", "Shaft sleeve", "OR-SL40", "2", "50.00", "100.00"],
]


@pytest.mark.parametrize(
    ("said", "own", "theirs"),
    [
        ("PARTY A (BUYER): Ostrow Paper JSC\nPARTY B (SELLER): Orvex Seals Co., Ltd.", "OR-SL40", "VK-7731"),
        ("PARTY A (SELLER): Orvex Seals Co., Ltd.\nPARTY B (BUYER): Ostrow Paper JSC", "VK-7731", "OR-SL40"),
    ],
)
def test_a_letter_in_brackets_names_the_party(said: str, own: str, theirs: str) -> None:
    line = assemble(form(f"PURCHASE ORDER\n{said}", LETTERED)).lines[0]
    assert line.part_number is not None
    assert line.customer_part_number is not None
    assert (line.part_number.value, line.customer_part_number.value) == (own, theirs)


def test_a_letter_names_nobody_where_there_are_no_parties() -> None:
    line = assemble(form("PURCHASE ORDER no. 4500776655", LETTERED)).lines[0]
    assert line.part_number is None or not line.part_number.sure
