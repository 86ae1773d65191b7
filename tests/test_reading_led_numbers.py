"""Numbers and days in the line of which something else is said than that they are the order's."""

import pytest
from paper import paper
from typed_orders import sure, value

from extractors.assemble import assemble
from models.reading import Field, Reading

ITEMS = """
Pos  Your part no.   {heading:<14}  Description            Qty  Unit  Unit price     Amount

10   10023177        {one:<14}  Mechanical seal 45 mm    4   pcs       320.00   1,280.00
20   10023188        {two:<14}  Shaft sleeve 45 mm      10   pcs        65.00     650.00

                                                           Total                  1,930.00
"""
ENGLISH = """
                       Purchase order
Date: 12 March 2026
Buyer: Nordkai Pumps Ltd
Seller: Delta Seals GmbH
Currency: EUR
{said}
"""
CHINESE = """
                         采购合同
买方：江苏南港化工有限公司        卖方：德尔塔密封（天津）有限公司
{said}
签订日期：2026-03-12

序号  供方物料号   名称        数量  单位   单价      金额
1     10023177     机械密封     4    套    320.00   1280.00
2     10023188     轴套        10    件     65.00    650.00
合计                                               1930.00
"""


def is_sure(field: Field | None) -> bool:
    return field is not None and field.sure


def english(said: str) -> Reading:
    return assemble(paper(ENGLISH.format(said=said) + items("Our part no.", "NP-4410", "NP-4411")))


def items(heading: str, one: str, two: str) -> str:
    return ITEMS.format(heading=heading, one=one, two=two).strip("\n")


@pytest.mark.parametrize(
    "said",
    [
        "最终用户采购，订单号：4500781234",
        "最终用户：海宁石化，订单号 4500781234",
        "业主方，采购订单号：4500781234",
    ],
)
def test_the_number_of_an_end_users_order_is_not_surely_the_papers(said: str) -> None:
    assert not is_sure(assemble(paper(CHINESE.format(said=said))).header.document_number)


@pytest.mark.parametrize("said", ["订单号：4500781234", "采购方，订单号：4500781234"])
def test_the_number_of_the_order_is(said: str) -> None:
    number = assemble(paper(CHINESE.format(said=said))).header.document_number
    assert is_sure(number)
    assert value(number) == "4500781234"


def test_a_clause_that_speaks_of_an_order_gives_neither_its_number_nor_its_day() -> None:
    header = english("6. Order. PO-99 of 12 May 2025").header
    assert not is_sure(header.document_number)
    assert not is_sure(header.document_date)


def test_the_day_behind_the_number_is_open_where_a_date_says_otherwise() -> None:
    header = english("Purchase order no. PO-99 of 12 May 2025").header
    assert not is_sure(header.document_date)
    same = english("Purchase order no. PO-99 of 12 March 2026").header
    assert is_sure(same.document_date)
    assert value(same.document_date) == "2026-03-12"


@pytest.mark.parametrize(
    ("one", "two"), [("FKM 80x90", "FKM 45x60"), ("45x60x8", "80x100x10"), ("DN 50x40", "DN 80x65")]
)
def test_sizes_under_the_heading_of_a_code_are_no_sure_numbers(one: str, two: str) -> None:
    head = ENGLISH.format(said="Order no.: PO-55170")
    found = assemble(paper(head + items("Our part no.", one, two)))
    assert sure(found.lines, "customer_part_number") == [False, False]
    assert sure(found.lines, "part_number") == [True, True]
