"""What stands right below terms of payment and says more of them."""

import pytest
from paper import form, paper
from typed_orders import TWO_ITEMS, known

from extractors.assemble import assemble
from models.reading import Field

ROWS = [["序号", "名称", "数量", "单价", "金额"], ["1", "压盖", "4", "125.00", "500.00"]]


def english(said: str) -> Field | None:
    return assemble(paper(TWO_ITEMS.format(said))).header.payment_terms


def chinese(said: str) -> Field | None:
    head = f"江北泵业有限公司\n采购订单\n订单编号：PO-77120\n供应商：津海密封有限公司\n{said}\n"
    return assemble(form(head, ROWS, "合计：500.00")).header.payment_terms


@pytest.mark.parametrize(
    "lead", ["Payment terms:        30 days net\n                      ", "Payment terms: 30 days net\n"]
)
@pytest.mark.parametrize(
    "below",
    [
        *(
            "From receipt of goods",
            "date of invoice",
            "Item 20: prepayment",
            "from GRN",
            "counted from acceptance",
        ),
        *(
            "with 10 % retention",
            "After approval",
            "less 3 % discount",
            "Ab Wareneingang",
            "abzüglich 2 % Skonto",
        ),
        *(
            "provided the certificates are complete",
            "Receipt of invoice",
            "Dalla consegna",
            "Après réception",
        ),
    ],
)
def test_terms_that_a_line_below_goes_on_with_are_open(lead: str, below: str) -> None:
    found = english(lead + below)
    assert found is not None
    assert not found.sure or below in (found.value or "")


def test_a_ticked_line_below_says_more() -> None:
    found = english("Payment terms: [x] 30 days net [ ] 60 days net\n[x] less 3 % discount")
    assert found is None or not found.sure


@pytest.mark.parametrize(
    "below", ["收到发票后", "留10%质保金", "6个月承兑", "货到验收后", "扣除质保金", "第2项预付款"]
)
def test_chinese_terms_that_a_line_below_goes_on_with_are_open(below: str) -> None:
    found = chinese(f"付款方式：月结30天\n{below}")
    assert found is not None
    assert not found.sure or below in (found.value or "")


@pytest.mark.parametrize(
    "below",
    [
        *(
            "Delivery terms: DAP Hull",
            "From: Nora Whitlock",
            "Invoice date   2027-03-04",
            "Our vendor no.: 105220",
        ),
        *("Incoterms: EXW Tianjin", "Thank you for your prompt attention.", "with 18 months warranty"),
    ],
)
def test_other_lines_below_leave_the_terms_certain(below: str) -> None:
    assert known(english(f"Payment terms: 30 days net\n{below}")) == ("30 days net", True)


@pytest.mark.parametrize(
    "below", ["交货方式：送货", "收货人：王强", "质保期：12个月", "质保期为到货后18个月。"]
)
def test_other_chinese_lines_below_leave_the_terms_certain(below: str) -> None:
    assert known(chinese(f"付款方式：月结30天\n{below}")) == ("月结30天", True)
