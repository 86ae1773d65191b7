"""The intake, killed at every durable step: after a restart all is as if nothing had happened."""

import itertools
import shutil
import signal
import sqlite3
from pathlib import Path

import kill_sweeps
import pytest
import servers_dovecot
from kill_sweeps import FILES, MAILS, Runner, Setup
from servers_dovecot import PASSWORD, Dovecot

from flows.messages.handling import ATTEMPTS


def test_killed_anywhere_a_watched_folder_ends_the_same(tmp_path: Path, run: Runner, empty: Path) -> None:
    def setup(name: str) -> Setup:
        folder = data_folder(tmp_path / name, empty)
        inbox = folder / "inbox"
        inbox.mkdir()
        for each, content in FILES.items():
            (inbox / each).write_bytes(content)
        return Setup(folder, {}, lambda: kill_sweeps.files_in(inbox))

    swept = kill_sweeps.sweep(run, setup, tmp_path / "trace", lambda _: {1})
    assert swept.kinds >= 25


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
@pytest.mark.timeout(600)
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

    swept = kill_sweeps.sweep(run, setup, tmp_path / "trace", kill_sweeps.spread)
    assert swept.points >= 100
    assert swept.kinds >= 20


def data_folder(folder: Path, empty: Path) -> Path:
    folder.mkdir()
    shutil.copy(empty, folder / "countercheck.db")
    return folder
