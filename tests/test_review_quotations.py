"""The page of quotations: what is in use, what changed, what waits for a person; and ages that are told."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import browser
import pytest
import review_desk
import servers_smtp
from intake_builders import CORE, NOON, mail
from outbox_kit import clock, drop, kit, open_mail
from playwright.sync_api import Browser
from servers_smtp import Post
from starlette.testclient import TestClient
from test_flows_quotations import export

from flows import basis
from flows.context import Compared, Context
from flows.intake import intake_once
from flows.post import outbox
from models.page import FileFormat, SourceDocument
from models.reading import Extraction
from models.rows.quotations import quotes, snapshots
from models.snapshot import SnapshotState
from review import case_view, quotations, sources
from review.app import create_app

OWN = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}
DAY = dt.timedelta(days=1)


@dataclass
class Desk:
    """An intake, its pages, and the mail server behind it."""

    context: Context
    client: TestClient
    post: Post

    def page(self, path: str, lang: str = "en") -> str:
        answer = self.client.get(path, params={"lang": lang})
        assert answer.status_code == 200
        return str(answer.text)

    def send(self, decision: str, number: object, **headers: str) -> Any:
        match = re.search(r'name="token" value="([^"]+)"', self.page("/quotations"))
        given = {"token": match[1] if match else "", "number": str(number)}
        path = f"/quotations/{decision}"
        return self.client.post(path, data=given, headers=headers or OWN, follow_redirects=False)


def no_words(_data: bytes, _format: FileFormat) -> SourceDocument:
    return SourceDocument(FileFormat.TEXT, (), exact=False)


def application(context: Context) -> Any:
    kept = sources.of_store(context.store, context.archive, no_words, lambda *_: b"")
    imports = quotations.of_store(context.store, context.now)
    return create_app(kept, language="en", now=context.now, quotations=imports)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with servers_smtp.running() as post:
        context = kit(tmp_path, post)
        app = application(context)
        with TestClient(app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 50_000)) as client:
            yield Desk(context, client, post)


def take(desk: Desk, count: int, price: str = "118.00") -> None:
    basis.import_data(desk.context, export(count, 2, price), f"va25 {count}.csv")


def state(desk: Desk, number: int) -> SnapshotState:
    found = snapshots.found(desk.context.store, number)
    assert found is not None
    return found.state


def test_the_page_says_which_import_is_in_use_and_what_waits(desk: Desk) -> None:
    assert "Nothing was imported yet" in desk.page("/quotations")
    take(desk, 10)
    take(desk, 2)
    page = desk.page("/quotations")
    rows = re.findall(r"<tr>\s*<td.*?</tr>", page, re.DOTALL)
    assert ["in use" in each for each in rows] == [False, True]
    assert ["Use it" in each for each in rows] == [True, False]
    assert "1 import of quotations waits for you" in page
    assert "1 import of quotations waits for you" in desk.page("/")
    assert "等待确认" in desk.page("/quotations", "zh")


def test_an_import_says_what_it_changed(desk: Desk) -> None:
    take(desk, 4)
    basis.import_data(desk.context, export(3, 2, "120.00"), "va25.csv")
    page = desk.page("/quotations/2")
    assert "3 quotations changed" in page
    assert re.search(r"20017000</td><td>10</td>\s*<td>price</td>\s*<td>118.00</td><td><b>120.00</b>", page)
    assert re.search(r"1 quotation no longer there</h2>\s*<p class=\"numbers\">20017003</p>", page)
    assert "no earlier import" in desk.page("/quotations/1")
    assert desk.client.get("/quotations/3").status_code == 404
    assert desk.client.get(f"/quotations/{2**31}").status_code == 404


def test_a_person_decides_what_becomes_of_an_import(desk: Desk) -> None:
    take(desk, 10)
    take(desk, 2)
    assert "quotations 10 → 2, items 20 → 4" in desk.page("/quotations/2")
    assert desk.send("use", 2).status_code == 303
    assert state(desk, 2) is SnapshotState.USED
    newest = quotes.newest(desk.context.store)
    assert newest is not None
    assert newest.number == 2
    take(desk, 10, "1.00")
    take(desk, 3)
    assert desk.send("discard", 4).status_code == 303
    assert state(desk, 4) is SnapshotState.DISCARDED
    assert "waits for you" not in desk.page("/")


ELSEWHERE = (
    {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "https://evil.example"},
)


def test_only_our_own_form_decides(desk: Desk) -> None:
    take(desk, 10)
    take(desk, 2)
    for headers in ELSEWHERE:
        assert desk.send("use", 2, **headers).status_code == 403
    for given in ({}, {"token": "x"}):
        answer = desk.client.post("/quotations/use", data={**given, "number": "2"}, headers=OWN)
        assert answer.status_code == 403
    for number in ("", "0", "9", "-1", "²", "9" * 30, "2; DROP TABLE"):
        assert desk.send("use", number).status_code == 404
    assert desk.send("delete", 2).status_code == 404
    assert state(desk, 2) is SnapshotState.WAITING


def test_quotations_older_than_a_day_are_told_on_the_pages(desk: Desk) -> None:
    take(desk, 2)
    clock(desk.context).moment = NOON + DAY
    assert "import a newer export" not in desk.page("/")
    clock(desk.context).moment = NOON + 3 * DAY
    assert "3 days old: import a newer export" in desk.page("/")
    assert "已过 3 天" in desk.page("/", "zh")


def comparing(context: Context) -> Context:
    """Return the context with comparisons that name the snapshot in use, as those of the program do."""

    def compare(extraction: Extraction, _today: dt.date) -> Compared | None:
        compared = CORE.compare(extraction, NOON.astimezone().date())
        number, _ = basis.Basis(context.store).current()
        return None if compared is None else replace(compared, snapshot=number)

    return replace(context, core=replace(CORE, open_file=open_mail, compare=compare))


@pytest.mark.parametrize(("age", "told"), [(DAY, False), (2 * DAY, True)])
def test_a_case_and_its_answer_say_that_the_quotations_were_old_then(
    desk: Desk, age: dt.timedelta, *, told: bool
) -> None:
    take(desk, 2)
    clock(desk.context).moment = NOON + age
    context = comparing(desk.context)
    drop(context, "order.eml", mail("FW: order 4501", "ORDER 4501"))
    intake_once(context)
    clock(context).moment = NOON + 9 * DAY
    page = desk.page("/cases/1")
    assert "va25 2.csv" in page
    assert ("The quotations were 2 days old when" in page) is told
    outbox.send(context)
    (sent,) = desk.post.mails
    assert ("The quotations were 2 days old when" in text_of(sent)) is told


def text_of(sent: EmailMessage) -> str:
    body = sent.get_body(("plain",))
    assert body is not None
    return " ".join(str(body.get_content()).split())


def test_a_case_without_a_snapshot_says_nothing_of_its_age() -> None:
    case = review_desk.order_with_one_cause(review_desk.Desk())
    assert not [each for each in case_view.view("en", case).remarks if "days old" in each.text]


@pytest.mark.browser
@pytest.mark.parametrize(("lang", "button"), [("en", "Use it"), ("zh", "使用")])
def test_in_a_browser_an_import_is_looked_at_and_used(desk: Desk, lang: str, button: str) -> None:
    take(desk, 10)
    take(desk, 2)
    with browser.served(application(desk.context)) as address, browser.chromium() as chromium:
        _use(chromium, address.rstrip("/"), lang, button)
    assert state(desk, 2) is SnapshotState.USED


def _use(chromium: Browser, address: str, lang: str, button: str) -> None:
    width, height = browser.SMALL_SCREEN
    page = chromium.new_page(viewport={"width": width, "height": height})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{address}/quotations?lang={lang}", wait_until="networkidle")
    page.get_by_role("link", name="2", exact=True).click()
    page.wait_for_url("**/quotations/2")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()
    assert page.url.endswith("/quotations")
    assert page.get_by_role("button", name=button, exact=True).count() == 0
    assert complaints == []
