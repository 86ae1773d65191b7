"""The access token of a mail account, whichever process renewed it last."""

import datetime as dt
import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass

from flows.mailboxes import oauth
from flows.mailboxes.oauth import Granted
from flows.mailboxes.source import LoginRefusedError
from flows.mailboxes.vault import Vault
from models.configuration import Mailbox, Smtp, Tokens
from models.errors import MailboxError
from models.receipt import Lease
from models.rows.inbox import leases, tokens
from models.rows.inbox.leases import LeaseLostError
from models.rows.inbox.tokens import SealedTokens
from models.store import Store

MARGIN = dt.timedelta(minutes=5)
"""So long before it expires a token is renewed; while the provider is down it is used to the end."""
WAITS = 20
"""Seconds to wait for another process that renews the same token just now."""


@dataclass(frozen=True, slots=True)
class Access:
    """Hands out access tokens for one account. `section` names its settings in errors."""

    store: Store
    vault: Vault
    account: str
    settings: Tokens
    section: str
    owner: str
    now: Callable[[], dt.datetime]
    sleep: Callable[[float], None] = time.sleep

    def __call__(self, refused: str | None = None) -> str:
        """Return an access token; not the one that was just `refused`.

        Raises:
            LoginRefusedError: A person has to allow it anew.
            MailboxError: The provider does not answer.
        """
        for _ in range(WAITS):
            token = _usable(self, refused, MARGIN)
            if token is not None:
                return token
            lease = leases.take(self.store, f"token:{self.account}", "", self.owner, self.now())
            if lease is not None:
                try:
                    return _renewed(self, lease, refused)
                except LeaseLostError:
                    continue
                finally:
                    leases.release(self.store, lease)
            self.sleep(1)
        raise MailboxError(f"another process renews the token of {self.account} just now")


def of_mailbox(
    store: Store, vault: Vault, box: Mailbox, owner: str, now: Callable[[], dt.datetime]
) -> Access:
    """Return what hands out the tokens of a mailbox."""
    section = "mailbox" if box.name == "mailbox" else f"mailboxes.{box.name}"
    return Access(store, vault, f"mail:{box.user}@{box.host}", box.tokens, section, owner, now)


def of_smtp(store: Store, vault: Vault, smtp: Smtp, owner: str, now: Callable[[], dt.datetime]) -> Access:
    """Return what hands out the tokens of the server that mails are sent by."""
    return Access(store, vault, f"smtp:{smtp.user}@{smtp.host}", smtp.tokens, "smtp", owner, now)


def begin(access: Access, granted: Granted) -> None:
    """Keep the first tokens of an account: they stand before what the settings say.

    Raises:
        LoginRefusedError: There is no refresh token among them.
        MailboxError: Another process renews the token just now.
    """
    if not granted.refresh:
        raise LoginRefusedError(f"the provider gave no refresh token: check {access.section}.scope")
    lease = leases.take(access.store, f"token:{access.account}", "", access.owner, access.now())
    if lease is None:
        raise MailboxError(f"another process renews the token of {access.account} just now: try again")
    try:
        _keep(access, lease, granted, granted.refresh)
    finally:
        leases.release(access.store, lease)


def _renewed(access: Access, lease: Lease, refused: str | None) -> str:
    # Another process may have done it between the look and the lease.
    token = _usable(access, refused, MARGIN)
    if token is not None:
        return token
    refresh = _refresh_token(access)
    try:
        granted = oauth.renewed(access.settings, refresh, access.section)
    except LoginRefusedError:
        raise
    except MailboxError:
        token = _usable(access, refused, dt.timedelta(0))
        if token is None:
            raise
        return token
    _keep(access, lease, granted, granted.refresh or refresh)
    return granted.access


def _keep(access: Access, lease: Lease, granted: Granted, refresh: str) -> None:
    now = access.now()
    sealed = SealedTokens(
        seed=_seed(access),
        refresh=access.vault.seal(refresh),
        access=access.vault.seal(granted.access),
        expires_at=now + granted.lasts,
    )
    tokens.keep(access.store, lease, access.account, sealed, now)


def _kept(access: Access) -> SealedTokens | None:
    """Return the tokens that descend from what the settings say now; those of an older setting are void."""
    kept = tokens.kept(access.store, access.account)
    return kept if kept is not None and kept.seed == _seed(access) else None


def _usable(access: Access, refused: str | None, margin: dt.timedelta) -> str | None:
    kept = _kept(access)
    if kept is None or kept.access is None or kept.expires_at is None:
        return None
    if kept.expires_at - margin <= access.now():
        return None
    token = access.vault.unseal(kept.access)
    return None if token == refused else token


def _refresh_token(access: Access) -> str:
    kept = _kept(access)
    refresh = access.vault.unseal(kept.refresh) if kept else None
    found = refresh or access.settings.refresh_token.reveal()
    if found:
        return found
    name = access.section.rpartition(".")[2]
    why = "cannot be read with this key" if kept else "is missing"
    message = f"the refresh token of {access.section} {why}"
    raise LoginRefusedError(f"{message}: call `countercheck login {name}` to get one")


def _seed(access: Access) -> str:
    settings = access.settings
    texts = (settings.provider, settings.client_id, settings.tenant, settings.refresh_token.reveal())
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:32]
