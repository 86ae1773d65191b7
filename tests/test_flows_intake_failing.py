"""The n-th call to the outside fails, for every n: nothing is lost, and the next run mends it."""

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path

import kill_sweeps
import pytest
import servers_dovecot
from failing_calls import FAIL, MET, REFUSED
from intake_builders import mail
from kill_sweeps import Runner, Setup
from servers_dovecot import PASSWORD, Dovecot

FILES = {"order.txt": b"ORDER 4501", "合同.txt": b"CLEAN 4502"}
MAILS = (mail("one order", "ORDER 4501"), mail("a match", "CLEAN 4502"))
STRIDE = {"database_full": 3, "database_locked": 3}
"""Statements are many and alike: every third is made to fail, beginning with another one each time."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "at_least"),
    [
        ("disk_full", 20),
        ("disk_broken", 20),
        ("database_full", 20),
        ("database_locked", 20),
        ("commit_fails", 10),
        ("commit_unanswered", 10),
    ],
)
def test_whatever_call_fails_the_next_run_mends_it(
    tmp_path: Path, run: Runner, empty: Path, kind: str, at_least: int
) -> None:
    def setup(name: str) -> Setup:
        folder = tmp_path / name
        (folder / "inbox").mkdir(parents=True)
        shutil.copy(empty, folder / "countercheck.db")
        for each, content in FILES.items():
            (folder / "inbox" / each).write_bytes(content)
        return Setup(folder, {}, lambda: kill_sweeps.files_in(folder / "inbox"))

    assert failed_everywhere(run, setup, kind) >= at_least


@pytest.mark.slow
@pytest.mark.dovecot
@pytest.mark.skipif(servers_dovecot.PROGRAM is None, reason=servers_dovecot.MISSING)
def test_wherever_the_connection_breaks_the_next_run_mends_it(
    tmp_path: Path, run: Runner, empty: Path, server: Dovecot
) -> None:
    users = (f"user{at}" for at in itertools.count())

    def setup(name: str) -> Setup:
        user = next(users)
        server.deliver(user, *MAILS)
        folder = tmp_path / name
        folder.mkdir()
        shutil.copy(empty, folder / "countercheck.db")
        job = {"port": server.port, "user": user, "password": PASSWORD}
        folders = ("INBOX", "countercheck/Done", "countercheck/Quarantine")
        return Setup(folder, job, lambda: {each: server.contents(user, each) for each in folders})

    assert failed_everywhere(run, setup, "network_cut") >= 30


def failed_everywhere(run: Runner, setup: Callable[[str], Setup], kind: str) -> int:
    """Let the first, the second … call fail until a run meets none; return how many there were."""
    reference = setup("reference")
    assert run(reference) == 0
    expected = kill_sweeps.state(reference)
    for number in itertools.count(1, STRIDE.get(kind, 1)):
        failing = setup(f"{kind}-{number}")
        end = run(failing, environment={FAIL: f"{kind}#{number}"})
        assert end in {0, MET, REFUSED}, f"call {number} ended the run with {end}"
        kill_sweeps.assert_mended(run, failing, expected, f"{kind} at call {number}")
        if end == 0:
            return number - 1
    raise AssertionError
