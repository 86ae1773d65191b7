"""Finance's list as people keep it: what is a row, what is not, and how cells are read."""

import io
from decimal import Decimal

import openpyxl
import pytest

from models.errors import ColumnsNotUnderstoodError
from models.invoice_sources import ListRow
from sap import invoice_list

HEADER = "客户,合同号,订单号,行项目,交货单号,物料,数量,不含税金额,税额,价税合计,税率,币种,发货日期,备注\n"
ROW = "示例石化,HT-1,{order},10,{delivery},90010045,{quantity},100.00,13.00,113.00,13%,CNY,2026-11-03,\n"


def rows(*of: str) -> tuple[ListRow, ...]:
    return invoice_list.read((HEADER + "".join(of)).encode(), "list.csv").rows


def row(order: str = "30000001", delivery: str = "80000001", quantity: str = "4") -> str:
    return ROW.format(order=order, delivery=delivery, quantity=quantity)


def test_titles_sums_and_remarks_are_no_rows() -> None:
    data = "财务部\n开票清单\n" + HEADER + row() + row("30000002") + "\n"
    data += "合计,,,,,,8,200.00,26.00,226.00,,,,\n注: 请于周五前回复,,,,,,,,,,,,,\n"
    read = invoice_list.read(data.encode(), "list.csv")
    assert [(each.row, each.order) for each in read.rows] == [(4, "30000001"), (5, "30000002")]
    assert read.unproven == ()
    assert read.headers == {"list.csv": 3}


def test_a_total_that_is_wrong_is_no_row_but_is_told() -> None:
    data = HEADER + row() + "合计,,,,,,9,200.00,,,,,,\n"
    assert invoice_list.read(data.encode(), "list.csv").unproven == (3,)


def test_a_row_of_amounts_without_an_order_is_kept_and_says_so() -> None:
    unreadable = rows(row(), "示例石化,,,,,,3,77.00,,,,,,\n")[1]
    assert unreadable.fault is not None
    assert (unreadable.row, unreadable.fault.word) == (3, "no_order")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("80012325/80012329", ("80012325", "80012329")),
        ("80012325、80012329", ("80012325", "80012329")),
        ("0080012325 ; 0080012329", ("80012325", "80012329")),
        ("８００１２３２５", ("80012325",)),
        ("80012325和80012325", ("80012325",)),
        ("-", ()),
        ("", ()),
    ],
)
def test_several_deliveries_in_one_cell(printed: str, read: tuple[str, ...]) -> None:
    assert rows(row(delivery=printed))[0].deliveries == read


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"order": "待定"}, "unreadable_order"),
        ({"order": "#REF!"}, "spreadsheet_error"),
        ({"order": "3.0005E+07"}, "precision_lost"),
        ({"delivery": "80012325/29"}, "unreadable_delivery"),
        ({"quantity": ""}, "no_quantity"),
        ({"quantity": "见附件"}, "unreadable_number"),
    ],
)
def test_what_cannot_be_read_is_a_fault_of_the_row(cells: dict[str, str], reason: str) -> None:
    fault = rows(row(), row(**cells))[1].fault
    assert fault is not None
    assert fault.word == reason


@pytest.mark.parametrize("printed", ["0030000001", "SO 30000001", "'30000001", "订单30000001", "30000001/10"])
def test_an_order_in_the_ways_people_write_it(printed: str) -> None:
    (read,) = rows(row(order=printed))
    assert (read.order, read.item) == ("30000001", "10")


def test_a_quantity_with_its_unit() -> None:
    (read,) = rows(row(quantity="10件"))
    assert (read.quantity, read.unit) == (Decimal(10), "件")


def test_an_order_that_goes_on_from_the_row_above_is_marked() -> None:
    read = rows(row(), row(order=""))
    assert [(each.order, each.carried) for each in read] == [("30000001", False), ("30000001", True)]


@pytest.mark.parametrize(
    ("heading", "included"),
    [("含税单价", True), ("不含税单价", False), ("单价", None), ("Unit price incl. VAT", True)],
)
def test_a_price_by_its_heading(heading: str, *, included: bool | None) -> None:
    data = f"订单号,行项目,数量,{heading}\n30000001,10,4,25.00\n"
    (read,) = invoice_list.read(data.encode(), "l.csv").rows
    assert (read.price, read.price_included) == (Decimal("25.00"), included)


@pytest.mark.parametrize(
    ("headings", "cells", "meant"),
    [
        ("Amount (incl. 13% VAT),VAT", "113.00,13%", ("gross", "113.00", None, "13")),
        ("Amount (excl. tax),Tax", "100.00,13.00", ("net", "100.00", "13.00", None)),
        ("金额,税额", "100.00,13.00", ("amount", "100.00", "13.00", None)),
        ("价税合计(元),税率(%)", "113.00,13", ("gross", "113.00", None, "13")),
    ],
)
def test_amounts_and_tax_by_their_headings(headings: str, cells: str, meant: tuple[str, ...]) -> None:
    data = f"订单号,行项目,数量,{headings}\n30000001,10,4,{cells}\n30000001,20,4,{cells}\n"
    read = invoice_list.read(data.encode(), "l.csv").rows[0]
    name, *numbers = meant
    found = (getattr(read, name), read.tax, read.tax_rate)
    assert [None if each is None else str(each) for each in found] == numbers


@pytest.mark.parametrize("named", ["合计:", "本页小计", "Sub-total", "Total CNY", "总计（人民币）"])
def test_rows_of_sums_in_the_words_of_people(named: str) -> None:
    assert len(rows(row(), f"{named},,,,,,4,1.00,,,,,,\n")) == 1


def test_a_list_without_quantities_is_not_understood() -> None:
    with pytest.raises(ColumnsNotUnderstoodError, match="quantity"):
        invoice_list.read("客户,订单号,行项目,备注\nA,30000001,10,x\n".encode(), "l.csv")


def test_a_formula_without_a_value_is_a_matter_of_its_row() -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["订单号", "行项目", "数量", "不含税金额"])
    page.append(["30000001", 10, 4, 100])
    page.append(["30000002", 10, "=C2", 100])
    page.append(["合计", None, "=SUM(C2:C3)", 200])
    held = io.BytesIO()
    book.save(held)
    first, second = invoice_list.read(held.getvalue(), "list.xlsx").rows
    assert first.fault is None
    assert second.fault is not None
    assert (second.order, second.fault.word) == ("30000002", "spreadsheet_error")
