"""IDLE is a hint: it may be early, late, lost or nonsense; only the time of a look depends on it."""

import datetime as dt
import itertools
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import servers_dovecot
from intake_builders import context, mail
from servers_imap import PASSWORD, Server, Session, on, serving, until

from flows import supervise
from flows.context import Context
from flows.intake import IntakeReport
from flows.mailboxes import hints, idle
from flows.mailboxes.hints import Hints
from flows.mailboxes.idle import Pace
from flows.mailboxes.imap import ImapSource
from flows.mailboxes.imap_wire import BoundedClient
from flows.mailboxes.polling import poll
from models.configuration import Secret, Settings
from models.errors import MailboxError
from models.receipt import Ledger
from models.rows.inbox import mailbox_states

QUICK = Pace(renewal=0.6, check=0.2, answer=0.3, pause=0.05, shortest=0.05)
ORDER = mail("order", "ORDER 1")
ROOT = Path(__file__).parent.parent


class Heard:
    """Listens to a server in a thread of its own, and counts the hints."""

    def __init__(self, server: Server, pace: Pace = QUICK) -> None:
        self.source = ImapSource(server.mailbox())
        self.hints: list[float] = []
        self.stop = threading.Event()
        self.result: list[object] = []
        self.thread = threading.Thread(target=self._listen, args=(pace,), daemon=True)
        self.thread.start()

    def _listen(self, pace: Pace) -> None:
        try:
            self.result.append(
                idle.listen(self.source, lambda: self.hints.append(time.monotonic()), self.stop, pace)
            )
        except MailboxError as error:
            self.result.append(error)

    def end(self) -> object:
        self.stop.set()
        self.thread.join(timeout=5)
        assert not self.thread.is_alive()
        return self.result[0]


@contextmanager
def hearing(server: Server, pace: Pace = QUICK) -> Iterator[Heard]:
    heard = Heard(server, pace)
    try:
        yield heard
    finally:
        heard.stop.set()
        heard.thread.join(timeout=5)


def test_a_new_mail_is_heard_at_once() -> None:
    with serving(ORDER) as server, hearing(server, Pace(check=0.2)) as heard:
        assert server.idling.wait(5)
        time.sleep(0.1)
        assert len(heard.hints) == 1, "what came in before it listened"
        server.announce(b"* 2 EXISTS\r\n")
        assert until(lambda: len(heard.hints) == 2, 2)
        server.announce(b"* 1 FETCH (FLAGS (\\Seen))\r\n* OK still here\r\n")
        time.sleep(0.4)
        assert len(heard.hints) == 2
        assert heard.end() is True
        assert [each for each in server.commands() if each in {"SELECT", "EXAMINE"}] == ["EXAMINE"]


@pytest.mark.parametrize("answer", [b"* 2 EXISTS\r\n+ idling\r\n", b"+ idling\r\n* 2 EXISTS\r\n"])
def test_what_is_said_while_it_begins_is_heard(answer: bytes) -> None:
    def confirm(session: Session, tag: bytes) -> None:
        session.send(answer)
        session.reader.readline()
        session.send(tag + b" OK ended\r\n")

    with serving(faults=[on("IDLE", confirm)]) as server, hearing(server, Pace(check=0.2)) as heard:
        assert until(lambda: len(heard.hints) == 2, 3)
        assert heard.end() is True


def test_it_is_renewed_long_before_a_server_or_a_router_forgets_it() -> None:
    assert idle.PACE.renewal < 29 * 60
    with serving() as server, hearing(server) as heard:
        assert until(lambda: server.commands().count("IDLE") >= 3, 5)
        assert heard.end() is True
        assert server.sessions == 1


@pytest.mark.parametrize("shut", ["half", "whole"])
def test_a_dead_connection_is_made_anew_and_makes_less_than_five_loops_a_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shut: str
) -> None:
    checks: list[float] = []
    plain = BoundedClient.idle_check

    def counted(self: BoundedClient, timeout: float) -> object:
        checks.append(time.monotonic())
        return plain(self, timeout)

    def hang_up(session: Session, _tag: bytes) -> None:
        session.send(b"+ idling\r\n")
        session.connection.shutdown(1 if shut == "half" else 2)

    monkeypatch.setattr(BoundedClient, "idle_check", counted)
    with serving() as server:
        kit = context(tmp_path)
        source = ImapSource(server.mailbox())
        poll(kit, source)
        server.faults = [on("IDLE", hang_up)]
        ended = threading.Event()
        pace = Pace(check=1.0, answer=0.2, pause=0.25)
        thread = threading.Thread(target=hints.listen_on, args=(kit, source, Hints(), ended, pace))
        thread.start()
        time.sleep(2)
        noticed = until(lambda: server.commands().count("IDLE") >= 2, 8)
        ended.set()
        thread.join(timeout=5)
        assert not thread.is_alive()
    times = itertools.pairwise(checks)
    assert noticed, "a new connection is made, long before it would be renewed"
    assert sum(later - before < 0.2 for before, later in times) == 0


def test_a_black_hole_is_noticed_when_idle_is_renewed() -> None:
    def swallow(session: Session, _tag: bytes) -> None:
        session.send(b"+ idling\r\n")
        session.reader.readline()
        time.sleep(3)

    with serving(faults=[on("IDLE", swallow)]) as server, hearing(server) as heard:
        heard.thread.join(timeout=5)
        assert isinstance(heard.result[0], MailboxError)


def test_a_server_without_idle_is_only_looked_at() -> None:
    with serving(capabilities="IMAP4rev1 MOVE") as server, hearing(server) as heard:
        assert heard.end() is False
        assert "IDLE" not in server.commands()


@pytest.mark.parametrize(
    "said",
    [
        b"garbage\r\n",
        bytes(50) + b"\r\n",
        b"* (((\r\n",
        b"* 99999999999999999999 EXISTS\r\n",
        b"A9 OK who\r\n",
        b"* ",
    ],
    ids=["words", "zeros", "brackets", "large", "tagged", "half a line"],
)
def test_nonsense_while_it_listens_ends_in_an_error_with_a_name_or_in_nothing(said: bytes) -> None:
    with serving() as server, hearing(server) as heard:
        assert server.idling.wait(5)
        server.announce(said)
        time.sleep(0.3)
        assert isinstance(heard.end(), MailboxError | bool)


@pytest.mark.parametrize("answer", [b"TAG NO not now\r\n", b"TAG BAD what\r\n", b"* BYE\r\n"])
def test_a_server_that_refuses_to_be_listened_to_is_an_error(answer: bytes) -> None:
    with serving(faults=[on("IDLE", answer)]) as server, hearing(server) as heard:
        heard.thread.join(timeout=5)
        assert isinstance(heard.result[0], MailboxError)


def test_a_server_that_never_stops_talking_gives_few_hints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hints, "BETWEEN", 0.5)
    given = Hints()
    end = time.monotonic() + 1.2
    taken = 0
    while time.monotonic() < end:
        given.give("a")
        taken += len(given.wait(threading.Event(), 0))
        time.sleep(0.01)
    assert taken <= 3


def test_a_hint_ends_the_wait_and_so_does_the_wish_to_stop() -> None:
    given, stop = Hints(), threading.Event()
    threading.Timer(0.1, given.give, ("a",)).start()
    began = time.monotonic()
    assert given.wait(stop, 20) == {"a"}
    threading.Timer(0.1, stop.set).start()
    assert given.wait(stop, 20) == frozenset()
    assert time.monotonic() - began < 3


def test_nobody_listens_before_a_look_succeeded_nor_while_one_fails(tmp_path: Path) -> None:
    with serving() as server:
        kit = context(tmp_path)
        source = ImapSource(server.mailbox())
        ended = threading.Event()
        thread = threading.Thread(target=hints.listen_on, args=(kit, source, Hints(), ended, QUICK))
        thread.start()
        time.sleep(0.3)
        assert server.sessions == 0
        mailbox_states.failed(kit.store, source.account, "INBOX", kit.now(), error="gone")
        time.sleep(0.3)
        assert server.sessions == 0
        poll(kit, source)
        assert until(lambda: "IDLE" in server.commands(), 5)
        ended.set()
        thread.join(timeout=5)
        assert not thread.is_alive()


def test_a_refused_login_of_a_listener_counts_as_one(tmp_path: Path) -> None:
    with serving() as server:
        kit = context(tmp_path)
        source = ImapSource(server.mailbox())
        poll(kit, source)
        server.faults = [on("LOGIN", b"TAG NO wrong\r\n")]
        ended = threading.Event()
        thread = threading.Thread(target=hints.listen_on, args=(kit, source, Hints(), ended, QUICK))
        thread.start()
        assert until(lambda: mailbox_states.refusals(kit.store, source.account) != {}, 5)
        time.sleep(0.5)
        ended.set()
        thread.join(timeout=5)
        assert list(mailbox_states.refusals(kit.store, source.account).values()) == [1]


def test_a_hint_makes_its_source_due_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hints, "SLICE", 0.05)
    looked: list[tuple[str, ...]] = []
    stop = threading.Event()
    given = Hints()

    def run_once(kit: Context) -> IntakeReport:
        looked.append(tuple(each.account for each in kit.sources))
        if len(looked) == 1:
            threading.Timer(0.1, given.give, (looked[0][1],)).start()
        else:
            stop.set()
        return IntakeReport(Ledger(0, 0, 0, 0), 0, (), (), (), (), more=False)

    with serving() as one, serving() as two:
        kit = context(tmp_path, ImapSource(one.mailbox()), ImapSource(two.mailbox()))
        began = time.monotonic()
        supervise.loop(kit, _settings(tmp_path, 600), run_once, stop, given)
    assert looked == [looked[0], (looked[0][1],)]
    assert time.monotonic() - began < 5


def _settings(folder: Path, seconds: int) -> Settings:
    return Settings(folder, Secret("sqlite://"), poll=dt.timedelta(seconds=seconds))


@pytest.mark.dovecot
@pytest.mark.skipif(servers_dovecot.PROGRAM is None, reason=servers_dovecot.MISSING)
def test_with_dovecot_a_mail_is_taken_in_seconds_though_the_interval_is_ten_minutes(tmp_path: Path) -> None:
    with servers_dovecot.running() as server:
        boxes = [ImapSource(server.mailbox(user)) for user in ("one", "two")]
        kit = context(tmp_path, *boxes)
        stop = threading.Event()
        arrived: list[int] = []

        def run_once(given: Context) -> IntakeReport:
            new = sum(poll(given, each).new for each in given.sources)
            arrived.append(new)
            return IntakeReport(Ledger(0, 0, 0, 0), new, (), (), (), (), more=False)

        with hints.listening(kit, Pace(check=0.2, answer=1)) as given:
            loop = threading.Thread(
                target=supervise.loop, args=(kit, _settings(tmp_path, 600), run_once, stop, given)
            )
            loop.start()
            assert until(lambda: len(arrived) >= 2, 10), "each listener gives a hint when it begins"
            server.deliver("two", ORDER)
            assert until(lambda: sum(arrived) == 1, 15)
            began = time.monotonic()
            stop.set()
            loop.join(timeout=5)
        assert not loop.is_alive()
        assert time.monotonic() - began < 6


@pytest.mark.slow
def test_a_running_program_takes_a_mail_at_once_and_stops_cleanly(tmp_path: Path) -> None:
    with serving() as server:
        settings = tmp_path / "countercheck.toml"
        settings.touch(0o600)
        settings.write_text(
            f"prefect = false\npoll = 600\n[mailbox]\nhost = '127.0.0.1'\nport = {server.port}\n"
            f"security = 'plain'\nuser = 'u'\npassword = '{PASSWORD}'\n"
        )
        command = [
            sys.executable,
            "-c",
            "import cli; cli.main()",
            "run",
            "--no-serve",
            "--data",
            str(tmp_path),
        ]
        with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as program:
            assert until(lambda: "IDLE" in server.commands(), 60)
            time.sleep(0.2)
            server.mails[1] = ORDER
            server.announce(b"* 1 EXISTS\r\n")
            assert until(lambda: bool(server.filed.get("countercheck/Done")), 60)
            began = time.monotonic()
            program.send_signal(signal.SIGTERM)
            _, said = program.communicate(timeout=60)
        assert program.returncode == 128 + signal.SIGTERM, said
        assert time.monotonic() - began < 20
        assert PASSWORD not in said
        assert "Traceback" not in said
