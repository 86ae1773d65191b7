"""Orders that are changed: columns of before and after, and a list that no longer holds above the new one."""

import pytest
from paper import form, paper, sheet

from extractors.assemble import assemble
from extractors.lines.headings import recognise
from extractors.vocabulary.meanings import Role
from models.page import SourceDocument
from models.reading import Kind, Reading

HEAD = """合同变更单
变更单号：BG-2027-031
变更日期：2027年3月8日
需方：海陆泵业有限公司
供方：康泰密封件（苏州）有限公司
"""
FLAT = form(
    HEAD,
    [
        ["序号", "名称", "单位", "原数量", "现数量", "单价", "原金额", "现金额", "新交货期"],
        ["1", "轴封", "套", "5", "7", "100.00", "500.00", "700.00", "2027-05-01"],
        ["2", "轴套", "件", "—", "3", "50.00", "—", "150.00", "2027-05-01"],
        ["合计", "", "", "", "", "", "500.00", "850.00", ""],
    ],
)
BELOW = paper(
    f"""{HEAD}
                     数量              单价         金额
序号  名称    单位   变更前   变更后                变更前     变更后
1     轴封    套     5        7        100.00       500.00     700.00
2     轴套    件     4        3        50.00        200.00     150.00
合计                                                700.00     850.00
"""
)
ABOVE = paper(
    f"""{HEAD}
             变更前                         变更后
序号  名称   数量    单价      金额         数量    单价      金额
1     轴封   5       100.00    500.00       7       100.00    700.00
2     轴套   4       50.00     200.00       3       50.00     150.00
合计                           700.00                         850.00
"""
)
ENGLISH = paper(
    """
PURCHASE ORDER AMENDMENT
Order no.: 4711-8
Date: 3 May 2027
Buyer: Harlow Pumps Ltd

Item  Description     Old qty   New qty   Unit price    Amount
1     Shaft seal      5         7         100.00        700.00
2     Sleeve          0         3         50.00         150.00
                                          Total EUR     850.00
"""
)


@pytest.mark.parametrize("document", [FLAT, BELOW, ABOVE, ENGLISH])
def test_what_a_change_leaves_behind_is_no_number_of_the_item(document: SourceDocument) -> None:
    reading = assemble(document)
    assert reading.kind is Kind.CHANGE_ORDER
    assert [line.quantity and (line.quantity.value, line.quantity.sure) for line in reading.lines] == [
        ("7", True),
        ("3", True),
    ]
    assert [line.amount and line.amount.value for line in reading.lines] == ["700.00", "150.00"]
    assert reading.header.total_amount is not None
    assert (reading.header.total_amount.value, reading.header.total_amount.sure) == ("850.00", True)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("数量 变更前", Role.OTHER),
        ("数量 变更后", Role.QUANTITY),
        ("调整后单价", Role.PRICE),
        ("原交货期", Role.OTHER),
        ("Old Part No.", Role.OTHER),
        ("New Part No.", Role.PART),
        ("Alte Menge", Role.OTHER),
        ("Neuer Preis", Role.PRICE),
        ("现货数量", Role.OTHER),
    ],
)
def test_a_heading_says_whether_it_still_holds(text: str, role: Role) -> None:
    found = recognise(text)
    assert found is not None
    assert found.exact
    assert found.roles == {role}


@pytest.mark.parametrize(("text", "role"), [("原币单价", Role.PRICE), ("原单价", Role.LIST_PRICE)])
def test_a_heading_with_such_a_word_may_mean_another_thing(text: str, role: Role) -> None:
    found = recognise(text)
    assert found is not None
    assert found.roles == {role}


def _twice(first: str, second: str) -> Reading:
    heading = ["序号", "名称", "数量", "单价", "金额"]
    return assemble(
        sheet(
            [
                ["设备采购合同变更协议"],
                ["合同编号：HL-2027-118"],
                ["甲方：海陆泵业有限公司"],
                ["乙方：康泰密封件（苏州）有限公司"],
                [first],
                heading,
                ["1", "轴封", "5", "100.00", "500.00"],
                ["2", "轴套", "4", "50.00", "200.00"],
                ["合计", "", "", "", "700.00"],
                [second],
                heading,
                ["1", "轴封", "7", "100.00", "700.00"],
                ["2", "轴套", "3", "50.00", "150.00"],
                ["合计", "", "", "", "850.00"],
            ]
        )
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [("一、变更前清单", "二、变更后清单"), ("原合同清单（作废）", "修订后的供货清单，原合同清单废止")],
)
def test_of_two_lists_the_one_after_the_change_is_the_orders(first: str, second: str) -> None:
    reading = _twice(first, second)
    assert [line.quantity and line.quantity.value for line in reading.lines] == ["7", "3"]


def test_two_lists_of_one_order_stay_one() -> None:
    reading = _twice("一、一号机组", "二、二号机组")
    assert [line.quantity and line.quantity.value for line in reading.lines] == ["5", "4", "7", "3"]
