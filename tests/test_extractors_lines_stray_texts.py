"""What stands under headings that no list knows is kept in doubt, never dropped in silence."""

from paper import form

from extractors.assemble import assemble
from models.reading import OrderLine, Reason


def line(heading: str, value: str) -> OrderLine:
    rows = [
        ["序号", "供方物料号", "需方物料编码", "名称", "数量", heading, "单价", "金额"],
        ["1", "10044021", "HC-771", "轴套", "4", value, "10.00", "40.00"],
    ]
    return assemble(form("采购订单", rows)).lines[0]


def test_a_date_in_an_unknown_column_may_be_the_delivery_date() -> None:
    date = line("甲乙丙", "2026-05-20").delivery_date
    assert date is not None
    assert (date.value, date.sure, date.reason) == ("2026-05-20", False, Reason.ROLE)


def test_a_unit_in_an_unknown_column_may_be_the_unit() -> None:
    unit = line("甲乙丙", "件").unit
    assert unit is not None
    assert (unit.value, unit.sure) == ("件", False)


def test_a_further_code_in_an_unknown_column_may_be_the_drawing() -> None:
    drawing = line("甲乙丙", "GA-700121").drawing_number
    assert drawing is not None
    assert (drawing.value, drawing.sure) == ("GA-700121", False)


def test_a_column_that_may_hold_the_amount_leaves_it_open() -> None:
    rows = [["序号", "名称", "数量", "单价总价"], ["1", "轴套", "4", "10.00"]]
    read = assemble(form("采购订单", rows)).lines[0]
    assert not any(field.sure for field in (read.unit_price, read.amount) if field is not None)
    assert read.unit_price is not None or read.amount is not None


def test_an_order_without_number_or_date_never_looks_finished() -> None:
    rows = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴套", "4", "10.00", "40.00"]]
    header = assemble(form("采购订单", rows)).header
    for field in (header.document_number, header.document_date, header.customer):
        assert field is not None
        assert (field.value, field.sure, field.reason) == (None, False, Reason.NOT_PARSED)


def test_the_number_of_a_data_sheet_is_none_of_the_things() -> None:
    read = line("Data sheet", "GA-700121")
    assert read.drawing_number is None
