import pytest
from reader_pages import page_of, pages_of, refusal_of, rows_of, text_of

from extractors.readers import delimited
from models.errors import ErrorCode
from models.page import Doubt, FileFormat

TABLE = [["物料号", "数量", "单价"], ["10044021", "4", "1,250.00"], ["10044022", "10", "86.50"]]
TRADITIONAL = [["物料編號", "數量", "單價"], ["10044021", "4", "1,250.00"], ["10044022", "10", "86.50"]]


def written(rows: list[list[str]], mark: str = ",") -> str:
    return "".join(mark.join(f'"{cell}"' if mark in cell else cell for cell in row) + "\r\n" for row in rows)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_columns_are_parted_by_any_of_four_marks(mark: str) -> None:
    (table,) = page_of(written(TABLE, mark).encode()).tables
    assert rows_of(table) == TABLE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-be"])
def test_the_same_table_in_every_encoding(encoding: str) -> None:
    text = written(TABLE)
    data = b"\xfe\xff" + text.encode(encoding) if encoding == "utf-16-be" else text.encode(encoding)
    (table,) = page_of(data).tables
    assert rows_of(table) == TABLE


def test_a_table_of_taiwan() -> None:
    (table,) = page_of(written(TRADITIONAL).encode("big5")).tables
    assert rows_of(table) == TRADITIONAL


def test_characters_come_from_the_file_and_say_their_line() -> None:
    document = pages_of(written(TABLE).encode())
    assert (document.format, document.exact) == (FileFormat.CSV, True)
    price = document.pages[0].tables[0].cells[-1]
    assert (price.where, price.words[0].where, price.words[0].doubt) == ("line 3", "line 3", None)


def test_a_line_break_in_a_cell_counts_the_lines_of_the_file() -> None:
    text = 'No,Text,Qty\n1,"Seal\n45 mm",2\n2,Sleeve,3\n'
    (table,) = page_of(text.encode()).tables
    assert rows_of(table)[1] == ["1", "Seal 45 mm", "2"]
    assert [cell.where for cell in table.cells if cell.column == 0] == ["line 1", "line 2", "line 4"]


def test_what_excel_writes_around_a_table_is_no_part_of_it() -> None:
    text = 'sep=;\nNo;Part;Qty\n1;="0010044021";2\n2;="0010044022";3\n'
    page = page_of(text.encode())
    assert rows_of(page.tables[0])[1] == ["1", "0010044021", "2"]
    assert "sep" not in text_of(page)
    assert page.tables[0].cells[0].where == "line 2"


def test_texts_around_a_table_stand_free() -> None:
    text = "Purchase order,,,\nNumber,4500123,,\n,,,\nNo,Part,Qty,Price\n1,A1,2,1.50\n2,A2,3,2.50\n"
    page = page_of(text.encode())
    assert [rows_of(table)[0] for table in page.tables] == [["No", "Part", "Qty", "Price"]]
    assert text_of(page).startswith("Purchase order Number 4500123 No Part")


def test_what_could_not_be_decoded_is_doubted() -> None:
    data = written(TABLE).encode() + b"10044023,\xff\xfe\x81,7\r\n"
    lost = [word for word in page_of(data).words if "\ufffd" in word.text]
    assert {word.doubt for word in lost} == {Doubt.BAD_ENCODING}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b",,,\r\n,,,\r\n", ErrorCode.EMPTY, id="empty cells"),
        pytest.param(b"1,2,3\n" * 40_000, ErrorCode.TOO_LARGE, id="a dump of data"),
        pytest.param(b'1,2,3\n1,2,3\n1,2,"' + b"x" * 200_000, ErrorCode.DAMAGED, id="an open quotation mark"),
    ],
)
def test_what_is_no_order_is_refused(data: bytes, code: ErrorCode) -> None:
    assert refusal_of(data).code is code


def test_the_line_of_the_damage_is_named() -> None:
    assert "Line 3" in refusal_of(b'1,2,3\n1,2,3\n1,2,"' + b"x" * 200_000).message


def test_a_row_of_numbers_is_told_from_a_row_of_words() -> None:
    assert [
        bool(delimited.NUMBER.fullmatch(text)) for text in ("1,250.00", "¥ 86.50", "13%", "4 pcs", "A1")
    ] == [
        True,
        True,
        True,
        False,
        False,
    ]
