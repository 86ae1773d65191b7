"""What a mail asks to be written for it, in the transaction that commits what became of it."""

import datetime as dt
from dataclasses import replace

from sqlmodel import Session, col, select

from models.answering import MailKind, MailState, Posting
from models.case import Role
from models.message import Envelope
from models.receipt import Claim, MessageState, Result, Settled
from models.rows.cases import questions
from models.rows.post import outbox
from models.rows.post.outbox_tables import OutboxCaseRow, OutboxRow
from models.tables import CaseMessageRow, CaseRow

UNSENT = frozenset({MailState.WAITING.value, MailState.HELD.value})
"""The states of a mail that is yet to be written out, as what it tells of stands then."""


def keep(session: Session, claim: Claim, result: Result, settled: Settled, now: dt.datetime) -> None:
    """Attach an answer to its question, and ask for the mail that tells the sender what became of theirs.

    Whether that mail may go out is decided when it is sent. A mail that only says something in a thread
    is not answered: two people who talk need no third.
    """
    mail = result.envelope
    if mail is None:
        return
    for each in result.postings:
        outbox.enqueue(session, each, now)
    asked = questions.attach(session, claim.raw_sha256, mail, result.said, now)
    if result.reply_in is None or mail.sender is None or not mail.sender.address:
        return
    cases = tuple(dict.fromkeys((*settled.opened, *settled.joined)))
    if settled.state is MessageState.QUARANTINED or settled.opened or _brings(session, claim, asked):
        posting = Posting(
            key=f"answer:{claim.raw_sha256}",
            kind=MailKind.ANSWER,
            recipient=mail.sender.address,
            lang=result.reply_in,
            raw_sha256=claim.raw_sha256,
            cases=cases,
            thread=thread_of(mail),
        )
        _enqueue(session, posting, now)


def tell_change(session: Session, case: CaseRow, now: dt.datetime) -> None:
    """Tell the sender of a case once that it came out otherwise with newer quotations.

    Only one who was answered before is told, in the same thread. What was not sent yet is written when it is.
    """
    answer = _last(session, f"answer:{case.raw_sha256}")
    if answer is None or answer.state != MailState.SENT.value or _has_unsent(session, case.number):
        return
    posting = Posting(
        key=f"change:{case.number}:{case.checked_snapshot_id}",
        kind=MailKind.CHANGE,
        recipient=answer.recipient,
        lang=answer.lang,
        raw_sha256=case.raw_sha256,
        cases=(case.number,),
        thread=answer.thread,
    )
    outbox.enqueue(session, posting, now)


def thread_of(mail: Envelope) -> str:
    """Return what the thread of a mail is told by: the first mail in it, as far as the headers say."""
    return next(iter(mail.references), None) or mail.in_reply_to or mail.message_id or ""


def _brings(session: Session, claim: Claim, asked: tuple[int, ...]) -> bool:
    """Tell whether a mail brought more to its case than words."""
    roles = session.exec(select(CaseMessageRow.role).where(CaseMessageRow.raw_sha256 == claim.raw_sha256))
    return not asked and any(role != Role.REPLY.value for role in roles)


def _enqueue(session: Session, posting: Posting, now: dt.datetime) -> None:
    """Ask for the answer to a mail that was worked on, whatever was answered when it was before.

    An earlier answer that nobody sent yet is written when it is sent, and speaks of these cases too.
    """
    last = _last(session, posting.key)
    key = posting.key
    if last is not None:
        number = int(last.dedupe_key.removeprefix(key).removeprefix(":") or 1)
        key = last.dedupe_key if last.state in UNSENT else f"{key}:{number + 1}"
    outbox.enqueue(session, replace(posting, key=key), now)


def _last(session: Session, key: str) -> OutboxRow | None:
    """Return the answer to a mail, of the last time; nobody sends it before the end of the transaction."""
    last, number = session.get(OutboxRow, key, with_for_update=True), 1
    while last is not None:
        number += 1
        further = session.get(OutboxRow, f"{key}:{number}", with_for_update=True)
        if further is None:
            break
        last = further
    return last


def _has_unsent(session: Session, number: int) -> bool:
    """Tell whether what changed about a case is to be written yet; it is not before the transaction ends."""
    query = (
        select(OutboxRow)
        .join(OutboxCaseRow, col(OutboxCaseRow.dedupe_key) == col(OutboxRow.dedupe_key))
        .where(OutboxCaseRow.case_number == number, OutboxRow.kind == MailKind.CHANGE.value)
        .where(col(OutboxRow.state).in_(UNSENT))
        .with_for_update()
    )
    return session.exec(query.limit(1)).first() is not None
