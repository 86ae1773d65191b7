"""Which snapshots of quotations orders are held against: their states, and what a person decides.

The snapshots themselves are only added to; their states are a table of their own.
"""

import datetime as dt
from collections.abc import Sequence

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from models import audit, counters
from models.audit import AuditEntry
from models.case import Snapshot
from models.rows.quotations.quotation_tables import QuotationSnapshotRow, SnapshotStateRow
from models.snapshot import BY_IMPORT, SnapshotState, SnapshotWhy, Standing
from models.store import Store, reading, writing

_JOINED = select(QuotationSnapshotRow, SnapshotStateRow).join(
    SnapshotStateRow, col(SnapshotStateRow.snapshot_id) == col(QuotationSnapshotRow.id)
)
_NEWEST_FIRST = _JOINED.order_by(col(QuotationSnapshotRow.id).desc())


def listed(store: Store, limit: int = 50, offset: int = 0) -> tuple[Standing, ...]:
    """Return snapshots with their states, newest first."""
    with reading(store) as session:
        return _standings(session.exec(_NEWEST_FIRST.limit(limit).offset(offset)).all())


def waiting(store: Store) -> tuple[Standing, ...]:
    """Return the snapshots that a person has to decide on, newest first."""
    with reading(store) as session:
        return _standings(session.exec(_in_state(SnapshotState.WAITING)).all())


def found(store: Store, number: int) -> Standing | None:
    """Return the snapshot with that number."""
    with reading(store) as session:
        row = session.exec(_JOINED.where(QuotationSnapshotRow.id == number)).first()
        return None if row is None else _standing(*row)


def before(store: Store, number: int) -> Snapshot | None:
    """Return the newest used snapshot that is older than the one with that number."""
    older = _in_state(SnapshotState.USED).where(col(QuotationSnapshotRow.id) < number).limit(1)
    with reading(store) as session:
        row = session.exec(older).first()
        return None if row is None else value(row[0])


def decide(store: Store, number: int, state: SnapshotState, by: str, now: dt.datetime) -> bool:
    """Use or discard a snapshot that waits; tell whether it waited."""
    with writing(store) as session:
        lock(session)
        row = session.get(SnapshotStateRow, number)
        if row is None or row.state != SnapshotState.WAITING.value:
            return False
        settle(session, number, state, by, now)
        return True


def lock(session: Session) -> None:
    """Let imports and decisions be made one after the other; held until the transaction ends."""
    counters.lock(session, "quotations")


def begin(session: Session, standing: Standing) -> None:
    """Write the first state of a new snapshot, in the transaction of the snapshot.

    One that is used puts away what still waits and is older.
    """
    number = standing.snapshot.number
    row = SnapshotStateRow(
        snapshot_id=number,
        state=standing.state.value,
        decided_by=standing.decided_by,
        decided_at=standing.decided_at,
        why=standing.why.value,
    )
    session.add(row)
    if standing.state is SnapshotState.USED:
        put_away_older(session, number, standing.decided_at)


def settle(session: Session, number: int, state: SnapshotState, by: str, now: dt.datetime) -> None:
    """Give a snapshot that was kept before the state that a person decided on."""
    row = session.get_one(SnapshotStateRow, number)
    _put(row, state, by, SnapshotWhy.CONFIRMED, now)
    session.add(row)
    audit.append(session, AuditEntry(by, f"quotations_{state.value}", str(number), {}), now)
    if state is SnapshotState.USED:
        put_away_older(session, number, now)


def put_away_older(session: Session, number: int, now: dt.datetime) -> None:
    """Discard what still waits and is older than a snapshot that is used now."""
    older = _in_state(SnapshotState.WAITING).where(col(QuotationSnapshotRow.id) < number)
    for snapshot, row in session.exec(older).all():
        _put(row, SnapshotState.DISCARDED, BY_IMPORT, SnapshotWhy.NEWER, now)
        session.add(row)
        detail = {"newer": number}
        audit.append(session, AuditEntry(BY_IMPORT, "quotations_discarded", str(snapshot.id), detail), now)


def last(session: Session) -> Standing | None:
    """Return the newest snapshot, whatever its state."""
    row = session.exec(_NEWEST_FIRST.limit(1)).first()
    return None if row is None else _standing(*row)


def newest_used(session: Session) -> Standing | None:
    """Return the newest snapshot that orders are held against."""
    row = session.exec(_in_state(SnapshotState.USED).limit(1)).first()
    return None if row is None else _standing(*row)


def value(row: QuotationSnapshotRow) -> Snapshot:
    """Return what a row says."""
    assert row.id is not None, "the row was written"
    return Snapshot(
        row.id, row.taken_at, row.name, row.source_sha256, row.quotations, row.items, row.materials_id
    )


def _in_state(state: SnapshotState) -> Select[QuotationSnapshotRow, SnapshotStateRow]:
    return _NEWEST_FIRST.where(SnapshotStateRow.state == state.value)


def _put(row: SnapshotStateRow, state: SnapshotState, by: str, why: SnapshotWhy, now: dt.datetime) -> None:
    row.state, row.decided_by, row.why, row.decided_at = state.value, by, why.value, now


def _standings(rows: Sequence[tuple[QuotationSnapshotRow, SnapshotStateRow]]) -> tuple[Standing, ...]:
    return tuple(_standing(*each) for each in rows)


def _standing(snapshot: QuotationSnapshotRow, row: SnapshotStateRow) -> Standing:
    return Standing(
        value(snapshot), SnapshotState(row.state), row.decided_by, row.decided_at, SnapshotWhy(row.why)
    )
