"""Who tells whom before a delivery, and what is charged besides a trade term."""

import pytest
from paper import form, paper
from typed_orders import TWO_ITEMS, known

from extractors.assemble import assemble
from models.reading import Field

ROWS = [["序号", "名称", "数量", "单价", "金额"], ["1", "压盖", "4", "125.00", "500.00"]]


def lead_time(said: str) -> Field | None:
    head = f"江北泵业有限公司\n采购订单\n订单编号：PO-77120\n供应商：津海密封有限公司\n{said}\n"
    return assemble(form(head, ROWS, "合计：500.00")).header.lead_time


@pytest.mark.parametrize(
    "said",
    [
        "交货期：订单签订后10周内。甲方提前3天告知乙方具体到货时间。",
        "交货期：10周。需方提前30天通知供应商到货时间",
        "交货期：10周。买方应提前15天通知卖方。",
        "交货期：10周。提前7天通知供应商。",
        "交货期：10周。甲方须提前3日联系乙方具体时间。",
    ],
)
def test_a_time_that_the_buyer_calls_is_open(said: str) -> None:
    found = lead_time(said)
    assert found is None or not found.sure


@pytest.mark.parametrize(
    "said",
    [
        "交货期：订单签订后10周内。乙方提前3天告知甲方具体到货时间。",
        "交货期：10周。供方须提前2天通知收货人。",
        "交货期：10周。应提前3日通知需方。",
    ],
)
def test_a_time_before_which_the_buyer_is_told_stays(said: str) -> None:
    assert known(lead_time(said)) == ("P10W", True)


def incoterms(said: str) -> Field | None:
    return assemble(paper(TWO_ITEMS.format(said))).header.incoterms


@pytest.mark.parametrize(
    "behind",
    [
        *("prices fixed and final; freight extra", "freight extra", "plus freight", "Fracht zuzüglich"),
        *("packing not included", "prices firm; insurance to be charged", "excl. packing"),
    ],
)
def test_a_term_beside_which_carriage_is_charged_is_open(behind: str) -> None:
    found = incoterms(f"Delivery terms: DAP Hull, {behind}")
    assert found is None or not (found.sure and found.value == "DAP Hull")


def test_a_term_beside_firm_prices_is_certain() -> None:
    assert known(incoterms("Delivery terms: DAP Hull, prices fixed and final")) == ("DAP Hull", True)
    assert known(incoterms("Delivery terms: DAP Hull")) == ("DAP Hull", True)
