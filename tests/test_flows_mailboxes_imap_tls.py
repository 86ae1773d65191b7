"""A mail server has to prove who it is before it is told anything."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import servers_smtp

from flows.mailboxes.imap import ImapSource
from models.configuration import Mailbox, Secret, Security
from models.errors import MailboxError


@contextmanager
def greeting(shown: servers_smtp.Certificate, heard: list[bytes]) -> Iterator[int]:
    """Greet whoever comes as an IMAP server does, and keep what is said to it; yield the port."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                plain, _ = listening.accept()
                with suppress(OSError), shown.context().wrap_socket(plain, server_side=True) as wrapped:
                    wrapped.sendall(b"* OK [CAPABILITY IMAP4rev1] ready\r\n")
                    heard.append(wrapped.recv(1000))

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield listening.getsockname()[1]
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join(5)


def look(port: int, ca_file: Path | None) -> None:
    box = Mailbox("localhost", "u", Secret("canary"), port, Security.TLS, ca_file=ca_file)
    with pytest.raises(MailboxError), ImapSource(box).visit():
        pass


@pytest.mark.parametrize(("name", "trusted"), [("localhost", False), ("other.example", True)])
def test_a_server_that_is_not_proven_hears_nothing(tmp_path: Path, name: str, *, trusted: bool) -> None:
    """Its certificate is nobody's, or of another name."""
    shown, heard = servers_smtp.certificate(tmp_path, name), list[bytes]()
    with greeting(shown, heard) as port:
        look(port, shown.certificate if trusted else None)
    assert b"".join(heard) == b""


def test_a_server_of_the_companys_own_authority_is_spoken_to(tmp_path: Path) -> None:
    shown, heard = servers_smtp.certificate(tmp_path), list[bytes]()
    with greeting(shown, heard) as port:
        look(port, shown.certificate)
    assert b"".join(heard)
