"""What the rows say must be there, and whether they fit together: the questions that `doctor` asks."""

import datetime as dt
from collections.abc import Iterator, Sequence

from sqlalchemy import Select, func
from sqlmodel import Session, col, select

from models import audit
from models.answering import MailState
from models.dialect import chunks
from models.health import HELD_DAYS, Census
from models.receipt import MessageState
from models.rows.inbox import messages
from models.rows.invoicing.export_tables import ExportSnapshotRow, ExportStateRow
from models.rows.invoicing.invoice_list_tables import InvoiceListRow
from models.rows.post.outbox_tables import OutboxRow
from models.rows.quotations import snapshots
from models.rows.quotations.quotation_tables import SnapshotStateRow
from models.snapshot import SnapshotState
from models.store import Store, reading
from models.tables import AuditRow, CounterRow, EnvelopeRow, MessageRow, PartRow, SightingRow


def take(store: Store, now: dt.datetime, late_before: dt.datetime) -> Census:
    """Count and compare rows; messages that came in before `late_before` and still wait are late."""
    ledger = messages.ledger(store)
    head, head_hash = audit.head(store)
    broken = audit.first_broken(store)
    with reading(store) as session:
        return Census(
            ledger=ledger,
            kept=frozenset(hash_ for each in _kept() for hash_ in _texts(session, each)),
            messages_unseen=_texts(session, _unseen()),
            sightings_lost=_lost(session),
            late=_texts(session, _late(late_before)),
            audit_rows=_counter(session, "audit"),
            audit_head=head,
            audit_hash=head_hash,
            audit_broken=broken,
            seconds_ahead=_ahead(session, now),
            snapshot_days=_snapshot_age(session, now),
            snapshots_waiting=_snapshots_waiting(session),
            outbox_failed=_mails(session, MailState.FAILED, now),
            outbox_held=_mails(session, MailState.HELD, now - dt.timedelta(days=HELD_DAYS)),
        )


def unknown_messages(store: Store, hashes: Sequence[str]) -> frozenset[str]:
    """Return those of `hashes` that no message has."""
    found: set[str] = set()
    with reading(store) as session:
        for chunk in chunks(hashes):
            known = select(MessageRow.raw_sha256).where(col(MessageRow.raw_sha256).in_(chunk))
            found.update(_texts(session, known))
    return frozenset(hashes) - found


def seen(store: Store, account: str, folder: str, uidvalidity: int) -> frozenset[str]:
    """Return the UIDs of a folder that have a sighting."""
    with reading(store) as session:
        return frozenset(
            session.exec(
                select(SightingRow.uid)
                .where(SightingRow.account_id == account, SightingRow.folder == folder)
                .where(SightingRow.uidvalidity == uidvalidity)
            )
        )


def marks(store: Store) -> frozenset[tuple[str, int]]:
    """Return the Message-ID without white space and the size of every message that has both."""
    known = select(EnvelopeRow.message_id, MessageRow.size).join(
        MessageRow, col(MessageRow.raw_sha256) == col(EnvelopeRow.raw_sha256)
    )
    with reading(store) as session:
        return frozenset(("".join(name.split()), size) for name, size in session.exec(known) if name)


def _texts(session: Session, wanted: Select[tuple[str]]) -> tuple[str, ...]:
    return tuple(session.connection().execute(wanted).scalars())


def _kept() -> Iterator[Select[tuple[str]]]:
    """Yield what asks for the files that rows speak of."""
    yield select(MessageRow.raw_sha256)
    # What was ignored is in its message and is not kept apart.
    yield select(PartRow.doc_sha256).where(col(PartRow.ignored).is_(None)).distinct()
    exported = select(ExportSnapshotRow.source_sha256).join(
        ExportStateRow, col(ExportStateRow.snapshot_id) == col(ExportSnapshotRow.id)
    )
    yield exported.where(col(ExportStateRow.removed_at).is_(None)).distinct()
    yield select(InvoiceListRow.sha256).distinct()
    replies = col(InvoiceListRow.reply_sha256)
    yield select(replies).where(replies.is_not(None)).distinct()


def _unseen() -> Select[tuple[str]]:
    known = select(SightingRow.raw_sha256).where(SightingRow.raw_sha256 == MessageRow.raw_sha256)
    return select(MessageRow.raw_sha256).where(~known.exists()).order_by(MessageRow.raw_sha256)


def _late(before: dt.datetime) -> Select[tuple[str]]:
    return (
        select(MessageRow.raw_sha256)
        .where(MessageRow.state == MessageState.STORED.value, col(MessageRow.first_seen_at) < before)
        .order_by(col(MessageRow.first_seen_at))
    )


def _lost(session: Session) -> tuple[str, ...]:
    there = select(MessageRow.raw_sha256).where(MessageRow.raw_sha256 == SightingRow.raw_sha256)
    lost = session.exec(select(SightingRow).where(col(SightingRow.raw_sha256).is_not(None), ~there.exists()))
    return tuple(f"{each.account_id} {each.folder} {each.uid}".replace("  ", " ") for each in lost)


def _counter(session: Session, name: str) -> int:
    row = session.get(CounterRow, name)
    return row.value if row else 0


def _ahead(session: Session, now: dt.datetime) -> float:
    moments = [
        session.exec(select(func.max(column))).one()
        for column in (col(MessageRow.first_seen_at), col(AuditRow.at_utc))
    ]
    return max(((each - now).total_seconds() for each in moments if each), default=0.0)


def _snapshot_age(session: Session, now: dt.datetime) -> float | None:
    used = snapshots.newest_used(session)
    return None if used is None else (now - used.snapshot.taken_at).total_seconds() / 86400


def _snapshots_waiting(session: Session) -> int:
    waits = SnapshotStateRow.state == SnapshotState.WAITING.value
    return session.exec(select(func.count()).select_from(SnapshotStateRow).where(waits)).one()


def _mails(session: Session, state: MailState, before: dt.datetime) -> int:
    """Count mails of ours in a state that were asked for until `before`."""
    wanted = (OutboxRow.state == state.value, col(OutboxRow.created_at) <= before)
    return session.exec(select(func.count()).select_from(OutboxRow).where(*wanted)).one()
