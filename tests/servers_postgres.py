"""A real PostgreSQL on a free loopback port, run as an ordinary process in a folder of its own."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pg8000.dbapi

HOMES = (*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), Path("/usr/local/bin"))
"""Debian keeps the server's programs out of the path."""
FOUND = next((each for each in HOMES if (each / "initdb").exists() and (each / "postgres").exists()), None)
MISSING = "needs PostgreSQL: apt install postgresql"
USER = "countercheck"
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "dynamic_shared_memory_type": "mmap",
    # The machine does not lose its power in a test.
    "fsync": "off",
}


@dataclass(frozen=True, slots=True)
class Postgres:
    """A running server; every test takes a database of its own."""

    folder: Path
    port: int

    def url(self, name: str) -> str:
        """Return the address of the database with that name, as people write it."""
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{name}"

    def make(self, name: str) -> str:
        """Make an empty database and return its address."""
        self.say(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        self.say(f'CREATE DATABASE "{name}" TEMPLATE template0 ENCODING UTF8')
        return self.url(name)

    def say(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run one statement outside of everything that is tested, and return its rows."""
        connection = pg8000.dbapi.connect(
            user=USER, host="127.0.0.1", port=self.port, database=database, timeout=30
        )
        connection.autocommit = True
        try:
            cursor = connection.cursor()
            cursor.execute(statement)
            return [tuple(each) for each in cursor.fetchall()] if cursor.description else []
        finally:
            connection.close()

    def cut(self, name: str) -> int:
        """Cut every connection to a database, and return how many there were."""
        rows = self.say(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
            " AND pid <> pg_backend_pid()"
        )
        return len(rows)


@contextmanager
def running() -> Iterator[Postgres]:
    """Start PostgreSQL; as root it is run as the user nobody, since it refuses to be run by root."""
    assert FOUND is not None, MISSING
    folder = Path(tempfile.mkdtemp(prefix="countercheck-postgres-"))
    if os.geteuid() == 0:
        account = pwd.getpwnam("nobody")
        os.chown(folder, account.pw_uid, account.pw_gid)
    port = _free_port()
    _made(folder)
    command = [str(FOUND / "postgres"), "-D", str(folder / "data"), "-p", str(port)]
    command += [f"--{name}={value}" for name, value in SETTINGS.items()]
    with (folder / "log").open("wb") as log:
        process = _started(command, folder, log.fileno())
    try:
        server = Postgres(folder, port)
        _wait(server, process)
        yield server
    finally:
        # SIGINT cuts connections that are left open; after SIGTERM it would wait for them.
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGQUIT)
            process.wait(timeout=20)
        shutil.rmtree(folder, ignore_errors=True)


def _made(folder: Path) -> None:
    assert FOUND is not None, MISSING
    command = [str(FOUND / "initdb"), "-D", str(folder / "data"), "-U", USER, "-A", "trust", "-N"]
    made = _started([*command, "--locale=C", "--encoding=UTF8"], folder, subprocess.PIPE)
    said, _ = made.communicate(timeout=120)
    if made.returncode:
        raise RuntimeError(f"initdb failed: {said.decode(errors='replace')}")


def _started(command: list[str], folder: Path, output: int) -> "subprocess.Popen[bytes]":
    root = os.geteuid() == 0
    return subprocess.Popen(
        command,
        user="nobody" if root else None,
        group=pwd.getpwnam("nobody").pw_gid if root else None,
        extra_groups=[] if root else None,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(server: Postgres, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            server.say("SELECT 1")
        except (pg8000.dbapi.Error, OSError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start: {(server.folder / 'log').read_text(errors='replace')}")
