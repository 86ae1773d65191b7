"""Items that a source did not hand out: those that are still asked for, and those given up."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel import col, select

from models.receipt import Quarantine, SightingKey
from models.store import Store, reading, writing
from models.tables import SightingRow


@dataclass(frozen=True, slots=True)
class Withheld:
    """An item that was seen and could not be fetched; the mail itself is only in the mailbox."""

    key: SightingKey
    tries: int
    since: dt.datetime
    given_up: bool


def listed(store: Store) -> tuple[Withheld, ...]:
    """Return what could not be fetched, longest first; items that vanished since are not among them."""
    with reading(store) as session:
        rows = session.exec(
            select(SightingRow)
            .where(col(SightingRow.raw_sha256).is_(None))
            .where(
                col(SightingRow.closed_reason).is_(None)
                | (col(SightingRow.closed_reason) == Quarantine.SERVER_PROTOCOL.value)
            )
            .order_by(col(SightingRow.seen_at), col(SightingRow.uid))
        )
        return tuple(
            Withheld(
                SightingKey(each.account_id, each.folder, each.uidvalidity, each.uid),
                each.fetch_failures,
                each.seen_at,
                given_up=each.closed_reason is not None,
            )
            for each in rows
        )


def retry(store: Store, key: SightingKey) -> bool:
    """Let an item that was given up be asked for again; return whether there was one."""
    with writing(store) as session:
        row = session.get(SightingRow, (key.account, key.folder, key.uidvalidity, key.uid))
        if row is None or row.raw_sha256 is not None or row.closed_reason is None:
            return False
        # One failure stays: a row without message says by it that nothing was fetched.
        row.closed_reason, row.fetch_failures = None, 1
        session.add(row)
        return True
