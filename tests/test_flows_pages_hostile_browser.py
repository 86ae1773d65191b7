"""Mails full of scripts, through the real readers to the pages in a real browser: nothing of it runs."""

import io
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import browser
import pytest
from intake_builders import watched
from openpyxl import Workbook
from playwright.sync_api import Browser

from flows import basis, pages, wiring
from flows.context import Context
from flows.intake import intake_once
from models import archive
from models.configuration import Secret, Settings
from models.rows.cases import cases
from review import serving

pytestmark = pytest.mark.browser
RUN = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>"
ATTRIBUTE = "\" onmouseover=\"document.title='run'\" x=\"'><svg onload=document.title='run'>"
LINK = "javascript:document.title='run'"
PHONE = (390, 844)
FILES = ("/original", "/parts/", "/download")
TOUCHED = "document.querySelectorAll('*').forEach(each => each.dispatchEvent(new Event('mouseover')))"


def hostile_order() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "'><svg onload=1>"
    for row in (
        ("采购订单 PURCHASE ORDER",),
        (f"江苏瑞江泵业制造有限公司 {RUN}",),
        ("订单号 PO No.:", "4500078166", "", "日期 Date:", "2026-11-20"),
        ("交货地点:", ATTRIBUTE),
        ("付款条件:", f"{RUN} 30 days {LINK}"),
        ("序号", "物料号", "名称", "数量", "单位", "单价", "金额", "交货日期"),
        (10, "10089378", f"Seal {RUN}", 12, "件", 118, 1416, "2027-01-15"),
        (20, ATTRIBUTE, "密封圈", 4, "件", 20, 80, "2027-01-15"),
        ("合计 Total", "", "", "", "", "", 1496),
    ):
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def hostile_mail() -> bytes:
    mail = EmailMessage()
    mail["From"] = '"<script>document.title=1</script>" <li@works.example>'
    mail["To"], mail["Subject"] = "orders@works.example", f"{RUN} {ATTRIBUTE}"
    mail["Message-ID"] = "<hostile@works.example>"
    mail.set_content(f"Please enter.\n{RUN}\n")
    mail.add_alternative(f"<p>Please enter {RUN}</p>", subtype="html")
    mail.add_attachment(hostile_order(), "application", "octet-stream", filename=f"{ATTRIBUTE}{RUN}.xlsx")
    for name in (f"{RUN}.rar", "../../../etc/passwd\u202excod.exe", f"{LINK}.pdf"):
        mail.add_attachment(b"Rar!\x1a\x07\x01\x00", "application", "octet-stream", filename=name)
    return mail.as_bytes()


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    folder = tmp_path_factory.mktemp("hostile")
    inbox = watched(folder / "inbox")
    (inbox.path / "mail.eml").write_bytes(hostile_mail())
    (folder / "quotes.csv").write_text(
        "Quotation,Item,Part number,Description,Quantity,Unit price,Currency\n"
        f'20017734,10,10089378,"{RUN.replace(chr(34), chr(39))}",12,118.50,CNY\n'
    )
    settings = Settings(data=folder / "data", database=Secret(f"sqlite:///{folder / 'countercheck.db'}"))
    with wiring.opened(settings) as opened:
        basis.refresh(opened, folder / "quotes.csv")
        found = replace(opened, sources=(inbox,))
        intake_once(found)
        yield found


@pytest.fixture(scope="module")
def address(kit: Context) -> Iterator[str]:
    listening, stop = serving.listen(0), threading.Event()
    thread = threading.Thread(target=pages.serve, args=(kit, listening, stop))
    where = serving.url(listening)
    thread.start()
    yield where.rstrip("/")
    stop.set()
    thread.join(20)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.chromium() as found:
        yield found


@pytest.mark.parametrize(("lang", "size"), [("zh", browser.SMALL_SCREEN), ("en", PHONE)])
def test_nothing_of_a_mail_runs_on_any_page(
    kit: Context, address: str, chromium: Browser, lang: str, size: tuple[int, int]
) -> None:
    with chromium.new_context(viewport={"width": size[0], "height": size[1]}, locale=lang) as visit:
        page = visit.new_page()
        heard: list[str] = []
        asked: list[str] = []
        page.on("console", lambda said: heard.append(said.text) if said.type == "error" else None)
        page.on("request", lambda request: asked.append(request.url))
        waiting, seen = (
            ["/", "/messages", *(f"/cases/{each.number}" for each in cases.listed(kit.store))],
            set(),
        )
        while waiting:
            path = waiting.pop()
            if path in seen or any(each in path for each in FILES):
                continue
            seen.add(path)
            page.goto(f"{address}{path}?lang={lang}", wait_until="load")
            assert "countercheck" in page.title(), path
            page.evaluate(TOUCHED)
            assert "run" not in page.title().split(), path
            assert page.locator("svg[onload], img[src='x'], [onerror], [onmouseover]").count() == 0
            assert page.evaluate("document.documentElement.scrollWidth") <= size[0], path
            links = [each.get_attribute("href") or "" for each in page.locator("a").all()]
            assert not [each for each in links if each.lower().startswith(("javascript:", "//", "data:"))]
            waiting += [each.partition("#")[0] for each in links if each.startswith("/") and "?" not in each]
        assert len(seen) >= 6
        assert heard == []
        assert [each for each in asked if not each.startswith(address)] == []


def test_a_case_whose_files_are_gone_says_so_and_stays(kit: Context, address: str, chromium: Browser) -> None:
    kept = kit.archive.root.with_name("away")
    shutil.move(kit.archive.root, kept)
    try:
        kit.archive.root.mkdir()
        with chromium.new_context() as visit:
            page = visit.new_page()
            for each in cases.listed(kit.store):
                answer = page.goto(f"{address}/cases/{each.number}", wait_until="networkidle")
                assert answer is not None
                assert answer.status == 200
                (message, *_) = cases.detail(kit.store, each.number).messages  # type: ignore[union-attr]
                got = page.request.get(f"{address}/messages/{message.message.raw_sha256}/original")
                assert got.status in {404, 410}
                assert "Traceback" not in got.text()
    finally:
        kit.archive.root.rmdir() if not any(Path(kit.archive.root).iterdir()) else shutil.rmtree(
            kit.archive.root
        )
        shutil.move(kept, kit.archive.root)
    assert archive.names(kit.archive)


ODD_PATHS = (
    "/static/../app.py",
    "/static/..%2f..%2fsettings.py",
    "/static/%2e%2e/%2e%2e/settings.py",
    "/static/....//app.py",
    "/static/%00",
    "/messages/..%2f..%2fetc%2fpasswd/original",
    "/messages/" + "0" * 64 + "/parts/../../original",
    "/cases/1/pages/..%2f1",
    "/cases/99999999999999999999",
    "/cases/-1",
    "/cases/1%00",
    "//evil.example/",
    "/%2f%2fevil.example",
    "/messages//evil.example",
)


@pytest.mark.parametrize("path", ODD_PATHS)
def test_an_odd_path_leads_nowhere(address: str, chromium: Browser, path: str) -> None:
    with chromium.new_context() as visit:
        got = visit.request.get(f"{address}{path}", max_redirects=0)
        assert got.status in {400, 404, 307, 308}
        assert "evil.example" not in got.headers.get("location", "").replace(address, "")
        assert "import " not in got.text()
