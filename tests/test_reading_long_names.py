"""Names that end in other columns or lines, notes below names, cards with units first, items by letters."""

import pytest
from paper import words_of
from typed_orders import read, sure, told, value

from extractors.lines.doubts import stray_texts
from extractors.lines.headings import recognise
from extractors.lines.item import Item, Text
from extractors.lines.item_table import Row
from extractors.lines.texts import clause_values, labelled_codes
from extractors.page.runs import make_run
from extractors.vocabulary.meanings import Role
from models.page import Box, Page

PAGE = Page(1, 600.0, 800.0, ())


LED = """
Item  Description         Qty      Unit price     Amount
1     Gland packing       RK-95
      Your part no.: GP-2207
                          2 sets      695.00    1,390.00
2     Bellows seal MB85 Alloy      718
      Your part no.: BS-4410
                          3 sets      100.00      300.00
3     Shaft sleeve 60
      Your part no.: SL-6001
                          4 sets       50.00      200.00
Total                                           1,890.00
"""


def test_the_end_of_a_name_in_the_columns_of_numbers_is_no_number() -> None:
    lines = read(LED).lines
    assert told(lines, "part_number", "quantity", "unit_price", "amount") == [
        ("GP-2207", "2", "695.00", "1390.00"),
        ("BS-4410", "3", "100.00", "300.00"),
        ("SL-6001", "4", "50.00", "200.00"),
    ]
    assert [value(line.description) for line in lines] == [
        "Gland packing RK-95",
        "Bellows seal MB85 Alloy 718",
        "Shaft sleeve 60",
    ]


ENDS = """
Item  Description         Qty      Unit price     Amount
1     Gland packing       {end}
      Your part no.: GP-2207
                          2 sets      695.00    1,390.00
2     Bellows seal MB85
      Your part no.: BS-4410
                          3 sets      100.00      300.00
Total                                           1,690.00
"""


@pytest.mark.parametrize(
    ("end", "certain"), [("RK-95", True), ("718", False), ("SET 5", False), ("5", False)]
)
def test_a_name_that_a_number_of_another_column_may_end_is_not_sure(end: str, *, certain: bool) -> None:
    lines = read(ENDS.format(end=end)).lines
    assert value(lines[0].description) == f"Gland packing {end}"
    assert sure(lines, "description") == [certain, True]
    assert sure(lines, "quantity") == [True, True]


def test_a_unit_below_its_quantity_stays_one() -> None:
    lines = read("""
Your part no.   Description            Qty     Unit price     Amount
GP-2207         Gland packing            2         695.00   1,390.00
                graphite              sets
SL-6001         Shaft sleeve             4          50.00     200.00
                steel                  pcs
Total                                                       1,590.00
""").lines
    assert told(lines, "quantity", "unit") == [("2", "sets"), ("4", "pcs")]


@pytest.mark.parametrize(
    ("further", "code", "lines"),
    [
        ("316/FG", "LP-36-1985", 2),
        ("2Z/C3", "10064022", 2),
        ("GA-4159-02", "10064022", 1),
        ("PN16", "A-12", 1),
    ],
)
def test_a_material_or_a_size_ends_the_name_above_a_number(further: str, code: str, lines: int) -> None:
    headings = [recognise("Description"), recognise("Your part no.")]
    known = [each for each in headings if each is not None]
    cell = [make_run(PAGE, words_of(text, 20.0, 40.0)) for text in ("Spiral wound gasket", further, code)]
    assert labelled_codes.name_lines(known, cell) == lines


NOTED = """
Your part no.   Description            Qty     Unit price     Amount
GP-2207         Gland packing            2         695.00   1,390.00
SL-6001         Shaft sleeve             1           0.00       0.00
                ** free of charge **
Total                                                       1,390.00
"""


def test_a_note_between_stars_is_no_part_of_the_name() -> None:
    assert [value(line.description) for line in read(NOTED).lines] == ["Gland packing", "Shaft sleeve"]


def test_figures_between_stars_may_be_the_size_of_the_thing() -> None:
    lines = read(NOTED.replace("free of charge", "10 mm")).lines
    assert sure(lines, "description") == [True, False]


def item_with(text: str) -> Item:
    run = make_run(PAGE, words_of(text, 20.0, 40.0))
    return Item(Row(PAGE, Box(0.0, 0.0, 9.0, 9.0), ()), {}, unknown=(Text(run, 0, len(text), None),))


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("8484.20", False),
        ("8484.20 1.35", False),
        ("8484.20.00", False),
        ("GA-4410-2", True),
        ("84842031", True),
    ],
)
def test_a_number_for_the_customs_is_no_part_number(text: str, *, coded: bool) -> None:
    assert bool(list(stray_texts.codes(item_with(text)))) is coded


def test_what_an_overhaul_is_for_has_its_own_month() -> None:
    body = NOTED.replace("** free of charge **", "für die Revision der Pumpe im Mai 2026")
    assert all(line.delivery_date is None for line in read(body).lines)


OPTION = """
Your part no.   Description                Qty     Unit price     Amount
GP-2207         Gland packing                2         695.00   1,390.00
SL-6001         Shaft sleeve - cancelled     4         500.00   2,000.00
Total                                                           {total}
"""


@pytest.mark.parametrize(("total", "items"), [("1,490.00", 1), ("3,300.00", 2), ("2,400.00", 2)])
def test_a_cancelled_item_is_none_where_the_sum_is_clearly_nearer_without_it(total: str, items: int) -> None:
    assert len(read(OPTION.format(total=total)).lines) == items


@pytest.mark.parametrize(("total", "told_of"), [("1,490.00", True), ("1,390.00", False), ("3,390.00", False)])
def test_a_row_left_out_that_no_sum_proves_to_be_none_is_told_with_its_place(
    total: str, *, told_of: bool
) -> None:
    found = [each for each in read(OPTION.format(total=total)).problems if each.code == "row_left_out"]
    places = [each.evidence for each in found if each.evidence is not None]
    assert len(found) == told_of
    assert all("Shaft sleeve - cancelled" in place.text and place.box is not None for place in places)
    assert len(places) == len(found)


CARDS = """
{first} Stationary seat
Your part no.: {label}DS-4711
Qty: {qty}
Unit price: 351.00
Amount: 3,510.00
{second} Rotating face
Your part no.: DS-4712
Qty: {qty}
Unit price: 100.00
Amount: 1,000.00
Total: 4,510.00
"""


@pytest.mark.parametrize(("first", "second"), [("A.", "B."), ("A)", "B)"), ("(a)", "(b)")])
def test_items_may_be_numbered_with_letters(first: str, second: str) -> None:
    lines = read(CARDS.format(first=first, second=second, label="", qty="10 pcs")).lines
    assert told(lines, "line_number", "part_number") == [
        (first.strip(".()"), "DS-4711"),
        (second.strip(".()"), "DS-4712"),
    ]


SECTIONS = """
A. Spares for P-1201
Shaft sleeve
Your part no.: DS-4711
Qty: 2 pcs
Unit price: 10.00
Amount: 20.00
Seal ring
Your part no.: DS-4712
Qty: 2 pcs
Unit price: 20.00
Amount: 40.00
B. Spares for P-1202
Cover
Your part no.: DS-4713
Qty: 1 pcs
Unit price: 5.00
Amount: 5.00
Total: 65.00
"""


def test_the_letters_of_sections_number_no_items() -> None:
    assert told(read(SECTIONS).lines, "part_number", "description", "amount") == [
        ("DS-4711", "Shaft sleeve", "20.00"),
        ("DS-4712", "Seal ring", "40.00"),
        ("DS-4713", "Cover", "5.00"),
    ]


def test_a_card_may_give_the_unit_before_its_count() -> None:
    lines = read(CARDS.format(first="1.", second="2.", label="", qty="SET 10")).lines
    assert told(lines, "quantity", "unit", "amount") == [("10", "SET", "3510.00"), ("10", "SET", "1000.00")]


@pytest.mark.parametrize(
    ("value_text", "role"),
    [("1000", Role.PRICE_PER), ("100 pcs", Role.PRICE_PER), ("1", Role.PRICE_PER), ("57.30", None)],
)
def test_a_price_unit_of_so_many_is_what_the_price_is_for(value_text: str, role: Role | None) -> None:
    heading = recognise("Price unit")
    assert heading is not None
    assert clause_values.based(heading, value_text).role is role


def test_a_price_at_a_sign_behind_the_unit_is_parted_from_it() -> None:
    lines = read("""
波纹管密封 MB85
供货方货号：LP-12-9600
1套@ ¥18,980.00 = ¥18,980.00
滤芯 RE-95
供货方货号：LP-23-9637
4个@ ¥602.00 = ¥2,408.00
价税合计：¥21,388.00
""").lines
    assert told(lines, "part_number", "quantity", "unit_price") == [
        ("LP-12-9600", "1", "18980.00"),
        ("LP-23-9637", "4", "602.00"),
    ]


def test_a_word_that_another_one_has_to_follow_ends_no_heading() -> None:
    lines = read("""
Pos.  Your part no.  Description        Qty    Price excl. tax    Net amount
1     GP-2207        Graphite packing  12.5        362.09  / 1      4,526.13
2     SL-6001        Shaft sleeve         2     11,894.18  / 1     23,788.36
3     SL-6002        Shaft sleeve         5        357.48  / 1      1,787.40
Total                                                             30,101.89
""").lines
    assert told(lines, "unit_price", "price_per") == [("362.09", "1"), ("11894.18", "1"), ("357.48", "1")]


def test_names_and_codes_below_each_other_under_two_headings_are_two_columns() -> None:
    lines = read("""
      Your part no.   Goods                 Qty
Item                  Drawing no.           U/M   Unit price   Amount
A     LP-32-2000      Hex bolt M12x45      1200         4.00  4800.00
                      5-59131-04 Rev.A       pc
B     LP-28-2037      Filter element 10       1       722.93   722.93
                      6-1138-04 Rev.04       PC
Total                                                         5522.93
""").lines
    assert told(lines, "description", "drawing_number") == [
        ("Hex bolt M12x45", "5-59131-04 Rev.A"),
        ("Filter element 10", "6-1138-04 Rev.04"),
    ]


def test_a_label_that_touches_the_value_before_it_begins_a_clause() -> None:
    lines = read("""
1. 石墨盘根 45x10
供货方货号：LP-16-2800图纸编号：47931-11
2.5 KG @ 265.00 = 662.50
2. 叶轮 CF8M
供货方货号：LP-21-2837图纸编号：90938-11
1 个 @ 3,979.00 = 3,979.00
含税总金额：4,641.50
""").lines
    assert told(lines, "part_number", "drawing_number") == [
        ("LP-16-2800", "47931-11"),
        ("LP-21-2837", "90938-11"),
    ]


@pytest.mark.parametrize(
    ("foot", "items"),
    [
        ("Calder Refining Limited  Reg. 02218476  VAT 418 2206 13  Page 1 of 3", 2),
        ("Nordkai  ·  48   02218476   2206   · Page 1", 2),
        ("安泰  48   02218476   2206   第 1 页 共 3 页", 2),
    ],
)
def test_the_foot_of_a_page_between_items_is_none(foot: str, items: int) -> None:
    body = f"""
Item  Your part no.  Description            Qty   Unit price     Amount
10    GP-2207        Gland packing            2       695.00   1,390.00
{foot}
20    SL-6001        Shaft sleeve             4       500.00   2,000.00
Total                                                          3,390.00
"""
    assert [value(line.part_number) for line in read(body).lines] == ["GP-2207", "SL-6001"][:items]
