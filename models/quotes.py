"""Imported quotations: dated snapshots, only ever added to.

A quotation that did not change since an earlier import is kept once, however many snapshots hold it:
an export of everything, every day, adds what is new.
"""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlmodel import Session, col, insert, select

from models import audit
from models.audit import AuditEntry
from models.case import Snapshot
from models.columns import encoded
from models.dialect import chunks, insert_missing
from models.quotation import Quotation, QuotationItem
from models.quotation_tables import QuotationItemRow, QuotationRow, QuotationSnapshotRow, SnapshotQuotationRow
from models.store import Store, reading, writing

_HEADER = tuple(each.name for each in fields(Quotation) if each.name != "items")
_ITEM = tuple(each.name for each in fields(QuotationItem))


def import_snapshot(
    store: Store, quotations: Sequence[Quotation], name: str, source_sha256: str, now: dt.datetime
) -> tuple[Snapshot, bool]:
    """Keep `quotations` as the newest snapshot; return it, and whether it is new.

    The same file imported twice in a row is one snapshot.
    """
    with writing(store) as session:
        last = _newest(session)
        if last is not None and last.source_sha256 == source_sha256:
            return _snapshot(last), False
        items = sum(len(each.items) for each in quotations)
        row = QuotationSnapshotRow(
            taken_at=now, name=name, source_sha256=source_sha256, quotations=len(quotations), items=items
        )
        session.add(row)
        session.flush()
        _write(session, row, quotations)
        audit.append(session, _entry(row), now)
        return _snapshot(row), True


def newest(store: Store) -> Snapshot | None:
    """Return the newest snapshot; None where nothing was imported yet."""
    with reading(store) as session:
        row = _newest(session)
        return None if row is None else _snapshot(row)


def load(store: Store, snapshot: int) -> tuple[Quotation, ...]:
    """Return all quotations of a snapshot, in the order of the export."""
    with reading(store) as session:
        return _load(session, snapshot, number=None)


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
    return None if row is None else _snapshot(row)


def _newest(session: Session) -> QuotationSnapshotRow | None:
    return session.exec(
        select(QuotationSnapshotRow).order_by(col(QuotationSnapshotRow.id).desc()).limit(1)
    ).first()


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


def _load(session: Session, snapshot: int, number: str | None) -> tuple[Quotation, ...]:
    members = (
        select(QuotationRow)
        .join(SnapshotQuotationRow, col(SnapshotQuotationRow.quotation_id) == col(QuotationRow.id))
        .where(SnapshotQuotationRow.snapshot_id == snapshot)
        .order_by(col(SnapshotQuotationRow.position))
    )
    if number is not None:
        members = members.where(QuotationRow.number == number)
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


def _snapshot(row: QuotationSnapshotRow) -> Snapshot:
    assert row.id is not None, "the row was written"
    return Snapshot(row.id, row.taken_at, row.name, row.source_sha256, row.quotations, row.items)


def _entry(row: QuotationSnapshotRow) -> AuditEntry:
    detail = {"quotations": row.quotations, "items": row.items, "source": row.source_sha256}
    return AuditEntry("import", "quotations_imported", str(row.id), detail)
