"""Columns of units under headings that no list holds."""

from paper import form

from extractors.assemble import assemble


def test_a_column_of_units_is_known_by_its_contents() -> None:
    rows = [
        ["序号", "物料编码", "名称", "采购单位", "采购数量", "含税单价", "价税合计"],
        ["1", "10048731", "轴套", "件", "2", "5.00", "10.00"],
        ["2", "10048732", "叶轮", "套", "1", "7.00", "7.00"],
    ]
    lines = assemble(form("采购订单", rows, "合计 17.00")).lines
    assert [line.unit.value for line in lines if line.unit] == ["件", "套"]
