"""Messages that were put aside, given back to be worked on anew."""

import datetime as dt
from collections.abc import Sequence

from sqlmodel import col, select, update

from models import audit
from models.audit import AuditEntry
from models.dialect import chunks
from models.kill_point import kill_point
from models.receipt import MessageKind, MessageState, Quarantine
from models.store import Store, reading, writing
from models.tables import MessageRow, SightingRow

SHORTEST = 6
"""Characters of a SHA-256 that name a message; fewer could mean another one tomorrow."""
_AWAY = ("moved", "gone")
"""Sightings that are shown anew. A mail that its server shows although it moved it (`left`), one whose UID
stands for another mail now (`doubted`) and one of an older mailbox (`superseded`) stay as they are."""


def aside(store: Store, reason: Quarantine | None = None) -> tuple[str, ...]:
    """Return the messages that are put aside (for `reason`), oldest first."""
    wanted = select(MessageRow.raw_sha256).where(MessageRow.state == MessageState.QUARANTINED.value)
    if reason is not None:
        wanted = wanted.where(MessageRow.reason_code == reason.value)
    with reading(store) as session:
        return tuple(session.exec(wanted.order_by(col(MessageRow.first_seen_at), col(MessageRow.raw_sha256))))


def named(store: Store, beginnings: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the messages whose SHA-256 begins so, by beginning; none where it is too short to name one."""
    found: dict[str, tuple[str, ...]] = {}
    with reading(store) as session:
        for each in beginnings:
            key = col(MessageRow.raw_sha256)
            rows = session.exec(select(key).where(key.startswith(each.lower(), autoescape=True)).limit(2))
            found[each] = tuple(rows) if len(each) >= SHORTEST else ()
    return found


def put_back(store: Store, hashes: Sequence[str], now: dt.datetime) -> tuple[str, ...]:
    """Let messages that are put aside be worked on anew, and return which they were.

    What became of each before stays in the audit trail. A message that is not put aside (any more) is
    left alone, and so is one of which only the headers are kept: there is nothing to work on.
    """
    done: list[str] = []
    for chunk in chunks(hashes):
        kill_point("put_back_begins")
        with writing(store) as session:
            rows = session.exec(
                select(MessageRow)
                .where(col(MessageRow.raw_sha256).in_(chunk))
                .where(MessageRow.state == MessageState.QUARANTINED.value)
                .where(MessageRow.kind == MessageKind.FULL.value)
                .order_by(col(MessageRow.raw_sha256))
                .with_for_update()
            ).all()
            for row in rows:
                detail = {"reason": row.reason_code, "attempts": row.attempts}
                audit.append(session, AuditEntry("desk", "message_put_back", row.raw_sha256, detail), now)
                row.state, row.attempts = MessageState.STORED.value, 0
                row.reason_code = row.reason_detail = row.settled_at = None
                row.lease_by = row.lease_until = None
                session.add(row)
            freed = [each.raw_sha256 for each in rows]
            # What becomes of them now is to be shown in the mailbox, where they are still there.
            session.connection().execute(
                update(SightingRow)
                .where(col(SightingRow.raw_sha256).in_(freed), col(SightingRow.acked_as).in_(_AWAY))
                .values(acked_at=None, acked_as=None)
            )
        kill_point("put_back")
        done += freed
    return tuple(done)
