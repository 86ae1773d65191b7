"""The answered workbook for any list: every original cell is as it was, whatever the container."""

import csv
import datetime as dt
import io
import zipfile
from decimal import Decimal

import openpyxl
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from models.invoice_sources import ListRow, Said
from models.invoicing import Answer, Code, Decision, Teller
from review.invoicing import reply
from sap import table

ADDED = 4
TEXTS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), include_characters="\n\t"),
    max_size=12,
)
NUMBERS = st.decimals(-(10**9), 10**9, places=2)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1))
FORMULAS = st.sampled_from(["=1+1", "=SUM(A1:A2)", "=HYPERLINK(0)"])
CELLS = st.none() | TEXTS | NUMBERS | DAYS
Rows = list[list[str | Decimal | dt.date | None]]


@st.composite
def tables(draw: st.DrawFn, cells: st.SearchStrategy[str | Decimal | dt.date | None] = CELLS) -> Rows:
    """Return a header and rows below; each column has a name, and each row a number."""
    width = draw(st.integers(3, 7))
    rows = draw(st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=6))
    numbered = [[f"3000{at:04}", *row] for at, row in enumerate(rows)]
    return [[f"Column {at}" for at in range(width + 1)], *numbered]


def answer(rows: Rows, sheet: str) -> Answer:
    """Return a decision for every row, with a reason that could be taken for a formula."""
    reason = Said("order_unknown", {"order": "=1"})
    made = (
        Decision(ListRow(at, sheet), Code.UNKNOWN_ORDER, (reason,), (Teller.FINANCE,))
        for at in range(2, len(rows) + 1)
    )
    return Answer(tuple(made))


def page_of(data: bytes, at: int = 0) -> Worksheet:
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[at]
    assert isinstance(page, Worksheet)
    return page


def values(page: Worksheet, width: int, height: int) -> list[list[object]]:
    return [[page.cell(row, at + 1).value for at in range(width)] for row in range(1, height + 1)]


def assert_only_added(page: Worksheet, rows: Rows, width: int) -> None:
    assert page.max_column <= width + ADDED
    assert page.max_row <= len(rows)
    for at in range(2, len(rows) + 1):
        assert "UNKNOWN_ORDER" in str(page.cell(at, width + 1).value)
    assert all(page.cell(1, width + 1 + at).value for at in range(ADDED))


@settings(max_examples=60, deadline=None)
@given(tables(CELLS | FORMULAS))
def test_of_a_workbook_nothing_changes_but_the_added_cells(rows: Rows) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for row in rows:
        page.append(row)
    book.create_sheet("Other")["C3"] = "as it was"
    held = io.BytesIO()
    book.save(held)
    before = held.getvalue()
    width = max(
        (cell.column for row in page.iter_rows() for cell in row if cell.value is not None), default=0
    )
    after = reply.answered(before, "list.xlsx", {page.title: 1}, answer(rows, page.title), "en")
    with zipfile.ZipFile(io.BytesIO(before)) as one, zipfile.ZipFile(io.BytesIO(after)) as other:
        assert one.namelist() == other.namelist()
        changed = [each for each in one.namelist() if one.read(each) != other.read(each)]
        assert changed == ["xl/worksheets/sheet1.xml"]
    found, original = page_of(after), page_of(before)
    assert values(found, width, len(rows)) == values(original, width, len(rows))
    for cells in original.iter_rows(max_col=width):
        for cell in cells:
            same = found[cell.coordinate]
            assert (same.data_type, same.number_format) == (cell.data_type, cell.number_format)
    assert_only_added(found, rows, width)


def printed(cell: str | Decimal | dt.date | None) -> str:
    return "" if cell is None else str(cell)


@settings(max_examples=60, deadline=None)
@given(tables(), st.sampled_from([";", ",", "\t"]), st.sampled_from(["utf-8-sig", "utf-16"]))
def test_a_text_file_becomes_a_workbook_with_the_same_cells(rows: Rows, delimiter: str, coding: str) -> None:
    held = io.StringIO()
    csv.writer(held, delimiter=delimiter, lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerows(
        [[printed(cell) for cell in row] for row in rows]
    )
    data = held.getvalue().encode(coding)
    name = "list.xls" if coding == "utf-16" else "list.csv"
    assert_rebuilt(data, name, rows)


@settings(max_examples=60, deadline=None)
@given(tables())
def test_an_old_workbook_becomes_a_new_one_with_the_same_cells(rows: Rows) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("List")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            if isinstance(cell, dt.date):
                sheet.write(at, place, cell, day)
            elif cell is not None:
                sheet.write(at, place, float(cell) if isinstance(cell, Decimal) else cell)
    held = io.BytesIO()
    book.save(held)
    assert_rebuilt(held.getvalue(), "list.xls", rows)


def assert_rebuilt(data: bytes, name: str, rows: Rows) -> None:
    """Hold the new workbook against the cells that the list's reader sees."""
    (read,) = table.read(data, name)
    width = max(len(row) for row in read.rows)
    after = reply.answered(data, name, {read.name: 1}, answer(rows, read.name), "en")
    found = page_of(after)
    for at, row in enumerate(read.rows, 1):
        for place, cell in enumerate(row, 1):
            same = found.cell(at, place)
            value = same.value.date() if isinstance(same.value, dt.datetime) else same.value
            if isinstance(cell, str):
                # Line ends are levelled by XML itself (Extensible Markup Language 1.0, 2.11).
                assert (value or "") == cell.replace("\r\n", "\n").replace("\r", "\n")
                assert value is None or same.data_type == "s"
            elif isinstance(cell, Decimal):
                assert Decimal(str(value)) == cell
            else:
                assert value == cell
    assert_only_added(found, rows, width)
