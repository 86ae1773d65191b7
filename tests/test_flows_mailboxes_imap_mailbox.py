"""What becomes of mails in the mailbox: filing, people's hands, UIDs that change, retention, backlogs."""

from pathlib import Path

import pytest
from intake_builders import Clock, context, mail, watched
from mailbox_builders import DONE, NO, entered, state, taken
from servers_imap import Session, cut, on, serving

from flows.context import Context
from flows.intake import intake_once
from flows.mailboxes.fetching import fair
from flows.mailboxes.imap import ImapSource
from flows.mailboxes.polling import acknowledge, poll
from models.errors import MailboxError
from models.receipt import Ledger
from models.rows.inbox import mailbox_states, messages

ONE, TWO, THREE = mail("one", "ORDER 1"), mail("two", "ORDER 2"), mail("three", "ORDER 3")
WITHOUT_MOVE = "IMAP4rev1 UIDPLUS NAMESPACE"
BARE = "IMAP4rev1 NAMESPACE"


@pytest.fixture
def kit(tmp_path: Path) -> Context:
    return context(tmp_path, now=Clock())


def test_a_folder_that_is_full_stops_nothing_and_is_tried_again(kit: Context) -> None:
    with serving(ONE, TWO) as server:
        source = taken(kit, server)
        assert (state(kit, source).unfiled, state(kit, source).failures) == (2, 0)
        assert "OVERQUOTA" in str(state(kit, source).filing_error)
        server.mails[3] = THREE
        assert poll(kit, source).new == 1
        assert acknowledge(kit, source).filed == 2
        assert server.filed[DONE] == [ONE, TWO]
        assert (state(kit, source).unfiled, state(kit, source).filing_error) == (0, None)


def test_a_mailbox_that_refuses_every_move_is_not_asked_for_each_mail(kit: Context) -> None:
    with serving(*(mail(str(at), f"ORDER {at}") for at in range(10))) as server:
        source = taken(kit, server)
        server.said.clear()
        server.faults = [on("UID MOVE", NO)]
        assert acknowledge(kit, source).unfiled == 10
        assert server.commands().count("MOVE") == 3


def test_a_folder_that_somebody_removed_is_made_again(kit: Context) -> None:
    with serving(ONE, TWO) as server:
        source = taken(kit, server)

        def remove(session: Session, tag: bytes) -> None:
            server.filed.clear()
            session.send(tag + b" NO [TRYCREATE] no such folder\r\n")

        server.faults = [on("UID MOVE 2", remove, times=1)]
        assert acknowledge(kit, source).filed == 2
        assert server.filed[DONE] == [TWO]


def test_a_move_whose_answer_is_lost_happens_once(kit: Context) -> None:
    with serving(ONE, TWO) as server:
        source = taken(kit, server)

        def move_and_cut(session: Session, tag: bytes) -> None:
            session.do_move(tag, b"UID MOVE 1 " + DONE.encode())
            session.cut()

        server.faults = [on("UID MOVE 1", move_and_cut, times=1)]
        with pytest.raises(MailboxError):
            acknowledge(kit, source)
        assert acknowledge(kit, source).filed == 2
        assert server.filed[DONE] == [ONE, TWO]


def test_a_server_that_says_moved_and_does_not_gets_no_second_copy(kit: Context) -> None:
    with serving(ONE) as server:
        source = taken(kit, server)

        def only_copy(session: Session, tag: bytes) -> None:
            session.do_copy(tag, b"UID COPY 1 " + DONE.encode())
            session.send(tag + b" OK moved\r\n")

        server.faults = [on("UID MOVE", only_copy)]
        for _ in range(4):
            acknowledge(kit, source)
            poll(kit, source)
        assert server.filed[DONE] == [ONE]
        assert messages.ledger(kit.store) == Ledger(1, 1, 0, 0)


@pytest.mark.parametrize("fault", [on("UID EXPUNGE", NO), on("UID STORE", NO)])
def test_a_copy_whose_original_cannot_be_removed_is_made_once(kit: Context, fault: object) -> None:
    with serving(ONE, capabilities=WITHOUT_MOVE) as server:
        source = taken(kit, server)
        server.faults = [fault]  # type: ignore[list-item]
        for _ in range(3):
            acknowledge(kit, source)
            poll(kit, source)
        assert server.filed[DONE] == [ONE]
        assert server.mails == {1: ONE}


def test_a_copy_that_fails_removes_nothing(kit: Context) -> None:
    with serving(ONE, capabilities=WITHOUT_MOVE) as server:
        source = taken(kit, server)
        server.said.clear()
        server.faults = [on("UID COPY", NO)]
        assert acknowledge(kit, source).unfiled == 1
        assert server.mails == {1: ONE}
        assert not {"STORE", "EXPUNGE"} & set(server.commands())


@pytest.mark.parametrize(
    ("capabilities", "permanent", "commands"),
    [
        ("IMAP4rev1 MOVE UIDPLUS NAMESPACE", "\\*", {"MOVE"}),
        (WITHOUT_MOVE, "\\*", {"COPY", "STORE", "EXPUNGE"}),
        (BARE, "\\*", {"STORE"}),
        (BARE, "\\Seen", set()),
    ],
)
def test_a_settled_mail_is_shown_as_the_server_can(
    kit: Context, capabilities: str, permanent: str, commands: set[str]
) -> None:
    with serving(ONE, capabilities=capabilities, permanent=permanent) as server:
        source = taken(kit, server)
        server.said.clear()
        acknowledge(kit, source)
        sent = set(server.commands()) & {"MOVE", "COPY", "STORE", "EXPUNGE"}
        assert sent == commands
        server.said.clear()
        acknowledge(kit, source)
        assert poll(kit, source).new == 0
        assert not any("BODY.PEEK[]" in each for each in server.said)


def test_a_mailbox_that_may_only_be_looked_at_is_read_and_left_alone(kit: Context) -> None:
    with serving(ONE, TWO, read_only=True) as server:
        source = taken(kit, server)
        acknowledge(kit, source)
        assert messages.ledger(kit.store).processed == 2
        assert state(kit, source).read_only
        assert not {"MOVE", "COPY", "STORE", "EXPUNGE", "CREATE"} & set(server.commands())


def test_in_a_backlog_the_newest_and_the_oldest_take_turns() -> None:
    assert fair(["1", "2", "3"], 5) == ["1", "2", "3"]
    assert fair(list("123456789"), 5) == ["9", "1", "8", "2", "7", "3", "6", "4", "5"]


def test_new_mails_are_fetched_first_though_ten_thousand_wait(tmp_path: Path) -> None:
    mails = {at: f"Subject: {at}\r\n\r\n".encode() for at in range(1, 10_001)}
    with serving() as server:
        server.mails = mails
        kit = context(tmp_path, now=Clock(), batch=10)
        source = ImapSource(server.mailbox())
        found = poll(kit, source)
        assert (found.new, found.left) == (10, 9990)
        fresh = {at: f"Subject: new {at}\r\n\r\n".encode() for at in range(10_001, 10_006)}
        server.mails |= fresh
        assert poll(kit, source).new == 10
        assert set(fresh.values()) <= set(entered(kit))
        assert mails[1] in entered(kit)
        assert state(kit, source).waiting == 9985


def test_a_mailbox_with_a_backlog_starves_no_other(tmp_path: Path) -> None:
    with serving() as full, serving(ONE) as other:
        full.mails = {at: mail(f"mail {at}") for at in range(1, 201)}
        boxes = [ImapSource(full.mailbox()), ImapSource(other.mailbox())]
        report = intake_once(context(tmp_path, *boxes, now=Clock(), batch=5))
        assert (report.counts.processed, report.more) == (6, True)
        assert other.filed[DONE] == [ONE]


def test_how_a_mailbox_is_doing_is_kept(kit: Context) -> None:
    clock = kit.now
    assert isinstance(clock, Clock)
    with serving(ONE) as server:
        source = ImapSource(server.mailbox())
        poll(kit, source)
        first = clock.moment
        clock.forward(3600)
        poll(kit, source)
        found = state(kit, source)
        assert (found.last_good_at, found.last_new_at, found.silent_since) == (clock.moment, first, first)
        server.faults = [on("UID SEARCH", cut)]
        for at in (1, 2):
            with pytest.raises(MailboxError) as failed:
                poll(kit, source)
            assert state(kit, source).failures == at
        assert state(kit, source).last_error == str(failed.value)
        assert [each.account for each in mailbox_states.states(kit.store)] == [source.account]
        server.faults = []
        poll(kit, source)
        assert (state(kit, source).failures, state(kit, source).last_error) == (0, str(failed.value))


def test_a_watched_folder_has_a_state_too(tmp_path: Path) -> None:
    inbox = watched(tmp_path / "inbox")
    kit = context(tmp_path, inbox, now=Clock())
    intake_once(kit)
    found = mailbox_states.state(kit.store, inbox.account, "")
    assert found is not None
    assert (found.failures, found.auth_failed, found.silent_since) == (0, False, kit.now())
