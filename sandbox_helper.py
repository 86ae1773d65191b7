"""Asking the helper process of the sandbox: it is started clean here, and forks for each document.

`sandbox_child` is what runs inside it.
"""

import contextlib
import json
import os
import select
import socket
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from extractors.readers.answer import Task, to_plain
from models.page import FileFormat

MEBIBYTE = 1024 * 1024
ROOT = Path(__file__).parent
GRACE = 5.0
"""How many seconds longer than the document may take its helper may take to say so."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of one document may take; all sizes in bytes."""

    seconds: float = 45.0
    memory: int = 896 * MEBIBYTE
    result: int = 32 * MEBIBYTE
    written: int = 16 * MEBIBYTE


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: what it wrote, its exit code (a signal is negative), its greatest size."""

    result: bytes
    code: int
    late: bool = False
    peak: int = 0


class HelperLostError(Exception):
    """The helper died, or does not answer."""


class Helper:
    """The process that forks for this one; any thread may ask it."""

    def __init__(self) -> None:
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self.process = subprocess.Popen(  # noqa: S603 - this interpreter
                command(f"sandbox_child.serve({theirs.fileno()})"),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                env=environment(),
                cwd="/",
                start_new_session=True,
            )

    def run(
        self,
        data: bytes,
        format: FileFormat,  # noqa: A002 - as in `read`
        limits: Limits,
        task: Task = None,
    ) -> Ended:
        """Have a document read, a page of it drawn, or its password taken off.

        Raises:
            HelperLostError: The helper died meanwhile; the document may be to blame, or another one.
        """
        status, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        source, (result, written) = os.memfd_create("document"), os.pipe()
        with status, contextlib.ExitStack() as mine:
            mine.callback(os.close, result)
            with theirs, contextlib.ExitStack() as given:
                given.callback(os.close, source)
                given.callback(os.close, written)
                with os.fdopen(source, "wb", closefd=False) as file:
                    file.write(data)
                wanted = {"format": format.value, "task": to_plain(task), **asdict(limits)}
                self._send(json.dumps(wanted).encode(), [source, written, theirs.fileno()])
            deadline = time.monotonic() + limits.seconds + GRACE
            received = _received(result, limits.result, deadline)
            if len(received) > limits.result:
                return Ended(received, 0)
            return _ended(received, status)

    def prepare(self, format: FileFormat) -> None:  # noqa: A002 - as in `read`
        """Have the helper import what a format needs, now and not when a document waits for it."""
        self._send(json.dumps({"format": format.value}).encode(), [])

    def _send(self, request: bytes, descriptors: list[int]) -> None:
        try:
            socket.send_fds(self.control, [request], descriptors)
        except OSError:
            raise HelperLostError from None

    def close(self) -> None:
        """End the helper, and with it the children that it may still have."""
        self.control.close()
        try:
            self.process.wait(2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _received(result: int, limit: int, deadline: float) -> bytes:
    """Return what comes out of a pipe, at most a little more than `limit`."""
    poll = select.poll()
    poll.register(result, select.POLLIN)
    chunks, size = [], 0
    while size <= limit:
        left = deadline - time.monotonic()
        if left <= 0 or not poll.poll(left * 1000):
            raise HelperLostError
        chunk = os.read(result, MEBIBYTE)
        if not chunk:
            break
        chunks.append(chunk)
        size += len(chunk)
    return b"".join(chunks)


def _ended(received: bytes, status: socket.socket) -> Ended:
    status.settimeout(GRACE)
    try:
        said = status.recv(200)
    except OSError:
        raise HelperLostError from None
    if not said:
        raise HelperLostError
    code, late, peak = json.loads(said)
    return Ended(received, code, late, peak)


def command(call: str) -> list[str]:
    """Return how to start a clean interpreter: no user's settings, nothing that `site` runs."""
    packages = [each for each in sys.path if each.endswith(("site-packages", "dist-packages"))]
    path = [str(ROOT), *packages]
    return [
        sys.executable,
        "-I",
        "-S",
        "-X",
        "utf8",
        "-c",
        f"import sys; sys.path[:0] = {path!r}; import {call.partition('.')[0]}; {call}",
    ]


def environment() -> dict[str, str]:
    """Return the few variables that Windows and temporary files need; no secret among them."""
    kept = ("SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
    return {name: os.environ[name] for name in kept if name in os.environ}
