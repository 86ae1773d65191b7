"""Everything that differs between SQLite and PostgreSQL, in one place.

SQLite runs in WAL mode and flushes every commit to the disk (`synchronous=FULL`): a commit that was
reported survives a power cut. A transaction that writes begins with `BEGIN IMMEDIATE`; one that read
first and wrote later would be refused whenever another process wrote in between, whatever the timeout.
A transaction that reads cannot write at all.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL
from sqlmodel import Session, SQLModel

PRAGMAS: Mapping[str, object] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 30000,
}
"""What every SQLite connection runs with, as SQLite reports it (synchronous 2 is FULL)."""

T = TypeVar("T")
_WRITES = "countercheck_writes"
_PARAMETERS = 500


def make_engine(url: str) -> Engine:
    """Return an engine for the database at `url`; no connection is made yet."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True, hide_parameters=True)
    return _sqlite_engine(parsed)


def for_writing(engine: Engine) -> Engine:
    """Return the same engine, its transactions being allowed to write."""
    return engine.execution_options(**{_WRITES: True})


def pragmas(connection: Connection) -> dict[str, object]:
    """Return what the connection really runs with; empty for another database than SQLite."""
    if connection.dialect.name != "sqlite":
        return {}
    return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}


def insert_missing(session: Session, table: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> int:
    """Insert those `rows` whose key is not there yet; return how many were new."""
    if not rows:
        return 0
    target: Table = table.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    inserted = session.connection().execute(insert(target).on_conflict_do_nothing(), rows)
    return max(inserted.rowcount, 0)


def chunks(keys: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield `keys` in pieces that stay below every database's limit on parameters of one query."""
    for start in range(0, len(keys), _PARAMETERS):
        yield keys[start : start + _PARAMETERS]


def _sqlite_engine(url: URL) -> Engine:
    # Transactions are begun here, by hand; the driver must not begin its own. Parameters are what mails
    # say, and do not belong into errors and logs.
    engine = create_engine(url, connect_args={"isolation_level": None}, hide_parameters=True)
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare_connection(connection: sqlite3.Connection, _record: object) -> None:
    # The timeout comes first: switching to WAL waits for other processes too.
    for name in reversed(list(PRAGMAS)):
        connection.execute(f"PRAGMA {name} = {PRAGMAS[name]}").close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql(f"PRAGMA query_only = {int(not writes)}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
