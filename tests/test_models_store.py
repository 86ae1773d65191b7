import io
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from intake_builders import NOON, database
from sqlalchemy import inspect, text
from sqlalchemy.exc import DatabaseError as Refused
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import SQLModel

from models import dialect, store
from models.errors import DatabaseError
from models.receipt import MessageKind, Received, SightingKey
from models.rows.inbox import leases, sightings
from models.store import Store
from models.tables import MessageRow

KEY = SightingKey("mail:me", "INBOX", 1, "7")


def test_the_database_runs_with_what_durability_needs(tmp_path: Path) -> None:
    kept = database(tmp_path)
    for engine in (kept.reader, kept.writer):
        with engine.connect() as connection:
            assert dialect.pragmas(connection) == {
                "journal_mode": "wal",
                "synchronous": 2,
                "foreign_keys": 1,
                "busy_timeout": 30000,
            }


def test_the_migrations_make_exactly_the_tables(tmp_path: Path) -> None:
    with database(tmp_path).reader.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []


def test_the_migrations_can_be_written_for_postgresql() -> None:
    written = io.StringIO()
    configuration = Config(output_buffer=written)
    configuration.set_main_option("script_location", str(store.MIGRATIONS))
    configuration.attributes["dialect"] = "postgresql"
    command.upgrade(configuration, "head", sql=True)
    statements = written.getvalue()
    for table in SQLModel.metadata.tables:
        assert f"CREATE TABLE {table}" in statements
    assert "CREATE TRIGGER audit_append_only" in statements
    assert "TIMESTAMP WITH TIME ZONE" in statements


def test_preparing_again_changes_nothing(tmp_path: Path) -> None:
    first = database(tmp_path)
    with first.reader.connect() as connection:
        before = connection.execute(text("SELECT sql FROM sqlite_master ORDER BY name")).all()
    again = database(tmp_path)
    with again.reader.connect() as connection:
        assert connection.execute(text("SELECT sql FROM sqlite_master ORDER BY name")).all() == before


def test_programs_that_start_together_prepare_it_once(tmp_path: Path) -> None:
    failures: list[BaseException] = []

    def prepare() -> None:
        try:
            store.close(database(tmp_path))
        except BaseException as failure:  # noqa: BLE001 - handed to the main thread
            failures.append(failure)

    threads = [threading.Thread(target=prepare) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert failures == []


def test_an_upgrade_that_is_cut_off_has_not_happened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(MigrationContext, "run_migrations", _run_then_stop(MigrationContext.run_migrations))
        with pytest.raises(KeyboardInterrupt):
            database(tmp_path)
    with sqlite3.connect(tmp_path / "countercheck.db") as bare:
        assert bare.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    database(tmp_path)


def _run_then_stop(run: Callable[..., None]) -> Callable[..., None]:
    def run_migrations(self: MigrationContext, **options: object) -> None:
        run(self, **options)
        raise KeyboardInterrupt

    return run_migrations


def test_a_database_that_was_not_prepared_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="version None"):
        store.connect(f"sqlite:///{tmp_path / 'empty.db'}")


def test_a_database_of_a_newer_program_is_refused_in_one_line(tmp_path: Path) -> None:
    with database(tmp_path).writer.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseError, match="newer countercheck"):
        database(tmp_path)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("nothing", "no URL"),
        ("sqlite:////nowhere/at/all/countercheck.db", "does not answer"),
        ("postgresql+psycopg://user:hidden@host/db", "driver"),
    ],
)
def test_an_address_that_cannot_be_opened_says_what_to_do(url: str, says: str) -> None:
    with pytest.raises(DatabaseError, match=says) as refused:
        store.prepare(url)
    assert "hidden" not in str(refused.value)


def test_a_reading_session_cannot_write(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="readonly"), store.reading(database(tmp_path)) as session:
        session.connection().execute(text("DELETE FROM message"))


def test_a_writing_session_holds_the_lock_from_its_first_moment(tmp_path: Path) -> None:
    kept = database(tmp_path)
    other = sqlite3.connect(tmp_path / "countercheck.db", timeout=0, isolation_level=None)
    with store.writing(kept) as session:
        session.connection()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    other.close()


def test_a_writing_session_that_fails_leaves_nothing(tmp_path: Path) -> None:
    kept = database(tmp_path)
    with pytest.raises(IntegrityError):
        _write_two(kept, _message("a" * 64), _message("b" * 64, state="lost"))
    with store.reading(kept) as session:
        assert session.get(MessageRow, "a" * 64) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"state": "lost"},
        {"kind": "half"},
        {"state": "processed"},
        {"state": "quarantined"},
        {"state": "processed", "outcome_code": "cases", "reason_code": "poison"},
        {"reason_code": "poison"},
    ],
)
def test_a_state_without_its_reason_is_refused(tmp_path: Path, changes: dict[str, str]) -> None:
    row = _message("a" * 64)
    for name, value in changes.items():
        setattr(row, name, value)
    with pytest.raises(IntegrityError), store.writing(database(tmp_path)) as session:
        session.add(row)


def test_a_sighting_of_nothing_is_refused_by_the_database(tmp_path: Path) -> None:
    kept = database(tmp_path)
    lease = leases.take(kept, KEY.account, KEY.folder, "me", NOON)
    assert lease is not None
    with pytest.raises(IntegrityError), store.writing(kept) as session:
        session.connection().execute(
            text(
                "INSERT INTO sighting (account_id, folder, uidvalidity, uid, seen_at, fetch_failures)"
                " VALUES ('a', 'b', 1, '2', '2026-03-02', 0)"
            )
        )
    sightings.record(kept, lease, KEY, Received("a" * 64, 1, MessageKind.FULL), NOON)


@pytest.mark.parametrize(
    "table",
    [
        *("audit", "quotation_snapshot", "quotation", "quotation_item"),
        *("export_snapshot", "column_choice", "invoice_list", "invoice_list_row", "invoice_row_change"),
        *("invoice_list_group", "invoice_list_export", "invoice_list_superseded"),
        *("invoice_profile", "profile_proposal", "profile_proposal_settled", "notice_switch"),
        *("attestation", "attestation_taken_back"),
    ],
)
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE"])
def test_what_is_only_added_to_cannot_be_changed(tmp_path: Path, table: str, verb: str) -> None:
    kept = database(tmp_path)
    with kept.reader.connect() as connection:
        names = [each["name"] for each in inspect(connection).get_columns(table)]
    column, values = names[0], ", ".join("1" for _ in names)
    # Unlike the program's, this connection asks nothing about what a row refers to.
    bare = sqlite3.connect(tmp_path / "countercheck.db", isolation_level=None)
    bare.execute("PRAGMA ignore_check_constraints = ON")
    bare.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})")
    bare.close()
    statement = f"UPDATE {table} SET {column} = 2" if verb == "UPDATE" else f"DELETE FROM {table}"
    with pytest.raises(Refused, match="append-only"), kept.writer.begin() as connection:
        connection.exec_driver_sql(statement)


def test_text_that_no_database_holds_is_kept_without_what_it_cannot_hold(tmp_path: Path) -> None:
    kept = database(tmp_path)
    with store.writing(kept) as session:
        row = _message("a" * 64)
        row.name = "order\x00 \ud800合同.pdf"
        session.add(row)
    with store.reading(kept) as session:
        assert session.get_one(MessageRow, "a" * 64).name == "order� ���合同.pdf"


def test_a_time_without_its_zone_is_refused(tmp_path: Path) -> None:
    row = _message("a" * 64)
    row.first_seen_at = NOON.replace(tzinfo=None)
    with pytest.raises(StatementError, match="no time zone"), store.writing(database(tmp_path)) as session:
        session.add(row)


def _write_two(kept: Store, first: MessageRow, second: MessageRow) -> None:
    with store.writing(kept) as session:
        session.add(first)
        session.flush()
        session.add(second)


def _message(sha256: str, state: str = "stored") -> MessageRow:
    return MessageRow(raw_sha256=sha256, kind="full", size=1, first_seen_at=NOON, state=state)
