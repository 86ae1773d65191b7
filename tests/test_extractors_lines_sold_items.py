"""The one thing that a contract sells in sentences, and the numbers of clauses and columns around items."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.lines.headings import recognise
from extractors.vocabulary.meanings import Role
from models.reading import OrderLine, Reading

CONTRACT = """
设备采购合同
合同编号：RH2028-SB-71
甲方：瑞和造纸有限公司
乙方：康固轴封有限公司
签订日期：2028年3月4日
1.1 乙方向甲方提供{goods}。
2.1 每台含税单价人民币{price}元，合同总额人民币{total}元。
2.2 总额含9%增值税及运至甲方现场的一切费用。
"""
GOODS = "水环真空泵轴封3台，乙方产品型号KG-VP-55D，用于甲方2号纸机"


def _reading(goods: str = GOODS, price: str = "1,250.00", total: str = "3,750.00") -> Reading:
    return assemble(paper(CONTRACT.format(goods=goods, price=price, total=total)))


def _values(line: OrderLine) -> list[str | None]:
    fields = (line.part_number, line.description, line.quantity, line.unit, line.unit_price, line.amount)
    return [field.value if field is not None else None for field in fields]


def test_the_only_thing_that_sentences_sell_is_the_item_and_never_sure() -> None:
    (line,) = _reading().lines
    assert _values(line) == ["KG-VP-55D", "水环真空泵轴封", "3", "台", "1250.00", "3750.00"]
    assert not any(
        field.sure for field in (line.part_number, line.description, line.quantity, line.unit_price) if field
    )


def test_the_total_of_such_a_contract_stays_the_order_s() -> None:
    total = _reading().header.total_amount
    assert total is not None
    assert total.value == "3750.00"


@pytest.mark.parametrize(
    "reading",
    [
        _reading(total="3,800.00"),
        _reading("水环真空泵轴封3台，乙方向甲方提供轴套5件"),
        _reading("以下货物3台"),
        _reading("技术资料3日内"),
    ],
)
def test_sentences_that_sell_several_or_do_not_close_make_no_item(reading: Reading) -> None:
    assert not reading.lines


def test_an_only_item_has_not_the_number_of_its_clause() -> None:
    text = """
    采购合同
    合同编号：RH-28-71
    甲方：瑞和造纸有限公司
    乙方：康固轴封有限公司
    一、采购内容
    产品名称：水环真空泵轴封
    数量：3台
    含税单价：1,250.00元/台
    合同总价：3,750.00元
    二、质量保证：质保12个月。
    三、争议：协商解决。
    """
    (line,) = assemble(paper(text.replace("\n    ", "\n"))).lines
    assert line.line_number is None
    assert line.quantity is not None
    assert line.quantity.value == "3"


@pytest.mark.parametrize(
    ("text", "role"),
    [("(4) 数量", Role.QUANTITY), ("②名称", Role.DESCRIPTION), ("（5）单价 EUR", Role.PRICE)],
)
def test_the_number_of_a_column_is_no_part_of_its_heading(text: str, role: Role) -> None:
    found = recognise(text)
    assert found is not None
    assert found.exact
    assert found.role is role


def test_numbered_headings_in_a_line_head_a_table() -> None:
    text = """
    采购合同
    合同编号：RH-28-71
    买方：瑞和造纸有限公司
    卖方：康固轴封有限公司

    (1) 项目     (2) 卖方货号       (3) 名称          (4) 数量       (5) 单价 EUR       (6) 总价 EUR
    1            KG-551-A           轴封              4 套           150.00             600.00
    2            KG-551-B           轴套              8 套           75.00              600.00
                                                                     (7) 合计 EUR       1,200.00
    """
    reading = assemble(paper(text.replace("\n    ", "\n")))
    assert [line.part_number.value for line in reading.lines if line.part_number] == ["KG-551-A", "KG-551-B"]
    assert all(line.quantity is not None and line.quantity.sure for line in reading.lines)
    assert reading.header.currency is not None
    assert reading.header.currency.value == "EUR"


def test_a_number_in_brackets_alone_is_no_heading() -> None:
    assert recognise("(3)") is None


def test_labels_with_numbers_beside_them_still_head_no_table() -> None:
    rows = [["数量", "12", "单价", "20.00", "图号", "RH-7710-A"]]
    assert not assemble(form("采购合同\n合同编号：RH-28-71\n", rows)).lines
