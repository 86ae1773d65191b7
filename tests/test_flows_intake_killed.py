"""The intake, killed at every durable step: after a restart all is as if nothing had happened.

The method is that of isync's own test: list the steps of a whole run, kill the program at each of
them, start it again until it is quiet, compare everything it leaves, then run it once more.
"""

import itertools
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import servers_dovecot
from intake_builders import database, mail
from servers_dovecot import PASSWORD, Dovecot

from flows.handling import ATTEMPTS
from models import archive, audit, store
from models.kill_point import KILL, TRACE

MAILS = (
    mail("one order", "ORDER 4501"),
    mail("the same again, and a drawing", "ORDER 4501", "DRAWING 7"),
    mail("a match that cannot be opened", "CLEAN 4502", "ENCRYPTED"),
    mail("breaks the reader", "BUG 1"),
    mail("nothing in it"),
)
FILES = {
    "order.txt": b"ORDER 4501",
    "the same order.txt": b"ORDER 4501",
    "合同.txt": b"CLEAN 4502",
    "locked.txt": b"ENCRYPTED",
    "odd.txt": b"BUG 1",
}
SAME = "SELECT {columns} FROM {table} ORDER BY {columns}"
"""What must be equal, whatever happened in between: not the number of attempts, nor case numbers."""
KEPT = "SELECT raw_sha256 FROM message UNION SELECT doc_sha256 FROM part WHERE ignored IS NULL"
COLUMNS = {
    "message": "raw_sha256, kind, name, size, state, outcome_code, reason_code",
    "part": "raw_sha256, ordinal, doc_sha256, shown_name, ignored",
    "document": "doc_sha256, size, magic_type",
    "extraction": "doc_sha256, read_as, extractor_version, status, result_json",
    "envelope": "raw_sha256, message_id, subject",
    "review_case": "kind, raw_sha256, doc_sha256, piece, state, verdict, reasons_json, document_number",
    "case_message": "raw_sha256, ordinal, role",
    "finding": "doc_sha256, piece, line, field, code, occurrence, outcome",
    "sighting": "account_id, folder, raw_sha256, acked_as = 'left'",
}


@dataclass(frozen=True)
class Setup:
    """A data folder with its source, and what can be seen of the source from outside."""

    folder: Path
    job: dict[str, Any]
    shown: Callable[[], object]


class Runner:
    """Speaks to the process that forks the runs."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def __call__(self, setup: Setup, turn: int = 0, environment: dict[str, str] | None = None) -> int:
        job = setup.job | {"folder": str(setup.folder), "round": turn, "environment": environment or {}}
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())


@pytest.fixture(scope="module")
def run() -> Iterator[Runner]:
    child = Path(__file__).with_name("intake_child.py")
    with subprocess.Popen(
        [sys.executable, str(child)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=child.parent.parent,
        env={"PYTHONPATH": f"{child.parent}:{child.parent.parent}"},
    ) as process:
        yield Runner(process)
        assert process.stdin is not None
        process.stdin.close()
        process.wait(timeout=20)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A prepared database to copy: making it anew each time would take most of the time."""
    folder = tmp_path_factory.mktemp("empty")
    store.close(database(folder))
    return folder / "countercheck.db"


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    with servers_dovecot.running() as dovecot:
        yield dovecot


def test_killed_anywhere_a_watched_folder_ends_the_same(tmp_path: Path, run: Runner, empty: Path) -> None:
    def setup(name: str) -> Setup:
        folder = data_folder(tmp_path / name, empty)
        inbox = folder / "inbox"
        inbox.mkdir()
        for each, content in FILES.items():
            (inbox / each).write_bytes(content)
        return Setup(folder, {}, lambda: files_in(inbox))

    assert sweep(run, setup, tmp_path / "trace", last=False) >= 25


def test_a_file_that_kills_the_program_is_put_aside_after_three_attempts(
    tmp_path: Path, run: Runner, empty: Path
) -> None:
    folder = data_folder(tmp_path / "data", empty)
    (folder / "inbox").mkdir()
    (folder / "inbox" / "killer").write_bytes(b"KILLER")
    setup = Setup(folder, {}, dict)
    ends = [run(setup, turn) for turn in range(ATTEMPTS + 1)]
    assert ends == [-signal.SIGKILL] * ATTEMPTS + [0]
    assert (folder / "inbox" / "quarantine" / "killer").read_bytes() == b"KILLER"
    with sqlite3.connect(folder / "countercheck.db") as rows:
        assert rows.execute("SELECT state, reason_code FROM message").fetchall() == [
            ("quarantined", "poison")
        ]


@pytest.mark.slow
@pytest.mark.dovecot
@pytest.mark.skipif(servers_dovecot.PROGRAM is None, reason=servers_dovecot.MISSING)
def test_killed_anywhere_a_mailbox_ends_the_same(
    tmp_path: Path, run: Runner, empty: Path, server: Dovecot
) -> None:
    users = (f"user{at}" for at in itertools.count())

    def setup(name: str) -> Setup:
        user = next(users)
        server.deliver(user, *MAILS)
        job = {"port": server.port, "user": user, "password": PASSWORD}
        folders = ("INBOX", "countercheck/Done", "countercheck/Quarantine")
        kept = data_folder(tmp_path / name, empty)
        return Setup(kept, job, lambda: {each: server.contents(user, each) for each in folders})

    assert sweep(run, setup, tmp_path / "trace", last=True) >= 25


def sweep(run: Runner, setup: Callable[[str], Setup], trace: Path, *, last: bool) -> int:
    """Kill at the first (and the last) passage of every point; return how many kinds there are."""
    reference = setup("reference")
    assert run(reference, environment={TRACE: str(trace)}) == 0
    expected = state(reference)
    passed = Counter(trace.read_text().split())
    for name, times in passed.items():
        for count in sorted({1, times if last else 1}):
            killed = setup(f"{name}-{count}")
            assert run(killed, environment={KILL: f"{name}#{count}"}) == -signal.SIGKILL
            assert run(killed, turn=1) == 0
            assert state(killed) == expected, f"after a kill at {name}#{count}"
            before = dump(killed)
            assert run(killed, turn=2) == 0
            assert dump(killed) == before, f"a second run after a kill at {name}#{count} changed something"
            shutil.rmtree(killed.folder)
    return len(passed)


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def data_folder(folder: Path, empty: Path) -> Path:
    folder.mkdir()
    shutil.copy(empty, folder / "countercheck.db")
    return folder


def state(setup: Setup) -> object:
    """Return everything that a run leaves, by content; what must hold on its own is asserted here."""
    kept = archive.open_archive(setup.folder / "archive")
    with sqlite3.connect(setup.folder / "countercheck.db") as rows:
        for (sha256,) in rows.execute(KEPT):
            archive.get(kept, sha256)
        numbers = [number for (number,) in rows.execute("SELECT number FROM review_case ORDER BY number")]
        assert numbers == list(range(1, len(numbers) + 1))
        assert rows.execute("SELECT count(*) FROM message WHERE state = 'stored'").fetchone() == (0,)
        assert rows.execute("SELECT count(*) FROM sighting WHERE acked_at IS NULL").fetchone() == (0,)
        content = {
            table: rows.execute(SAME.format(table=table, columns=columns)).fetchall()
            for table, columns in COLUMNS.items()
        }
    opened = store.connect(f"sqlite:///{setup.folder / 'countercheck.db'}")
    assert audit.first_broken(opened) is None
    store.close(opened)
    content["sighting"] = [row[2:] for row in content["sighting"]]
    return content, setup.shown()


def dump(setup: Setup) -> object:
    """Return every row but those of leases."""
    with sqlite3.connect(setup.folder / "countercheck.db") as rows:
        tables = [name for (name,) in rows.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        content = {each: rows.execute(f"SELECT * FROM {each}").fetchall() for each in tables}
    del content["mailbox_lease"]
    return content, setup.shown()
