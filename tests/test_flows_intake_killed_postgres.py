"""The same on PostgreSQL: killed at every durable step, after a restart all is as if nothing had happened."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import kill_sweeps
import pytest
import servers_postgres
from kill_sweeps import FILES, Runner, Setup
from servers_postgres import Postgres

from models import store


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    with servers_postgres.running() as postgres:
        # One that is ready is copied: making the tables anew each time would take most of the time.
        store.close(store.prepare(postgres.make("ready")))
        yield postgres


@pytest.mark.slow
@pytest.mark.postgres
@pytest.mark.timeout(600)
@pytest.mark.skipif(servers_postgres.FOUND is None, reason=servers_postgres.MISSING)
def test_killed_anywhere_the_intake_ends_the_same_on_postgresql(
    tmp_path: Path, run: Runner, server: Postgres
) -> None:
    numbers = itertools.count()

    def setup(name: str) -> Setup:
        database = f"sweep_{next(numbers)}"
        server.say(f"CREATE DATABASE {database} TEMPLATE ready")
        inbox = tmp_path / name / "inbox"
        inbox.mkdir(parents=True)
        for each, content in FILES.items():
            (inbox / each).write_bytes(content)
        return Setup(
            inbox.parent,
            {},
            lambda: kill_sweeps.files_in(inbox),
            server.url(database),
            lambda: server.say(f"DROP DATABASE {database} WITH (FORCE)"),
        )

    swept = kill_sweeps.sweep(run, setup, tmp_path / "trace", lambda _: {1})
    assert swept.points >= 25
