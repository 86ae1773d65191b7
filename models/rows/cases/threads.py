"""Which cases a mail belongs to by its thread, in the transaction that commits what became of it.

Headers are what anybody writes into them: a mail joins a case by them, and never decides anything.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from models.belonging import Clue
from models.case import CaseState, Role
from models.dialect import chunks, insert_missing
from models.message import Envelope
from models.rows.cases.thread_tables import ThreadReferenceRow
from models.rows.post import outbox
from models.tables import CaseMessageRow, CaseRow, EnvelopeRow, PartRow

TOKEN = re.compile(r"\[CC-(\d{1,9})\]")
"""A case's number in a subject, as our own mails write it."""
AHEAD = dt.timedelta(hours=1)
"""So far may the clock of whoever sent a mail be ahead; later dates are not believed."""
MOST_REFERENCES = 100
MOST_SIBLINGS = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """A case that a mail belongs to, what told so, and the text that says it."""

    number: int
    clue: Clue
    evidence: str


def keep(session: Session, raw_sha256: str, envelope: Envelope) -> None:
    """Note which mails a mail answers or names."""
    rows = [
        {"raw_sha256": raw_sha256, "message_id": each, "direct": each == envelope.in_reply_to}
        for each in named(envelope)
    ]
    insert_missing(session, ThreadReferenceRow, rows)


def named(envelope: Envelope) -> tuple[str, ...]:
    """Return the mails that a mail answers or names, the nearest first."""
    nearest = [envelope.in_reply_to] if envelope.in_reply_to else []
    newest = list(reversed(envelope.references[-MOST_REFERENCES:]))
    return tuple(each for each in dict.fromkeys([*nearest, *newest]) if each != envelope.message_id)


def hits(session: Session, raw_sha256: str, envelope: Envelope) -> tuple[Hit, ...]:
    """Return the cases that a mail belongs to, by the weightiest clue that any of them has."""
    for found in _by_weight(session, raw_sha256, envelope):
        once = {each.number: each for each in reversed(found)}
        if once:
            return tuple(once[number] for number in sorted(once))
    return ()


def _by_weight(session: Session, raw_sha256: str, envelope: Envelope) -> Iterator[list[Hit]]:
    for ours in outbox.answered(session, named(envelope)):
        yield [Hit(number, Clue.ANSWERS_US, ours.subject or ours.message_id) for number in ours.cases]
    known = _known(session, named(envelope), raw_sha256)
    for each in named(envelope):
        clue = Clue.REPLY if each == envelope.in_reply_to else Clue.REFERENCE
        yield _of_messages(session, known.get(each, ()), clue, each)
    yield _of_token(session, envelope.subject)
    if envelope.message_id:
        answering = _referring(session, [envelope.message_id], raw_sha256)
        yield _of_messages(session, answering, Clue.REFERENCE, envelope.message_id)
    siblings = _referring(session, named(envelope), raw_sha256)
    yield _of_messages(session, siblings, Clue.SAME_THREAD, next(iter(named(envelope)), ""))


def _known(session: Session, ids: Sequence[str], but: str) -> dict[str, list[str]]:
    """Return the messages with these Message-IDs, which anybody may give to several."""
    rows = session.exec(
        select(EnvelopeRow.message_id, EnvelopeRow.raw_sha256)
        .where(col(EnvelopeRow.message_id).in_(ids), EnvelopeRow.raw_sha256 != but)
        .limit(MOST_SIBLINGS)
    ).all()
    found: dict[str, list[str]] = {}
    for message_id, raw_sha256 in rows:
        found.setdefault(message_id or "", []).append(raw_sha256)
    return found


def twins(session: Session, raw_sha256: str, envelope: Envelope) -> list[tuple[str, bool]]:
    """Return the messages with the same Message-ID, and whether they hold the same documents.

    A mail that took two ways here differs in what servers wrote on it; one with other documents was changed.
    """
    if not envelope.message_id:
        return []
    own = _documents(session, raw_sha256)
    others = _known(session, [envelope.message_id], raw_sha256).get(envelope.message_id, [])
    return [(each, _documents(session, each) == own) for each in sorted(others)]


def _documents(session: Session, raw_sha256: str) -> set[str]:
    return set(session.exec(select(PartRow.doc_sha256).where(PartRow.raw_sha256 == raw_sha256)))


def cases_of(session: Session, raw_sha256: str) -> list[int]:
    """Return the cases that a message belongs to."""
    return [each.number for each in _of_messages(session, [raw_sha256], Clue.SAME_FILE, "")]


def _referring(session: Session, ids: Sequence[str], but: str) -> list[str]:
    """Return the messages that name one of these mails."""
    if not ids:
        return []
    rows = session.exec(
        select(ThreadReferenceRow.raw_sha256)
        .where(col(ThreadReferenceRow.message_id).in_(ids), ThreadReferenceRow.raw_sha256 != but)
        .distinct()
        .order_by(col(ThreadReferenceRow.raw_sha256))
        .limit(MOST_SIBLINGS)
    )
    return list(rows)


def _of_messages(session: Session, hashes: Iterable[str], clue: Clue, evidence: str) -> list[Hit]:
    """Return the cases of these messages, but not what only stood for a mail that found its case since."""
    found: set[int] = set()
    for chunk in chunks(sorted(set(hashes))):
        rows = session.exec(
            select(CaseRow)
            .join(CaseMessageRow, col(CaseMessageRow.case_number) == col(CaseRow.number))
            .where(col(CaseMessageRow.raw_sha256).in_(chunk))
        )
        found |= {
            row.number
            for row in rows
            if not (row.kind == "message" and row.state == CaseState.SUPERSEDED.value)
        }
    return [Hit(number, clue, evidence) for number in sorted(found)]


def _of_token(session: Session, subject: str) -> list[Hit]:
    found = {int(match[1]): match[0] for match in TOKEN.finditer(subject)}
    numbers = [each for each in found if each < 2**31]
    known = session.exec(select(CaseRow.number).where(col(CaseRow.number).in_(numbers))).all()
    return [Hit(number, Clue.CASE_NUMBER, found[number]) for number in sorted(known)]


def messages_of_thread(session: Session, raw_sha256: str, envelope: Envelope) -> list[str]:
    """Return the messages that a mail names, that name it, or that name what it names."""
    ids = named(envelope)
    own = [envelope.message_id] if envelope.message_id else []
    query = select(EnvelopeRow.raw_sha256).where(col(EnvelopeRow.message_id).in_(ids)).limit(MOST_SIBLINGS)
    found = [*session.exec(query), *_referring(session, [*own, *ids], raw_sha256)]
    return sorted({each for each in found if each != raw_sha256})[:MOST_SIBLINGS]


def sent_at(first_seen_at: dt.datetime, envelope: Envelope | None) -> dt.datetime:
    """Return when a message was sent; what a mail says of it is believed as far as it can be true."""
    sent = in_utc(envelope.date) if envelope is not None else None
    return first_seen_at if sent is None else min(sent, first_seen_at + AHEAD)


def in_utc(moment: dt.datetime | None) -> dt.datetime | None:
    """Return a moment of a mail in UTC; None where it is none."""
    if moment is None:
        return None
    # A date header without a zone ("-0000") is in UTC: RFC 5322, section 3.3.
    aware = moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment
    try:
        return aware.astimezone(dt.UTC)
    except OverflowError:  # a forged date at the edge of the calendar
        return None


def orphans(session: Session, raw_sha256: str, envelope: Envelope) -> list[tuple[str, Hit]]:
    """Return the mails of the thread that are a case only of themselves, and what ties them to this one."""
    ids = named(envelope)
    own = [envelope.message_id] if envelope.message_id else []
    answered = session.exec(
        select(EnvelopeRow.raw_sha256)
        .where(col(EnvelopeRow.message_id).in_(ids), EnvelopeRow.raw_sha256 != raw_sha256)
        .limit(MOST_SIBLINGS)
    ).all()
    ties = [
        *((each, Clue.REFERENCE, own[0]) for each in _referring(session, own, raw_sha256)),
        *((each, Clue.REFERENCE, ids[0]) for each in answered),
        *((each, Clue.SAME_THREAD, ids[0]) for each in _referring(session, ids, raw_sha256)),
    ]
    found: dict[str, tuple[Clue, str]] = {}
    for sha256, clue, evidence in ties:
        found.setdefault(sha256, (clue, evidence))
    alone = session.exec(
        select(CaseRow).where(
            CaseRow.kind == "message",
            CaseRow.state != CaseState.SUPERSEDED.value,
            col(CaseRow.raw_sha256).in_(list(found)[:MOST_SIBLINGS]),
        )
    )
    return [(row.raw_sha256, Hit(row.number, *found[row.raw_sha256])) for row in alone]


def later_role(session: Session, raw_sha256: str) -> Role:
    """Return how a mail without an order belongs to its case: by what is attached to it, or as a reply."""
    return Role.ATTACHMENT if attached(session, raw_sha256) else Role.REPLY


def attached(session: Session, raw_sha256: str) -> list[int]:
    """Return the ordinals of a mail's documents, its own text and what was ignored left out."""
    rows = session.exec(
        select(PartRow.ordinal).where(
            PartRow.raw_sha256 == raw_sha256,
            col(PartRow.ignored).is_(None),
            col(PartRow.shown_name).is_distinct_from("body"),
        )
    )
    return sorted(rows)
