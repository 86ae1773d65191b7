"""Everything that differs between SQLite and PostgreSQL, in one place.

SQLite runs in WAL mode and flushes every commit to the disk (`synchronous=FULL`): a commit that was
reported survives a power cut. A transaction that writes begins with `BEGIN IMMEDIATE`; one that read
first and wrote later would be refused whenever another process wrote in between, whatever the timeout.
A transaction that reads cannot write at all.

PostgreSQL is spoken to by pg8000. Its reading transactions see one state of the database too
(`REPEATABLE READ`), and what its server refuses is told apart by its SQLSTATE.
"""

import sqlite3
import ssl
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from sqlalchemy import Connection, Engine, Table, create_engine, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, ExceptionContext
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlmodel import Session, SQLModel

from models.errors import DatabaseError

PRAGMAS: Mapping[str, object] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 30000,
}
"""What every SQLite connection runs with, as SQLite reports it (synchronous 2 is FULL)."""

OUTSIDE = ("08", "25006", "28", "3D000", "40", "42501", "53", "55P03", "57", "58", "XX")
"""SQLSTATEs (or their first two characters) of what is not the program's fault: the connection, logins,
a missing database, a server that only reads, deadlocks, rights, a full disk, locks, shutdowns, I/O errors.
PostgreSQL manual, appendix A."""

T = TypeVar("T")
_POSTGRES = "postgresql+pg8000"
_UPGRADE = 7218443019
"""The key of the advisory lock that upgrades hold; any number that nobody else uses."""
_WRITES = "countercheck_writes"
_PARAMETERS = 500


def make_engine(url: str) -> Engine:
    """Return an engine for the database at `url`; no connection is made yet."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite_engine(parsed)
    if parsed.drivername in {"postgres", "postgresql", _POSTGRES}:
        return _postgres_engine(parsed.set(drivername=_POSTGRES))
    return create_engine(parsed, pool_pre_ping=True, hide_parameters=True)


def for_writing(engine: Engine) -> Engine:
    """Return the same engine, its transactions being allowed to write."""
    return engine.execution_options(**{_WRITES: True})


def pragmas(connection: Connection) -> dict[str, object]:
    """Return what the connection really runs with; empty for another database than SQLite."""
    if connection.dialect.name != "sqlite":
        return {}
    return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}


def lock_for_upgrade(connection: Connection) -> None:
    """Let programs that start together upgrade one after the other; held until the transaction ends.

    On SQLite the transaction itself is that lock.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE})


def copy_file(connection: Connection, target: Path) -> None:
    """Copy the SQLite database of `connection` into a new file as it is now, while others go on with it.

    Raises:
        DatabaseError: The copy cannot be written, or is not sound.
    """
    source = sqlite3.connect(f"file:{quote(str(connection.engine.url.database))}?mode=ro", uri=True)
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
        sound = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        copy.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as refused:
        raise DatabaseError(f"the database cannot be copied to {target}: {refused}") from None
    finally:
        source.close()
        copy.close()
    if not sound:
        raise DatabaseError(f"the copy {target} of the database is not sound: the database is damaged")


def assert_sound(engine: Engine) -> None:
    """Let SQLite look through its whole file; PostgreSQL watches over its own.

    Raises:
        DatabaseError: Something in it is damaged.
    """
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        said = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    if said != ["ok"]:
        raise DatabaseError(f"the database is damaged ({said[0]}): restore it from a backup")


def refusal(error: DBAPIError) -> str | None:
    """Return what the machine or the server refuses, in its own words; None for a fault of the program."""
    outside = _server_said(error.orig).get("C", "").startswith(OUTSIDE)
    # The plain class of sqlite3 stands for a file that is damaged or no database at all.
    if isinstance(error, OperationalError | InterfaceError) or type(error.orig) is sqlite3.DatabaseError:
        outside = True
    return _words(error.orig) if outside else None


def insert_missing(session: Session, table: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> int:
    """Insert those `rows` whose key is not there yet; return how many were new."""
    if not rows:
        return 0
    target: Table = table.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        return max(connection.execute(sqlite.insert(target).on_conflict_do_nothing(), rows).rowcount, 0)
    # pg8000 sends a list of parameters row by row; a thousand rows would be a thousand round trips.
    inserts = (postgresql.insert(target).values(list(each)) for each in chunks(rows))
    return sum(max(connection.execute(each.on_conflict_do_nothing()).rowcount, 0) for each in inserts)


def chunks(keys: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield `keys` in pieces that stay below every database's limit on parameters of one query."""
    for start in range(0, len(keys), _PARAMETERS):
        yield keys[start : start + _PARAMETERS]


def _words(error: BaseException | None) -> str:
    return _server_said(error).get("M") or str(error)


def _server_said(error: BaseException | None) -> Mapping[str, str]:
    """Return the fields of PostgreSQL's error message by their letters (manual, section 55.8)."""
    said = error.args[0] if error is not None and error.args else None
    return said if isinstance(said, dict) else {}


def _postgres_engine(url: URL) -> Engine:
    mode = url.query.get("sslmode")
    # Unasked, pg8000 uses TLS where the server offers it, and believes any certificate.
    chosen = {"disable": False, "require": True, "verify-full": _verifying}.get(str(mode))
    given = {} if chosen is None else {"ssl_context": chosen() if callable(chosen) else chosen}
    plain = url.difference_update_query(["sslmode"])
    engine = create_engine(plain, connect_args=given, pool_pre_ping=True, hide_parameters=True)
    event.listen(engine, "begin", _begin_postgres)
    event.listen(engine, "handle_error", _named)
    return engine


def _named(failed: ExceptionContext) -> IntegrityError | None:
    """Name a constraint that was violated as such: pg8000 does so for unique ones only."""
    state = _server_said(failed.original_exception).get("C", "")
    if not state.startswith("23") or isinstance(failed.sqlalchemy_exception, IntegrityError):
        return None
    return IntegrityError(failed.statement, None, failed.original_exception, hide_parameters=True)


def _verifying() -> ssl.SSLContext:
    return ssl.create_default_context()


def _begin_postgres(connection: Connection) -> None:
    if not connection.get_execution_options().get(_WRITES, False):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


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
