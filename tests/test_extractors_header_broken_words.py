"""An amount in words that stands in two lines is one amount: it proves the figures, or contradicts them."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field, Reason

ORDER = """
PURCHASE ORDER
Order No.: 4500781234

Pos   Your part no.   Description       Qty   Unit price   Amount
10    7003312         Mechanical seal   4     320.00       1,280.00
20    7003314         Shaft sleeve      10    65.00        650.00
Total   1,930.00
{words}
Confirm within 2 days.
"""
CHINESE = """
采购订单
订单编号：CG26-0815

序号   供方料号   名称       数量   单价     金额
1      10023177   机械密封   4      320.04   1280.16
合计   1280.16
{words}
"""


def _total(words: str, text: str = ORDER) -> Field:
    found = assemble(paper(text.format(words=words))).header.total_amount
    assert found is not None
    return found


@pytest.mark.parametrize(
    "words",
    [
        "In words: USD One thousand nine hundred\nthirty only",
        "In words: USD One thousand nine hundred and\nthirty and 00/100 only",
        "Amount in words: USD One\nthousand nine hundred\nthirty only",
    ],
)
def test_an_amount_in_two_lines_is_one(words: str) -> None:
    assert _total(words).sure


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("In words: USD One thousand eight hundred\nthirty only", id="it is another amount"),
        pytest.param("In words: USD One thousand nine hundred only\nthirty only", id="it has ended"),
        pytest.param(
            "In words: USD One thousand nine hundred\nDelivery by truck only", id="other words follow"
        ),
    ],
)
def test_what_is_no_rest_of_it_leaves_the_total_open(words: str) -> None:
    assert _total(words).reason is Reason.ARITHMETIC


@pytest.mark.parametrize(
    ("words", "sure"),
    [
        ("金额大写：壹仟贰佰捌拾元壹角\n陆分", True),
        ("金额大写：壹仟贰佰捌拾元壹角\n柒分", False),
        ("金额大写：壹仟贰佰捌拾元壹角\n五分钟内确认", False),
    ],
)
def test_so_it_is_in_chinese(words: str, sure: bool) -> None:  # noqa: FBT001 - a table
    assert _total(words, CHINESE).sure is sure
