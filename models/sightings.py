"""Where messages were seen, and whether the mailbox was told what became of them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from models.dialect import chunks, insert_missing
from models.kill_point import kill_point
from models.leases import assert_held
from models.receipt import Lease, MessageState, Received, SightingKey
from models.store import Store, reading, writing
from models.tables import MessageRow, SightingRow


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sighting whose message is settled and whose mailbox does not show it yet."""

    key: SightingKey
    raw_sha256: str
    state: MessageState


def known(store: Store, lease: Lease, uidvalidity: int, uids: Sequence[str], *, once: bool) -> frozenset[str]:
    """Return those of `uids` that need no fetching.

    Where an item keeps its place for good (`once`), what was seen once is known. A file that is
    there again after it was moved away was dropped again, and is not known then.
    """
    found: set[str] = set()
    with reading(store) as session:
        for chunk in chunks(uids):
            rows = session.exec(
                select(SightingRow)
                .where(SightingRow.account_id == lease.account, SightingRow.folder == lease.folder)
                .where(SightingRow.uidvalidity == uidvalidity, col(SightingRow.uid).in_(chunk))
            )
            found.update(each.uid for each in rows if _is_settled(each, once=once))
    return frozenset(found)


def record(store: Store, lease: Lease, key: SightingKey, received: Received, now: dt.datetime) -> bool:
    """Enter a message whose bytes are safely kept; return whether it is new.

    From here the message is ours whatever happens to the mailbox.

    Raises:
        LeaseLostError: Another process speaks to the mailbox now.
    """
    kill_point("record_begins")
    with writing(store) as session:
        assert_held(session, lease)
        new = insert_missing(session, MessageRow, [_message(received, now)])
        kill_point("message_inserted")
        _see(session, key, received.raw_sha256, now)
        kill_point("sighting_inserted")
    kill_point("recorded")
    return bool(new)


def note_failure(store: Store, lease: Lease, key: SightingKey, now: dt.datetime) -> int:
    """Count a failed try to fetch an item, and return how many there were."""
    with writing(store) as session:
        assert_held(session, lease)
        row = session.get(SightingRow, _identity(key)) or _row(key, None, now)
        row.fetch_failures += 1
        session.add(row)
        return row.fetch_failures


def close(store: Store, lease: Lease, key: SightingKey, reason: str) -> None:
    """Stop trying to fetch an item, and say why."""
    with writing(store) as session:
        assert_held(session, lease)
        row = session.get_one(SightingRow, _identity(key))
        row.closed_reason = reason
        session.add(row)


def failing(store: Store, lease: Lease, uidvalidity: int) -> dict[str, int]:
    """Return the items that could not be fetched yet, with the number of tries."""
    with reading(store) as session:
        rows = session.exec(
            select(SightingRow.uid, SightingRow.fetch_failures)
            .where(SightingRow.account_id == lease.account, SightingRow.folder == lease.folder)
            .where(SightingRow.uidvalidity == uidvalidity, col(SightingRow.raw_sha256).is_(None))
            .where(col(SightingRow.closed_reason).is_(None))
        )
        return dict(rows.all())


def any_unacknowledged(store: Store, account: str, folder: str) -> bool:
    """Tell whether a mailbox has to be told what became of a message."""
    with reading(store) as session:
        waiting = (
            select(SightingRow.uid)
            .join(MessageRow, col(SightingRow.raw_sha256) == col(MessageRow.raw_sha256))
            .where(SightingRow.account_id == account, SightingRow.folder == folder)
            .where(col(SightingRow.acked_at).is_(None), MessageRow.state != MessageState.STORED.value)
        )
        return session.exec(waiting.limit(1)).first() is not None


def unacknowledged(store: Store, lease: Lease, uidvalidity: int) -> tuple[Waiting, ...]:
    """Return the sightings whose message is settled and whose mailbox does not show it yet."""
    open_ones = (
        select(SightingRow, MessageRow.state)
        .join(MessageRow, col(SightingRow.raw_sha256) == col(MessageRow.raw_sha256))
        .where(SightingRow.account_id == lease.account, SightingRow.folder == lease.folder)
        .where(SightingRow.uidvalidity == uidvalidity, col(SightingRow.acked_at).is_(None))
        .where(MessageRow.state != MessageState.STORED.value)
        .order_by(col(SightingRow.seen_at), col(SightingRow.uid))
    )
    with reading(store) as session:
        return tuple(
            Waiting(_key(row), row.raw_sha256, MessageState(state))
            for row, state in session.exec(open_ones)
            if row.raw_sha256
        )


def acknowledge(store: Store, lease: Lease, key: SightingKey, how: str, now: dt.datetime) -> None:
    """Note that the mailbox shows what became of the message, or that it is gone from there."""
    with writing(store) as session:
        assert_held(session, lease)
        row = session.get_one(SightingRow, _identity(key))
        row.acked_at, row.acked_as = now, how
        session.add(row)
        kill_point("acknowledge_begun")
    kill_point("acknowledged")


def _see(session: Session, key: SightingKey, raw_sha256: str, now: dt.datetime) -> None:
    row = session.get(SightingRow, _identity(key))
    if row is None:
        row = _row(key, raw_sha256, now)
    # The item failed before, or was moved away and is there again: it waits to be acknowledged.
    row.raw_sha256, row.acked_at, row.acked_as, row.closed_reason = raw_sha256, None, None, None
    session.add(row)
    session.flush()


def _row(key: SightingKey, raw_sha256: str | None, now: dt.datetime) -> SightingRow:
    return SightingRow(
        account_id=key.account,
        folder=key.folder,
        uidvalidity=key.uidvalidity,
        uid=key.uid,
        raw_sha256=raw_sha256,
        seen_at=now,
    )


def _message(received: Received, now: dt.datetime) -> dict[str, object]:
    return {
        "raw_sha256": received.raw_sha256,
        "kind": received.kind.value,
        "name": received.name,
        "size": received.size,
        "first_seen_at": now,
        "state": MessageState.STORED.value,
        "attempts": 0,
        "lease_fence": 0,
    }


def _is_settled(row: SightingRow, *, once: bool) -> bool:
    if row.closed_reason is not None:
        return True
    return row.raw_sha256 is not None and (once or row.acked_at is None)


def _identity(key: SightingKey) -> tuple[str, str, int, str]:
    return (key.account, key.folder, key.uidvalidity, key.uid)


def _key(row: SightingRow) -> SightingKey:
    return SightingKey(row.account_id, row.folder, row.uidvalidity, row.uid)
