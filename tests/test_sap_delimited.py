import pytest

from models.errors import UsageError
from sap import table
from sap.delimited import CutOffError, rows

ROWS = [("销售凭证", "项目", "名称 1"), ("20001234", "10", "示例石化有限公司"), ("20001234", "20", "")]
UNCONVERTED = """\
27.11.2026                        Dynamic List Display                         1
--------------------------------------------------------------------------------
|Sales Doc.|Item|Material |Description      |Order Qty|
--------------------------------------------------------------------------------
|20001234  |  10|90010045 |SEAL 45          |   20,000|
|20001234  |  20|90010077 |FACE SET 1" NPT  |    1,000-|
--------------------------------------------------------------------------------
|*         |    |         |                 |   19,000|
--------------------------------------------------------------------------------
"""


def written(delimiter: str) -> str:
    return "".join(delimiter.join(row) + "\r\n" for row in ROWS)


@pytest.mark.parametrize("delimiter", ["\t", ";", ",", "|"])
def test_the_delimiter_is_the_one_that_cuts_most(delimiter: str) -> None:
    assert rows(written(delimiter).encode()) == [
        row[: 2 + bool(row[2]) if delimiter == "|" else 3] for row in ROWS
    ]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030"],
)
def test_the_same_list_in_every_encoding_of_sap_and_excel(encoding: str) -> None:
    assert rows(written("\t").encode(encoding)) == ROWS


def test_traditional_characters_in_the_code_page_of_a_taiwanese_machine() -> None:
    text = "銷售憑證\t項目\t名稱\r\n20001234\t10\t臺灣石化股份有限公司\r\n"
    assert rows(text.encode("big5"))[1] == ("20001234", "10", "臺灣石化股份有限公司")


def test_umlauts_in_the_code_page_of_a_german_machine() -> None:
    assert rows("Verkaufsbeleg;Käufer\r\n1;Müller\r\n".encode("cp1252")) == [
        ("Verkaufsbeleg", "Käufer"),
        ("1", "Müller"),
    ]


def test_an_unconverted_list_loses_its_bars_and_rules_and_keeps_its_line_numbers() -> None:
    assert rows(UNCONVERTED.encode())[1:8] == [
        (),
        ("Sales Doc.", "Item", "Material", "Description", "Order Qty"),
        (),
        ("20001234", "10", "90010045", "SEAL 45", "20,000"),
        ("20001234", "20", "90010077", 'FACE SET 1" NPT', "1,000-"),
        (),
        ("*", "", "", "", "19,000"),
    ]


def test_a_quotation_mark_at_the_start_of_a_cell_swallows_no_rows() -> None:
    """SAP does not quote: an inch mark is an inch mark."""
    text = 'Item\tText\tQty\n10\t"A" FLANGE\t1\n20\t"B FLANGE\t2\n30\tC\t3\n'
    assert rows(text.encode()) == [
        ("Item", "Text", "Qty"),
        ("10", '"A" FLANGE', "1"),
        ("20", '"B FLANGE', "2"),
        ("30", "C", "3"),
    ]


def test_a_quoted_cell_keeps_its_delimiters_and_line_breaks() -> None:
    text = 'Item;Text;Qty\n10;"Seal; 45 mm\nSiC";1\n20;Sleeve;2\n'
    assert rows(text.encode()) == [
        ("Item", "Text", "Qty"),
        ("10", "Seal; 45 mm SiC", "1"),
        ("20", "Sleeve", "2"),
    ]


def test_a_line_break_inside_a_cell_of_an_unconverted_list_is_mended() -> None:
    broken = UNCONVERTED.replace("|SEAL 45          |", "|SEAL 45\nSiC/SiC        |")
    assert rows(broken.encode())[4:7] == [
        ("20001234", "10", "90010045", "SEAL 45 SiC/SiC", "20,000"),
        (),
        ("20001234", "20", "90010077", 'FACE SET 1" NPT', "1,000-"),
    ]


def test_non_breaking_and_doubled_blanks_are_one_blank() -> None:
    assert rows("Net\u00a0price;Sold-to  pt \n1\u00a0234,56;7\n".encode()) == [
        ("Net price", "Sold-to pt"),
        ("1 234,56", "7"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Item,Text,Qty\n10,Seal,1\n20,Sleeve,2\n30,Fla",
        "Item;Text;Qty\r\n10;Seal;1\r\n20;Sl",
        "Item\tText\tQty\n10\tSeal\t1\n20\tSleeve",
        "|Item|Text|Qty|\n|10|Seal|1|\n|20|Sl",
    ],
)
def test_a_list_that_ends_in_the_middle_of_a_row_is_not_whole(text: str) -> None:
    with pytest.raises(CutOffError):
        rows(text.encode())
    with pytest.raises(UsageError, match="ends in the middle of a row"):
        table.scan(text.encode(), "va05.csv")
    with pytest.raises(UsageError, match="ends in the middle of a row"):
        table.read(text.encode(), "va05.csv")


@pytest.mark.parametrize(
    "text",
    [
        "Item,Text,Qty\n10,Seal,1\n20,Sleeve,2",
        "Item,Text,Qty\n10,Seal,1\n20,Sleeve,2\n2 records",
        "Item,Text,Qty\n10,Seal\n20,Sleeve,2\n30,Flange",
        "Item,Text,Qty\n10,Seal,1\n20,Sleeve\n",
        "|Item|Text|Qty|\n|10|Seal|1|\n-----",
    ],
)
def test_a_list_that_ends_otherwise_is_whole(text: str) -> None:
    assert len(rows(text.encode())) >= 3


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_a_stray_quotation_mark_swallows_no_rows(delimiter: str) -> None:
    lines = ["Item,Text,Qty", '10,"SEAL 2 INCH,1', "20,Sleeve,2", '30,"B" FLANGE,3', "40,Ring,4"]
    text = "\n".join(lines).replace(",", delimiter) + "\n"
    assert [row[0] for row in rows(text.encode())] == ["Item", "10", "20", "30", "40"]
    (source,) = table.scan(text.encode(), "va05.csv")
    assert [source.clean(row)[0] for row in source.rows()] == ["Item", "10", "20", "30", "40"]


def test_marks_that_stand_loosely_around_a_cell_are_no_part_of_it() -> None:
    assert rows(b'Item,Text,Qty\n10,"Seal, 45" ,"1,5"\n')[1] == ("10", "Seal, 45", "1,5")
