"""Headings of two rows in tables that state their cells: the lower row parts cells of the upper one."""

from collections.abc import Sequence

import pytest
from paper import words_of

from extractors.assemble import assemble
from models.page import Box, Cell, FileFormat, Page, SourceDocument, Table, union
from models.reading import Field, OrderLine

LINE = 16.0
WIDTH = 120.0
Placed = tuple[int, int, str, int, int]
"""A cell: its row, its column, its text, and how many rows and columns it takes."""


def _told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def _cell(row: int, column: int, text: str, rows: int = 1, columns: int = 1) -> Cell:
    place = Box(column * WIDTH, 150 + row * LINE, (column + columns) * WIDTH, 150 + (row + rows) * LINE)
    words = tuple(words_of(text, place.x0 + 2, place.top + 2))
    return Cell(row, column, place, words, row_span=rows, column_span=columns)


def _lines(
    head: Sequence[str], heading: Sequence[Placed], rows: Sequence[Sequence[str]]
) -> Sequence[OrderLine]:
    """Return what is read of a paper of typed lines and a table below them."""
    depth = 1 + max(row + tall - 1 for row, _, _, tall, _ in heading)
    cells = [_cell(*each) for each in heading]
    for at, row in enumerate(rows, depth):
        cells += [_cell(at, column, text) for column, text in enumerate(row)]
    table = Table(union(cell.box for cell in cells), depth + len(rows), len(rows[0]), tuple(cells))
    words = [each for at, line in enumerate(head) for each in words_of(line, 20.0, 10 + at * LINE)]
    words += [each for cell in cells for each in cell.words]
    page = Page(1, 1200.0, 900.0, tuple(words), tables=(table,))
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False)).lines


def _codes(line: OrderLine) -> list[tuple[str | None, bool] | None]:
    return [_told(line.part_number), _told(line.customer_part_number)]


PARTED = [
    (0, 0, "序号", 2, 1),
    (0, 1, "编号", 1, 2),
    (0, 3, "名称", 2, 1),
    (0, 4, "数量", 2, 1),
    (0, 5, "单价", 2, 1),
    (0, 6, "金额", 2, 1),
    (1, 1, "甲方", 1, 1),
    (1, 2, "乙方", 1, 1),
]
ITEMS = [
    ["1", "QN-3301", "40071188", "轴套", "2", "50.00", "100.00"],
    ["2", "QN-3302", "40071195", "叶轮", "1", "30.00", "30.00"],
    ["合计", "", "", "", "", "", "130.00"],
]


@pytest.mark.parametrize(
    ("parties", "own", "theirs", "sure"),
    [
        (("甲方（需方）：青浦造船有限公司", "乙方（供方）：津海密封有限公司"), "40071188", "QN-3301", True),
        (("甲方（供方）：津海密封有限公司", "乙方（需方）：青浦造船有限公司"), "QN-3301", "40071188", True),
        (("甲方：青浦造船有限公司", "乙方：津海密封有限公司"), "40071188", "QN-3301", False),
    ],
)
def test_the_parties_below_a_heading_of_numbers_own_them(
    parties: Sequence[str], own: str, theirs: str, *, sure: bool
) -> None:
    lines = _lines(["采购合同", "合同编号：QN-26-077", *parties], PARTED, ITEMS)
    assert _codes(lines[0]) == [(own, sure), (theirs, sure)]


GERMAN = ["Bestellung Nr. 4500338", "Besteller: Weidach Papier GmbH", "Lieferant: Delta Seals GmbH"]
TWO_LEVELS = [
    (0, 0, "Lfd.", 2, 1),
    (0, 1, "Bezeichnung", 2, 1),
    (0, 2, "Teilenummer", 1, 2),
    (0, 4, "Menge", 2, 1),
    (0, 5, "Preis in EUR", 1, 2),
    (1, 2, "Lieferant", 1, 1),
    (1, 3, "Weidach", 1, 1),
    (1, 5, "einzeln", 1, 1),
    (1, 6, "gesamt", 1, 1),
]
STUFF = [
    ["1", "Wellenhülse", "40071188", "81-330", "2 Stück", "50,00", "100,00"],
    ["2", "Laufrad", "40071195", "81-331", "1 Stück", "30,00", "30,00"],
]


def test_a_row_that_parts_cells_belongs_to_the_heading_whatever_it_says() -> None:
    lines = _lines(GERMAN, TWO_LEVELS, [*STUFF, ["Summe", "", "", "", "", "", "130,00"]])
    assert [_told(line.unit_price) for line in lines] == [("50.00", True), ("30.00", True)]
    assert [_told(line.amount) for line in lines] == [("100.00", True), ("30.00", True)]
    assert [_codes(line)[0] for line in lines] == [("40071188", True), ("40071195", True)]
    assert not any(line.customer_part_number and line.customer_part_number.sure for line in lines)


def test_strange_words_below_a_heading_make_nothing_sure() -> None:
    words = {"einzeln": "zarm", "gesamt": "plun"}
    strange = [(row, at, words.get(text, text), tall, wide) for row, at, text, tall, wide in TWO_LEVELS]
    lines = _lines(GERMAN, strange, STUFF)
    assert len(lines) == 2
    assert not any(line.unit_price and line.unit_price.sure for line in lines)


def test_a_row_of_an_item_is_no_heading() -> None:
    flat = [(0, at, text, 1, 1) for at, text in enumerate(("序号", "编号", "名称", "数量", "单价", "金额"))]
    lines = _lines(["采购合同"], flat, [[row[0], *row[2:]] for row in ITEMS])
    assert [line.amount.value for line in lines if line.amount] == ["100.00", "30.00"]
