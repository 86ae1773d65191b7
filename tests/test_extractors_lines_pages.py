"""Items that the end of a page cuts in two."""

from dataclasses import replace

from paper import paper

from extractors.assemble import assemble
from models.page import FileFormat, SourceDocument

FIRST = """
Purchase order 4500012345
No.   Description                     Qty    Price    Amount
10    Shaft sleeve                    2      50.00    100.00
      Your part no. 10060745
20    O-ring                          1      10.00     10.00
      Your part no. 10060746
"""


def pages(second: str) -> SourceDocument:
    """Return an order whose last item ends on the second page."""
    one, two = paper(FIRST).pages[0], paper(second).pages[0]
    return SourceDocument(FileFormat.PDF, (one, replace(two, number=2)), exact=False)


def test_codes_at_the_top_of_a_page_belong_to_the_last_item_of_the_one_before() -> None:
    lines = assemble(pages("Drawing no. 6-1352-04\n\nTotal 110.00")).lines
    assert [line.drawing_number.value if line.drawing_number else None for line in lines] == [
        None,
        "6-1352-04",
    ]


def test_a_date_at_the_top_of_a_page_is_none_of_the_last_items() -> None:
    lines = assemble(pages("Delivery date: 2026-06-30\n\nTotal 110.00")).lines
    assert all(line.delivery_date is None for line in lines)


FEW = """
Purchase order 4500012345
No.   Description                Qty     Price      Amount
40    Shaft sleeve                    2       50.00      100.00
"""
MANY = """
Purchase order 4500012345
No.   Description                Qty     Price      Amount
10    Shaft sleeve                1,002       50.00   50,100.00
20    O-ring                      2,500       10.00   25,000.00
30    Bush                           12    1,150.00   13,800.00
"""


def test_a_page_with_few_items_has_the_columns_of_the_page_before() -> None:
    one, two = (
        paper(MANY).pages[0],
        paper(FEW + "\nTotal                                         89,000.00").pages[0],
    )
    order = SourceDocument(FileFormat.PDF, (one, replace(two, number=2)), exact=False)
    reading = assemble(order)
    assert [line.quantity.value if line.quantity else None for line in reading.lines] == [
        "1002",
        "2500",
        "12",
        "2",
    ]
    assert reading.header.total_amount is not None
    assert reading.header.total_amount.sure


def test_titles_of_sections_part_items_and_name_none_of_them() -> None:
    text = """
Purchase order 4500012345
No.   Description                Qty    Price    Amount

COOLING PUMP
10    Shaft sleeve                 2    50.00    100.00
20    O-ring                       1    10.00     10.00
30    Bush                         3    20.00     60.00

GENERAL STORES
40    Grease                       5     4.00     20.00
50    Rags                        10     1.00     10.00

Total                                            200.00
"""
    lines = assemble(paper(text)).lines
    assert [line.description.value if line.description else None for line in lines] == [
        "Shaft sleeve",
        "O-ring",
        "Bush",
        "Grease",
        "Rags",
    ]
