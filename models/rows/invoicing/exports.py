"""Exports of SAP by day: which file came when, how it was understood, and which one counts.

The file of an export is kept in the archive before it is taken in here; its rows are read from there.
How old an export is, is told by when it was delivered last: the same file again is as new as that, and one
that was delivered before the one in use is not newer for being taken in later.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from models import audit, counters, export_standing
from models.audit import AuditEntry
from models.columns import decoded, encoded
from models.invoice_desk import ExportKind, ExportSnapshot, ExportStanding
from models.kill_point import kill_point
from models.rows.invoicing.export_tables import ExportSnapshotRow, ExportStateRow
from models.snapshot import BY_IMPORT, SnapshotState, SnapshotWhy
from models.store import Store, reading, writing

_JOINED = select(ExportSnapshotRow, ExportStateRow).join(
    ExportStateRow, col(ExportStateRow.snapshot_id) == col(ExportSnapshotRow.id)
)
_NEWEST_FIRST = _JOINED.order_by(col(ExportSnapshotRow.id).desc())
_Joined = tuple[ExportSnapshotRow, ExportStateRow]
_Statement = Select[ExportSnapshotRow, ExportStateRow]


def take(
    store: Store,
    kind: ExportKind,
    name: str,
    sha256: str,
    *,
    rows: int,
    columns: Mapping[str, str],
    unknown: Sequence[str],
    now: dt.datetime,
    seen_at: dt.datetime | None = None,
    confirmed_by: str | None = None,
) -> tuple[ExportStanding, bool]:
    """Keep an export with so many `rows`, delivered at `seen_at` or now; return it and if it is new.

    It is used at once, unless it holds fewer than half of the rows of the one of its kind used before, or was
    taken in once before that: then it waits, until somebody has confirmed it. What was delivered before the
    one in use is put away. The file that is used, or that waits, is the same export again if it was
    understood the same way; it is as new as it was delivered last.
    """
    with writing(store) as session:
        lock(session, kind)
        before = _newest_used(session, kind)
        row = ExportSnapshotRow(
            kind=kind.value,
            taken_at=now,
            name=name,
            source_sha256=sha256,
            rows=rows,
            columns_json=encoded(dict(columns)),
            unknown_json=encoded(tuple(unknown)),
        )
        known = _known(session, row, before)
        seen = min(seen_at or now, now)
        if known is not None:
            return _confirmed(session, _seen(session, known, seen, now), confirmed_by, now), False
        again = before is not None and _came_before(session, row, before)
        session.add(row)
        session.flush()
        standing = export_standing.first(_value(row, seen), before, confirmed_by, now, again=again)
        _begin(session, standing)
        audit.append(session, _entry(standing), now)
        kill_point("export_written")
    kill_point("export_committed")
    return standing, True


def newest(store: Store, kind: ExportKind) -> ExportSnapshot | None:
    """Return the export of a kind that lists are held against; None where none was taken in yet."""
    with reading(store) as session:
        return newest_in(session, kind)


def newest_in(session: Session, kind: ExportKind) -> ExportSnapshot | None:
    """Return the export of a kind that lists are held against, within a transaction."""
    used = _newest_used(session, kind)
    return None if used is None else used.snapshot


def before(store: Store, snapshot: ExportSnapshot) -> ExportSnapshot | None:
    """Return the export that was in use before one of the same kind; None where there was none."""
    with reading(store) as session:
        older = _in_state(_of_kind(snapshot.kind), SnapshotState.USED).where(
            col(ExportSnapshotRow.id) < snapshot.number
        )
        row = session.exec(older.limit(1)).first()
        return None if row is None else _standing(*row).snapshot


def listed(store: Store, limit: int = 50, offset: int = 0) -> tuple[ExportStanding, ...]:
    """Return exports of all kinds with their states, newest first."""
    with reading(store) as session:
        return _standings(session.exec(_NEWEST_FIRST.limit(limit).offset(offset)).all())


def waiting(store: Store) -> tuple[ExportStanding, ...]:
    """Return the exports that a person has to decide on, newest first."""
    with reading(store) as session:
        return _standings(session.exec(_in_state(_NEWEST_FIRST, SnapshotState.WAITING)).all())


def found(store: Store, number: int) -> ExportStanding | None:
    """Return the export with that number."""
    with reading(store) as session:
        return _found(session, number)


def decide(store: Store, number: int, state: SnapshotState, by: str, now: dt.datetime) -> bool:
    """Use or discard an export that waits; tell whether it waited."""
    with writing(store) as session:
        before = _found(session, number)
        if before is None:
            return False
        lock(session, before.snapshot.kind)
        row = session.get_one(ExportStateRow, number, populate_existing=True)
        if row.state != SnapshotState.WAITING.value:
            return False
        _settle(session, before.snapshot, state, by, now)
        return True


def in_session(session: Session, numbers: Sequence[int]) -> tuple[ExportSnapshot, ...]:
    """Return the exports with those numbers, within a transaction."""
    of_numbers = _JOINED.where(col(ExportSnapshotRow.id).in_(numbers)).order_by(col(ExportSnapshotRow.id))
    return tuple(each.snapshot for each in _standings(session.exec(of_numbers).all()))


def lock(session: Session, kind: ExportKind) -> None:
    """Let exports of a kind be taken in and decided on one after the other, until the transaction ends."""
    counters.lock(session, f"export {kind.value}")


def _known(session: Session, row: ExportSnapshotRow, used: ExportStanding | None) -> ExportStanding | None:
    """Return the export in use, or the last that a person decides or decided on, if it is the same file.

    It must also have been understood the same way.
    """
    last = session.exec(_of_kind(ExportKind(row.kind)).limit(1)).first()
    asked = None if last is None else _standing(*last)
    if asked is not None and asked.why is SnapshotWhy.NEWER:
        asked = None
    for each in (used, asked):
        if each is not None and _content(each.snapshot) == (
            row.source_sha256,
            row.columns_json,
            row.unknown_json,
        ):
            return each
    return None


def _came_before(session: Session, row: ExportSnapshotRow, used: ExportStanding) -> bool:
    """Tell whether the same file was taken in before the one that is used now, which is another."""
    same = _of_kind(used.snapshot.kind).where(ExportSnapshotRow.source_sha256 == row.source_sha256)
    return used.snapshot.sha256 != row.source_sha256 and session.exec(same.limit(1)).first() is not None


def _seen(session: Session, known: ExportStanding, seen: dt.datetime, now: dt.datetime) -> ExportStanding:
    """Note that an export was delivered once more."""
    if seen <= known.snapshot.seen_at:
        return known
    row = session.get_one(ExportStateRow, known.snapshot.number)
    row.seen_at = seen
    session.add(row)
    detail = {"kind": known.snapshot.kind.value, "seen": seen.isoformat()}
    audit.append(session, AuditEntry(BY_IMPORT, "export_seen", str(known.snapshot.number), detail), now)
    return replace(known, snapshot=replace(known.snapshot, seen_at=seen))


def _content(snapshot: ExportSnapshot) -> tuple[str, str, str]:
    return snapshot.sha256, encoded(dict(snapshot.columns)), encoded(snapshot.unknown)


def _confirmed(session: Session, kept: ExportStanding, by: str | None, now: dt.datetime) -> ExportStanding:
    if by is None or kept.state is SnapshotState.USED:
        return kept
    _settle(session, kept.snapshot, SnapshotState.USED, by, now)
    return replace(kept, state=SnapshotState.USED, decided_by=by, decided_at=now, why=SnapshotWhy.CONFIRMED)


def _begin(session: Session, standing: ExportStanding) -> None:
    session.add(
        ExportStateRow(
            snapshot_id=standing.snapshot.number,
            state=standing.state.value,
            decided_by=standing.decided_by,
            decided_at=standing.decided_at,
            why=standing.why.value,
            seen_at=standing.snapshot.seen_at,
        )
    )
    if standing.state is SnapshotState.USED:
        _put_away_older(session, standing.snapshot, standing.decided_at)


def _settle(
    session: Session, snapshot: ExportSnapshot, state: SnapshotState, by: str, now: dt.datetime
) -> None:
    row = session.get_one(ExportStateRow, snapshot.number)
    _put(row, state, by, SnapshotWhy.CONFIRMED, now)
    session.add(row)
    detail = {"kind": snapshot.kind.value}
    audit.append(session, AuditEntry(by, f"export_{state.value}", str(snapshot.number), detail), now)
    if state is SnapshotState.USED:
        _put_away_older(session, snapshot, now)


def _put_away_older(session: Session, used: ExportSnapshot, now: dt.datetime) -> None:
    """Discard what still waits and is older than an export of its kind that is used now."""
    older = _in_state(_of_kind(used.kind), SnapshotState.WAITING).where(
        col(ExportSnapshotRow.id) < used.number
    )
    for snapshot, row in session.exec(older).all():
        _put(row, SnapshotState.DISCARDED, BY_IMPORT, SnapshotWhy.NEWER, now)
        session.add(row)
        detail = {"kind": snapshot.kind, "newer": used.number}
        audit.append(session, AuditEntry(BY_IMPORT, "export_discarded", str(snapshot.id), detail), now)


def _put(row: ExportStateRow, state: SnapshotState, by: str, why: SnapshotWhy, now: dt.datetime) -> None:
    row.state, row.decided_by, row.why, row.decided_at = state.value, by, why.value, now


def _newest_used(session: Session, kind: ExportKind) -> ExportStanding | None:
    row = session.exec(_in_state(_of_kind(kind), SnapshotState.USED).limit(1)).first()
    return None if row is None else _standing(*row)


def _found(session: Session, number: int) -> ExportStanding | None:
    row = session.exec(_JOINED.where(ExportSnapshotRow.id == number)).first()
    return None if row is None else _standing(*row)


def _of_kind(kind: ExportKind) -> _Statement:
    return _NEWEST_FIRST.where(ExportSnapshotRow.kind == kind.value)


def _in_state(statement: _Statement, state: SnapshotState) -> _Statement:
    return statement.where(ExportStateRow.state == state.value)


def _standings(rows: Sequence[_Joined]) -> tuple[ExportStanding, ...]:
    return tuple(_standing(*each) for each in rows)


def _standing(snapshot: ExportSnapshotRow, row: ExportStateRow) -> ExportStanding:
    return ExportStanding(
        _value(snapshot, row.seen_at),
        SnapshotState(row.state),
        row.decided_by,
        row.decided_at,
        SnapshotWhy(row.why),
        row.removed_at,
    )


def _value(row: ExportSnapshotRow, seen_at: dt.datetime) -> ExportSnapshot:
    assert row.id is not None, "the row was written"
    return ExportSnapshot(
        number=row.id,
        kind=ExportKind(row.kind),
        taken_at=row.taken_at,
        seen_at=seen_at,
        name=row.name,
        sha256=row.source_sha256,
        rows=row.rows,
        columns=decoded(Mapping[str, str], row.columns_json),  # type: ignore[type-abstract]
        unknown=decoded(tuple[str, ...], row.unknown_json),
    )


def _entry(standing: ExportStanding) -> AuditEntry:
    new = standing.snapshot
    detail = {"kind": new.kind.value, "rows": new.rows, "source": new.sha256, "state": standing.state.value}
    return AuditEntry(standing.decided_by, "export_taken", str(new.number), detail)
