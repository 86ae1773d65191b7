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


def test_a_unit_in_two_languages_is_one_and_sure_where_both_mean_the_same() -> None:
    rows = [
        ["序号", "物料编码", "名称", "数量", "单位", "单价", "金额"],
        ["1", "10048731", "轴套", "2", "支/pc", "5.00", "10.00"],
        ["2", "10048732", "风机", "1", "只 SET", "7.00", "7.00"],
    ]
    units = [line.unit for line in assemble(form("采购订单", rows, "合计 17.00")).lines]
    assert [(unit.value, unit.sure) for unit in units if unit] == [("支", True), ("只", False)]


def test_a_quantity_with_such_a_unit_is_read() -> None:
    rows = [
        ["序号", "物料编码", "名称", "数量", "单价", "金额"],
        ["1", "10048731", "轴套", "2 支/pc", "5.00", "10.00"],
        ["2", "10048732", "风机", "3 只/set", "7.00", "21.00"],
    ]
    lines = assemble(form("采购订单", rows, "合计 31.00")).lines
    assert [line.quantity.value for line in lines if line.quantity] == ["2", "3"]
    assert [(line.unit.value, line.unit.sure) for line in lines if line.unit] == [("支", True), ("只", False)]
