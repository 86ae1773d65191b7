"""Captions side by side in cells, each over what is filled in."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from models.reading import Field

HEAD = "南湾环保设备有限公司\n采购订单\n订单编号：PO-55120\n供应商：津海密封有限公司\n"
ITEMS = (
    "序号  名称    数量  单价    金额\n1     压盖    4     125.00  500.00\n合计                        500.00"
)


def told(field: Field | None) -> tuple[str | None, bool] | None:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


def test_a_label_behind_another_has_its_value_below_it() -> None:
    rows = [["供应商编号", "付款条款", "配送路线"], ["70012", "NET 30 收货日", "沿海线"]]
    header = assemble(form(HEAD, rows, ITEMS)).header
    assert told(header.payment_terms) == ("NET 30 收货日", True)


@pytest.mark.parametrize(
    "rows",
    [
        [["采购员", "", "付款条款", "款到发货"], ["配送路线", "", "打包方法", "木箱"]],
        [["条款", "付款条款", "款到发货"], ["", "打包方法", "木箱"]],
    ],
)
def test_a_label_with_a_cell_for_the_value_before_it_has_its_own_at_its_right(rows: list[list[str]]) -> None:
    header = assemble(form(HEAD, rows, ITEMS)).header
    assert header.payment_terms is not None
    assert header.payment_terms.value == "款到发货"


def test_a_mark_of_the_page_is_no_part_of_the_value_above_it() -> None:
    text = f"{HEAD}付款条件：验收后45天\n          第 2 页 共 5 页\n\n{ITEMS}"
    assert told(assemble(paper(text)).header.payment_terms) == ("验收后45天", True)


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ([["类型", "订单", "版本"], ["标准订货单", "730518", "0"]], "730518"),
        ([["类型", "订单"], ["编码方法", "730518"]], None),
    ],
)
def test_the_answer_to_what_type_of_paper_it_is_may_stand_below(
    rows: list[list[str]], number: str | None
) -> None:
    head = "南湾环保设备有限公司\n供应商：津海密封有限公司\n"
    found = told(assemble(form(head, rows, ITEMS)).header.document_number)
    assert found is not None
    assert (found == (number, True)) is (number is not None)
