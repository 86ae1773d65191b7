"""Lines of items that reach over their columns, and headings and texts that ignore drawn lines."""

import pytest
from paper import LINE, form, grid, paper, sheet, words_of

from extractors.assemble import assemble
from extractors.lines.columns.sum_rows import stated_in
from extractors.lines.tables import heading_bands
from extractors.lines.tables.ruled import ruled_tables
from extractors.page.runs import rows_of, split_line
from models.page import Box, Cell, Page, Ruling, Table
from models.reading import Field, Reading

HEAD = "Nordkai Pumps Ltd\nPurchase order\nOrder no.: PO-88412\nSupplier: Delta Seals GmbH\n"
HEADINGS = ("Item", "Part No.", "Description", "Qty", "Price", "Total")
WIDTH = 90.0


def told(field: Field | None) -> tuple[str | None, bool] | None:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


def read(text: str) -> Reading:
    return assemble(paper(text))


BELOW = """
ITEM   QTY    UOM   CATALOGUE NO / DESCRIPTION                   UNIT PRICE     EXTENDED
1      3.00   EA    70013377                                        120.00       360.00
  SLEEVE, SHAFT; BORE: 40 MM; BRONZE, WITH KEYWAY AND TWO SCREWS
  Wanted on site: 12/05/2027     Store: YARD-7
2      2.00   EA    70013378                                        310.00       620.00
  COVER, BEARING; CAST IRON, DRILLED AND PAINTED WITH PRIMER
  Wanted on site: 19/05/2027     Store: YARD-7
                                                  Total                        980.00
"""


def test_the_second_of_two_labelled_values_left_of_the_names_is_no_name() -> None:
    lines = read(HEAD + BELOW).lines
    assert len(lines) == 2
    for line in lines:
        assert line.description is not None
        assert "YARD" not in str(line.description.value)


REDUCED = """
No.  Our code   Description             UM   Qty     Price    Disc.%     Amount
1    K-20417    Bearing cover           PC   10.00    8.00     25         60.00
                net price 6.00
2    K-20418    Lantern ring            {unit}    4.00    5.00               20.00
                                             Total EUR                    80.00
"""


def test_a_net_price_below_a_discount_is_the_price_of_the_item() -> None:
    first, second = read(HEAD + REDUCED.replace("{unit}", "PC")).lines
    assert told(first.unit_price) == ("6.00", True)
    assert first.description is not None
    assert first.description.value == "Bearing cover"
    assert told(second.unit_price) == ("5.00", True)


def test_a_price_below_an_item_without_a_discount_does_not_take_its_place() -> None:
    text = (
        REDUCED.replace("{unit}", "PC")
        .replace("   8.00     25 ", "   6.00        ")
        .replace("6.00\n2", "5.50\n2")
    )
    first, _ = read(HEAD + text).lines
    assert first.unit_price is not None
    assert first.unit_price.value == "6.00"


@pytest.mark.parametrize(
    ("line", "is_sum"), [("2   Lantern ring   CF   4,00   5,00   20,00", False), ("CF   20,00", True)]
)
def test_a_unit_that_is_also_said_of_a_sum_carried_forward_is_none(line: str, *, is_sum: bool) -> None:
    page = paper(line).pages[0]
    runs = [run for row in rows_of(page.words) for run in split_line(page, row, 0.5)]
    assert any(stated_in(runs)) is is_sum


def long_text(end: str) -> list[str]:
    """Return the cells of a row in which a text begins in the second and crosses its border."""
    rows = [("1", "Needed: 12345", "20"), ("2", "O-ring", "30")]
    words, rulings = grid(rows)
    border = sorted({ruling.box.x0 for ruling in rulings if not ruling.horizontal})[2]
    gap = words_of(f"a {end}", 0.0, 0.0)[1].box.x0
    words = [word for word in words if word.text not in {"Needed:", "12345"}]
    words += words_of(f"a {end}", border - gap - 12.0, min(word.box.top for word in words))
    page = Page(1, 900.0, 1200.0, tuple(words), tuple(rulings))
    (table,) = ruled_tables(page)
    return [" ".join(word.text for word in cell.words) for cell in table.cells if cell.row == 0]


def test_a_day_or_an_hour_that_ends_a_text_is_not_cut_by_a_drawn_line() -> None:
    assert "a 14-MAY-2027" in long_text("14-MAY-2027")
    assert "a 08:30:00" in long_text("08:30:00")


def test_other_words_are_cut_there() -> None:
    assert not any("4711400815" in text for text in long_text("4711400815"))


def band(headings: tuple[str, ...] = HEADINGS) -> Table:
    """Return a table of two rows whose first is one field."""
    words = [each for at, text in enumerate(headings) for each in words_of(text, at * WIDTH + 3, 3.0)]
    full = Box(0, 0, len(headings) * WIDTH, LINE)
    cells = [Cell(0, 0, full, tuple(words), column_span=len(headings))]
    for at in range(len(headings)):
        box = Box(at * WIDTH, LINE, (at + 1) * WIDTH, 2 * LINE)
        cells.append(Cell(1, at, box, tuple(words_of("1", box.x0 + 3, LINE + 3))))
    return Table(Box(0, 0, full.x1, 2 * LINE), 2, len(headings), tuple(cells))


def test_a_band_of_headings_is_parted_where_the_columns_below_it_are() -> None:
    cells = [cell for cell in heading_bands.parted(band()).cells if cell.row == 0]
    assert tuple(" ".join(word.text for word in cell.words) for cell in cells) == HEADINGS
    assert [cell.column for cell in cells] == list(range(len(HEADINGS)))


@pytest.mark.parametrize(
    "words",
    [
        ("Pumps", "of", "the", "second", "station", "Total"),
        ("Spare parts of the first station", "Part No.", "Description", "Qty", "Price", "Total"),
        ("Item", "Part No.", "Description", "Qty", "Price", ""),
    ],
)
def test_a_title_over_all_columns_stays_whole(words: tuple[str, ...]) -> None:
    table = band(words)
    assert heading_bands.parted(table) is table


def test_items_below_a_band_without_lines_keep_their_numbers() -> None:
    rows = [
        list(HEADINGS),
        ["A1", "KL-4471", "Shaft sleeve 40 mm", "2", "30.00", "60.00"],
        ["B1", "KL-4472", "Bearing cover", "1", "20.00", "20.00"],
    ]
    document = form(HEAD, rows, "Total: 80.00")
    page = document.pages[0]
    upright = sorted(ruling.box.x0 for ruling in page.rulings if not ruling.horizontal)
    rulings = tuple(
        ruling
        if ruling.horizontal or ruling.box.x0 in {upright[0], upright[-1]}
        else Ruling(Box(ruling.box.x0, ruling.box.top + LINE, ruling.box.x1, ruling.box.bottom))
        for ruling in page.rulings
    )
    pages = (Page(1, page.width, page.height, page.words, rulings),)
    lines = assemble(type(document)(document.format, pages, exact=False)).lines
    assert [line.line_number.value for line in lines if line.line_number] == ["A1", "B1"]
    assert [told(line.quantity) for line in lines] == [("2", True), ("1", True)]


def test_a_date_below_the_number_of_the_order_is_dated_by_no_caption_beside_it() -> None:
    rows = [
        ["Purchase order", "", "", "", "", ""],
        ["Supplier", "Delta Seals GmbH, Hafenstr. 8, 20457 Hamburg", "", "", "P/O No.", "NK-26-118"],
        ["", "", "", "", "Date", "2026-11-17"],
        list(HEADINGS),
        ["1", "KL-4471", "Shaft sleeve 40 mm", "2", "30.00", "60.00"],
    ]
    document = sheet(rows)
    page = document.pages[0]
    table = page.tables[0]
    cells = []
    for cell in table.cells:
        if cell.row in {1, 2} and cell.column in {1, 2, 3}:
            if (cell.row, cell.column) == (1, 1):
                box = Box(cell.box.x0, cell.box.top, cell.box.x0 + 600.0, cell.box.bottom + LINE)
                cells.append(Cell(1, 1, box, cell.words, 2, 3, cell.where))
            continue
        cells.append(cell)
    merged = Table(table.box, table.rows, table.columns, tuple(cells))
    changed = Page(1, page.width, page.height, page.words, tables=(merged,), synthetic=True)
    header = assemble(type(document)(document.format, (changed,), exact=True)).header
    assert told(header.document_number) == ("NK-26-118", True)
    assert told(header.document_date) == ("2026-11-17", True)
