"""The newest tokens of mail accounts. They are sealed before they come here."""

import datetime as dt
from dataclasses import dataclass

from models.kill_point import kill_point
from models.receipt import Lease
from models.rows.inbox.leases import assert_held
from models.rows.inbox.mailbox_tables import AccountTokenRow
from models.store import Store, reading, writing


@dataclass(frozen=True, slots=True)
class SealedTokens:
    """Tokens as they are kept. `seed` tells which setting they descend from."""

    seed: str
    refresh: str
    access: str | None = None
    expires_at: dt.datetime | None = None


def kept(store: Store, account: str) -> SealedTokens | None:
    """Return the newest tokens of an account; None if there are none."""
    with reading(store) as session:
        row = session.get(AccountTokenRow, account)
        if row is None:
            return None
        return SealedTokens(row.seed, row.refresh_sealed, row.access_sealed, row.expires_at)


def keep(store: Store, lease: Lease, account: str, tokens: SealedTokens, now: dt.datetime) -> None:
    """Replace the tokens of an account, all in one transaction.

    Raises:
        LeaseLostError: Another process renews them now.
    """
    kill_point("tokens_begin")
    with writing(store) as session:
        assert_held(session, lease)
        session.merge(
            AccountTokenRow(
                account_id=account,
                seed=tokens.seed,
                refresh_sealed=tokens.refresh,
                access_sealed=tokens.access,
                expires_at=tokens.expires_at,
                renewed_at=now,
            )
        )
    kill_point("tokens_kept")
