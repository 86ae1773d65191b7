"""Names of things outside a headed column: certain only where the item around them is."""

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
