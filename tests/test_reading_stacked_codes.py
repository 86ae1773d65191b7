"""Headings stacked below one name or set flush at one edge, and currencies that their cells broke off."""

from dataclasses import replace

from paper import paper

from extractors.assemble import assemble
from models.reading import Field, OrderLine

HEAD = """
PURCHASE ORDER
Order no.: 7734-26
Date: 4 May 2026
Buyer: Tarnbeck Process Engineering Ltd
Currency: EUR
"""


def said(line: OrderLine, *names: str) -> list[str | None]:
    found: list[Field | None] = [getattr(line, name) for name in names]
    return [field.value if field is not None else None for field in found]


def test_the_codes_of_a_thing_may_be_stacked_below_its_name() -> None:
    text = f"""{HEAD}
Pos.  Goods                    Qty     Price           Amount
      Our stock code
      Your article no.
      Drawing no.
Spares for pump P-4
1.1   Gland follower           40 pc   25.00 / 10      100.00
      TRN-4471
      LP-20-1800
      4-7712-02
1.2   Float switch             2 pc    30.00 / 1       60.00
      TRN-4472
      10066938
      4-7713-02
                               Subtotal                160.00
Total EUR                                              160.00
"""
    lines = assemble(paper(text)).lines
    assert [said(each, "description", "customer_part_number", "part_number") for each in lines] == [
        ["Gland follower", "TRN-4471", "LP-20-1800"],
        ["Float switch", "TRN-4472", "10066938"],
    ]
    assert [said(each, "drawing_number") for each in lines] == [["4-7712-02"], ["4-7713-02"]]


def test_a_name_that_is_no_heading_ends_a_stack_of_them() -> None:
    text = f"""{HEAD}
Pos.  Goods                    Qty     Price       Amount
      Our stock code
      Your article no.
      Mill Four
1     Gland follower           4 pc    25.00       100.00
      TRN-4471
      LP-20-1800
2     Float switch             2 pc    30.00       60.00
      TRN-4472
      10066938
Total EUR                                          160.00
"""
    lines = assemble(paper(text)).lines
    assert [line.amount and line.amount.value for line in lines] == ["100.00", "60.00"]
    assert not any(line.drawing_number and line.drawing_number.sure for line in lines)


def test_price_above_unit_at_one_edge_is_what_prices_are_for() -> None:
    text = f"""{HEAD}
                        Order                                Price
Pos.  Goods             qty     U/M      Price per unit       unit    Extended price    Due date
1     Gland follower    400     pc       25.00                 100    100.00            2026-05-04
2     Float switch      2       pc       30.00                   1    60.00             2026-05-05
Total EUR                                                             160.00
"""
    lines = assemble(paper(text)).lines
    assert [said(each, "quantity", "unit", "unit_price", "price_per") for each in lines] == [
        ["400", "pc", "25.00", "100"],
        ["2", "pc", "30.00", "1"],
    ]


PAGES = """
Pos.  Goods                  Qty     U/M     Price       Extended price
1     Gland follower DN48    40      pc      2.50        100.00
      316/FG                                 EUR         EUR
      Our no.: TRN-4471
                                     Carried forward     100.00
                                                         EUR
"""
REST = """
Pos.  Goods                  Qty     U/M     Price       Extended price
                                     Brought forward     100.00
                                                         {below}
2     Float switch           2       pc      30.00       60.00
      Our no.: TRN-4472
                                     Total EUR           160.00
"""


def on_pages(below: str) -> tuple[OrderLine, ...]:
    first, second = (paper(text).pages[0] for text in (HEAD + PAGES, REST.format(below=below)))
    return assemble(replace(paper(HEAD), pages=(first, replace(second, number=2)))).lines


def test_a_currency_below_its_sum_ends_no_table_and_no_name() -> None:
    lines = on_pages("EUR")
    assert [said(each, "description", "unit_price", "amount") for each in lines] == [
        ["Gland follower DN48 316/FG", "2.50", "100.00"],
        ["Float switch", "30.00", "60.00"],
    ]


def test_a_word_below_a_sum_is_no_currency_of_it() -> None:
    for line in on_pages("see our conditions"):
        assert line.amount is None or line.amount.value in {"100.00", "60.00"}


def test_a_note_below_what_was_carried_forward_leaves_the_items_below_it() -> None:
    note = "The items above are for the overhaul of mill 4; ask for ext. 4471"
    rest = REST.replace("                                                         {below}", note)
    first, second = (paper(text).pages[0] for text in (HEAD + PAGES, rest))
    lines = assemble(replace(paper(HEAD), pages=(first, replace(second, number=2)))).lines
    assert [said(each, "amount") for each in lines] == [["100.00"], ["60.00"]]
