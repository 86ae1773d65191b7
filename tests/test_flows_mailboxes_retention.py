"""Removing settled mails by rule, against Dovecot: exactly what is ours, and only what is safely kept."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import servers_dovecot
from intake_builders import Clock, context, mail
from servers_dovecot import Dovecot
from sqlalchemy import text

from flows.context import Context
from flows.intake import intake_once
from flows.mailboxes.imap import ImapSource
from flows.mailboxes.polling import poll
from models import archive
from models.rows.inbox import mailbox_states, messages

pytestmark = [
    pytest.mark.dovecot,
    pytest.mark.skipif(servers_dovecot.PROGRAM is None, reason=servers_dovecot.MISSING),
]
ONE, TWO, THREE = mail("one", "ORDER 1"), mail("two", "ORDER 2"), mail("three", "ORDER 3")
OLD = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
DONE = "countercheck/Done"
WITHOUT_UIDPLUS = "protocol imap {\n  imap_capability = IMAP4rev1 SASL-IR LITERAL+ MOVE NAMESPACE\n}"


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    with servers_dovecot.running() as dovecot:
        yield dovecot


@pytest.fixture
def kit(tmp_path: Path) -> Context:
    return context(tmp_path, now=Clock())


def filled(server: Dovecot, kit: Context, user: str, **changes: object) -> ImapSource:
    """Take mails in, and put one in Done that we never saw, marked as deleted as a person would."""
    with server.client(user, None) as client:
        for each in (ONE, TWO, mail("a bug", "BUG 1")):
            client.append("INBOX", each, msg_time=OLD)
    source = ImapSource(server.mailbox(user, **changes))
    intake_once(replace(kit, sources=(source,)))
    with server.client(user, None) as client:
        client.append(DONE, THREE, flags=[b"\\Deleted"], msg_time=OLD)
    return source


def later(kit: Context, days: int) -> None:
    assert isinstance(kit.now, Clock)
    kit.now.forward(days * 86400)


def removed(kit: Context, source: ImapSource) -> int:
    found = mailbox_states.state(kit.store, source.account, source.folder)
    assert found is not None
    return found.removed


def test_nothing_is_ever_removed_by_default(kit: Context, server: Dovecot) -> None:
    source = filled(server, kit, "default")
    later(kit, 4000)
    poll(kit, source)
    assert len(server.contents("default", DONE)) == 3


def test_after_its_days_exactly_what_is_ours_is_removed_and_told(kit: Context, server: Dovecot) -> None:
    source = filled(server, kit, "rule", keep_days=30)
    later(kit, 29)
    poll(kit, source)
    assert len(server.contents("rule", DONE)) == 3
    later(kit, 2)
    poll(kit, source)
    assert server.contents("rule", DONE) == [THREE], "a mail that is not ours stays, even marked as deleted"
    assert len(server.contents("rule", "countercheck/Quarantine")) == 1
    assert removed(kit, source) == 2
    with kit.store.reader.connect() as rows:
        told = rows.execute(text("SELECT about FROM audit WHERE action = 'mail_removed'")).scalars().all()
    assert {archive.get(kit.archive, each) for each in told} == {ONE, TWO}
    later(kit, 2)
    assert poll(kit, source).new == 0
    assert removed(kit, source) == 2


def test_what_was_not_moved_there_from_this_mailbox_for_so_long_stays(kit: Context, server: Dovecot) -> None:
    """Put there by a person, though known from elsewhere; and moved there again by us, but lately."""
    source = filled(server, kit, "here", keep_days=30)
    elsewhere, lately = mail("six", "ORDER 6"), mail("ten", "PAPER 8")
    assert len(elsewhere) == len(ONE) == len(lately), "of the size of a mail that may go"
    with server.client("there", None) as client:
        client.append("INBOX", elsewhere, msg_time=OLD)
    intake_once(replace(kit, sources=(ImapSource(server.mailbox("there")),)))
    with server.client("here", None) as client:
        client.append(DONE, elsewhere, msg_time=OLD)
        client.append("INBOX", lately, msg_time=OLD)
    later(kit, 29)
    intake_once(replace(kit, sources=(source,)))
    later(kit, 2)
    poll(kit, source)
    assert server.contents("here", DONE) == sorted([THREE, elsewhere, lately])
    assert removed(kit, source) == 2


def test_a_mail_whose_copy_was_damaged_stays_in_the_mailbox(kit: Context, server: Dovecot) -> None:
    source = filled(server, kit, "damaged", keep_days=30)
    for each in messages.listed(kit.store):
        place = archive.path(kit.archive, each.raw_sha256)
        if place.read_bytes() == ONE:
            place.chmod(0o600)
            place.write_bytes(b"changed")
    later(kit, 31)
    poll(kit, source)
    assert server.contents("damaged", DONE) == sorted([ONE, THREE])


def test_it_looks_once_a_day_and_not_at_every_poll(kit: Context, server: Dovecot) -> None:
    source = filled(server, kit, "daily", keep_days=30)
    later(kit, 31)
    poll(kit, source)
    with server.client("daily", DONE) as client:
        client.append(DONE, ONE, msg_time=OLD)
    poll(kit, source)
    assert server.contents("daily", DONE) == sorted([ONE, THREE])
    later(kit, 1)
    poll(kit, source)
    assert server.contents("daily", DONE) == [THREE]


def test_without_uidplus_nothing_is_removed(kit: Context) -> None:
    with servers_dovecot.running(WITHOUT_UIDPLUS) as server:
        source = filled(server, kit, "bare", keep_days=30)
        later(kit, 31)
        poll(kit, source)
        assert len(server.contents("bare", DONE)) == 3
