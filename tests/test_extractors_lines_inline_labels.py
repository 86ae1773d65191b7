"""Labelled pieces of a line inside an item."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.lines.texts.inline_labels import pieces
from extractors.vocabulary.meanings import Role


def said(text: str) -> list[tuple[Role | None, str]]:
    return [(piece.role, text[piece.start : piece.end].strip()) for piece in pieces(text)]


def test_marks_part_labelled_pieces() -> None:
    assert said("Del. date 12.06.2026 | your item 10024680 | galvanised") == [
        (Role.DELIVERY, "12.06.2026"),
        (Role.SELLER_PART, "10024680"),
        (None, "galvanised"),
    ]


def test_a_comma_parts_only_before_a_label() -> None:
    assert said("Delivery: June 12, 2026") == [(Role.DELIVERY, "June 12, 2026")]
    assert said("Packed in boxes, sealed") == []


def test_a_code_right_behind_the_word_for_a_thing_is_its_number() -> None:
    assert said("物料M0072240｜供应商物料RX-2214-070") == [
        (Role.MATERIAL_CODE, "M0072240"),
        (Role.SELLER_PART, "RX-2214-070"),
    ]
    assert said("物料316L") == []
    assert said("产品合格证") == []


def test_two_different_codes_of_one_kind_are_not_sure() -> None:
    text = """
Item  Your part no.  Description     Qty   Price   Amount
1     10030001       Shaft sleeve      2   50.00   100.00
                     Your part no.: 10030002
"""
    part = assemble(paper(text)).lines[0].part_number
    assert part is not None
    assert (part.value, part.sure, [each.value for each in part.candidates]) == (
        "10030001",
        False,
        ["10030002"],
    )


def test_a_date_that_a_sentence_follows_is_read_and_not_sure() -> None:
    rows = [
        ["Item", "Description", "Qty", "Price", "Amount"],
        ["1", "Delivery: 2026-07-19. Certificates with the goods", "2", "50.00", "100.00"],
    ]
    date = assemble(form("Purchase order", rows)).lines[0].delivery_date
    assert date is not None
    assert (date.value, date.sure) == ("2026-07-19", False)


def test_a_chinese_label_ends_where_its_code_begins() -> None:
    assert said("图纸号5-59131-04 Rev.A") == [(Role.DRAWING, "5-59131-04 Rev.A")]
    assert said("客户物料号LTS-145-11") == [(Role.BUYER_PART, "LTS-145-11")]
    assert said("六角螺栓M12x65") == []


def test_labels_with_their_values_stand_side_by_side_without_a_mark() -> None:
    assert said("Your part no. 10034411 Our part no. QX-7714-2 Need by 08/21/26") == [
        (Role.SELLER_PART, "10034411"),
        (Role.BUYER_PART, "QX-7714-2"),
        (Role.DELIVERY, "08/21/26"),
    ]
    assert said("Your part no. 10034411 Drawing TR-2240 Rev. B") == [
        (Role.SELLER_PART, "10034411"),
        (Role.DRAWING, "TR-2240 Rev. B"),
    ]


def test_what_has_a_word_besides_is_no_line_of_labels() -> None:
    assert said("Your part no. 10034411 replaces our part no. QX-7714-2") == []
    assert said("Ring 142x4 to drawing TR-2240") == []


DRAWN = """
Bestellung 4500012345
Pos  Unsere Art.-Nr.   Bezeichnung    Menge   Preis   Betrag
10   TR-20114          Laufrad        2       50,00   100,00
                       Zeichnungs-Nr.: {drawing}
Summe                                                 100,00
"""


@pytest.mark.parametrize(
    ("drawing", "sure"), [("WX 3-40121-00 c", True), ("WX 3-40121-00 oben", False), ("nach Muster c", False)]
)
def test_a_drawing_may_bear_the_index_of_its_revision(drawing: str, *, sure: bool) -> None:
    found = assemble(paper(DRAWN.format(drawing=drawing))).lines[0].drawing_number
    assert found is not None
    assert (found.value, found.sure) == (drawing, sure)


@pytest.mark.parametrize(
    ("text", "drawing"),
    [
        ("As per DRG HV-ME-118 SH 2", "HV-ME-118 SH 2"),
        ("acc. to drawing 7-118-04 Rev.B", "7-118-04 Rev.B"),
        ("nach Zeichnung 4-2207.02", "4-2207.02"),
        ("按图纸号 HT-1182-03", "HT-1182-03"),
    ],
)
def test_words_may_lead_to_a_drawing(text: str, drawing: str) -> None:
    assert said(text) == [(Role.DRAWING, drawing)]


@pytest.mark.parametrize(
    "text",
    ["according to DIN 24960", "Suit seat holder item 20 of DRG.", "see drawing", "to drawing office 2"],
)
def test_what_leads_to_no_drawing_names_none(text: str) -> None:
    assert Role.DRAWING not in {role for role, _ in said(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Art.-Nr. K 30.114", [(Role.PART, "K 30.114")]),
        ("Your item XR 118-204", [(Role.SELLER_PART, "XR 118-204")]),
        ("Art.-Nr. DIN 24960", []),
        ("Art.-Nr. M 12", []),
        ("Your item as before 1234", []),
    ],
)
def test_a_number_may_have_the_letters_of_its_series_before_a_blank(
    text: str, found: list[tuple[Role, str]]
) -> None:
    assert said(text) == found


def test_a_dot_ends_a_labelled_code_whatever_follows() -> None:
    assert said("Customer part 61-004420-9 · Ship-to 2210") == [
        (Role.BUYER_PART, "61-004420-9"),
        (None, "Ship-to 2210"),
    ]
    assert said("Your item 10024680 • Drawing GA-4410 Rev.B • Bin 7") == [
        (Role.SELLER_PART, "10024680"),
        (Role.DRAWING, "GA-4410 Rev.B"),
        (None, "Bin 7"),
    ]


@pytest.mark.parametrize(
    "text", ["Seal 40 · for pump 3", "Material steel · galvanised", "Ship-to 2210 · Bin 7"]
)
def test_a_dot_parts_nothing_where_no_code_is_labelled(text: str) -> None:
    assert not any(role in {Role.SELLER_PART, Role.BUYER_PART, Role.DRAWING} for role, _ in said(text))


def test_a_delivery_behind_a_drawing_is_a_piece_of_its_own() -> None:
    assert said("Zeichnung GA-4410 Rev.04, Anlieferung KW 27/2027") == [
        (Role.DRAWING, "GA-4410 Rev.04"),
        (Role.DELIVERY, "KW 27/2027"),
    ]
    assert said("Anlieferung Tor 3, Halle 2") == []


@pytest.mark.parametrize("revision", ["Rev B", "Stand 3", "Ausgabe C"])
def test_a_dot_parts_no_drawing_from_its_revision(revision: str) -> None:
    drawn = [text for role, text in said(f"Drawing GA-4410 · {revision}") if role is Role.DRAWING]
    assert drawn != ["GA-4410"]


def test_a_code_behind_initials_parts_from_the_labelled_one_beside_it() -> None:
    assert said("Maker code 10046638 / KRT stock KR-7741-01") == [
        (Role.MAKER_PART, "10046638"),
        (None, "KRT stock KR-7741-01"),
    ]


@pytest.mark.parametrize(
    "text", ["Maker code 10046638 / KRT stock", "Seal 50 mm / KRT stock KR-7741-01", "Seal 50 / PN 16"]
)
def test_a_stroke_parts_no_words_from_a_code_and_no_code_from_a_name(text: str) -> None:
    assert not any(role is None and found.startswith("KRT") for role, found in said(text))


def test_the_code_behind_the_buyers_initials_is_proposed() -> None:
    text = """
Karrow Terminal Pte. Ltd.
Purchase Order KT-4410
Supplier: Linde Sealing Co., Ltd.

Item  Description                                   Qty     Unit price    Amount
1     Seal support system, 20 L                     1 SET      4860.00   4860.00
      Maker code 10046638 / KT stock KT-7741-01
Total                                                                    4860.00
"""
    line = assemble(paper(text)).lines[0]
    assert line.part_number is not None
    assert line.customer_part_number is not None
    assert (line.part_number.value, line.customer_part_number.value) == ("10046638", "KT-7741-01")
    assert not line.customer_part_number.sure
