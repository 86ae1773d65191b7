import contextlib
import datetime as dt
import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import outbox_kit
import pytest
import recomparing_desk
import servers_prefect
import servers_smtp
from intake_builders import context, database, mail, watched
from recomparing_desk import Comparing, Desk, offer

from flows.artifact import markdown
from flows.context import Core
from flows.intake import IntakeReport, SourceFailure
from flows.mailboxes import polling
from flows.mailboxes.folder import WatchedFolder
from flows.mailboxes.source import LoginRefusedError
from flows.prefect_server import environment, serving, stop
from flows.recomparing import Recompared
from models.case import CaseState, CaseSummary
from models.comparison import Verdict
from models.errors import MailboxError
from models.receipt import Ledger, MessageLine, MessageState, Versions
from models.rows.inbox import messages

ROOT = Path(__file__).parent.parent
NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
CASE = CaseSummary(
    7,
    CaseState.OPEN,
    NOON,
    ("differs:unit_price", "note:H04"),
    Verdict.REVIEW,
    document_number="4501|*evil*<b>",
    customer="东港机械\n有限公司",
)
ASIDE = MessageLine("ab" * 32, MessageState.QUARANTINED, NOON, 10, "poison", "ZeroDivisionError")


def test_a_run_is_shown_with_its_documents_and_verdicts() -> None:
    failure = SourceFailure("mail:me", MailboxError("not there"))
    shown = markdown(IntakeReport(Ledger(3, 1, 1, 1), 2, (), (CASE,), (ASIDE,), (failure,)))
    assert "2 new. Seen so far: 3 = 1 processed + \n1 put aside + 1 waiting." in shown
    assert (
        "| 7 | 4501\\|\\*evil\\*\\<b\\> | 东港机械 有限公司 |  | review | differs:unit\\_price, note:H04 |"
        in shown
    )
    assert "* `abababababab`: poison ZeroDivisionError" in shown
    assert "* mail:me: not there" in shown


def test_the_server_is_told_to_report_to_nobody(tmp_path: Path) -> None:
    given = environment(tmp_path)
    assert given["DO_NOT_TRACK"] == "1"
    assert given["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert given["PREFECT_RESULTS_DEFAULT_SERIALIZER"] == "json", "never pickles"


def test_no_deployment_gives_up_runs_or_has_parameters() -> None:
    text = (ROOT / "prefect.yaml").read_text(encoding="utf-8")
    assert "collision_strategy: ENQUEUE" in text
    assert "parameters: {}" in text


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with servers_prefect.running(tmp_path_factory.mktemp("prefect")) as address:
        yield address


@pytest.mark.slow
def test_the_same_work_is_done_in_this_process_and_seen_by_the_server(tmp_path: Path, api: str) -> None:
    # Importing it takes a second, and needs the whole program.
    from prefect.events.worker import EventsWorker  # noqa: PLC0415
    from prefect.logging.handlers import APILogWorker  # noqa: PLC0415
    from prefect.settings import PREFECT_API_URL, temporary_settings  # noqa: PLC0415

    from flows import prefect_intake  # noqa: PLC0415

    inbox = watched(tmp_path / "inbox")
    (inbox.path / "order").write_text("ORDER 4501")
    (inbox.path / "odd").write_text("BUG secret-words")
    kit = context(tmp_path, inbox)
    with temporary_settings({PREFECT_API_URL: api}):
        first = prefect_intake.run(kit)
        reporting = EventsWorker.instance(), APILogWorker.instance()
        again = prefect_intake.run(kit)
        # One that is new with every run would stay in memory.
        assert (EventsWorker.instance(), APILogWorker.instance()) == reporting
    assert first.counts == Ledger(seen=2, processed=1, quarantined=1, waiting=0)
    assert (again.counts, again.new) == (first.counts, 0)
    # The server takes events in when it comes to it.
    deadline, wanted = time.monotonic() + 180, {"poll", "message", "acknowledge"}
    while not wanted <= _tasks(api) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert wanted <= _tasks(api)
    (artifact, *_) = [each for each in asked(api, "artifacts/filter") if "4501" in each["data"]]
    assert artifact["key"] == "intake"
    assert {each["state_type"] for each in asked(api, "flow_runs/filter")} == {"COMPLETED"}
    assert "secret-words" not in json.dumps([asked(api, f"{each}/filter") for each in ("logs", "task_runs")])


@pytest.mark.slow
def test_answers_and_newer_quotations_are_tasks_of_their_own(tmp_path: Path, api: str) -> None:
    """With data: an answer that goes out, and a case that is compared again and whose sender is told."""
    from prefect.settings import PREFECT_API_URL, temporary_settings  # noqa: PLC0415

    from flows import prefect_intake  # noqa: PLC0415

    with servers_smtp.running() as post, temporary_settings({PREFECT_API_URL: api}):
        plain = outbox_kit.kit(tmp_path, post)
        comparing = Comparing(plain.store)
        core = Core(outbox_kit.open_mail, recomparing_desk.read_part, comparing, Versions("1", "1"))
        desk = Desk(replace(plain, core=core), comparing)
        desk.quote(offer())
        outbox_kit.drop(desk.kit, "order.eml", mail("FW: PO-1", "ORDER PO-1 2001 118.00"))
        assert prefect_intake.run(desk.kit).posted.sent == 1
        desk.quote(offer(price="120.00"))
        assert prefect_intake.run(desk.kit).recompared == Recompared(compared=1, changed=1)
        assert prefect_intake.run(desk.kit).posted.sent == 1
        said = [each.get_body(("plain",)).get_content() for each in post.mails]  # type: ignore[union-attr]
        assert ["120.00" in each for each in said] == [False, True]
        deadline, wanted = time.monotonic() + 180, {"send", "quotations"}
        while not wanted <= _tasks(api) and time.monotonic() < deadline:
            time.sleep(0.2)
    runs = [each for each in asked(api, "task_runs/filter") if each["name"].partition("-")[0] in wanted]
    assert {each["state_type"] for each in runs} == {"COMPLETED"}
    told = json.dumps([asked(api, f"{each}/filter") for each in ("logs", "task_runs", "artifacts")])
    assert "wang.li@works.example" not in told
    assert "FW: PO-1" not in told


@pytest.mark.slow
@pytest.mark.parametrize(
    ("error", "polls"),
    [
        (MailboxError("the connection broke"), 3),
        (LoginRefusedError("wrong password"), 1),
        (ZeroDivisionError("a bug"), 1),
    ],
)
def test_only_what_fails_outside_is_tried_again_and_no_login(
    tmp_path: Path, api: str, monkeypatch: pytest.MonkeyPatch, error: Exception, polls: int
) -> None:
    from prefect.settings import PREFECT_API_URL, temporary_settings  # noqa: PLC0415

    from flows import prefect_intake  # noqa: PLC0415

    tried: list[str] = []

    def fail(_context: object, source: WatchedFolder) -> object:
        tried.append(source.account)
        raise error

    monkeypatch.setattr(polling, "poll", fail)
    monkeypatch.setattr(prefect_intake, "DELAYS", [0.0, 0.0])
    kit = context(tmp_path, watched(tmp_path / "inbox"))
    with temporary_settings({PREFECT_API_URL: api}), contextlib.suppress(ZeroDivisionError):
        report = prefect_intake.run(kit)
        assert [str(each.error) for each in report.failures] == [str(error)]
    assert len(tried) == polls


def _tasks(api: str) -> set[str]:
    return {each["name"].split(" ")[0].partition("-")[0] for each in asked(api, "task_runs/filter")}


@pytest.mark.slow
def test_a_scheduled_run_of_the_deployment_takes_in_what_came(tmp_path: Path, api: str) -> None:
    inbox = watched(tmp_path / "inbox")
    (inbox.path / "note.txt").write_text("We are closed next week.\n", encoding="utf-8")
    given = {
        **os.environ,
        **environment(tmp_path / "home"),
        "PREFECT_API_URL": api,
        "PWD": str(ROOT),
        "COUNTERCHECK_DATA": str(tmp_path / "data"),
        "COUNTERCHECK_WATCHED": str(inbox.path),
    }
    sooner = (ROOT / "prefect.yaml").read_text(encoding="utf-8").replace("interval: 60", "interval: 10")
    (tmp_path / "prefect.yaml").write_text(sooner, encoding="utf-8")
    prefect(given, "work-pool", "create", "countercheck", "--type", "process")
    prefect(given, "deploy", "--all", "--prefect-file", str(tmp_path / "prefect.yaml"))
    worker = subprocess.Popen(
        [sys.executable, "-m", "prefect", "worker", "start", "--pool", "countercheck"],
        env=given,
        cwd=ROOT,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        run = first_finished(api)
    finally:
        # The worker first, while there is a server to tell it to.
        stop(worker)
    assert run["state_type"] == "COMPLETED", run["state"]["message"]
    assert run["auto_scheduled"]
    assert messages.ledger(database(tmp_path / "data")) == Ledger(
        seen=1, processed=1, quarantined=0, waiting=0
    )
    assert any(each["flow_run_id"] == run["id"] for each in asked(api, "artifacts/filter"))
    assert not alive(worker.pid)


def first_finished(api: str) -> dict[str, Any]:
    """Wait for a run of the deployment that ended."""
    ended = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}
    deadline = time.monotonic() + 150
    while time.monotonic() < deadline:
        for run in asked(api, "flow_runs/filter"):
            if run["deployment_id"] and run["state_type"] in ended:
                return run
        time.sleep(1)
    raise AssertionError("no scheduled run ended")


def prefect(given: dict[str, str], *arguments: str) -> None:
    command = [sys.executable, "-m", "prefect", "--no-prompt", *arguments]
    done = subprocess.run(command, env=given, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def asked(api: str, what: str) -> list[dict[str, Any]]:
    request = urllib.request.Request(
        f"{api}/{what}", data=b"{}", headers={"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        found: list[dict[str, Any]] = json.load(answer)
        return found


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_server_that_does_not_start_is_gone_on_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with serving(tmp_path / "home") as address:
        assert address is None
