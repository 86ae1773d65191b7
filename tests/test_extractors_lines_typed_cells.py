"""Typewriter prints with two lines of headings: a label below them is one text, wherever its words begin."""

from paper import paper

from extractors.assemble import assemble

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
