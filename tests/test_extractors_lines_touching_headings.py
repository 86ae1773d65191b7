"""Headings of which only a blank parts two columns, and what stands below them."""

from dataclasses import replace

import pytest
from paper import LINE, paper

from extractors.assemble import assemble
from extractors.lines.columns.heading_lines import find
from extractors.lines.tables.unruled_items import lines_of
from models.page import FileFormat, SourceDocument
from models.reading import Field, OrderLine, Reading

CLOSER = 7.0
"""Both lines come so much closer to the one between them that they overlap it, in points."""


def read(text: str) -> Reading:
    return assemble(paper(text))


def value(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def headings(text: str) -> list[str]:
    page = paper(text).pages[0]
    found = find(lines_of(page, page.words), 0)
    assert found is not None
    return [column.text for column in found.columns]


TAXED = """
Line  Part no.    Description        Qty   Unit price Tax      Amount
1     10044021    Shaft seal           2        10.00 Y         20.00
2     10044022    Bearing housing      3        20.00 Y         60.00
Total                                                           80.00
"""


def test_the_end_of_a_heading_may_head_a_column_of_its_own() -> None:
    assert headings(TAXED) == ["Line", "Part no.", "Description", "Qty", "Unit price", "Tax", "Amount"]
    assert [value(line.unit_price) for line in read(f"PURCHASE ORDER PO-1\n{TAXED}").lines] == [
        ("10.00", True),
        ("20.00", True),
    ]


def test_a_heading_stays_whole_over_one_column() -> None:
    text = TAXED.replace(" Y ", "   ")
    assert "Unit price Tax" in headings(text)


WEEKS = """
PURCHASE ORDER PO-2
Pos Item / Description            Quantity Un       Price Week          Amount
10  GRV-77-045                       5.000 pcs    11.4000 2027-W19       57.00
    Wiper ring 45 mm
20  GRV-77-060                      20.000 pcs    23.7500 2027-W21      475.00
    Guide sleeve 60 mm
Total EUR                                                               532.00
"""


def lines_of_weeks() -> tuple[OrderLine, ...]:
    return read(WEEKS).lines


def test_a_strange_heading_behind_a_known_one_heads_its_own_column() -> None:
    assert [value(line.unit_price) for line in lines_of_weeks()] == [("11.4000", True), ("23.7500", True)]
    assert [value(line.quantity) for line in lines_of_weeks()] == [("5.000", True), ("20.000", True)]
    assert [value(line.unit) for line in lines_of_weeks()] == [("pcs", True), ("pcs", True)]


def test_an_item_named_beside_the_description_is_the_code_above_the_name() -> None:
    names = [line.description.value for line in lines_of_weeks() if line.description]
    codes = [line.part_number.value for line in lines_of_weeks() if line.part_number]
    assert (codes, names) == (["GRV-77-045", "GRV-77-060"], ["Wiper ring 45 mm", "Guide sleeve 60 mm"])


AROUND = """
PURCHASE ORDER PO-3
Pos  Material   Description      Qty  Unit  Unit price  Amount
10   1001234    Shaft seal       2    pcs   10.00       20.00
20   1001235    Shaft sleeve     1    pcs   15.50       15.50
"""


def around(label: str, end: str) -> SourceDocument:
    """Return an order whose last amount stands at the middle of two lines."""
    text = f"{AROUND}{label:>48}\n{'35.50':>61}\n{end:>48}"
    page = paper(text).pages[0]
    last = max(word.box.top for word in page.words)
    steps = {last - 2 * LINE: CLOSER, last: -CLOSER}
    words = tuple(
        replace(
            word,
            box=word.box._replace(
                top=word.box.top + steps.get(word.box.top, 0.0),
                bottom=word.box.bottom + steps.get(word.box.top, 0.0),
            ),
        )
        for word in page.words
    )
    return SourceDocument(FileFormat.PDF, (replace(page, words=words),), exact=False)


def test_an_amount_may_stand_at_the_middle_of_two_lines() -> None:
    order = assemble(around("Total SEK excl.", "VAT"))
    assert value(order.header.total_amount) == ("35.50", True)
    assert value(order.header.currency) == ("SEK", True)


def test_an_amount_between_two_other_lines_is_no_total() -> None:
    total = assemble(around("All goods are new and", "of this year")).header.total_amount
    assert total is not None
    assert value(total) == ("35.50", False)  # the lines add up to it, and nothing says what it is


def test_a_day_below_the_label_in_its_cell_is_the_items() -> None:
    text = """
PURCHASE ORDER PO-4
Line  Part Number / Description    Delivery date     Qty  UOM   Unit price   Amount
1     CSX-11884                    Needed:             3  Each       10.00    30.00
      SEAL,MECH,CARTRIDGE          15-MAY-2027 00:00:00
2     CSX-11885                    Needed:             1  Each       12.00    12.00
      SLEEVE,SHAFT                 16-MAY-2027 00:00:00
Total USD                                                                     42.00
"""
    assert [value(line.delivery_date) for line in read(text).lines] == [
        ("2027-05-15", True),
        ("2027-05-16", True),
    ]


@pytest.mark.parametrize(
    ("said", "made_of", "code"),
    [("Material: resin-bonded graphite", True, None), ("Material: 7730115", False, "7730115")],
)
def test_a_material_in_words_is_no_number(said: str, code: str | None, *, made_of: bool) -> None:
    text = f"""
PURCHASE ORDER PO-5
Item  Supplier item   Description      Qty  Unit  Unit price  Amount
10    10045           Guide ring       2    pcs   10.00       20.00
                      {said}
Total EUR                                                     20.00
"""
    line = read(text).lines[0]
    assert (line.customer_part_number is None) == made_of
    assert value(line.customer_part_number) == (None if code is None else (code, True))


def test_a_note_behind_a_day_leaves_the_day() -> None:
    text = """
PURCHASE ORDER PO-6
Item  Supplier item   Description      Qty  Unit  Unit price  Amount
10    10045001        Guide ring       2    pcs   10.00       20.00
      Delivery date: 07.09.2027 · Receipt with inspection, certificate 3.1
Total EUR                                                     20.00
"""
    assert value(read(text).lines[0].delivery_date) == ("2027-09-07", False)


PAGES = (
    "1     10044021   Seal             2027-03-04      2  pcs    10.00       20.00",
    "2     10044022   Sleeve           2027-03-05      1  pcs    15.00       15.00",
)


def test_a_heading_on_a_later_page_states_nothing_of_the_order() -> None:
    head = "Line  Part no.   Description      Delivery        Qty Unit   Unit price  Amount"
    texts = (f"PURCHASE ORDER PO-7\n{head}\n{PAGES[0]}", f"{head}\n{PAGES[1]}\nTotal EUR{'35.00':>70}")
    pages = (replace(paper(text).pages[0], number=at) for at, text in enumerate(texts, 1))
    order = assemble(SourceDocument(FileFormat.PDF, tuple(pages), exact=False))
    assert [value(line.delivery_date) for line in order.lines] == [("2027-03-04", True), ("2027-03-05", True)]
    assert order.header.delivery_date is None
