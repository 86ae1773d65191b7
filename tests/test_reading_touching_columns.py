"""Columns so close that a mere blank parts them, and items that the end of a page parts."""

from dataclasses import replace

import pytest
from paper import paper
from typed_orders import value

from extractors.assemble import assemble
from extractors.lines.tables.layouts import layouts
from models.page import Box, FileFormat, Ruling, SourceDocument
from models.reading import Field, Reading


def read(text: str) -> Reading:
    return assemble(paper(text))


def told(field: Field | None) -> tuple[str | None, bool]:
    return (value(field), field is not None and field.sure)


CAPTIONED = """
Purchase Order PO-77120
Buyer: Garran Zinc Ltd
{captions}
Central Stores, Quay Rd, Dock Beilan Sealing, 66 Beilan Road  Garran Zinc
Hull HU1 2AB                  Tianjin                         PO Box 7

Item  Your part no.  Description    Qty   Unit price   Amount
1     10023177       Shaft sleeve   4     50.00        200.00
Total EUR 200.00
"""


def test_a_caption_may_end_with_a_colon() -> None:
    found = read(
        CAPTIONED.format(captions="Deliver to:                   Supplier:                       Invoice to:")
    )
    assert told(found.header.delivery_place) == ("Central Stores, Quay Rd, Dock Hull HU1 2AB", True)


def test_a_label_over_the_middle_of_a_line_leaves_its_field_open() -> None:
    text = """
采购订单 PO-77120
供方：                   送货地址：           发票抬头：
贝岚密封技术（天津）公司 宁嘉粮丰备件库
订单日期：2027-03-01
需方：宁嘉粮油加工股份有限公司

Pos  Part no.    Description        Qty   Unit price    Amount
1    10044021    Shaft seal           2        10.00     20.00
Total EUR                                               20.00
"""
    place = read(text).header.delivery_place
    assert place is not None
    assert not place.sure


PAIRS = """
Purchase Order PO-77120
Buyer: Garran Zinc Ltd

Line        10             Ordered     2 pcs
Your part   {code} Description {name}
Unit price  50.00          Amount      100.00
Delivery    2027-05-06     Drawing     GA-77120-01

Line        20             Ordered     3 pcs
Your part   10023178       Description Bearing housing
Unit price  20.00          Amount      60.00
Delivery    2027-05-06     Drawing     GA-77120-02

Total EUR 160.00
"""


def test_a_value_that_touches_the_next_label_ends_there() -> None:
    lines = read(PAIRS.format(code="MS7-945-SCC-12", name="Shaft sleeve")).lines
    assert [value(line.part_number) for line in lines] == ["MS7-945-SCC-12", "10023178"]
    assert [value(line.description) for line in lines] == ["Shaft sleeve", "Bearing housing"]


TWICE = """
Purchase Order PO-77120
Buyer: Garran Zinc Ltd

Item  Our code    Name / Your code            Qty   Unit    Price   Amount
1     ZJ-836248   Gland nut M64x2 316         4     pc      50.00   200.00
                  Your code 10063041
2     ZJ-195031   Spiral wound gasket DN80    3     pc      20.00   60.00
                  Your code 10063042
Total EUR                                                           260.00
"""


def test_a_heading_around_a_slash_is_one() -> None:
    lines = read(TWICE).lines
    assert [value(line.part_number) for line in lines] == ["10063041", "10063042"]
    assert [value(line.drawing_number) for line in lines] == [None, None]


FIRST = """
Purchase Order PO-77120
Buyer: Garran Zinc Ltd

Item   Description       Qty   Unit    Unit price        Amount
1      Hex bolt M12x60
       Your part no.: LP-33-8200
       Price per 100 pcs
                         400   pc          724.00      2,896.00
2      Spiral wound gasket DN45 PN16 316/FG
       Your part no.: LP-33-8201
       Price per 100 pcs
                         250   pc        9,352.00     23,380.00
3      O-ring FKM 80
       Your part no.: LP-33-8202
"""
SECOND = """
       Price per 100 pcs
                         200   pc          500.00      1,000.00
Total EUR                                             27,276.00
"""


def _pages(*texts: str) -> SourceDocument:
    pages = [paper(text.replace("\n\n", "\n")).pages[0] for text in texts]
    numbered = tuple(replace(page, number=at) for at, page in enumerate(pages, 1))
    return SourceDocument(FileFormat.PDF, numbered, exact=False)


def test_what_the_price_of_the_last_item_is_for_may_stand_on_the_next_page() -> None:
    lines = assemble(_pages(FIRST, SECOND)).lines
    assert [value(line.price_per) for line in lines] == ["100", "100", "100"]
    assert [value(line.amount) for line in lines] == ["2896.00", "23380.00", "1000.00"]


def test_names_above_the_figures_may_reach_over_their_columns() -> None:
    found = assemble(_pages(FIRST, SECOND))
    assert all(told(line.quantity)[1] and told(line.amount)[1] for line in found.lines)
    assert told(found.header.total_amount) == ("27276.00", True)


def _framed(rows: int, number: int) -> SourceDocument:
    """Return a page with a table of items in two storeys, with its columns drawn and no rows."""
    heading = "     Item Description          Qty     Price      Amount\n          Your part no.        Per"
    items = [
        f"     {at}    Sleeve {at}              400     50.00      200.00\n          10063{at}           100"
        for at in range(1, rows + 1)
    ]
    page = paper("\n".join(["Order PO-77120", "", "", heading, *items])).pages[0]
    left, right, top, bottom = 38.0, 330.0, 84.0, 84.0 + 32 * (rows + 1) + 6
    rulings = [Ruling(Box(x, top, x, bottom)) for x in (left, 66.0, 146.0, 184.0, 234.0, right)]
    rulings += [Ruling(Box(left, y, right, y)) for y in (top, top + 34, bottom)]
    page = replace(page, rulings=tuple(rulings), number=number)
    return SourceDocument(FileFormat.PDF, (page,), exact=False)


def test_a_frame_on_one_page_is_one_on_the_others() -> None:
    several, single = _framed(4, 1), _framed(1, 2)
    both = replace(several, pages=(*several.pages, *single.pages))
    assert [bool(each.tables) for each in layouts(several)] == [False]
    assert [bool(each.tables) for each in layouts(single)] == [True]
    assert [bool(each.tables) for each in layouts(both)] == [False, False]


@pytest.mark.parametrize("mark", ["/", "|"])
def test_a_lone_slash_far_from_its_neighbours_stays_alone(mark: str) -> None:
    found = read(TWICE.replace("Name / Your code", f"Name   {mark}"))
    assert len(found.lines) == 2
