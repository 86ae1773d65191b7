"""Names of things outside a headed column: certain only where the item around them is."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from models.reading import Field

CARDS = """
PURCHASE ORDER
Order No.: 4500781234

Item 1
Part no.: 10023177
Your part no.: NP-4410
Description: Mechanical seal 45 mm
Quantity: 4 pcs
Unit price: 320.00
Amount: 1,280.00
{more}
Item 2
Part no.: 10023188
Your part no.: NP-4411
Description: Shaft sleeve 45 mm
Quantity: 10 pcs
Unit price: 65.00
Amount: 650.00

Total: {total}
"""


def _names(more: str = "", total: str = "1,930.00", text: str = CARDS) -> list[Field]:
    lines = assemble(paper(text.format(more=more, total=total))).lines
    return [each.description for each in lines if each.description is not None]


def test_a_labelled_name_of_a_whole_item_is_certain() -> None:
    first, second = _names()
    assert (first.value, first.sure) == ("Mechanical seal 45 mm", True)
    assert (second.value, second.sure) == ("Shaft sleeve 45 mm", True)


def test_it_stays_open_where_the_lines_do_not_make_the_total() -> None:
    assert not any(each.sure for each in _names(total="2,930.00"))


def test_it_stays_open_where_something_of_the_item_was_not_understood() -> None:
    first, *_ = _names(more="Gland plate: 4711-B")
    assert not first.sure


def test_it_stays_open_where_no_label_names_it() -> None:
    first, *_ = _names(text=CARDS.replace("Description: ", ""))
    assert not first.sure


SENTENCES = """
采购订单
订单编号：CG26-0815
兹向贵司订购下列货物：
1. {first}，供方编码 10023177，数量4 套，单价320.00元，金额1280.00元。
2. 轴套 45，供方编码 10023188，数量10 件，单价65.00元，金额650.00元。
合计：{total}元
"""
LISTED = """
PURCHASE ORDER
Order No.: 4500781234
1. {first} (Your part no. 10023177), Price 320.00, Amount 1,280.00
2. 10 pcs Shaft sleeve 45 mm (Your part no. 10023188), Price 65.00, Amount 650.00
Total: {total}
"""


def _led(text: str, first: str, total: str) -> tuple[str | None, bool] | None:
    found = assemble(paper(text.format(first=first, total=total))).lines[0].description
    return (found.value, found.sure) if found is not None else None


def test_a_name_that_leads_its_sentence_is_certain() -> None:
    assert _led(SENTENCES, "机械密封 108-45", "1930.00") == ("机械密封 108-45", True)
    assert _led(LISTED, "4 sets Mechanical seal 45 mm", "1,930.00") == ("Mechanical seal 45 mm", True)


@pytest.mark.parametrize(
    ("text", "first", "total"),
    [
        pytest.param(SENTENCES, "机械密封 108-45", "2930.00", id="the lines do not make the total"),
        pytest.param(SENTENCES, "泵P-101用，机械密封 108-45", "1930.00", id="two texts lead"),
        pytest.param(SENTENCES, "同上次订单", "1930.00", id="it points elsewhere"),
        pytest.param(LISTED, "4 sets as per your offer", "1,930.00", id="it points elsewhere, in English"),
        pytest.param(LISTED, "4 sets Mechanical seal, spare for P-101", "1,930.00", id="something is left"),
    ],
)
def test_a_leading_name_stays_open_where(text: str, first: str, total: str) -> None:
    assert (found := _led(text, first, total)) is None or not found[1]


def test_a_name_with_a_label_in_two_languages_is_certain() -> None:
    text = CARDS.replace("Unit price:", "单价（不含税）/Net unit price:").replace("Item 1", "---- \nItem 1")
    assert all(each.sure for each in _names(text=text))


HEAD = "PURCHASE ORDER\nOrder No.: 4500781234\nNordhavn Process A/S"
ROWS = [
    ["Pos", "Your part no.", "物料", "Qty", "Unit", "Unit price", "Amount"],
    ["10", "10023177", "Mechanical seal 45 mm", "4", "pcs", "320.00", "1,280.00"],
    ["20", "10023188", "Shaft sleeve 45 mm", "10", "pcs", "65.00", "650.00"],
]


def _named(rows: list[list[str]]) -> list[bool | None]:
    lines = assemble(form(HEAD, rows, "Total EUR 1,930.00")).lines
    return [each.description.sure if each.description is not None else None for each in lines]


def test_a_column_of_things_beside_one_of_numbers_holds_names() -> None:
    assert _named(ROWS) == [True, True]


def test_a_code_in_a_column_of_things_is_no_certain_name() -> None:
    rows = [ROWS[0], *([row[0], row[1], f"NP-441{at}", *row[3:]] for at, row in enumerate(ROWS[1:]))]
    assert True not in _named(rows)


POSITIONS = """
PURCHASE ORDER
Order No.: 4500781299

Pos 1: Lip seal for the feed end
   your no. 10093301 / our no. NK-8830
   6 pcs x EUR 219.00 = EUR 1,314.00

Pos 2: Repair kit gearbox side
   your no. 10093307 / our no. NK-8841
   2 kits x EUR 1,385.00 = EUR 2,770.00

Total: EUR {total}
"""


def test_a_name_behind_the_word_for_positions_and_its_number_is_certain() -> None:
    assert [(each.value, each.sure) for each in _names(total="4,084.00", text=POSITIONS)] == [
        ("Lip seal for the feed end", True),
        ("Repair kit gearbox side", True),
    ]
    assert not any(each.sure for each in _names(total="4,085.00", text=POSITIONS))
