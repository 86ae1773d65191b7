"""Headings that no list holds, by the words they are made of."""

import pytest

from extractors.lines.headings import recognise
from extractors.lines.item_table import make_column
from extractors.vocabulary.meanings import Role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Supplier art. no.", Role.SELLER_PART),
        ("Our mat. no.", Role.BUYER_PART),
        ("Code fournisseur", Role.SELLER_PART),
        ("Mfr. Part No.", Role.MAKER_PART),
        ("框架清单物料号", Role.PART),
        ("贵公司物料号", Role.SELLER_PART),
        ("您的物料编号", Role.SELLER_PART),
        ("1. Commodity and Specification", Role.DESCRIPTION),
        ("物料名称/规格", Role.DESCRIPTION),
        ("Artikelbezeichnung", Role.DESCRIPTION),
        ("Désignation", Role.DESCRIPTION),
        ("本次订购数量", Role.QUANTITY),
        ("2. Quantity", Role.QUANTITY),
        ("Q.tà", Role.QUANTITY),
        ("主计量", Role.UNIT),
        ("á price", Role.PRICE),
        ("原币单价", Role.PRICE),
        ("供货价", Role.PRICE),
        ("Prix unitaire HT", Role.PRICE),
        ("EXT COST", Role.AMOUNT),
        ("本次金额（元）", Role.AMOUNT),
        ("要求到货日", Role.DELIVERY),
        ("交（提）货时间", Role.DELIVERY),
        ("Delivery date (dd/mm/yyyy)", Role.DELIVERY),
        ("Positionsnummer", Role.LINE_NUMBER),
        ("Unit weight", Role.OTHER),
        ("SAP编码", Role.BUYER_PART),
        ("Lieferantenteilenummer", Role.SELLER_PART),
        ("物资编号", Role.MATERIAL_CODE),
        ("客户图号", Role.DRAWING),
        ("도면번호", Role.DRAWING),
        ("优惠后单价", Role.PRICE),
        ("EUR/pc", Role.PRICE),
        ("元/件", Role.PRICE),
        ("Price/pc", Role.PRICE),
        ("数量（台/套）", Role.QUANTITY),
        ("Qty. (PC)", Role.QUANTITY),
        ("交期(天)", Role.DELIVERY),
        ("Req'd date", Role.DELIVERY),
        ("下浮率", Role.DISCOUNT),
        ("报价单行号", Role.OTHER),
        ("Zolltarifnummer", Role.OTHER),
    ],
)
def test_a_heading_is_understood_by_its_words(text: str, role: Role) -> None:
    heading = recognise(text)
    assert heading is not None
    assert (heading.role, heading.exact) == (role, True)


@pytest.mark.parametrize(
    ("text", "included"),
    [("含税价", True), ("原币无税 单价", False), ("Amount (W/O VAT)", False), ("Price", None)],
)
def test_words_say_whether_a_price_holds_the_tax(text: str, *, included: bool | None) -> None:
    heading = recognise(text)
    assert heading is not None
    assert heading.tax_included is included


@pytest.mark.parametrize(
    "text", ["Amount 100.00", "Qty 2", "Order date", "Supplier name and seat", "W/O tax", "Inventory"]
)
def test_values_and_strange_words_are_no_heading(text: str) -> None:
    heading = recognise(text)
    assert heading is None or not heading.exact


def test_a_word_for_things_may_head_their_names_or_numbers() -> None:
    heading = recognise("备件")
    assert heading is not None
    assert heading.roles == {Role.PART, Role.DESCRIPTION}


def test_an_ending_belongs_to_the_line_above_it() -> None:
    column = make_column(0, 1, ["型号", "Model / Part", "No."])
    assert [heading.roles for heading in column.headings] == [{Role.MODEL, Role.PART}]
    stacked = make_column(0, 1, ["名称", "编码"])
    assert [heading.role for heading in stacked.headings] == [Role.DESCRIPTION, Role.PART]


@pytest.mark.parametrize(
    ("text", "role"),
    [("HVP MAT. CODE", Role.MATERIAL_CODE), ("KTX Item No.", Role.PART), ("ABC part number", Role.PART)],
)
def test_a_companys_short_name_before_a_heading_of_numbers_leaves_it_unsure(text: str, role: Role) -> None:
    heading = recognise(text)
    assert heading is not None
    assert (heading.role, heading.exact) == (role, False)


@pytest.mark.parametrize("text", ["HEAT NO.", "LOT CODE", "ROOM NO"])
def test_a_number_of_something_else_is_no_number_of_a_part(text: str) -> None:
    heading = recognise(text)
    assert heading is None or heading.role not in {Role.PART, Role.MATERIAL_CODE}


def test_a_small_word_inside_another_heads_nothing() -> None:
    assert recognise("Gland") is None
    assert recognise("GL and plant") is not None


@pytest.mark.parametrize("text", ["外形图号", "安装图编号", "外形图"])
def test_a_drawing_of_the_outline_is_a_drawing(text: str) -> None:
    heading = recognise(text)
    assert heading is not None
    assert heading.role is Role.DRAWING
