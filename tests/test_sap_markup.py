from decimal import Decimal

import pytest

from models.errors import UsageError
from sap.delimited import CutOffError
from sap.markup import sheets
from sap.table import read

PAGE = """\
<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><style>td {color: red}</style></head>
<body><table><tr><td colspan="4">报价清单&nbsp;48</td></tr>
<tr><th>销售凭证</th><th>项目</th><th>净价</th><th>描述</th></tr>
<tr><td rowspan="2">20001234</td><td>10</td><td x:num="1092.04">1.092,04 </td><td>轴套<br>A &amp; B</td></tr>
<tr><td>20</td><td x:num>7</td><td x:num="46376">20.12.2026</td></tr>
</table></body></html>
"""
ROWS = [
    ("报价清单 48", "", "", ""),
    ("销售凭证", "项目", "净价", "描述"),
    ("20001234", "10", Decimal("1092.04"), "轴套 A & B"),
    ("", "20", "7", "20.12.2026"),
]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-8-sig", "utf-16"])
def test_a_page_gives_the_rows_of_its_table(encoding: str) -> None:
    assert list(sheets(PAGE.encode(encoding))) == [ROWS]


def test_a_page_named_xls_is_read_by_its_content() -> None:
    (sheet,) = read(PAGE.encode("gbk"), "quotes.xls")
    assert list(sheet.rows) == ROWS


def test_an_archive_of_pages_gives_a_sheet_for_each() -> None:
    """Excel's single web page (RFC 2557): a frame, then a page for each sheet."""
    mail = (
        'MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related; boundary="x"\n\n'
        "--x\nContent-Type: text/html\n\n<html><frameset><frame></frameset></html>\n"
        "--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        '<table><tr><td bgcolor=3D"#fff">Net price</td><td>1.5=\n0</td></tr></table>\n'
        "--x\nContent-Type: text/html\n\n<table><tr><td>Item</td></tr></table>\n--x--\n"
    )
    found = [list(sheet.rows) for sheet in read(mail.encode(), "list.xls")]
    assert [rows for rows in found if rows] == [[("Net price", "1.50")], [("Item",)]]


def test_a_table_that_only_frames_others_is_no_list() -> None:
    framed = f"<table><tr><td>{PAGE[PAGE.index('<table>') : PAGE.index('</body>')]}</td></tr></table>"
    assert list(sheets(framed.encode())) == [ROWS]


def test_pages_of_a_printed_list_follow_each_other() -> None:
    page = "<table><tr><td>1</td><td>{}</td></tr></table>"
    printed = f"{page.format(10)}<p>Page 2</p>{page.format(20)}"
    assert list(sheets(printed.encode())) == [[("1", "10"), ("1", "20")]]


def test_a_span_beyond_all_reason_is_bounded() -> None:
    ((row,),) = sheets(b"<table><tr><td colspan=1000000>A</td><td>B</td></tr></table>")
    assert len(row) < 1000


def test_a_page_that_ends_within_its_table_is_not_whole() -> None:
    cut = PAGE[: PAGE.rindex("</tr>")].encode()
    with pytest.raises(CutOffError):
        list(sheets(cut))
    with pytest.raises(UsageError, match="ends in the middle of a row"):
        read(cut, "va05.xls")
