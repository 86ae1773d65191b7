"""Items that a word of their own takes out of the order: a state in a cell, a remark."""

import pytest
from ordered_rows import ordered, with_column, with_remark

TAKEN_OUT = (
    "please: not needed any more",
    "no longer required",
    "bitte nicht fertigen",
    "wird nicht gebraucht",
    "moved to order 4500893377",
    "already purchased under PO 4500893102",
    "for enquiry only",
    "nur Anfrage",
    "to be supplied by the buyer",
    "bauseits",
    "free issue",
    "price not yet agreed",
    "Preis noch nicht vereinbart",
    "单价未确认",
    "甲方自备",
    "由业主提供",
    "无需供货",
    "已转至4500893377号订单",
    "请勿发货",
)
STATES = (
    ("Status", "closed"),
    ("Line status", "Not approved"),
    ("Status", "Abgelehnt"),
    ("State", "brouillon"),
    ("Estado", "anulado"),
    ("Type", "Forecast"),
    ("Kind", "Preview"),
    ("行状态", "已结案"),
    ("状态", "审批中"),
    ("备注", "僅供詢價"),
    ("备注", "失效"),
)
ORDINARY = (
    ("Remarks", "spare set included, not needed for start-up"),
    ("Remarks", "for pump supplied under PO 4500718822"),
    ("Remarks", "quote our order number on the box"),
    ("Remarks", "painting by others not accepted"),
    ("Remarks", "closed impeller"),
    ("Status", "released"),
    ("状态", "已审批"),
    ("备注", "供货前请拍照"),
    ("Type", "closed"),
)


@pytest.mark.parametrize("said", TAKEN_OUT)
def test_a_remark_that_takes_an_item_out_opens_it(said: str) -> None:
    assert ordered(with_remark(said)) == [True, False]


@pytest.mark.parametrize(("heading", "state"), STATES)
def test_a_state_in_a_cell_opens_its_row(heading: str, state: str) -> None:
    assert ordered(with_column(heading, ["", state])) == [True, False]


@pytest.mark.parametrize(("heading", "said"), ORDINARY)
def test_an_ordinary_word_opens_nothing(heading: str, said: str) -> None:
    assert ordered(with_column(heading, [said, said])) == [True, True]
