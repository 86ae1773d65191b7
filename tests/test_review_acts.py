"""What a person does about mails and cases on the pages: try again, read again, ask the server again."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from intake_builders import CORE, Clock, context, mail, mended, watched
from servers_imap import on, serving
from starlette.testclient import TestClient
from test_flows_senders import SETTINGS, taken_in
from test_flows_upkeep_retrying import able, unreadable

from flows.context import Context
from flows.intake import intake_once
from flows.mailboxes.imap import ImapSource
from flows.messages.handling import ATTEMPTS
from models.comparison import Verdict
from models.configuration import UnknownSenders
from models.page import FileFormat, SourceDocument
from models.receipt import Ledger, MessageState
from models.rows.cases import cases
from models.rows.inbox import messages, withheld
from review import acts, sources
from review.app import create_app
from review.words import say, word

OWN = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}
BAD = b"* 1 FETCH (UID 1 BODY[] NIL)\r\nTAG OK done\r\n"


@dataclass
class Pages:
    """The pages of an intake as a person uses them."""

    client: TestClient

    def see(self, path: str) -> str:
        return str(self.client.get(path).text)

    def token(self, path: str) -> str:
        found = re.search(r'name="token" value="([^"]+)"', self.see(path))
        assert found is not None, f"nothing to do on {path}"
        return found[1]

    def press(self, path: str, action: str, **fields: str) -> tuple[int, str]:
        given = {"token": self.token(path), **fields}
        answer = self.client.post(action, data=given, headers=OWN, follow_redirects=False)
        return answer.status_code, answer.headers.get("location", "")


def no_words(_data: bytes, _format: FileFormat) -> SourceDocument:
    return SourceDocument(FileFormat.TEXT, (), exact=False)


@contextmanager
def pages_of(kit: Context) -> Iterator[Pages]:
    kept = sources.of_store(kit.store, kit.archive, no_words, lambda *_: b"")
    does = acts.of_store(kit.store, kit.now)
    app = create_app(kept, acts=does, language="en", now=kit.now)
    with TestClient(app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 50_000)) as client:
        yield Pages(client)


def put_aside(folder: Path) -> tuple[Context, str]:
    inbox = watched(folder / "inbox")
    (inbox.path / "odd").write_text("BUG 1")
    kit = context(folder, inbox)
    for _ in range(ATTEMPTS + 1):
        intake_once(kit)
    (line,) = messages.listed(kit.store, MessageState.QUARANTINED)
    return kit, line.raw_sha256


@pytest.mark.parametrize(
    ("seen_on", "back", "location"),
    [("/messages/{}", "", "/messages/{}"), ("/messages", "list", "/messages?state=quarantined")],
)
def test_a_button_lets_a_message_be_worked_on_anew(
    tmp_path: Path, seen_on: str, back: str, location: str
) -> None:
    kit, sha256 = put_aside(tmp_path)
    with pages_of(kit) as pages:
        page = seen_on.format(sha256)
        action = f"/messages/{sha256}/retry"
        assert f'action="{action}"' in pages.see(page)
        given = pages.token(page)
        for _ in range(2):
            answer = pages.client.post(
                action, data={"token": given, "back": back}, headers=OWN, follow_redirects=False
            )
            assert (answer.status_code, answer.headers["location"]) == (303, location.format(sha256))
        assert f'action="{action}"' not in pages.see(page), "it waits already"
    assert messages.ledger(kit.store) == Ledger(seen=1, processed=0, quarantined=0, waiting=1)
    intake_once(able(kit, read_part=mended))
    assert messages.ledger(kit.store).processed == 1


@pytest.mark.parametrize(("path", "status"), [("/messages/{}/retry", 403), ("/messages/withheld/retry", 403)])
def test_a_form_without_the_token_changes_nothing(tmp_path: Path, path: str, status: int) -> None:
    kit, sha256 = put_aside(tmp_path)
    with pages_of(kit) as pages:
        for data in ({}, {"token": "x"}):
            assert pages.client.post(path.format(sha256), data=data, headers=OWN).status_code == status
    assert messages.ledger(kit.store).quarantined == 1


def test_a_message_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    kit, sha256 = put_aside(tmp_path)
    with pages_of(kit) as pages:
        unknown = "f" * 64
        assert pages.press(f"/messages/{sha256}", f"/messages/{unknown}/retry")[0] == 404
        wrong = {"account": "a", "folder": "b", "uid": "1"}
        for number in ("", "x", "-1", "9" * 11):
            path = "/messages/withheld/retry"
            assert pages.press(f"/messages/{sha256}", path, **wrong, uidvalidity=number)[0] == 404


def test_of_a_mail_with_its_headers_alone_nothing_is_tried_again(tmp_path: Path) -> None:
    inbox = watched(tmp_path / "inbox")
    (inbox.path / "large").write_text("ORDER " + "4" * 900)
    kit = context(tmp_path, inbox, max_message_bytes=500)
    intake_once(kit)
    (line,) = messages.listed(kit.store)
    with pages_of(kit) as pages:
        page = pages.see(f"/messages/{line.raw_sha256}")
        assert word("en", "quarantine", "too_large") in page
        assert "/retry" not in page


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_why_a_sender_is_not_allowed_is_a_sentence(tmp_path: Path, lang: str) -> None:
    strict = replace(SETTINGS, unknown=UnknownSenders.QUARANTINE, authserv_id="")
    kit = taken_in(tmp_path, strict, mail("an order", "ORDER 1", sender="Who <who@stranger.example>"))
    (line,) = messages.listed(kit.store)
    with pages_of(kit) as pages:
        page = pages.see(f"/messages/{line.raw_sha256}?lang={lang}")
    assert say(lang, "put_aside.sender", why=word(lang, "case_reason", "unknown_sender")) in page
    assert "unknown_sender" not in page


def test_a_mail_that_the_server_did_not_hand_out_is_listed_and_asked_for_again(tmp_path: Path) -> None:
    kit = context(tmp_path, now=Clock())
    with serving(mail("one", "ORDER 1")) as server:
        server.faults = [on("UID FETCH 1 (BODY.PEEK[])", BAD)]
        source = ImapSource(server.mailbox())
        kit = replace(kit, sources=(source,))
        looks(kit, lambda: withheld.listed(kit.store)[:1], until=1)
        with pages_of(kit) as pages:
            assert "so far); it is asked for again" in pages.see("/messages")
            assert "/messages/withheld/retry" not in pages.see("/messages")
            looks(kit, lambda: [each for each in withheld.listed(kit.store) if each.given_up], until=1)
            shown = pages.see("/messages?state=quarantined")
            for said in ("Mail 1 in INBOX", word("en", "quarantine", "server_protocol")):
                assert said in shown, said
            assert word("en", "quarantine_remedy", "server_protocol") in shown
            assert "Mail 1 in" not in pages.see("/messages?state=processed")
            server.faults = []
            (item,) = withheld.listed(kit.store)
            key = {"account": item.key.account, "folder": item.key.folder, "uid": item.key.uid}
            path = "/messages?state=quarantined"
            done = pages.press(path, "/messages/withheld/retry", **key, uidvalidity=str(item.key.uidvalidity))
            assert done == (303, path)
        intake_once(kit)
    assert messages.ledger(kit.store) == Ledger(seen=1, processed=1, quarantined=0, waiting=0)
    assert withheld.listed(kit.store) == ()


def looks(kit: Context, found: Callable[[], Sequence[object]], until: int) -> None:
    """Look into the mailbox until that many are found."""
    for _ in range(12):
        if len(found()) >= until:
            return
        intake_once(kit)
    raise AssertionError


def test_a_button_lets_the_document_of_a_case_be_read_again(tmp_path: Path) -> None:
    inbox = watched(tmp_path / "inbox")
    (inbox.path / "order").write_text("ORDER 4501")
    kit = context(tmp_path, inbox, core=replace(CORE, read_part=unreadable))
    intake_once(kit)
    with pages_of(kit) as pages:
        action = "/cases/1/read-again"
        assert f'action="{action}"' in pages.see("/cases/1")
        assert pages.press("/cases/1", action) == (303, "/cases/1")
        assert say("en", "act.reads_again") in pages.see("/cases/1")
        intake_once(able(kit))
        assert action not in pages.see("/cases/1")
    assert cases.listed(kit.store)[0].verdict is Verdict.REVIEW
