import datetime as dt
import io
import zipfile

import openpyxl
import pytest

from models.errors import UsageError
from sap import long_workbook, table
from sap.table import Row, Source


def workbook(*, formula: bool = False, error: bool = False, far: bool = False) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Orders"
    cells: dict[str, str | float | dt.date] = {
        "B3": "Sales Doc.",
        "C3": "Net price",
        "D3": "Created",
        "E3": "客户",
        "B4": "0030000001",
        "C4": 118.5,
        "D4": dt.date(2026, 3, 2),
        "E4": "  示例石化 ",
        "B6": 30000002,
        "C6": 0.1 + 0.2,
        "D6": dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC).replace(tzinfo=None),
        "E6": True,
        "B7": 1234567890123456789,
        "C7": -4,
        "E7": "two\nlines",
    }
    for place, value in cells.items():
        sheet[place] = value
    if formula:
        sheet["C8"] = "=1+1"
    if error:
        sheet["C8"] = "#N/A"
    if far:
        sheet["AAA9"] = 1
    book.create_sheet("Empty")
    hidden = book.create_sheet("Hidden")
    hidden["A1"] = "x"
    hidden.sheet_state = "hidden"
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def rows(sources: tuple[Source, ...]) -> dict[str, list[Row]]:
    found = {each.name: [each.clean(row) for row in each.rows()] for each in sources}
    return {name: [_trimmed(row) for row in kept] for name, kept in found.items()}


def _trimmed(row: Row) -> Row:
    cells = list(row)
    while cells and cells[-1] == "":
        cells.pop()
    return tuple(cells)


def test_the_fast_way_says_the_same_as_the_thorough_one(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook()
    assert not long_workbook.is_long(data)
    thorough = rows(table.scan(data, "va05.xlsx"))
    monkeypatch.setattr(long_workbook, "LONG", 1)
    assert long_workbook.is_long(data)
    fast = table.scan(data, "va05.xlsx")
    # A number that lost its last digits is marked in both; the lost digits themselves may differ.
    marked = [
        each for each in (*thorough["Orders"][6], *rows(fast)["Orders"][6]) if "#PRECISION" in str(each)
    ]
    assert len(marked) == 2
    thorough["Orders"][6] = thorough["Orders"][6][2:]
    again = rows(fast)
    again["Orders"][6] = again["Orders"][6][2:]
    assert again == thorough
    assert rows(fast)["Orders"][3][1] == "0030000001", "a sheet can be gone through again"


@pytest.mark.parametrize("what", ["formula", "error", "far"])
def test_what_the_fast_way_would_not_see_goes_the_other_way(
    monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(long_workbook, "LONG", 1)
    assert not long_workbook.is_long(workbook(**{what: True}))


@pytest.mark.parametrize("piece", [300, 1000])
def test_it_is_seen_wherever_the_pieces_part(monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    monkeypatch.setattr(long_workbook, "LONG", 1)
    monkeypatch.setattr(long_workbook, "PIECE", piece)
    assert not long_workbook.is_long(workbook(error=True))


def test_a_damaged_workbook_is_an_error_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook()
    with pytest.raises(UsageError, match="save it as"):
        long_workbook.sheets(data[: len(data) // 2], "va05.xlsx")
    assert not long_workbook.is_long(data[: len(data) // 2])
    monkeypatch.setattr(long_workbook, "LONG", 1)
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet>")
    with pytest.raises(UsageError, match="save it as"):
        table.scan(broken.getvalue(), "va05.xlsx")
