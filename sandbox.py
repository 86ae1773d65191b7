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
import signal
import subprocess
import sys
import tempfile
import threading

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
from sandbox_helper import MEBIBYTE, Ended, Helper, HelperLostError, Limits, command, environment

FORKS = sys.platform == "linux"
FULL = 0.75
"""A child that dies while it takes so great a share of its memory died of it."""
LIMITS = Limits()
UNLOCKING = Limits(result=64 * MEBIBYTE)
"""A copy of a file is larger than its words."""


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


_guard = threading.Lock()
_running: Helper | None = None


def _helper() -> Helper:
    global _running  # noqa: PLW0603 - one helper for the process
    with _guard:
        if _running is None:
            _running = Helper()
        return _running


def start(format: FileFormat = FileFormat.PDF) -> None:  # noqa: A002 - as in `read`
    """Start the helper ahead: it gets ready for a format while this process is busy with other things."""
    if FORKS:
        with contextlib.suppress(HelperLostError):
            _helper().prepare(format)


def _forget(lost: Helper) -> None:
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
            command("sandbox.serve_once()"),
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
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
