"""Words by which letters, sheets and mails of other customers say what they order."""

from collections.abc import Sequence

import pytest
from paper import form, paper, sheet

from extractors.assemble import assemble
from extractors.header.conditions import placed_days
from extractors.header.labelling.value_types import narrowed
from extractors.header.numbering.number_shapes import CODE
from extractors.lines.headings import recognise
from extractors.lines.texts import item_clauses, spoken_numbers
from extractors.vocabulary.meanings import Label, Role
from models.reading import Field, OrderLine


def value(field: Field | None) -> str | None:
    return field.value if field is not None else None


def lines(text: str) -> Sequence[OrderLine]:
    return assemble(paper(text)).lines


SLEEVES = """
PURCHASE ORDER
Our order: LK-2207
We order as follows:
1. Shaft nut, 304L, dia 40, your part no. 10066231
2 pcs at EUR 30.00 each, making EUR 60.00.
2. Gland, 316L, dia 60, your part no. 10066232
5 pcs at EUR 12.00 each, making EUR 60.00.
Total EUR 120.00
"""


def test_the_number_of_a_steel_is_no_quantity_of_litres() -> None:
    found = lines(SLEEVES)
    assert [value(line.quantity) for line in found] == ["2", "5"]
    assert [value(line.unit) for line in found] == ["pcs", "pcs"]
    assert spoken_numbers.stated("250L") is not None


def test_a_price_of_each_may_say_that_it_holds_the_tax() -> None:
    text = """
关于订购备件的函
一、叶轮（贵公司物料号10066231）2台，每台含税价300.00元，计600.00元；
二、轴套（贵公司物料号10066232）5套，每套不含税单价12.00元，计60.00元。
"""
    assert [value(line.unit_price) for line in lines(text)] == ["300.00", "12.00"]


SHIPS = [
    ["项次", "存货编码", "存货名称", "图号", "单位", "数量", "单价", "金额", "船号/用途"],
    ["1", "3010-000781", "端盖", "QT-220B", "件", "3", "5.00", "15.00", "HN-2207"],
    ["2", "3010-000795", "轴套", "QT-221A", "件", "6", "7.00", "42.00", "HN-2208"],
]


def test_for_which_ship_a_thing_is_ordered_is_no_number_of_a_part() -> None:
    found = assemble(sheet([["采购订单"], *SHIPS, ["合计", "", "", "", "", "", "", "57.00"]])).lines
    assert [value(line.part_number) for line in found] == [None, None]
    assert [value(line.customer_part_number) for line in found] == ["3010-000781", "3010-000795"]


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("型号 Your model", {Role.SELLER_PART}),
        ("型号 Our part no.", {Role.BUYER_PART}),
        ("型号 Model", {Role.MODEL}),
        ("你们编码", {Role.SELLER_PART}),
        ("我们编码", {Role.BUYER_PART}),
    ],
)
def test_whose_number_a_model_is_may_be_said_in_the_other_language(heading: str, roles: set[Role]) -> None:
    found = recognise(heading)
    assert found is not None
    assert found.roles == roles


def test_a_size_before_a_bracket_with_a_code_is_no_product() -> None:
    text = """
订单编号：HL-77
1. 垫片（你们编码 10077165），3套，单价20.00元，共60.00元
2. O型圈 FKM 48×2.4（你们编码 10020753），30根，单价4.50元，共135.00元
合计：195.00元
"""
    second = lines(text)[1]
    assert (value(second.part_number), value(second.description)) == ("10020753", "O型圈 FKM 48×2.4")


@pytest.mark.parametrize(
    ("text", "is_day"),
    [
        ("before 5 May 2027 from Ningbo, LCL", True),
        ("not later than 5 May 2027", True),
        ("5 May 2027 ex Qingdao", True),
        ("Quay 4, Leixões", False),
        ("5 May Street, Lagos", False),
    ],
)
def test_when_goods_leave_from_where_is_no_place_they_go_to(text: str, *, is_day: bool) -> None:
    assert placed_days.is_day(text) is is_day


def test_a_label_of_a_time_or_place_before_a_day_is_that_of_a_time() -> None:
    either = frozenset({Label.DELIVERY, Label.PLACE})
    assert narrowed(either, "Not later than 5 May 2027, from Ningbo by sea.") == {Label.DELIVERY}
    assert narrowed(either, "Quay 4, Leixões, 2027") == {Label.PLACE}


def test_the_day_until_which_a_credit_is_opened_is_no_day_of_the_delivery() -> None:
    text = """
PURCHASE ORDER PO-2207
Port      Laem Noi, Thailand
Payment   By L/C at sight, to be opened by June 5, 2027
"""
    assert value(assemble(paper(text)).header.delivery_date) != "2027-06-05"


def test_a_number_may_begin_the_line_below_its_label_in_a_sentence() -> None:
    text = """
备件买卖合同
买受人经比价（比价单号 BJ26-0077）确定出卖人为成交供应商，成交报价单号：
20044718。双方经协商一致，订立本合同。
"""
    assert value(assemble(paper(text)).header.quotation_number) == "20044718"


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("按你20044122的报价下单，订单编号QL-0402-3，请尽快安排。", "20044122"),
        ("按贵公司20044122号的报价下单，订单编号QL-0402-3，请安排。", "20044122"),
        ("请按报价下单，订单编号QL-0402-3，请尽快安排。", None),
    ],
)
def test_the_number_before_the_word_is_that_of_the_offer_and_the_orders_is_none(
    said: str, number: str | None
) -> None:
    assert (
        value(assemble(paper(f"{said}\n1. 叶轮 2件 单价10.00元 共20.00元")).header.quotation_number) == number
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("QX2026采字第0627号", "QX2026采字第0627号"),
        ("QX2026购销字第 12 号。", "QX2026购销字第 12 号"),
        ("QX2026采购部", "QX2026"),
    ],
)
def test_a_number_may_say_by_whom_it_was_given(text: str, number: str) -> None:
    found = CODE.match(text)
    assert found is not None
    assert found[0] == number


CLAUSES = """
采购合同
合同号：QX2026-118
第1条 货物
1.1 以下货物按图纸供货。
第2条 付款
2.1 货到验收合格后30天内电汇付清。
2.2 卖方开户行：农行某支行，账号0206 0401 0400 13377。
第3条 其他
3.1 本合同一式贰份。
"""


def test_the_bank_is_no_part_of_the_terms_in_a_clause_of_payment() -> None:
    terms = assemble(paper(CLAUSES)).header.payment_terms
    assert value(terms) == "货到验收合格后30天内电汇付清"


def test_a_label_that_says_where_goods_arrive_has_the_day_of_an_item() -> None:
    text = """
PURCHASE ORDER no. LK-2207
1) Seal
   Your code: 10088140
   Quantity: 3 pieces
   Unit price: USD 10.00
   Amount: USD 30.00
   Delivery at our mill: 29 May 2027
2) Ring
   Your code: 10088152
   Quantity: 2 pieces
   Unit price: USD 5.00
   Amount: USD 10.00
   Delivery at our mill: 8 May 2027
Total of this order: USD 40.00
"""
    found = lines(text)
    assert [value(line.description) for line in found] == ["Seal", "Ring"]
    assert [value(line.delivery_date) for line in found] == ["2027-05-29", "2027-05-08"]


def test_a_sum_may_say_behind_it_that_it_is_net() -> None:
    rows = [
        ["Pos", "Part no.", "Description", "Qty", "Price EUR", "Amount EUR"],
        ["1", "10093301", "Lip seal", "6", "2.00", "12.00"],
    ]
    for said in ("net, without VAT", "net"):
        reading = assemble(form("PURCHASE ORDER\nOrder number: 26-77", rows, f"Sum: EUR 12.00 {said}"))
        assert value(reading.header.total_amount) == "12.00"


def test_that_goods_reach_us_by_a_day_says_when_they_are_delivered() -> None:
    text = "PURCHASE ORDER PO-118\nPlease see that everything reaches us by 26 June 2027, as agreed.\n"
    assert value(assemble(paper(text.replace("reaches", "will reach"))).header.delivery_date) == "2027-06-26"
    assert value(assemble(paper(text)).header.delivery_date) == "2027-06-26"


@pytest.mark.parametrize(
    ("heading", "role"), [("Unit EUR", Role.PRICE), ("Unit (USD)", Role.PRICE), ("Unit", Role.UNIT)]
)
def test_a_unit_in_some_currency_is_a_price(heading: str, role: Role) -> None:
    found = recognise(heading)
    assert found is not None
    assert found.role is role


def test_the_title_of_a_clause_set_wide_is_no_quantity() -> None:
    text = """
设备采购合同
合同编号：TX2026-SB-0073
1 标的
轴套备件
2 价格
每套含税价146.00元，总价293.00元。
3 支 付
3.1 货到付款。
"""
    for line in lines(text):
        assert value(line.quantity) is None
        assert line.unit is None


def test_a_unit_that_neither_label_nor_product_proves_is_not_sure() -> None:
    text = """
订单编号：HL-77
1. 垫片，3套，单价20.00元，共61.00元
2. 轴套，2件，单价4.50元，共9.00元
合计：70.00元
"""
    assert [line.unit.sure for line in lines(text) if line.unit] == [False, True]


@pytest.mark.parametrize(
    ("numbers", "complete"),
    [(["A1", "A2", "B1"], True), (["A1", "A2", "A3"], False), (["A1", "B1", "B3"], False)],
)
def test_the_letters_of_sections_count_on_with_their_numbers(numbers: list[str], *, complete: bool) -> None:
    rows = [[each, f"E560-{at}", "轴套", "2", "5.00", "10.00"] for at, each in enumerate(numbers, 32)]
    heading = ["项次", "贵司型号", "名称", "数量", "单价", "金额"]
    found = assemble(form("采购订单", [heading, *rows], "合计 30.00")).lines
    assert [line.line_number.sure for line in found if line.line_number] == [complete] * 3


def test_sellers_in_the_plural_own_their_codes() -> None:
    found = recognise("卖方编码 Sellers' code")
    assert found is not None
    assert (found.role, found.exact) == (Role.SELLER_PART, True)


def test_a_spare_thing_is_called_so() -> None:
    assert item_clauses.role_of("Spare seal cartridge for AG 100") is None
    assert item_clauses.role_of("Spare: seal cartridge for AG 100") is not None


def test_what_may_be_the_day_of_an_offer_is_not_surely_its_number() -> None:
    text = "订货函\n按贵公司{}的报价订购下列备件。\n1. 叶轮 2件 单价10.00元 共20.00元"
    found = [assemble(paper(text.format(each))).header.quotation_number for each in ("20260315", "20044122")]
    assert [each.sure for each in found if each is not None] == [False, True]
