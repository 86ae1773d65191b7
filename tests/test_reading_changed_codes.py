"""Sentences that take back the number of a line by the number itself, and those that do not."""

import pytest
from typed_orders import read, sure

TABLE = """
Pos  Your part no.   Description            Qty  Unit  Unit price     Amount

10   10023177        Mechanical seal 45 mm    4   pcs       320.00   1,280.00
20   10023188        Shaft sleeve 45 mm      10   pcs        65.00     650.00
{note}
                                             Total                  1,930.00
{behind}
"""


def parts(note: str = "", behind: str = "") -> list[bool]:
    return sure(read(TABLE.format(note=note, behind=behind)).lines, "part_number")


@pytest.mark.parametrize(
    "said",
    [
        "10023188 is replaced by 10023199.",
        "Please note: instead of 10023188 deliver 10023199.",
        "10023188 has been superseded, supply 10023199.",
        "Remark: 10023188 obsolete, order 10023199.",
        "10023188 is discontinued, see the drawing.",
        "10023188 is cancelled with its certificates.",
        "Item 20: the part number is superseded by 10023199.",
        "Pos. 20: part number has been changed to 10023199.",
        "10023188 wird ersetzt durch 10023199.",
        "10023188 entfällt, bitte 10023199 liefern.",
        "请注意：10023188 已停产，按 10023199 供货。",
        "10023188改为10023199。",
    ],
)
def test_a_number_that_a_sentence_takes_back_is_not_sure(said: str) -> None:
    assert parts(behind=said) == [True, False]


@pytest.mark.parametrize(
    "note",
    [
        "               superseded by 10023199",
        "               ersetzt durch 10023199",
        "               现改为 10023199",
    ],
)
def test_what_a_note_below_an_item_takes_back_is_its_own_number(note: str) -> None:
    assert not parts(note=note)[1]


@pytest.mark.parametrize(
    "said",
    [
        "10023188 replaces your old number 8000123.",
        "10023188 ersetzt die alte Nummer 8000123.",
        "10023188 替代 8000123。",
        "Drawing for 10023188 will be sent by mail.",
        "100231881 is replaced by 10023199.",
        "Changes of this order need our written consent.",
    ],
)
def test_a_number_that_counts_stays_sure(said: str) -> None:
    assert parts(behind=said) == [True, True]
