"""Which mail a UID stands for: mails that vanish or come back, UIDs that are given anew."""

from pathlib import Path

import pytest
from intake_builders import Clock, context, mail
from mailbox_builders import DONE, OK, entered, state, taken
from servers_imap import on, serving
from sqlalchemy import text

from flows.context import Context
from flows.mailboxes.imap import ImapSource
from flows.mailboxes.polling import acknowledge, poll
from models.rows.inbox import messages

ONE, TWO, THREE = mail("one", "ORDER 1"), mail("two", "ORDER 2"), mail("three", "ORDER 3")
BARE = "IMAP4rev1 NAMESPACE"


@pytest.fixture
def kit(tmp_path: Path) -> Context:
    return context(tmp_path, now=Clock())


def test_a_mail_that_vanishes_before_it_is_fetched_is_counted(kit: Context) -> None:
    with serving(ONE, TWO) as server:
        listed = b"* SEARCH 1 2 3\r\n"
        server.faults = [on("UID SEARCH", listed + OK, times=1)]
        source = ImapSource(server.mailbox())
        assert poll(kit, source).withheld == 1
        assert poll(kit, source).withheld == 0
        assert state(kit, source).vanished == 1
        assert entered(kit) == sorted([ONE, TWO])


def test_a_mail_that_was_only_left_out_of_a_listing_is_fetched_all_the_same(kit: Context) -> None:
    with serving(ONE, TWO) as server:
        source = ImapSource(server.mailbox())
        server.faults = [
            on("UID FETCH 1 (BODY", OK, times=1),
            on("UID SEARCH", b"* SEARCH 1 2\r\n" + OK, times=1),
        ]
        assert poll(kit, source).new == 1
        server.faults = [on("UID SEARCH", b"* SEARCH 2\r\n" + OK, times=1)]
        poll(kit, source)
        assert state(kit, source).vanished == 1
        assert poll(kit, source).new == 1
        assert entered(kit) == sorted([ONE, TWO])


def test_uids_that_are_used_again_for_other_mails_hide_none(kit: Context) -> None:
    """The mailbox was rebuilt behind the same login, with the same UIDVALIDITY."""
    with serving(ONE, TWO) as server:
        source = taken(kit, server)
        acknowledge(kit, source)
        assert server.mails == {}
        server.mails = {1: THREE, 2: mail("four", "ORDER 4")}
        assert poll(kit, source).new == 2
        assert messages.ledger(kit.store).seen == 4


@pytest.mark.parametrize("capabilities", [BARE, "IMAP4rev1 MOVE NAMESPACE"])
def test_a_mail_that_took_the_uid_of_another_is_not_filed_away_unread(
    kit: Context, capabilities: str
) -> None:
    with serving(ONE, TWO, capabilities=capabilities) as server:
        source = taken(kit, server)
        server.mails = {1: THREE, 2: TWO}
        assert acknowledge(kit, source).filed == 1
        assert server.mails.get(1) == THREE
        assert 1 not in server.flags
        assert poll(kit, source).new == 1
        assert messages.ledger(kit.store).seen == 3


def test_uids_that_are_used_again_are_noticed_where_mails_stay_in_the_folder(kit: Context) -> None:
    mails = [mail(f"mail {at}", f"ORDER {at}") for at in range(22)]
    with serving(*mails, capabilities=BARE) as server:
        source = taken(kit, server)
        acknowledge(kit, source)
        assert poll(kit, source).new == 0
        server.mails = dict(enumerate(reversed(mails), start=1)) | {7: THREE}
        found = poll(kit, source)
        assert (found.new, state(kit, source).doubted) == (1, 22)
        assert poll(kit, source).again == 0


def test_mails_without_message_id_are_known_by_their_size(kit: Context) -> None:
    bare = [f"Subject: {'x' * at}\r\n\r\nhello\r\n".encode() for at in (1, 2)]
    with serving(*bare, capabilities=BARE) as server:
        source = ImapSource(server.mailbox())
        assert poll(kit, source).new == 2
        assert (poll(kit, source).again, state(kit, source).doubted) == (0, 0)
        server.mails[2] = b"Subject: another one\r\n\r\nhello\r\n"
        assert poll(kit, source).new == 1


def test_a_new_uidvalidity_closes_what_waited_under_the_old_one(kit: Context) -> None:
    with serving(ONE, TWO) as server:
        server.faults = [on("UID FETCH 2 (BODY", OK)]
        source = ImapSource(server.mailbox())
        poll(kit, source)
        server.faults, server.uidvalidity = [], 8
        found = poll(kit, source)
        assert (found.new, found.again) == (1, 1)
        assert state(kit, source).rescans == 1
        with kit.store.reader.connect() as rows:
            waiting = rows.execute(text("SELECT uidvalidity FROM sighting WHERE acked_at IS NULL")).scalars()
            assert set(waiting) == {8}
        poll(kit, source)
        assert state(kit, source).rescans == 1


def test_a_mail_moved_back_by_hand_is_told_as_such(kit: Context) -> None:
    with serving(ONE) as server:
        source = taken(kit, server)
        acknowledge(kit, source)
        server.mails[9] = server.filed[DONE].pop()
        found = poll(kit, source)
        assert (found.new, found.again, found.by_hand) == (0, 1, 1)
        assert state(kit, source).by_hand == 1
        acknowledge(kit, source)
        assert server.filed[DONE] == [ONE]
        with kit.store.reader.connect() as rows:
            actions = rows.execute(text("SELECT action FROM audit ORDER BY seq")).scalars().all()
        assert list(actions)[-1] == "message_sent_again"


def test_two_mails_of_one_message_id_are_two_messages(kit: Context) -> None:
    changed = ONE.replace(b"Please enter", b"Please cancel")
    assert changed != ONE
    with serving(ONE, changed) as server:
        assert poll(kit, ImapSource(server.mailbox())).new == 2
