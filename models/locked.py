"""Documents that wait for their password, and mails that may hold it: who knows of whom.

Both sides are looked for, whichever comes in first; and once more in the transaction that commits a
message, so that two that are worked on at the same time do not miss each other.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, false, func, or_
from sqlmodel import Session, col, select

from models.case import CaseState, Role
from models.errors import ErrorCode
from models.message import Envelope
from models.receipt import Claim, DocumentKey, MessageKind, MessageState, Result
from models.rows.cases import threads
from models.store import Store, reading
from models.tables import CaseMessageRow, CaseRow, DocumentRow, EnvelopeRow, MessageRow, PartRow

DAYS = dt.timedelta(days=3)
"""So long before or after a file may the same sender name its password in a mail of its own."""
MOST = 20
REASON = f"unreadable:{ErrorCode.ENCRYPTED.value}"


class MoreToTryError(Exception):
    """While a message was worked on, another came in that has its password, or needs it."""


@dataclass(frozen=True, slots=True)
class Locked:
    """A case whose document has a password."""

    number: int
    document: DocumentKey
    format: str
    name: str | None


def waiting(store: Store, claim: Claim, envelope: Envelope, documents: Sequence[str]) -> tuple[Locked, ...]:
    """Return the cases that a password in this mail may be for.

    They are of its thread, came from its sender lately, or are of one of its own `documents` (SHA-256).
    """
    with reading(store) as session:
        return tuple(_locked(session, row) for row in _waiting(session, claim, envelope, documents))


def naming(store: Store, claim: Claim, envelope: Envelope) -> tuple[str, ...]:
    """Return the mails that may hold the password of a file in this one."""
    with reading(store) as session:
        return tuple(_naming(session, claim, envelope))


def check(session: Session, claim: Claim, result: Result) -> None:
    """Make sure that nothing came in meanwhile that this result should have been tried with.

    Raises:
        MoreToTryError: Something did.
    """
    if result.envelope is None:
        return
    found: set[str] = set()
    if result.password:
        documents = [each.document.sha256 for each in result.parts]
        found |= {str(row.number) for row in _waiting(session, claim, result.envelope, documents)}
    if any(REASON in each.reasons for each in result.cases):
        found |= set(_naming(session, claim, result.envelope))
    if not found <= set(result.tried):
        raise MoreToTryError


def _waiting(
    session: Session, claim: Claim, envelope: Envelope, documents: Sequence[str]
) -> Sequence[CaseRow]:
    hits = [each.number for each in threads.hits(session, claim.raw_sha256, envelope)]
    return session.exec(
        select(CaseRow)
        .join(EnvelopeRow, col(EnvelopeRow.raw_sha256) == col(CaseRow.raw_sha256))
        .where(
            CaseRow.state == CaseState.OPEN.value,
            CaseRow.kind == "document",
            CaseRow.raw_sha256 != claim.raw_sha256,
            col(CaseRow.reasons_json).contains(f'"{REASON}"'),
            or_(
                col(CaseRow.number).in_(hits),
                col(CaseRow.doc_sha256).in_(documents),
                _from_sender(claim, envelope),
            ),
        )
        .order_by(col(CaseRow.number).desc())
        .limit(MOST)
    ).all()


def _naming(session: Session, claim: Claim, envelope: Envelope) -> Sequence[str]:
    thread = threads.messages_of_thread(session, claim.raw_sha256, envelope)
    return session.exec(
        select(MessageRow.raw_sha256)
        .join(EnvelopeRow, col(EnvelopeRow.raw_sha256) == col(MessageRow.raw_sha256))
        .where(
            MessageRow.state == MessageState.PROCESSED.value,
            MessageRow.kind == MessageKind.FULL.value,
            MessageRow.raw_sha256 != claim.raw_sha256,
            or_(col(MessageRow.raw_sha256).in_(thread), _from_sender(claim, envelope)),
        )
        .order_by(col(MessageRow.first_seen_at).desc(), col(MessageRow.raw_sha256))
        .limit(MOST)
    ).all()


def _from_sender(claim: Claim, envelope: Envelope) -> ColumnElement[bool]:
    """Return the condition that a mail is from the same sender, within three days."""
    address = envelope.sender.address.lower() if envelope.sender is not None else ""
    if not address:
        return false()
    sent = threads.sent_at(claim.first_seen_at, envelope)
    return and_(
        func.lower(col(EnvelopeRow.sender_address)) == address,
        col(EnvelopeRow.sent_at).between(sent - DAYS, sent + DAYS),
    )


def _locked(session: Session, row: CaseRow) -> Locked:
    first = session.exec(
        select(PartRow)
        .join(
            CaseMessageRow,
            (col(CaseMessageRow.raw_sha256) == col(PartRow.raw_sha256))
            & (col(CaseMessageRow.ordinal) == col(PartRow.ordinal)),
        )
        .where(CaseMessageRow.case_number == row.number, CaseMessageRow.role == Role.FIRST.value)
    ).one()
    kept = session.get_one(DocumentRow, row.doc_sha256)
    document = DocumentKey(kept.doc_sha256, row.read_as or "")
    return Locked(row.number, document, kept.magic_type, first.shown_name)
