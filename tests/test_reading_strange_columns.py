"""A heading, a caption or a label inside an item that nobody knows: what it states is not surely absent."""

import pytest
from paper import form, paper
from reading_attacks import CHINESE, ENGLISH, UNSURE, Attack, finds
from typed_orders import HEAD, read, sure, told, value

from extractors.assemble import assemble
from models.reading import Reading


def _renamed(attack: Attack, at: int, heading: str) -> list[list[str]]:
    first, *rest = attack.base.rows
    return [[*first[:at], heading, *first[at + 1 :]], *map(list, rest)]


@pytest.mark.parametrize(
    ("at", "heading", "name"),
    [
        (0, "Duke", "line_number"),
        (1, "Your foty", "part_number"),
        (2, "Our foty", "customer_part_number"),
        (3, "Nokumen", "description"),
    ],
)
def test_a_column_that_nobody_knows_is_not_surely_nothing(at: int, heading: str, name: str) -> None:
    rows, changed = _renamed(Attack(heading), at, heading), {name: UNSURE}
    assert finds(Attack(heading, rows=rows, lines=(changed, changed))) == []


@pytest.mark.parametrize(
    ("at", "heading", "name"),
    [(0, "齾灪", "line_number"), (1, "靐灪齾灪", "part_number"), (3, "麤龘", "drawing_number")],
)
def test_nor_is_it_in_chinese(at: int, heading: str, name: str) -> None:
    attack = Attack(heading, base=CHINESE)
    rows, changed = _renamed(attack, at, heading), {name: UNSURE}
    assert finds(Attack(heading, base=CHINESE, rows=rows, lines=(changed, changed))) == []


TABLE = """
Pos  Your part no.  Description            Qty  Unit  Price   Amount
1    10044556       Mechanical seal          2  pcs   150.00  300.00
                    {first}
2    10044557       Shaft sleeve             1  pcs   100.00  100.00
                    {second}
Total EUR 400.00
"""


@pytest.mark.parametrize("label", ["Drawing / ver.", "Byb no.", "图号 Byb no.", "Abcde"])
def test_a_code_behind_a_label_inside_an_item_is_kept(label: str) -> None:
    lines = read(TABLE.format(first=f"{label}: GA-4338-02", second=f"{label}: GA-4345-02")).lines
    found = told(lines, "customer_part_number", "drawing_number")
    assert all("GA-4338-02" in row or "GA-4345-02" in row for row in found)
    assert not any(sure(lines, "drawing_number"))
    assert not any(sure(lines, "customer_part_number"))


@pytest.mark.parametrize(
    "note",
    [
        "Tag no.: P-1203A",
        "HS code: 84842000",
        "Charge account: 01-4410-6621",
        "Spare for 10023199",
        "Batch: 2026-0417",
    ],
)
def test_a_number_of_something_else_is_none_of_the_part(note: str) -> None:
    lines = read(TABLE.format(first=note, second=note)).lines
    assert all(row == (None, None) for row in told(lines, "customer_part_number", "drawing_number"))


def test_a_day_behind_such_a_label_may_be_that_of_the_delivery() -> None:
    lines = read(TABLE.format(first="Zemony: 2026-07-10", second="Zemony: 2026-08-10")).lines
    assert all(line.delivery_date is not None and not line.delivery_date.sure for line in lines)


CARD = """
{caption}: {number}
Your part no.: {code}
Description: {name}
Quantity: 2 pcs
Unit price: 150.00
Amount: 300.00
"""


def _cards(caption: str, *numbers: str) -> Reading:
    names = ("Mechanical seal", "Shaft sleeve")
    cards = (
        CARD.format(caption=caption, number=number, code=f"1004455{at}", name=names[at])
        for at, number in enumerate(numbers)
    )
    return assemble(paper(f"{HEAD}\n{''.join(cards)}\nTotal EUR {300 * len(numbers)}.00"))


@pytest.mark.parametrize(
    ("caption", "numbers"), [("Nemo", ("1", "2")), ("Gunofe", ("10", "20")), ("鱻齉", ("A", "B"))]
)
def test_a_caption_that_every_card_has_may_number_it(caption: str, numbers: tuple[str, str]) -> None:
    lines = _cards(caption, *numbers).lines
    assert len(lines) == 2
    assert all(line.line_number is not None and not line.line_number.sure for line in lines)


def test_numbers_that_do_not_begin_to_count_are_none_of_items() -> None:
    lines = _cards("Nemo", "455", "457").lines
    assert [value(line.line_number) for line in lines] == [None, None]


def test_a_name_that_ends_in_a_code_is_open_where_no_number_is_the_sellers() -> None:
    body = """
Pos  Our item     Description                          Qty  Unit  Price   Amount
1    40.15.7731   Mechanical seal Your foty 10062731     2  pcs   150.00  300.00
2    67-862738    Shaft sleeve Your foty 10062738        1  pcs   100.00  100.00
Total EUR 400.00
"""
    lines = read(body).lines
    assert not any(sure(lines, "description"))
    assert told(lines, "part_number") == [("10062731",), ("10062738",)]
    assert not any(sure(lines, "part_number"))


def test_what_labels_say_is_open_where_the_number_of_the_item_is() -> None:
    rows = [
        ["Daro", "Description", "Qty", "Unit", "Price", "Amount"],
        ["00010", "Cartridge seal", "2", "pcs", "150.00", "300.00"],
        ["", "Your material number 10058931", "", "", "", ""],
        ["00030", "Bellows seal", "1", "pcs", "100.00", "100.00"],
        ["", "Your material number 10058938", "", "", "", ""],
    ]
    lines = assemble(form(HEAD, rows, "Total EUR 400.00")).lines
    assert lines
    assert not any(sure(lines, "part_number"))


@pytest.mark.parametrize("name", ["Unit pegep (VAT incl.) Total incl. tax", "含税单价 价税合计"])
def test_words_of_headings_are_no_name_for_sure(name: str) -> None:
    rows = [list(row) for row in ENGLISH.rows]
    rows[2][3] = name
    assert finds(Attack(name, rows=rows, lines=({}, {"description": UNSURE}))) == []


def test_a_unit_in_the_second_column_below_a_heading_of_quantities_is_kept() -> None:
    rows = [
        ["序号", "名称", "卖方物料编码", "数量 数目", "数量 齾靐", "单价", "总价"],
        ["1", "静环", "10093531", "6", "只", "304.45", "1826.70"],
        ["2", "叶轮", "10093538", "4", "个", "1533.56", "6134.24"],
    ]
    lines = assemble(form("采购订单\n订单编号：PO-118", rows, "合计：7960.94")).lines
    assert [value(line.unit) for line in lines] == ["只", "个"]


def test_a_column_of_hundreds_that_nobody_knows_may_be_what_a_price_is_for() -> None:
    rows = [[*row[:7], each, row[7]] for row, each in zip(ENGLISH.rows, ("Zet", "1", "1"), strict=True)]
    changed = {"price_per": UNSURE}
    assert finds(Attack("per", rows=rows, lines=(changed, changed))) == []
