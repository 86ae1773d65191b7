"""A plugin for pytest: every database that the builders make is one of a PostgreSQL server.

`COUNTERCHECK_TEST_POSTGRES` is the address of an empty database there that is made ready once and copied.
"""

import hashlib
import os
from pathlib import Path

import intake_builders
import pg8000.dbapi
from sqlalchemy import make_url

from models import store
from models.store import Store

ADDRESS = "COUNTERCHECK_TEST_POSTGRES"
_opened: list[Store] = []


def database(folder: Path) -> Store:
    """Return the database that stands for `folder`; a copy of one that is ready, the first time."""
    template = make_url(os.environ[ADDRESS])
    name = f"test_{hashlib.sha256(str(folder).encode()).hexdigest()[:16]}"
    if not _say(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
        _say(f'CREATE DATABASE "{name}" TEMPLATE "{template.database}"')
    _opened.append(store.prepare(template.set(database=name).render_as_string(hide_password=False)))
    return _opened[-1]


def _say(statement: str) -> bool:
    url = make_url(os.environ[ADDRESS])
    connection = pg8000.dbapi.connect(
        user=url.username or "", host=url.host or "", port=url.port or 0, database="postgres"
    )
    connection.autocommit = True
    try:
        cursor = connection.cursor()
        cursor.execute(statement)
        return bool(cursor.description and cursor.fetchall())
    finally:
        connection.close()


def pytest_runtest_teardown() -> None:
    """Close what a test opened: the server takes only so many connections."""
    while _opened:
        store.close(_opened.pop())


def pytest_configure() -> None:
    """Make the database ready that the others are copies of, before any test is collected."""
    store.close(store.prepare(os.environ[ADDRESS]))
    intake_builders.database = database
