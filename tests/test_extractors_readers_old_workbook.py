import datetime as dt
import io
import struct
from collections.abc import Callable, Sequence

import pytest
import xlwt
from compound_files import compound
from reader_pages import doubts_of, page_of, pages_of, refusal_of, rows_of, spans_of, text_of

from extractors.readers import compound_file
from extractors.readers.identify import identify
from models.errors import ErrorCode
from models.page import Doubt, FileFormat

ROWS: tuple[tuple[object, ...], ...] = (
    ("No", "Part", "Qty", "Price"),
    (1, "10044021", 4, 1250),
    (2, "10044022", 10, 86.5),
)
Change = Callable[[xlwt.Worksheet], None]


def workbook(rows: Sequence[Sequence[object]] = ROWS, change: Change | None = None) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Order", cell_overwrite_ok=True)
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            if value is not None:
                sheet.write(row, column, value)
    if change:
        change(sheet)
    return saved(book)


def saved(book: xlwt.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def records(data: bytes) -> bytes:
    """Return the records of a workbook, without the compound file around them."""
    found = compound_file.open_compound(data).stream("Workbook")
    assert found is not None
    return found


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def bare(*inside: bytes, version: int = 0x500, before: bytes = b"") -> bytes:
    """Return a workbook of one sheet with these records, as programs write it that are not Excel."""
    begin = record(0x809, struct.pack("<HHHH", version, 5, 0, 0))
    title = b"\x05Order" if version == 0x500 else b"\x05\0Order"
    head = begin + before
    at = len(head) + 4 + 6 + len(title) + 4
    head += record(0x85, struct.pack("<IBB", at, 0, 0) + title) + record(0x0A)
    return head + record(0x809, struct.pack("<HHHH", version, 16, 0, 0)) + b"".join(inside) + record(0x0A)


def label(row: int, column: int, text: bytes) -> bytes:
    return record(0x204, struct.pack("<HHHH", row, column, 0, len(text)) + text)


def number(row: int, column: int, value: float) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def test_a_sheet_is_a_table_whose_cells_say_their_names() -> None:
    document = pages_of(workbook())
    assert (document.format, document.exact) == (FileFormat.XLS, True)
    (table,) = document.pages[0].tables
    assert rows_of(table) == [
        ["No", "Part", "Qty", "Price"],
        ["1", "10044021", "4", "1250"],
        ["2", "10044022", "10", "86.5"],
    ]
    assert (table.cells[-1].where, table.cells[-1].words[0].where) == ("Order!D3", "Order!D3")
    assert doubts_of(document.pages[0]) == {}


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (dt.date(2026, 12, 20), "d/m/yy", "2026-12-20"),
        (dt.datetime(2026, 12, 20), 'yyyy"年"m"月"d"日"', "2026-12-20"),  # noqa: DTZ001 - no time zones there
        (0.13, "0%", "13%"),
        (1250.5, '"¥"#,##0.00', "¥1,250.50"),
        (1250.5, "#,##0.00 [$€-407]", "1,250.50 €"),
        (118, "0.00", "118.00"),
        (7, "000000", "000007"),
        (244.0, "General", "244"),
        (0.1 + 0.2, "General", "0.3"),
        (1e300, "General", "1E+300"),
        (-1092.04, "General", "-1092.04"),
        (True, "General", "TRUE"),
        ("0010044021", "@", "0010044021"),
        ("订单 " + "长" * 200, "General", "订单 " + "长" * 200),
    ],
)
def test_a_cell_reads_as_it_shows(value: object, form: str, text: str) -> None:
    def change(sheet: xlwt.Worksheet) -> None:
        sheet.write(1, 3, value, xlwt.easyxf(num_format_str=form))

    (table,) = page_of(workbook(ROWS, change)).tables
    assert rows_of(table)[1][3] == text


def test_a_text_may_be_longer_than_a_record() -> None:
    text = "订单 " + "长" * 20_000
    assert text_of(page_of(workbook(((text,),)))).replace(" ", "") == text.replace(" ", "")


def test_a_number_of_more_digits_than_excel_keeps_is_doubted() -> None:
    page = page_of(workbook((*ROWS, (3, 123456789012345678, 1, 1))))
    assert list(doubts_of(page).values()) == [Doubt.BAD_ENCODING]


def test_merged_cells_are_one() -> None:
    def change(sheet: xlwt.Worksheet) -> None:
        sheet.write_merge(0, 1, 0, 0, "No")
        sheet.write_merge(0, 0, 1, 2, "Price")

    rows = ((None, None, None, "Qty"), (None, "net", "gross", "pcs"), (1, 1.5, 1.7, 4), (2, 2.5, 2.8, 5))
    (table,) = page_of(workbook(rows, change)).tables
    assert rows_of(table)[0] == ["No", "Price", "", "Qty"]
    assert spans_of(table) == {"No": (2, 1), "Price": (1, 2)}


def _hide_row(sheet: xlwt.Worksheet) -> None:
    sheet.row(2).hidden = True


def _hide_column(sheet: xlwt.Worksheet) -> None:
    sheet.col(3).hidden = True


def _styled(style: str) -> Change:
    return lambda sheet: sheet.write(1, 2, 4, xlwt.easyxf(style))


@pytest.mark.parametrize(
    ("change", "doubted"),
    [
        (_hide_row, dict.fromkeys(("2", "10044022", "10", "86.5"), Doubt.INVISIBLE)),
        (_hide_column, dict.fromkeys(("Price", "1250", "86.5"), Doubt.INVISIBLE)),
        (_styled("font: colour white"), {"4": Doubt.INVISIBLE}),
        (_styled("font: colour red; pattern: pattern solid, fore_colour red"), {"4": Doubt.INVISIBLE}),
        (_styled("font: colour white; pattern: pattern solid, fore_colour red"), {}),
        (_styled("font: height 20"), {"4": Doubt.INVISIBLE}),
        (_styled("font: struck_out on"), {"4": Doubt.OVERLAID}),
        (_styled("font: bold on"), {}),
        (lambda sheet: sheet.write(1, 2, 4, xlwt.easyxf(num_format_str=";;;")), {"4": Doubt.INVISIBLE}),
    ],
)
def test_what_nobody_sees_is_read_and_doubted(change: Change, doubted: dict[str, Doubt]) -> None:
    page = page_of(workbook(ROWS, change))
    assert doubts_of(page) == doubted
    assert "10044022" in text_of(page)


def test_a_part_of_a_text_that_is_struck_out_is_doubted() -> None:
    struck = xlwt.easyxf("font: struck_out on").font
    plain = xlwt.easyxf("").font

    def change(sheet: xlwt.Worksheet) -> None:
        sheet.write_rich_text(1, 1, [("100 ", struck), ("200", plain)])

    assert doubts_of(page_of(workbook(ROWS, change))) == {"100": Doubt.OVERLAID}


@pytest.mark.parametrize("state", [1, 2])
def test_hidden_sheets_come_last_and_are_doubted(state: int) -> None:
    book = xlwt.Workbook()
    for title, price in (("Old prices", 99), ("Shown", 100)):
        sheet = book.add_sheet(title)
        for row, cells in enumerate((("No", "Part", "Price"), (1, "A1", price), (2, "A2", price))):
            for column, value in enumerate(cells):
                sheet.write(row, column, value)
    book.get_sheet(0).visibility = state
    book.set_active_sheet(1)
    shown, hidden = pages_of(saved(book)).pages
    assert (doubts_of(shown), set(doubts_of(hidden).values())) == ({}, {Doubt.INVISIBLE})
    assert {word.where for word in hidden.words if word.text == "99"} == {"Old prices!C2", "Old prices!C3"}


def test_formulas_that_no_program_has_computed_are_shown_and_never_trusted() -> None:
    def change(sheet: xlwt.Worksheet) -> None:
        sheet.write(3, 2, xlwt.Formula("C2+C3"))

    assert doubts_of(page_of(workbook(ROWS, change))) == {"=?": Doubt.BAD_ENCODING}


def formula(result: bytes, flags: int = 0, column: int = 2) -> bytes:
    return record(0x06, struct.pack("<HHH", 1, column, 0) + result + struct.pack("<HIH", flags, 0, 0))


@pytest.mark.parametrize(
    ("result", "flags", "text"),
    [
        (struct.pack("<d", 14.5), 0, "14.5"),
        (struct.pack("<d", 0), 0, "0"),
        (struct.pack("<d", 0), 3, "=?"),
        (b"\1\0\1\0\0\0\xff\xff", 0, "TRUE"),
        (b"\2\0\x2a\0\0\0\xff\xff", 0, "#N/A"),
    ],
)
def test_a_formula_counts_as_the_value_kept_with_it(result: bytes, flags: int, text: str) -> None:
    page = page_of(bare(label(0, 0, b"Sum"), number(1, 1, 2), formula(result, flags)))
    assert text_of(page) == f"Sum 2 {text}"


def test_the_text_of_a_formula_stands_behind_it() -> None:
    shared = record(0x4BC, bytes(10))
    data = bare(formula(bytes(6) + b"\xff\xff"), shared, record(0x207, struct.pack("<H", 3) + b"EXW"))
    assert text_of(page_of(data)) == "EXW"


def test_an_empty_text_of_a_formula_is_empty_where_others_have_values() -> None:
    blank = formula(b"\3" + bytes(5) + b"\xff\xff")
    assert text_of(page_of(bare(blank, formula(struct.pack("<d", 5), column=3)))) == "5"


@pytest.mark.parametrize(
    ("packed", "text"),
    [(5 << 2 | 2, "5"), (11850 << 2 | 3, "118.5"), (0x405D8000, "118"), (0x40C70000 | 1, "117.76")],
)
def test_numbers_of_thirty_bits(packed: int, text: str) -> None:
    row = record(0xBD, struct.pack("<HHHiHiH", 0, 0, 0, packed, 0, 1 << 2 | 2, 1))
    assert text_of(page_of(bare(row))) == f"{text} 1"


def test_a_workbook_of_excel_95_has_texts_in_its_code_page() -> None:
    page = record(0x42, struct.pack("<H", 936))
    data = bare(label(0, 0, "订单".encode("gbk")), number(0, 1, 4711), before=page)
    for whole in (data, compound({"Book": data})):
        assert identify(whole) is FileFormat.XLS
        assert text_of(page_of(whole)) == "订单 4711"


def test_text_boxes_are_read_and_notes_are_not() -> None:
    def box(kind: int, text: bytes) -> bytes:
        drawn = record(0x5D, struct.pack("<HHHHH", 0x15, 18, kind, 1, 0) + bytes(12))
        return drawn + record(0x1B6, struct.pack("<10xH6x", len(text))) + record(0x3C, b"\0" + text)

    data = bare(
        record(0x203, struct.pack("<HHHd", 0, 0, 0, 1.0)),
        box(6, b"Total 500"),
        box(0x19, b"a note"),
        version=0x600,
    )
    assert [(word.text, word.where) for word in page_of(data).words[1:]] == [
        ("Total", "Order text box 1"),
        ("500", "Order text box 1"),
    ]


def test_a_chart_in_a_sheet_is_passed_over() -> None:
    chart = record(0x809, struct.pack("<HHHH", 0x500, 32, 0, 0)) + number(9, 9, 9) + record(0x0A)
    assert text_of(page_of(bare(number(0, 0, 1), chart, number(0, 1, 2)))) == "1 2"


def picture() -> bytes:
    return bare(record(0x5D, struct.pack("<HHHHH", 0x15, 18, 8, 1, 0) + bytes(12)), version=0x600)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(workbook([]), ErrorCode.EMPTY, id="no cells"),
        pytest.param(picture(), ErrorCode.NEEDS_OCR, id="a picture"),
        pytest.param(bare(record(0x2F, b"\1\0")), ErrorCode.EMPTY, id="a sheet without cells"),
        pytest.param(bare(before=record(0x2F, b"\1\0")), ErrorCode.ENCRYPTED, id="a password"),
        pytest.param(workbook()[:3000], ErrorCode.DAMAGED, id="cut off"),
        pytest.param(bare(number(0, 0, 1))[:-4], ErrorCode.DAMAGED, id="a sheet without end"),
        pytest.param(bare(record(0x203, b"\0")), ErrorCode.DAMAGED, id="a short record"),
        pytest.param(
            bare(record(0xFD, struct.pack("<HHHI", 0, 0, 0, 7)), version=0x600),
            ErrorCode.DAMAGED,
            id="a text that is missing",
        ),
        pytest.param(
            bare(before=record(0xFC, struct.pack("<II", 9, 9)), version=0x600),
            ErrorCode.DAMAGED,
            id="fewer texts than stated",
        ),
        pytest.param(
            bare(*(number(at // 200, at % 200, 1) for at in range(100_001))),
            ErrorCode.TOO_LARGE,
            id="a dump of data",
        ),
        pytest.param(b"\x09\x04\x06\0\0\0\x10\0\0\0", ErrorCode.UNSUPPORTED, id="Excel 4"),
        pytest.param(compound({"Workbook": bytes(99)}), ErrorCode.UNSUPPORTED, id="no records"),
    ],
)
def test_what_is_no_order_is_refused(data: bytes, code: ErrorCode) -> None:
    assert refusal_of(data).code is code


def test_the_texts_of_all_sheets_may_be_parted_anywhere() -> None:
    """Each record of continuation says anew whether characters have one byte or two."""
    pieces = struct.pack("<II", 2, 2) + struct.pack("<HB", 5, 0) + b"se", b"\1" + "al机".encode("utf-16-le")
    texts = record(0xFC, pieces[0]) + record(
        0x3C, pieces[1] + struct.pack("<HB", 2, 8 | 4) + b"\1\0\4\0\0\0ab"
    )
    texts += record(0x3C, bytes(8))
    cells = (record(0xFD, struct.pack("<HHHI", 0, at, 0, at)) for at in range(2))
    assert text_of(page_of(bare(*cells, before=texts, version=0x600))) == "seal机 ab"


def test_the_calendar_of_a_mac_begins_in_1904() -> None:
    book = xlwt.Workbook()
    book.dates_1904 = True
    book.add_sheet("Order").write(0, 0, dt.date(2026, 12, 20), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    assert text_of(page_of(saved(book))) == "2026-12-20"


def test_a_note_doubts_the_cell_that_it_is_about() -> None:
    drawn = record(0x5D, struct.pack("<HHHHH", 0x15, 18, 0x19, 7, 0) + bytes(12))
    said = record(0x1B6, struct.pack("<10xH6x", 6)) + record(0x3C, b"\0only 2")
    about = record(0x1C, struct.pack("<HHHH", 0, 1, 0, 7) + b"\0\0\0\0")
    data = bare(number(0, 0, 4), number(0, 1, 5), number(1, 0, 6), drawn, said, about, version=0x600)
    assert [(word.text, word.doubt) for word in page_of(data).words] == [
        ("4", None),
        ("5", Doubt.REMARKED),
        ("6", None),
    ]
