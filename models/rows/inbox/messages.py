"""Messages, as people see them: the account of everything seen, lists, one with its parts."""

import json
from collections.abc import Sequence

from sqlalchemy import func
from sqlmodel import Session, col, select

from models.columns import decoded
from models.dialect import chunks
from models.reading import Extraction
from models.receipt import Ledger, MessageDetail, MessageLine, MessageState, PartLine, Quarantine
from models.store import Store, reading
from models.tables import (
    CaseMessageRow,
    DocumentRow,
    EnvelopeRow,
    ExtractionRow,
    MessageRow,
    PartRow,
    SightingRow,
)

_SIGHTINGS = (
    select(func.count())
    .select_from(SightingRow)
    .where(SightingRow.raw_sha256 == MessageRow.raw_sha256)
    .correlate(MessageRow)
    .scalar_subquery()
)
QUERY = select(MessageRow, EnvelopeRow, _SIGHTINGS).outerjoin(
    EnvelopeRow, col(EnvelopeRow.raw_sha256) == col(MessageRow.raw_sha256)
)
"""Messages with what a list shows of them, in one query however long the list is."""


def ledger(store: Store) -> Ledger:
    """Return the account of everything seen; an item the server never handed out counts as quarantined."""
    with reading(store) as session:
        rows = session.exec(select(MessageRow.state, func.count()).group_by(MessageRow.state))
        counts = {MessageState(state): count for state, count in rows}
        closed = session.exec(
            select(func.count())
            .select_from(SightingRow)
            .where(
                col(SightingRow.raw_sha256).is_(None),
                SightingRow.closed_reason == Quarantine.SERVER_PROTOCOL.value,
            )
        ).one()
    processed = counts.get(MessageState.PROCESSED, 0)
    quarantined = counts.get(MessageState.QUARANTINED, 0) + closed
    waiting = counts.get(MessageState.STORED, 0)
    return Ledger(processed + quarantined + waiting, processed, quarantined, waiting)


def listed(
    store: Store, state: MessageState | None = None, limit: int = 100, offset: int = 0
) -> tuple[MessageLine, ...]:
    """Return messages, newest first."""
    newest = QUERY.order_by(col(MessageRow.first_seen_at).desc(), col(MessageRow.raw_sha256))
    if state is not None:
        newest = newest.where(MessageRow.state == state.value)
    with reading(store) as session:
        return tuple(line(*row) for row in session.exec(newest.limit(limit).offset(offset)))


def lines(store: Store, hashes: Sequence[str]) -> tuple[MessageLine, ...]:
    """Return the messages with those SHA-256, oldest first."""
    found: list[MessageLine] = []
    with reading(store) as session:
        for chunk in chunks(hashes):
            rows = session.exec(QUERY.where(col(MessageRow.raw_sha256).in_(chunk)))
            found += [line(*row) for row in rows]
    return tuple(sorted(found, key=lambda each: (each.first_seen_at, each.raw_sha256)))


def detail(store: Store, raw_sha256: str) -> MessageDetail | None:
    """Return a message with its parts; None if there is none with that SHA-256."""
    with reading(store) as session:
        found = session.exec(QUERY.where(MessageRow.raw_sha256 == raw_sha256)).first()
        if found is None:
            return None
        parts = session.exec(
            select(PartRow).where(PartRow.raw_sha256 == raw_sha256).order_by(col(PartRow.ordinal))
        ).all()
        return MessageDetail(line(*found), tuple(_part(session, each) for each in parts))


def line(row: MessageRow, envelope: EnvelopeRow | None, sightings: int) -> MessageLine:
    """Return a row of `QUERY` as a line of a list."""
    return MessageLine(
        raw_sha256=row.raw_sha256,
        state=MessageState(row.state),
        first_seen_at=row.first_seen_at,
        size=row.size,
        why=row.outcome_code or row.reason_code,
        detail=row.reason_detail,
        name=row.name,
        subject=envelope.subject if envelope else None,
        sender=sender(envelope) if envelope else None,
        sent_at=envelope.sent_at if envelope else None,
        sightings=sightings,
    )


def sender(envelope: EnvelopeRow) -> str | None:
    """Return who sent a mail, the way people write it; None if the mail does not say."""
    if envelope.sender_name and envelope.sender_address:
        return f"{envelope.sender_name} <{envelope.sender_address}>"
    return envelope.sender_name or envelope.sender_address


def _part(session: Session, row: PartRow) -> PartLine:
    document = session.get_one(DocumentRow, row.doc_sha256)
    extractions = _newest_reading(session, row)
    cases = session.exec(
        select(CaseMessageRow.case_number).where(
            CaseMessageRow.raw_sha256 == row.raw_sha256, CaseMessageRow.ordinal == row.ordinal
        )
    ).all()
    failures = [each.failure.code.value for each in extractions if each.failure]
    # Some parts are ignored only after they were read: a mail's text that carries no order.
    ignored = [each.ignored for each in extractions if each.ignored]
    return PartLine(
        ordinal=row.ordinal,
        name=row.shown_name,
        container=tuple(json.loads(row.container_json)),
        format=document.magic_type,
        size=document.size,
        doc_sha256=row.doc_sha256,
        ignored=row.ignored or next(iter(ignored), None),
        kinds=tuple(each.reading.kind.value for each in extractions if each.reading),
        failure=failures[0] if failures else None,
        cases=tuple(cases),
    )


def _newest_reading(session: Session, row: PartRow) -> tuple[Extraction, ...]:
    newest = session.exec(
        select(ExtractionRow.result_json)
        .where(ExtractionRow.doc_sha256 == row.doc_sha256, ExtractionRow.read_as == row.read_as)
        .order_by(col(ExtractionRow.read_at).desc())
        .limit(1)
    ).first()
    return () if newest is None else decoded(tuple[Extraction, ...], newest)
