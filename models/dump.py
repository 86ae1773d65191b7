"""All rows of a database as lines of JSON, and back: the form that backups have, whatever the database.

What there is, the database itself says: tables of an older version are copied as they are. A moment is
written in UTC, a date as a date, bytes in base64.
"""

import base64
import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    LargeBinary,
    MetaData,
    String,
    Table,
    func,
    insert,
    select,
    text,
)

from models import dialect, store
from models.store import BeforeUpgrade, Store

VERSION = "alembic_version"
_ROWS = 200
_SEQUENCE = text("SELECT pg_get_serial_sequence(:table, :column)")


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows as one transaction sees them; `version` is that of the tables."""

    _connection: Connection
    version: str
    _tables: Mapping[str, Table]

    @property
    def in_a_file(self) -> bool:
        """Tell whether the database is a file of SQLite."""
        return self._connection.dialect.name == "sqlite"

    def tables(self) -> tuple[str, ...]:
        """Return the names of all tables but that of the version, each after those that it refers to."""
        return tuple(self._tables)

    def lines(self, table: str) -> Iterator[bytes]:
        """Yield each row of a table as a line, in the order of the key."""
        found = self._tables[table]
        keys = (_key(self._connection, each) for each in found.primary_key.columns)
        ordered = select(found).order_by(*keys)
        rows = self._connection.execute(ordered, execution_options={"yield_per": _ROWS})
        for row in rows.mappings():
            shape = {name: _plain(value) for name, value in row.items()}
            text = json.dumps(shape, ensure_ascii=False, separators=(",", ":"))
            yield text.encode("utf-8", "surrogatepass") + b"\n"

    def load(self, table: str, lines: Iterable[bytes]) -> None:
        """Insert rows that were written as lines."""
        into = self._tables[table]
        rows = (_row(into, json.loads(each)) for each in lines)
        while some := list(islice(rows, _ROWS)):
            if self.in_a_file:
                self._connection.execute(insert(into), some)
            else:
                self._connection.execute(insert(into).values(some))

    def copy_file(self, target: Path) -> None:
        """Copy the whole database file.

        Raises:
            DatabaseError: The copy cannot be written, or is not sound.
        """
        dialect.copy_file(self._connection, target)


@contextmanager
def reading(opened: Store) -> Iterator[Rows]:
    """Yield all rows as they are now, while others go on.

    Raises:
        DatabaseError: The database does not answer.
    """
    with store.operator_errors(opened.reader.url.database or ""), opened.reader.connect() as connection:
        yield Rows(connection, store.version(connection), _tables(connection))


@contextmanager
def loading(opened: Store, version: str) -> Iterator[Rows]:
    """Make the tables of that version in an empty database, and yield what rows are put in by.

    All of it is one transaction.

    Raises:
        DatabaseError: This program does not know the version: a newer one made it.
    """
    with store.operator_errors(opened.writer.url.database or ""), opened.writer.begin() as connection:
        dialect.lock_for_upgrade(connection)
        store.upgrade(connection, version)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        tables = _tables(connection)
        for table in reversed(tables.values()):
            # Rows that migrations put in are in the backup too.
            if connection.execute(select(func.count()).select_from(table)).scalar_one():
                connection.execute(table.delete())
        yield Rows(connection, version, tables)
        _let_numbers_go_on(connection, tables)


def before_upgrade(do: Callable[[Rows], None]) -> BeforeUpgrade:
    """Return `do` as something to be done before an upgrade."""

    def called(connection: Connection, found: str) -> None:
        do(Rows(connection, found, _tables(connection)))

    return called


def is_empty(opened: Store) -> bool:
    """Tell whether the database has no tables at all.

    Raises:
        DatabaseError: The database does not answer.
    """
    with store.operator_errors(opened.reader.url.database or ""), opened.reader.connect() as connection:
        return not _tables(connection) and not store.version(connection)


def _tables(connection: Connection) -> dict[str, Table]:
    found = MetaData()
    found.reflect(connection)
    return {each.name: each for each in found.sorted_tables if each.name != VERSION}


def _let_numbers_go_on(connection: Connection, tables: Mapping[str, Table]) -> None:
    """Let numbers that the database gives out go on after those that were loaded."""
    if connection.dialect.name == "sqlite":
        return
    for table in tables.values():
        for column in table.primary_key.columns:
            sequence = connection.execute(_SEQUENCE, {"table": table.name, "column": column.name}).scalar()
            if sequence is not None:
                last = connection.execute(select(func.max(column))).scalar() or 0
                going_on = {"sequence": sequence, "last": max(last, 1), "used": last > 0}
                connection.execute(text("SELECT setval(CAST(:sequence AS regclass), :last, :used)"), going_on)


def _key(connection: Connection, column: Column[Any]) -> ColumnElement[Any]:
    # By bytes, as SQLite does it, and not by the language that the server was set up with.
    by_bytes = connection.dialect.name == "postgresql" and isinstance(column.type, String)
    return column.collate("C") if by_bytes else column


def _plain(value: object) -> object:
    if isinstance(value, dt.datetime):
        aware = value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)
        return aware.isoformat(timespec="microseconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _row(table: Table, shape: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(table.columns[name], value) for name, value in shape.items()}


def _value(column: Column[Any], plain: Any) -> Any:
    if plain is None:
        return None
    if isinstance(column.type, DateTime):
        return dt.datetime.fromisoformat(plain)
    if isinstance(column.type, Date):
        return dt.date.fromisoformat(plain)
    if isinstance(column.type, LargeBinary):
        return base64.b64decode(plain)
    return bool(plain) if isinstance(column.type, Boolean) else plain
