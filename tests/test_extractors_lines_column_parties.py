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
        ("甲方：某某有限公司", "MS6-331-SCC", False),
    ],
)
def test_the_sellers_number_is_the_selling_partys(said: str, own: str, *, sure: bool) -> None:
    part = assemble(form("采购合同", ROWS, said)).lines[0].part_number
    assert part is not None
    assert (part.value, part.sure) == (own, sure)
