"""Cells of several lines that say what each line is: codes of several owners, numbers before and after."""

import pytest
from paper import CHARACTER, LINE, paper, words_of

from extractors.assemble import assemble
from extractors.kinds.compound_titles import kind_of
from extractors.lines.item_table import make_column
from extractors.lines.texts import cell_texts
from extractors.page.runs import make_run
from extractors.vocabulary.meanings import Role
from models.page import Box, FileFormat, Page, Ruling, SourceDocument, Word
from models.reading import Field, Kind

HEAD = ("PURCHASE ORDER", "Order No.: PO-2026-118", "Order date: 2026-03-05", "Buyer: Haven Pumps GmbH")
COLUMNS = ("#", "Product ID", "Name", "Qty", "Unit", "Unit price", "Amount")


def drawn(rows: tuple[tuple[str, ...], ...], head: tuple[str, ...] = HEAD) -> SourceDocument:
    """Return a page with some lines and a drawn table; the lines of a cell are parted by line breaks."""
    words: list[Word] = [each for at, line in enumerate(head) for each in words_of(line, 20, 20 + at * LINE)]
    widths = [max(len(line) for row in rows for line in row[at].split("\n")) for at in range(len(rows[0]))]
    xs, ys = [30.0], [20.0 + (len(head) + 1) * LINE]
    for width in widths:
        xs.append(xs[-1] + width * CHARACTER + 8)
    for row in rows:
        for x, cell in zip(xs, row, strict=False):
            for nth, line in enumerate(cell.split("\n")):
                words += words_of(line, x + 3, ys[-1] + 3 + nth * LINE)
        ys.append(ys[-1] + max(len(cell.split("\n")) for cell in row) * LINE)
    rulings = [Ruling(Box(xs[0], y, xs[-1], y)) for y in ys] + [Ruling(Box(x, ys[0], x, ys[-1])) for x in xs]
    return SourceDocument(
        FileFormat.PDF, (Page(1, 900.0, 1200.0, tuple(words), tuple(rulings)),), exact=False
    )


def value(field: Field | None) -> str | None:
    return field.value if field is not None else None


def test_each_code_of_a_cell_goes_to_its_owner() -> None:
    rows = (
        COLUMNS,
        (
            "1\nPO line: 4",
            "GTIN: 4012345001235\nSE_ID: 9876\nBY_ID: 6549",
            "Shaft sleeve",
            "2",
            "pc",
            "50.00",
            "100.00",
        ),
        (
            "2\nPO line: 5",
            "GTIN: 4012345001242\nSE_ID: 9877\nBY_ID: 6550",
            "Seal ring",
            "1",
            "pc",
            "50.00",
            "50.00",
        ),
    )
    lines = assemble(drawn(rows)).lines
    assert [value(line.line_number) for line in lines] == ["1", "2"]
    assert [value(line.part_number) for line in lines] == ["9876", "9877"]
    assert [value(line.customer_part_number) for line in lines] == ["6549", "6550"]
    assert [value(line.description) for line in lines] == ["Shaft sleeve", "Seal ring"]


def test_a_code_above_a_label_stays_the_code_of_its_column() -> None:
    rows = (COLUMNS, ("1", "10044021\nOur ref: 6549", "Shaft sleeve", "2", "pc", "50.00", "100.00"))
    (line,) = assemble(drawn(rows)).lines
    assert (value(line.part_number), value(line.customer_part_number)) == ("10044021", "6549")


def test_of_fewer_codes_than_headings_nobody_knows_whose_they_are() -> None:
    head = ("#", "Our part no.\nYour part no.", "Name", "Qty", "Unit", "Unit price", "Amount")
    full = ("1", "6549-A1\n10044021", "Shaft sleeve", "2", "pc", "50.00", "100.00")
    blank = ("2", "10044022\n(GTIN)", "Seal ring", "2", "pc", "50.00", "100.00")
    one, other = assemble(drawn((head, full, blank))).lines
    assert one.part_number is not None
    assert (one.part_number.value, one.part_number.sure) == ("10044021", True)
    found = (other.part_number, other.customer_part_number)
    assert not any(each.sure for each in found if each is not None)


def test_of_more_lines_than_headings_with_a_name_first_nobody_knows_which_is_which() -> None:
    head = ("#", "Our part no.\nYour part no.\nDrawing no.", "Qty", "Unit", "Unit price", "Amount")
    row = ("1", "Shaft sleeve\n6549-A1\n10044021\nDW-4471", "2", "pc", "50.00", "100.00")
    (line,) = assemble(drawn((head, row))).lines
    found = (line.part_number, line.customer_part_number, line.drawing_number)
    assert not any(each.sure for each in found if each is not None)


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("Requested (A)greed Qty", "(R) 6\n(A) 4"), ("Qty", "old 6\nnew 4"), ("数量", "原6\n现4")],
)
def test_of_a_number_before_and_after_the_later_one_holds_and_is_not_sure(heading: str, cell: str) -> None:
    rows = (
        ("#", "Product ID", "Name", heading, "Unit", "Unit price", "Amount"),
        ("1", "10044021", "Shaft sleeve", cell, "pc", "50.00", "200.00"),
    )
    (line,) = assemble(drawn(rows)).lines
    assert line.quantity is not None
    assert (line.quantity.value, line.quantity.sure) == ("4", False)


def test_two_numbers_that_do_not_say_which_is_later_are_not_chosen_from() -> None:
    rows = (COLUMNS, ("1", "10044021", "Shaft sleeve", "(P) 6\n(Q) 4", "pc", "50.00", "200.00"))
    (line,) = assemble(drawn(rows)).lines
    assert line.quantity is None or not line.quantity.sure


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Baurechnung", Kind.INVOICE),
        ("Reisekostenabrechnung", Kind.INVOICE),
        ("Ersatzteilbestellung", Kind.PURCHASE_ORDER),
        ("Auftragsbestätigung", Kind.OTHER),
        ("Berechnung", None),
        ("Abbestellung", None),
        ("bestellung", None),
    ],
)
def test_the_last_part_of_a_german_title_says_what_the_paper_is(word: str, kind: Kind | None) -> None:
    assert kind_of(word) is kind


@pytest.mark.parametrize(("below", "code"), [("8 (EA)", "HB-55140"), ("50 L", "HB-55140 50 L")])
def test_a_quantity_below_a_code_is_no_part_of_it(below: str, code: str) -> None:
    page = paper(f"HB-55140\n{below}").pages[0]
    cell = [make_run(page, page.words[:1]), make_run(page, page.words[1:])]
    column = make_column(0.0, 200.0, ["Customer part no."])
    texts = dict(cell_texts.of_cell(cell, column, 0, inherited=False))
    assert texts[Role.BUYER_PART].printed == code
