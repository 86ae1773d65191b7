"""Codes that a label names in the line of a name, and what only looks like one."""

import pytest
from paper import form, sheet
from typed_orders import sure, told

from extractors.assemble import assemble
from models.reading import Reading

HEAD = """
                         采购合同
合同编号：HT-2026-0331    签订日期：2026-03-12
买方：江苏南港化工有限公司        卖方：德尔塔密封（天津）有限公司
"""
HEADINGS = ("序号", "名称及规格", "数量", "单价", "金额")


def contract(one: str, two: str) -> Reading:
    rows = [
        HEADINGS,
        ("1", one, "4套", "320.00", "1280.00"),
        ("2", two, "10件", "65.00", "650.00"),
        ("", "合计", "", "", "1930.00"),
    ]
    return assemble(form(HEAD, rows))


@pytest.mark.parametrize("label", ["供货编码", "贵司编码", "供货代码", "型号/货号", "货号"])
def test_a_bracket_with_a_known_label_and_a_code_is_no_part_of_the_name(label: str) -> None:
    found = contract(f"机械密封 M7N-60（{label}：10061234）", f"轴套 CF8M（{label}：8D8S-00852-C）")
    assert told(found.lines, "part_number", "description") == [
        ("10061234", "机械密封 M7N-60"),
        ("8D8S-00852-C", "轴套 CF8M"),
    ]
    assert not any(sure(found.lines, "part_number") + sure(found.lines, "description"))


def test_a_cell_of_a_sheet_may_name_its_code_too() -> None:
    rows = [
        ("采购订单", "", "", "", ""),
        ("订单号：", "PO-55170", "订单日期：", "2026-03-12", ""),
        HEADINGS,
        ("1", "机械密封 M7N-60（供货编码：10061234）", "4", "320.00", "1280.00"),
        ("2", "轴套 CF8M（供货编码：10061235）", "10", "65.00", "650.00"),
        ("合计", "", "", "", "1930.00"),
    ]
    lines = assemble(sheet(rows)).lines
    assert told(lines, "part_number") == [("10061234",), ("10061235",)]


@pytest.mark.parametrize("label", ["原供货编码", "替代件", "配套泵型号", "参考物料号", "含备件"])
def test_what_nobody_knows_in_a_bracket_gives_no_sure_number_or_name(label: str) -> None:
    found = contract(f"机械密封 M7N-60（{label}：10061234）", "轴套 CF8M")
    assert not sure(found.lines, "part_number")[0]
    name = told(found.lines, "description")[0][0] or ""
    assert not sure(found.lines, "description")[0] or "10061234" in name


@pytest.mark.parametrize("code", ["DS-75/110", "M7N-60"])
def test_a_model_behind_a_label_of_both_is_no_sure_number(code: str) -> None:
    found = contract(f"机械密封（型号/货号：{code}）", f"轴套（型号/货号：{code}A）")
    assert not any(sure(found.lines, "part_number"))


def test_a_code_that_breaks_before_its_last_letter_is_one_and_open() -> None:
    rows = [
        ("序号", "名称", "规格型号", "数量", "单价", "金额"),
        ("1", "机械密封", "订货号 10043871", "4套", "320.00", "1280.00"),
        ("2", "轴套", "订货号 6G4B-00388-", "10件", "65.00", "650.00"),
        ("", "", "B", "", "", ""),
    ]
    document = form(HEAD, rows)
    page = document.pages[0]
    below = max(ruling.box.top for ruling in page.rulings) - 16.0
    inner = [ruling for ruling in page.rulings if abs(ruling.box.top - below) > 1 or ruling.box.height > 1]
    page = type(page)(1, page.width, page.height, page.words, tuple(inner))
    lines = assemble(type(document)(document.format, (page,), exact=False)).lines
    assert told(lines, "part_number") == [("10043871",), ("6G4B-00388-B",)]
    assert not sure(lines, "part_number")[1]
