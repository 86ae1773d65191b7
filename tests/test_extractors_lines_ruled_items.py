"""Item tables in stated cells: headings of several rows, and cells that span others."""

from paper import LINE, words_of

from extractors.lines.tables.ruled_items import item_table
from models.page import Box, Cell, Page, Table

WIDTH = 120.0
ABOVE = (("序号", 1), ("名称", 1), ("数量", 2), ("价格（元，不含税）", 2))
BELOW = ("", "", "数目", "单位", "单价", "总价")
ITEM = ("1", "轴套", "4", "件", "10.00", "40.00")


def cell(row: int, column: int, text: str, span: int = 1) -> Cell:
    box = Box(column * WIDTH, row * LINE, (column + span) * WIDTH, (row + 1) * LINE)
    return Cell(row, column, box, tuple(words_of(text, box.x0 + 2, box.top + 2)), column_span=span)


def table() -> Table:
    cells = []
    at = 0
    for text, span in ABOVE:
        cells.append(cell(0, at, text, span))
        at += span
    cells += [cell(1, column, text) for column, text in enumerate(BELOW)]
    cells += [cell(2, column, text) for column, text in enumerate(ITEM)]
    return Table(Box(0, 0, 6 * WIDTH, 3 * LINE), 3, 6, tuple(cells))


def test_a_heading_over_several_columns_says_more_of_them_and_names_none() -> None:
    found = item_table(Page(1, 6 * WIDTH, 100.0, ()), table())
    assert found is not None
    assert [str(column.role) for column in found.columns] == [
        "line_number",
        "description",
        "quantity",
        "unit",
        "price",
        "amount",
    ]
    assert [column.headings[0].tax_included for column in found.columns[-2:]] == [False, False]
    assert len(found.rows) == 1


def test_a_heading_and_the_one_above_it_together_name_a_column() -> None:
    above = (("序号", 1), ("名称", 1), ("编码", 2), ("价格（元）", 2))
    below = ("", "", "供方", "需方", "数量", "单价")
    cells = []
    at = 0
    for text, span in above:
        cells.append(cell(0, at, text, span))
        at += span
    cells += [cell(1, column, text) for column, text in enumerate(below)]
    cells += [
        cell(2, column, text) for column, text in enumerate(("1", "轴套", "10030001", "BP-77", "4", "10.00"))
    ]
    whole = Table(Box(0, 0, 6 * WIDTH, 3 * LINE), 3, 6, tuple(cells))
    found = item_table(Page(1, 6 * WIDTH, 100.0, ()), whole)
    assert found is not None
    assert [str(column.role) for column in found.columns[2:4]] == ["seller_part", "buyer_part"]


def test_items_of_two_drawn_rows_of_different_cells_are_one_row() -> None:
    wide = [
        [cell(row, 1, first, 2), cell(row, 3, second, 2)]
        for row, (first, second) in enumerate(
            (
                ("需方编码", "供方编码"),
                ("", ""),
                ("BP-77", "10030001"),
                ("", ""),
                ("BP-78", "10030002"),
                ("", ""),
            )
        )
        if first
    ]
    narrow = [
        [cell(row, column, text) for column, text in enumerate(texts)]
        for row, texts in (
            (1, ("项", "名称", "数量", "单价", "金额")),
            (3, ("1", "轴套", "4", "10.00", "40.00")),
            (5, ("2", "压盖", "2", "15.00", "30.00")),
        )
    ]
    cells = tuple(each for row in (*wide, *narrow) for each in row)
    found = item_table(Page(1, 5 * WIDTH, 200.0, ()), Table(Box(0, 0, 5 * WIDTH, 6 * LINE), 6, 5, cells))
    assert found is not None
    rows = [[run.text for run in row.runs] for row in found.rows]
    assert rows == [
        ["1", "轴套", "4", "10.00", "40.00", "BP-77", "10030001"],
        ["2", "压盖", "2", "15.00", "30.00", "BP-78", "10030002"],
    ]
