"""Imported quotations: dated snapshots, only ever added to.

A quotation that did not change since an earlier import is kept once, however many snapshots hold it:
an export of everything, every day, adds what is new.
"""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, insert, select

from models import audit
from models.audit import AuditEntry
from models.case import Snapshot
from models.columns import encoded
from models.dialect import chunks, insert_missing
from models.kill_point import kill_point
from models.quotation import Quotation, QuotationItem
from models.rows.quotations import snapshots
from models.rows.quotations.quotation_tables import (
    QuotationItemRow,
    QuotationRow,
    QuotationSnapshotRow,
    SnapshotQuotationRow,
)
from models.snapshot import BY_IMPORT, SnapshotState, SnapshotWhy, Standing, has_shrunk
from models.store import Store, reading, writing

_HEADER = tuple(each.name for each in fields(Quotation) if each.name != "items")
_ITEM = tuple(each.name for each in fields(QuotationItem))


def import_snapshot(
    store: Store,
    quotations: Sequence[Quotation],
    name: str,
    source_sha256: str,
    now: dt.datetime,
    *,
    materials: int | None = None,
    confirmed_by: str | None = None,
) -> tuple[Standing, bool]:
    """Keep `quotations` as a snapshot; return it with its state, and whether it is new.

    `materials` is the export of customers' numbers that they were completed by.

    It is used at once, unless it holds fewer than half of the quotations or of the items of the one used
    before: then it waits, until somebody has confirmed it. The file that is used, or that came last, is the
    same snapshot again.
    """
    with writing(store) as session:
        snapshots.lock(session)
        before = snapshots.newest_used(session)
        known = _known(session, before, source_sha256)
        if known is not None:
            return _confirmed(session, known, confirmed_by, now), False
        row = _add(session, quotations, Snapshot(0, now, name, source_sha256, 0, 0, materials))
        kill_point("quotations_inserted")
        standing = _first_standing(row, before, confirmed_by, now)
        snapshots.begin(session, standing)
        audit.append(session, _entry(standing), now)
        kill_point("quotations_written")
    kill_point("quotations_committed")
    return standing, True


def complete(
    store: Store,
    quotations: Sequence[Quotation],
    base: Snapshot,
    new: Snapshot,
    now: dt.datetime,
) -> bool:
    """Keep the quotations of a snapshot once more, completed by other materials; return whether it was done.

    They are as old as before. Nothing is done where `base` is not the one in use any more, or where another
    waits for a person.
    """
    with writing(store) as session:
        snapshots.lock(session)
        used, last = snapshots.newest_used(session), snapshots.last(session)
        if used is None or used.snapshot != base or (last and last.state is SnapshotState.WAITING):
            return False
        row = _add(session, quotations, new)
        standing = Standing(snapshots.value(row), SnapshotState.USED, BY_IMPORT, now, SnapshotWhy.IMPORTED)
        snapshots.begin(session, standing)
        audit.append(session, _entry(standing), now)
        kill_point("quotations_completed")
    return True


def newest(store: Store) -> Snapshot | None:
    """Return the snapshot that orders are held against; None where nothing was imported yet."""
    with reading(store) as session:
        found = snapshots.newest_used(session)
        return None if found is None else found.snapshot


def known(store: Store, source_sha256: str) -> Standing | None:
    """Return the snapshot that the same file made, if it is the one in use or the last that came."""
    with reading(store) as session:
        return _known(session, snapshots.newest_used(session), source_sha256)


def taken(store: Store, source_sha256: str) -> dt.datetime | None:
    """Return when a file was last taken in; None if it never was."""
    with reading(store) as session:
        of_file = QuotationSnapshotRow.source_sha256 == source_sha256
        return session.exec(select(func.max(col(QuotationSnapshotRow.taken_at))).where(of_file)).one()


def waiting(store: Store) -> tuple[Standing, ...]:
    """Return the snapshots that wait for a person, newest first."""
    return snapshots.waiting(store)


def load(store: Store, snapshot: int) -> tuple[Quotation, ...]:
    """Return all quotations of a snapshot, in the order of the export."""
    with reading(store) as session:
        return _load(session, snapshot)


def one(store: Store, snapshot: int, number: str) -> Quotation | None:
    """Return the quotation with that number as it stood in a snapshot."""
    with reading(store) as session:
        return in_session(session, snapshot, number)


def in_session(session: Session, snapshot: int, number: str) -> Quotation | None:
    """Return the quotation with that number as it stood in a snapshot, within a transaction."""
    found = _load(session, snapshot, number)
    return found[0] if found else None


def snapshot_of(session: Session, number: int) -> Snapshot | None:
    """Return the snapshot with that number, within a transaction."""
    row = session.get(QuotationSnapshotRow, number)
    return None if row is None else snapshots.value(row)


def differing(store: Store, before: int, after: int) -> tuple[tuple[Quotation, ...], tuple[Quotation, ...]]:
    """Return the quotations that only one of two snapshots holds as they are: those before, those after."""
    with reading(store) as session:
        return _load(session, before, without=after), _load(session, after, without=before)


def _known(session: Session, used: Standing | None, source_sha256: str) -> Standing | None:
    for each in (snapshots.last(session), used):
        if each is not None and each.snapshot.source_sha256 == source_sha256:
            return each
    return None


def _confirmed(session: Session, known: Standing, by: str | None, now: dt.datetime) -> Standing:
    if by is None or known.state is SnapshotState.USED:
        return known
    number = known.snapshot.number
    snapshots.settle(session, number, SnapshotState.USED, by, now)
    return replace(known, state=SnapshotState.USED, decided_by=by, decided_at=now, why=SnapshotWhy.CONFIRMED)


def _first_standing(
    row: QuotationSnapshotRow, before: Standing | None, confirmed_by: str | None, now: dt.datetime
) -> Standing:
    new = snapshots.value(row)
    if before is None or not has_shrunk(before.snapshot, new):
        return Standing(new, SnapshotState.USED, BY_IMPORT, now, SnapshotWhy.IMPORTED)
    if confirmed_by is not None:
        return Standing(new, SnapshotState.USED, confirmed_by, now, SnapshotWhy.CONFIRMED)
    return Standing(new, SnapshotState.WAITING, BY_IMPORT, now, SnapshotWhy.SHRUNK)


def _add(session: Session, quotations: Sequence[Quotation], new: Snapshot) -> QuotationSnapshotRow:
    row = QuotationSnapshotRow(
        taken_at=new.taken_at,
        name=new.name,
        source_sha256=new.source_sha256,
        quotations=len(quotations),
        items=sum(len(each.items) for each in quotations),
        materials_id=new.materials,
    )
    session.add(row)
    session.flush()
    _write(session, row, quotations)
    return row


def _write(session: Session, row: QuotationSnapshotRow, quotations: Sequence[Quotation]) -> None:
    hashes = [_content(each) for each in quotations]
    ids = _ids(session, hashes)
    fresh = {content: each for content, each in zip(hashes, quotations, strict=True) if content not in ids}
    insert_missing(
        session, QuotationRow, [_header(each) | {"content_sha256": c} for c, each in fresh.items()]
    )
    ids = _ids(session, hashes)
    items = [
        _item(each) | {"quotation_id": ids[content], "position": position}
        for content, quotation in fresh.items()
        for position, each in enumerate(quotation.items)
    ]
    insert_missing(session, QuotationItemRow, items)
    members = [
        {"snapshot_id": row.id, "position": position, "quotation_id": ids[content]}
        for position, content in enumerate(hashes)
    ]
    if members:
        session.connection().execute(insert(SnapshotQuotationRow), members)


def _content(quotation: Quotation) -> str:
    return hashlib.sha256(encoded(quotation).encode("utf-8", "surrogatepass")).hexdigest()


def _ids(session: Session, hashes: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for chunk in chunks(hashes):
        of_contents = col(QuotationRow.content_sha256).in_(chunk)
        rows = session.exec(select(QuotationRow.content_sha256, QuotationRow.id).where(of_contents))
        found.update({content: number for content, number in rows if number is not None})
    return found


def _load(
    session: Session, snapshot: int, number: str | None = None, without: int | None = None
) -> tuple[Quotation, ...]:
    members = (
        select(QuotationRow)
        .join(SnapshotQuotationRow, col(SnapshotQuotationRow.quotation_id) == col(QuotationRow.id))
        .where(SnapshotQuotationRow.snapshot_id == snapshot)
        .order_by(col(SnapshotQuotationRow.position))
    )
    if number is not None:
        members = members.where(QuotationRow.number == number)
    if without is not None:
        # The same content is one row: what both hold need not be read to be known as equal.
        of_other = select(SnapshotQuotationRow.quotation_id).where(
            SnapshotQuotationRow.snapshot_id == without
        )
        members = members.where(col(QuotationRow.id).not_in(of_other))
    wanted = members.order_by(None).with_only_columns(col(QuotationRow.id))
    items = (
        select(QuotationItemRow)
        .where(col(QuotationItemRow.quotation_id).in_(wanted))
        .order_by(col(QuotationItemRow.quotation_id), col(QuotationItemRow.position))
    )
    # Plain columns instead of row objects: an export holds some 100,000 items.
    of_quotation = defaultdict(list)
    for row in session.connection().execute(items).mappings():
        of_quotation[row["quotation_id"]].append(QuotationItem(**{name: row[name] for name in _ITEM}))
    return tuple(
        Quotation(items=tuple(of_quotation[row["id"]]), **{name: row[name] for name in _HEADER})
        for row in session.connection().execute(members).mappings()
    )


def _header(quotation: Quotation) -> dict[str, Any]:
    return {name: getattr(quotation, name) for name in _HEADER}


def _item(item: QuotationItem) -> dict[str, Any]:
    return {name: getattr(item, name) for name in _ITEM}


def _entry(standing: Standing) -> AuditEntry:
    new = standing.snapshot
    detail = {
        "quotations": new.quotations,
        "items": new.items,
        "source": new.source_sha256,
        "materials": new.materials,
        "state": standing.state.value,
    }
    return AuditEntry(standing.decided_by, "quotations_imported", str(new.number), detail)
