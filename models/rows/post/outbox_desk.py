"""The outbox as the desk sees it: what was sent, what waits for whom, what a person sends or throws away."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import case, func
from sqlmodel import Session, col, select, update

from models import audit
from models.answering import Mail, MailState, Posting, Why
from models.audit import AuditEntry
from models.rows.post.outbox import DAY, enqueue, mails
from models.rows.post.outbox_tables import OutboxCaseRow, OutboxRow
from models.store import Store, reading, writing

OPEN = (MailState.HELD, MailState.FAILED, MailState.WAITING)
"""What a person may still change, send or throw away."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A mail as a person leaves it; what is empty is composed when it is sent."""

    recipient: str
    subject: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Renewal:
    """What becomes of mails that are kept: `reworded` gives open ones their new words."""

    reworded: tuple[Posting, ...] = ()
    discarded: tuple[str, ...] = ()
    added: tuple[Posting, ...] = ()


def release(store: Store, key: str, wording: Wording, now: dt.datetime) -> bool:
    """Send a mail now because a person says so, as that person left it; return whether it could be."""
    changes = {
        "state": MailState.WAITING.value,
        "next_at": now,
        "released": True,
        "recipient": wording.recipient.lower(),
        "subject": wording.subject,
        "text": wording.text,
        "reason": None,
        "detail": None,
        "attempts": 0,
    }
    return _changed(store, key, changes, AuditEntry("desk", "mail_released", key, {}), now)


def discard(store: Store, key: str, now: dt.datetime) -> bool:
    """Never send a mail because a person says so; return whether it was still to be sent."""
    changes = {"state": MailState.DISCARDED.value, "reason": Why.BY_HAND.value}
    return _changed(store, key, changes, AuditEntry("desk", "mail_discarded", key, {}), now)


def take_back(store: Store, key: str, now: dt.datetime) -> bool:
    """Let a mail that a person threw away wait for a person again; return whether one did."""
    with writing(store) as session:
        done = session.connection().execute(
            update(OutboxRow)
            .where(
                col(OutboxRow.dedupe_key) == key,
                col(OutboxRow.state) == MailState.DISCARDED.value,
                col(OutboxRow.reason) == Why.BY_HAND.value,
            )
            .values(state=MailState.HELD.value, reason=None)
        )
        if done.rowcount:
            audit.append(session, AuditEntry("desk", "mail_taken_back", key, {}), now)
        return bool(done.rowcount)


def _changed(
    store: Store, key: str, changes: Mapping[str, object], entry: AuditEntry, now: dt.datetime
) -> bool:
    with writing(store) as session:
        done = session.connection().execute(
            update(OutboxRow)
            .where(col(OutboxRow.dedupe_key) == key, col(OutboxRow.state).in_([each.value for each in OPEN]))
            .values(**changes)
        )
        if done.rowcount:
            audit.append(session, entry, now)
        return bool(done.rowcount)


def add(store: Store, posting: Posting, now: dt.datetime) -> None:
    """Keep a mail that a person of the desk wants: to be sent, or to be released later."""
    with writing(store) as session:
        if enqueue(session, posting, now):
            detail = {"kind": posting.kind.value, "cases": list(posting.cases)}
            audit.append(session, AuditEntry("desk", "mail_asked_for", posting.key, detail), now)


def keyed(store: Store, prefix: str) -> tuple[Mail, ...]:
    """Return the mails whose key begins so, the oldest first."""
    with reading(store) as session:
        return keyed_within(session, prefix)


def keyed_within(session: Session, prefix: str) -> tuple[Mail, ...]:
    """Return the mails whose key begins so, the oldest first, as a transaction sees them."""
    query = (
        select(OutboxRow)
        .where(col(OutboxRow.dedupe_key).startswith(prefix, autoescape=True))
        .order_by(col(OutboxRow.created_at), col(OutboxRow.dedupe_key))
    )
    return mails(session, session.exec(query).all())


def renew(store: Store, renewal: Renewal, now: dt.datetime) -> None:
    """Bring mails up to date, in one transaction."""
    with writing(store) as session:
        renew_within(session, renewal, now)


def renew_within(session: Session, renewal: Renewal, now: dt.datetime) -> None:
    """Bring mails up to date: some more, others with new words, others thrown away.

    What is sent meanwhile, or was released by a person, is left as it is.
    """
    for each in renewal.added:
        if enqueue(session, each, now):
            detail = {"kind": each.kind.value, "cases": list(each.cases)}
            audit.append(session, AuditEntry("desk", "mail_asked_for", each.key, detail), now)
    words = [(each.key, {"subject": each.subject, "text": each.text}) for each in renewal.reworded]
    gone = {"state": MailState.DISCARDED.value, "reason": Why.SUPERSEDED.value}
    for key, changes in (*words, *((each, gone) for each in renewal.discarded)):
        done = session.connection().execute(
            update(OutboxRow)
            .where(
                col(OutboxRow.dedupe_key) == key,
                col(OutboxRow.state).in_([each.value for each in OPEN]),
                col(OutboxRow.released).is_(False),
            )
            .values(**changes)
        )
        if done.rowcount:
            audit.append(session, AuditEntry("desk", "mail_renewed", key, {}), now)


def put_away(session: Session, prefix: str, by: str, now: dt.datetime) -> None:
    """Throw away the drafts whose key begins so, in the transaction of what takes their place.

    What went out, or was released by a person, is left as it is.
    """
    drafts = select(OutboxRow).where(
        col(OutboxRow.dedupe_key).startswith(prefix, autoescape=True),
        OutboxRow.state == MailState.HELD.value,
        col(OutboxRow.released).is_(False),
    )
    for row in session.exec(drafts.with_for_update()).all():
        row.state, row.reason = MailState.DISCARDED.value, Why.SUPERSEDED.value
        session.add(row)
        audit.append(session, AuditEntry(by, "mail_discarded", row.dedupe_key, {}), now)


def found(store: Store, key: str) -> Mail | None:
    """Return the mail of an event; None if there is none."""
    with reading(store) as session:
        row = session.get(OutboxRow, key)
        return None if row is None else mails(session, [row])[0]


def listed(store: Store, states: Sequence[MailState], limit: int, offset: int = 0) -> tuple[Mail, ...]:
    """Return mails in any of these states: those first that a person has to look at, then the newest."""
    urgent = case((col(OutboxRow.state).in_([MailState.FAILED.value, MailState.HELD.value]), 0), else_=1)
    query = (
        select(OutboxRow)
        .where(col(OutboxRow.state).in_([each.value for each in states]))
        .order_by(urgent, col(OutboxRow.created_at).desc(), col(OutboxRow.dedupe_key))
    )
    with reading(store) as session:
        return mails(session, session.exec(query.limit(limit).offset(offset)).all())


def of_case(store: Store, number: int) -> tuple[Mail, ...]:
    """Return the mails that speak of a case, the oldest first."""
    query = (
        select(OutboxRow)
        .join(OutboxCaseRow, col(OutboxCaseRow.dedupe_key) == col(OutboxRow.dedupe_key))
        .where(OutboxCaseRow.case_number == number)
        .order_by(col(OutboxRow.created_at), col(OutboxRow.dedupe_key))
        .limit(200)
    )
    with reading(store) as session:
        return mails(session, session.exec(query).all())


def counted(store: Store) -> dict[MailState, int]:
    """Return how many mails are in each state."""
    with reading(store) as session:
        rows = session.exec(select(OutboxRow.state, func.count()).group_by(OutboxRow.state)).all()
    return {MailState(state): count for state, count in rows}


def late(store: Store, now: dt.datetime) -> int:
    """Return how many mails have waited for more than a day to be sent."""
    waiting = (MailState.WAITING.value, MailState.SENDING.value)
    query = select(func.count()).where(
        col(OutboxRow.state).in_(waiting), col(OutboxRow.created_at) < now - DAY
    )
    with reading(store) as session:
        return session.exec(query).one()
