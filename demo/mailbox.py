"""An embedded mail server for the demo: real IMAP on a free loopback port, mails in a folder.

The server is pymap with its Maildir backend, in a process of its own, which ends when whoever started
it ends. What was filed away stays filed away, so a second demo finds an empty inbox. It is no server
for real mail: it is there for this machine and the length of a demo.
"""

import asyncio
import hashlib
import json
import re
import secrets
import subprocess
import sys
import tempfile
from argparse import Namespace
from asyncio import StreamReader, StreamWriter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from proxyprotocol.sock import SocketInfoLocal
from pymap.backend.maildir import Config, Identity, Login
from pymap.backend.maildir.layout import MaildirLayout
from pymap.backend.maildir.mailbox import MailboxSet, Maildir
from pymap.backend.maildir.users import PasswordsFile, UsersFile
from pymap.imap import IMAPServer
from pymap.interfaces.login import IdentityInterface
from pysasl.hashing import Cleartext

from models.configuration import Mailbox, Secret, Security
from models.errors import MailboxError

HOST = "127.0.0.1"
USER = "orders"
ROOT = Path(__file__).parent.parent


@contextmanager
def serving(folder: Path, mails: Sequence[Path]) -> Iterator[Mailbox]:
    """Serve a mailbox kept in `folder` until the end of the context.

    `mails` that it never held are put into its inbox first, in that order.

    Raises:
        MailboxError: The server does not start.
    """
    command = [sys.executable, "-m", "demo.mailbox", str(folder), *(str(each) for each in mails)]
    with subprocess.Popen(  # noqa: S603 - this interpreter, and paths as arguments
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        try:
            said = server.stdout.readline()
            if not said:
                raise MailboxError("the mail server of the demo did not start; what it printed says why")
            ready = json.loads(said)
            yield Mailbox(HOST, USER, Secret(ready["password"]), ready["port"], Security.PLAIN)
        finally:
            # The server ends by itself when nobody holds its input any more, also when we are killed.
            server.stdin.close()
            server.wait(timeout=20)


class _ExactMaildir(Maildir):
    """A folder whose mails are handed out byte for byte; the library would write them anew."""

    def get_message(self, key: str) -> Any:
        return self.get_bytes(key)


class _ExactIdentity(Identity):
    def _load_maildir(self, mailbox_path: str) -> tuple[Maildir, MaildirLayout[Any]]:
        return _opened(Path(self.config.base_dir) / mailbox_path)


class _ExactLogin(Login):
    async def authorize(self, authenticated: IdentityInterface, authzid: str) -> Identity:
        known = await super().authorize(authenticated, authzid)
        return _ExactIdentity(known.config, known.tokens, known.name, None, known.roles)


class _DemoConfig(Config):
    @property
    def greeting(self) -> bytes:
        # The library asks for the name of this machine, which can take long where none is known.
        return b"demo mailbox ready"


def _opened(path: Path) -> tuple[Maildir, MaildirLayout[Any]]:
    layout = MaildirLayout.get(str(path), "++", _ExactMaildir)
    return _ExactMaildir(str(path), create=True), layout


async def _serve(folder: Path, mails: Sequence[bytes]) -> None:
    secret = secrets.token_urlsafe(16)
    config = _config(folder)
    config.apply_context()
    await _allow(folder, secret)
    await _fill(folder / USER, mails)
    speak = IMAPServer(_ExactLogin(config), config)

    async def connected(reader: StreamReader, writer: StreamWriter) -> None:
        await speak(reader, writer, SocketInfoLocal(writer))

    server = await _listen(connected, folder / "port")
    port = server.sockets[0].getsockname()[1]
    _remember(folder / "port", port)
    sys.stdout.write(json.dumps({"port": port, "password": secret}) + "\n")
    sys.stdout.flush()
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


def _config(folder: Path) -> Config:
    options = Namespace(
        host=HOST,
        port=0,
        debug=False,
        cert=None,
        key=None,
        tls=False,
        passlib_cfg=None,
        proxy_protocol=None,
        base_dir=str(folder),
        layout="++",
        colon=None,
        concurrency=2,
    )
    # Hashing would make each login take half a second, and guards nothing here.
    return _DemoConfig.from_args(options, hash_context=Cleartext())


async def _listen(connected: Any, port_file: Path) -> asyncio.Server:
    """Listen on the port of the last demo if it is free, so that the mailbox keeps its name."""
    try:
        return await asyncio.start_server(connected, HOST, _last_port(port_file))
    except OSError:
        return await asyncio.start_server(connected, HOST, 0)


def _remember(port_file: Path, port: int) -> None:
    port_file.write_text(str(port))


def _last_port(port_file: Path) -> int:
    return int(port_file.read_text()) if port_file.exists() else 0


async def _allow(folder: Path, secret: str) -> None:
    async with UsersFile.with_write(str(folder)) as users, PasswordsFile.with_write(str(folder)) as passwords:
        users.set(users.build_record(USER, USER))
        passwords.set(passwords.build_record(USER, secret))


async def _fill(home: Path, mails: Sequence[bytes]) -> None:
    maildir, layout = _opened(home)
    held = _held(home)
    boxes = MailboxSet(maildir, layout)
    for mail in mails:
        exact = re.sub(rb"\r?\n", b"\r\n", mail)
        if _digest(exact) not in held:
            maildir.add(exact)
            # Opened after each, so that they are numbered in this order.
            await boxes.get_mailbox("INBOX")


def _held(home: Path) -> set[str]:
    return {_digest(each.read_bytes()) for each in home.rglob("*") if each.parent.name in {"cur", "new"}}


def _digest(mail: bytes) -> str:
    return hashlib.sha256(mail).hexdigest()


def main() -> None:
    """Serve the folder named first; the further arguments are mails to put into its inbox."""
    folder = Path(sys.argv[1])
    (folder / "tmp").mkdir(parents=True, exist_ok=True)
    # The library renames temporary files into the mailbox, which must be on the same disk.
    tempfile.tempdir = str(folder / "tmp")
    asyncio.run(_serve(folder, [Path(each).read_bytes() for each in sys.argv[2:]]))


if __name__ == "__main__":
    main()
