"""The audit trail: what was done, each row chained to the one before it by its hash.

Rows are only ever added; triggers of the database refuse anything else. Whoever can write the file
can still rebuild the whole chain, so the head is worth keeping elsewhere.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session, col, select

from models.counters import next_number
from models.store import Store, reading
from models.tables import AuditRow

START = "0" * 64
"""What the first row is chained to."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing that was done: by whom, to what, with details that hold no mail content."""

    actor: str
    action: str
    about: str
    detail: Mapping[str, object]


def append(session: Session, entry: AuditEntry, now: dt.datetime) -> None:
    """Add `entry` to the trail, in the transaction of what it tells of."""
    number = next_number(session, "audit")
    last = session.get(AuditRow, number - 1)
    row = AuditRow(
        seq=number,
        prev_hash=last.hash if last else START,
        hash="",
        at_utc=now.astimezone(dt.UTC),
        actor=entry.actor,
        action=entry.action,
        about=entry.about,
        detail=json.dumps(dict(entry.detail), sort_keys=True),
    )
    row.hash = _hash(row)
    session.add(row)


def first_broken(store: Store) -> int | None:
    """Return the number of the first row that does not fit into the chain; None if all do."""
    previous, expected = START, 1
    with reading(store) as session:
        for row in session.exec(select(AuditRow).order_by(col(AuditRow.seq))):
            if (row.seq, row.prev_hash, row.hash) != (expected, previous, _hash(row)):
                return expected
            previous, expected = row.hash, expected + 1
    return None


def head(store: Store) -> tuple[int, str]:
    """Return the number and the hash of the last row."""
    with reading(store) as session:
        last = session.exec(select(AuditRow).order_by(col(AuditRow.seq).desc()).limit(1)).first()
        return (last.seq, last.hash) if last else (0, START)


def _hash(row: AuditRow) -> str:
    moment = row.at_utc.isoformat(timespec="microseconds")
    content = [row.seq, row.prev_hash, moment, row.actor, row.action, row.about, row.detail]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()
