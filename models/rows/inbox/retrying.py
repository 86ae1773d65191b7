"""Messages that were put aside, and documents that could not be read, given back to be worked on anew."""

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, select, update

from models import audit, counters
from models.audit import AuditEntry
from models.case import CaseState
from models.comparison import Verdict
from models.dialect import chunks
from models.kill_point import kill_point
from models.receipt import MessageKind, MessageState, Quarantine
from models.store import Store, reading, writing
from models.tables import CaseRow, ExtractionRow, MessageRow, SightingRow

SHORTEST = 6
"""Characters of a SHA-256 that name a message; fewer could mean another one tomorrow."""
ASIDE = "~"
"""Parts a version from a count: `0.1.0~1` is the first reading by 0.1.0 that was set aside."""
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
                _free(session, row, "message_put_back", {"reason": row.reason_code}, now)
            done += [each.raw_sha256 for each in rows]
            kill_point("put_back_written")
        kill_point("put_back")
    return tuple(done)


def read_again(store: Store, number: int, now: dt.datetime) -> bool:
    """Let the document of a case that could not be read be read anew; return whether it can be.

    The message that brought it is worked on by the next look. The reading that failed is kept under a
    version of its own, so that the new one counts; the case shows it until then. A worker that has the
    message at this moment loses it: it may have passed the document already.
    """
    kill_point("read_again_begins")
    with writing(store) as session:
        found = session.get(CaseRow, number)
        # Locked in the order in which a message is committed.
        message = session.get(MessageRow, found.raw_sha256, with_for_update=True) if found else None
        if message is None or message.kind != MessageKind.FULL.value:
            return False
        counters.lock(session, "case")
        row = session.get_one(CaseRow, number, populate_existing=True)
        if row.verdict != Verdict.UNREADABLE.value or row.state == CaseState.SUPERSEDED.value:
            return False
        if not is_set_aside(row.extractor_version):
            _set_aside(session, row)
        detail = {"case": number, "reading": row.extractor_version}
        _free(session, message, "message_read_again", detail, now)
        kill_point("read_again_written")
    kill_point("read_again")
    return True


def is_set_aside(extractor_version: str) -> bool:
    """Tell whether a case waits for its document to be read anew, by the version that its row bears."""
    return ASIDE in extractor_version


def _set_aside(session: Session, case: CaseRow) -> None:
    """Keep the reading of a case's document, and leave its place to a new one."""
    versions = session.exec(
        select(ExtractionRow.extractor_version).where(
            ExtractionRow.doc_sha256 == case.doc_sha256, ExtractionRow.read_as == case.read_as
        )
    ).all()
    name = f"{case.extractor_version}{ASIDE}{sum(map(is_set_aside, versions)) + 1}"
    for table in (ExtractionRow, CaseRow):
        session.connection().execute(
            update(table)
            .where(col(table.doc_sha256) == case.doc_sha256, col(table.read_as) == case.read_as)
            .where(col(table.extractor_version) == case.extractor_version)
            .values(extractor_version=name)
        )
    session.expire(case)


def _free(
    session: Session, row: MessageRow, action: str, detail: Mapping[str, object], now: dt.datetime
) -> None:
    """Let a message be claimed, and what becomes of it be shown in the mailbox, where it is still there."""
    told = {**detail, "attempts": row.attempts}
    audit.append(session, AuditEntry("desk", action, row.raw_sha256, told), now)
    row.state, row.attempts = MessageState.STORED.value, 0
    row.reason_code = row.reason_detail = row.outcome_code = row.settled_at = None
    row.lease_by = row.lease_until = None
    session.add(row)
    session.connection().execute(
        update(SightingRow)
        .where(col(SightingRow.raw_sha256) == row.raw_sha256, col(SightingRow.acked_as).in_(_AWAY))
        .values(acked_at=None, acked_as=None)
    )
