"""The database as a whole: opening it, bringing it to the current version, transactions.

Only the modules of `models` that keep rows open sessions; each of their public functions is one
transaction and takes and returns values.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlmodel import Session

from models import dialect
from models.errors import DatabaseError

MIGRATIONS = Path(__file__).with_name("migrations")

BeforeUpgrade = Callable[[Connection, str], None]
"""Is called with the connection and the version found, before an existing database is changed."""


@dataclass(frozen=True, slots=True)
class Store:
    """An opened database. `reader` and `writer` share their connections."""

    reader: Engine
    writer: Engine


def prepare(url: str, before_upgrade: BeforeUpgrade | None = None) -> Store:
    """Make the database at `url`, or bring it to the version of this program, and open it.

    The whole upgrade is one transaction: stopped half-way, it has not happened. Processes that start
    together wait for each other.

    Raises:
        DatabaseError: It cannot be opened, or a newer program made it.
    """
    store = _store(url)
    with operator_errors(url), store.writer.begin() as connection:
        dialect.lock_for_upgrade(connection)
        found = version(connection)
        if before_upgrade is not None and found in _older():
            before_upgrade(connection, found)
        upgrade(connection)
    return _checked(store, url)


def connect(url: str) -> Store:
    """Open the database at `url`, which must be of this program's version.

    Raises:
        DatabaseError: It cannot be opened, or is of another version.
    """
    store = _store(url)
    return _checked(store, url)


def bare(url: str) -> Store:
    """Open the database at `url` whatever is in it; nothing is made or checked.

    Raises:
        DatabaseError: The address is none.
    """
    return _store(url)


def assert_sound(store: Store) -> None:
    """Let SQLite look through its whole file; PostgreSQL watches over its own.

    Raises:
        DatabaseError: Something in it is damaged.
    """
    with operator_errors(store.reader.url.database or ""):
        dialect.assert_sound(store.reader)


def close(store: Store) -> None:
    """Close the connections."""
    store.writer.dispose()


@contextmanager
def reading(store: Store) -> Iterator[Session]:
    """Yield a session that sees one state of the database and cannot write."""
    with operator_errors(store.reader.url.database or ""), Session(store.reader) as session:
        yield session


@contextmanager
def writing(store: Store) -> Iterator[Session]:
    """Yield a session that commits at the end, or changes nothing if anything goes wrong."""
    with operator_errors(store.writer.url.database or ""), Session(store.writer) as session:
        yield session
        session.commit()


def version(connection: Connection) -> str:
    """Return the version of the tables that a database has; empty where there are none."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def head() -> str:
    """Return the version of the tables that this program works with."""
    current = ScriptDirectory.from_config(_configuration()).get_current_head()
    assert current is not None, "there is at least one migration"
    return current


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the tables to the version `to`, within the transaction of the connection.

    Raises:
        DatabaseError: A newer program made them.
    """
    configuration = _configuration()
    configuration.attributes["connection"] = connection
    try:
        command.upgrade(configuration, to)
    except CommandError as refused:
        message = f"the database was made by a newer countercheck ({refused}): install that version again"
        raise DatabaseError(message) from None


def _older() -> frozenset[str]:
    scripts = ScriptDirectory.from_config(_configuration())
    return frozenset(each.revision for each in scripts.walk_revisions()) - {head()}


def _store(url: str) -> Store:
    try:
        engine = dialect.make_engine(url)
    except ArgumentError:
        raise DatabaseError("the database address is no URL like sqlite:////data/countercheck.db") from None
    except ModuleNotFoundError as missing:
        message = f"the driver for this database is not installed: pip install {missing.name}"
        raise DatabaseError(message) from None
    return Store(reader=engine, writer=dialect.for_writing(engine))


def _checked(store: Store, url: str) -> Store:
    with operator_errors(url), store.reader.connect() as connection:
        wrong = {
            name: value
            for name, value in dialect.pragmas(connection).items()
            if value != dialect.PRAGMAS[name]
        }
        found = version(connection)
    if wrong:
        message = f"SQLite refuses {wrong}: the data folder must be on a local disk, not a network share"
        raise DatabaseError(message)
    if found != head():
        message = f"the database is of version {found or None}, not {head()}: start `countercheck run` once"
        raise DatabaseError(message)
    return store


def _configuration() -> Config:
    configuration = Config()
    configuration.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return configuration


@contextmanager
def operator_errors(url: str) -> Iterator[None]:
    """Turn what the machine refuses (locked, full, not reachable) into an error with its remedy."""
    try:
        yield
    except DBAPIError as error:
        refused = dialect.refusal(error)
        if refused is None:
            raise
        shown = make_url(url).render_as_string(hide_password=True) if "://" in url else url
        raise DatabaseError(f"the database {shown} does not answer: {refused}") from error
