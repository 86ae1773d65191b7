"""What keeps a mail server from hurting the program: bounds on its answers, errors that say what to do.

The library waits for as many bytes as a server announces, for as long as a byte comes now and then, and
stumbles over nonsense in many ways. Here an answer has a limit in bytes and in seconds, and whatever goes
wrong in speaking to a server is one of two errors: it said no, or it did not answer as it should.
"""

import imaplib
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError
from imapclient.imap4 import IMAP4WithTimeout
from imapclient.tls import IMAP4_TLS

from flows.mailboxes.source import NotHandedOutError, RefusedError
from models.configuration import Mailbox
from models.errors import MailboxError

TIMEOUT = SocketTimeout(connect=15, read=60)
"""In seconds, for each time something is waited for."""
LONGEST_ANSWER = 110.0
"""Seconds that one command may take, bytes coming all the time: a lease on the mailbox holds for 120."""
LARGEST_ANSWER = 32 * 1024 * 1024
"""In bytes; enough for the UIDs of two million mails. A mail's own limit is drawn from its size."""
_PIECE = 65536


class _Bounded:
    """Reads answers with limits.

    `patience` is None while the server may be silent for long; `exceeded` tells that it announced or sent
    more than was asked for, which is not read.
    """

    patience: float | None = LONGEST_ANSWER
    largest: int = LARGEST_ANSWER
    exceeded: bool = False
    file: Any
    sock: Any
    _asked_at: float | None = None
    _read: int = 0

    def send(self, data: bytes) -> None:
        self._asked_at, self._read = time.monotonic(), 0
        super().send(data)  # type: ignore[misc] # of the library's class beside this one

    def read(self, size: int) -> bytes:
        """Return exactly `size` bytes, fewer if the connection ends."""
        self._count(size)
        pieces = []
        while size > 0:
            self._assert_in_time()
            piece = self.file.read1(min(size, _PIECE))
            if not piece:
                break
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def readline(self) -> bytes:
        """Return a line, or its beginning if the connection ends."""
        line = b""
        while not line.endswith(b"\n"):
            self._assert_in_time()
            held = self.file.peek(1)
            if not held:
                break
            piece = self.file.read1(held.find(b"\n") + 1 or len(held))
            self._count(len(piece))
            line += piece
        return line

    def holds_more(self) -> bool:
        """Tell, without waiting, whether something came that was not read yet."""
        before = self.sock.gettimeout()
        self.sock.settimeout(0)
        try:
            return bool(self.file.peek(1))
        except OSError:
            return False
        finally:
            self.sock.settimeout(before)

    def _count(self, size: int) -> None:
        self._read += size
        if self._read > self.largest:
            self.exceeded = True
            raise IMAPClientAbortError(f"more than {self.largest} bytes")

    def _assert_in_time(self) -> None:
        if self.patience is None or self._asked_at is None:
            return
        if time.monotonic() - self._asked_at > self.patience:
            raise TimeoutError("the answer takes too long")


class _BoundedPlain(_Bounded, IMAP4WithTimeout):  # type: ignore[misc] # the library has no types
    """Without TLS, or before STARTTLS."""


class _BoundedTls(_Bounded, IMAP4_TLS):  # type: ignore[misc] # the library has no types
    """With TLS from the beginning."""


class BoundedClient(IMAPClient):  # type: ignore[misc] # the library has no types
    """The library's client, its answers having limits."""

    def _create_IMAP4(self) -> imaplib.IMAP4:  # noqa: N802 - the library's name
        if self.ssl:
            return _BoundedTls(self.host, self.port, self.ssl_context, self._timeout.connect)
        return _BoundedPlain(self.host, self.port, self._timeout.connect)

    @property
    def wire(self) -> _Bounded:
        """The connection with its limits."""
        bounded: _Bounded = self._imap
        return bounded


def setting(mailbox: Mailbox, name: str) -> str:
    """Return the key of a mailbox's setting, as the file has it."""
    section = "mailbox" if mailbox.name == "mailbox" else f"mailboxes.{mailbox.name}"
    return f"{section}.{name}"


@contextmanager
def speaking(mailbox: Mailbox) -> Iterator[None]:
    """Turn whatever speaking to a server raises into an error that says what to look at.

    Only calls of the library belong in it: nonsense from a server makes it fail in many ways.
    """
    try:
        yield
    except (MailboxError, NotHandedOutError):
        raise
    except ssl.SSLCertVerificationError as refused:
        message = (
            f"the certificate of {mailbox.host} cannot be verified ({refused.verify_message}): "
            f"set {setting(mailbox, 'ca_file')} to the certificate authority of your company"
        )
        raise MailboxError(message) from refused
    except Exception as broken:  # noqa: BLE001 - foreign work, see above
        place = f"the mailbox {mailbox.host}:{mailbox.port}"
        if type(broken) is IMAPClientError:
            raise RefusedError(f"{place} refuses: {broken}") from None
        # What a server says in a broken answer may be mail content.
        said = broken if isinstance(broken, OSError | IMAPClientAbortError) else type(broken).__name__
        raise MailboxError(f"{place} does not answer as it should ({said})") from None
