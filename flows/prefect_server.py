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


def environment(home: Path) -> Mapping[str, str]:
    """Return what Prefect has to find in the environment before it is imported."""
    return {
        "PREFECT_HOME": str(home),
        # Neither the library nor its server reports its use to anybody.
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_CLI_PROMPT": "false",
        # What each run did is on the server; people at the terminal get our own words.
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "WARNING",
    }


@contextmanager
def serving(home: Path) -> Iterator[str | None]:
    """Run a server until the end of the context; yield the address of its API, None if it does not start.

    The environment of this process names it meanwhile, so Prefect must be imported only after this.
    """
    port = _free_port()
    api = f"http://127.0.0.1:{port}/api"
    given = {**os.environ, **environment(home)}
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    home.mkdir(parents=True, exist_ok=True)
    with (home / "server.log").open("ab") as said:
        server = subprocess.Popen(  # noqa: S603 - this interpreter and its own arguments
            command, env=given, stdout=said, stderr=said, stdin=subprocess.DEVNULL, start_new_session=True
        )
    try:
        ready = _wait(api, server)
        if not ready:
            log.warning("the Prefect server does not start; going on without it (%s)", home / "server.log")
        with _named(api if ready else None, home):
            yield api if ready else None
    finally:
        stop(server)


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


def _wait(api: str, server: "subprocess.Popen[bytes]") -> bool:
    deadline = time.monotonic() + START
    while time.monotonic() < deadline and server.poll() is None:
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
