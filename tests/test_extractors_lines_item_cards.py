"""Items that stand in no table."""

from paper import paper

from extractors.assemble import assemble
from models.reading import Kind, OrderLine, Reading

CARDS = """
Purchase order 4500771203
Buyer: Delta Works GmbH
1. Filter bag PP 35
Supplier part: 10054431      Our part: DW-931
Quantity: 3 pcs              Price each: USD 26.00     Line value: USD 78.00
2. Bearing housing SNL 550
Supplier part: 10054432      Our part: DW-932
Quantity: 1 pc               Price each: USD 22.00     Line value: USD 22.00
Total: USD 100.00
"""
PARAGRAPHS = """
订货函
现向贵司订购下列备件：
（1）滤袋 PP 80，贵司物料号10024331，数量4个，含税单价69.00元，含税金额276.00元；
（2）叶轮 HT250 L=700，贵司物料号10024332，数量2件，含税单价100.00元，含税金额200.00元；
以上合计人民币476.00元（大写：肆佰柒拾陆元整），单价中已包含13%的增值税。
"""
MAIL = """
Please enter the following order for us, PO 77-1002:
Part 10054431, Mechanical seal
2 pcs @ USD 1,100.00 = USD 2,200.00
Part 10054432, Bearing housing
3 pcs @ USD 200.00 = USD 600.00
Order total USD 2,800.00
"""
TURNED = """
采购订单
序号          1                  2
供方料号      10054431           10054432
品名          机械密封           轴套
数量          2                  3
含税单价      1,130.00           565.00
含税金额      2,260.00           1,695.00
总计（含税）：3,955.00元
"""


def read(text: str) -> Reading:
    return assemble(paper(text))


def numbers(line: OrderLine) -> tuple[str | None, ...]:
    fields = (line.part_number, line.quantity, line.unit_price, line.amount)
    return tuple(field.value if field else None for field in fields)


def test_blocks_of_labels_and_values_are_items() -> None:
    reading = read(CARDS)
    assert [numbers(line) for line in reading.lines] == [
        ("10054431", "3", "26.00", "78.00"),
        ("10054432", "1", "22.00", "22.00"),
    ]
    first = reading.lines[0]
    assert first.line_number is not None
    assert first.line_number.sure
    assert first.customer_part_number is not None
    assert first.customer_part_number.value == "DW-931"
    assert first.description is not None
    assert first.description.value == "Filter bag PP 35"
    assert reading.header.total_amount is not None
    assert reading.header.total_amount.sure


def test_numbered_sentences_are_items() -> None:
    reading = read(PARAGRAPHS)
    assert [numbers(line) for line in reading.lines] == [
        ("10024331", "4", "69.00", "276.00"),
        ("10024332", "2", "100.00", "200.00"),
    ]
    assert all(line.amount is not None and line.amount.sure for line in reading.lines)
    total = reading.header.total_amount
    assert total is not None
    assert (total.value, total.sure) == ("476.00", True)


def test_lines_of_a_mail_are_items_with_the_name_above_them() -> None:
    assert [numbers(line)[1:] for line in read(MAIL).lines] == [
        ("2", "1100.00", "2200.00"),
        ("3", "200.00", "600.00"),
    ]


def test_a_table_may_be_turned() -> None:
    assert [numbers(line) for line in read(TURNED).lines] == [
        ("10054431", "2", "1130.00", "2260.00"),
        ("10054432", "3", "565.00", "1695.00"),
    ]


def test_of_two_quantities_in_one_item_none_is_sure() -> None:
    text = "Order\n1. Shaft sleeve\nQty: 30 pcs\nQuantity: 3 pcs\nPrice: 10.00\nAmount: 30.00\n"
    lines = read(text).lines
    assert len(lines) == 1
    assert lines[0].quantity is None or not lines[0].quantity.sure


def test_a_quoted_offer_is_no_order() -> None:
    text = "您好，报价单20017257已发出，有效期30天。\n10 动环 60件 单价172.60元 金额10356.00元"
    assert read(text).kind not in {Kind.PURCHASE_ORDER, Kind.CONTRACT}
