"""Access tokens of mail providers: the refresh token grant (RFC 6749 §6), and where providers are.

An access token is used until shortly before it expires, by all processes; only then it is renewed, by
one of them. Asking at every look makes providers revoke tokens. Most of them hand out a new refresh
token each time: it is kept in the transaction that keeps the access token, before either is used. A
process that dies between the provider's answer and that commit leaves the older refresh token, which
providers go on accepting for a while.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from flows.mailboxes.source import LoginRefusedError
from models.configuration import Provider, Tokens
from models.errors import MailboxError
from settings import is_loopback

TIMEOUT = httpx.Timeout(30, connect=10)
LARGEST = 1024 * 1024
"""Bytes of an answer."""
UNSTATED = 1800
"""Seconds that a token is taken to be good for if its provider does not say."""
REFUSED = frozenset(
    "invalid_grant interaction_required consent_required login_required access_denied".split()
)
"""Errors after which a person has to allow it anew (RFC 6749 §5.2, OpenID Connect Core §3.1.2.6)."""
MISTAKEN = frozenset("invalid_client unauthorized_client invalid_scope unsupported_grant_type".split())
"""Errors that mean a wrong setting of the application."""


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where a provider is asked. `host` is how it wants this machine to be called in a redirect."""

    authorize: str
    token: str
    scope: str
    host: str = "127.0.0.1"
    more: Mapping[str, str] | None = None


MICROSOFT = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/"
"""Microsoft: "Authenticate an IMAP, POP or SMTP connection using OAuth"; public clients use localhost."""


def endpoints(tokens: Tokens, *, sending: bool = False) -> Endpoints:
    """Return where the provider of `tokens` is asked, and for what: to read a mailbox, or to send."""
    if tokens.provider is Provider.MICROSOFT:
        allowed = "SMTP.Send" if sending else "IMAP.AccessAsUser.All"
        place = MICROSOFT.format(tenant=tokens.tenant)
        known = Endpoints(
            f"{place}authorize",
            f"{place}token",
            f"https://outlook.office.com/{allowed} offline_access",
            host="localhost",
        )
    elif tokens.provider is Provider.GOOGLE:
        # Google: "OAuth 2.0 for Desktop Apps"; without both of `more` there is no refresh token.
        known = Endpoints(
            "https://accounts.google.com/o/oauth2/v2/auth",
            "https://oauth2.googleapis.com/token",
            "https://mail.google.com/",
            more={"access_type": "offline", "prompt": "consent"},
        )
    else:
        known = Endpoints("", "", "")
    return Endpoints(
        tokens.authorize_url or known.authorize,
        tokens.token_url or known.token,
        tokens.scope or known.scope,
        known.host,
        known.more,
    )


@dataclass(frozen=True, slots=True, repr=False)
class Granted:
    """What a provider hands out. `refresh` is empty if the one before goes on."""

    access: str
    refresh: str
    lasts: dt.timedelta


def renewed(tokens: Tokens, refresh: str, section: str) -> Granted:
    """Return a new access token for a refresh token. `section` names the settings in errors.

    Raises:
        LoginRefusedError: The provider does not accept the refresh token, or the application.
        MailboxError: It does not answer; trying again later helps.
    """
    form = {"grant_type": "refresh_token", "refresh_token": refresh}
    # Where the scope is not said, it is the one that was granted (RFC 6749 §6).
    return _asked(tokens, form | ({"scope": tokens.scope} if tokens.scope else {}), section)


def exchanged(tokens: Tokens, form: Mapping[str, str], section: str) -> Granted:
    """Return the first tokens for an authorization code.

    Raises:
        LoginRefusedError: The provider does not accept the code, or the application.
        MailboxError: It does not answer.
    """
    return _asked(tokens, {"grant_type": "authorization_code", **form}, section)


def _asked(tokens: Tokens, form: Mapping[str, str], section: str) -> Granted:
    address = endpoints(tokens).token
    _assert_safe(address, section)
    secret = tokens.client_secret.reveal()
    whole = {**form, "client_id": tokens.client_id} | ({"client_secret": secret} if secret else {})
    try:
        # No redirect is followed: a secret goes to nobody who was not named.
        with httpx.stream("POST", address, data=whole, timeout=TIMEOUT, follow_redirects=False) as answer:
            status, body = answer.status_code, _read(answer)
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as broken:
        message = f"the provider of tokens {_host(address)} does not answer ({type(broken).__name__})"
        raise MailboxError(f"{message}; it is asked again") from None
    said = _decoded(body)
    if status == httpx.codes.OK and isinstance(said.get("access_token"), str) and said["access_token"]:
        return Granted(str(said["access_token"]), _text(said.get("refresh_token")), _lasts(said))
    raise _refusal(_text(said.get("error")), status, address, section)


def _refusal(error: str, status: int, address: str, section: str) -> MailboxError:
    name = section.rpartition(".")[2]
    if error in REFUSED:
        message = f"{_host(address)} does not accept the refresh token of {section} any more ({error})"
        return LoginRefusedError(f"{message}: call `countercheck login {name}` to allow it anew")
    if error in MISTAKEN:
        message = f"{_host(address)} does not accept the application of {section} ({error})"
        return LoginRefusedError(f"{message}: check {section}.client_id, .client_secret, .tenant and .scope")
    return MailboxError(f"{_host(address)} hands out no token just now ({status}); it is asked again")


def _assert_safe(address: str, section: str) -> None:
    if not _is_safe(address):
        raise LoginRefusedError(f"{section}.token_url: expected an https address, so that no secret is shown")


def _is_safe(address: str) -> bool:
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL:
        return False
    return bool(url.host) and (url.scheme == "https" or (url.scheme == "http" and is_loopback(url.host)))


def _read(answer: httpx.Response) -> bytes:
    body = b""
    for piece in answer.iter_bytes():
        body += piece
        if len(body) > LARGEST:
            raise httpx.DecodingError("too large")
    return body


def _decoded(body: bytes) -> dict[str, object]:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) and value.isprintable() else ""


def _lasts(said: Mapping[str, object]) -> dt.timedelta:
    try:
        seconds = int(str(said.get("expires_in", UNSTATED)))
    except ValueError:
        seconds = UNSTATED
    return dt.timedelta(seconds=min(max(seconds, 0), 86400))


def _host(address: str) -> str:
    return httpx.URL(address).host
