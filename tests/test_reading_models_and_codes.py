"""Models beside the buyers' own numbers: they may be what the seller knows the thing by."""

import pytest
from paper import form

from extractors.assemble import assemble

CONTRACT = "采购订单\n订单编号：CG-2026-118\n采购方：江南水泵有限公司\n供应商：北岭密封有限公司\n"


@pytest.mark.parametrize(
    ("heading", "models", "is_open"),
    [
        ("规格型号", ("HK52/40-SSC", "HK52/60-SSC"), True),
        ("规格型号", ("Φ40×62", "Φ60×82"), False),
        ("规格型号", ("双端面 带冲洗", "单端面 带冲洗"), False),
        ("供方编码", ("HK52/40-SSC", "HK52/60-SSC"), False),
    ],
)
def test_a_model_that_looks_like_a_code_may_be_the_sellers_number(
    heading: str, models: tuple[str, str], *, is_open: bool
) -> None:
    rows = [
        ["序号", "存货编码", "名称", heading, "数量", "单价(元)", "金额(元)"],
        ["1", "0801030217", "机械密封", models[0], "2", "50.00", "100.00"],
        ["2", "0801030218", "机械密封", models[1], "3", "10.00", "30.00"],
    ]
    lines = assemble(form(CONTRACT, rows, "合计 130.00")).lines
    assert [line.customer_part_number is not None for line in lines] == [True, True]
    found = [line.part_number for line in lines]
    assert [field is not None and not field.sure for field in found] == [is_open, is_open]
