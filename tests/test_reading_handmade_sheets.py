"""What workbooks kept by hand brought: rows and columns that a sheet hides, items of two rows."""

import io

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from extractors.assemble import assemble
from extractors.readers import workbook
from models.reading import Field, Reading

Cell = str | int | None


def value(field: Field | None) -> str | None:
    return None if field is None else field.value


def book(fill: list[tuple[Cell, ...]], *, title: str = "订单") -> tuple[openpyxl.Workbook, Worksheet]:
    made = openpyxl.Workbook()
    page = made.worksheets[0]
    page.title = title
    for row in fill:
        page.append(row)
    return made, page


def read(made: openpyxl.Workbook) -> Reading:
    stream = io.BytesIO()
    made.save(stream)
    return assemble(workbook.read(stream.getvalue()))


HEADS = ("序号", "名称", "规格", "贵司编号", "数量", "单位", "含税单价", "含税金额")


def test_hidden_rows_are_not_ordered_where_the_total_leaves_them_out() -> None:
    made, page = book(
        [
            ("采购订单", "单号", "ORD-7712"),
            HEADS,
            (1, "轴套", "old", "LP-2001", 2, "件", 50, 100),
            (1, "静环", "SiC", "LP-2002", 3, "件", 20, 60),
            (2, "动环", "SiC", "LP-2003", 1, "件", 40, 40),
            ("合计", None, None, None, None, None, None, 100),
        ]
    )
    assert len(read(made).lines) == 3
    page.row_dimensions[3].hidden = True
    assert [value(each.part_number) for each in read(made).lines] == ["LP-2002", "LP-2003"]
    page["H6"] = 200  # the hidden one belongs to the sum
    assert len(read(made).lines) == 3


def test_what_a_hidden_column_holds_is_no_code() -> None:
    made, page = book(
        [
            ("PURCHASE ORDER", None, "Order no.: ORD-7712"),
            ("Part no", "Description", "Qty", "Unit", "Resale", "Unit price", "Amount"),
            ("70031148", "Seat", 2, "pcs", 22394, 10, 20),
        ]
    )
    page.column_dimensions["E"].hidden = True
    (only,) = read(made).lines
    assert only.customer_part_number is None


def test_rows_that_share_all_numbers_are_one_item() -> None:
    heads = ("序号", "名称/规格", "我司料号/厂家料号", "单位", "数量", "含税单价", "含税金额")
    made, page = book(
        [
            ("采购订单", "单号", "ORD-7712"),
            heads,
            (1, "轴套", "K-5512", "件", 2, 50, 100),
            (None, "316L", "LP-2001"),
            (2, "静环", "K-5513", "件", 3, 20, 60),
            (None, "SiC", "LP-2002"),
        ]
    )
    for column in "ADEFG":
        page.merge_cells(f"{column}3:{column}4")
        page.merge_cells(f"{column}5:{column}6")
    lines = read(made).lines
    assert [(value(each.customer_part_number), value(each.part_number)) for each in lines] == [
        ("K-5512", "LP-2001"),
        ("K-5513", "LP-2002"),
    ]
    assert [value(each.description) for each in lines] == ["轴套 316L", "静环 SiC"]
