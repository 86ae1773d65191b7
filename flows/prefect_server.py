"""A Prefect server of our own on loopback: the window on the runs of `countercheck run` and the demo.

Its files are in the data folder and its database is its own. Nothing depends on it: without it, or
when it dies, the same work is done and only the window is missing.
"""

import contextlib
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

log = logging.getLogger(__name__)

START = 90.0
"""Seconds: a new database takes about 15 on a quiet machine."""
STOP = 20.0
LEAVING = 15.0
"""Seconds it goes on for those who still have to tell it something."""
LOG_BYTES = 10 * 1024 * 1024
ADDRESS = "address"
"""The file in its folder that says where it answers, while it does."""


def environment(home: Path) -> Mapping[str, str]:
    """Return what Prefect has to find in the environment before it is imported."""
    return {
        "PREFECT_HOME": str(home),
        # Neither the library nor its server reports its use to anybody.
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_CLI_PROMPT": "false",
        # Never as pickles, which whoever can write to the server could make run anything.
        "PREFECT_RESULTS_DEFAULT_SERIALIZER": "json",
        # What each run did is on the server; people at the terminal get our own words.
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "WARNING",
    }


class Server:
    """A server with its address, which stays the same however often it is started."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = _free_port()
        self.api = f"http://127.0.0.1:{self.port}/api"
        self.ready = threading.Event()
        """Set while it answers."""

    def run(self, stop_it: threading.Event, left: threading.Event | None = None) -> None:
        """Run it until `stop_it` is set and then everybody has `left`, or until it ends by itself."""
        process = _start(self.home, self.port)
        try:
            if _wait(self.api, process, stop_it):
                _write_address(self.home, self.api)
                self.ready.set()
                while not stop_it.wait(0.5) and process.poll() is None:
                    pass
                if left is not None and process.poll() is None:
                    left.wait(LEAVING)
            elif not stop_it.is_set():
                log.warning("the Prefect server does not start (%s)", self.home / "server.log")
        finally:
            self.ready.clear()
            (self.home / ADDRESS).unlink(missing_ok=True)
            stop(process)

    @contextmanager
    def named(self) -> Iterator[None]:
        """Let the environment of this process name it; Prefect must be imported only after that."""
        with _named(self.api, self.home):
            yield


@contextmanager
def serving(home: Path) -> Iterator[str | None]:
    """Run a server until the end of the context; yield the address of its API, None if it does not start.

    The environment of this process names it meanwhile, so Prefect must be imported only after this.
    """
    port = _free_port()
    api = f"http://127.0.0.1:{port}/api"
    server = _start(home, port)
    try:
        ready = _wait(api, server, threading.Event())
        if not ready:
            log.warning("the Prefect server does not start; going on without it (%s)", home / "server.log")
        with _named(api if ready else None, home):
            yield api if ready else None
    finally:
        stop(server)


def _start(home: Path, port: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    home.mkdir(parents=True, exist_ok=True)
    given = {**os.environ, **environment(home)}
    given.pop("PREFECT_API_URL", None)
    _shorten(home / "server.log")
    with (home / "server.log").open("ab") as said:
        return subprocess.Popen(  # noqa: S603 - this interpreter and its own arguments
            command, env=given, stdout=said, stderr=said, stdin=subprocess.DEVNULL, start_new_session=True
        )


def _shorten(said: Path) -> None:
    """Keep what the server said last time, and no more."""
    if said.exists() and said.stat().st_size > LOG_BYTES:
        said.replace(said.with_name("server.log.1"))


def _write_address(home: Path, api: str) -> None:
    """Tell `countercheck doctor` where it answers."""
    (home / ADDRESS).write_text(f"{api}\n", encoding="utf-8")


def stop(server: "subprocess.Popen[bytes]") -> None:
    """End a process that was started in a session of its own, and everything it started."""
    for wanted, patience in ((signal.SIGTERM, STOP), (signal.SIGKILL, STOP)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, wanted)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(timeout=patience)
    # Whatever it started may outlive it for a moment.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)


@contextmanager
def _named(api: str | None, home: Path) -> Iterator[None]:
    wanted = dict(environment(home)) | ({"PREFECT_API_URL": api} if api else {})
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def _wait(api: str, server: "subprocess.Popen[bytes]", stop_it: threading.Event) -> bool:
    deadline = time.monotonic() + START
    while time.monotonic() < deadline and server.poll() is None and not stop_it.is_set():
        try:
            with urllib.request.urlopen(f"{api}/health", timeout=5) as answer:  # noqa: S310 - our own address
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
