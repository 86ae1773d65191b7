"""The parts of a running installation, and the whole of it as real processes."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
import servers_dovecot
from intake_builders import mail
from servers_dovecot import Dovecot
from servers_postgres import Postgres

from flows import parts
from flows.parts import Health, Part, keep, keep_one, pause
from models.errors import DatabaseError

ROOT = Path(__file__).parent.parent
PROGRAM = Path(sys.executable).with_name("countercheck")
CANARY = "canary-9c1e"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "pause", lambda _: 0.01)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("ends", [RuntimeError("Dear Sirs"), DatabaseError("locked"), None])
def test_a_part_that_ends_is_started_again(ends: Exception | None, caplog: pytest.LogCaptureFixture) -> None:
    stop, starts = threading.Event(), 0

    def run(_: threading.Event) -> None:
        nonlocal starts
        starts += 1
        if starts == 3:
            stop.set()
        elif ends is not None:
            raise ends

    keep_one(Part("the pages", run), stop, Health())
    assert starts == 3
    assert caplog.text.count("the pages ended") == 2
    assert "Dear Sirs" not in caplog.text


@pytest.mark.usefixtures("quick")
def test_a_part_that_keeps_ending_is_told_until_it_is_steady(monkeypatch: pytest.MonkeyPatch) -> None:
    stop, health, seen = threading.Event(), Health(), []

    def run(_: threading.Event) -> None:
        seen.append(health.failing())
        if len(seen) == 5:
            monkeypatch.setattr(parts, "STEADY", -1.0)
        if len(seen) == 7:
            stop.set()
        raise OSError

    keep_one(Part("the pages", run), stop, health)
    assert seen == [{}, {}, {}, {"the pages": "OSError"}, {"the pages": "OSError"}, {}, {}]


def test_a_part_that_ends_at_once_is_started_less_and_less_often() -> None:
    assert [pause(each) for each in (1, 2, 3, 20)] == [1, 2, 4, 300]


def test_all_parts_come_to_an_end_together() -> None:
    stop, ended = threading.Event(), []

    def run(given: threading.Event) -> None:
        given.wait()
        ended.append(1)

    threading.Timer(0.2, stop.set).start()
    keep([Part("one", run), Part("two", run)], stop, Health())
    assert ended == [1, 1]


class Running:
    """A `countercheck run` of its own, with its output in files."""

    def __init__(self, folder: Path, *arguments: str, wrapper: str | None = None, **settings: str) -> None:
        self.folder = folder
        self.inbox = folder / "inbox"
        self.inbox.mkdir(exist_ok=True)
        plain = {name: text for name, text in os.environ.items() if not name.startswith("COUNTERCHECK_")}
        given = {
            "COUNTERCHECK_WATCHED": str(self.inbox),
            "COUNTERCHECK_POLL": "1",
            "COUNTERCHECK_LOG_FORMAT": "json",
            "COUNTERCHECK_LOG_FILE": str(folder / "log" / "countercheck.log"),
            "COUNTERCHECK_ALERTS_DISK_MB": "1",
        } | settings
        program = [sys.executable, "-c", wrapper] if wrapper else [str(PROGRAM)]
        self.out = (folder / "out").open("wb")
        self.err = (folder / "err").open("wb")
        self.process = subprocess.Popen(
            [*program, *arguments, "--data", str(folder / "data")],
            env=plain | given,
            cwd=ROOT,
            stdout=self.out,
            stderr=self.err,
        )

    def stop(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        try:
            return self.process.wait(timeout=60)
        finally:
            self.process.kill()
            self.process.wait()
            self.out.close()
            self.err.close()

    def url(self) -> str:
        wait_until(lambda: b"http://" in (self.folder / "out").read_bytes())
        words = (self.folder / "out").read_text().split()
        return next(each for each in words if each.startswith("http://"))

    def log(self) -> str:
        return (self.folder / "err").read_text()

    def processed(self) -> int:
        try:
            with sqlite3.connect(self.folder / "data" / "countercheck.db") as rows:
                (count,) = rows.execute("SELECT count(*) FROM message WHERE state = 'processed'").fetchone()
            rows.close()
        except sqlite3.OperationalError:
            return 0
        return int(count)


def wait_until(what: Callable[[], bool], seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if what():
            return
        time.sleep(0.2)
    raise AssertionError("it did not come to that")


def got(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()
    except OSError:
        return 0, ""


DYING_PAGES = """
import sys, uvicorn
plain, starts = uvicorn.Server.run, []
def run(self, sockets=None):
    starts.append(1)
    if len(starts) < 3:
        for each in sockets: each.close()
        raise OSError("the pages die")
    return plain(self, sockets)
uvicorn.Server.run = run
from cli import main
main()
"""


@pytest.mark.slow
def test_pages_that_die_come_back_on_the_same_port_and_the_intake_goes_on(tmp_path: Path) -> None:
    running = Running(
        tmp_path, "run", "--port", "0", "--lang", "en", wrapper=DYING_PAGES, COUNTERCHECK_PREFECT="no"
    )
    try:
        (running.inbox / "note.txt").write_text("We are closed next week.\n")
        wait_until(lambda: got(f"{running.url()}healthz") == (200, "ok"))
        wait_until(lambda: running.processed() == 1)
        status, facts = got(f"{running.url()}readyz")
        assert (status, json.loads(facts)["ready"]) == (200, True), facts
    finally:
        code = running.stop()
    assert code == 143
    events = [json.loads(each) for each in running.log().splitlines() if each.startswith("{")]
    assert sum("the pages ended" in each["message"] for each in events) == 2
    assert any(each["message"].startswith("doctor: seen ") for each in events), "examined at start"
    assert (tmp_path / "log" / "countercheck.log").read_text().count("the pages ended") == 2


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_a_killed_prefect_server_comes_back_and_no_mail_waits_for_it(tmp_path: Path) -> None:
    running = Running(tmp_path, "run", "--port", "0", "--lang", "en")
    address = tmp_path / "data" / "prefect" / "address"
    try:
        (running.inbox / "one.txt").write_text("We are closed next week.\n")
        wait_until(lambda: running.processed() == 1)
        wait_until(address.exists, 180)
        first = server_of(running)
        os.killpg(first, signal.SIGKILL)
        wait_until(lambda: not address.exists())
        (running.inbox / "two.txt").write_text("We are closed in two weeks.\n")
        wait_until(lambda: running.processed() == 2)
        wait_until(address.exists, 180)
        assert server_of(running) != first
        (running.inbox / "three.txt").write_text("We are closed in three weeks.\n")
        wait_until(lambda: running.processed() == 3)
        second = server_of(running)
    finally:
        code = running.stop()
    assert code == 143
    assert "the Prefect server ended" in running.log()
    assert not Path(f"/proc/{second}").exists()


def server_of(running: Running) -> int:
    listed = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True)
    rows = [each.split(None, 2) for each in listed.stdout.splitlines()]
    parent = str(running.process.pid)
    (found,) = [int(pid) for pid, above, called in rows if above == parent and "prefect server" in called]
    return found


def of_mailbox(dovecot: Dovecot, user: str, password: str = servers_dovecot.PASSWORD) -> dict[str, str]:
    return {
        "COUNTERCHECK_MAILBOX_HOST": "127.0.0.1",
        "COUNTERCHECK_MAILBOX_PORT": str(dovecot.port),
        "COUNTERCHECK_MAILBOX_SECURITY": "plain",
        "COUNTERCHECK_MAILBOX_USER": user,
        "COUNTERCHECK_MAILBOX_PASSWORD": password,
    }


@pytest.mark.slow
@pytest.mark.dovecot
def test_no_secret_and_no_word_of_a_mail_is_in_any_log(tmp_path: Path, dovecot: Dovecot) -> None:
    """Fault 72: canaries in the password, the key, the subject, the text and the sender."""
    wrong = of_mailbox(dovecot, "canaries", f"{CANARY}-password")
    running = Running(tmp_path, "run", "--no-serve", COUNTERCHECK_PREFECT="no", **wrong)
    try:
        (running.inbox / f"{CANARY}-name.eml").write_bytes(
            mail(f"{CANARY}-subject", f"{CANARY}-text", sender=f"<{CANARY}@customer.example>")
        )
        (running.inbox / "odd.pdf").write_bytes(b"%PDF-1.7\n" + f"{CANARY}-pdf".encode() * 9)
        wait_until(lambda: running.processed() == 2)
        wait_until(lambda: "is not tried again" in running.log())
    finally:
        running.stop()
    written = [tmp_path / "out", tmp_path / "err", *(tmp_path / "log").iterdir()]
    assert len(written) == 3
    for each in written:
        assert CANARY not in each.read_text(), each
    for line in (tmp_path / "err").read_text().splitlines():
        assert set(json.loads(line)) >= {"at", "level", "message"}


@pytest.mark.slow
@pytest.mark.dovecot
@pytest.mark.postgres
@pytest.mark.timeout(400)
def test_several_workers_on_postgresql_share_the_work_though_one_is_killed(
    tmp_path: Path, dovecot: Dovecot, postgres: Postgres
) -> None:
    url = postgres.make("workers")
    dovecot.deliver("workers", *(mail(f"notice {at}", f"We are closed on day {at}.\n") for at in range(30)))
    workers = []
    for at in range(3):
        folder = tmp_path / f"{at}"
        folder.mkdir()
        (folder / "data").mkdir()
        # One archive for all, as on a shared disk.
        (tmp_path / "archive").mkdir(exist_ok=True)
        (folder / "data" / "archive").symlink_to(tmp_path / "archive")
        given = of_mailbox(dovecot, "workers") | {"COUNTERCHECK_DATABASE": url, "COUNTERCHECK_PREFECT": "no"}
        workers.append(Running(folder, "work", **given))

    def count(what: str) -> int:
        (found,) = postgres.say(f"SELECT count(*) FROM {what}", "workers")[0]
        return int(str(found))

    def settled() -> bool:
        return count("information_schema.tables WHERE table_name = 'message'") > 0 and (
            count("message WHERE state <> 'stored'") >= 5
        )

    try:
        wait_until(settled)
        workers[0].process.kill()
        workers[0].process.wait()
        # What it held runs out after two minutes, which need not be waited for here.
        dead = f"LIKE '%:{workers[0].process.pid}:%'"
        past = "now() - interval '1 second'"
        postgres.say(f"UPDATE message SET lease_until = {past} WHERE lease_by {dead}", "workers")
        postgres.say(f"UPDATE mailbox_lease SET until = {past} WHERE owner {dead}", "workers")
        wait_until(lambda: count("message WHERE state = 'processed'") == 30, 200)
        wait_until(lambda: not dovecot.contents("workers", "INBOX"), 200)
    finally:
        codes = [each.stop() for each in workers]
    assert codes == [-signal.SIGKILL, 143, 143]
    assert (count("message"), count("message WHERE state = 'stored'")) == (30, 0)
    assert len(dovecot.contents("workers", "countercheck/Done")) == 30
    assert count("mailbox_lease WHERE until > now()") == 0, "leases are released at the end"
