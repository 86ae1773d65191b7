"""A real SMTP server in this process: takes mails, or does to them what a test asks for."""

import asyncio
import base64
import datetime as dt
import email
import email.policy
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from models.configuration import Security, Smtp

USER, PASSWORD, TOKEN = "orders@works.example", "correct-horse-battery", "token-1"


@dataclass
class Post:
    """What arrived. `answers` are given to the next mails in turn; None takes one, "drop" cuts after it."""

    port: int = 0
    taken: list[bytes] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    answers: list[str | None] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    tokens: list[str] = field(default_factory=lambda: [TOKEN])
    logins: list[str] = field(default_factory=list)

    @property
    def mails(self) -> list[EmailMessage]:
        """The mails as a reader sees them."""
        found = [email.message_from_bytes(each, policy=email.policy.default) for each in self.taken]
        return [each for each in found if isinstance(each, EmailMessage)]

    async def handle_RCPT(  # noqa: N802 - as aiosmtpd calls it
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient or refuse it."""
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take a whole mail, refuse it, or take it and say nothing more."""
        answer = self.answers.pop(0) if self.answers else None
        if answer is not None and answer != "drop":
            return answer
        assert isinstance(envelope.content, bytes)
        self.taken.append(envelope.content)
        self.recipients += envelope.rcpt_tos
        self.senders.append(envelope.mail_from or "")
        if answer == "drop":
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return "250 OK"

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802 - aiosmtpd's name
        """Take a login by token, as Microsoft and Google do."""
        said = base64.b64decode(args[1]).decode()
        self.logins.append(said)
        if said == f"user={USER}\x01auth=Bearer {self.tokens[-1]}\x01\x01":
            return AuthResult(success=True)
        await server.challenge_auth(b'{"status":"401"}')
        await server.push("535 5.7.3 Authentication unsuccessful")
        return AuthResult(success=False, handled=True)


def _by_password(*given: object) -> AuthResult:
    wanted = LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=given[-1] == wanted, handled=False)


@dataclass(frozen=True)
class Certificate:
    """A certificate for this machine, signed by itself."""

    certificate: Path
    key: Path

    def context(self) -> ssl.SSLContext:
        """Return what a server shows it with."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.key)
        return context


def certificate(folder: Path, name: str = "localhost") -> Certificate:
    """Make a certificate for `name`."""
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(called)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    files = Certificate(folder / f"{name}.pem", folder / f"{name}.key")
    files.certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    files.key.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return files


@contextmanager
def running(
    post: Post | None = None,
    *,
    tls: Certificate | None = None,
    starttls: Certificate | None = None,
    login: bool = False,
    port: int = 0,
) -> Iterator[Post]:
    """Yield a running server."""
    kept = post or Post()
    options: dict[str, object] = {"server_hostname": "localhost", "enable_SMTPUTF8": False}
    if tls is not None:
        options["ssl_context"] = tls.context()
    if starttls is not None:
        options |= {"tls_context": starttls.context(), "require_starttls": True}
    if login:
        options |= {
            "authenticator": _by_password,
            "auth_required": True,
            "auth_require_tls": tls is None,
        }
    kept.port = port or _free_port()
    controller = Controller(kept, hostname="127.0.0.1", port=kept.port, **options)  # type: ignore[arg-type]
    controller.start()
    try:
        yield kept
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def settings(post: Post, **changes: object) -> Smtp:
    """Return the settings to send by a server without TLS."""
    plain: dict[str, object] = {
        "host": "127.0.0.1",
        "port": post.port,
        "sender": "countercheck@works.example",
        "security": Security.PLAIN,
    }
    return Smtp(**(plain | changes))  # type: ignore[arg-type]
