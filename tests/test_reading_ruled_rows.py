"""Rows that lines tell: lines across between items, and uprights that leave out texts, sums and rows."""

from collections.abc import Sequence

from drawn_columns import EDGES, HEAD, STEP, TOP, lines_of
from paper import LINE, paper, words_of

from extractors.assemble import assemble
from models.page import Box, FileFormat, Page, Ruling, SourceDocument, Word
from models.reading import Field, OrderLine

FIRST = 40.0
"""The height of the first line of a typed paper."""


def said(line: OrderLine, *names: str) -> list[str | None]:
    found: list[Field | None] = [getattr(line, name) for name in names]
    return [field.value if field is not None else None for field in found]


def between(text: str, *after: int) -> SourceDocument:
    """Return a typed paper with a line across below each of some lines, counted from its first."""
    rules = [Ruling(Box(20.0, y, 700.0, y)) for y in (FIRST + (at + 1) * LINE - 3 for at in after)]
    return paper(text, rulings=rules)


WRAPPED = """
PURCHASE ORDER
Order no.: 60-4471
Buyer: Harlow Pumps Ltd
Currency: GBP

Your part    Description       Drawing       Qty   Unit   Unit price     Amount
LP-11-4000   Shaft             5-59738-      4     pc     £ 25.00        £ 100.00
             sleeve            04 Rev.A
LP-11-4001   Impeller          6-1745-       20    pc     £              £
             CF8M              01                         1,085.00       21,700.00
Note: the sleeve above and the impeller are for the shutdown of the mill in May 2027
LP-11-4002   Hex bolt          GA-4759-02    500   pc     £ 3.00         £ 1,500.00
             M12x45
Total GBP                                                                23,300.00
"""


def test_lines_across_part_items_whose_cells_wrap_as_they_like() -> None:
    lines = assemble(between(WRAPPED, 5, 7, 9, 10, 12)).lines
    assert [said(line, "part_number", "quantity", "unit_price", "amount") for line in lines] == [
        ["LP-11-4000", "4", "25.00", "100.00"],
        ["LP-11-4001", "20", "1085.00", "21700.00"],
        ["LP-11-4002", "500", "3.00", "1500.00"],
    ]
    assert said(lines[0], "drawing_number") == ["5-59738-04 Rev.A"]
    assert lines[2].description is not None
    assert lines[2].description.value == "Hex bolt M12x45"


def test_a_note_between_lines_across_is_no_code_and_no_day_of_an_item() -> None:
    lines = assemble(between(WRAPPED, 5, 7, 9, 10, 12)).lines
    assert [said(line, "delivery_date", "customer_part_number") for line in lines] == [[None, None]] * 3


def test_lines_across_that_part_sections_part_no_items() -> None:
    text = """
PURCHASE ORDER
Order no.: 60-4472
Buyer: Harlow Pumps Ltd
Currency: GBP

Your part    Description       Qty   Unit   Unit price     Amount
LP-11-4000   Shaft sleeve      4     pc     25.00          100.00
LP-11-4001   Impeller          2     pc     80.00          160.00
LP-11-4002   Hex bolt          50    pc     3.00           150.00
LP-11-4003   Washer            10    pc     1.00           10.00
Total GBP                                                  420.00
"""
    lines = assemble(between(text, 5, 7, 9)).lines
    assert [said(line, "quantity", "amount") for line in lines] == [
        ["4", "100.00"],
        ["2", "160.00"],
        ["50", "150.00"],
        ["10", "10.00"],
    ]


HEADING = ("Line", "Description of goods", "Qty", "Unit price", "Amount")


def drawn(rows: Sequence[Sequence[str]], *, loose: bool = False) -> Page:
    """Return a page with a table whose uprights stand beside the cells of a row that has several alone.

    A row of two cells is a text across, with a sum behind it. Without a heading (`loose`) few uprights touch
    the outline.
    """
    words: list[Word] = []
    for at, line in enumerate(HEAD.split("\n")):
        words += words_of(line, 20.0, 20.0 + at * 16.0)
    upright = []
    for at, row in enumerate(rows):
        top = TOP + 4 + at * STEP
        places = {1: (1,), 2: (2, 4)}.get(len(row), range(5))
        for column, text in zip(places, row, strict=True):
            words += words_of(text, EDGES[column] + 3, top)
        sides = {1: (), 2: (4,)}.get(len(row), (2, 3, 4))
        upright += [Ruling(Box(EDGES[x], top - 4, EDGES[x], top - 4 + STEP)) for x in sides]
    bottom = TOP + len(rows) * STEP
    # The number of an item stands beside the texts below it; a sum has no such side.
    counted = [at for at, row in enumerate(rows) if len(row) != 2]
    upright.append(Ruling(Box(EDGES[1], TOP + counted[0] * STEP, EDGES[1], TOP + (counted[-1] + 1) * STEP)))
    upright += [Ruling(Box(x, TOP, x, bottom)) for x in (EDGES[0], EDGES[-1])]
    across = [Ruling(Box(EDGES[0], y, EDGES[-1], y)) for y in (TOP, bottom)]
    if not loose:
        across.append(Ruling(Box(EDGES[0], TOP + STEP, EDGES[-1], TOP + STEP)))
    return Page(1, 600.0, 800.0, tuple(words), (*across, *upright))


ROWS = (
    HEADING,
    ("1", "Bearing housing", "5", "10.00", "50.00"),
    ("Vendor material no.: LP-38-4000",),
    ("2", "Ball bearing", "20", "2.00", "40.00"),
    ("Vendor material no.: LP-12-4037",),
    ("Carry over", "90.00"),
)


def test_the_number_of_an_item_stands_beside_its_own_row_where_no_line_parts_the_items() -> None:
    lines = lines_of(drawn(ROWS))
    assert [said(line, "line_number", "part_number", "quantity", "amount") for line in lines] == [
        ["1", "LP-38-4000", "5", "50.00"],
        ["2", "LP-12-4037", "20", "40.00"],
    ]


def test_a_page_that_goes_on_without_a_heading_has_its_cells_by_sides_that_touch_no_line() -> None:
    more = (
        ("Country of origin: CN",),
        ("3", "Impeller", "3", "20.00", "60.00"),
        ("Vendor material no.: LP-33-4074",),
        ("4", "Pump shaft", "4", "30.00", "120.00"),
        ("Vendor material no.: LP-31-4111",),
    )
    second = drawn(more, loose=True)
    words = tuple(word for word in second.words if word.box.top >= TOP)
    pages = (drawn(ROWS), Page(2, 600.0, 800.0, words, second.rulings))
    lines = assemble(SourceDocument(FileFormat.PDF, pages, exact=False)).lines
    assert [said(line, "line_number", "part_number", "quantity") for line in lines][2:] == [
        ["3", "LP-33-4074", "3"],
        ["4", "LP-31-4111", "4"],
    ]


def test_a_sum_brought_forward_in_the_first_row_is_no_item() -> None:
    more = (("Brought forward", "90.00"), ("3", "Impeller", "3", "20.00", "60.00"))
    second = drawn(more, loose=True)
    words = tuple(word for word in second.words if word.box.top >= TOP)
    pages = (drawn(ROWS), Page(2, 600.0, 800.0, words, second.rulings))
    lines = assemble(SourceDocument(FileFormat.PDF, pages, exact=False)).lines
    assert [said(line, "line_number", "quantity", "amount") for line in lines][2:] == [["3", "3", "60.00"]]
