"""Connecting to a mail server and logging in: TLS, password or token, and saying who speaks.

NetEase (163, 126, 188) and Coremail refuse to open a folder until the client has sent ID after the
login; QQ drops the connection at a command it does not know. So ID is sent if it is advertised, or as
`imap_id` says.
"""

import contextlib
import re
import socket
import ssl
from collections.abc import Callable

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from flows.mailboxes.imap_wire import TIMEOUT, BoundedClient, setting, speaking
from flows.mailboxes.source import LoginRefusedError
from models.configuration import ImapId, Login, Mailbox, Security
from models.errors import MailboxError

IDENTITY = {"name": "countercheck", "vendor": "countercheck"}
LATER = re.compile(
    r"\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|OVERQUOTA)\]|too many|try (again )?later|temporar|frequen"
    r"|rate.?limit|overload|busy|频繁|稍后",
    re.IGNORECASE,
)
"""What servers say when they will accept the same login later (RFC 5530, and their own words)."""
Access = Callable[[str | None], str]
"""Returns an access token; given the one that was just refused, another."""


def connect(mailbox: Mailbox, access: Access | None = None) -> BoundedClient:
    """Return a connection that is logged in and has said who it is.

    Raises:
        MailboxError: The server cannot be reached, or refuses.
    """
    with speaking(mailbox):
        client = _connected(mailbox)
    try:
        _log_in(client, mailbox, access)
        _identify(client, mailbox)
    except BaseException:
        hang_up(client)
        raise
    return client


def hang_up(client: BoundedClient) -> None:
    """End a connection that may be broken, without a polite goodbye: that could wait for a minute."""
    with contextlib.suppress(Exception):
        client.shutdown()


def _connected(mailbox: Mailbox) -> BoundedClient:
    tls = mailbox.security is Security.TLS
    context = None if mailbox.security is Security.PLAIN else _verifying(mailbox)
    client = BoundedClient(
        mailbox.host, port=mailbox.port, ssl=tls, ssl_context=context if tls else None, timeout=TIMEOUT
    )
    try:
        # The library sends a command in pieces; each would wait for the answer to the one before.
        client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # Times as the server states them, with their zones.
        client.normalise_times = False
        if mailbox.security is Security.STARTTLS:
            client.starttls(context)
    except BaseException:
        hang_up(client)
        raise
    return client


def _verifying(mailbox: Mailbox) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(mailbox.ca_file) if mailbox.ca_file else None)


def _log_in(client: BoundedClient, mailbox: Mailbox, access: Access | None) -> None:
    if client._imap.state == "AUTH":  # noqa: SLF001 - the library does not tell otherwise
        # PREAUTH: a tunnel may greet so; on the way to a server it would mean that TLS was skipped.
        if mailbox.security is Security.STARTTLS:
            raise MailboxError(f"{mailbox.host} claims a login before TLS: somebody may be in between")
        return
    if mailbox.login is Login.XOAUTH2:
        _log_in_by_token(client, mailbox, access)
        return
    with speaking(mailbox):
        disabled = client.has_capability("LOGINDISABLED")
    if disabled:
        message = f"{mailbox.host} accepts no password so: set {setting(mailbox, 'security')} to tls"
        raise MailboxError(message)
    user, password = mailbox.user, mailbox.password.reveal()
    # LOGIN has no notation for other characters; AUTHENTICATE PLAIN is UTF-8 (RFC 4616).
    log_in = client.login if (user + password).isascii() else client.plain_login
    said = _tried(mailbox, lambda: log_in(user, password))
    if said is not None:
        raise _refused(mailbox, said, f"check {setting(mailbox, 'user')} and {setting(mailbox, 'password')}")


def _log_in_by_token(client: BoundedClient, mailbox: Mailbox, access: Access | None) -> None:
    if access is None:
        raise MailboxError(f"{mailbox.host} is to be logged in to by token, but none was got")
    remedy = f"call `countercheck login {mailbox.name}` to allow it anew"
    token = access(None)
    said = _try_token(client, mailbox, token)
    if said is None:
        return
    # A token may be revoked before it expires: one more, made for this, before a person is asked.
    another = access(token)
    if another == token:
        raise _refused(mailbox, said, remedy)
    said = _try_token(client, mailbox, another)
    if said is not None:
        raise _refused(mailbox, said, remedy)


def _try_token(client: BoundedClient, mailbox: Mailbox, token: str) -> str | None:
    answers = [f"user={mailbox.user}\1auth=Bearer {token}\1\1"]

    def speak(_challenge: bytes) -> str:
        # The second challenge says why the token is refused; the empty answer lets the server say NO.
        return answers.pop() if answers else ""

    return _tried(mailbox, lambda: client.sasl_login("XOAUTH2", speak))


def _tried(mailbox: Mailbox, log_in: Callable[[], object]) -> str | None:
    """Log in; return what the server says if it refuses."""
    with speaking(mailbox):
        try:
            log_in()
        except LoginError as refused:
            # imapclient says the same when the connection breaks; that is no refusal.
            if isinstance(refused.__context__, IMAPClientAbortError):
                raise refused.__context__ from None
            return str(refused)
    return None


def _refused(mailbox: Mailbox, said: str, remedy: str) -> MailboxError:
    # The server's own words may repeat what was sent, so they are not shown.
    if "unsafe login" in said.lower():
        return MailboxError(_unsafe(mailbox))
    if LATER.search(said):
        return MailboxError(f"{mailbox.host} does not accept {mailbox.user} just now; it is tried again")
    return LoginRefusedError(f"{mailbox.host} refuses {mailbox.user}: {remedy}")


def unsafe_login(mailbox: Mailbox, said: str) -> str | None:
    """Return what to do if a server wants to know who speaks; None if that is not what it says."""
    return _unsafe(mailbox) if "unsafe login" in said.lower() else None


def _unsafe(mailbox: Mailbox) -> str:
    key = setting(mailbox, "imap_id")
    if mailbox.imap_id is ImapId.ALWAYS:
        return (
            f"{mailbox.host} calls the login unsafe though it was told who speaks ({key} is always): "
            "allow IMAP in the mailbox's own settings, and log in by its authorisation code"
        )
    return f"{mailbox.host} calls the login unsafe: set {key} to always"


def _identify(client: BoundedClient, mailbox: Mailbox) -> None:
    with speaking(mailbox):
        advertised = client.has_capability("ID")
        wanted = mailbox.imap_id is ImapId.ALWAYS or (mailbox.imap_id is ImapId.AUTO and advertised)
        if not wanted:
            return
    try:
        with speaking(mailbox):
            _say_id(client, advertised=advertised)
    except MailboxError:
        message = (
            f"{mailbox.host} breaks the connection when it is told who speaks: "
            f"set {setting(mailbox, 'imap_id')} to never"
        )
        raise MailboxError(message) from None


def _say_id(client: BoundedClient, *, advertised: bool) -> None:
    try:
        if advertised:
            client.id_(IDENTITY)
            return
        # Forced by the setting though not advertised: some servers know ID without saying so.
        pairs = " ".join(f'"{each}"' for pair in IDENTITY.items() for each in pair)
        client._imap._simple_command("ID", f"({pairs})")  # noqa: SLF001 - the public way insists on the capability
    except IMAPClientAbortError:
        raise
    except (IMAPClientError, ValueError):
        # It is only a courtesy: a server that says no to it, or nonsense, may be spoken to all the same.
        return
