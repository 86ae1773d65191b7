"""Handing mails to a server: TLS that is verified, a login by password or token, and what came of it.

Four outcomes that must not be mixed up: taken; refused for now (4xx, no connection), to be tried again;
refused for good (5xx), for a person; and unknown, where the connection broke after the whole mail was
handed over: then it may have been taken (RFC 5321, section 4.5.3.2.6).
"""

import base64
import contextlib
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from models.configuration import Login, Security, Smtp
from models.errors import MailboxError

CONNECT = 15
TIMEOUT = 30
"""Seconds for an answer to a command, and for handing over the mail."""
LAST = 90
"""Seconds for the answer to the whole mail: servers look through it before."""
Access = Callable[[str | None], str]
"""Returns an access token; given the one that was just refused, another."""


class ServerError(MailboxError):
    """The server cannot be reached or used; that is no mail's fault, and all mails wait."""


class LaterError(Exception):
    """The server does not take this mail just now."""


class RefusedError(Exception):
    """The server does not take this mail, and never will."""


class UnknownError(Exception):
    """The mail was handed over whole, and the answer never came: it may have been taken."""


@dataclass(slots=True)
class Post:
    """A connection that mails are handed to, one after the other."""

    server: smtplib.SMTP
    sender: str

    def hand_over(self, recipient: str, data: bytes) -> None:
        """Send one mail.

        Raises:
            LaterError: Not now.
            RefusedError: Never.
            UnknownError: It may have been taken.
            ServerError: The connection broke before it was handed over.
        """
        try:
            self._begin(recipient)
            # Dots at the beginning of lines are doubled: RFC 5321, section 4.5.2.
            self.server.send(_quoted(data))
        except (OSError, smtplib.SMTPServerDisconnected) as broken:
            raise ServerError(f"the connection broke ({_said(broken)}); it is tried again") from None
        _judge(self._last_answer())

    def _begin(self, recipient: str) -> None:
        # A mail that went wrong before must leave nothing behind.
        self._ask(self.server.rset)
        self._ask(lambda: self.server.mail(self.sender))
        self._ask(lambda: self.server.rcpt(recipient))
        self._ask(lambda: self.server.docmd("DATA"), expected=354)

    def _ask(self, command: Callable[[], tuple[int, bytes]], expected: int = 250) -> None:
        code, said = command()
        if code != expected and not (expected == 250 and code == 251):
            _judge((code, said), taken=False)

    def _last_answer(self) -> tuple[int, bytes]:
        try:
            if self.server.sock is not None:
                self.server.sock.settimeout(LAST)
            answer = self.server.getreply()
            if self.server.sock is not None:
                self.server.sock.settimeout(TIMEOUT)
        except (OSError, smtplib.SMTPException) as broken:
            raise UnknownError(f"no answer after the mail was handed over ({_said(broken)})") from None
        return answer


def _judge(answer: tuple[int, bytes], *, taken: bool = True) -> None:
    code, said = answer
    text = f"{code} {_printable(said)}"
    if taken and 200 <= code < 300:
        return
    if code == 421:
        raise ServerError(f"the server closes the connection ({text}); it is tried again")
    if 500 <= code < 600:
        raise RefusedError(text)
    raise LaterError(text)


def _quoted(data: bytes) -> bytes:
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").removesuffix(b"\n").split(b"\n")
    return b"\r\n".join(b"." + each if each.startswith(b".") else each for each in lines) + b"\r\n.\r\n"


@contextmanager
def connected(smtp: Smtp, access: Access | None = None) -> Iterator[Post]:
    """Yield a connection that is logged in.

    Raises:
        ServerError: The server cannot be reached, is not the one it should be, or refuses the login.
    """
    try:
        server = _connection(smtp)
    except (OSError, smtplib.SMTPException) as broken:
        message = f"the mail server {smtp.host}:{smtp.port} cannot be reached ({_said(broken)})"
        raise ServerError(f"{message}: check smtp.host, .port and .security") from None
    try:
        _log_in(server, smtp, access)
        yield Post(server, smtp.sender)
    finally:
        _leave(server)


def _connection(smtp: Smtp) -> smtplib.SMTP:
    # Some servers want a name with a dot; the sender's domain says who speaks, and no machine's name.
    name = smtp.sender.rpartition("@")[2]
    tls = None if smtp.security is Security.PLAIN else _verifying(smtp)
    if smtp.security is Security.TLS:
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            smtp.host, smtp.port, local_hostname=name, timeout=CONNECT, context=tls
        )
    else:
        server = smtplib.SMTP(smtp.host, smtp.port, local_hostname=name, timeout=CONNECT)
    try:
        server.ehlo_or_helo_if_needed()
        if smtp.security is Security.STARTTLS:
            # Raises where the server does not offer it: nothing is said in the open instead.
            server.starttls(context=tls)
            server.ehlo_or_helo_if_needed()
        assert server.sock is not None, "it is connected"
        server.sock.settimeout(TIMEOUT)
    except BaseException:
        server.close()
        raise
    return server


def _verifying(smtp: Smtp) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(smtp.ca_file) if smtp.ca_file else None)


def _log_in(server: smtplib.SMTP, smtp: Smtp, access: Access | None) -> None:
    if not smtp.user:
        return
    try:
        if smtp.login is Login.XOAUTH2:
            _by_token(server, smtp, access)
        else:
            server.login(smtp.user, smtp.password.reveal())
    except smtplib.SMTPAuthenticationError as refused:
        code = f"{refused.smtp_code} {_printable(refused.smtp_error)}"
        raise ServerError(f"{smtp.host} refuses the login of {smtp.user} ({code}): check smtp.user") from None
    except smtplib.SMTPNotSupportedError:
        raise ServerError(f"{smtp.host} offers no login: check smtp.port and smtp.security") from None
    except (OSError, smtplib.SMTPException) as broken:
        raise ServerError(f"{smtp.host} broke off the login ({_said(broken)}); it is tried again") from None


def _by_token(server: smtplib.SMTP, smtp: Smtp, access: Access | None) -> None:
    """Log in with an access token; one that is refused is renewed once (Microsoft, Google: XOAUTH2)."""
    if access is None:
        raise ServerError(f"there is no token for {smtp.user}: call `countercheck login`")
    token = access(None)
    code, said = _xoauth2(server, smtp.user, token)
    if code == 535:
        code, said = _xoauth2(server, smtp.user, access(token))
    if code not in {235, 503}:
        raise smtplib.SMTPAuthenticationError(code, said)


def _xoauth2(server: smtplib.SMTP, user: str, token: str) -> tuple[int, bytes]:
    said = f"user={user}\x01auth=Bearer {token}\x01\x01"
    code, answer = server.docmd("AUTH", "XOAUTH2 " + base64.b64encode(said.encode()).decode())
    # 334 brings the reason of a refusal; an empty line asks for the refusal itself.
    return server.docmd("") if code == 334 else (code, answer)


def _leave(server: smtplib.SMTP) -> None:
    with contextlib.suppress(OSError, smtplib.SMTPException):
        if server.sock is not None:
            server.sock.settimeout(5)
            server.docmd("QUIT")
    server.close()


def _said(error: BaseException) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_printable(error.smtp_error)}"
    return _printable(str(error).encode("utf-8", "replace")) or type(error).__name__


def _printable(said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return "".join(each if each.isprintable() else " " for each in text)[:300].strip()
