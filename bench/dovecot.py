"""A real Dovecot on a free loopback port, run as an ordinary process in a folder of its own."""

import grp
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from imapclient import IMAPClient

from models.configuration import Mailbox, Secret, Security

PROGRAM = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
MISSING = "needs Dovecot: apt install dovecot-imapd"
PASSWORD = "correct-horse-battery"  # noqa: S105 - of a server that lives as long as a test

CONFIGURATION = """
protocols = imap
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
default_vsz_limit = 512M
mail_location = maildir:{folder}/mail/%u
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home/%u
}}
first_valid_uid = 1
first_valid_gid = 1
service imap-login {{
  chroot =
  inet_listener imap {{
    address = 127.0.0.1
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
  prefix = {prefix}
}}
{more}
"""


@dataclass(frozen=True, slots=True)
class Dovecot:
    """A server that can be stopped and started again; every user name has a mailbox of its own.

    `user` is whom it runs as; `processes` are those of its master, the last one running or stopped.
    """

    folder: Path
    port: int
    user: str = ""
    processes: "list[subprocess.Popen[bytes]]" = field(default_factory=list)

    def start(self) -> None:
        """Start it, and wait until it greets."""
        assert PROGRAM is not None, MISSING
        account, root = pwd.getpwnam(self.user), os.geteuid() == 0
        process = subprocess.Popen(  # noqa: S603 - a program found on the path
            [PROGRAM, "-F", "-c", str(self.folder / "dovecot.conf")],
            user=self.user if root else None,
            group=account.pw_gid if root else None,
            extra_groups=[] if root else None,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.processes.append(process)
        _wait(self.port, process, self.folder)

    def stop(self) -> None:
        """Stop it with all its connections."""
        self.processes[-1].terminate()
        self.processes[-1].wait(timeout=20)

    def mailbox(self, user: str, **changes: object) -> Mailbox:
        """Return the settings for a user's mailbox, with changes."""
        plain = {"host": "127.0.0.1", "port": self.port, "user": user, "password": Secret(PASSWORD)}
        return Mailbox(**(plain | {"security": Security.PLAIN} | changes))  # type: ignore[arg-type]

    @contextmanager
    def client(self, user: str, folder: str | None = "INBOX") -> Iterator[IMAPClient]:
        """Log a user in, and open a folder."""
        with IMAPClient("127.0.0.1", port=self.port, ssl=False, timeout=20) as client:
            client.login(user, PASSWORD)
            if folder is not None:
                client.select_folder(folder)
            yield client

    def deliver(self, user: str, *mails: bytes) -> None:
        """Put mails into a user's inbox."""
        with self.client(user, None) as client:
            for mail in mails:
                client.append("INBOX", mail)

    def contents(self, user: str, folder: str) -> list[bytes]:
        """Return the bodies in a folder, sorted; an absent folder is empty.

        A mail that another session takes away meanwhile has no body any more, and does not count.
        """
        with self.client(user, None) as client:
            if not client.folder_exists(folder):
                return []
            client.select_folder(folder, readonly=True)
            found = client.fetch(client.search("ALL"), ["BODY.PEEK[]"])
            return sorted(body for each in found.values() if (body := each.get(b"BODY[]")) is not None)


@contextmanager
def running(more: str = "", separator: str = "/", prefix: str = "") -> Iterator[Dovecot]:
    """Start Dovecot; as root it is run as the user nobody, who owns its folder."""
    assert PROGRAM is not None, MISSING
    user = "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    account = pwd.getpwnam(user)
    folder = Path(tempfile.mkdtemp(prefix="countercheck-dovecot-"))
    port = free_port()
    text = CONFIGURATION.format(
        folder=folder,
        user=user,
        group=grp.getgrgid(account.pw_gid).gr_name,
        uid=account.pw_uid,
        gid=account.pw_gid,
        port=port,
        password=PASSWORD,
        separator=separator,
        prefix=prefix,
        more=more,
    )
    configuration = folder / "dovecot.conf"
    configuration.write_text(text)
    if os.geteuid() == 0:
        os.chown(folder, account.pw_uid, account.pw_gid)
    dovecot = Dovecot(folder, port, user)
    try:
        dovecot.start()
        yield dovecot
    finally:
        dovecot.stop()
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(port: int, process: "subprocess.Popen[bytes]", folder: Path) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as probe:
                if probe.recv(4).startswith(b"* OK"):
                    return
        except OSError:
            time.sleep(0.05)
        if process.poll() is not None:
            break
    log = folder / "log"
    raise RuntimeError(f"Dovecot did not start: {log.read_text() if log.exists() else 'no log'}")
