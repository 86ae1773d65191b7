"""Item tables parted by white space: headings set close, items of two lines, tables inside items, footers."""

from dataclasses import replace

from paper import paper

from extractors.assemble import assemble
from extractors.lines.tables.layouts import item_tables, layouts
from models.page import SourceDocument
from models.reading import OrderLine, Reading, Reason

SCHEDULED = """
                    ORDER
Order / Rev: 70214
*Line  Code   Description        Days                              Type Qty      Amount
N  1   AX     Valve service      M-F                               NM    4     1,000.00
       Class of work - by day
       From       To          Visits/Week  Qty     Rate
       03/02/26   03/06/26    MTWTF        4     250.00
N  2   AX     Pump inspection    M-F                               NM    3       900.00
       From       To          Visits/Week  Qty     Rate
       03/09/26   03/13/26    M-W-F        2     250.00
       03/16/26   03/20/26    M----        1     400.00
                                                              Totals     7     1,900.00
"""


def read(text: str) -> Reading:
    return assemble(paper(text))


def pages(*texts: str) -> SourceDocument:
    parts = [paper(text).pages[0] for text in texts]
    numbered = tuple(replace(page, number=at + 1) for at, page in enumerate(parts))
    return replace(paper("x"), pages=numbered)


def values(line: OrderLine) -> tuple[str | None, ...]:
    fields = (line.line_number, line.description, line.quantity, line.unit_price, line.amount)
    return tuple(field.value if field else None for field in fields)


def test_two_headings_set_close_are_two_columns() -> None:
    (table,) = item_tables(layouts(paper(SCHEDULED)))
    assert [column.text for column in table.columns][-3:] == ["Type", "Qty", "Amount"]


def test_headings_that_belong_together_stay_one_column() -> None:
    text = "No  Description      Unit price   Amount\n1   Shaft sleeve         25.00    25.00\n"
    (table,) = item_tables(layouts(paper(text)))
    assert [column.text for column in table.columns] == ["No", "Description", "Unit price", "Amount"]


def test_rows_inside_an_item_are_no_items_and_state_its_price() -> None:
    lines = read(SCHEDULED).lines
    assert [values(line)[:1] + values(line)[2:] for line in lines] == [
        ("1", "4", "250.00", "1000.00"),
        ("2", "3", None, "900.00"),
    ]


def test_prices_that_differ_inside_an_item_are_never_chosen_from() -> None:
    price = read(SCHEDULED).lines[1].unit_price
    assert price is not None
    assert (price.sure, price.reason) == (False, Reason.AMBIGUOUS_VALUE)
    assert [each.value for each in price.candidates] == ["250.00", "400.00"]


def test_parts_at_their_own_prices_prove_the_line_and_the_total() -> None:
    reading = read(SCHEDULED)
    total, amount = reading.header.total_amount, reading.lines[1].amount
    assert total is not None
    assert amount is not None
    assert (total.value, total.sure, amount.sure) == ("1900.00", True, True)


def test_a_part_that_does_not_add_up_is_noticed() -> None:
    reading = read(SCHEDULED.replace("1     400.00", "1     450.00"))
    total = reading.header.total_amount
    assert total is not None
    assert not total.sure


TWO_LINES = """
               Purchase order
Item    Material      Description
        Order qty.    Unit                 Price per unit      Value
00010   PX-731-77     Spiral wound gasket
        400           EA                           190.00  76,000.00
        Certificate of conformity required
00020   305048745     Disc coupling
        4             SET                        1,903.57   7,614.28
                                          Total value      83,614.28
"""


def test_an_item_of_two_lines_begins_with_its_number() -> None:
    lines = read(TWO_LINES).lines
    assert [values(line) for line in lines] == [
        ("00010", "Spiral wound gasket", "400", "190.00", "76000.00"),
        ("00020", "Disc coupling", "4", "1903.57", "7614.28"),
    ]
    parts = [line.customer_part_number for line in lines]
    assert [part.value if part else None for part in parts] == ["PX-731-77", "305048745"]


def test_a_number_that_looks_like_a_quantity_does_not_begin_an_item() -> None:
    """The code 305048745 stands under "Material / Order qty.": the amount tells the main line."""
    units = [line.unit for line in read(TWO_LINES).lines]
    assert [unit.value if unit else None for unit in units] == ["EA", "SET"]


FIRST = """
                ORDER
Ln   Description         Qty      Rate      Amount
1    Shaft sleeve          2     50.00      100.00
2                          3     10.00       30.00
"""
SECOND = """
Ln   Description         Qty      Rate      Amount
     Spring set
                        Totals              130.00
"""


def test_a_page_that_holds_only_the_end_of_an_item_goes_on() -> None:
    reading = assemble(pages(FIRST, SECOND))
    assert [values(line)[1] for line in reading.lines] == ["Shaft sleeve", "Spring set"]
    assert reading.header.total_amount is not None
    assert (reading.header.total_amount.value, reading.problems) == ("130.00", ())


FOOTER = """
                ORDER
Ln   Description         Qty      Rate      Amount
1    Shaft sleeve          2     50.00      100.00
This paper is subject to conditions that can be seen in our office at any time of the day
"""


def test_running_text_below_the_last_item_is_not_part_of_it() -> None:
    (line,) = read(FOOTER).lines
    assert values(line) == ("1", "Shaft sleeve", "2", "50.00", "100.00")


RECAP = """
                ORDER
Ln   Description         Qty      Rate      Amount
1    Shaft sleeve          2     50.00      100.00
                      Totals                100.00

Month          No. of units    Gross Amount    Commission     Net Amount
March                     2          100.00         15.00          85.00
Totals                    2          100.00         15.00          85.00
"""


def test_a_recap_of_several_columns_does_not_give_the_total_its_count() -> None:
    total = read(RECAP).header.total_amount
    assert total is not None
    assert (total.value, total.sure) == ("100.00", True)
