"""A mail server that is really stopped and started again (fault 31): nothing is lost, nothing comes twice."""

import datetime as dt
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import servers_dovecot
from intake_builders import NOON, TickingClock, context, mail
from mailbox_builders import DONE, entered, state
from servers_dovecot import Dovecot

from flows.context import Context
from flows.intake import PLAIN, intake_once
from flows.mailboxes import hints, polling
from flows.mailboxes.idle import Pace
from flows.mailboxes.imap import ImapSource
from flows.mailboxes.polling import Acknowledged, Poll
from flows.mailboxes.source import Source
from flows.messages import handling
from flows.messages.handling import Worked
from flows.supervise import loop
from models.configuration import Secret, Settings
from models.receipt import Claim, Ledger
from models.rows.cases import cases
from models.rows.inbox import messages

pytestmark = [
    pytest.mark.dovecot,
    pytest.mark.skipif(servers_dovecot.PROGRAM is None, reason=servers_dovecot.MISSING),
]
MAILS = tuple(mail(f"mail {at}", f"ORDER {4500 + at}") for at in range(5))
ALL = Ledger(seen=5, processed=5, quarantined=0, waiting=0)


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    with servers_dovecot.running() as dovecot:
        dovecot.deliver("orders", *MAILS)
        yield dovecot


@pytest.fixture
def source(dovecot: Dovecot) -> ImapSource:
    return ImapSource(dovecot.mailbox("orders"))


def all_there(kit: Context, dovecot: Dovecot) -> None:
    assert messages.ledger(kit.store) == ALL
    assert entered(kit) == sorted(MAILS)
    assert len(cases.listed(kit.store)) == 5
    assert dovecot.contents("orders", DONE) == sorted(MAILS)
    assert dovecot.contents("orders", "INBOX") == []


@pytest.mark.parametrize("when", ["before fetching", "after the second mail", "before filing"])
def test_stopped_at_any_time_it_goes_on_where_it_was(
    tmp_path: Path, dovecot: Dovecot, source: ImapSource, when: str
) -> None:
    kit = context(tmp_path, source, now=TickingClock())
    worked: list[str] = []

    def poll(given: Context, asked: Source) -> Poll:
        if when == "before fetching":
            dovecot.stop()
        return polling.poll(given, asked)

    def handle(given: Context, claim: Claim) -> Worked:
        worked.append(claim.raw_sha256)
        if (when, len(worked)) == ("after the second mail", 2):
            dovecot.stop()
        return handling.handle(given, claim)

    def acknowledge(given: Context, asked: Source) -> Acknowledged:
        if when == "before filing":
            dovecot.stop()
        return polling.acknowledge(given, asked)

    steps = replace(PLAIN, poll=poll, handle=handle, acknowledge=acknowledge)
    assert intake_once(kit, steps).failures
    for number in (2, 3):
        assert intake_once(kit).failures
        assert state(kit, source).failures >= number - 1
        assert "Connection refused" in str(state(kit, source).last_error)
    dovecot.start()
    assert not intake_once(kit).failures
    assert state(kit, source).failures == 0
    all_there(kit, dovecot)
    assert intake_once(kit).new == 0
    all_there(kit, dovecot)


@pytest.mark.slow
def test_the_program_that_runs_comes_back_by_itself(
    tmp_path: Path, dovecot: Dovecot, source: ImapSource
) -> None:
    """The loop of `countercheck run` with IDLE: an outage of seconds, mails before and after it."""
    kit, stop = context(tmp_path, source, batch=2), threading.Event()
    begun = time.monotonic()
    # The made-up quotations are of that day; the clock goes as it really does.
    now = lambda: NOON + dt.timedelta(seconds=time.monotonic() - begun)  # noqa: E731 - a clock
    kit = replace(kit, now=now, should_stop=stop.is_set)
    settings = Settings(
        data=tmp_path,
        database=Secret(f"sqlite:///{tmp_path / 'countercheck.db'}"),
        poll=dt.timedelta(minutes=5),
    )

    def runs() -> None:
        with hints.listening(kit, Pace(pause=0.5)) as given:
            loop(kit, settings, intake_once, stop, given)

    running = threading.Thread(target=runs)
    running.start()
    try:
        until(lambda: messages.ledger(kit.store).processed >= 2)
        dovecot.stop()
        time.sleep(3)
        dovecot.start()
        until(lambda: messages.ledger(kit.store) == ALL and not dovecot.contents("orders", "INBOX"))
        all_there(kit, dovecot)
        # What comes in now is announced again: the interval is five minutes.
        dovecot.deliver("orders", mail("after it", "ORDER 4600"))
        until(lambda: messages.ledger(kit.store).processed == 6)
    finally:
        stop.set()
        running.join(timeout=30)
    assert not running.is_alive()


def until(reached: Callable[[], bool], seconds: float = 45) -> None:
    end = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < end, "it did not come back"
        time.sleep(0.1)
