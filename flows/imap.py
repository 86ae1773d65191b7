r"""A mailbox over IMAP: the only module that speaks to a mail server.

Reading changes nothing: everything is looked at with PEEK, and neither \Seen nor any other flag of
ours decides what is read. A settled mail is moved by MOVE (RFC 6851); without it by COPY, \Deleted
and UID EXPUNGE (RFC 4315); without that it is marked by a keyword where it is. A plain EXPUNGE, which
would remove other people's deleted mails too, is never sent.
"""

import contextlib
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from imapclient import DELETED, IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError, ProtocolError

from flows.source import FiledAs, NotHandedOutError
from models.configuration import ImapId, Mailbox, Security
from models.errors import MailboxError
from models.kill_point import kill_point
from models.receipt import MessageState

TIMEOUT = SocketTimeout(connect=15, read=60)
"""In seconds; any command must end before a lease on the mailbox does."""
FOLDERS = {
    MessageState.PROCESSED: ("countercheck", "Done"),
    MessageState.QUARANTINED: ("countercheck", "Quarantine"),
}
DONE = b"$CountercheckDone"
IDENTITY = {"name": "countercheck", "vendor": "countercheck"}
_SIZES_AT_ONCE = 500
_ANY_KEYWORD = b"\\*"


class LoginRefusedError(MailboxError):
    """The server does not accept the user or the password; trying again may lock the account."""


@dataclass(frozen=True, slots=True)
class ImapSource:
    """One folder of a mailbox."""

    mailbox: Mailbox

    @property
    def account(self) -> str:
        """The user at the server."""
        return f"mail:{self.mailbox.user}@{self.mailbox.host}:{self.mailbox.port}"

    @property
    def folder(self) -> str:
        """The folder that is read."""
        return self.mailbox.folder

    @property
    def once(self) -> bool:
        """Say yes: within a UIDVALIDITY a UID never stands for another mail."""
        return True

    @contextmanager
    def visit(self) -> Iterator["OpenedMailbox"]:
        """Connect, log in and select the folder; log out at the end.

        Raises:
            MailboxError: The server cannot be reached, or refuses.
        """
        with _speaking(self.mailbox):
            client = _connect(self.mailbox)
        try:
            with _speaking(self.mailbox):
                place = _select(client, self.mailbox)
            yield place
        except BaseException:
            # No polite goodbye on a connection that may be broken: that could wait for a minute.
            _hang_up(client)
            raise
        with contextlib.suppress(OSError, IMAPClientError):
            client.logout()


@dataclass(slots=True)
class OpenedMailbox:
    """A selected folder of a mailbox. Keys are UIDs as text."""

    client: IMAPClient
    mailbox: Mailbox
    uidvalidity: int
    can_mark: bool
    _made: dict[MessageState, str] = field(default_factory=dict)

    def uids(self) -> tuple[str, ...]:
        """Return the UIDs of all mails, oldest first, read or not."""
        with _speaking(self.mailbox):
            return tuple(str(each) for each in sorted(self.client.search("ALL")))

    def sizes(self, uids: Sequence[str]) -> Mapping[str, int]:
        """Return the size that the server states for each mail that is still there."""
        found: dict[str, int] = {}
        for start in range(0, len(uids), _SIZES_AT_ONCE):
            asked = [int(each) for each in uids[start : start + _SIZES_AT_ONCE]]
            with _speaking(self.mailbox):
                answer = self.client.fetch(asked, ["RFC822.SIZE"])
            found.update(
                {
                    str(uid): int(items[b"RFC822.SIZE"])
                    for uid, items in answer.items()
                    if b"RFC822.SIZE" in items
                }
            )
        return found

    def fetch(self, uid: str) -> bytes | None:
        """Return the mail's exact bytes."""
        return self._body(uid, "BODY.PEEK[]", b"BODY[]")

    def head(self, uid: str) -> bytes | None:
        """Return the mail's headers."""
        return self._body(uid, "BODY.PEEK[HEADER]", b"BODY[HEADER]")

    def name(self, uid: str) -> None:
        """Return None: a mail has no file name."""

    def file_away(self, uid: str, state: MessageState) -> FiledAs:
        """Move the mail to `countercheck/Done` or `countercheck/Quarantine`, or mark it."""
        number = [int(uid)]
        filed_as = self.filed_as()
        with _speaking(self.mailbox):
            if filed_as is FiledAs.MARKED:
                self.client.add_flags(number, [DONE], silent=True)
            elif filed_as is FiledAs.MOVED:
                self._move(number, self.target(state))
        return filed_as

    def filed_as(self) -> FiledAs:
        """Return how this server can show that a mail is settled."""
        if self.client.has_capability("MOVE") or self.client.has_capability("UIDPLUS"):
            return FiledAs.MOVED
        return FiledAs.MARKED if self.can_mark else FiledAs.LEFT

    def _move(self, number: list[int], target: str) -> None:
        if self.client.has_capability("MOVE"):
            self.client.move(number, target)
            return
        # A COPY that fails raises, so nothing is ever deleted that was not copied.
        self.client.copy(number, target)
        kill_point("mail_copied")
        self.client.add_flags(number, [DELETED], silent=True)
        self.client.uid_expunge(number)

    def _body(self, uid: str, asked: str, answered: bytes) -> bytes | None:
        with _speaking(self.mailbox):
            try:
                answer = self.client.fetch([int(uid)], [asked])
            except ProtocolError as nonsense:
                raise NotHandedOutError(str(type(nonsense).__name__)) from nonsense
        body = answer.get(int(uid), {}).get(answered)
        return body if isinstance(body, bytes) and body else None

    def target(self, state: MessageState) -> str:
        """Return the folder for mails in that state; it is made if it is not there."""
        if state not in self._made:
            with _speaking(self.mailbox):
                self._made[state] = _made_folder(self.client, FOLDERS[state])
        return self._made[state]


def _connect(mailbox: Mailbox) -> IMAPClient:
    tls = mailbox.security is Security.TLS
    context = None if mailbox.security is Security.PLAIN else _verifying(mailbox)
    client = IMAPClient(
        mailbox.host, port=mailbox.port, ssl=tls, ssl_context=context if tls else None, timeout=TIMEOUT
    )
    # Times as the server states them, with their zones.
    client.normalise_times = False
    try:
        if mailbox.security is Security.STARTTLS:
            client.starttls(context)
        _log_in(client, mailbox)
    except BaseException:
        _hang_up(client)
        raise
    return client


def _log_in(client: IMAPClient, mailbox: Mailbox) -> None:
    try:
        client.login(mailbox.user, mailbox.password.reveal())
    except LoginError as refused:
        # imapclient says the same when the connection breaks; that is no refusal.
        if isinstance(refused.__context__, IMAPClientAbortError):
            raise refused.__context__ from None
        # The server's own words may repeat what was sent.
        message = f"{mailbox.host} refuses {mailbox.user}: check mailbox.user and mailbox.password"
        raise LoginRefusedError(message) from None


def _hang_up(client: IMAPClient) -> None:
    with contextlib.suppress(OSError, IMAPClientError):
        client.shutdown()


def _verifying(mailbox: Mailbox) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(mailbox.ca_file) if mailbox.ca_file else None)


def _select(client: IMAPClient, mailbox: Mailbox) -> OpenedMailbox:
    # NetEase and Coremail refuse SELECT until the client has said who it is, after the login.
    if mailbox.imap_id is ImapId.ALWAYS or (mailbox.imap_id is ImapId.AUTO and client.has_capability("ID")):
        _identify(client)
    try:
        answer = client.select_folder(mailbox.folder)
    except IMAPClientAbortError:
        raise
    except IMAPClientError as refused:
        message = (
            f"{mailbox.host} does not open the folder {mailbox.folder!r} ({refused}): check mailbox.folder"
        )
        if "unsafe login" in str(refused).lower():
            message = f"{mailbox.host} calls the login unsafe: set mailbox.imap_id to always"
        raise MailboxError(message) from None
    if not answer.get(b"UIDVALIDITY"):
        message = f"{mailbox.host} gives no UIDVALIDITY: mails could be taken for others, so none is read"
        raise MailboxError(message)
    kill_point("selected")
    return OpenedMailbox(
        client, mailbox, answer[b"UIDVALIDITY"], _ANY_KEYWORD in answer.get(b"PERMANENTFLAGS", ())
    )


def _identify(client: IMAPClient) -> None:
    if client.has_capability("ID"):
        client.id_(IDENTITY)
        return
    # Forced by the setting though not advertised: some servers know ID without saying so.
    pairs = " ".join(f'"{each}"' for pair in IDENTITY.items() for each in pair)
    client._imap._simple_command("ID", f"({pairs})")  # noqa: SLF001 - the public way insists on the capability


def _made_folder(client: IMAPClient, parts: tuple[str, ...]) -> str:
    prefix, delimiter = _namespace(client)
    name = prefix + delimiter.join(parts)
    if not client.folder_exists(name):
        try:
            client.create_folder(name)
        except IMAPClientAbortError:
            raise
        except IMAPClientError:
            # Another worker may have made it since, or a parent has to be made first.
            if not client.folder_exists(name):
                client.create_folder(prefix + parts[0])
                client.create_folder(name)
        client.subscribe_folder(name)
    return name


def _namespace(client: IMAPClient) -> tuple[str, str]:
    if client.has_capability("NAMESPACE"):
        personal: Any = client.namespace().personal
        if personal:
            prefix, delimiter = personal[0]
            return prefix, delimiter or "/"
    listed = client.list_folders("", "")
    delimiter = listed[0][1] if listed else None
    return "", delimiter.decode() if delimiter else "/"


@contextmanager
def _speaking(mailbox: Mailbox) -> Iterator[None]:
    """Turn what a broken connection raises into an error that says what to look at."""
    try:
        yield
    except ssl.SSLCertVerificationError as refused:
        message = (
            f"the certificate of {mailbox.host} cannot be verified ({refused.verify_message}): "
            "set mailbox.ca_file to the certificate authority of your company"
        )
        raise MailboxError(message) from refused
    except (OSError, IMAPClientError) as broken:
        # What a server says in a broken answer may be mail content.
        said = type(broken).__name__ if isinstance(broken, ProtocolError) else broken
        message = f"the mailbox {mailbox.host}:{mailbox.port} does not answer as it should ({said})"
        raise MailboxError(message) from None
