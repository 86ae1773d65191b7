"""Items as shops print them: the price above how often, and what that makes at the right."""

from paper import paper

from extractors.assemble import assemble
from models.reading import Field, Kind, Reading

SHOP = """
南湾物资商城                                订货单  SC730518
采购单位：南湾环保设备有限公司              店铺：津海密封旗舰店

        轴封 RK-40                          ¥150.00      小计
图片    供应商货号：KG-5510                 ×4套         ¥{first}
        企业物料编码：WZ-40118

        灯笼环 PTFE                         ¥75.00       小计
图片    供应商货号：KG-5528                 ×8件         ¥600.00
        企业物料编码：WZ-40131

应付总额：¥1,200.00
"""


def told(*fields: Field | None) -> list[str | None]:
    return [None if field is None else field.value for field in fields]


def read(first: str = "600.00") -> Reading:
    return assemble(paper(SHOP.format(first=first)))


def test_a_price_above_how_often_and_what_that_makes_are_an_item() -> None:
    reading = read()
    assert reading.kind is Kind.PURCHASE_ORDER
    assert [told(each.quantity, each.unit, each.unit_price, each.amount) for each in reading.lines] == [
        ["4", "套", "150.00", "600.00"],
        ["8", "件", "75.00", "600.00"],
    ]


def test_the_texts_of_a_card_name_its_thing_and_its_numbers() -> None:
    assert [told(each.part_number, each.customer_part_number, each.description) for each in read().lines] == [
        ["KG-5510", "WZ-40118", "轴封 RK-40"],
        ["KG-5528", "WZ-40131", "灯笼环 PTFE"],
    ]


def test_cards_of_which_one_does_not_close_are_no_items() -> None:
    assert read(first="640.00").lines == ()


def test_a_code_that_looks_like_a_number_is_open_and_not_absent() -> None:
    text = SHOP.format(first="600.00").replace("WZ-40118", "40.118")
    code = assemble(paper(text)).lines[0].customer_part_number
    assert code is not None
    assert (code.value, code.sure) == ("40.118", False)
