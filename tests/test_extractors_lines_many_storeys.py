"""Items of three lines and more under headings of as many lines, and names above their figures."""

from dataclasses import replace

import pytest
from paper import paper

from extractors.assemble import assemble
from extractors.lines.tables.many_storeys import find
from extractors.lines.tables.unruled_items import lines_of
from models.reading import Field, OrderLine

STOREYS = """
PURCHASE ORDER 88-20417      Date 2026-05-04
Item  Material            Description
      Quantity  Unit      Price   Per             Value
      Delivery date       Supplier material
10    71204455            Sleeve bearing 40x50 bronze
      6         pcs       21.50   1               129.00
      01.07.2026          SB-4050-22
20    71204456            Wear ring 1.4408
      3         pcs       80.00   1               240.00
      08.07.2026          WR-1440-08
Total value EUR                                   369.00
"""

NAMES_LEAD = """
PURCHASE ORDER 88-20417      Date 2026-05-04
Line  Part           Qty    Unit   Price     Amount     Delivery
      Sleeve bearing 40x50
1     SB-4050-22     6      pcs    21.50     129.00     01 Jul 2026
      Wear ring 1.4408
2     WR-1440-08     3      pcs    80.00     240.00     08 Jul 2026
                                   Total     369.00
"""


def value(field: Field | None) -> str | None:
    return None if field is None else field.value


def said(line: OrderLine) -> tuple[str | None, ...]:
    fields = (line.line_number, line.part_number, line.customer_part_number, line.description)
    return tuple(map(value, (*fields, line.quantity, line.unit_price, line.amount, line.delivery_date)))


BEARING = (
    "10",
    "SB-4050-22",
    "71204455",
    "Sleeve bearing 40x50 bronze",
    "6",
    "21.50",
    "129.00",
    "2026-07-01",
)
RING = ("20", "WR-1440-08", "71204456", "Wear ring 1.4408", "3", "80.00", "240.00", "2026-07-08")


def test_every_line_of_an_item_stands_under_its_own_line_of_the_heading() -> None:
    reading = assemble(paper(STOREYS))
    assert [said(line) for line in reading.lines] == [BEARING, RING]
    assert value(reading.header.total_amount) == "369.00"


def test_a_storey_may_be_missing_from_an_item() -> None:
    lines = assemble(paper(STOREYS.replace("      08.07.2026          WR-1440-08\n", ""))).lines
    assert said(lines[0]) == BEARING
    assert said(lines[1])[3:7] == RING[3:7]


def test_a_text_in_no_storey_is_a_note_of_its_item() -> None:
    noted = STOREYS.replace("SB-4050-22\n", "SB-4050-22\n      Certificate 3.1 is required for this item\n")
    assert [said(line) for line in assemble(paper(noted)).lines] == [BEARING, RING]


def test_a_heading_over_several_lines_of_one_row_is_none() -> None:
    text = """
Line  Material   Description            Quantity   Unit    Net       Net
No.   number                                               price     value
                                                           EUR       EUR
1     71204455   Sleeve bearing 40x50   6          pcs     21.50     129.00
2     71204456   Wear ring 1.4408       3          pcs     80.00     240.00
"""
    page = paper(text).pages[0]
    lines = lines_of(page, page.words)
    assert all(find(page, lines, at) is None for at in range(len(lines)))


def test_as_many_names_above_all_figures_and_none_below_the_last_lead() -> None:
    lines = assemble(paper(NAMES_LEAD)).lines
    assert [value(line.description) for line in lines] == ["Sleeve bearing 40x50", "Wear ring 1.4408"]
    assert not any(line.description and line.description.sure for line in lines)


def test_texts_below_their_figures_stay_there() -> None:
    rows = NAMES_LEAD.split("\n")
    rows[3], rows[4] = rows[4], rows[3]
    rows[5], rows[6] = rows[6], rows[5]
    lines = assemble(paper("\n".join(rows))).lines
    assert [value(line.description) for line in lines] == ["Sleeve bearing 40x50", "Wear ring 1.4408"]


def test_a_sentence_that_orders_more_leaves_no_quantity_sure() -> None:
    said = STOREYS + "\nPlease add 1 pc special tool XY-0099-11 free of charge.\n"
    plain = STOREYS + "\nPlease send the invoice in 2 copies.\n"
    assert not any(line.quantity and line.quantity.sure for line in assemble(paper(said)).lines)
    assert all(line.quantity and line.quantity.sure for line in assemble(paper(plain)).lines)


def test_items_of_many_lines_go_on_on_the_next_page() -> None:
    head, *items = STOREYS.split("20    ")
    first, second = paper(head).pages[0], paper("20    " + items[0]).pages[0]
    document = replace(paper("x"), pages=(first, replace(second, number=2)))
    assert [said(line) for line in assemble(document).lines] == [BEARING, RING]


NAMED_BELOW = """
Purchase order no. 4500771203
Buyer: Delta Works GmbH
Supplier: North Seals Ltd
Currency: USD
LN  OUR ITEM / DESCRIPTION             QTY UM     UNIT COST      EXTENDED
    VENDOR ITEM     DWG                                          REQ DATE
{}
                                      P/O TOTAL USD                540.00
"""
NAMED_ITEMS = """
001 0633-51002                        6.00 SET      50.0000        300.00
    BELLOWS UNIT BU30
    DS-20031        GA-1206-02                                 12/18/2027
    *** SHIP WITH CERTIFICATES ***
002 0633-51019                       12.00 EA       20.0000        240.00
    GUIDE BUSH BRONZE
    DS-20032        GA-1207-05                                 01/15/2028
""".strip("\n")


NAMED = (
    "line_number",
    "customer_part_number",
    "part_number",
    "drawing_number",
    "description",
    "delivery_date",
)


def told(text: str) -> list[tuple[str | None, ...]]:
    lines = assemble(paper(NAMED_BELOW.format(text))).lines
    fields = [[getattr(line, name) for name in NAMED] for line in lines]
    return [tuple(field.value if field is not None else None for field in each) for each in fields]


def test_a_name_below_its_code_is_a_storey_between_two_lines_of_headings() -> None:
    assert told(NAMED_ITEMS) == [
        ("001", "0633-51002", "DS-20031", "GA-1206-02", "BELLOWS UNIT BU30", "2027-12-18"),
        ("002", "0633-51019", "DS-20032", "GA-1207-05", "GUIDE BUSH BRONZE", "2028-01-15"),
    ]


@pytest.mark.parametrize("lost", ["DS-20031", "BELLOWS", "DS-20032", "GUIDE"])
def test_what_one_item_lacks_is_surely_taken_from_no_other(lost: str) -> None:
    rows = "\n".join(row for row in NAMED_ITEMS.split("\n") if lost not in row)
    whole = [dict(zip(NAMED, each, strict=True)) for each in told(NAMED_ITEMS)]
    for line, truth in zip(assemble(paper(NAMED_BELOW.format(rows))).lines, whole, strict=True):
        fields = {name: getattr(line, name) for name in NAMED}
        assert all(field.value == truth[name] for name, field in fields.items() if field and field.sure)
