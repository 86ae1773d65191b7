"""What a sender is told when a message is put aside, and again when it was worked on anew."""

from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from intake_builders import mail, mended, read_part
from outbox_kit import all_mails, clock, drop, kit, open_mail
from servers_smtp import Post
from test_flows_senders import SAP, with_export

from flows.context import Context
from flows.intake import intake_once
from flows.mailboxes.polling import poll
from flows.messages import handling, heads
from flows.messages.handling import ATTEMPTS, HEADS
from models import archive
from models.answering import MailState, Why
from models.configuration import Senders, UnknownSenders
from models.message import Opened, Part
from models.reading import Extraction
from models.receipt import Ledger, MessageState, Quarantine
from models.rows.inbox import messages, retrying, work
from models.rows.post import outbox_desk
from models.store import writing
from models.tables import MessageRow
from review.words import word

BROKEN = mail("FW: order 1", "BUG 1")


@pytest.fixture
def context(tmp_path: Path, post: Post) -> Context:
    return kit(tmp_path, post)


def look(context: Context, times: int = ATTEMPTS + 1) -> None:
    for _ in range(times):
        intake_once(context)
        clock(context).forward(1)


def text(message: EmailMessage) -> str:
    return str(message.get_body(("plain",)).get_content())  # type: ignore[union-attr]


def test_who_sent_a_mail_that_the_program_fails_on_is_told(context: Context, post: Post) -> None:
    drop(context, "broken.eml", BROKEN)
    look(context)
    (answer,) = post.mails
    assert answer["To"] == "wang.li@works.example"
    assert answer["Subject"] == "Re: FW: order 1"
    assert word("en", "quarantine", "poison") in text(answer)
    assert word("en", "quarantine_remedy", "poison") in text(answer)
    (line,) = messages.listed(context.store, MessageState.QUARANTINED)
    assert (line.subject, line.why) == ("FW: order 1", "poison")


def test_a_chinese_mail_that_is_put_aside_is_answered_in_chinese(context: Context, post: Post) -> None:
    drop(context, "broken.eml", mail("转发：采购订单", "BUG 1"))
    look(context)
    (answer,) = post.mails
    assert word("zh", "quarantine_remedy", "poison") in text(answer)


def test_who_sent_a_mail_that_the_disk_damaged_is_told(context: Context, post: Post) -> None:
    drop(context, "order.eml", mail("FW: order 2", "ORDER 2"))
    poll(context, context.sources[0])
    (waiting,) = messages.listed(context.store)
    kept = archive.path(context.archive, waiting.raw_sha256)
    kept.chmod(0o600)
    kept.write_bytes(kept.read_bytes()[:-40])
    intake_once(context)
    (answer,) = post.mails
    assert word("en", "quarantine_remedy", "blob_corrupt") in text(answer)


def test_a_mail_that_is_lost_is_put_aside_without_a_word(context: Context, post: Post) -> None:
    drop(context, "order.eml", mail("FW: order 2", "ORDER 2"))
    poll(context, context.sources[0])
    (waiting,) = messages.listed(context.store)
    archive.path(context.archive, waiting.raw_sha256).unlink()
    intake_once(context)
    assert messages.ledger(context.store).quarantined == 1
    assert post.mails == []


@pytest.mark.parametrize(
    "head",
    ["Auto-Submitted: auto-replied\r\n", "List-Id: <all.works.example>\r\n", "Precedence: bulk\r\n"],
)
def test_nobody_answers_what_a_program_sent_though_it_breaks_ours(
    context: Context, post: Post, head: str
) -> None:
    drop(context, "broken.eml", head.encode() + BROKEN)
    look(context)
    assert post.mails == []
    assert messages.ledger(context.store).quarantined == 1


def test_a_stranger_is_told_nothing_though_the_mail_breaks_the_program(context: Context, post: Post) -> None:
    strict = Senders(allowed=("house.example",), unknown=UnknownSenders.QUARANTINE)
    wide = replace(context, senders=strict)
    drop(context, "broken.eml", BROKEN)
    for _ in range(ATTEMPTS):
        # Broken before anything is known of its sender.
        intake_once(replace(wide, core=replace(wide.core, open_file=breaks)))
    intake_once(wide)
    assert messages.ledger(context.store).quarantined == 1
    assert all_mails(context) == ()
    assert post.mails == []


def breaks(_data: bytes, _name: str | None) -> Opened:
    raise ZeroDivisionError


def test_headers_that_break_the_program_are_left_alone(context: Context, post: Post) -> None:
    drop(context, "broken.eml", BROKEN)
    look(replace(context, core=replace(context.core, open_file=breaks)))
    assert messages.ledger(context.store) == Ledger(seen=1, processed=0, quarantined=1, waiting=0)
    assert post.mails == []


def test_headers_that_kill_the_program_are_looked_at_twice(context: Context, post: Post) -> None:
    """As after a SIGKILL: the attempt is counted, and nobody gives the message back."""
    drop(context, "broken.eml", BROKEN)
    poll(context, context.sources[0])
    looked: list[int] = []

    def dies(_data: bytes, _name: str | None) -> Opened:
        raise SystemExit

    for attempt in range(1, ATTEMPTS + HEADS + 2):
        clock(context).forward(200)
        claim = work.claim(context.store, context.owner, context.now())
        assert claim is not None
        assert claim.attempts == attempt
        try:
            handling.handle(replace(context, core=replace(context.core, open_file=dies)), claim)
        except SystemExit:
            looked.append(attempt)
            # What a process that was ended leaves behind: the claim, until it runs out.
            with writing(context.store) as session:
                row = session.get_one(MessageRow, claim.raw_sha256)
                row.attempts, row.lease_until = attempt, claim.until
    assert looked == list(range(1, ATTEMPTS + HEADS + 1))
    assert messages.ledger(context.store) == Ledger(seen=1, processed=0, quarantined=1, waiting=0)
    assert post.mails == []


def test_only_the_beginning_of_a_mail_is_looked_at(context: Context) -> None:
    seen: list[int] = []

    def measured(data: bytes, name: str | None) -> Opened:
        seen.append(len(data))
        if len(data) > heads.MOST:
            raise ZeroDivisionError
        return open_mail(data, name)

    head, _, body = BROKEN.partition(b"\r\n\r\n")
    drop(context, "broken.eml", head + b"\r\nX-Long: a" + b"\r\n b" * 40_000 + b"\r\n\r\n" + body)
    look(replace(context, core=replace(context.core, open_file=measured)))
    assert len(seen) == ATTEMPTS + 1
    assert seen[-1] <= heads.MOST
    (line,) = messages.listed(context.store, MessageState.QUARANTINED)
    assert line.subject == "FW: order 1"


def test_an_export_that_is_not_understood_is_answered_with_its_columns(tmp_path: Path, post: Post) -> None:
    proven = b"Authentication-Results: mx.works.example; dmarc=pass header.from=works.example\r\n"
    context = kit(tmp_path, post, senders=SAP)
    drop(context, "export.eml", proven + with_export(b"Quotation,Colour\n20017734,red\n"))
    intake_once(context)
    (answer,) = post.mails
    assert answer["To"] == "sap@works.example"
    said = text(answer)
    for each in (
        "Quotation | Colour",
        "Needed are columns for",
        word("en", "quarantine_remedy", "not_understood"),
    ):
        assert each in said, each


def test_after_another_try_the_sender_is_answered_once_more(context: Context, post: Post) -> None:
    drop(context, "broken.eml", BROKEN)
    look(context)
    hashes = retrying.aside(context.store)
    assert retrying.put_back(context.store, hashes, context.now()) == hashes
    look(replace(context, core=replace(context.core, read_part=mended)), 3)
    first, second = post.mails
    assert first["Message-ID"] != second["Message-ID"]
    assert second["In-Reply-To"] == first["In-Reply-To"]
    assert second["Subject"].endswith("[CC-1]")
    assert "received as case 1" in text(second)
    assert [each.cases for each in all_mails(context)] == [(1,), ()]


def test_an_answer_that_nobody_sent_yet_says_what_is_true_when_it_goes(context: Context, post: Post) -> None:
    post.answers.append("451 4.3.0 not now")
    drop(context, "broken.eml", BROKEN)
    look(context)
    (waiting,) = all_mails(context)
    assert waiting.state is MailState.WAITING
    retrying.put_back(context.store, retrying.aside(context.store), context.now())
    look(replace(context, core=replace(context.core, read_part=mended)), 1)
    assert [each.cases for each in all_mails(context)] == [(1,)]
    assert post.mails == []
    clock(context).forward(7200)
    intake_once(context)
    assert ["received as case 1" in text(each) for each in post.mails] == [True]


def test_an_answer_that_a_person_threw_away_does_not_stand_in_for_the_next(
    context: Context, post: Post
) -> None:
    outside = replace(context, answers=replace(context.answers, domains=()))
    drop(context, "broken.eml", BROKEN)
    look(outside)
    (held,) = all_mails(context)
    assert (held.state, held.why) == (MailState.HELD, Why.OUTSIDE)
    assert outbox_desk.discard(context.store, held.key, context.now())
    retrying.put_back(context.store, retrying.aside(context.store, Quarantine.POISON), context.now())
    look(replace(context, core=replace(context.core, read_part=mended)), 1)
    assert len(post.mails) == 1


def reads_nothing(part: Part, source: str) -> tuple[Extraction, ...]:
    return read_part(Part(part.content.replace(b"ORDER", b"ENCRYPTED"), part.format, 1, part.name), source)


def test_who_sent_an_unreadable_document_is_told_when_it_could_be_read(context: Context, post: Post) -> None:
    drop(context, "order.eml", mail("FW: order 3", "ORDER 3"))
    look(replace(context, core=replace(context.core, read_part=reads_nothing)), 1)
    assert retrying.read_again(context.store, 1, context.now())
    look(context, 2)
    first, second = (text(each) for each in post.mails)
    assert word("en", "error", "encrypted") in first
    assert word("en", "error", "encrypted") not in second
