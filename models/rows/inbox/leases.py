"""One speaker per mailbox: a lease in the database, with a fence against those who overslept.

Two programs that move the same mails at once make copies of them, so only the holder of the lease
speaks to the mailbox. A lease that was not renewed in time may be taken by anyone; every take
raises the fence, and what still carries the old one is refused.
"""

import datetime as dt

from sqlalchemy import or_, update
from sqlmodel import Session, col, select

from models.dialect import insert_missing
from models.kill_point import kill_point
from models.receipt import Lease
from models.store import Store, writing
from models.tables import MailboxLeaseRow

TIME_TO_LIVE = dt.timedelta(seconds=120)
"""Longer than any single command to a mail server may take."""


class LeaseLostError(Exception):
    """Another process took the lease; whatever was under way must stop."""


def take(store: Store, account: str, folder: str, owner: str, now: dt.datetime) -> Lease | None:
    """Take the lease on a mailbox's folder; None if somebody else holds it."""
    until = now + TIME_TO_LIVE
    free = or_(col(MailboxLeaseRow.until).is_(None), col(MailboxLeaseRow.until) < now)
    with writing(store) as session:
        insert_missing(session, MailboxLeaseRow, [{"account_id": account, "folder": folder, "fence": 0}])
        taken = session.connection().execute(
            update(MailboxLeaseRow)
            .where(col(MailboxLeaseRow.account_id) == account, col(MailboxLeaseRow.folder) == folder, free)
            .values(owner=owner, until=until, fence=col(MailboxLeaseRow.fence) + 1)
        )
        if not taken.rowcount:
            return None
        fence = session.exec(
            select(MailboxLeaseRow.fence).where(
                MailboxLeaseRow.account_id == account, MailboxLeaseRow.folder == folder
            )
        ).one()
        kill_point("lease_begun")
    kill_point("lease_taken")
    return Lease(account, folder, owner, fence, until)


def renew(store: Store, lease: Lease, now: dt.datetime) -> Lease:
    """Return the lease with a new time limit.

    Raises:
        LeaseLostError: Another process took it meanwhile.
    """
    until = now + TIME_TO_LIVE
    with writing(store) as session:
        _set_until(session, lease, until)
    return Lease(lease.account, lease.folder, lease.owner, lease.fence, until)


def release(store: Store, lease: Lease) -> None:
    """Give the lease back, if it is still held."""
    with writing(store) as session:
        try:
            _set_until(session, lease, None)
        except LeaseLostError:
            return
    kill_point("lease_released")


def assert_held(session: Session, lease: Lease) -> None:
    """Make sure, within a transaction, that nobody took the lease.

    Raises:
        LeaseLostError: Another process took it meanwhile.
    """
    row = session.get(MailboxLeaseRow, (lease.account, lease.folder), with_for_update=True)
    if row is None or (row.owner, row.fence) != (lease.owner, lease.fence):
        raise LeaseLostError(f"another process speaks to {lease.account} now")


def _set_until(session: Session, lease: Lease, until: dt.datetime | None) -> None:
    assert_held(session, lease)
    session.connection().execute(
        update(MailboxLeaseRow)
        .where(col(MailboxLeaseRow.account_id) == lease.account, col(MailboxLeaseRow.folder) == lease.folder)
        .values(until=until)
    )
