"""Names of items with other lines about them: what leads to the items, what is noted, where figures stand."""

from dataclasses import replace

import pytest
from paper import paper
from typed_orders import HEAD, sure, told

from extractors.assemble import assemble
from models.page import FileFormat, SourceDocument
from models.reading import Reading

CARDS = """
{lead}
Item: A
Your part no.: 10061277
Description: Cartridge seal 45
{more}
Quantity: 6 pcs
Unit price: 20.00
Amount: 120.00

Item: B
Your part no.: 10061280
Description: Shaft sleeve 45
{more}
Quantity: 2 pcs
Unit price: 5.00
Amount: 10.00

Total EUR 130.00
"""


def read(text: str) -> Reading:
    return assemble(paper(f"{HEAD}\n{text}"))


def names(found: Reading) -> list[bool]:
    assert told(found.lines, "description") == [("Cartridge seal 45",), ("Shaft sleeve 45",)]
    return sure(found.lines, "description")


@pytest.mark.parametrize(
    "lead",
    [
        "We order as follows:",
        "Please supply the following spare parts:",
        "Wir bestellen bei Ihnen folgende Artikel:",
        "兹向贵公司订购下列产品，明细如下：",
        "请按以下清单供货：",
        "现向貴司訂購以下貨物：",
    ],
)
def test_a_sentence_that_leads_to_the_items_is_no_note_of_the_first(lead: str) -> None:
    assert names(read(CARDS.format(lead=lead, more=""))) == [True, True]


@pytest.mark.parametrize(
    "lead",
    [
        "Alternatives to the following:",
        "Not for pump 3 are the following:",
        "以下为备选：",
    ],
)
def test_a_sentence_that_says_more_is_a_note(lead: str) -> None:
    assert not any(sure(read(CARDS.format(lead=lead, more="")).lines[:1], "description"))


@pytest.mark.parametrize(
    "weight", ["Weight kg: 1.35", "Net weight kg: 1.35", "Gewicht kg: 1,35", "净重kg：1.35"]
)
def test_a_weight_is_known_with_its_unit(weight: str) -> None:
    assert names(read(CARDS.format(lead="", more=weight))) == [True, True]


HEADED = "Item  Description                    Qty    Unit   Unit price   Amount\n"
LEVEL = """1     Cartridge seal 45              6      pcs    20.00        120.00
      Your part no.: 10061277
      With certificate
      Painted black
2     Shaft sleeve 45                2      pcs    5.00         10.00
      Your part no.: 10061280
      With certificate
      Painted black
Total EUR 130.00
"""
CENTRED = """
      Cartridge seal 45
1     Your part no.: 10061277        6      pcs    20.00        120.00
      With certificate
      Shaft sleeve 45
2     Your part no.: 10061280        2      pcs    5.00         10.00
      With certificate
Total EUR 130.00
"""


def test_notes_below_names_in_line_with_all_figures_begin_no_name() -> None:
    assert names(read(HEADED + LEVEL)) == [True, True]


def test_notes_between_names_above_their_figures_may_begin_one() -> None:
    assert not all(sure(read(HEADED + CENTRED).lines, "description"))


BELOW = """{one}     O-ring FKM 35
      Your part no.: 10061277
                                     6      pcs    20.00        120.00
{two}     O-ring FKM 35
      Your part no.: 10061280
                                     2      pcs    5.00         10.00
Total EUR 130.00
"""


def test_the_line_of_the_number_begins_no_title_though_two_items_begin_alike() -> None:
    numbered = read(HEADED + BELOW.format(one="1", two="2"))
    assert told(numbered.lines, "description") == [("O-ring FKM 35",)] * 2
    assert all(sure(numbered.lines, "description"))
    bare = read(HEADED.replace("Item", "    ") + BELOW.format(one=" ", two=" "))
    assert not any(sure(bare.lines, "description"))


def test_a_name_at_the_end_of_a_page_is_not_far_below_the_figures_of_the_next() -> None:
    whole = HEADED + BELOW.format(one="1", two="2").replace("FKM 35", "FKM 38", 1)
    rows = whole.split("\n")
    upper, lower = "\n".join(rows[:5]), "\n".join(rows[5:])
    first = paper(f"{HEAD}\n{upper}").pages[0]
    second = replace(paper(lower).pages[0], number=2)
    found = assemble(SourceDocument(FileFormat.PDF, (first, second), exact=False))
    assert told(found.lines, "description") == [("O-ring FKM 38",), ("O-ring FKM 35",)]
    assert all(sure(found.lines, "description"))
