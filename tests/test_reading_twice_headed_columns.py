"""Drawn columns without drawn rows under headings in two storeys, and captions of sums beside them."""

from collections.abc import Sequence

import pytest
from paper import words_of

from extractors.assemble import assemble
from extractors.lines.headings import recognise
from models.page import Box, FileFormat, Page, Ruling, SourceDocument, Word
from models.reading import Field, Reading

HEAD = """
Selat Biru Palm Mill Sdn. Bhd.
PURCHASE ORDER   No.: SB-4471
Date: 17/09/2026
Supplier: Northwell Pumps Sdn. Bhd.
"""
EDGES = (20.0, 60.0, 150.0, 400.0, 450.0, 500.0, 580.0, 670.0)
TOP, STEP = 120.0, 16.0
ITEMS = (
    ("1", "SB/330/014", "Bilge pump 4 inch, bare shaft", "2", "unit", "50.00", "100.00"),
    ("", "", "Model: NW-BP40 (for tank 2)", "", "", "", ""),
    ("2", "SB/330/031", "Gland packing", "3", "set", "10.00", "30.00"),
    ("", "", "Model: NW-BP40-GP", "", "", "", ""),
    ("3", "SB/330/032", "Strainer", "1", "pc", "20.00", "20.00"),
    ("", "", "To suit model: NW-BP40", "", "", "", ""),
)
SUMS = (("Sub total", "150.00"), ("Less special discount", "(15.00)"), ("TOTAL RM", "135.00"))


def rectangle(x0: float, top: float, x1: float, bottom: float) -> list[Ruling]:
    across = [Ruling(Box(x0, y, x1, y)) for y in (top, bottom)]
    return across + [Ruling(Box(x, top, x, bottom)) for x in (x0, x1)]


def order(items: Sequence[Sequence[str]] = ITEMS) -> Reading:
    words = headed()
    body = TOP + 2 * STEP
    for at, row in enumerate(items):
        for x, text in zip(EDGES, row, strict=False):
            words += words_of(text, x + 3, body + 3 + at * STEP)
    end = body + len(items) * STEP
    sums, rulings = summed(end)
    rulings += [*rectangle(EDGES[0], TOP, EDGES[-1], body), *rectangle(EDGES[0], body, EDGES[-1], end)]
    rulings.append(Ruling(Box(EDGES[3], TOP + STEP, EDGES[-1], TOP + STEP)))
    for x, top in zip(EDGES[1:-1], (TOP, TOP, TOP, TOP + STEP, TOP, TOP + STEP), strict=True):
        rulings.append(Ruling(Box(x, top, x, end)))
    page = Page(1, 700.0, 900.0, (*words, *sums), tuple(rulings))
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False))


def headed() -> list[Word]:
    words: list[Word] = []
    for at, line in enumerate(HEAD.strip().split("\n")):
        words += words_of(line, 20.0, 20.0 + at * STEP)
    for text, column in (("No.", 0), ("Store code", 1), ("Particulars", 2)):
        words += words_of(text, EDGES[column] + 3, TOP + 11)
    for text, column in (("Quantity", 3), ("Price (RM)", 5)):
        words += words_of(text, EDGES[column] + 20, TOP + 3)
    for text, column in (("Qty", 3), ("Unit", 4), ("Unit", 5), ("Total", 6)):
        words += words_of(text, EDGES[column] + 3, TOP + 19)
    return words


def summed(end: float) -> tuple[list[Word], list[Ruling]]:
    words: list[Word] = []
    rulings: list[Ruling] = []
    for at, (caption, amount) in enumerate(SUMS):
        words += words_of(caption, EDGES[4], end + 3 + at * STEP)
        words += words_of(amount, EDGES[6] + 3, end + 3 + at * STEP)
        rulings += rectangle(EDGES[6], end + at * STEP, EDGES[7], end + (at + 1) * STEP)
    return words, rulings


def told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def test_columns_under_headings_of_two_storeys_are_parted_by_their_figures() -> None:
    lines = order().lines
    assert [told(line.quantity) for line in lines] == [("2", True), ("3", True), ("1", True)]
    assert [told(line.unit_price) for line in lines] == [("50.00", True), ("10.00", True), ("20.00", True)]
    assert [told(line.amount) for line in lines] == [("100.00", True), ("30.00", True), ("20.00", True)]
    assert told(lines[0].customer_part_number) == ("SB/330/014", False)


def test_captions_in_one_cell_stand_beside_the_sums_in_their_rows() -> None:
    assert told(order().header.total_amount) == ("135.00", True)


def test_a_model_behind_its_own_label_is_proposed_beside_a_number_of_the_store() -> None:
    lines = order().lines
    assert [told(line.part_number) for line in lines][:2] == [("NW-BP40", False), ("NW-BP40-GP", False)]
    assert lines[2].part_number is None or lines[2].part_number.value is None


@pytest.mark.parametrize("heading", ["Unit price (RM)", "Price (Kč)", "Price Dhs."])
def test_the_signs_of_further_currencies_stand_in_headings(heading: str) -> None:
    found = recognise(heading)
    assert found is not None
    assert found.exact
    assert found.currencies
