"""A server that does everything wrong: each fault has its named outcome, and costs no mail.

Rows 24 to 37 of the fault table and more, against a scripted server. After the fault the server is well
again, and every mail must have been entered exactly once.
"""

import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import servers_imap
from imapclient import SocketTimeout
from intake_builders import context, database, mail
from servers_imap import Server, Session, cut, on, serving, silence

from flows.context import Context
from flows.mailboxes import imap_login, imap_wire
from flows.mailboxes.imap import ImapSource
from flows.mailboxes.polling import poll
from flows.mailboxes.source import LoginRefusedError
from models import archive, store
from models.configuration import ImapId
from models.errors import MailboxError
from models.receipt import Quarantine
from models.rows.inbox import mailbox_states, messages, withheld

MAILS = (mail("one", "ORDER 1"), mail("two", "ORDER 2"), mail("three", "ORDER 3"))
BODY = "UID FETCH 1 (BODY.PEEK[]"
SIZES = "UID FETCH 1:3 (RFC822.SIZE"
SIZES_ALSO = "UID FETCH 1,2,3 (RFC822.SIZE"


@dataclass(frozen=True)
class Case:
    """What goes wrong, and what must come of it: `error` is in its text, None where nothing is to fail."""

    name: str
    faults: tuple[servers_imap.Fault, ...] = ()
    error: str | None = "does not answer as it should"
    kind: type[MailboxError] = MailboxError
    looks: int = 1
    settings: dict[str, Any] = field(default_factory=dict)
    imap_id: str = "auto"


def answered(prefix: str, text: bytes, times: int | None = None) -> tuple[servers_imap.Fault, ...]:
    return (on(prefix, text, times),)


def flood(session: Session, _tag: bytes) -> None:
    end = time.monotonic() + 5
    while time.monotonic() < end:
        session.send(b"* OK still busy\r\n" * 100)


def drip(session: Session, _tag: bytes) -> None:
    session.send(b"* 1 FETCH (UID 1 BODY[] {%d}\r\n" % len(MAILS[0]))
    for each in MAILS[0]:
        session.send(bytes([each]))
        time.sleep(0.02)


def half(session: Session, _tag: bytes) -> None:
    session.send(b"* 1 FETCH (UID 1 BODY[] {%d}\r\n" % len(MAILS[0]) + MAILS[0][:200])
    session.cut()


def all_but_one(session: Session, _tag: bytes) -> None:
    session.send(b"* 1 FETCH (UID 1 BODY[] {%d}\r\n" % len(MAILS[0]) + MAILS[0][:-1])
    session.cut()


def beside(text: bytes) -> servers_imap.Fault:
    """Say something nobody asked for before each answer to a FETCH."""

    def fault(session: Session, _tag: bytes, command: bytes) -> bool:
        if command.startswith(b"UID FETCH"):
            session.send(text)
        return False

    return fault


NO, BAD = b"TAG NO it is not possible\r\n", b"TAG BAD what is that\r\n"
OK = b"TAG OK done\r\n"
CASES = (
    Case("greeting: too busy", settings={"greeting": b"* BYE too busy\r\n"}, error="refuses"),
    Case("greeting: no IMAP", settings={"greeting": b"HTTP/1.1 400 Bad Request\r\n\r\n"}),
    Case("greeting: none", settings={"greeting": b""}),
    Case("greeting: zeros", settings={"greeting": bytes(100) + b"\r\n"}),
    Case("greeting: a line without end", settings={"greeting": b"* OK " + b"x" * 300_000}),
    Case("greeting: logged in already", settings={"greeting": b"* PREAUTH ready\r\n"}, error=None),
    Case("capability: refused", answered("CAPABILITY", NO), error="refuses"),
    Case("capability: not known", answered("CAPABILITY", BAD), error="refuses"),
    Case("capability: cut", (on("CAPABILITY", cut),)),
    Case("capability: not of IMAP4", answered("CAPABILITY", b"* CAPABILITY POP3\r\n" + OK), "refuses"),
    Case("capability: silence", (on("CAPABILITY", silence),)),
    Case("login: cut", (on("LOGIN", cut),)),
    Case("login: silence", (on("LOGIN", silence),)),
    Case("login: not now", answered("LOGIN", b"TAG NO [UNAVAILABLE] later\r\n"), "just now"),
    Case(
        "login: too many connections",
        answered("LOGIN", b"TAG NO [ALERT] Too many simultaneous\r\n"),
        "just now",
    ),
    Case("login: too often", answered("LOGIN", b"TAG NO LOGIN Login frequency limited\r\n"), "just now"),
    Case("login: refused", answered("LOGIN", NO), r"mailbox\.password", LoginRefusedError),
    Case("login: not understood", answered("LOGIN", BAD), r"mailbox\.password", LoginRefusedError),
    Case("login: goodbye", answered("LOGIN", b"* BYE maintenance\r\nTAG NO bye\r\n")),
    Case("login: another's answer", answered("LOGIN", b"ZZZ9 OK done\r\n")),
    Case("login: unsafe", answered("LOGIN", b"TAG NO Unsafe Login\r\n"), r"mailbox\.imap_id to always"),
    Case(
        "login: no passwords",
        settings={"capabilities": "IMAP4rev1 LOGINDISABLED"},
        error=r"mailbox\.security",
    ),
    Case("id: refused", answered("ID", NO), error=None),
    Case("id: not known", answered("ID", BAD), error=None),
    Case("id: nonsense", answered("ID", b"* ID (((\r\n" + OK), error=None),
    Case("id: cut", (on("ID", cut),), r"mailbox\.imap_id to never"),
    Case("id: silence", (on("ID", silence),), r"mailbox\.imap_id to never"),
    Case("select: unsafe", settings={"needs_id": True}, imap_id="never", error=r"mailbox\.imap_id to always"),
    Case("select: refused", (on("SELECT", NO), on("EXAMINE", NO)), r"mailbox\.folder"),
    Case("select: looking is allowed", answered("SELECT", NO), error=None),
    Case("select: read-only", settings={"read_only": True}, error=None),
    Case("select: no UIDVALIDITY", answered("SELECT", b"* 3 EXISTS\r\n" + OK), "UIDVALIDITY"),
    Case("select: UIDVALIDITY 0", answered("SELECT", b"* OK [UIDVALIDITY 0] hm\r\n" + OK), "UIDVALIDITY"),
    Case("select: no number", answered("SELECT", b"* OK [UIDVALIDITY abc] hm\r\n" + OK), "as it should|UIDV"),
    Case("select: cut", (on("SELECT", cut),)),
    Case("select: silence", (on("SELECT", silence),)),
    Case("search: refused", answered("UID SEARCH", NO), error="refuses"),
    Case("search: not understood", answered("UID SEARCH", BAD)),
    Case("search: words", answered("UID SEARCH", b"* SEARCH one two\r\n" + OK)),
    Case("search: nothing said", answered("UID SEARCH", OK), error=None),
    Case("search: each twice", answered("UID SEARCH", b"* SEARCH 1 1 2 3 2\r\n" + OK), error=None),
    Case("search: one that is not there", answered("UID SEARCH", b"* SEARCH 1 2 3 99\r\n" + OK), error=None),
    Case("search: only some", answered("UID SEARCH", b"* SEARCH 2\r\n" + OK), error=None),
    Case("search: with MODSEQ", answered("UID SEARCH", b"* SEARCH 1 2 3 (MODSEQ 9)\r\n" + OK), error=None),
    Case("search: cut", (on("UID SEARCH", cut),)),
    Case("search: it never ends", (on("UID SEARCH", flood),)),
    Case("search: a line too long", answered("UID SEARCH", b"* SEARCH " + b"1 " * 200_000 + b"\r\n" + OK)),
    Case("search: half a line", answered("UID SEARCH", b"* SEARCH 1 2")),
    Case("sizes: refused", (on(SIZES, NO), on(SIZES_ALSO, NO)), error="refuses"),
    Case("sizes: none", (on(SIZES, OK), on(SIZES_ALSO, OK)), error=None),
    Case(
        "sizes: words",
        tuple(on(each, b"* 1 FETCH (UID 1 RFC822.SIZE big)\r\n" + OK) for each in (SIZES, SIZES_ALSO)),
        error=None,
    ),
    Case(
        "sizes: below zero",
        tuple(on(each, b"* 1 FETCH (UID 1 RFC822.SIZE -1)\r\n" + OK) for each in (SIZES, SIZES_ALSO)),
        error=None,
    ),
    Case("body: refused", answered(BODY, NO), error=None),
    Case("body: not understood", answered(BODY, BAD), error=None),
    Case("body: nothing said", answered(BODY, OK), error=None, looks=2),
    Case("body: NIL", answered(BODY, b"* 1 FETCH (UID 1 BODY[] NIL)\r\n" + OK), error=None, looks=2),
    Case("body: empty", answered(BODY, b"* 1 FETCH (UID 1 BODY[] {0}\r\n)\r\n" + OK), error=None, looks=2),
    Case("body: of another mail", answered(BODY, b"* 2 FETCH (UID 2 BODY[] {1}\r\nx)\r\n" + OK), error=None),
    Case("body: too short", answered(BODY, b"* 1 FETCH (UID 1 BODY[] {900}\r\nabc)\r\n" + OK), looks=3),
    Case(
        "body: too long",
        answered(BODY, b"* 1 FETCH (UID 1 BODY[] {3}\r\nabcdef)\r\n" + OK),
        "no sense",
        looks=2,
    ),
    Case("body: 4 GB", answered(BODY, b"* 1 FETCH (UID 1 BODY[] {4294967296}\r\n"), "no sense", looks=2),
    Case("body: 10^30 bytes", answered(BODY, b"* 1 FETCH (UID 1 BODY[] {%d}\r\n" % 10**30), "no sense"),
    Case("body: brackets", answered(BODY, b"* 1 FETCH (UID 1 BODY[] ((((\r\n" + OK), "no sense|as it should"),
    Case("body: cut in the middle", (on(BODY, half),), looks=3),
    Case("body: cut before the last byte", (on(BODY, all_but_one),), looks=3),
    Case("body: cut at once", (on(BODY, cut),), looks=3),
    Case("body: byte by byte", (on(BODY, drip),)),
    Case("body: goodbye", answered(BODY, b"* BYE shutting down\r\n")),
    Case("body: another's answer", answered(BODY, b"ZZZ9 OK done\r\n")),
    Case("body: zeros", answered(BODY, bytes(50) + b"\r\n")),
    Case("body: eight bits", answered(BODY, bytes(range(128, 255)) + b"\r\n")),
    Case("beside: new mails", (beside(b"* 9 EXISTS\r\n* 1 RECENT\r\n"),), error=None),
    Case("beside: flags", (beside(b"* 2 FETCH (FLAGS (\\Seen))\r\n"),), error=None),
    Case("beside: removed", (beside(b"* 3 EXPUNGE\r\n"),), error=None),
    Case("beside: warnings", (beside(b"* OK [ALERT] disk nearly full\r\n* NO hm\r\n"),), error=None),
    Case("beside: capabilities", (beside(b"* CAPABILITY IMAP4rev1\r\n"),), error=None),
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty")
    store.close(database(folder))
    return folder / "countercheck.db"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap_login, "TIMEOUT", SocketTimeout(connect=0.2, read=0.2))
    monkeypatch.setattr(imap_wire._Bounded, "patience", 0.5)
    monkeypatch.setattr(imap_wire._Bounded, "largest", 200_000)


@pytest.fixture
def kit(tmp_path: Path, empty: Path) -> Iterator[Context]:
    shutil.copy(empty, tmp_path / "countercheck.db")
    made = context(tmp_path, url=f"sqlite:///{tmp_path / 'countercheck.db'}")
    yield made
    store.close(made.store)


def entered(kit: Context) -> list[bytes]:
    return sorted(archive.get(kit.archive, each.raw_sha256) for each in messages.listed(kit.store))


def looked(kit: Context, source: ImapSource, times: int) -> list[MailboxError]:
    errors = []
    for _ in range(times):
        try:
            poll(kit, source)
        except MailboxError as error:
            errors.append(error)
    return errors


@pytest.mark.parametrize("case", CASES, ids=lambda each: each.name)
def test_a_server_that_misbehaves_costs_no_mail(kit: Context, case: Case) -> None:
    with serving(*MAILS, **case.settings) as server:
        server.faults = list(case.faults)
        source = ImapSource(server.mailbox(imap_id=ImapId(case.imap_id)))
        errors = looked(kit, source, case.looks)
        assert len(errors) == (case.looks if case.error else 0), errors
        for each in errors:
            assert isinstance(each, LoginRefusedError) == (case.kind is LoginRefusedError)
            assert re.search(case.error or "", str(each)), each
        _well_again(server)
        well = ImapSource(server.mailbox())
        assert looked(kit, well, 2) == []
        assert entered(kit) == sorted(MAILS)
        assert messages.ledger(kit.store).seen == len(MAILS)
        state = mailbox_states.state(kit.store, well.account, "INBOX")
        assert state is not None
        assert (state.failures, state.refused, state.last_good_at) == (0, 0, kit.now())
        assert bool(state.last_error) == bool(case.error)


def _well_again(server: Server) -> None:
    well = Server()
    server.faults, server.greeting, server.capabilities = [], well.greeting, well.capabilities
    server.needs_id = server.read_only = False


def test_there_are_at_least_sixty_of_them() -> None:
    assert len({each.name for each in CASES}) >= 60


@pytest.mark.parametrize(
    "answer",
    [
        b"* 1 FETCH (UID 1 BODY[] {3}\r\nabcdef)\r\n" + OK,
        b"* 1 FETCH (UID 1 BODY[] {4294967296}\r\n",
        b"* 1 FETCH (UID 1 BODY[] NIL)\r\n" + OK,
        OK,
        NO,
    ],
    ids=["too long", "4 GB", "NIL", "nothing", "refused"],
)
def test_a_mail_that_is_never_handed_out_is_put_aside_and_the_others_are_taken(
    kit: Context, answer: bytes
) -> None:
    with serving(*MAILS) as server:
        server.faults = [on(BODY, answer)]
        source = ImapSource(server.mailbox())
        looked(kit, source, 6)
        assert entered(kit) == sorted(MAILS[1:])
        counts = messages.ledger(kit.store)
        assert (counts.seen, counts.quarantined) == (3, 1)
        asked = sum(each.startswith("UID FETCH 1 (BODY") for each in server.said)
        assert asked == 3, "after three tries it is left alone"
        (aside,) = withheld.listed(kit.store)
        assert (aside.key.uid, aside.given_up) == ("1", True)
        server.faults = []
        assert looked(kit, source, 2) == []
        assert withheld.retry(kit.store, aside.key)
        assert not withheld.retry(kit.store, aside.key)
        assert looked(kit, source, 1) == []
        assert entered(kit) == sorted(MAILS)
        assert withheld.listed(kit.store) == ()


def test_a_mail_at_which_the_connection_breaks_holds_up_no_other(kit: Context) -> None:
    with serving(*MAILS) as server:
        server.faults = [on(BODY, half)]
        source = ImapSource(server.mailbox())
        assert len(looked(kit, source, 2)) == 2
        assert entered(kit) == sorted(MAILS[1:])
        looked(kit, source, 10)
        assert messages.ledger(kit.store).quarantined == 1
        assert looked(kit, source, 1) == []


def test_a_size_above_the_limit_keeps_the_headers_alone(kit: Context) -> None:
    big = b"* 1 FETCH (UID 1 RFC822.SIZE 4294967296)\r\n"
    with serving(MAILS[0]) as server:
        server.faults = [on("UID FETCH 1 (RFC822.SIZE", big + OK)]
        assert poll(kit, ImapSource(server.mailbox())).new == 1
        (kept,) = messages.listed(kit.store)
        assert kept.size == 2**32
        assert not any("BODY.PEEK[])" in each for each in server.said)
        assert Quarantine.TOO_LARGE.value == "too_large"
