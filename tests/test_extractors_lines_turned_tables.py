"""Turned tables: drawn cells of several lines, and rows whose label says nothing that is known."""

from collections.abc import Sequence

import pytest
from paper import HEIGHT, LINE, paper, words_of

from extractors.assemble import assemble
from models.page import Box, FileFormat, Page, Ruling, SourceDocument
from models.reading import OrderLine

HEAD = """
Purchase order 4500771203
Buyer: Norrland Pulp AB
Supplier: Delta Seals GmbH
Currency: EUR
"""
ROWS = (
    ("Position", "1", "2"),
    ("Your article", "DS-4711", "DS-4712"),
    ("Designation", "Guide sleeve/turned", "Cartridge seal"),
    ("Price per/unit, EUR", "50.00", "20.00"),
    ("Amount, EUR", "100.00", "60.00"),
)
WIDTH = 150.0


def drawn(rows: Sequence[Sequence[str]], end: str = "Total amount: 160.00") -> SourceDocument:
    """Return an order with a drawn table; a stroke in a cell stands for the next line of it."""
    words = [
        each for at, line in enumerate(HEAD.split("\n")) for each in words_of(line, 20.0, 20.0 + at * LINE)
    ]
    top = 20.0 + 8 * LINE
    edges = [top]
    for row in rows:
        lines = max(cell.count("/") + 1 for cell in row)
        for column, cell in enumerate(row):
            parts = cell.split("/")
            first = edges[-1] + 3 + (lines - len(parts)) * (HEIGHT + 2) / 2
            for at, part in enumerate(parts):
                words += words_of(part, 33.0 + column * WIDTH, first + at * (HEIGHT + 2))
        edges.append(edges[-1] + 6 + lines * (HEIGHT + 2))
    xs = [30.0 + at * WIDTH for at in range(len(rows[0]) + 1)]
    across = [Ruling(Box(xs[0], y, xs[-1], y)) for y in edges]
    upright = [Ruling(Box(x, edges[0], x, edges[-1])) for x in xs]
    words += words_of(end, 20.0, edges[-1] + LINE)
    page = Page(1, 900.0, 1200.0, tuple(words), (*across, *upright))
    return SourceDocument(FileFormat.PDF, (page,), exact=False)


def told(line: OrderLine, name: str) -> tuple[str | None, bool]:
    field = getattr(line, name)
    return (field.value, field.sure) if field is not None else (None, False)


def test_cells_of_several_lines_and_wrapped_labels_are_one_row() -> None:
    rows = [*ROWS[:3], ("Quantity", "2", "3"), *ROWS[3:]]
    lines = assemble(drawn(rows)).lines
    assert [told(line, "description") for line in lines] == [
        ("Guide sleeve turned", True),
        ("Cartridge seal", True),
    ]
    assert [told(line, "unit_price") for line in lines] == [("50.00", True), ("20.00", True)]
    assert [told(line, "quantity") for line in lines] == [("2", True), ("3", True)]


@pytest.mark.parametrize("label", ["Number", "Zrdlo"])
def test_a_row_under_a_strange_label_holds_the_quantities_that_make_the_amounts(label: str) -> None:
    lines = assemble(drawn([*ROWS[:3], (label, "2", "3"), *ROWS[3:]])).lines
    assert [told(line, "quantity") for line in lines] == [("2", False), ("3", False)]
    assert [told(line, "part_number")[0] for line in lines] == ["DS-4711", "DS-4712"]


def test_a_row_of_days_under_a_strange_label_is_when_the_items_are_due_and_not_sure() -> None:
    rows = [*ROWS[:3], ("Quantity", "2", "3"), *ROWS[3:], ("Zrdlo", "4 May 2027", "11 May 2027")]
    lines = assemble(drawn(rows)).lines
    assert [told(line, "delivery_date") for line in lines] == [("2027-05-04", False), ("2027-05-11", False)]


def test_of_two_rows_of_days_under_strange_labels_none_is_taken() -> None:
    days = ("Zrdlo", "4 May 2027", "11 May 2027"), ("Vrmka", "5 May 2027", "12 May 2027")
    lines = assemble(drawn([*ROWS[:3], ("Quantity", "2", "3"), *ROWS[3:], *days])).lines
    assert len(lines) == 2
    assert not any(told(line, "delivery_date")[1] for line in lines)


TYPED = """
Purchase order 4500771203
Buyer: Norrland Pulp AB
Supplier: Delta Seals GmbH
Currency: EUR
No.                1               2
Your part no.      DS-4711         DS-4712
Description        Guide sleeve    Cartridge seal
Number             {}
Unit price         50.00           20.00
Amount             100.00          60.00
Total amount: 160.00
"""


@pytest.mark.parametrize(
    ("row", "counts"), [("2               3", ["2", "3"]), ("7               8", [None, None])]
)
def test_typed_rows_are_told_by_what_they_make_as_well(row: str, counts: list[str | None]) -> None:
    lines = assemble(paper(TYPED.format(row))).lines
    assert not any(told(line, "quantity")[1] for line in lines)
    assert [told(line, "quantity")[0] for line in lines] == counts or counts == [None, None]
