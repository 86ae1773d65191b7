"""Several items in one sentence, over several lines."""

import pytest
from paper import paper

from extractors.assemble import assemble

CHINESE = """
采购订单
订单编号：PO77120
请贵司供货：轴套Ø60（供方编码10030001）4件，单价50.00元，
金额200.00元；压盖316L（供方编码10030002）10件，单价12.50元，金额125.00元。
以上合计人民币325.00元。
"""
EVERY = CHINESE.replace("4件，单价50.00元，\n金额", "4件，每件50.00元，\n计").replace("；", "，")
ENGLISH = """
Purchase Order PO-77120
Please supply the following: 4 pcs of shaft sleeve (your part no. 10030001) at EUR 50.00 each;
10 pcs of gland plate (your part no. 10030002) at EUR 12.50 each. The total value is EUR 325.00.
"""


@pytest.mark.parametrize("text", [CHINESE, EVERY, ENGLISH])
def test_each_item_of_a_sentence_is_a_line(text: str) -> None:
    lines = assemble(paper(text)).lines
    found = [(line.part_number, line.quantity, line.unit_price) for line in lines]
    values = [tuple(field.value if field else None for field in each) for each in found]
    assert values == [("10030001", "4", "50.00"), ("10030002", "10", "12.50")]


def test_what_leads_to_the_list_names_no_item() -> None:
    names = [line.description.value for line in assemble(paper(CHINESE)).lines if line.description]
    assert names == ["轴套Ø60", "压盖316L"]


LETTER = """
Nordkai Marine B.V.
Our order NM-26-0417 of 10 April 2027
We are pleased to order from you, all prices in EUR, the following goods:
1. Four (4) pcs cartridge seal CS20, your part number 10052301, at EUR 20.00 per piece,
together EUR 80.00. Please note that revision B of the drawing is no longer {end}
2. Six (6) sets repair kit RK-20, your part number 10052314, at EUR 10.00 per set, together
EUR 60.00. One {end}
3. 12 m flushing hose PTFE, your part number 10066207, at EUR 5.00 per metre, together EUR 60.00.
The total value of this order is EUR 200.00.
"""


@pytest.mark.parametrize("end", ["valid.", "valid"])
def test_a_remark_of_the_item_before_takes_no_number_away(end: str) -> None:
    lines = assemble(paper(LETTER.format(end=end))).lines
    numbers = [line.line_number for line in lines]
    assert [each.value for each in numbers if each and each.sure] in (["1", "2", "3"], [])
    assert [line.part_number.value for line in lines if line.part_number] == [
        "10052301",
        "10052314",
        "10066207",
    ]
    if end.endswith("."):
        assert [each.value for each in numbers if each] == ["1", "2", "3"]


PROSE = """
Torvik Seafoods Ltd
Our order no. TS/27/0417
12 April 2027
Your prices suit us, and we hereby place this order.
{first} four (4) set of your part no. 10052301, Cartridge seal CS20, at £20.00 each,
making £80.00.
For the unit in reserve we would also need six (6) set of your part no. 10052314, Repair kit RK-20,
at £10.00 each, making £60.00.
The total value of this order is £140.00. Please send the goods to our rigging workshop, Pier House 4,
Sandwick ZE2 9HR, within 9 weeks of the date of this letter. Mondays suit us best.
"""


@pytest.mark.parametrize(
    "first",
    [
        "For the brine pump please send us",
        "Finally, for the filters on deck, we order",
        "To begin with, kindly send",
    ],
)
def test_what_a_thing_is_for_may_lead_to_its_quantity(first: str) -> None:
    reading = assemble(paper(PROSE.format(first=first)))
    found = [(line.part_number, line.quantity, line.unit_price, line.unit) for line in reading.lines]
    assert [tuple(field.value if field else None for field in each) for each in found] == [
        ("10052301", "4", "20.00", "set"),
        ("10052314", "6", "10.00", "set"),
    ]


@pytest.mark.parametrize(
    "first",
    ["For your information we bought", "For comparison, last year we paid for", "For reference we bought"],
)
def test_what_is_told_for_comparison_is_no_sure_quantity(first: str) -> None:
    lines = assemble(paper(PROSE.format(first=first))).lines
    assert not any(line.quantity.sure for line in lines[:1] if line.quantity and line.quantity.value == "4")


def test_a_period_that_ends_a_sentence_of_the_place_is_none_of_it() -> None:
    header = assemble(paper(PROSE.format(first="Please supply"))).header
    assert header.delivery_place is not None
    assert header.delivery_place.value == "our rigging workshop, Pier House 4, Sandwick ZE2 9HR"
    assert header.lead_time is not None
    assert (header.lead_time.value, header.lead_time.sure) == ("P9W", False)
    assert header.delivery_date is None or header.delivery_date.value is None


NUMBERED = """
Purchase order PO-77121
Buyer: Nordkai Marine B.V.
{first}) {count} Seal ring EPDM (your part no. 10052301), price EUR 20.00, value EUR 80.00.
{second}) {other} Flushing hose PTFE (your part no. 10052314), price EUR 10.00, value EUR 120.00.
Total EUR 200.00
"""


def numbered(**texts: str) -> list[tuple[str | None, bool]]:
    """Return the quantities, names and numbers of two sentences, and whether they are sure."""
    plain = {"first": "1", "second": "2", "count": "4 pcs", "other": "12 m", **texts}
    lines = assemble(paper(NUMBERED.format(**plain))).lines
    fields = [each for line in lines for each in (line.line_number, line.quantity, line.description)]
    return [(each.value, each.sure) if each is not None else (None, False) for each in fields]


def test_a_unit_may_stand_before_its_count_which_is_then_not_sure() -> None:
    assert [value for value, _ in numbered(count="EA 4", other="m 12")] == [
        "1",
        "4",
        "Seal ring EPDM",
        "2",
        "12",
        "Flushing hose PTFE",
    ]
    assert [sure for _, sure in numbered(count="EA 4", other="m 12")][1::3] == [False, False]


def test_a_set_that_a_name_counts_is_no_quantity_beside_one() -> None:
    text = NUMBERED.format(first="1", second="2", count="4 pcs Set 2", other="12 m")
    line = assemble(paper(text)).lines[0]
    assert line.quantity is not None
    assert line.quantity.value == "4"
    assert line.description is not None
    assert line.description.value == "Set 2 Seal ring EPDM"


def test_the_number_of_an_item_in_a_part_of_the_order_may_end_with_a_bracket() -> None:
    assert [value for value, _ in numbered(first="1.1", second="1.2")][::3] == ["1.1", "1.2"]
    assert [value for value, _ in numbered(first="1.1", second="1.2")][1::3] == ["4", "12"]


COUNTED = """
采购订单
订单编号：PO77122
需方：常州华岳机械有限公司
10. 轴套
供方编码：10030001
4件x 50.00 = 200.00
20. 垫片 DN50
供方编码：10030002
10个× 12.50 = 125.00
合计：325.00
"""


def test_a_cross_right_behind_a_unit_leads_to_the_price() -> None:
    lines = assemble(paper(COUNTED)).lines
    found = [(line.quantity, line.unit, line.unit_price) for line in lines]
    assert [tuple(field.value if field else None for field in each) for each in found] == [
        ("4", "件", "50.00"),
        ("10", "个", "12.50"),
    ]


def test_a_chinese_name_may_stand_right_behind_such_a_number() -> None:
    text = (
        COUNTED.replace("10. 轴套", "1.1)轴套")
        .replace("20. 垫片", "1.2)垫片")
        .replace("\n供方编码", "（供方编码")
    )
    text = text.replace("10030001\n", "10030001），数量").replace("10030002\n", "10030002），数量")
    lines = assemble(
        paper(text.replace("x 50.00 =", "，单价50.00，金额").replace("× 12.50 =", "，单价12.50，金额"))
    ).lines
    assert [line.line_number and line.line_number.value for line in lines] == ["1.1", "1.2"]
    assert [line.description and line.description.value for line in lines] == ["轴套", "垫片 DN50"]
