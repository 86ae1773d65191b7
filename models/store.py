"""The database as a whole: opening it, bringing it to the current version, transactions.

Only the modules of `models` that keep rows open sessions; each of their public functions is one
transaction and takes and returns values.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlmodel import Session

from models import dialect
from models.errors import DatabaseError

MIGRATIONS = Path(__file__).with_name("migrations")


@dataclass(frozen=True, slots=True)
class Store:
    """An opened database. `reader` and `writer` share their connections."""

    reader: Engine
    writer: Engine


def prepare(url: str) -> Store:
    """Make the database at `url`, or bring it to the version of this program, and open it.

    The whole upgrade is one transaction where the database can do that: stopped half-way, it has
    not happened. Processes that start together wait for each other.

    Raises:
        DatabaseError: It cannot be opened, or a newer program made it.
    """
    store = _store(url)
    with _operator_errors(url), store.writer.begin() as connection:
        _upgrade(connection)
    return _checked(store, url)


def connect(url: str) -> Store:
    """Open the database at `url`, which must be of this program's version.

    Raises:
        DatabaseError: It cannot be opened, or is of another version.
    """
    store = _store(url)
    return _checked(store, url)


def close(store: Store) -> None:
    """Close the connections."""
    store.writer.dispose()


@contextmanager
def reading(store: Store) -> Iterator[Session]:
    """Yield a session that sees one state of the database and cannot write."""
    with _operator_errors(store.reader.url.database or ""), Session(store.reader) as session:
        yield session


@contextmanager
def writing(store: Store) -> Iterator[Session]:
    """Yield a session that commits at the end, or changes nothing if anything goes wrong."""
    with _operator_errors(store.writer.url.database or ""), Session(store.writer) as session:
        yield session
        session.commit()


def head() -> str:
    """Return the version of the tables that this program works with."""
    current = ScriptDirectory.from_config(_configuration()).get_current_head()
    assert current is not None, "there is at least one migration"
    return current


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
    with _operator_errors(url), store.reader.connect() as connection:
        wrong = {
            name: value
            for name, value in dialect.pragmas(connection).items()
            if value != dialect.PRAGMAS[name]
        }
        version = MigrationContext.configure(connection).get_current_revision()
    if wrong:
        message = f"SQLite refuses {wrong}: the data folder must be on a local disk, not a network share"
        raise DatabaseError(message)
    if version != head():
        message = f"the database is of version {version}, not {head()}: start `countercheck run` once"
        raise DatabaseError(message)
    return store


def _upgrade(connection: Connection) -> None:
    configuration = _configuration()
    configuration.attributes["connection"] = connection
    try:
        command.upgrade(configuration, "head")
    except CommandError as refused:
        message = f"the database was made by a newer countercheck ({refused}): install that version again"
        raise DatabaseError(message) from None


def _configuration() -> Config:
    configuration = Config()
    configuration.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return configuration


@contextmanager
def _operator_errors(url: str) -> Iterator[None]:
    """Turn what the machine refuses (locked, full, not reachable) into an error with its remedy."""
    try:
        yield
    except OperationalError as refused:
        shown = make_url(url).render_as_string(hide_password=True) if "://" in url else url
        message = f"the database {shown} does not answer: {refused.orig}"
        raise DatabaseError(message) from refused
