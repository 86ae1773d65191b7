"""Items that stand in no table."""

import pytest
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


FOUR = """
采购订单
序号          1             2             3             4
供方料号      10054431      10054432      10054433      10054434
品名          机械密封      轴套          动环          静环
{row}
数量          2             3             1             1
含税单价      1,130.00      565.00        100.00        200.00
含税金额      2,260.00      1,695.00      100.00        200.00
总计（含税）：4,255.00元
"""


@pytest.mark.parametrize(
    ("row", "units"),
    [
        ("单位          套   个   件   件", ["套", "个", "件", "件"]),
        ("单位          套            件", [None] * 4),
    ],
)
def test_in_a_turned_table_no_row_is_lost_that_has_a_heading(row: str, units: list[str | None]) -> None:
    found = [line.unit for line in read(FOUR.format(row=row)).lines]
    assert all(field is not None for field in found)
    assert [field.value if field is not None and field.sure else None for field in found] == units


def test_of_two_quantities_in_one_item_none_is_sure() -> None:
    text = "Order\n1. Shaft sleeve\nQty: 30 pcs\nQuantity: 3 pcs\nPrice: 10.00\nAmount: 30.00\n"
    lines = read(text).lines
    assert len(lines) == 1
    assert lines[0].quantity is None or not lines[0].quantity.sure


def test_a_quoted_offer_is_no_order() -> None:
    text = "您好，报价单20017257已发出，有效期30天。\n10 动环 60件 单价172.60元 金额10356.00元"
    assert read(text).kind not in {Kind.PURCHASE_ORDER, Kind.CONTRACT}


PAIRS = """
Purchase order 4500771203
Line no.        1              Your part no.   10054431
Description     Filter bag     Unit            pcs
Qty ordered     3              List price      30.00
Discount        5              Net price       26.00
Net amount      78.00          Due             2026-05-28
Line no.        2              Your part no.   10054432
Description     Bearing        Unit            pcs
Qty ordered     2              List price      25.00
Discount        12             Net price       22.00
Net amount      44.00          Due             2026-05-29
Total: USD 122.00
Delivery date: 2026-06-30
"""


def test_cards_of_pairs_say_more_than_one_line_of_them() -> None:
    lines = read(PAIRS).lines
    assert [numbers(line) for line in lines] == [
        ("10054431", "3", "26.00", "78.00"),
        ("10054432", "2", "22.00", "44.00"),
    ]
    assert [line.line_number.value for line in lines if line.line_number] == ["1", "2"]


def test_what_stands_below_the_total_is_no_part_of_the_last_item() -> None:
    lines = read(PAIRS).lines
    assert [line.delivery_date.value for line in lines if line.delivery_date] == ["2026-05-28", "2026-05-29"]


def test_a_number_in_brackets_and_a_count_behind_a_cross() -> None:
    text = """
请按以下下单：
1）滤芯 10 µm L=35（H78S531/77） ×2只  @464.50元  =929.00元
2）深沟球轴承 6375（H38S538/73） ×3只  @710.02元  =2130.06元
采购订单 PO号：4500001025
"""
    assert [numbers(line) for line in read(text).lines] == [
        ("H78S531/77", "2", "464.50", "929.00"),
        ("H38S538/73", "3", "710.02", "2130.06"),
    ]


def test_what_only_some_items_state_may_be_their_neighbours() -> None:
    text = """
Purchase order 4500771203
UOM: set
Item: 1
Your part no.: 10054431
Quantity: 3
Price: 26.00
Amount: 78.00
UOM: kg
Item: 2
Your part no.: 10054432
Quantity: 2
Price: 22.00
Amount: 44.00
Total: USD 122.00
"""
    units = [line.unit for line in read(text).lines]
    wanted = ("set", "kg")
    assert all(
        unit is None or not unit.sure or unit.value == own for unit, own in zip(units, wanted, strict=True)
    )


def test_prices_with_labels_of_their_own_are_told_apart_by_the_arithmetic() -> None:
    text = """
Purchase order 4500771203
Item            1           Goods         Hose
Qty             2 m         Gross price   270.38
Discount        20          Your price    216.30
Ext. price      432.60      Your item     LP-23-8200
Item            2           Goods         Bolt
Qty             400 EA      Gross price   5.07
Discount        5           Your price    4.82
Ext. price      1928.00     Your item     LP-17-8237
Total: USD 2,360.60
"""
    assert [numbers(line) for line in read(text).lines] == [
        ("LP-23-8200", "2", "216.30", "432.60"),
        ("LP-17-8237", "400", "4.82", "1928.00"),
    ]


def test_a_remark_may_be_the_name_and_is_not_sure() -> None:
    text = """
Purchase order 4500771203
Buyer: Delta Works GmbH        Date: 2026-05-01

Line: 1
Quantity: 4
Text: Rotating face
Price: 10.00
Amount: 40.00
Total: USD 40.00
"""
    name = read(text).lines[0].description
    assert name is not None
    assert (name.value, name.sure) == ("Rotating face", False)


SIZED = """
Bestellung 4500771203
Pos. 10   Gleitringdichtung Kat. 2, Reihe B, {size}
          Unsere Materialnr. 70044118     Ihre Materialnr. 10077390
          {drawn} GA-7733 Rev. B
          {counted}             Lieferdatum: 18.09.2026
          Nettopreis     100,00 EUR pro 1 ST      200,00
Pos. 20   Packung
          Unsere Materialnr. 70044119     Ihre Materialnr. 10077391
          Menge: 3 ST             Lieferdatum: 18.09.2026
          Nettopreis     50,00 EUR pro 1 ST       150,00
Gesamtwert netto EUR                              350,00
"""


@pytest.mark.parametrize(
    ("size", "counted", "quantity"),
    [("90 mm", "Menge: 2 ST", "2"), ("28 l", "Menge: 2 ST", "2"), ("5 ST", "Menge: 2 ST", None)],
)
def test_a_measure_in_a_name_is_no_quantity(size: str, counted: str, quantity: str | None) -> None:
    line = assemble(paper(SIZED.format(size=size, counted=counted, drawn="laut Zeichnung"))).lines[0]
    assert line.quantity is not None
    if quantity is None:
        assert not line.quantity.sure
        return
    assert (line.quantity.value, line.quantity.sure) == (quantity, True)
    assert line.amount is not None
    assert (line.amount.value, line.amount.sure) == ("200.00", True)
    assert line.description is not None
    assert line.description.value == f"Gleitringdichtung Kat. 2, Reihe B, {size}"
    assert line.drawing_number is not None
    assert line.drawing_number.value == "GA-7733 Rev. B"


def test_the_number_at_the_head_of_a_further_page_is_none_of_an_item() -> None:
    text = SIZED.format(size="90 mm", counted="Menge: 2 ST", drawn="laut Zeichnung")
    text = text.replace("Pos. 20 ", "Nr. 4500771203 / 13.05.2026 / Blatt 2\nPos. 20 ")
    numbers = [line.line_number for line in assemble(paper(text)).lines]
    assert [(each.value, each.sure) for each in numbers if each] == [("10", True), ("20", True)]


CONDITIONS = """
Bestellung 4500771203
Pos. 10   Filterbeutel PP 35
          Unsere Materialnr. 70044118     Ihre Materialnr. 10077390
          Menge: 2 ST
          Bruttopreis           110,00 EUR pro 1 ST    220,00
          {taken}               10,000- %              22,00-
          Nettopreis            99,00 EUR pro 1 ST     198,00
Pos. 20   Packung
          Unsere Materialnr. 70044119     Ihre Materialnr. 10077391
          Menge: 3 ST
          Nettopreis            50,00 EUR pro 1 ST     150,00
Gesamtwert netto EUR                                   348,00
"""


@pytest.mark.parametrize("taken", ["Rabatt %", "Mengenrabatt %", "Ersatz fuer ABC"])
def test_what_is_taken_off_the_price_of_an_item_leaves_nothing_open(taken: str) -> None:
    line = assemble(paper(CONDITIONS.format(taken=taken))).lines[0]
    assert line.description is not None
    assert line.unit_price is not None
    assert (line.description.value, line.description.sure) == ("Filterbeutel PP 35", "%" in taken)
    assert (line.unit_price.value, line.unit_price.sure) == ("99.00", True)


SLASHED = """
订单号 PO No.: 26041188
日期 Date: 2026-04-02

1) Gland follower 压盖 Φ60×48×10
   贵方编号 GF-4410 / 我方编号 WX-0301
   3 套 x 650.00 = 1,950.00

2) Lantern ring 水封环 10×12
   贵方编号 LR-4432 / 我方编号 WX-0304
   2 套 x 380.00 = 760.00

不含税合计 Net: 2,710.00 CNY
"""


def test_a_slash_parts_the_codes_of_both_sides_and_a_measure_is_no_price() -> None:
    lines = assemble(paper(SLASHED)).lines
    found = [
        [field and field.value for field in (each.part_number, each.customer_part_number, each.unit_price)]
        for each in lines
    ]
    assert found == [["GF-4410", "WX-0301", "650.00"], ["LR-4432", "WX-0304", "380.00"]]


def test_a_slash_before_words_without_a_code_stays_in_the_name() -> None:
    text = SLASHED.replace("压盖 Φ60×48×10", "压盖 / 填料")
    line = assemble(paper(text)).lines[0]
    assert line.description is not None
    assert line.description.value == "Gland follower 压盖 / 填料"


def test_a_line_that_nothing_heads_inside_a_turned_table_ends_nothing() -> None:
    codes = "甲方备件号    MJ-30795      MJ-67164      MJ-67165      MJ-67166"
    row = f"使用部位\n制浆线              碱回收\n二期\n{codes}"
    lines = read(FOUR.format(row=row)).lines
    assert len(lines) == 4


CENTRED = """
采购订单
单号：JPCW-2
    品名：艉轴密封装置      规格：SSL-230        代号：LP-70-4973
1   订购数量：1套           单价：42600.00元     金额：42600.00元
    到货日期：2026-07-10    要求：配船检证书
    品名：海水泵机械密封    规格：CW-45          代号：LP-66-6975
2   订购数量：6套           单价：1125.00元      金额：6750.00元
    到货日期：2026-06-25    要求：两套备件
    品名：压载泵口环        规格：QSn5           代号：LP-57-1171
3   订购数量：4件           单价：890.00元       金额：3560.00元
    到货日期：2026-06-25    要求：—
合计：52910.00元
"""


def test_a_number_in_the_middle_of_its_card_numbers_what_stands_above_it_too() -> None:
    lines = assemble(paper(CENTRED)).lines
    found = [(line.line_number, line.description, line.part_number, line.quantity) for line in lines]
    assert [tuple(field.value if field else None for field in fields) for fields in found] == [
        ("1", "艉轴密封装置", "LP-70-4973", "1"),
        ("2", "海水泵机械密封", "LP-66-6975", "6"),
        ("3", "压载泵口环", "LP-57-1171", "4"),
    ]


COUNTED = """
Purchase order 4500771203
Buyer: Delta Works GmbH

Ticket     {0}          Name     Filter bag
Your no.   10054431     Our no.  DW-931
Qty        3            Unit     pcs
Price      26.00        Amount   78.00

Ticket     {1}          Name     Bearing housing
Your no.   10054432     Our no.  DW-932
Qty        1            Unit     pcs
Price      22.00        Amount   22.00

Total USD 100.00
"""


@pytest.mark.parametrize(
    ("counts", "numbers"),
    [(("1", "2"), ["1", "2"]), (("10", "20"), ["10", "20"]), (("3", "7"), [None, None])],
)
def test_a_strange_label_before_the_count_of_the_cards_numbers_them(
    counts: tuple[str, str], numbers: list[str | None]
) -> None:
    lines = read(COUNTED.format(*counts)).lines
    told = [line.line_number for line in lines]
    assert [field and field.value for field in told] == numbers
    assert not any(field is not None and field.sure for field in told)
    assert [line.quantity and line.quantity.value for line in lines] == ["3", "1"]
