"""Drawn lines that part no cells, and drawn columns whose rows are not drawn."""

from paper import LINE, words_of

from extractors.assemble import assemble
from models.page import Box, FileFormat, Page, Ruling, SourceDocument
from models.reading import Reading

HEAD = "Ln   Description      Days     Len     Qty     Rate     Amount"
ROWS = (
    "1    Valve service    M-F      30       2    50.00     100.00",
    "     Class by day     from 03/02     to 03/06     per 2",
    "2    Spring set       M-F      15       3    10.00      30.00",
    "     Class by day     from 03/09     to 03/13     per 3",
)


def page(rulings: list[Ruling]) -> Reading:
    words = [each for at, line in enumerate((HEAD, *ROWS)) for each in words_of(line, 20.0, 40.0 + at * LINE)]
    return assemble(
        SourceDocument(FileFormat.PDF, (Page(1, 900.0, 1200.0, tuple(words), tuple(rulings)),), exact=False)
    )


def amounts(reading: Reading) -> list[str | None]:
    return [line.amount.value if line.amount else None for line in reading.lines]


def test_a_rule_below_each_item_and_a_bar_are_no_table() -> None:
    across = [Ruling(Box(20.0, 54.0 + at * 2 * LINE, 340.0, 54.0 + at * 2 * LINE)) for at in range(3)]
    upright = [Ruling(Box(x, 54.0, x, 54.0 + 4 * LINE)) for x in (270.0, 340.0)]
    assert amounts(page([*across, *upright])) == ["100.00", "30.00"]


def test_drawn_columns_without_drawn_rows_hold_several_items() -> None:
    top, bottom = 36.0, 36.0 + 5 * LINE
    across = [Ruling(Box(15.0, y, 340.0, y)) for y in (top, top + LINE, bottom)]
    upright = [Ruling(Box(x, top, x, bottom)) for x in (15.0, 42.0, 128.0, 172.0, 208.0, 240.0, 290.0, 340.0)]
    assert amounts(page([*across, *upright])) == ["100.00", "30.00"]
