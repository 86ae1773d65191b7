"""Which settled mails may be removed from a mailbox, and the trail of those that were."""

import datetime as dt

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.audit import AuditEntry, append
from models.dialect import chunks
from models.receipt import Lease, MessageKind, MessageState
from models.rows.inbox.leases import assert_held
from models.store import Store, reading, writing
from models.tables import MessageRow, SightingRow


def sizes(store: Store, stated: frozenset[int], before: dt.datetime) -> frozenset[int]:
    """Return those of the `stated` sizes that a whole mail has which was processed before that time."""
    found: set[int] = set()
    with reading(store) as session:
        for chunk in chunks(sorted(stated)):
            found.update(session.exec(_old(before).where(col(MessageRow.size).in_(chunk))))
    return frozenset(found)


def may_go(store: Store, lease: Lease, raw_sha256: str, before: dt.datetime) -> bool:
    """Tell whether a mail was processed before that time, and moved away from the folder of the lease."""
    with reading(store) as session:
        old = session.exec(_old(before).where(MessageRow.raw_sha256 == raw_sha256)).first()
        moved = session.exec(
            select(SightingRow.uid)
            .where(SightingRow.account_id == lease.account, SightingRow.folder == lease.folder)
            .where(SightingRow.raw_sha256 == raw_sha256, SightingRow.acked_as == "moved")
            .where(col(SightingRow.acked_at) < before)
        ).first()
        return old is not None and moved is not None


def note(store: Store, lease: Lease, raw_sha256: str, uid: str, now: dt.datetime) -> None:
    """Write into the audit trail that a mail is now removed from the mailbox.

    Raises:
        LeaseLostError: Another process speaks to the mailbox now.
    """
    told = {"source": lease.account, "folder": lease.folder, "uid": uid, "kept_in": "archive"}
    with writing(store) as session:
        assert_held(session, lease)
        append(session, AuditEntry("retention", "mail_removed", raw_sha256, told), now)


def _old(before: dt.datetime) -> SelectOfScalar[int]:
    return (
        select(MessageRow.size)
        .where(MessageRow.state == MessageState.PROCESSED.value, MessageRow.kind == MessageKind.FULL.value)
        .where(col(MessageRow.settled_at) < before)
    )
