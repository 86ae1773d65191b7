"""How mailboxes and watched folders are doing: the last good look, the last error, refused logins.

Written by every look, read by `doctor`, the pages and the alerts. What is counted here is a courtesy
to people: what is read and what is not is decided by the sightings alone.
"""

import datetime as dt
from dataclasses import dataclass, fields

from sqlmodel import Session, col, select

from models.dialect import insert_missing
from models.rows.inbox.mailbox_tables import MailboxStateRow
from models.store import Store, reading, writing

LOGINS = 3
"""So many refused logins in a row, and none is tried any more: more would lock the account."""


@dataclass(frozen=True, slots=True)
class MailboxState:
    """How one folder of a mailbox, or a watched folder, is doing.

    `failures` and `refused` count those in a row. `waiting` mails are left for the next look, `withheld`
    ones were not handed out in the last. `unfiled` settled mails could not be moved, for the reason in
    `filing_error`. The other counts are sums: mails that `vanished` before they were fetched, `doubted`
    ones whose UID seemed to stand for another mail, `rescans` after the server gave new UIDs, mails
    moved back `by_hand`, and those `removed` by the rule of retention.
    """

    account: str
    folder: str
    known_since: dt.datetime
    last_good_at: dt.datetime | None = None
    last_new_at: dt.datetime | None = None
    last_failure_at: dt.datetime | None = None
    last_error: str | None = None
    failures: int = 0
    refused: int = 0
    read_only: bool = False
    waiting: int = 0
    withheld: int = 0
    unfiled: int = 0
    filing_error: str | None = None
    vanished: int = 0
    doubted: int = 0
    rescans: int = 0
    by_hand: int = 0
    removed: int = 0
    tidied_at: dt.datetime | None = None

    @property
    def auth_failed(self) -> bool:
        """Tell whether the login was refused so often that it is not tried any more."""
        return self.refused >= LOGINS

    @property
    def silent_since(self) -> dt.datetime:
        """When something new came in last; when it was first looked at, if nothing ever did."""
        return self.last_new_at or self.known_since


@dataclass(frozen=True, slots=True)
class Look:
    """What one good look into a source found, as far as its state tells of it."""

    new: int = 0
    waiting: int = 0
    withheld: int = 0
    vanished: int = 0
    doubted: int = 0
    rescans: int = 0
    by_hand: int = 0
    read_only: bool = False


def good(store: Store, account: str, folder: str, look: Look, now: dt.datetime) -> None:
    """Note that a look at a source succeeded, and what it found."""
    with writing(store) as session:
        row = _row(session, account, folder, now)
        row.last_good_at = now
        row.last_new_at = now if look.new else row.last_new_at
        row.failures, row.refused, row.login = 0, 0, None
        row.waiting, row.withheld, row.read_only = look.waiting, look.withheld, look.read_only
        for name in ("vanished", "doubted", "rescans", "by_hand"):
            setattr(row, name, getattr(row, name) + getattr(look, name))
        session.add(row)


def failed(
    store: Store, account: str, folder: str, now: dt.datetime, *, error: str, login: str | None = None
) -> int:
    """Note that a source could not be spoken to; return how many logins were refused in a row.

    `login` is a digest of the login, if it is that which was refused.
    """
    with writing(store) as session:
        row = _row(session, account, folder, now)
        row.last_failure_at, row.last_error = now, error
        row.failures += 1
        if login is not None:
            row.refused = row.refused + 1 if row.login == login else 1
            row.login = login
        session.add(row)
        return row.refused


def filed(
    store: Store, account: str, folder: str, now: dt.datetime, *, unfiled: int, error: str | None
) -> None:
    """Note how many settled mails could not be moved, and why."""
    with writing(store) as session:
        row = _row(session, account, folder, now)
        row.unfiled, row.filing_error = unfiled, error
        session.add(row)


def removed(store: Store, account: str, folder: str, now: dt.datetime, *, count: int, done: bool) -> None:
    """Add up the settled mails that were removed by the rule of retention; `done` if none is left to."""
    with writing(store) as session:
        row = _row(session, account, folder, now)
        row.removed += count
        row.tidied_at = now if done else row.tidied_at
        session.add(row)


def refusals(store: Store, account: str) -> dict[str, int]:
    """Return how often each login to an account was refused in a row, by the digest of the login."""
    with reading(store) as session:
        rows = session.exec(
            select(MailboxStateRow.login, MailboxStateRow.refused)
            .where(MailboxStateRow.account_id == account)
            .where(col(MailboxStateRow.refused) > 0)
        )
        counts: dict[str, int] = {}
        for login, refused in rows:
            counts[login or ""] = counts.get(login or "", 0) + refused
        return counts


def forgive(store: Store, account: str) -> None:
    """Let a login be tried again that was refused too often: a person mended it."""
    with writing(store) as session:
        for row in session.exec(select(MailboxStateRow).where(MailboxStateRow.account_id == account)):
            row.refused, row.login = 0, None
            session.add(row)


def state(store: Store, account: str, folder: str) -> MailboxState | None:
    """Return how a source is doing; None if it was never looked at."""
    with reading(store) as session:
        row = session.get(MailboxStateRow, (account, folder))
        return None if row is None else _value(row)


def states(store: Store) -> tuple[MailboxState, ...]:
    """Return how every source ever looked at is doing."""
    with reading(store) as session:
        rows = session.exec(
            select(MailboxStateRow).order_by(MailboxStateRow.account_id, MailboxStateRow.folder)
        )
        return tuple(_value(each) for each in rows)


def _row(session: Session, account: str, folder: str, now: dt.datetime) -> MailboxStateRow:
    empty = MailboxStateRow(account_id=account, folder=folder, known_since=now).model_dump()
    insert_missing(session, MailboxStateRow, [empty])
    return session.get_one(MailboxStateRow, (account, folder), with_for_update=True)


def _value(row: MailboxStateRow) -> MailboxState:
    named = {each.name: getattr(row, each.name) for each in fields(MailboxState) if each.name != "account"}
    return MailboxState(account=row.account_id, **named)
