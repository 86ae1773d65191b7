"""Mailboxes with their rows in PostgreSQL: the same outcomes as with SQLite."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import servers_postgres
from intake_builders import Clock, context, mail
from servers_imap import on, serving
from servers_tokens import handing_out

from flows.context import Context
from flows.intake import intake_once
from flows.mailboxes import access, vault
from flows.mailboxes.imap import ImapSource
from flows.mailboxes.polling import acknowledge, poll
from flows.mailboxes.source import LoginRefusedError, LoginStoppedError
from models import store
from models.configuration import Secret
from models.rows.inbox import mailbox_states, messages

pytestmark = pytest.mark.skipif(servers_postgres.FOUND is None, reason=servers_postgres.MISSING)
ONE, TWO, THREE = mail("one", "ORDER 1"), mail("two", "ORDER 2"), mail("three", "ORDER 3")
KEY = Secret("Y2FuYXJ5LWtleS1vZi10aGUtdGVzdC0wMTIzNDU2Nzg=")


@pytest.fixture(scope="module")
def server() -> Iterator[servers_postgres.Postgres]:
    with servers_postgres.running() as postgres:
        yield postgres


@pytest.fixture
def kit(tmp_path: Path, server: servers_postgres.Postgres) -> Iterator[Context]:
    url = server.make("mailboxes")
    store.close(store.prepare(url))
    made = context(tmp_path, url=url, now=Clock())
    yield made
    store.close(made.store)


def test_a_mailbox_is_taken_in_filed_rebuilt_and_taken_in_again(kit: Context) -> None:
    with serving(ONE, TWO) as imap:
        source = ImapSource(imap.mailbox())
        assert intake_once(replace(kit, sources=(source,))).counts.processed == 2
        assert imap.filed["countercheck/Done"] == [ONE, TWO]
        imap.mails = {1: THREE, 2: ONE}
        assert poll(kit, source).new == 1
        imap.uidvalidity = 8
        assert poll(kit, source).again == 2
        assert acknowledge(kit, source).filed == 1
        assert messages.ledger(kit.store).seen == 3
        (found,) = mailbox_states.states(kit.store)
        assert (found.rescans, found.failures, found.last_good_at) == (1, 0, kit.now())


def test_a_refused_login_stops_after_three_tries(kit: Context) -> None:
    with serving(faults=[on("LOGIN", b"TAG NO wrong\r\n")]) as imap:
        source = ImapSource(imap.mailbox())
        for _ in range(3):
            with pytest.raises(LoginRefusedError):
                poll(kit, source)
        with pytest.raises(LoginStoppedError):
            poll(kit, source)
        mailbox_states.forgive(kit.store, source.account)
        imap.faults = []
        assert poll(kit, source).new == 0


def test_processes_that_renew_a_token_at_once_ask_once(kit: Context) -> None:
    found: list[str] = []
    with serving() as imap, handing_out(delay=threading.Event()) as provider:
        box = imap.mailbox(tokens=provider.tokens())
        sealed = vault.open_vault(Path("/nowhere"), KEY)

        def renew(owner: str) -> None:
            found.append(access.of_mailbox(kit.store, sealed, box, owner, kit.now)())

        threads = [threading.Thread(target=renew, args=(str(at),)) for at in range(3)]
        for each in threads:
            each.start()
        assert provider.delay is not None
        threading.Timer(0.3, provider.delay.set).start()
        for each in threads:
            each.join()
    assert found == ["access-1"] * 3
    assert len(provider.asked) == 1
