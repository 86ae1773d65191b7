"""The inner side of the sandbox on Linux: the helper that forks for each document, and its forks.

It runs in processes that `sandbox` starts, never in one that holds a connection, a thread or a secret.
"""

import ctypes
import fcntl
import gc
import json
import os
import resource
import select
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from extractors.readers.answer import answer, from_plain, prepare
from models.page import FileFormat

PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38
SOURCE, RESULT = 3, 4
"""The descriptors that a reading child keeps, beside three that lead nowhere."""
OPEN_FILES = 64
REQUEST = 64 * 1024
"""Bytes of a request; passwords in any writing are the longest thing in one."""


@dataclass(frozen=True, slots=True)
class _Child:
    """A document that is being read."""

    pid: int
    deadline: float
    status: socket.socket


def serve(control: int) -> None:
    """Fork for each request that comes through a socket, until its other end is closed."""
    helper = _Helper(socket.socket(fileno=control))
    try:
        while helper.turn():
            pass
    finally:
        for child in helper.children.values():
            _kill(child.pid)


class _Helper:
    """The children of this process, and what wakes it."""

    def __init__(self, control: socket.socket) -> None:
        self.control = control
        self.children: dict[int, _Child] = {}
        self.late: set[int] = set()
        self.waking, self.wake = socket.socketpair()
        for each in (self.waking, self.wake):
            each.settimeout(0)
        self.libc = ctypes.CDLL(None)
        signal.set_wakeup_fd(self.wake.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, _noticed)

    def turn(self) -> bool:
        """Wait for something and deal with it; False when nobody needs this process any more."""
        poll = select.poll()
        by_descriptor = {child.status.fileno(): child for child in self.children.values()}
        for descriptor in (self.control.fileno(), self.waking.fileno(), *by_descriptor):
            poll.register(descriptor, select.POLLIN)
        soonest = min((each.deadline for each in self.children.values()), default=None)
        left = None if soonest is None else max(soonest - time.monotonic(), 0) * 1000
        ready = {descriptor for descriptor, _ in poll.poll(left)}
        for descriptor in ready & by_descriptor.keys():
            _kill(by_descriptor[descriptor].pid)  # whoever asked has gone
        self._reap()
        self._stop_late()
        return self.control.fileno() not in ready or self._accept()

    def _accept(self) -> bool:
        request, descriptors, _, _ = socket.recv_fds(self.control, REQUEST, 3)
        if not request:
            return False
        wanted = json.loads(request)
        found = FileFormat(wanted["format"])
        task = from_plain(wanted.get("task"))
        prepare(found, task)
        gc.freeze()
        if not descriptors:
            return True
        source, result, status = descriptors
        own = os.getpid()
        pid = os.fork()
        if pid == 0:
            self._become_child(wanted, lambda data: answer(data, found, task), (source, result), own)
        os.close(source)
        os.close(result)
        deadline = time.monotonic() + wanted["seconds"]
        self.children[pid] = _Child(pid, deadline, socket.socket(fileno=status))
        return True

    def _become_child(
        self,
        wanted: dict[str, Any],
        work: Callable[[bytes], bytes],
        descriptors: tuple[int, int],
        parent: int,
    ) -> None:
        code = 1
        try:
            os.setsid()
            self.libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
            self.libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
            if os.getppid() == parent:
                _let_go(*descriptors)
                _limit(wanted)
                _write(RESULT, work(_whole(SOURCE)))
                code = 0
        finally:
            os._exit(code)

    def _reap(self) -> None:
        try:
            while self.waking.recv(1000):
                pass
        except BlockingIOError:
            pass
        for pid in list(self.children):
            ended, status, usage = os.wait4(pid, os.WNOHANG)
            if ended:
                _kill(pid)  # what it may have left behind in its group
                self._tell(self.children.pop(pid), os.waitstatus_to_exitcode(status), usage.ru_maxrss)

    def _tell(self, child: _Child, code: int, kilobytes: int) -> None:
        said = json.dumps([code, child.pid in self.late, kilobytes * 1024]).encode()
        self.late.discard(child.pid)
        with child.status:
            try:
                child.status.send(said)
            except OSError:
                return  # whoever asked has gone

    def _stop_late(self) -> None:
        now = time.monotonic()
        for child in self.children.values():
            if child.deadline <= now:
                self.late.add(child.pid)
                _kill(child.pid)


def _noticed(_: int, __: FrameType | None) -> None:
    """Do nothing: the signal has written to the descriptor that wakes the helper."""


def _kill(pid: int) -> None:
    """Kill a child and whatever it started; before it has a group of its own, only itself."""
    for kill in (os.killpg, os.kill):
        try:
            kill(pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue
        return


def _let_go(source: int, result: int) -> None:
    """Keep the document and the way out, and close everything else."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    source, result = (fcntl.fcntl(each, fcntl.F_DUPFD, 32) for each in (source, result))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for at, each in enumerate((nowhere, nowhere, nowhere, source, result)):
        os.dup2(each, at)
    os.closerange(RESULT + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[0])


def _limit(wanted: dict[str, Any]) -> None:
    seconds = int(wanted["seconds"]) + 1
    for what, most in (
        (resource.RLIMIT_AS, _mapped() + wanted["memory"]),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, wanted["written"]),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (allowed, allowed))
    os.umask(0o077)


def _mapped() -> int:
    """Return the size of this process's memory as RLIMIT_AS counts it."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()


def _whole(descriptor: int) -> bytes:
    with os.fdopen(descriptor, "rb") as file:
        file.seek(0)
        return file.read()


def _write(descriptor: int, data: bytes) -> None:
    with os.fdopen(descriptor, "wb", buffering=0) as file:
        left = memoryview(data)
        while left:
            left = left[file.write(left) :]
