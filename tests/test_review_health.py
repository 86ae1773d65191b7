"""The page that says whether all is well: each mailbox, each worker, what is wrong since when."""

import datetime as dt
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from intake_builders import NOON, Clock, context, watched

import sandbox
from flows import pages
from flows.context import Context
from flows.intake import intake_once
from flows.upkeep import alerts, duties, pulse
from flows.upkeep.alerts import Trouble
from models.errors import MailboxError
from models.rows.inbox import mailbox_states, running
from models.rows.inbox.mailbox_states import LOGINS
from review import sources
from review.app import create_app
from review.languages import LANGUAGES
from review.words import say

BROKEN = "the mailbox imap.works.example:993 does not answer as it should ([Errno 111] Connection refused)"


@pytest.fixture
def kit(tmp_path: Path) -> Context:
    inbox = watched(tmp_path / "inbox")
    (inbox.path / "order").write_text("ORDER 4501")
    return context(tmp_path, inbox, now=Clock())


def shown(kit: Context, lang: str = "en") -> str:
    kept = sources.of_store(kit.store, kit.archive, sandbox.read, sandbox.render)
    app = create_app(kept, language=lang, now=kit.now, standing=pages._standing(kit))
    client = TestClient(app, base_url="http://localhost", client=("127.0.0.1", 1))
    answer = client.get("/health")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.text)


def test_before_the_first_look_nothing_is_said_to_be_well(kit: Context) -> None:
    page = shown(kit)
    for said in ("health.never", "health.nobody", "health.not_examined"):
        assert say("en", said) in page
    assert say("en", "health.well") not in page


def test_where_all_is_well_it_says_so_in_one_sentence(kit: Context, tmp_path: Path) -> None:
    intake_once(kit)
    running.note(kit.store, duties.EXAMINED, "healthy", kit.now())
    with pulse.beating(kit, tmp_path, "http://127.0.0.1:1/", alone=True) as beat:
        beat()
        page = shown(kit)
    assert say("en", "health.well") in page
    assert "countercheck run" in page
    assert say("en", "health.beats", n=0) in page
    assert "nothing was wrong" in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_mailbox_that_fails_says_why_in_the_readers_language(kit: Context, lang: str) -> None:
    (source,) = kit.sources
    intake_once(kit)
    mailbox_states.failed(kit.store, source.account, source.folder, kit.now(), error=BROKEN)
    page = shown(kit, lang)
    assert say(lang, "health.well") not in page
    assert ("连接被拒绝" if lang == "zh" else "Connection refused") in page


def test_a_login_that_is_refused_names_what_to_do(kit: Context) -> None:
    (source,) = kit.sources
    for _ in range(LOGINS):
        mailbox_states.failed(
            kit.store, source.account, source.folder, kit.now(), error="refused", login=source.login()
        )
    assert "call countercheck login" in shown(kit)


def test_a_worker_that_hangs_and_an_open_alert_stand_there(kit: Context, tmp_path: Path) -> None:
    intake_once(kit)
    alerts.tell(kit, (Trouble("part", "the pages", {"name": "the pages", "why": "OSError"}),), alerts.WATCHED)
    running.note(kit.store, duties.EXAMINED, "problems", kit.now())
    with pulse.beating(kit, tmp_path, None, alone=False) as beat:
        beat()
        assert isinstance(kit.now, Clock)
        kit.now.forward(700)
        page = shown(kit, "zh")
    assert "网页 反复退出" in page
    assert say("zh", "health.hangs", n=700) in page
    assert "发现问题" in page
    assert say("zh", "health.well") not in page


def test_without_what_tells_it_there_is_no_such_page_and_no_link(kit: Context) -> None:
    kept = sources.of_store(kit.store, kit.archive, sandbox.read, sandbox.render)
    client = TestClient(create_app(kept, now=kit.now), base_url="http://localhost", client=("127.0.0.1", 1))
    assert client.get("/health").status_code == 404
    assert "/health" not in client.get("/messages").text


def test_what_a_mailbox_says_is_only_text(kit: Context) -> None:
    (source,) = kit.sources
    error = str(MailboxError("<script>alert(1)</script>"))
    mailbox_states.failed(kit.store, source.account, source.folder, NOON + dt.timedelta(1), error=error)
    assert "<script>alert" not in shown(kit)
