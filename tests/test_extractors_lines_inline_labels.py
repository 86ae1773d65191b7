"""Labelled pieces of a line inside an item."""

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
