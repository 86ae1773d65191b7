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
