"""Exports of SAP by day: which file came when, how it was understood, and which one counts.

The file of an export is kept in the archive before it is taken in here; its rows are read from there.
What people said about columns is remembered by the shape of the file.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from models import audit, counters
from models.audit import AuditEntry
from models.columns import decoded, encoded
from models.export_tables import ColumnChoiceRow, ExportSnapshotRow, ExportStateRow
from models.invoice_desk import ColumnChoice, ExportKind, ExportSnapshot, ExportStanding
from models.kill_point import kill_point
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
    confirmed_by: str | None = None,
) -> tuple[ExportStanding, bool]:
    """Keep an export with so many `rows`; return how it stands, and whether it is new.

    It is used at once, unless it holds fewer than half of the rows of the one of its kind used before:
    then it waits, until somebody has confirmed it. The file that is used, or that came last, is the same
    export again if it was understood the same way.
    """
    with writing(store) as session:
        _lock(session, kind)
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
        if known is not None:
            return _confirmed(session, known, confirmed_by, now), False
        session.add(row)
        session.flush()
        standing = _first_standing(_value(row), before, confirmed_by, now)
        _begin(session, standing)
        audit.append(session, _entry(standing), now)
        kill_point("export_written")
    kill_point("export_committed")
    return standing, True


def newest(store: Store, kind: ExportKind) -> ExportSnapshot | None:
    """Return the export of a kind that lists are held against; None where none was taken in yet."""
    with reading(store) as session:
        used = _newest_used(session, kind)
        return None if used is None else used.snapshot


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
        _lock(session, before.snapshot.kind)
        row = session.get_one(ExportStateRow, number, populate_existing=True)
        if row.state != SnapshotState.WAITING.value:
            return False
        _settle(session, before.snapshot, state, by, now)
        return True


def choice(store: Store, kind: str, shape: str) -> ColumnChoice | None:
    """Return what was said last about the columns of files of a shape."""
    newest_first = (
        select(ColumnChoiceRow)
        .where(ColumnChoiceRow.kind == kind, ColumnChoiceRow.shape == shape)
        .order_by(col(ColumnChoiceRow.id).desc())
        .limit(1)
    )
    with reading(store) as session:
        row = session.exec(newest_first).first()
        return None if row is None else _choice(row)


def choices(store: Store) -> tuple[ColumnChoice, ...]:
    """Return what counts for the columns of all shapes, by kind and shape."""
    oldest_first = select(ColumnChoiceRow).order_by(col(ColumnChoiceRow.id))
    with reading(store) as session:
        counting = {(row.kind, row.shape): _choice(row) for row in session.exec(oldest_first)}
    return tuple(counting[key] for key in sorted(counting))


def remember(store: Store, chosen: ColumnChoice) -> None:
    """Keep what a person said about the columns of files of a shape; what was said before is replaced."""
    with writing(store) as session:
        session.add(
            ColumnChoiceRow(
                kind=chosen.kind,
                shape=chosen.shape,
                columns_json=encoded(dict(chosen.columns)),
                chosen_by=chosen.by,
                chosen_at=chosen.at,
            )
        )
        detail = {"kind": chosen.kind, "columns": dict(chosen.columns)}
        audit.append(session, AuditEntry(chosen.by, "columns_remembered", chosen.shape, detail), chosen.at)


def in_session(session: Session, numbers: Sequence[int]) -> tuple[ExportSnapshot, ...]:
    """Return the exports with those numbers, within a transaction."""
    of_numbers = select(ExportSnapshotRow).where(col(ExportSnapshotRow.id).in_(numbers))
    return tuple(_value(row) for row in session.exec(of_numbers.order_by(col(ExportSnapshotRow.id))))


def _lock(session: Session, kind: ExportKind) -> None:
    """Let exports of a kind be taken in and decided on one after the other, until the transaction ends."""
    counters.lock(session, f"export {kind.value}")


def _known(session: Session, row: ExportSnapshotRow, used: ExportStanding | None) -> ExportStanding | None:
    """Return the export in use or the last that came, if it is the same file, understood the same way."""
    last = session.exec(_of_kind(ExportKind(row.kind)).limit(1)).first()
    for each in (None if last is None else _standing(*last), used):
        if each is not None and _content(each.snapshot) == (
            row.source_sha256,
            row.columns_json,
            row.unknown_json,
        ):
            return each
    return None


def _content(snapshot: ExportSnapshot) -> tuple[str, str, str]:
    return snapshot.sha256, encoded(dict(snapshot.columns)), encoded(snapshot.unknown)


def _confirmed(session: Session, kept: ExportStanding, by: str | None, now: dt.datetime) -> ExportStanding:
    if by is None or kept.state is SnapshotState.USED:
        return kept
    _settle(session, kept.snapshot, SnapshotState.USED, by, now)
    return replace(kept, state=SnapshotState.USED, decided_by=by, decided_at=now, why=SnapshotWhy.CONFIRMED)


def _first_standing(
    new: ExportSnapshot, before: ExportStanding | None, confirmed_by: str | None, now: dt.datetime
) -> ExportStanding:
    if before is None or new.rows * 2 >= before.snapshot.rows:
        return ExportStanding(new, SnapshotState.USED, BY_IMPORT, now, SnapshotWhy.IMPORTED)
    if confirmed_by is not None:
        return ExportStanding(new, SnapshotState.USED, confirmed_by, now, SnapshotWhy.CONFIRMED)
    return ExportStanding(new, SnapshotState.WAITING, BY_IMPORT, now, SnapshotWhy.SHRUNK)


def _begin(session: Session, standing: ExportStanding) -> None:
    session.add(
        ExportStateRow(
            snapshot_id=standing.snapshot.number,
            state=standing.state.value,
            decided_by=standing.decided_by,
            decided_at=standing.decided_at,
            why=standing.why.value,
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
        _value(snapshot), SnapshotState(row.state), row.decided_by, row.decided_at, SnapshotWhy(row.why)
    )


def _value(row: ExportSnapshotRow) -> ExportSnapshot:
    assert row.id is not None, "the row was written"
    return ExportSnapshot(
        number=row.id,
        kind=ExportKind(row.kind),
        taken_at=row.taken_at,
        name=row.name,
        sha256=row.source_sha256,
        rows=row.rows,
        columns=decoded(Mapping[str, str], row.columns_json),  # type: ignore[type-abstract]
        unknown=decoded(tuple[str, ...], row.unknown_json),
    )


def _choice(row: ColumnChoiceRow) -> ColumnChoice:
    columns = decoded(Mapping[str, str], row.columns_json)  # type: ignore[type-abstract]
    return ColumnChoice(row.kind, row.shape, columns, row.chosen_by, row.chosen_at)


def _entry(standing: ExportStanding) -> AuditEntry:
    new = standing.snapshot
    detail = {"kind": new.kind.value, "rows": new.rows, "source": new.sha256, "state": standing.state.value}
    return AuditEntry(standing.decided_by, "export_taken", str(new.number), detail)
