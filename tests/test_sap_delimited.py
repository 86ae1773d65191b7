import pytest

from sap.delimited import rows

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
