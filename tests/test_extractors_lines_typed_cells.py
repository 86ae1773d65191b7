"""Typewriter prints with two lines of headings: a label below them is one text, wherever its words begin."""

from dataclasses import replace

import pytest
from paper import paper, words_of

from extractors.assemble import assemble
from models.page import Box, FileFormat, Page, SourceDocument, Word

TYPED = """
PURCHASE ORDER
PO number/date  4500731188 / 22.07.2027
Buyer: Harrow Vale Copper Pty Ltd
Vendor: Linde Sealing Co., Ltd.
Currency: USD
------------------------------------------------------------------------------
Item  Material      Description
      Order qty.  Unit      Price per unit                        Net value
------------------------------------------------------------------------------
00010 30044871      Mech seal cartridge 150mm dual
             3 EA           4,412.50 / 1 EA                       13,237.50
      Your material number  LS-AW62-0150
      Delivery date  Day 14.09.2027
00020 30044902      Spares kit 150mm
             6 EA             978.00 / 1 EA                        5,868.00
      Your material number  LS-AW62-SPK
      Delivery date  Day 14.09.2027
------------------------------------------------------------------------------
Total net value excl. tax USD                                     19,105.50
"""


def test_a_label_is_not_cut_where_one_of_its_words_begins_below_a_heading() -> None:
    lines = assemble(paper(TYPED)).lines
    assert [each.part_number and each.part_number.value for each in lines] == ["LS-AW62-0150", "LS-AW62-SPK"]
    names = [each.description and each.description.value for each in lines]
    assert names == ["Mech seal cartridge 150mm dual", "Spares kit 150mm"]


def _printed(text: str, top: float) -> list[Word]:
    """Return the words of a line in larger letters of different widths, a small blank apart."""
    found, at = [], 20.0
    for each in text.split():
        edges = [at]
        for nth, _ in enumerate(each):
            edges.append(edges[-1] + (4.0, 7.0, 5.0)[nth % 3])
        found.append(Word(each, Box(at, top, edges[-1], top + 12.0), tuple(edges)))
        at = edges[-1] + 3.0
    return found


HEAD = (
    "Purchase Order 77120",
    "Buyer: Harrow Vale Copper Pty Ltd",
    "Supplier: Linde Sealing Company Ltd",
    "Please confirm this order within seven days to our purchasing office",
)
ITEMS = """
Ln   Stock code    Supplier cat. no.   Description                     Qty UOM       Price      Value
1    HVC-PMP-80    10091244            Centrifugal pump Hi-Cr         2.00 EA     2,940.00   5,880.00
2    HVC-KIT-80    10078127            Seal repair kit for pump       4.00 set      265.00   1,060.00
                                                         Order total USD                     6,940.00
"""


def _mixed(size: float) -> SourceDocument:
    """Return a page whose table is typed, below words of other letters."""
    head = [each for nth, line in enumerate(HEAD) for each in _printed(line, 40.0 + nth * 20)]
    typed = [
        replace(each, box=each.box._replace(bottom=each.box.top + size))
        for nth, line in enumerate(ITEMS.strip("\n").split("\n"))
        for each in words_of(line, 20.0, 140.0 + nth * 16)
    ]
    return SourceDocument(FileFormat.PDF, (Page(1, 900.0, 1200.0, (*head, *typed)),), exact=False)


@pytest.mark.parametrize("size", [10.0, 8.0])
def test_a_blank_parts_no_cells_of_a_table_typed_in_letters_of_its_own(size: float) -> None:
    lines = assemble(_mixed(size)).lines
    names = [each.description and (each.description.value, each.description.sure) for each in lines]
    assert names == [("Centrifugal pump Hi-Cr", True), ("Seal repair kit for pump", True)]
    assert [each.part_number and each.part_number.value for each in lines] == ["10091244", "10078127"]
    assert [each.unit and each.unit.value for each in lines] == ["EA", "set"]
