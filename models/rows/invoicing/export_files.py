"""Which kept files of exports are still needed, and the trail of those that were removed.

The row of an export stays for good, and says when its file went.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func
from sqlmodel import Session, col, select

from models import archive, audit
from models.archive import Archive
from models.audit import AuditEntry
from models.dialect import chunks
from models.invoice_desk import ExportKind
from models.rows.invoicing import exports
from models.rows.invoicing.export_tables import ExportSnapshotRow, ExportStateRow
from models.rows.invoicing.invoice_list_tables import InvoiceListExportRow, InvoiceListRow
from models.rows.quotations.quotation_tables import QuotationSnapshotRow
from models.snapshot import SnapshotState
from models.store import Store, reading, writing
from models.tables import MessageRow, PartRow

BY = "retention"


@dataclass(frozen=True, slots=True)
class Rule:
    """How long files are kept: those that a list was answered with since then, all others since delivered."""

    answered_since: dt.datetime
    delivered_since: dt.datetime


def remove(store: Store, rule: Rule, now: dt.datetime) -> int:
    """Note that the files of exports that the rule does not keep are removed; return how many exports it is.

    The newest in use of each kind and those that wait for a person are always kept.
    """
    gone = 0
    with writing(store) as session:
        for kind in ExportKind:
            exports.lock(session, kind)
        needed = _in_use(session)
        for number, of_kind, answered_at in _old(session, rule):
            if number in needed or (answered_at is not None and answered_at >= rule.answered_since):
                continue
            row = session.get_one(ExportStateRow, number)
            row.removed_at = now
            session.add(row)
            audit.append(session, AuditEntry(BY, "export_removed", str(number), {"kind": of_kind}), now)
            gone += 1
    return gone


def remove_files(store: Store, blobs: Archive) -> int:
    """Remove the files that only exports speak of which are noted as removed; return how many there were.

    No export is taken in meanwhile; whoever is about to takes a look whether its file is still there.
    """
    of_removed = _sources().where(col(ExportStateRow.removed_at).is_not(None))
    with writing(store) as session:
        for kind in ExportKind:
            exports.lock(session, kind)
        gone = frozenset(_texts(session, of_removed))
        kept = {each for asked in _others(sorted(gone)) for each in _texts(session, asked)}
        return archive.remove(blobs, gone - kept)


def read_from(store: Store) -> frozenset[str]:
    """Return the SHA-256 of the files that are read again: of exports in use, and of those that wait."""
    with reading(store) as session:
        numbers = sorted(_in_use(session))
        return frozenset(_texts(session, _sources().where(col(ExportSnapshotRow.id).in_(numbers))))


def _in_use(session: Session) -> frozenset[int]:
    waiting = select(ExportStateRow.snapshot_id).where(ExportStateRow.state == SnapshotState.WAITING.value)
    newest = (exports.newest_in(session, kind) for kind in ExportKind)
    return frozenset((*session.exec(waiting), *(each.number for each in newest if each is not None)))


def _old(session: Session, rule: Rule) -> Iterator[tuple[int, str, dt.datetime | None]]:
    """Yield exports delivered long ago whose file is kept, and when a list was last held against each."""
    old = (
        select(ExportStateRow.snapshot_id, ExportSnapshotRow.kind, func.max(col(InvoiceListRow.answered_at)))
        .join(ExportSnapshotRow, col(ExportSnapshotRow.id) == col(ExportStateRow.snapshot_id))
        .outerjoin(
            InvoiceListExportRow, col(InvoiceListExportRow.snapshot_id) == col(ExportStateRow.snapshot_id)
        )
        .outerjoin(InvoiceListRow, col(InvoiceListRow.number) == col(InvoiceListExportRow.list_number))
        .where(col(ExportStateRow.removed_at).is_(None))
        .where(col(ExportStateRow.seen_at) < rule.delivered_since)
        .group_by(col(ExportStateRow.snapshot_id), col(ExportSnapshotRow.kind))
    )
    yield from session.exec(old).all()


def _sources() -> Select[tuple[str]]:
    return select(ExportSnapshotRow.source_sha256).join(
        ExportStateRow, col(ExportStateRow.snapshot_id) == col(ExportSnapshotRow.id)
    )


def _others(hashes: Sequence[str]) -> Iterator[Select[tuple[str]]]:
    """Yield what asks which of some files others speak of: mails, their parts, lists, quotations, exports."""
    for chunk in chunks(hashes):
        yield _sources().where(
            col(ExportSnapshotRow.source_sha256).in_(chunk), col(ExportStateRow.removed_at).is_(None)
        )
        for column in (
            col(MessageRow.raw_sha256),
            col(PartRow.doc_sha256),
            col(InvoiceListRow.sha256),
            col(InvoiceListRow.reply_sha256),
            col(QuotationSnapshotRow.source_sha256),
        ):
            yield select(column).where(column.in_(chunk))


def _texts(session: Session, wanted: Select[tuple[str]]) -> tuple[str, ...]:
    return tuple(session.connection().execute(wanted).scalars())
