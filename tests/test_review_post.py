"""The correspondence on the pages: questions, drafts, the outbox, and that only our own forms do anything."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import browser
import pytest
import servers_smtp
from intake_builders import NOON, mail
from outbox_kit import all_mails, drop, kit
from playwright.sync_api import Browser
from servers_smtp import Post
from starlette.testclient import TestClient

from flows.context import Context
from flows.intake import intake_once
from flows.post import outbox
from models.answering import MailKind, MailState, QuestionState, Resolver, Why
from models.page import FileFormat, SourceDocument
from models.rows.cases import cases, questions
from models.rows.post import outbox_desk
from review import correspondence, sources
from review.app import create_app

OWN = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}


@dataclass
class Desk:
    """An intake with one case, its pages, and the mail server behind it."""

    context: Context
    client: TestClient
    post: Post

    def token(self, path: str = "/cases/1") -> str:
        """Return the token that the forms of a page bring back."""
        match = re.search(r'name="token" value="([^"]+)"', self.client.get(path).text)
        assert match is not None
        return match[1]

    def nonce(self) -> str:
        match = re.search(r'name="nonce" value="([^"]+)"', self.client.get("/cases/1").text)
        assert match is not None
        return match[1]

    def send(self, path: str, **fields: str) -> Any:
        given = {"token": self.token(), **fields}
        return self.client.post(path, data=given, headers=OWN, follow_redirects=False)


def no_words(_data: bytes, _format: FileFormat) -> SourceDocument:
    return SourceDocument(FileFormat.TEXT, (), exact=False)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with servers_smtp.running() as post:
        context = kit(tmp_path, post)
        drop(context, "order.eml", mail("FW: order 4501", "ORDER 4501"))
        intake_once(context)
        kept = sources.of_store(context.store, context.archive, no_words, lambda *_: b"")
        asked = correspondence.of_store(context.store, context.answers, context.now, sends=True)
        app = create_app(kept, post=asked, language="en", now=context.now)
        with TestClient(app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 50_000)) as client:
            yield Desk(context, client, post)


ACTIONS = (
    "/cases/1/questions",
    "/cases/1/questions/1/settle",
    "/cases/1/tell",
    "/cases/1/drafts",
    "/cases/1/read-again",
    "/cases/1/confirm",
    "/outbox/release",
    "/outbox/discard",
    "/outbox/take-back",
)


def everything(context: Context) -> object:
    with context.store.reader.connect() as connection:
        return [
            connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            for table in ("outbox", "question", "audit", "review_case")
        ]


def test_every_action_is_known_here(desk: Desk) -> None:
    """A new one needs its token and its place in `ACTIONS`."""
    paths = {
        route.path.replace("{number}", "1").replace("{question}", "1")
        for route in desk.client.app.routes  # type: ignore[attr-defined]
        if "POST" in getattr(route, "methods", ()) and ("/cases" in route.path or "/outbox" in route.path)
    }
    assert paths <= set(ACTIONS)


ELSEWHERE = (
    {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
    {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost:9"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
)
GIVEN = {"text": "x", "resolver": "technical", "kind": "decision"}


@pytest.mark.parametrize("path", ACTIONS)
def test_a_form_of_another_page_changes_nothing(desk: Desk, path: str) -> None:
    given = {"token": desk.token(), "nonce": desk.nonce(), **GIVEN}
    before = everything(desk.context)
    for headers in ELSEWHERE:
        answer = desk.client.post(path, data=given, headers=headers, follow_redirects=False)
        assert answer.status_code == 403, headers
    assert everything(desk.context) == before


@pytest.mark.parametrize("path", ACTIONS)
def test_a_form_without_the_token_changes_nothing(desk: Desk, path: str) -> None:
    given = {"nonce": desk.nonce(), **GIVEN}
    before = everything(desk.context)
    for token in (None, "", "wrong", "x" * 43):
        data = given if token is None else given | {"token": token}
        answer = desk.client.post(path, data=data, headers=OWN, follow_redirects=False)
        assert answer.status_code == 403, token
    assert everything(desk.context) == before


def test_looking_changes_nothing(desk: Desk) -> None:
    before = everything(desk.context)
    for path in ("/", "/cases/1", "/outbox", "/outbox?state=held", "/messages", *ACTIONS):
        desk.client.get(path)
    assert everything(desk.context) == before


def test_a_form_that_is_too_large_is_refused(desk: Desk) -> None:
    assert desk.send("/cases/1/questions", text="x" * 70_000).status_code == 413


def test_a_question_is_asked_pinned_to_its_spot_and_shown(desk: Desk) -> None:
    answer = desk.send(
        "/cases/1/questions", resolver="technical", pin="1-unit_price", text="Which <b>one</b>?"
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/cases/1#post")
    (asked,) = questions.of_case(desk.context.store, 1)
    assert (asked.asked.resolver, asked.asked.recipient) == (Resolver.TECHNICAL, "tech@works.example")
    assert (asked.asked.line, asked.asked.field) == (1, "unit_price")
    page = desk.client.get("/cases/1").text
    assert "Which &lt;b&gt;one&lt;/b&gt;?" in page
    assert "not answered" in page
    desk.send("/cases/1/questions", resolver="technical", pin="1-unit_price", text="Which <b>one</b>?")
    assert len(questions.of_case(desk.context.store, 1)) == 1
    outbox.send(desk.context)
    assert desk.post.recipients[-1] == "tech@works.example"


def test_sales_is_the_owner_of_the_case(desk: Desk) -> None:
    desk.send("/cases/1/questions", resolver="sales", text="Is that agreed?")
    (asked,) = questions.of_case(desk.context.store, 1)
    assert asked.asked.recipient == "wang.li@works.example"


@pytest.mark.parametrize(
    "given",
    [
        {"resolver": "finance", "text": "nobody is set for finance"},
        {"resolver": "thief@elsewhere.example", "text": "x"},
        {"resolver": "technical", "text": "  "},
        {"resolver": "technical", "text": "x" * 5001},
    ],
)
def test_what_cannot_be_asked_is_refused(desk: Desk, given: dict[str, str]) -> None:
    assert desk.send("/cases/1/questions", **given).status_code == 400
    assert questions.of_case(desk.context.store, 1) == ()


def test_a_question_is_settled_by_a_person(desk: Desk) -> None:
    desk.send("/cases/1/questions", resolver="technical", text="Which?")
    desk.send("/cases/1/questions/1/settle")
    (asked,) = questions.of_case(desk.context.store, 1)
    assert asked.state is QuestionState.SETTLED
    assert desk.send("/cases/1/questions/9/settle").status_code == 404


def test_the_sender_is_told_what_was_decided(desk: Desk) -> None:
    nonce = desk.nonce()
    for _ in range(2):
        desk.send("/cases/1/tell", kind="rejection", nonce=nonce, text="The price is not ours.")
    outbox.send(desk.context)
    told = desk.post.mails[-1]
    assert len(desk.post.taken) == 2
    assert told["To"] == "wang.li@works.example"
    text = told.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert text.startswith("The order desk has rejected case 1:")
    assert "The price is not ours." in text


def test_a_draft_to_the_customer_goes_out_only_when_a_person_releases_it(desk: Desk) -> None:
    desk.send("/cases/1/drafts", nonce=desk.nonce())
    (draft,) = [each for each in all_mails(desk.context) if each.kind is MailKind.CUSTOMER]
    assert (draft.state, draft.why, draft.recipient) == (MailState.HELD, Why.DRAFT, "")
    outbox.send(desk.context)
    assert len(desk.post.taken) == 1
    refused = desk.send("/outbox/release", key=draft.key, subject="s", text="t")
    assert refused.headers["location"] == "/outbox?state=held&refused=1"
    desk.send(
        "/outbox/release",
        key=draft.key,
        recipient="Buyer@customer.example",
        subject="Your order",
        text="Hello\r\nBye",
    )
    outbox.send(desk.context)
    sent = desk.post.mails[-1]
    assert (sent["To"], sent["Subject"]) == ("buyer@customer.example", "Your order")
    assert sent["Auto-Submitted"] is None
    assert sent.get_content().splitlines() == ["Hello", "Bye"]


def test_a_mail_can_be_thrown_away_and_never_twice_sent(desk: Desk) -> None:
    desk.send("/cases/1/drafts", nonce=desk.nonce())
    (draft,) = [each for each in all_mails(desk.context) if each.kind is MailKind.CUSTOMER]
    desk.send("/outbox/discard", key=draft.key)
    desk.send("/outbox/release", key=draft.key, recipient="buyer@customer.example", subject="s", text="t")
    outbox.send(desk.context)
    assert len(desk.post.taken) == 1
    (answered,) = [each for each in all_mails(desk.context) if each.kind is MailKind.ANSWER]
    desk.send("/outbox/release", key=answered.key)
    outbox.send(desk.context)
    assert len(desk.post.taken) == 1


def test_a_mail_that_was_thrown_away_by_mistake_comes_back_and_waits_for_a_person(desk: Desk) -> None:
    desk.send("/cases/1/drafts", nonce=desk.nonce())
    (draft,) = [each for each in all_mails(desk.context) if each.kind is MailKind.CUSTOMER]
    thrown = desk.send("/outbox/discard", key=draft.key)
    page = desk.client.get(thrown.headers["location"]).text
    assert "is thrown away and will not be sent" in page
    assert page.count("Take it back") == 2, "right there, and beside the mail in the list"
    desk.send("/outbox/take-back", key=draft.key)
    (again,) = [each for each in all_mails(desk.context) if each.kind is MailKind.CUSTOMER]
    assert (again.state, again.text, again.subject) == (MailState.HELD, draft.text, draft.subject)
    outbox.send(desk.context)
    assert len(desk.post.taken) == 1, "it waits"
    assert "Take it back" not in desk.client.get(thrown.headers["location"]).text


def test_what_went_out_or_was_renewed_cannot_be_taken_back(desk: Desk) -> None:
    (answered,) = [each for each in all_mails(desk.context) if each.kind is MailKind.ANSWER]
    desk.send("/outbox/take-back", key=answered.key)
    desk.send("/cases/1/drafts", nonce=desk.nonce())
    (draft,) = [each for each in all_mails(desk.context) if each.kind is MailKind.CUSTOMER]
    renewal = outbox_desk.Renewal(discarded=(draft.key,))
    outbox_desk.renew(desk.context.store, renewal, NOON)
    desk.send("/outbox/take-back", key=draft.key)
    states = {each.kind: each.state for each in all_mails(desk.context)}
    assert states == {MailKind.ANSWER: MailState.SENT, MailKind.CUSTOMER: MailState.DISCARDED}


def test_the_outbox_says_what_was_sent_and_what_is_late(desk: Desk) -> None:
    page = desk.client.get("/outbox").text
    assert "Re: FW: order 4501 [CC-1]" in page
    assert "wang.li@works.example" in page
    assert 'role="alert"' not in page
    desk.send("/cases/1/questions", resolver="technical", text="Which?")
    desk.context.now.forward(90_000)  # type: ignore[attr-defined] # a clock of the tests
    assert "has waited for more than a day" in desk.client.get("/outbox").text


def test_pages_without_correspondence_are_as_before(desk: Desk) -> None:
    kept = sources.of_store(desk.context.store, desk.context.archive, no_words, lambda *_: b"")
    with TestClient(
        create_app(kept, language="en", now=lambda: NOON),
        base_url="http://127.0.0.1:8000",
        client=("127.0.0.1", 50_000),
    ) as client:
        assert client.get("/outbox").status_code == 404
        assert "/outbox" not in client.get("/cases/1").text
    assert cases.detail(desk.context.store, 1) is not None


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.chromium() as chromium:
        yield chromium


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_person_writes_and_releases_a_draft_by_keyboard(desk: Desk, chromium: Browser, lang: str) -> None:
    complaints: list[str] = []
    with (
        browser.served(desk.client.app) as address,
        chromium.new_context(viewport={"width": 1366, "height": 768}) as visit,
    ):
        page = visit.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.goto(f"{address}cases/1?lang={lang}")
        page.locator("form[action$='/drafts'] button").click()
        page.wait_for_url("**/outbox?state=held")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1366
        page.keyboard.press("s")
        # Nothing is chosen yet: nothing is sent.
        assert page.url.endswith("/outbox?state=held")
        page.locator("input[name=recipient]").fill("buyer@customer.example")
        page.locator("textarea").press("s")
        page.locator(".mail-card").first.focus()
        page.keyboard.press("s")
        page.wait_for_url("**/outbox")
        page.set_viewport_size({"width": 375, "height": 720})
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
    outbox.send(desk.context)
    assert desk.post.mails[-1]["To"] == "buyer@customer.example"
    assert complaints == []


@pytest.mark.browser
def test_a_question_is_asked_and_settled_on_the_page(desk: Desk, chromium: Browser) -> None:
    with (
        browser.served(desk.client.app) as address,
        chromium.new_context(viewport={"width": 1366, "height": 768}, java_script_enabled=False) as visit,
    ):
        page = visit.new_page()
        page.goto(f"{address}cases/1?lang=en")
        page.get_by_text("Ask a question").click()
        page.locator("form[action$='/questions'] textarea").fill("Which revision?")
        page.get_by_role("button", name="Ask by mail").click()
        page.wait_for_url("**/cases/1#post")
        assert page.get_by_text("Which revision?").is_visible()
        page.get_by_role("button", name="Mark as settled").click()
        page.get_by_text("settled", exact=True).wait_for()
    (asked,) = questions.of_case(desk.context.store, 1)
    assert asked.state is QuestionState.SETTLED
