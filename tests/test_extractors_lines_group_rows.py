"""Rows above a heading that group its columns, and what they say of the tax."""

from paper import words_of

from extractors.assemble import assemble
from extractors.lines.tax_remarks import shortened
from models.page import Box, Cell, FileFormat, Page, SourceDocument, Table, union
from models.reading import Field

LINE = 16.0
WIDTH = 120.0


def told(field: Field | None) -> tuple[str | None, bool] | None:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


def _cell(row: int, column: int, text: str, rows: int = 1, columns: int = 1) -> Cell:
    place = Box(column * WIDTH, 100 + row * LINE, (column + columns) * WIDTH, 100 + (row + rows) * LINE)
    words = tuple(words_of(text, place.x0 + 2, place.top + 2))
    return Cell(row, column, place, words, row_span=rows, column_span=columns)


def _order(group: str) -> SourceDocument:
    cells = [
        _cell(0, 0, "序号", rows=2),
        _cell(0, 1, "名称", rows=2),
        _cell(0, 2, group, columns=3),
        *(_cell(1, 2 + at, text) for at, text in enumerate(("数量", "单价", "金额"))),
        *(_cell(2, at, text) for at, text in enumerate(("1", "灯笼环", "4", "125.00", "500.00"))),
        *(_cell(3, at, text) for at, text in enumerate(("合计", "", "", "", "500.00"))),
    ]
    table = Table(union(cell.box for cell in cells), 4, 5, tuple(cells))
    head = ["南湾环保设备有限公司", "采购订单", "订单编号：PO-55120", "供应商：津海密封有限公司"]
    words = [each for at, line in enumerate(head) for each in words_of(line, 20.0, 10 + at * LINE)]
    words += [each for cell in cells for each in cell.words]
    page = Page(1, 700.0, 900.0, tuple(words), tables=(table,))
    return SourceDocument(FileFormat.PDF, (page,), exact=False)


def test_a_lone_group_beside_headings_of_two_rows_says_the_tax_of_its_prices() -> None:
    header = assemble(_order("报价（未税，税率9%）")).header
    assert told(header.tax_included) == ("false", True)
    assert told(header.tax_rate) == ("9", True)


def test_a_remark_of_another_thing_changes_nothing() -> None:
    reading = assemble(_order("订货（单位：元）"))
    assert reading.header.tax_included is None
    assert [each.amount.value for each in reading.lines if each.amount] == ["500.00"]


def test_a_remark_of_the_tax_is_shortened_to_what_headings_say() -> None:
    assert shortened("采购（含税，税率13%）") == "采购（含税）"
    assert shortened("价格（元）") == "价格（元）"


def test_a_group_states_the_rate_of_its_tax_outside_brackets() -> None:
    header = assemble(_order("含税 9%（元）")).header
    assert told(header.tax_included) == ("true", True)
    assert told(header.tax_rate) == ("9", True)
    assert told(header.currency) == ("CNY", True)


def test_another_number_above_headings_is_of_no_group() -> None:
    header = assemble(_order("含税价上浮 9%（元）")).header
    assert header.tax_rate is None or not header.tax_rate.sure
    assert header.tax_included is None or not header.tax_included.sure
