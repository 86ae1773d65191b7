"""The connection ends after every single byte of a session: nothing is lost, nothing is entered twice."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from intake_builders import context
from servers_imap import Server, serving
from servers_proxy import cutting
from sqlalchemy import event, text

from flows.context import Context
from flows.intake import intake_once
from flows.mailboxes.imap import ImapSource
from flows.mailboxes.polling import acknowledge, poll
from models.errors import MailboxError
from models.rows.inbox import messages

MAILS = tuple(
    f"From: w@works.example\r\nMessage-ID: <{at}@works.example>\r\n\r\n{at * 60}\r\n".encode()
    for at in ("a", "b")
)


def source(server: Server, port: int, user: str) -> ImapSource:
    return ImapSource(server.mailbox(port=port, user=user))


def unflushed(kit: Context) -> Context:
    """Return a context whose commits are not flushed to the disk: no power fails here."""
    event.listen(
        kit.store.reader, "connect", lambda connection, _: connection.execute("PRAGMA synchronous = 0")
    )
    kit.store.reader.dispose()
    return kit


def swept(server: Server, kit: Context, step: Callable[[Context, ImapSource], object]) -> int:
    """Cut a session after each of its bytes, then let another one through; return how many bytes it has."""
    with cutting(server.port, None) as whole:
        step(kit, source(server, whole.port, "whole"))
        length = whole.passed
    for after in range(length):
        _full(server)
        with cutting(server.port, after) as proxy:
            cut = source(server, proxy.port, f"u{after}")
            with contextlib.suppress(MailboxError):
                step(kit, cut)
            proxy.after = None
            step(kit, cut)
        assert seen(kit, cut) == [1, 2], f"after {after} bytes"
    return length


def _full(server: Server) -> None:
    server.mails = dict(enumerate(MAILS, start=1))
    server.filed.clear()
    server.said.clear()


def seen(kit: Context, cut: ImapSource) -> list[int]:
    """Return the UIDs that are known to stand for one mail each."""
    with kit.store.reader.connect() as rows:
        found = rows.execute(
            text("SELECT uid, count(DISTINCT raw_sha256) FROM sighting WHERE account_id = :a GROUP BY uid"),
            {"a": cut.account},
        )
        return sorted(int(uid) for uid, hashes in found if hashes == 1)


@pytest.mark.slow
def test_a_look_that_is_cut_after_any_byte_is_made_good_by_the_next(tmp_path: Path) -> None:
    kit = unflushed(context(tmp_path))
    with serving(*MAILS) as server:
        assert swept(server, kit, poll) >= 800
    assert messages.ledger(kit.store).seen == len(MAILS)


@pytest.mark.slow
def test_filing_that_is_cut_after_any_byte_moves_each_mail_once(tmp_path: Path) -> None:
    kit = unflushed(context(tmp_path))
    with serving(*MAILS) as server:
        first = source(server, server.port, "first")
        intake_once(replace(kit, sources=(first,)))
        assert messages.ledger(kit.store).processed == len(MAILS)

        def file_all(given: Context, cut: ImapSource) -> None:
            _as_if_just_fetched(given, first.account, cut.account)
            acknowledge(given, cut)
            assert sorted(each for folder in server.filed.values() for each in folder) == sorted(MAILS)
            assert server.mails == {}

        _full(server)
        assert swept(server, kit, file_all) >= 700


def _as_if_just_fetched(kit: Context, known: str, account: str) -> None:
    columns = "folder, uidvalidity, uid, raw_sha256, seen_at, fetch_failures"
    with kit.store.writer.begin() as rows:
        rows.execute(
            text(
                f"INSERT INTO sighting (account_id, {columns}) SELECT :a, {columns} FROM sighting"
                " WHERE account_id = :k AND NOT EXISTS (SELECT 1 FROM sighting WHERE account_id = :a)"
            ),
            {"a": account, "k": known},
        )
