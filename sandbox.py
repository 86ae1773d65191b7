"""Child processes for files from strangers: what hangs, swells or crashes there harms nobody here.

On Linux one helper process is started clean, before it has a thread, a connection or a secret, and
forks for each document: a fork takes milliseconds where a new interpreter takes a quarter of a second.
The fork gives up what it does not need, reads the document under limits, and writes compact JSON,
which is checked here; nothing of the child is ever unpickled. Elsewhere each document gets a new
interpreter and only the limits on time and output hold.
"""

import atexit
import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from extractors.readers.answer import (
    Drawn,
    Task,
    Unlocking,
    answer,
    crashing,
    document,
    exceeding,
    from_plain,
    opened,
    picture,
    to_plain,
)
from models.errors import ErrorCode, Unreadable
from models.page import FileFormat, SourceDocument

MEBIBYTE = 1024 * 1024
FORKS = sys.platform == "linux"
ROOT = Path(__file__).parent
GRACE = 5.0
"""How many seconds longer than the document may take its helper may take to say so."""
FULL = 0.75
"""A child that dies while it takes so great a share of its memory died of it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of one document may take; all sizes in bytes."""

    seconds: float = 45.0
    memory: int = 896 * MEBIBYTE
    result: int = 32 * MEBIBYTE
    written: int = 16 * MEBIBYTE


LIMITS = Limits()
UNLOCKING = Limits(result=64 * MEBIBYTE)
"""A copy of a file is larger than its words."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: what it wrote, its exit code (a signal is negative), its greatest size."""

    result: bytes
    code: int
    late: bool = False
    peak: int = 0


class HelperLostError(Exception):
    """The helper died, or does not answer."""


def read(data: bytes, format: FileFormat, limits: Limits = LIMITS) -> SourceDocument:  # noqa: A002 - the word for it everywhere
    """Read a file of a known format in a child process.

    Raises:
        Unreadable: It cannot be read, or not within the limits; `code` says why, the text what to do.
    """
    return document(_judged(_run(data, format, limits), limits))


def render(data: bytes, page: int, scale: float, limits: Limits = LIMITS) -> bytes:
    """Draw a page (from 1) of a PDF or a scan in a child process, and return it as PNG.

    A `scale` of 1 is 72 dots per inch.

    Raises:
        Unreadable: It cannot be drawn, or not within the limits; `code` says why.
    """
    return picture(_judged(_run(data, FileFormat.PDF, limits, Drawn(page, scale)), limits))


def unlock(
    data: bytes,
    format: FileFormat,  # noqa: A002 - as in `read`
    passwords: tuple[str, ...],
    limits: Limits = UNLOCKING,
) -> bytes:
    """Return a copy of a file without its password; it is opened in a child process.

    Raises:
        Unreadable: None of the passwords opens it, or not within the limits.
    """
    return opened(_judged(_run(data, format, limits, Unlocking(passwords)), limits))


def _run(data: bytes, format: FileFormat, limits: Limits, task: Task = None) -> Ended:  # noqa: A002 - as in `read`
    run = _forked if FORKS else _spawned
    return run(data, format, limits, task)


def _judged(ended: Ended, limits: Limits) -> bytes:
    """Return the answer of a child that ended well.

    Raises:
        Unreadable: It did not.
    """
    if ended.late or ended.code == -getattr(signal, "SIGXCPU", 24):
        raise Unreadable(
            ErrorCode.TIMEOUT,
            f"Reading it was stopped after {limits.seconds:g} seconds. Ask the sender for a simpler file.",
        )
    if len(ended.result) > limits.result:
        raise Unreadable(
            ErrorCode.TOO_LARGE, "It holds more text than any order. Ask the sender for the order alone."
        )
    if ended.code == 0:
        return ended.result
    if ended.peak > FULL * limits.memory or ended.code == -getattr(signal, "SIGXFSZ", 25):
        raise Unreadable(ErrorCode.TOO_LARGE, exceeding("memory"))
    raise Unreadable(ErrorCode.CRASHED, crashing(f"the reader ended with code {ended.code}"))


class _Helper:
    """The process that forks for this one; any thread may ask it."""

    def __init__(self) -> None:
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self.process = subprocess.Popen(  # noqa: S603 - this interpreter
                _command(f"sandbox_child.serve({theirs.fileno()})"),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                env=_environment(),
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


_guard = threading.Lock()
_running: _Helper | None = None


def _helper() -> _Helper:
    global _running  # noqa: PLW0603 - one helper for the process
    with _guard:
        if _running is None:
            _running = _Helper()
        return _running


def start(format: FileFormat = FileFormat.PDF) -> None:  # noqa: A002 - as in `read`
    """Start the helper ahead: it gets ready for a format while this process is busy with other things."""
    if FORKS:
        with contextlib.suppress(HelperLostError):
            _helper().prepare(format)


def _forget(lost: _Helper) -> None:
    """End a helper that was lost, unless another thread did already."""
    global _running  # noqa: PLW0603 - one helper for the process
    with _guard:
        if _running is lost:
            _running = None
            lost.process.kill()
            lost.close()


def close() -> None:
    """End the helper; the next reading starts a new one. Done by itself at the end of the program."""
    if _running is not None:
        _forget(_running)


def _after_fork() -> None:
    """Leave the helper to the parent: two processes must not share it."""
    global _guard, _running
    if _running is not None:
        _running.control.close()
        _running.process.returncode = 0
    _guard, _running = threading.Lock(), None


atexit.register(close)
if FORKS:
    os.register_at_fork(after_in_child=_after_fork)


def _forked(data: bytes, format: FileFormat, limits: Limits, task: Task) -> Ended:  # noqa: A002 - as in `read`
    for _ in range(2):  # another document may have taken the helper with it
        helper = _helper()
        try:
            return helper.run(data, format, limits, task)
        except HelperLostError:
            _forget(helper)
    return Ended(b"", -signal.SIGKILL)


def _spawned(data: bytes, format: FileFormat, limits: Limits, task: Task) -> Ended:  # noqa: A002 - as in `read`
    """Have a document read by an interpreter of its own; on any system."""
    late = threading.Event()
    with tempfile.TemporaryFile() as file:
        # Not among the arguments, which anybody on the machine can list.
        wanted = {"format": format.value, "task": to_plain(task)}
        file.write(json.dumps(wanted).encode() + b"\n" + data)
        file.seek(0)
        with subprocess.Popen(  # noqa: S603 - this interpreter
            _command("sandbox.serve_once()"),
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        ) as process:
            assert process.stdout is not None
            timer = threading.Timer(limits.seconds, _stop, [process, late])
            timer.start()
            try:
                result = process.stdout.read(limits.result + 1)
                if len(result) > limits.result:
                    process.kill()
                process.wait()
            finally:
                timer.cancel()
                process.kill()
    code = 0 if len(result) > limits.result else process.returncode
    return Ended(result, code, late.is_set())


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def serve_once() -> None:
    """Do what the first line of the standard input asks of the document behind it; write the answer."""
    out = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    wanted = json.loads(sys.stdin.buffer.readline())
    data, task = sys.stdin.buffer.read(), from_plain(wanted["task"])
    with os.fdopen(out, "wb") as file:
        file.write(answer(data, FileFormat(wanted["format"]), task))


def _command(call: str) -> list[str]:
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


def _environment() -> dict[str, str]:
    """Return the few variables that Windows and temporary files need; no secret among them."""
    kept = ("SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
    return {name: os.environ[name] for name in kept if name in os.environ}
