import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from typing import Literal

import pytest
from openpyxl import Workbook
from openpyxl.drawing.image import Image as Picture
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image
from reader_pages import doubts_of, page_of, pages_of, refusal_of, rows_of, spans_of, text_of

from models.errors import ErrorCode
from models.page import Doubt, FileFormat

CellValue = str | float | bool | dt.datetime | dt.time
State = Literal["hidden", "veryHidden"]
ROWS: tuple[tuple[object, ...], ...] = (
    ("No", "Part", "Qty", "Price"),
    (1, "10044021", 4, 1250),
    (2, "10044022", 10, 86.5),
)


def workbook(
    rows: Sequence[Sequence[object]] = ROWS, change: Callable[[Worksheet], None] | None = None
) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Order"
    for row in rows:
        sheet.append(list(row))
    if change:
        change(sheet)
    return saved(book)


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def altered(data: bytes, pattern: str, replacement: str, part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """Return a workbook with something in one of its parts replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                changed = re.sub(pattern, replacement, content.decode(), count=1)
                assert changed != content.decode(), "the pattern is there"
                content = changed.encode()
            new.writestr(name, content)
    return stream.getvalue()


def shared(sheet: str, strings: str) -> bytes:
    """Return a workbook as Excel writes it: the texts of all cells stand in a part of their own."""
    links = '<Relationships xmlns="urn:r">{}</Relationships>'
    link = '<Relationship Id="{0}" Type="urn:x/{1}" Target="{2}"/>'
    parts = {
        "_rels/.rels": links.format(link.format("r1", "officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": links.format(
            link.format("r1", "worksheet", "worksheets/sheet1.xml")
            + link.format("r2", "sharedStrings", "sharedStrings.xml")
        ),
        "xl/workbook.xml": '<book xmlns:r="urn:r"><sheets><sheet name="Order" r:id="r1"/></sheets></book>',
        "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{sheet}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst>{strings}</sst>",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_texts_in_a_part_of_their_own() -> None:
    """A cell names its text by number; it may have fonts, line breaks, and hints how to say it."""
    strings = (
        "<si><t>数量</t><rPh sb='0' eb='2'><t>すうりょう</t></rPh></si>"
        "<si><r><t>Seal </t></r><r><rPr><strike/></rPr><t>old</t></r><r><t>&#10;45_x000A_mm</t></r></si>"
    )
    sheet = '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>'
    page = page_of(shared(sheet, strings))
    assert [(word.text, word.doubt, word.where) for word in page.words] == [
        ("Seal", None, "Order!A1"),
        ("old", Doubt.OVERLAID, "Order!A1"),
        ("45", None, "Order!A1"),
        ("mm", None, "Order!A1"),
        ("数量", None, "Order!B1"),
    ]
    assert len({word.box.top for word in page.words}) == 3


def test_a_sheet_is_a_table_whose_cells_say_their_names() -> None:
    document = pages_of(workbook())
    assert (document.format, document.exact) == (FileFormat.XLSX, True)
    (table,) = document.pages[0].tables
    assert rows_of(table) == [
        ["No", "Part", "Qty", "Price"],
        ["1", "10044021", "4", "1250"],
        ["2", "10044022", "10", "86.5"],
    ]
    assert (table.cells[-1].where, table.cells[-1].words[0].where) == ("Order!D3", "Order!D3")
    assert doubts_of(document.pages[0]) == {}


def test_texts_around_a_table_stand_free_and_reach_over_empty_cells() -> None:
    rows: list[list[object]] = [
        ["采购订单"],
        ["Number", "4500123"],
        [],
        *map(list, ROWS),
        [],
        ["Please deliver to our works as soon as you can"],
    ]
    page = page_of(workbook(rows))
    assert [rows_of(table)[0] for table in page.tables] == [["No", "Part", "Qty", "Price"]]
    assert text_of(page).startswith("采购订单 Number 4500123 No Part")
    assert text_of(page).endswith("as you can")


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (dt.datetime(2026, 12, 20), "d/m/yy", "2026-12-20"),  # noqa: DTZ001 - spreadsheets know no time zones
        (dt.time(18, 30), "hh:mm", "18:30"),
        (0.13, "0%", "13%"),
        (1250.5, '"¥"#,##0.00', "¥1,250.50"),
        (1250.5, "#,##0.00 [$€-407]", "1,250.50 €"),
        (1234567, "#,##0", "1,234,567"),
        (7, "000000", "000007"),
        (21840.800000000003, "General", "21840.8"),
        (True, "General", "TRUE"),
        ("0010044021", "@", "0010044021"),
        ("=1", "@", "=1"),
    ],
)
def test_a_cell_reads_as_it_shows(value: CellValue, form: str, text: str) -> None:
    def change(sheet: Worksheet) -> None:
        cell = sheet["D2"]
        cell.value = value
        cell.number_format = form
        if value == "=1":
            cell.data_type = "s"

    (table,) = page_of(workbook(ROWS, change)).tables
    assert rows_of(table)[1][3] == text


@pytest.mark.parametrize(
    ("row", "cell", "doubted"),
    [
        pytest.param(1, 4, {}, id="none"),
        pytest.param(2, 2, {"123456789012346000": Doubt.BAD_ENCODING}, id="a part number as a number"),
    ],
)
def test_a_number_of_more_digits_than_excel_keeps_is_doubted(
    row: int, cell: int, doubted: dict[str, Doubt]
) -> None:
    def change(sheet: Worksheet) -> None:
        if doubted:
            sheet.cell(row, cell, 123456789012345678)

    assert doubts_of(page_of(workbook(ROWS, change))) == doubted


def test_merged_cells_are_one() -> None:
    rows: list[list[object]] = [
        ["No", "Price", None, "Qty"],
        [None, "net", "gross", None],
        [1, 1.5, 1.7, 4],
        [2, 2.5, 2.8, 5],
    ]

    def change(sheet: Worksheet) -> None:
        for area in ("A1:A2", "B1:C1", "D1:D2"):
            sheet.merge_cells(area)

    (table,) = page_of(workbook(rows, change)).tables
    assert rows_of(table)[:2] == [["No", "Price", "", "Qty"], ["", "net", "gross", ""]]
    assert spans_of(table) == {"No": (2, 1), "Price": (1, 2), "Qty": (2, 1)}


def test_what_a_merged_cell_covers_is_kept_and_doubted() -> None:
    data = workbook((("No", "Part", "Qty"), (1, "A1", 4), (2, "A2", 40)))
    merged = '</sheetData><mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>'
    assert doubts_of(page_of(altered(data, "</sheetData>", merged))) == {"40": Doubt.INVISIBLE}


def _hide_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True


def _hide_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["D"].hidden = True


def _whiten(sheet: Worksheet) -> None:
    sheet["C2"].font = Font(color="FFFFFFFF")


def _shade(sheet: Worksheet) -> None:
    sheet["C2"].font = Font(color="FF336699")
    sheet["C2"].fill = PatternFill("solid", fgColor="FF336699")


def _whiten_on_colour(sheet: Worksheet) -> None:
    sheet["C2"].font = Font(color="FFFFFFFF")
    sheet["C2"].fill = PatternFill("solid", fgColor="FF336699")


def _shrink(sheet: Worksheet) -> None:
    sheet["C2"].font = Font(size=1)


def _whiten_by_theme(sheet: Worksheet) -> None:
    sheet["C2"].font = Font(color=Color(theme=0))


def _grey_by_theme(sheet: Worksheet) -> None:
    sheet["C2"].font = Font(color=Color(theme=0, tint=-0.5))


def _strike(sheet: Worksheet) -> None:
    sheet["C2"].font = Font(strike=True)


def _mask(sheet: Worksheet) -> None:
    sheet["C2"].number_format = ";;;"


@pytest.mark.parametrize(
    ("change", "doubted"),
    [
        (_hide_row, dict.fromkeys(("2", "10044022", "10", "86.5"), Doubt.INVISIBLE)),
        (_hide_column, dict.fromkeys(("Price", "1250", "86.5"), Doubt.INVISIBLE)),
        (_whiten, {"4": Doubt.INVISIBLE}),
        (_shade, {"4": Doubt.INVISIBLE}),
        (_whiten_on_colour, {}),
        (_whiten_by_theme, {"4": Doubt.INVISIBLE}),
        (_grey_by_theme, {}),
        (_shrink, {"4": Doubt.INVISIBLE}),
        (_strike, {"4": Doubt.OVERLAID}),
        (_mask, {"4": Doubt.INVISIBLE}),
    ],
)
def test_what_nobody_sees_is_read_and_doubted(
    change: Callable[[Worksheet], None], doubted: dict[str, Doubt]
) -> None:
    page = page_of(workbook(ROWS, change))
    assert doubts_of(page) == doubted
    assert "10044022" in text_of(page)


@pytest.mark.parametrize(
    ("pattern", "flat"),
    [
        ('<row r="3">', '<row r="3" ht="0" customHeight="1">'),
        ("<sheetData>", '<cols><col min="1" max="2" width="0" customWidth="1"/></cols><sheetData>'),
    ],
    ids=["row", "columns"],
)
def test_what_takes_no_room_is_doubted(pattern: str, flat: str) -> None:
    assert doubts_of(page_of(altered(workbook(), pattern, flat)))["10044022"] is Doubt.INVISIBLE


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_come_last_and_are_doubted(state: State) -> None:
    book = Workbook()
    first, second = book.worksheets[0], book.create_sheet("Shown")
    first.title, first.sheet_state = "Old prices", state
    for sheet, price in ((first, 99), (second, 100)):
        sheet.append(["No", "Part", "Price"])
        sheet.append([1, "A1", price])
        sheet.append([2, "A2", price])
    book.active = 1
    shown, hidden = pages_of(saved(book)).pages
    assert (doubts_of(shown), set(doubts_of(hidden).values())) == ({}, {Doubt.INVISIBLE})
    assert {word.where for word in hidden.words if word.text == "99"} == {"Old prices!C2", "Old prices!C3"}


def test_a_formula_counts_as_the_value_kept_beside_it() -> None:
    data = altered(
        workbook([*ROWS, (3, "A3", "=C2+C3", 1)]),
        r"<f>C2\+C3</f><v\s*/>|<f>C2\+C3</f><v></v>",
        "<f>C2+C3</f><v>14</v>",
    )
    page = page_of(data)
    assert rows_of(page.tables[0])[3] == ["3", "A3", "14", "1"]
    assert doubts_of(page) == {}


def test_a_formula_without_a_value_is_shown_and_never_trusted() -> None:
    assert doubts_of(page_of(workbook([*ROWS, (3, "A3", "=C2+C3", 1)]))) == {"=C2+C3": Doubt.BAD_ENCODING}


def test_an_error_of_a_cell_is_what_it_shows() -> None:
    data = altered(workbook(), r'<c r="D3"[^>]*>', '<c r="D3" t="e">')
    assert rows_of(page_of(altered(data, r"<v>86\.5</v>", "<v>#N/A</v>")).tables[0])[2][3] == "#N/A"


def test_a_number_that_is_none_is_doubted() -> None:
    assert doubts_of(page_of(altered(workbook(), r"<v>86\.5</v>", "<v>86,5</v>"))) == {
        "86,5": Doubt.BAD_ENCODING
    }


def test_empty_columns_and_rows_between_cells_leave_a_table_whole() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.cell(2, 30, " ")

    rows = [[None, *row] for row in ROWS]
    (table,) = page_of(workbook([[], [], *rows], change)).tables
    assert (table.rows, table.columns) == (3, 4)
    assert table.cells[0].where == "Order!B3"


def test_two_tables_with_an_empty_row_between_are_two() -> None:
    other = (("Document", "Copies", "Language"), ("Certificate", "two", "English"))
    page = page_of(workbook([*ROWS, (), ("Enclosed with the goods:",), *other]))
    assert [rows_of(table)[0][0] for table in page.tables] == ["No", "Document"]


def test_pictures_on_a_sheet_are_told() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.add_image(_picture(), "F2")

    (picture,) = page_of(workbook(ROWS, change)).pictures
    assert (picture.width, picture.height) == (60.0, 30.0)


def _picture() -> Picture:
    stream = io.BytesIO()
    Image.new("RGB", (80, 40), "red").save(stream, "PNG")
    return Picture(stream)


def test_a_text_box_over_a_sheet_is_read() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.add_image(_picture(), "F2")

    box = "<sp><txBody><p><r><t>PAID </t></r><r><t>30 %</t></r></p></txBody></sp>"
    data = altered(workbook(ROWS, change), "<(?:xdr:)?pic>", rf"{box}\g<0>", "xl/drawings/drawing1.xml")
    assert [(word.text, word.where) for word in page_of(data).words[-3:]] == [
        ("PAID", "Order text box 1"),
        ("30", "Order text box 1"),
        ("%", "Order text box 1"),
    ]


def test_a_sheet_of_far_corners_takes_no_more_room_than_its_cells() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["XFD1048576"] = "far"

    page = page_of(workbook(ROWS, change))
    assert page.words[-1].where == "Order!XFD1048576"
    assert sum(len(table.cells) for table in page.tables) < 100


def test_a_declared_extent_is_not_believed() -> None:
    data = altered(workbook(), r'<dimension ref="[^"]*"', '<dimension ref="A1:XFD1048576"')
    assert page_of(data).tables[0].rows == 3


def test_cells_without_names_follow_each_other() -> None:
    data = workbook()
    for _ in range(12):
        data = altered(data, r'<c r="[A-Z]+\d+"', "<c")
    for _ in range(3):
        data = altered(data, r'<row r="\d+"', "<row")
    assert page_of(data).tables[0].cells[-1].where == "Order!D3"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(workbook([]), ErrorCode.EMPTY, id="no cells"),
        pytest.param(
            workbook([], lambda sheet: sheet.add_image(_picture(), "A1")), ErrorCode.NEEDS_OCR, id="a picture"
        ),
        pytest.param(
            altered(workbook(), "</sheetData>", ""), ErrorCode.DAMAGED, id="a sheet that is cut off"
        ),
        pytest.param(
            shared('<row><c t="s"><v>7</v></c></row>', "<si><t>a</t></si>"),
            ErrorCode.DAMAGED,
            id="a text that is missing",
        ),
        pytest.param(
            altered(workbook(), "<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
            ErrorCode.UNSAFE,
            id="entities",
        ),
        pytest.param(
            altered(workbook(), "</row>", "</row>" + '<row><c t="n"><v>1</v></c></row>' * 100_001),
            ErrorCode.TOO_LARGE,
            id="a dump of data",
        ),
    ],
)
def test_what_is_no_order_is_refused(data: bytes, code: ErrorCode) -> None:
    assert refusal_of(data).code is code
