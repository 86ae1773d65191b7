"""Exports that repeat the order's total on every line."""

import pytest
from paper import sheet

from extractors.assemble import assemble
from models.reading import Field

HEAD = [
    "订单编号",
    "下单日期",
    "采购组织名称",
    "供应商名称",
    "行号",
    "物资名称",
    "供方货号",
    "数量",
    "计量单位",
]
TAIL = ["含税单价(元)", "税率(%)", "价税合计(元)", "订单总金额(含税)"]
OWN = ["QL2607140053", "2026-07-14", "贵州北峰铝业有限公司", "天津海密流体密封有限公司"]


def _total(amounts: tuple[str, str], totals: tuple[str, str]) -> Field | None:
    rows = [[*HEAD, *TAIL]]
    for at, (amount, total) in enumerate(zip(amounts, totals, strict=True), 1):
        rows.append([*OWN, str(at), f"轴套{at}", f"1003184{at}", "1", "件", amount, "13", amount, total])
    return assemble(sheet(rows)).header.total_amount


def test_a_total_that_all_lines_add_up_to_is_the_orders() -> None:
    total = _total(("35256", "8136"), ("43392", "43392"))
    assert total is not None
    assert (total.value, total.sure) == ("43392", True)


@pytest.mark.parametrize("totals", [("43392", "8136"), ("50000", "50000")])
def test_another_amount_is_not(totals: tuple[str, str]) -> None:
    total = _total(("35256", "8136"), totals)
    assert total is None or not total.sure


def test_equal_lines_have_no_total_for_it() -> None:
    total = _total(("500", "500"), ("", ""))
    assert total is None or (total.value, total.sure) != ("500", True)
