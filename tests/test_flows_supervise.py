import datetime as dt
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from intake_builders import NOON, Clock, context, watched

from flows import supervise
from flows.context import Context
from flows.intake import IntakeReport, SourceFailure, intake_once
from flows.mailboxes.folder import WatchedFolder
from flows.mailboxes.imap import LoginRefusedError
from flows.supervise import LONGEST, Rhythm, after, loop, pause
from models.configuration import Secret, Settings
from models.errors import DatabaseError, MailboxError
from models.receipt import Ledger
from models.rows.inbox import messages

POLL = dt.timedelta(seconds=60)


@pytest.fixture
def inbox(tmp_path: Path) -> WatchedFolder:
    return watched(tmp_path / "inbox")


def report(*failures: SourceFailure, more: bool = False) -> IntakeReport:
    return IntakeReport(Ledger(0, 0, 0, 0), 0, (), (), (), failures, more)


def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path, Secret("sqlite://"), poll=dt.timedelta(seconds=1))


class Stop(threading.Event):
    """Is set after a number of waits, each of which moves the clock instead of waiting."""

    def __init__(self, clock: Clock, waits: int) -> None:
        super().__init__()
        self.clock = clock
        self.waits: list[float] = []
        self.limit = waits

    def wait(self, timeout: float | None = None) -> bool:
        self.waits.append(timeout or 0)
        self.clock.forward(timeout or 0)
        if len(self.waits) >= self.limit:
            self.set()
        return self.is_set()


def test_a_source_that_answers_is_looked_at_again_after_the_interval(inbox: WatchedFolder) -> None:
    assert after(Rhythm(inbox, NOON, failures=4), report(), POLL, NOON) == Rhythm(inbox, NOON + POLL)


def test_a_backlog_is_gone_on_with_at_once(inbox: WatchedFolder) -> None:
    assert after(Rhythm(inbox, NOON), report(more=True), POLL, NOON).due == NOON


def test_a_source_that_fails_is_asked_less_and_less_often(inbox: WatchedFolder) -> None:
    rhythm = Rhythm(inbox, NOON)
    waits = []
    for _ in range(12):
        failure = SourceFailure(inbox.account, MailboxError("gone"))
        rhythm = after(rhythm, report(failure), POLL, NOON)
        waits.append(rhythm.due - NOON)
    assert dt.timedelta(seconds=1) <= waits[0] <= dt.timedelta(seconds=2)
    assert LONGEST / 2 <= waits[-1] <= LONGEST
    assert not rhythm.ended


def test_a_refused_login_is_tried_three_times_and_not_again(inbox: WatchedFolder) -> None:
    rhythm = Rhythm(inbox, NOON)
    for _ in range(3):
        assert not rhythm.ended
        rhythm = after(rhythm, report(SourceFailure(inbox.account, LoginRefusedError("no"))), POLL, NOON)
    assert rhythm.ended


def test_the_failure_of_one_source_slows_no_other(inbox: WatchedFolder, tmp_path: Path) -> None:
    other = watched(tmp_path / "other")
    failure = SourceFailure(other.account, MailboxError("gone"))
    assert after(Rhythm(inbox, NOON), report(failure), POLL, NOON) == Rhythm(inbox, NOON + POLL)


@pytest.mark.parametrize("failures", [1, 5, 40, 4000])
def test_no_pause_is_longer_than_five_minutes(failures: int) -> None:
    assert dt.timedelta(0) < pause(failures) <= LONGEST


def test_files_are_taken_in_as_they_come_until_it_is_stopped(tmp_path: Path, inbox: WatchedFolder) -> None:
    clock = Clock()
    kit = context(tmp_path, inbox, now=clock)
    names = iter("abcdef")

    def run_once(given: Context) -> IntakeReport:
        (inbox.path / (name := next(names))).write_text(f"ORDER {name}")
        return intake_once(given)

    loop(kit, settings(tmp_path), run_once, Stop(clock, 4))
    assert messages.ledger(kit.store) == Ledger(seen=4, processed=4, quarantined=0, waiting=0)


def test_a_disk_or_database_that_refuses_is_waited_for(tmp_path: Path, inbox: WatchedFolder) -> None:
    clock = Clock()
    kit = context(tmp_path, inbox, now=clock)
    (inbox.path / "order").write_text("ORDER 4501")
    answers: list[Callable[[Context], IntakeReport]] = [refuse, refuse, intake_once]
    stop = Stop(clock, 3)
    loop(kit, settings(tmp_path), lambda given: answers.pop(0)(given), stop)  # noqa: PLW0108 - a new one each time
    assert messages.ledger(kit.store).processed == 1
    assert stop.waits[0] <= 2
    assert 1 <= stop.waits[1] <= 4


def refuse(_: Context) -> IntakeReport:
    raise DatabaseError("locked")


def test_a_source_that_is_not_due_is_left_alone(tmp_path: Path, inbox: WatchedFolder) -> None:
    clock = Clock()
    gone = WatchedFolder(tmp_path / "gone")
    kit = context(tmp_path, inbox, gone, now=clock)
    asked: list[tuple[str, ...]] = []

    def run_once(given: Context) -> IntakeReport:
        asked.append(tuple(Path(each.account).name for each in given.sources))
        return intake_once(given)

    loop(kit, replace(settings(tmp_path), poll=dt.timedelta(minutes=10)), run_once, Stop(clock, 6))
    assert asked[0] == ("inbox", "gone")
    assert asked[1:] == [("gone",)] * 5


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_asks_to_stop_and_the_old_handler_comes_back(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    stop = threading.Event()
    with supervise.stopping_on_signals(stop):
        os.kill(os.getpid(), number)
        assert stop.wait(5)
    assert signal.getsignal(number) is before


def test_when_prefect_fails_the_work_is_done_without_it_for_a_while(
    tmp_path: Path, inbox: WatchedFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    kit = context(tmp_path, inbox, now=clock)
    asked: list[dt.datetime] = []

    def fail(_: Context) -> IntakeReport:
        asked.append(clock())
        raise ConnectionError

    monkeypatch.setattr(supervise, "_through_prefect", fail)
    window = supervise.Window(clock)
    for at in range(4):
        (inbox.path / "order").write_text(f"ORDER {at}")
        assert window(kit).counts.processed == at + 1
        clock.forward(400)
    assert asked == [NOON, NOON + dt.timedelta(seconds=800)]


def test_what_an_operator_can_mend_is_not_hidden_by_going_without_prefect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervise, "_through_prefect", refuse)
    with pytest.raises(DatabaseError):
        supervise.Window(Clock())(context(tmp_path))
