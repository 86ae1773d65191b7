"""The answered workbook: the list as it was, with columns at its right and nothing else."""

import datetime as dt
import functools
import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from lxml import etree
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from models.errors import UsageError
from models.invoice_sources import ListRow, Said
from models.invoicing import Answer, Code, Decision, Teller
from review.invoicing import reply
from review.languages import LANGUAGES

HEADER = 4
ADDED = 4


@functools.cache
def workbook() -> bytes:
    """Return a list as finance makes it: titles, merged cells, colours, widths, a formula, a second sheet."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = "开票清单"
    page.append(["Finance"])
    page.merge_cells("A1:F1")
    page["A1"].font = Font(bold=True, size=16)
    page.append(["Invoice list week 48"])
    page.append([])
    page.append(["Order", "Item", "Qty", "Net amount", "Ship date", "Remarks"])
    page.append(["30000001", 10, 4, 400.0, dt.date(2026, 11, 3), "=not a formula"])
    page["F5"].data_type = "s"
    page.append(["30000002", 10, 2, 20.5, dt.date(2026, 11, 4), None])
    page.append(["Total", None, "=SUM(C5:C6)", 420.5, None, None])
    page["C5"].fill = PatternFill("solid", fgColor="FFFF00")
    page["E5"].number_format = "yyyy/mm/dd"
    page["B6"].comment = Comment("ask sales", "finance")
    page.column_dimensions["A"].width = 22
    page.freeze_panes = "A5"
    page.auto_filter.ref = "A4:F6"
    page.row_dimensions[6].hidden = True
    other = book.create_sheet("Notes")
    other["B2"] = "as it was"
    other.sheet_state = "hidden"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def answer(sheet: str = "开票清单") -> Answer:
    held = ListRow(5, sheet, "30000001", "10", quantity=Decimal(4))
    free = ListRow(6, sheet, "30000002", "10", quantity=Decimal(2))
    reason = Said("order_unknown", {"order": "=2+2"})
    return Answer(
        (
            Decision(held, Code.UNKNOWN_ORDER, (reason,), (Teller.FINANCE,), "10"),
            Decision(
                free, Code.CONSOLIDATE, (Said("free"),), (Teller.FINANCE,), "10", "G1", dt.date(2026, 12, 1)
            ),
        )
    )


def answered(lang: str = "en") -> bytes:
    return reply.answered(workbook(), "list.xlsx", {"开票清单": HEADER}, answer(), lang)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {each: package.read(each) for each in package.namelist()}


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_only_the_part_of_the_sheet_changes() -> None:
    before, after = parts(workbook()), parts(answered())
    assert list(before) == list(after)
    assert [each for each in before if before[each] != after[each]] == ["xl/worksheets/sheet1.xml"]


def without_additions(content: bytes) -> bytes:
    """Return a sheet without the cells and columns at the right, and without what follows from them."""
    root = etree.fromstring(content)
    cells = [each for each in root.iter("{*}c") if str(each.get("r"))[0] in "GHIJ"]
    columns = [each for each in root.iter("{*}col") if int(str(each.get("min"))) > 6]
    for added in (*cells, *columns):
        parent = added.getparent()
        assert parent is not None
        parent.remove(added)
    for each in root.iter():
        each.attrib.pop("spans", "")
    dimension = root.find("{*}dimension")
    assert dimension is not None
    dimension.set("ref", "")
    return etree.tostring(root, method="c14n")


def test_the_sheet_is_the_same_but_for_the_added_cells() -> None:
    before, after = (parts(each)["xl/worksheets/sheet1.xml"] for each in (workbook(), answered()))
    assert before != after
    assert without_additions(before) == without_additions(after)


def test_every_original_cell_keeps_its_value_and_its_look() -> None:
    before, after = opened(workbook()), opened(answered())
    assert before.sheetnames == after.sheetnames
    for one, other in zip(before.worksheets, after.worksheets, strict=True):
        assert isinstance(one, Worksheet)
        assert isinstance(other, Worksheet)
        for row in one.iter_rows():
            for cell in row:
                same = other[cell.coordinate]
                assert (same.value, same.data_type, same.number_format) == (
                    cell.value,
                    cell.data_type,
                    cell.number_format,
                )
                assert [repr(each) for each in (same.font, same.fill, same.border)] == [
                    repr(each) for each in (cell.font, cell.fill, cell.border)
                ]
                assert (same.comment is None) is (cell.comment is None)
        assert str(one.merged_cells) == str(other.merged_cells)
        assert (one.freeze_panes, one.auto_filter.ref, one.sheet_state) == (
            other.freeze_panes,
            other.auto_filter.ref,
            other.sheet_state,
        )
        assert {key: each.hidden for key, each in one.row_dimensions.items()} == {
            key: each.hidden for key, each in other.row_dimensions.items()
        }
        assert other.column_dimensions["A"].width == one.column_dimensions["A"].width


@pytest.mark.parametrize(
    ("lang", "headings", "decision"),
    [
        ("zh", ["决定", "原因", "合并组", "备注"], "订单不存在 (UNKNOWN_ORDER)"),
        ("en", ["Decision", "Reason", "Group", "Remarks"], "unknown order (UNKNOWN_ORDER)"),
    ],
)
def test_the_decisions_stand_at_the_right(lang: str, headings: list[str], decision: str) -> None:
    page = opened(answered(lang)).worksheets[0]
    assert isinstance(page, Worksheet)
    assert [page.cell(HEADER, 7 + at).value for at in range(ADDED)] == headings
    assert page.cell(5, 7).value == decision
    assert page.cell(6, 9).value == "G1"
    assert "2026-12-01" in str(page.cell(6, 10).value)
    assert page.cell(7, 7).value is None


def test_no_added_text_is_a_formula() -> None:
    assert [reply.harmless(each) for each in ("=1", "+1", "-1", "@x", "\t=1", "1=", "")] == [
        "'=1",
        "'+1",
        "'-1",
        "'@x",
        "'\t=1",
        "1=",
        "",
    ]
    page = opened(answered()).worksheets[0]
    assert isinstance(page, Worksheet)
    assert {page.cell(row, 7 + at).data_type for row in (4, 5, 6) for at in range(ADDED)} <= {
        "s",
        "inlineStr",
        "n",
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_list_that_is_no_xlsx_becomes_a_workbook_with_the_same_cells(lang: str) -> None:
    data = b"Order;Item;Qty\n30000001;10;=4\n30000002;10;2\n"
    made = Answer(tuple(Decision(ListRow(at, "l.csv"), Code.INVOICE, (Said("free"),), ()) for at in (2, 3)))
    page = opened(reply.answered(data, "l.csv", {"l.csv": 1}, made, lang)).worksheets[0]
    assert isinstance(page, Worksheet)
    rows = [[cell.value for cell in row[:3]] for row in page.iter_rows()]
    assert rows == [["Order", "Item", "Qty"], ["30000001", "10", "=4"], ["30000002", "10", "2"]]
    assert page["C2"].data_type == "s"
    assert "INVOICE" in str(page["D2"].value)


def test_a_workbook_with_a_document_type_is_refused() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as target:
        for name, content in parts(workbook()).items():
            begin = content.index(b"?>") + 2 if content.startswith(b"<?xml") else 0
            changed = content[:begin] + b"<!DOCTYPE x []>" + content[begin:]
            target.writestr(name, changed if "sheet1" in name else content)
    with pytest.raises(UsageError, match="document type"):
        reply.answered(held.getvalue(), "list.xlsx", {"开票清单": HEADER}, answer(), "en")
