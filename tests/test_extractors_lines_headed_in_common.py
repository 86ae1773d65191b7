"""Words that head several columns in common, set above each."""

from paper import paper

from extractors.assemble import assemble

COMMON = """
Purchase order 4500012345
Pos   Description        Qty    Price      Price
                                Unit cost  Line value
1     O-ring EPDM        10     5.00       50.00
2     Shaft sleeve       2      40.00      80.00
Total                                      130.00
"""


def test_a_common_word_above_the_amounts_makes_no_second_price() -> None:
    lines = assemble(paper(COMMON)).lines
    read = [(each.unit_price, each.amount) for each in lines]
    values = [(price.value, amount.value) for price, amount in read if price and amount]
    assert values == [("5.00", "50.00"), ("40.00", "80.00")]
    assert all(amount is not None and amount.sure for _, amount in read)


def test_two_values_in_one_cell_are_both_read() -> None:
    text = """
Purchase order 4500012345
Pos   Description        Qty    Price
                                Amount
1     O-ring EPDM        10     5.00
                                50.00
2     Shaft sleeve       2      40.00
                                80.00
"""
    lines = assemble(paper(text)).lines
    assert [each.unit_price.value for each in lines if each.unit_price] == ["5.00", "40.00"]
