import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import servers_dovecot
from intake_builders import context, mail
from servers_dovecot import Dovecot, running

from flows import setup
from flows.intake import intake_once
from flows.mailboxes.imap import ImapSource, LoginRefusedError
from flows.mailboxes.polling import poll
from flows.mailboxes.source import FiledAs
from models import archive
from models.configuration import ImapId, Secret, Security
from models.errors import MailboxError
from models.receipt import Ledger, MessageState
from models.rows.inbox import messages

pytestmark = [
    pytest.mark.dovecot,
    pytest.mark.skipif(servers_dovecot.PROGRAM is None, reason=servers_dovecot.MISSING),
]
ORDER = mail("order", "ORDER 4501")
ODD = mail("odd", "BUG 1")


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    with running() as dovecot:
        yield dovecot


@pytest.fixture
def user(request: pytest.FixtureRequest) -> str:
    """A mailbox of its own for each test."""
    return f"u{abs(hash(request.node.nodeid))}"


def test_mails_are_kept_exactly_and_moved_by_what_became_of_them(
    tmp_path: Path, server: Dovecot, user: str
) -> None:
    server.deliver(user, ORDER, ODD)
    kit = context(tmp_path, ImapSource(server.mailbox(user)))
    report = intake_once(kit)
    assert report.counts == Ledger(seen=2, processed=1, quarantined=1, waiting=0)
    assert server.contents(user, "INBOX") == []
    assert server.contents(user, "countercheck/Done") == [ORDER]
    assert server.contents(user, "countercheck/Quarantine") == [ODD]
    (kept,) = messages.listed(kit.store, MessageState.PROCESSED)
    assert archive.get(kit.archive, kept.raw_sha256) == ORDER


def test_reading_changes_nothing_in_the_mailbox(tmp_path: Path, server: Dovecot, user: str) -> None:
    server.deliver(user, ORDER)
    with server.client(user) as client:
        client.add_flags([1], [b"\\Flagged"])
    source = ImapSource(server.mailbox(user))
    poll(context(tmp_path, source), source)
    with server.client(user) as client:
        assert client.get_flags([1]) == {1: (b"\\Flagged",)}


def test_mails_that_somebody_has_read_are_taken_all_the_same(
    tmp_path: Path, server: Dovecot, user: str
) -> None:
    server.deliver(user, ORDER)
    with server.client(user) as client:
        client.add_flags([1], [b"\\Seen"])
    assert intake_once(context(tmp_path, ImapSource(server.mailbox(user)))).counts.processed == 1


def test_a_second_run_adds_nothing(tmp_path: Path, server: Dovecot, user: str) -> None:
    server.deliver(user, ORDER, ODD)
    kit = context(tmp_path, ImapSource(server.mailbox(user)))
    first = intake_once(kit)
    again = intake_once(kit)
    assert (again.counts, again.new, again.worked) == (first.counts, 0, ())
    assert len(server.contents(user, "countercheck/Done")) == 1


def test_the_same_bytes_delivered_twice_are_one_message_and_both_are_moved(
    tmp_path: Path, server: Dovecot, user: str
) -> None:
    server.deliver(user, ORDER, ORDER)
    report = intake_once(context(tmp_path, ImapSource(server.mailbox(user))))
    assert (report.counts.seen, len(report.cases)) == (1, 1)
    assert server.contents(user, "countercheck/Done") == [ORDER, ORDER]


def test_a_mail_moved_back_by_hand_is_recognised(tmp_path: Path, server: Dovecot, user: str) -> None:
    server.deliver(user, ORDER)
    kit = context(tmp_path, ImapSource(server.mailbox(user)))
    intake_once(kit)
    with server.client(user, "countercheck/Done") as client:
        client.move(client.search("ALL"), "INBOX")
    assert intake_once(kit).counts.seen == 1
    assert server.contents(user, "countercheck/Done") == [ORDER]
    assert messages.listed(kit.store)[0].sightings == 2


def test_a_new_uidvalidity_means_looking_again_and_finding_nothing_new(
    tmp_path: Path, server: Dovecot, user: str
) -> None:
    server.deliver(user, ORDER)
    source = ImapSource(server.mailbox(user))
    kit = context(tmp_path, source)
    assert poll(kit, source).new == 1
    with server.client(user, None) as client:
        client.create_folder("other")
    server_side = server.folder / "mail" / user / "dovecot-uidlist"
    header, _, rest = server_side.read_text().partition("\n")
    words = header.split(" ")
    words[1] = f"V{int(words[1][1:]) + 1}"
    server_side.write_text(" ".join(words) + "\n" + rest)
    for each in server_side.parent.glob("dovecot.index*"):
        each.unlink()
    found = poll(kit, source)
    assert (found.new, found.again) == (0, 1)
    assert intake_once(kit).counts == Ledger(seen=1, processed=1, quarantined=0, waiting=0)
    assert server.contents(user, "countercheck/Done") == [ORDER]


def test_a_mail_above_the_limit_is_kept_by_its_headers_and_put_aside(
    tmp_path: Path, server: Dovecot, user: str
) -> None:
    server.deliver(user, mail("large", "ORDER 1" + " " * 20_000))
    kit = context(tmp_path, ImapSource(server.mailbox(user)), max_message_bytes=10_000)
    (aside,) = intake_once(kit).quarantined
    assert (aside.why, aside.subject) == ("too_large", "large")
    assert aside.size > 20_000
    kept = archive.get(kit.archive, aside.raw_sha256)
    assert kept.endswith(b"\r\n\r\n")
    assert len(kept) < 1000
    assert len(server.contents(user, "countercheck/Quarantine")) == 1


def test_a_mail_that_a_person_removes_meanwhile_counts_as_moved(
    tmp_path: Path, server: Dovecot, user: str
) -> None:
    server.deliver(user, ORDER)
    source = ImapSource(server.mailbox(user))
    kit = context(tmp_path, source)
    poll(kit, source)
    with server.client(user) as client:
        client.delete_messages([1])
        client.uid_expunge([1])
    assert intake_once(kit).counts.processed == 1
    assert intake_once(kit).worked == ()


def test_another_folder_than_the_inbox_can_be_read(tmp_path: Path, server: Dovecot, user: str) -> None:
    with server.client(user, None) as client:
        client.create_folder("待处理/采购")
        client.append("待处理/采购", ORDER)
    kit = context(tmp_path, ImapSource(server.mailbox(user, folder="待处理/采购")))
    assert intake_once(kit).counts.processed == 1
    assert server.contents(user, "待处理/采购") == []


BARE = "IMAP4rev1 SASL-IR LITERAL+"


@pytest.mark.parametrize(
    ("capabilities", "left", "done"),
    [
        (f"{BARE} UIDPLUS NAMESPACE", 0, 1),
        (f"{BARE} UIDPLUS", 0, 1),
        (BARE, 1, 0),
    ],
)
def test_a_server_that_cannot_move_gets_what_it_can_do(
    tmp_path: Path, capabilities: str, left: int, done: int
) -> None:
    deleted = mail("deleted by a person")
    with running(f"protocol imap {{\n  imap_capability = {capabilities}\n}}") as server:
        server.deliver("u", ORDER, deleted)
        with server.client("u") as client:
            client.add_flags([2], [b"\\Deleted"])
        kit = context(tmp_path, ImapSource(server.mailbox("u")))
        report = intake_once(kit)
        assert report.failures == ()
        assert server.contents("u", "INBOX").count(ORDER) == left
        assert server.contents("u", "countercheck/Done").count(ORDER) == done
        # Whatever a person had marked for deletion is never expunged by us without having been kept.
        kept = [archive.get(kit.archive, each.raw_sha256) for each in messages.listed(kit.store)]
        assert sorted(kept) == sorted([ORDER, deleted])
        if left:
            with server.client("u") as client:
                assert b"$CountercheckDone" in client.get_flags([1])[1]
        assert intake_once(kit).worked == ()


@pytest.mark.parametrize(("separator", "prefix"), [(".", "INBOX."), (".", ""), ("/", "")])
def test_folders_are_made_the_way_the_server_names_them(tmp_path: Path, separator: str, prefix: str) -> None:
    with running(separator=separator, prefix=prefix) as server:
        server.deliver("u", ORDER)
        intake_once(context(tmp_path, ImapSource(server.mailbox("u"))))
        assert server.contents("u", f"{prefix}countercheck{separator}Done") == [ORDER]


def test_a_wrong_password_is_told_apart_from_a_broken_connection(server: Dovecot, user: str) -> None:
    wrong = replace(server.mailbox(user), password=Secret("not-the-password"))
    with pytest.raises(LoginRefusedError, match=r"mailbox\.password") as refused, ImapSource(wrong).visit():
        pass
    assert "not-the-password" not in str(refused.value)


def test_a_folder_that_is_not_there_names_the_setting(server: Dovecot, user: str) -> None:
    source = ImapSource(server.mailbox(user, folder="Bestellungen"))
    with pytest.raises(MailboxError, match=r"mailbox\.folder"), source.visit():
        pass


@pytest.mark.parametrize("imap_id", list(ImapId))
def test_the_server_is_told_who_speaks_if_wanted(server: Dovecot, user: str, imap_id: ImapId) -> None:
    with ImapSource(server.mailbox(user, imap_id=imap_id)).visit() as place:
        assert place.uids() == ()


def test_a_server_that_is_not_there_is_one_line_that_names_it() -> None:
    mailbox = Dovecot(Path(), servers_dovecot.free_port()).mailbox("u")
    with pytest.raises(MailboxError, match=f"127.0.0.1:{mailbox.port}"), ImapSource(mailbox).visit():
        pass


def test_a_certificate_that_cannot_be_verified_is_refused(server: Dovecot) -> None:
    mailbox = server.mailbox("u", security=Security.TLS)
    with pytest.raises(MailboxError), ImapSource(mailbox).visit():
        pass


def test_an_error_of_our_own_is_not_taken_for_one_of_the_mailbox(server: Dovecot, user: str) -> None:
    with pytest.raises(OSError, match="ours"), ImapSource(server.mailbox(user)).visit():
        raise OSError("ours")


@pytest.mark.parametrize(
    "answer",
    [b"* 1 FETCH (UID 1 BODY[] {5}\r\nabcdefghij)\r\n", b"* 1 FETCH (UID 1 BODY[] NIL)\r\n", b""],
    ids=["longer than announced", "nothing", "no answer"],
)
def test_a_mail_that_the_server_does_not_hand_out_is_put_aside_and_listed(
    tmp_path: Path, answer: bytes
) -> None:
    with scripted(answer) as port:
        mailbox = Dovecot(Path(), port).mailbox("u")
        kit = context(tmp_path, ImapSource(mailbox))
        for _ in range(4):
            counts = intake_once(kit).counts
    assert counts == Ledger(seen=1, processed=0, quarantined=1, waiting=0)


class scripted:  # noqa: N801 - used like a function
    """A server with one mail that answers a FETCH of its body with given bytes."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer
        self.listener = socket.create_server(("127.0.0.1", 0))

    def __enter__(self) -> int:
        threading.Thread(target=self._serve, daemon=True).start()
        port: int = self.listener.getsockname()[1]
        return port

    def __exit__(self, *_: object) -> None:
        self.listener.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection:
                self._speak(connection)

    def _speak(self, connection: socket.socket) -> None:
        connection.sendall(b"* OK ready\r\n")
        for line in connection.makefile("rb"):
            tag, _, command = line.strip().partition(b" ")
            connection.sendall(self._answered(command.upper()) + tag + b" OK done\r\n")

    def _answered(self, command: bytes) -> bytes:
        if command.startswith(b"CAPABILITY"):
            return b"* CAPABILITY IMAP4rev1\r\n"
        if command.startswith(b"SELECT"):
            return b"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n"
        if command.startswith(b"UID SEARCH"):
            return b"* SEARCH 1\r\n"
        if b"RFC822.SIZE" in command:
            return b"* 1 FETCH (UID 1 RFC822.SIZE 5)\r\n"
        return self.answer if b"BODY" in command else b""


def test_init_tries_the_mailbox_and_makes_its_folders(tmp_path: Path, server: Dovecot, user: str) -> None:
    server.deliver(user, ORDER)
    texts = {
        "mailbox.host": "127.0.0.1",
        "mailbox.port": str(server.port),
        "mailbox.security": "plain",
        "mailbox.user": user,
        "mailbox.password": servers_dovecot.PASSWORD,
    }
    _, trial = setup.configure(tmp_path, texts)
    assert trial == setup.Trial(FiledAs.MOVED, mails=1)
    with server.client(user, "countercheck/Quarantine"):
        pass
    with pytest.raises(LoginRefusedError):
        setup.configure(tmp_path / "other", texts | {"mailbox.password": "wrong"})
    assert not (tmp_path / "other").exists()
