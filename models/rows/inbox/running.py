"""What the program notes of its own health: what is wrong since when, who was told, how far checks came."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select

from models.answering import Posting
from models.dialect import insert_missing
from models.receipt import MessageState
from models.rows.inbox.running_tables import AlertRow, NoteRow
from models.rows.post.outbox import enqueue
from models.store import Store, reading, writing
from models.tables import MessageRow


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is wrong since `since`; `told_at` is when a person was last told of it."""

    kind: str
    about: str
    since: dt.datetime
    told_at: dt.datetime | None = None


def troubles(store: Store) -> tuple[Trouble, ...]:
    """Return everything that is wrong now, the oldest first."""
    with reading(store) as session:
        rows = session.exec(
            select(AlertRow).where(col(AlertRow.ended_at).is_(None)).order_by(col(AlertRow.since))
        )
        return tuple(Trouble(each.kind, each.about, each.since, each.told_at) for each in rows)


def begin(
    store: Store, kind: str, about: str, now: dt.datetime, *, again: dt.timedelta, posting: Posting | None
) -> bool:
    """Note that something is wrong; return whether a person is told of it now.

    That is so when it began, and whenever the last word on it is older than `again`. `posting` is
    the mail that tells it, asked for in the same transaction.
    """
    with writing(store) as session:
        row = _row(session, kind, about, now)
        if row.ended_at is not None:
            row.since, row.told_at, row.ended_at = now, None, None
        due = row.told_at is None or now - row.told_at >= again
        if due:
            row.told_at, row.times = now, row.times + 1
            if posting is not None:
                enqueue(session, posting, now)
        session.add(row)
        return due


def end(store: Store, kind: str, about: str, now: dt.datetime, posting: Posting | None) -> bool:
    """Note that something is not wrong any more; return whether it was until now."""
    with writing(store) as session:
        row = session.get(AlertRow, (kind, about), with_for_update=True)
        if row is None or row.ended_at is not None:
            return False
        row.ended_at = now
        session.add(row)
        if posting is not None:
            enqueue(session, posting, now)
        return True


def quarantined_since(store: Store, moment: dt.datetime) -> int:
    """Return how many messages were put aside since that time."""
    with reading(store) as session:
        return session.exec(
            select(func.count())
            .select_from(MessageRow)
            .where(MessageRow.state == MessageState.QUARANTINED.value, col(MessageRow.settled_at) >= moment)
        ).one()


def note(store: Store, name: str, words: str, now: dt.datetime) -> None:
    """Keep a word on something that goes on."""
    with writing(store) as session:
        row = session.get(NoteRow, name) or NoteRow(name=name, text=words, noted_at=now)
        row.text, row.noted_at = words, now
        session.add(row)


def noted(store: Store, name: str) -> tuple[str, dt.datetime] | None:
    """Return the last word on something, and when it was noted."""
    with reading(store) as session:
        row = session.get(NoteRow, name)
        return None if row is None else (row.text, row.noted_at)


def notes(store: Store, beginning: str) -> Mapping[str, tuple[str, dt.datetime]]:
    """Return the last words on everything whose name begins so, by their names."""
    with reading(store) as session:
        rows = session.exec(select(NoteRow).where(col(NoteRow.name).startswith(beginning, autoescape=True)))
        return {each.name: (each.text, each.noted_at) for each in rows}


def forget(store: Store, name: str) -> None:
    """Drop the word on something that does not go on any more."""
    with writing(store) as session:
        row = session.get(NoteRow, name)
        if row is not None:
            session.delete(row)


def _row(session: Session, kind: str, about: str, now: dt.datetime) -> AlertRow:
    insert_missing(session, AlertRow, [{"kind": kind, "about": about, "since": now, "times": 0}])
    return session.get_one(AlertRow, (kind, about), with_for_update=True)
