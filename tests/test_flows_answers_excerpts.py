"""An answer about a document without pages shows the row or the line as it stands there, as a crop would."""

import io
import re
from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from pathlib import Path

import browser
import openpyxl
import pytest
from answering_intake import answering
from playwright.sync_api import Browser
from servers_smtp import Post

from demo.tour import FOLDER
from extractors.message import open_file
from flows.context import Context
from flows.intake import intake_once
from flows.mailboxes.folder import WatchedFolder

WORD, TEXT, SHEET = "06_东蓝合同.eml", "08_长岭湾备件.eml", "05_青禾备件订单.eml"


@pytest.fixture
def context(tmp_path: Path, post: Post) -> Iterator[Context]:
    with answering(tmp_path, post) as opened:
        yield opened


def answered(context: Context, post: Post, mail: bytes) -> tuple[str, str]:
    (source,) = context.sources
    assert isinstance(source, WatchedFolder)
    (source.path / "mail.eml").write_bytes(mail)
    assert intake_once(context).posted.sent == 1
    (message,) = post.mails
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert page is not None
    return plain.get_content(), page.get_content()


def of_demo(name: str) -> bytes:
    return (FOLDER / "inbox" / name).read_bytes()


def cells(page: str) -> list[list[str]]:
    """Return the texts of the small tables within a letter, row by row, what is marked in brackets."""
    rows = re.findall(r"<tr>(<td(?: colspan=\"\d\")? style=\"padding:2px 6px.*?)</tr>", page, re.DOTALL)
    marked = [re.sub(r"<b style=[^>]*>(.*?)</b>", r"[\1]", each) for each in rows]
    return [re.findall(r"<td[^>]*>(.*?)</td>", each, re.DOTALL) for each in marked]


def test_a_row_of_a_word_file_stands_under_its_headings(context: Context, post: Post) -> None:
    text, page = answered(context, post, of_demo(WORD))
    heading = ["序号", "名称及规格", "甲方编码", "数量", "单位", "含税单价", "含税金额"]
    row = ["4", "密封拆装工具 T-45", "[2K9B-90045]", "1", "套", "680.00", "680.00"]
    found = cells(page)
    assert found[found.index(heading) + 1] == row
    assert ">表格 1 第 5 行<" in page
    assert "表格 1 第 5 行: 4 | 密封拆装工具 T-45 | [2K9B-90045] | 1" in text
    assert "<b" in page
    assert "第三条 付款方式：" in page, "a paragraph with what is marked in it"


def test_a_line_of_a_text_mail_stands_between_its_neighbours(context: Context, post: Post) -> None:
    text, page = answered(context, post, of_demo(TEXT))
    assert ["1 10067720 浆泵密封 ZJ-110 2 套 [3840.00] 7680.00"] in cells(page)
    assert ">序号 贵司料号 名称规格 数量 单位 不含税单价 不含税金额<" in page
    assert "文本第 23 行: 1 10067720" in text


def changed_sheet(cells: Mapping[str, int | str]) -> bytes:
    """Return a mail with the spreadsheet, some of its cells being changed."""
    (part,) = [each for each in open_file(of_demo(SHEET), SHEET).parts if each.format.value == "xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(part.content))
    sheet = book.active
    assert sheet is not None
    for cell, to in cells.items():
        sheet[cell] = to
    out = io.BytesIO()
    book.save(out)
    message = EmailMessage()
    message["From"] = "Marta Voss <marta.voss@beilan-seals.example>"
    message["Subject"] = "order"
    message["Message-ID"] = "<sheet@beilan-seals.example>"
    message.set_content("Please check this order.\n")
    message.add_attachment(out.getvalue(), "application", "octet-stream", filename="order.xlsx")
    return message.as_bytes()


def test_a_row_of_a_spreadsheet_has_its_letters_and_its_number(context: Context, post: Post) -> None:
    _, page = answered(context, post, changed_sheet({"H11": 369, "I11": 3690}))
    found = cells(page)
    at = next(number for number, each in enumerate(found) if any(one.startswith("[369") for one in each))
    assert found[at - 2] == ["", "A", "D", "E", "F", "G", "H", "I"]
    assert found[at - 1] == ["", "序号", "名称", "规格型号", "数量", "单位", "未税单价", "未税金额"]
    assert found[at][:6] == ["11", "2", "搅拌机密封", "MG1-45", "10", "套"]
    assert ">sheet 采购订单, row 11<" in page


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "\u202e81", "=cmd|' /C calc'!A1", "x" * 5000]
)
def test_what_a_cell_says_is_only_text(context: Context, post: Post, hostile: str) -> None:
    _, page = answered(context, post, changed_sheet({"H11": 369, "I11": 3690, "D11": hostile}))
    assert ">sheet 采购订单, row 11<" in page
    assert "<script>" not in page
    assert "\u202e" not in page
    assert "x" * 500 not in page


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.chromium() as chromium:
        yield chromium


@pytest.mark.browser
@pytest.mark.parametrize("width", [1366, 375])
def test_rows_fit_their_readers_screen(context: Context, post: Post, chromium: Browser, width: int) -> None:
    _, page = answered(context, post, of_demo(WORD))
    with chromium.new_context(viewport={"width": width, "height": 720}) as visit:
        shown = visit.new_page()
        shown.set_content(page)
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        assert shown.get_by_text("2K9B-90045").count() >= 2
