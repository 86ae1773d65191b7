"""The work that waits: stored messages, claimed one at a time by any number of workers.

A claim counts as an attempt before anything is parsed, so a file that kills the program is noticed.
It runs out by itself; the fence then refuses the result of a worker that overslept.
"""

import datetime as dt

from sqlalchemy import or_
from sqlmodel import Session, col, select

from models.kill_point import kill_point
from models.receipt import Claim, MessageKind, MessageState
from models.store import Store, writing
from models.tables import MessageRow

TIME_TO_LIVE = dt.timedelta(seconds=120)
"""How long a claim holds; work that takes longer renews it."""


class ClaimLostError(Exception):
    """The claim ran out and another worker took the message."""


def claim(store: Store, owner: str, now: dt.datetime) -> Claim | None:
    """Take the message that waits longest; None if there is nothing to do."""
    free = or_(col(MessageRow.lease_until).is_(None), col(MessageRow.lease_until) < now)
    waiting = (
        select(MessageRow)
        .where(MessageRow.state == MessageState.STORED.value, free)
        .order_by(col(MessageRow.first_seen_at), col(MessageRow.raw_sha256))
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    with writing(store) as session:
        row = session.exec(waiting).first()
        if row is None:
            return None
        row.attempts += 1
        row.lease_by, row.lease_until, row.lease_fence = owner, now + TIME_TO_LIVE, row.lease_fence + 1
        session.add(row)
        taken = _claim(row, owner)
        kill_point("claim_begun")
    kill_point("claimed")
    return taken


def renew(store: Store, claim: Claim, now: dt.datetime) -> Claim:
    """Return the claim with a new time limit.

    Raises:
        ClaimLostError: It ran out and another worker took the message.
    """
    with writing(store) as session:
        row = held(session, claim)
        row.lease_until = now + TIME_TO_LIVE
        session.add(row)
        return _claim(row, claim.owner)


def release(
    store: Store, claim: Claim, not_before: dt.datetime | None, *, counted: bool, note: str | None = None
) -> None:
    """Give a message back, to be tried again from `not_before` on.

    An attempt that failed for a reason outside the message (disk full, server gone) is not `counted`.
    `note` says what kind of failure it was, for the next attempt and for people.
    """
    with writing(store) as session:
        try:
            row = held(session, claim)
        except ClaimLostError:
            return
        # Nobody's now: giving it back twice must not count twice.
        row.lease_until, row.lease_by = not_before, None
        row.attempts -= 0 if counted else 1
        row.reason_detail = note
        session.add(row)


def held(session: Session, claim: Claim) -> MessageRow:
    """Return the message's row if it is still ours to work on.

    Raises:
        ClaimLostError: Another worker took it or finished it.
    """
    row = session.get(MessageRow, claim.raw_sha256, with_for_update=True)
    if (
        row is None
        or (row.lease_by, row.lease_fence) != (claim.owner, claim.fence)
        or row.state != MessageState.STORED.value
    ):
        raise ClaimLostError(f"message {claim.raw_sha256} was taken by another worker")
    return row


def _claim(row: MessageRow, owner: str) -> Claim:
    assert row.lease_until is not None, "a claimed row has a time limit"
    return Claim(
        raw_sha256=row.raw_sha256,
        kind=MessageKind(row.kind),
        name=row.name,
        size=row.size,
        first_seen_at=row.first_seen_at,
        attempts=row.attempts,
        note=row.reason_detail,
        owner=owner,
        fence=row.lease_fence,
        until=row.lease_until,
    )
