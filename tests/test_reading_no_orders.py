"""Papers that look like an order and say that they are none: nothing of them is sure."""

import pytest
from paper import paper
from typed_orders import HEAD

from extractors.assemble import assemble
from models.reading import Reading, stated

ITEMS = """
Pos   Material    Description       Qty   Unit   Price    Amount
1     KD-30-110   Lantern ring      4     pc     25.00    100.00
2     KD-30-120   Shaft sleeve      2     pc     80.00    160.00
{below}
Total EUR                                                 260.00
"""


def below(line: str) -> Reading:
    """Return the reading of an order with a line between its last item and its total."""
    return assemble(paper(HEAD + ITEMS.format(below=line)))


def is_sure(reading: Reading) -> bool:
    """Tell whether anything of an order is sure."""
    header = any(field.sure for _, field in stated(reading.header))
    return header or any(field.sure for line in reading.lines for _, field in stated(line))


@pytest.mark.parametrize(
    "line",
    [
        "This paper is not an order",
        "DRAFT",
        "不作为正式订单，仅供询价",
        "合同未生效，未审批",
        "本合同已作废",
        "ORDER CANCELLED",
        "Superseded by our order 55171",
        "Order status: rejected",
        "Status: blocked",
    ],
)
def test_what_is_said_below_the_last_item_may_be_said_of_the_paper(line: str) -> None:
    assert not is_sure(below(line))


@pytest.mark.parametrize(
    "line", ["Packed in one crate", "GA drawing for approval", "Country of origin: Italy"]
)
def test_a_note_below_the_last_item_says_nothing_against_the_order(line: str) -> None:
    assert is_sure(below(line))


def test_a_row_that_says_so_of_itself_doubts_no_other_one() -> None:
    text = (
        ITEMS.replace("Lantern ring   ", "Lantern ring - void").replace("260.00", "160.00").format(below="")
    )
    found = assemble(paper(HEAD + text))
    assert [line.description.value for line in found.lines if line.description] == ["Shaft sleeve"]
    assert is_sure(found)


def test_a_row_is_not_held_to_be_cancelled_with_the_order() -> None:
    text = ITEMS.format(below="").replace("2     KD-30-120", "      ORDER VOID\n2     KD-30-120")
    assert is_sure(assemble(paper(HEAD + text.replace("ORDER VOID", "Grade A"))))
    assert not is_sure(assemble(paper(HEAD + text.replace("ORDER VOID", "ORDER CANCELLED"))))


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("[ ] New  [ ] Amendment  [x] Withdrawal", False),
        ("(x) Cancelled  ( ) New order", False),
        ("[ ] New order          [x] Amended          [ ] Cancelled", False),
        ("Document type: □ Purchase order ☑ Request for quotation", False),
        ("单据类型：□合同 ☑询价单", False),
        ("订单性质：☑变更 □新增", False),
        ("[x] New  [ ] Amendment  [ ] Withdrawal", True),
        ("单据类型：☑采购订单 □询价单", True),
        ("☑ Order  ☑ Packing list", True),
        ("Invoice: [x] Tax invoice [ ] Commercial invoice", True),
        ("附件：□合同 ☑送货单", True),
        ("[ ] urgent  [x] standard", True),
    ],
)
def test_what_is_ticked_is_said_of_the_paper(line: str, *, sure: bool) -> None:
    found = assemble(paper(HEAD + line + "\n" + ITEMS.format(below="")))
    assert is_sure(found) is sure


def test_an_option_that_is_open_is_no_title() -> None:
    head = HEAD.replace("Purchase order\n", "[ ] Purchase order   [x] Request for quotation\n")
    assert not is_sure(assemble(paper(head + ITEMS.format(below=""))))
    ticked = head.replace("[ ]", "[v]").replace("[x]", "[ ]")
    assert is_sure(assemble(paper(ticked + ITEMS.format(below=""))))
