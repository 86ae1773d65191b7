"""What a mail asks to be written for it, in the transaction that commits what became of it."""

import datetime as dt

from sqlmodel import Session, select

from models import outbox, questions
from models.answering import MailKind, Posting
from models.case import Role
from models.message import Envelope
from models.receipt import Claim, MessageState, Result, Settled
from models.tables import CaseMessageRow


def keep(session: Session, claim: Claim, result: Result, settled: Settled, now: dt.datetime) -> None:
    """Attach an answer to its question, and ask for the mail that tells the sender what became of theirs.

    Whether that mail may go out is decided when it is sent. A mail that only says something in a thread
    is not answered: two people who talk need no third.
    """
    mail = result.envelope
    if mail is None:
        return
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
        outbox.enqueue(session, posting, now)


def thread_of(mail: Envelope) -> str:
    """Return what the thread of a mail is told by: the first mail in it, as far as the headers say."""
    return next(iter(mail.references), None) or mail.in_reply_to or mail.message_id or ""


def _brings(session: Session, claim: Claim, asked: tuple[int, ...]) -> bool:
    """Tell whether a mail brought more to its case than words."""
    roles = session.exec(select(CaseMessageRow.role).where(CaseMessageRow.raw_sha256 == claim.raw_sha256))
    return not asked and any(role != Role.REPLY.value for role in roles)
