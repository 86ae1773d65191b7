"""Where messages were seen, and whether the mailbox was told what became of them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.audit import AuditEntry, append
from models.dialect import chunks, insert_missing
from models.kill_point import kill_point
from models.receipt import Lease, MessageState, Received, Seen, SightingKey
from models.rows.inbox.leases import assert_held
from models.store import Store, reading, writing
from models.tables import MessageRow, SightingRow

VANISHED = "vanished"
"""Why an item is not fetched any more: it was gone before it could be."""
_MOVED, _GONE, _LEFT, _DOUBTED, _SUPERSEDED = "moved", "gone", "left", "doubted", "superseded"
_AWAY = frozenset({_MOVED, _GONE})
_STAYS = frozenset({_MOVED, _LEFT})


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sighting whose message is settled and whose mailbox does not show it yet."""

    key: SightingKey
    raw_sha256: str
    state: MessageState


def known(store: Store, lease: Lease, uidvalidity: int, uids: Sequence[str], *, once: bool) -> frozenset[str]:
    """Return those of `uids` that need no fetching.

    Where an item keeps its place for good (`once`), what was seen once is known, unless it was moved
    away: then its UID stands for another mail now. A file that is there again after it was moved away
    was dropped again, and is not known then.
    """
    rows = _rows(store, lease, uidvalidity, uids)
    return frozenset(each.uid for each in rows if _is_settled(each, once=once))


def contents(store: Store, lease: Lease, uidvalidity: int, uids: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Return the SHA-256 and the size of what those of `uids` stood for that are known."""
    found: dict[str, tuple[str, int]] = {}
    hashes = {each.uid: each.raw_sha256 for each in _rows(store, lease, uidvalidity, uids) if each.raw_sha256}
    with reading(store) as session:
        for chunk in chunks(sorted(set(hashes.values()))):
            rows = session.exec(
                select(MessageRow.raw_sha256, MessageRow.size).where(col(MessageRow.raw_sha256).in_(chunk))
            )
            sizes = dict(rows.all())
            found.update({uid: (one, sizes[one]) for uid, one in hashes.items() if one in sizes})
    return found


def record(
    store: Store,
    lease: Lease,
    key: SightingKey,
    received: Received,
    now: dt.datetime,
    *,
    once: bool = False,
) -> Seen:
    """Enter a message whose bytes are safely kept; return whether it is new.

    From here the message is ours whatever happens to the mailbox. Where an item keeps its place for good
    (`once`), one that was moved and is there all the same will not be moved again.

    Raises:
        LeaseLostError: Another process speaks to the mailbox now.
    """
    kill_point("record_begins")
    with writing(store) as session:
        assert_held(session, lease)
        new = insert_missing(session, MessageRow, [_message(received, now)])
        kill_point("message_inserted")
        seen = Seen.NEW if new else _seen_again(session, key, received.raw_sha256)
        _see(session, key, received.raw_sha256, now, once=once)
        if seen is Seen.BY_HAND:
            told = {"source": key.account, "folder": key.folder}
            append(session, AuditEntry("intake", "message_sent_again", received.raw_sha256, told), now)
        kill_point("sighting_inserted")
    kill_point("recorded")
    return seen


def doubt(store: Store, lease: Lease, uidvalidity: int, uids: Sequence[str]) -> None:
    """Forget what `uids` stand for: the server says something else of them, and they are fetched anew."""
    with writing(store) as session:
        assert_held(session, lease)
        for uid in uids:
            row = session.get(SightingRow, (lease.account, lease.folder, uidvalidity, uid))
            if row is not None:
                row.acked_at, row.acked_as = None, _DOUBTED
                session.add(row)


def supersede(store: Store, lease: Lease, uidvalidity: int, now: dt.datetime) -> int:
    """Close what waits under UIDs that the server does not know any more; return how many generations.

    The mails themselves are found again under their new UIDs.
    """
    with reading(store) as session:
        old = session.exec(_of_other_generations(lease, uidvalidity).limit(1)).first()
    if old is None:
        return 0
    with writing(store) as session:
        assert_held(session, lease)
        generations = set()
        for row in session.exec(_of_other_generations(lease, uidvalidity)):
            generations.add(row.uidvalidity)
            row.acked_at, row.acked_as = now, _SUPERSEDED
            row.closed_reason = row.closed_reason or (None if row.raw_sha256 else _SUPERSEDED)
            session.add(row)
        return len(generations)


def note_failure(store: Store, lease: Lease, key: SightingKey, now: dt.datetime) -> int:
    """Count a failed try to fetch an item, and return how many there were."""
    with writing(store) as session:
        assert_held(session, lease)
        row = session.get(SightingRow, _identity(key)) or _row(key, None, now)
        if row.acked_as in _AWAY | {_DOUBTED}:
            # Whatever it stood for, it stands for something now that was never fetched.
            row.raw_sha256, row.acked_at, row.acked_as, row.fetch_failures = None, None, None, 0
        row.fetch_failures += 1
        row.closed_reason = None
        session.add(row)
        return row.fetch_failures


def close(store: Store, lease: Lease, key: SightingKey, reason: str) -> None:
    """Stop trying to fetch an item, and say why."""
    with writing(store) as session:
        assert_held(session, lease)
        row = session.get_one(SightingRow, _identity(key))
        row.closed_reason = reason
        session.add(row)
    kill_point("sighting_closed")


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
            .where(col(SightingRow.acked_as).is_(None))
        )
        return session.exec(waiting.limit(1)).first() is not None


def unacknowledged(store: Store, lease: Lease, uidvalidity: int) -> tuple[Waiting, ...]:
    """Return the sightings whose message is settled and whose mailbox does not show it yet."""
    open_ones = (
        select(SightingRow, MessageRow.state)
        .join(MessageRow, col(SightingRow.raw_sha256) == col(MessageRow.raw_sha256))
        .where(SightingRow.account_id == lease.account, SightingRow.folder == lease.folder)
        .where(SightingRow.uidvalidity == uidvalidity, col(SightingRow.acked_at).is_(None))
        .where(col(SightingRow.acked_as).is_(None))
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


def _see(session: Session, key: SightingKey, raw_sha256: str, now: dt.datetime, *, once: bool) -> None:
    row = session.get(SightingRow, _identity(key))
    if row is None:
        row = _row(key, raw_sha256, now)
    elif once and row.raw_sha256 == raw_sha256 and row.acked_as in _STAYS:
        # The server says that it moved the mail, and shows it still: moving again would only add copies.
        row.acked_at, row.acked_as = now, _LEFT
        session.add(row)
        session.flush()
        return
    # The item failed before, or was moved away and is there again: it waits to be acknowledged.
    row.raw_sha256, row.acked_at, row.acked_as, row.closed_reason = raw_sha256, None, None, None
    session.add(row)
    session.flush()


def _seen_again(session: Session, key: SightingKey, raw_sha256: str) -> Seen:
    """Tell whether a person put a settled message back: it had been moved away from this very folder."""
    moved = (
        select(SightingRow.uid)
        .where(SightingRow.account_id == key.account, SightingRow.folder == key.folder)
        .where(SightingRow.raw_sha256 == raw_sha256, SightingRow.uidvalidity == key.uidvalidity)
        .where(SightingRow.acked_as == _MOVED, SightingRow.uid != key.uid)
    )
    return Seen.BY_HAND if session.exec(moved.limit(1)).first() is not None else Seen.AGAIN


def _rows(store: Store, lease: Lease, uidvalidity: int, uids: Sequence[str]) -> list[SightingRow]:
    found: list[SightingRow] = []
    with reading(store) as session:
        for chunk in chunks(uids):
            rows = session.exec(
                select(SightingRow)
                .where(SightingRow.account_id == lease.account, SightingRow.folder == lease.folder)
                .where(SightingRow.uidvalidity == uidvalidity, col(SightingRow.uid).in_(chunk))
            )
            found += rows
    return found


def _of_other_generations(lease: Lease, uidvalidity: int) -> SelectOfScalar[SightingRow]:
    return (
        select(SightingRow)
        .where(SightingRow.account_id == lease.account, SightingRow.folder == lease.folder)
        .where(SightingRow.uidvalidity != uidvalidity, col(SightingRow.acked_at).is_(None))
        .where(col(SightingRow.closed_reason).is_(None))
    )


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
        # What was thought to be gone and is there again was only left out of one listing.
        return row.closed_reason != VANISHED
    if row.raw_sha256 is None or row.acked_as == _DOUBTED:
        return False
    return row.acked_at is None or (once and row.acked_as not in _AWAY)


def _identity(key: SightingKey) -> tuple[str, str, int, str]:
    return (key.account, key.folder, key.uidvalidity, key.uid)


def _key(row: SightingRow) -> SightingKey:
    return SightingKey(row.account_id, row.folder, row.uidvalidity, row.uid)
