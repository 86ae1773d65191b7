"""The same on PostgreSQL: the tests of the rows run again there, and what only a server can do to us."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pg8000.exceptions
import postgres_instead
import pytest
import servers_postgres
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from intake_builders import NOON, TickingClock, context, watched
from servers_postgres import Postgres
from sqlalchemy import Connection, event, inspect, text
from sqlalchemy.engine import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlmodel import SQLModel

from flows.intake import intake_once
from flows.mailboxes.folder import WatchedFolder
from models import audit, dialect, store
from models.errors import DatabaseError, OperatorError
from models.receipt import Ledger
from models.rows.inbox import leases, messages
from models.store import Store
from models.tables import CounterRow, MessageRow

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(servers_postgres.FOUND is None, reason=servers_postgres.MISSING),
]
HERE = Path(__file__).parent
SAME = (
    *("test_flows_intake.py", "test_models_rows_inbox_leases.py", "test_models_rows_quotations_quotes.py"),
    *("test_flows_threads.py", "test_flows_messages_unlocking.py", "test_flows_quotations.py"),
    *("test_flows_recomparing.py", "test_flows_upkeep_retrying.py"),
    *(
        "test_models_rows_invoicing_exports.py",
        "test_models_rows_invoicing_invoice_lists.py",
        "test_models_rows_invoicing_profiles.py",
    ),
    *("test_flows_exports.py", "test_flows_export_folder.py", "test_flows_materials.py"),
    *("test_flows_exports_retention.py", "test_flows_exports_delivered.py"),
    # Of what is told by mail and on pages, those that ask the database otherwise than the tests above.
    *(
        f"test_flows_recomparing_told.py::{each}"
        for each in (
            "test_the_sender_is_told_in_the_thread_what_changed",
            "test_who_was_not_answered_yet_hears_all_at_once",
            "test_while_one_waits_another_change_asks_for_no_second",
            "test_more_than_three_a_day_wait_for_a_person",
            "test_a_person_takes_note_of_it_once",
        )
    ),
    "test_review_recompared.py::test_the_case_says_that_its_basis_changed_and_from_what_to_what",
    "test_review_recompared.py::test_the_queue_shows_the_reason",
    *(
        f"test_flows_upkeep_retrying_answers.py::{each}"
        for each in (
            "test_who_sent_a_mail_that_the_program_fails_on_is_told",
            "test_after_another_try_the_sender_is_answered_once_more",
            "test_an_answer_that_nobody_sent_yet_says_what_is_true_when_it_goes",
            "test_an_answer_that_a_person_threw_away_does_not_stand_in_for_the_next",
            "test_who_sent_an_unreadable_document_is_told_when_it_could_be_read",
        )
    ),
    "test_flows_senders.py::test_strangers_can_be_put_aside_unread_and_let_in_later",
    "test_flows_senders.py::test_an_export_by_mail_is_the_newest_snapshot_and_no_case",
    "test_models_rows_cases_questions.py::test_an_answer_is_attached_with_its_new_part_and_decides_nothing",
    "test_models_rows_cases_questions.py::test_an_open_question_is_asked_again_after_the_set_working_days",
    "test_flows_post_outbox.py::test_a_server_that_is_down_makes_all_wait_and_stops_nothing",
    "test_flows_post_outbox.py::test_a_worker_that_dies_with_a_mail_leaves_it_to_another",
    "test_flows_post_outbox.py::test_two_workers_send_each_mail_once",
    "test_models_store.py::test_text_that_no_database_holds_is_kept_without_what_it_cannot_hold",
    "test_models_store.py::test_a_writing_session_that_fails_leaves_nothing",
    "test_models_store.py::test_a_state_without_its_reason_is_refused",
)
ONLY_SQLITE = (
    "test_flows_intake.py::test_a_second_run_adds_nothing",
    "test_flows_upkeep_retrying.py::test_killed_at_any_step_of_another_try_all_ends_the_same",
    "test_flows_upkeep_retrying.py::test_the_command_reads_a_case_again",
    "test_flows_upkeep_retrying.py::test_the_command_says_what_it_did",
    "test_models_rows_quotations_quotes.py::test_prices_are_kept_as_exact_text",
    "test_flows_messages_unlocking.py::test_the_password_is_nowhere_but_in_the_mail",
    "test_flows_quotations.py::test_killed_at_any_step_nothing_half_done_is_left",
    "test_flows_export_folder.py::test_killed_at_any_step_nothing_half_done_is_left",
)
PARTS = 4
"""So many processes share these tests: one alone would be the longest of all."""
ROWS = ("message", "sighting", "part", "document", "extraction", "review_case", "case_message", "finding")


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    with servers_postgres.running() as found:
        yield found


@pytest.fixture
def url(server: Postgres) -> str:
    return server.make("countercheck")


@pytest.fixture
def kept(url: str) -> Iterator[Store]:
    opened = store.prepare(url)
    yield opened
    store.close(opened)


@pytest.fixture
def inbox(tmp_path: Path) -> WatchedFolder:
    found = watched(tmp_path / "inbox")
    for name, content in {"a": "ORDER 4501", "b": "ORDER 4501", "c": "CLEAN 7", "d": "ENCRYPTED"}.items():
        (found.path / name).write_text(content)
    return found


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("part", range(PARTS))
def test_the_tests_of_the_rows_pass_on_postgresql_too(server: Postgres, part: int) -> None:
    given = {**os.environ, postgres_instead.ADDRESS: server.make("ready"), "PYTHONPATH": str(HERE)}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "postgres_instead", "-p", "no:cacheprovider"]
    command += [str(HERE / each) for each in SAME[part::PARTS]]
    command += [f"--deselect=tests/{each}" for each in ONLY_SQLITE]
    done = subprocess.run(command, env=given, cwd=HERE.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-8000:]
    assert " passed" in done.stdout


def test_the_migrations_make_exactly_the_tables(kept: Store) -> None:
    with kept.reader.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []


def test_programs_that_start_together_upgrade_one_after_the_other(url: str) -> None:
    failures: list[BaseException] = []

    def prepare() -> None:
        try:
            store.close(store.prepare(url))
        except BaseException as failure:  # noqa: BLE001 - handed to the main thread
            failures.append(failure)

    threads = [threading.Thread(target=prepare) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert failures == []


def test_how_many_rows_were_new_is_told_exactly(kept: Store) -> None:
    def add(*names: str) -> int:
        with store.writing(kept) as session:
            return dialect.insert_missing(session, CounterRow, [{"name": each, "value": 0} for each in names])

    assert [add("a"), add("a"), add("a", "b", "c"), add("b", "d", "a", "e"), add("a", "b")] == [1, 0, 2, 2, 0]


def test_a_reading_session_cannot_write_and_sees_one_state(kept: Store, url: str) -> None:
    with pytest.raises(DatabaseError, match="read-only"), store.reading(kept) as session:
        session.connection().execute(text("DELETE FROM message"))
    other = store.connect(url)
    with store.reading(kept) as session:
        assert session.get(MessageRow, "a" * 64) is None
        with store.writing(other) as writing:
            writing.add(
                MessageRow(raw_sha256="a" * 64, kind="full", size=1, first_seen_at=NOON, state="stored")
            )
        assert session.connection().execute(text("SELECT count(*) FROM message")).scalar() == 0
    store.close(other)


@pytest.mark.parametrize("verb", ["UPDATE audit SET actor = 'me'", "DELETE FROM audit"])
def test_the_audit_trail_is_only_added_to(kept: Store, verb: str) -> None:
    with store.writing(kept) as session:
        audit.append(session, audit.AuditEntry("tester", "tested", "this", {}), NOON)
    with pytest.raises(Exception, match="append-only"), kept.writer.begin() as connection:
        connection.exec_driver_sql(verb)


def test_a_server_that_is_not_there_is_one_line() -> None:
    with pytest.raises(DatabaseError, match="does not answer") as refused:
        store.prepare("postgresql://me:hidden@127.0.0.1:1/x")
    assert "hidden" not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_database_that_is_not_there_is_one_line(server: Postgres) -> None:
    with pytest.raises(DatabaseError, match='database "nowhere" does not exist'):
        store.prepare(server.url("nowhere"))


def test_a_connection_that_was_cut_is_reported_and_the_next_call_works(kept: Store, server: Postgres) -> None:
    with pytest.raises(DatabaseError, match="network error"), store.writing(kept) as session:
        _speak_while_it_is_cut(session.connection(), server)
    assert messages.ledger(kept) == Ledger(0, 0, 0, 0)


def _speak_while_it_is_cut(connection: Connection, server: Postgres) -> None:
    assert server.cut("countercheck") >= 1
    connection.execute(text("SELECT 1"))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_connection_cut_at_the_nth_statement_leaves_nothing_half_done(
    tmp_path: Path, server: Postgres, inbox: WatchedFolder
) -> None:
    """Fault 15: `pg_terminate_backend` before statement 1, 8, 15 … of an intake, until a run meets none."""
    expected = outcome(tmp_path, server, inbox, nobody)
    met, at = 0, 1
    while True:
        cutting = Cutting(server, at)
        assert outcome(tmp_path, server, inbox, cutting.install) == expected, f"cut at statement {at}"
        if not cutting.done:
            break
        met, at = met + 1, at + 7
    assert met >= 10


@pytest.mark.slow
def test_commits_whose_answer_was_lost_are_repeated_without_harm(
    tmp_path: Path, server: Postgres, inbox: WatchedFolder
) -> None:
    """Fault 16: every third COMMIT happens, and the answer to it never comes."""
    expected = outcome(tmp_path, server, inbox, nobody)
    for first in range(3):
        assert outcome(tmp_path, server, inbox, LostAnswers(first).install) == expected


class Cutting:
    """Cuts all connections to the database right before the n-th statement, once."""

    def __init__(self, server: Postgres, number: int) -> None:
        self.server, self.left = server, number
        self.done = False

    def __call__(self, *_: object) -> None:
        self.left -= 1
        if self.left == 0:
            self.done = self.server.cut("swept") > 0

    def install(self) -> Callable[[], None]:
        event.listen(Engine, "before_cursor_execute", self)
        return lambda: event.remove(Engine, "before_cursor_execute", self)


class LostAnswers:
    """Lets commits happen and then fails, for every third of them."""

    def __init__(self, first: int) -> None:
        self.count = first

    def install(self) -> Callable[[], None]:
        plain = DefaultDialect.do_commit

        def do_commit(given: DefaultDialect, connection: Any) -> None:
            plain(given, connection)  # type: ignore[no-untyped-call]
            self.count += 1
            if self.count % 3 == 0:
                raise pg8000.exceptions.InterfaceError("network error")

        DefaultDialect.do_commit = do_commit  # type: ignore[method-assign]

        def restore() -> None:
            DefaultDialect.do_commit = plain  # type: ignore[method-assign]

        return restore


def nobody() -> Callable[[], None]:
    return lambda: None


def outcome(
    folder: Path, server: Postgres, inbox: WatchedFolder, disturb: Callable[[], Callable[[], None]]
) -> object:
    """Return everything a disturbed intake and the quiet ones after it leave in the database."""
    url = server.make("swept")
    store.close(store.prepare(url))
    clock = TickingClock()
    kit = context(folder, inbox, url=url, now=clock)
    undo = disturb()
    for _ in range(6):
        waiting = True
        try:
            waiting = intake_once(kit).counts.waiting > 0
        except (OperatorError, leases.LeaseLostError):
            clock.forward(300)
        finally:
            undo()
            undo = nobody()
        if not waiting and not undo_due(kit.store):
            break
        clock.forward(300)
    assert intake_once(kit).new == 0
    assert audit.first_broken(kit.store) is None
    with kit.store.reader.connect() as connection:
        assert set(ROWS) <= set(inspect(connection).get_table_names())
        rows = {each: connection.execute(text(f"SELECT count(*) FROM {each}")).scalar() for each in ROWS}
    found = rows, messages.ledger(kit.store)
    store.close(kit.store)
    for each in [*(inbox.path / "done").iterdir(), *(inbox.path / "quarantine").iterdir()]:
        each.rename(inbox.path / each.name)
    return found


def undo_due(kept: Store) -> bool:
    with kept.reader.connect() as connection:
        waiting = connection.execute(text("SELECT count(*) FROM sighting WHERE acked_at IS NULL")).scalar()
        return bool(waiting)
