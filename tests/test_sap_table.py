import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from decimal import Decimal

import pytest
from openpyxl import Workbook

from models.errors import UsageError
from sap.table import Row, read

HEADER: Row = ("Quotation", "Item", "Net price")


def workbook(*rows: Sequence[object], sheets: Sequence[str] = ("Sheet1",)) -> bytes:
    book = Workbook()
    for at, title in enumerate(sheets):
        sheet = book.create_sheet(title, at)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[-1])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def altered(data: bytes, pattern: str, replacement: str) -> bytes:
    """Return a workbook with something in its first sheet replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                changed = re.sub(pattern, replacement, part.decode())
                assert changed != part.decode(), "the pattern is there"
                part = changed.encode()
            new.writestr(name, part)
    return stream.getvalue()


def rows_of(data: bytes, name: str = "quotes.xlsx") -> Sequence[Row]:
    (sheet,) = read(data, name)
    return sheet.rows


def test_a_workbook_keeps_numbers_texts_and_dates_apart() -> None:
    day = dt.datetime(2026, 12, 20)  # noqa: DTZ001 - spreadsheets know no time zones
    (row,) = rows_of(workbook(["0020001234", 10, 1092.04, day, None, " EA "]))
    assert row == ("0020001234", Decimal(10), Decimal("1092.04"), dt.date(2026, 12, 20), "", "EA")


def test_the_noise_of_binary_fractions_is_no_part_of_a_number() -> None:
    """A formula leaves 21840.800000000003; Excel shows 21840.8."""
    assert rows_of(workbook([21840.800000000003, 0.1 + 0.2, 3500.0, -1092.04])) == [
        (Decimal("21840.8"), Decimal("0.3"), Decimal(3500), Decimal("-1092.04"))
    ]


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("123456789012345678", "123456789012345678"),
        ("1.23456789012346E+17", "123456789012346000"),
        ("1000000000000000", "1000000000000000"),
    ],
)
def test_a_number_of_more_digits_than_excel_keeps_has_lost_its_last(stored: str, shown: str) -> None:
    data = altered(workbook([4711, "A"]), r"<v>4711</v>", f"<v>{stored}</v>")
    assert rows_of(data)[0][0] == f"#PRECISION {shown}"


def test_fifteen_digits_are_kept() -> None:
    assert rows_of(workbook([123456789012345, "A"]))[0][0] == Decimal(123456789012345)


def test_all_sheets_are_read_with_their_names() -> None:
    sheets = read(workbook(HEADER, ["1", 10, 1.5], sheets=("说明", "报价")), "quotes.xlsx")
    assert [(sheet.name, len(sheet.rows)) for sheet in sheets] == [("说明", 2), ("报价", 2)]


def test_a_declared_extent_that_is_too_small_cuts_nothing_off() -> None:
    data = altered(
        workbook(HEADER, ["1", 10, 1.5], ["2", 10, 2.5]), r'<dimension ref="[^"]*"', '<dimension ref="A1"'
    )
    assert rows_of(data)[2] == ("2", Decimal(10), Decimal("2.5"))


def test_a_formula_without_a_value_is_refused_with_its_row() -> None:
    with pytest.raises(UsageError, match=r"row 2: the formula =C1\*2 has no value: open the file in Excel"):
        read(workbook(HEADER, ["1", 10, "=C1*2"]), "quotes.xlsx")


def test_a_formula_with_its_value_counts_as_the_value() -> None:
    data = altered(workbook(["1", "=1+2"]), r"<f>1\+2</f><v\s*/>|<f>1\+2</f><v></v>", "<f>1+2</f><v>3</v>")
    assert rows_of(data) == [("1", Decimal(3))]


def test_an_error_of_excel_is_kept_as_it_shows() -> None:
    data = altered(workbook(["1", 4711]), r'<c r="B1"[^>]*><v>4711</v>', '<c r="B1" t="e"><v>#N/A</v>')
    assert rows_of(data) == [("1", "#N/A")]


def test_a_stray_mark_in_the_last_row_of_the_sheet_ends_nothing_but_the_list() -> None:
    data = altered(
        workbook(HEADER, ["1", 10, 1.5]),
        "</sheetData>",
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>',
    )
    assert rows_of(data)[:2] == [HEADER, ("1", Decimal(10), Decimal("1.5"))]
    assert len(rows_of(data)) < 2000


def test_rows_behind_a_thousand_empty_ones_are_not_lost_silently() -> None:
    more = '<row r="1500"><c r="A1500"><v>2</v></c><c r="B1500"><v>10</v></c></row></sheetData>'
    with pytest.raises(UsageError, match="delete the empty rows"):
        read(altered(workbook(HEADER), "</sheetData>", more), "quotes.xlsx")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b"\xff\xfe \x00\r\x00\n\x00", "is empty", id="blank UTF-16"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as .xlsx or .csv", id="old Excel"
        ),
        pytest.param(workbook(HEADER)[:-200], "cannot be read as a spreadsheet", id="cut off"),
        pytest.param(b"PK\x03\x04" + bytes(200), "cannot be read as a spreadsheet", id="no zip"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(UsageError, match=f"quotes.xls.*{message}"):
        read(data, "quotes.xls")


def test_text_named_xls_is_read_by_its_content() -> None:
    text = "销售凭证\t项目\r\n20001234\t10\r\n"
    assert rows_of(text.encode("utf-16"), "list.xls") == [("销售凭证", "项目"), ("20001234", "10")]


def test_a_workbook_named_csv_is_read_by_its_content() -> None:
    assert rows_of(workbook(HEADER), "list.csv") == [HEADER]
