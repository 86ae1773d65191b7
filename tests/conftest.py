"""What all tests share: under CI nothing may skip; programs and servers that several modules start."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import intake_builders
import kill_sweeps
import pytest
import servers_dovecot
import servers_postgres
import servers_smtp
from kill_sweeps import Runner
from servers_dovecot import Dovecot
from servers_postgres import Postgres
from servers_smtp import Post

from models import store


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
    call: pytest.CallInfo[None],  # noqa: ARG001 - the name is pytest's
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where `.ci/run` has installed everything that tests need."""
    report = yield
    if report.skipped and os.environ.get("COUNTERCHECK_CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped under CI, where nothing may skip: {item.nodeid}: {report.longrepr}"
    return report


@pytest.fixture(scope="module")
def run() -> Iterator[Runner]:
    """A process that forks a child for each intake, to be killed or made to fail."""
    with kill_sweeps.running() as runner:
        yield runner


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A prepared database to copy: making it anew each time would take most of the time."""
    folder = tmp_path_factory.mktemp("empty")
    store.close(intake_builders.database(folder))
    return folder / "countercheck.db"


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    """A real mail server; each user name is an empty mailbox."""
    with servers_dovecot.running() as dovecot:
        yield dovecot


@pytest.fixture
def post() -> Iterator[Post]:
    """A real mail server that takes what we send."""
    with servers_smtp.running() as found:
        yield found


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    """A real mail server, where one is installed."""
    if servers_dovecot.PROGRAM is None:
        pytest.skip(servers_dovecot.MISSING)
    with servers_dovecot.running() as found:
        yield found


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    """A real database server, where one is installed."""
    if servers_postgres.FOUND is None:
        pytest.skip(servers_postgres.MISSING)
    with servers_postgres.running() as found:
        yield found
