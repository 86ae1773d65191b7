"""Makes the n-th call to the outside fail: a write to the disk, a statement, a commit, the network.

SQLite's own method: n is 1, 2, 3 … until a run meets no failure any more.
"""

import errno
import os
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.default import DefaultDialect

FAIL = "COUNTERCHECK_TEST_FAIL"
"""`kind#n`: the n-th call of that kind fails, once."""
MET, REFUSED = 10, 11
"""Exit codes of a run that met the failure: it went on, or it ended with an error for the operator."""


class Failing:
    """Counts the calls of one kind; the n-th raises."""

    def __init__(self, number: int, error: Callable[[], BaseException]) -> None:
        self.number = number
        self.error = error
        self.calls = 0

    @property
    def met(self) -> bool:
        return self.calls >= self.number

    def __call__(self) -> None:
        self.calls += 1
        if self.calls == self.number:
            raise self.error()


def install(environment: dict[str, str]) -> Failing | None:
    """Put the failure that the environment asks for in place."""
    kind, _, number = environment.get(FAIL, "").partition("#")
    return KINDS[kind](int(number)) if kind else None


def _disk(code: int) -> Callable[[int], Failing]:
    def put_in_place(number: int) -> Failing:
        failing = Failing(number, lambda: OSError(code, os.strerror(code)))
        _before(os, "fsync", failing)
        _before(os, "open", failing)
        _before(Path, "replace", failing)
        _before(Path, "mkdir", failing)
        opened = os.fdopen

        def fdopen(*given: Any, **named: Any) -> Any:
            file = opened(*given, **named)
            return file if file.readable() else _Written(file, failing)

        os.fdopen = fdopen
        return failing

    return put_in_place


class _Written:
    """A file whose writes may fail."""

    def __init__(self, file: Any, failing: Failing) -> None:
        self._file, self._failing = file, failing

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        if name in {"write", "flush"}:
            self._failing()
        return getattr(self._file, name)


def _statement(says: str) -> Callable[[int], Failing]:
    def put_in_place(number: int) -> Failing:
        failing = Failing(number, lambda: sqlite3.OperationalError(says))
        event.listen(Engine, "do_execute", lambda *_: failing())
        event.listen(Engine, "do_execute_no_params", lambda *_: failing())
        event.listen(Engine, "do_executemany", lambda *_: failing())
        return failing

    return put_in_place


def _commit(*, happens: bool) -> Callable[[int], Failing]:
    """Fail a commit, before it happened or after: the answer is lost then."""

    def put_in_place(number: int) -> Failing:
        failing = Failing(number, lambda: sqlite3.OperationalError("disk I/O error"))
        plain: Callable[[DefaultDialect, Any], None] = DefaultDialect.do_commit

        def do_commit(dialect: DefaultDialect, connection: Any) -> None:
            if happens:
                plain(dialect, connection)
            failing()
            if not happens:
                plain(dialect, connection)

        DefaultDialect.do_commit = do_commit  # type: ignore[method-assign]
        return failing

    return put_in_place


def _network(number: int) -> Failing:
    failing = Failing(number, lambda: ConnectionResetError(errno.ECONNRESET, "cut by the test"))
    _before(socket.socket, "sendall", failing, cut=lambda each: each)
    _before(socket.SocketIO, "readinto", failing, cut=lambda each: each._sock)
    _before(socket.socket, "connect", failing)
    return failing


def _before(
    owner: Any, name: str, failing: Failing, cut: Callable[[Any], socket.socket] | None = None
) -> None:
    plain = getattr(owner, name)

    def called(*given: Any, **named: Any) -> Any:
        try:
            failing()
        except OSError:
            if cut is not None:
                cut(given[0]).close()
            raise
        return plain(*given, **named)

    setattr(owner, name, called)


KINDS: dict[str, Callable[[int], Failing]] = {
    "disk_full": _disk(errno.ENOSPC),
    "disk_broken": _disk(errno.EIO),
    "database_full": _statement("database or disk is full"),
    "database_locked": _statement("database is locked"),
    "commit_fails": _commit(happens=False),
    "commit_unanswered": _commit(happens=True),
    "network_cut": _network,
}
