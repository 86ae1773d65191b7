"""Quotations in: exports that shrank, a folder of them, a plain file, and a program killed meanwhile."""

import datetime as dt
import logging
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from intake_builders import NOON, Clock, context, watched
from sqlalchemy import text

from flows import basis
from flows.basis import Basis
from flows.context import Context
from flows.mailboxes.folder import WatchedFolder
from models import audit, dump, store
from models.errors import DatabaseError
from models.kill_point import KILL
from models.rows.inbox import census
from models.rows.quotations import quotes, snapshots
from models.snapshot import SnapshotState, SnapshotWhy

HEAD = "Quotation,Item,Part number,Quantity,Unit price,Currency\n"
HERE = Path(__file__).parent


def export(count: int, items: int = 1, price: str = "118.00") -> bytes:
    """Return an export of so many quotations with so many items each."""
    rows = (
        f"{20017000 + number},{item * 10},1008{number:04}{item},12,{price},CNY\n"
        for number in range(count)
        for item in range(1, items + 1)
    )
    return (HEAD + "".join(rows)).encode()


@pytest.fixture
def kit(tmp_path: Path) -> Context:
    return context(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> WatchedFolder:
    return watched(tmp_path / "exports")


def take(kit: Context, count: int, items: int = 1, *, confirmed: bool = False) -> basis.Imported:
    return basis.import_data(kit, export(count, items), "va25.csv", confirmed=confirmed)


def used(kit: Context) -> int | None:
    newest = quotes.newest(kit.store)
    return newest.number if newest else None


def states(kit: Context) -> list[tuple[int, SnapshotState]]:
    return [(each.snapshot.number, each.state) for each in reversed(snapshots.listed(kit.store))]


def drop(folder: WatchedFolder, name: str, data: bytes, age: int = 60) -> Path:
    path = folder.path / name
    path.write_bytes(data)
    moment = dt.datetime.now(dt.UTC).timestamp() - age
    os.utime(path, (moment, moment))
    return path


@pytest.mark.parametrize(("before", "after"), [((10, 4), (4, 10)), ((10, 4), (10, 1))])
def test_fewer_than_half_of_the_quotations_or_of_the_items_wait(
    kit: Context, before: tuple[int, int], after: tuple[int, int], caplog: pytest.LogCaptureFixture
) -> None:
    take(kit, *before)
    imported = take(kit, *after)
    assert (imported.new, imported.waits, imported.state) == (True, True, SnapshotState.WAITING)
    assert imported.held_against is not None
    assert imported.held_against.number == 1 == used(kit)
    assert Basis(kit.store).current()[0] == 1
    assert [each.snapshot.number for each in quotes.waiting(kit.store)] == [2]
    assert "wait for a person" in caplog.text


def test_exactly_half_is_used_at_once_and_so_is_whatever_comes_first(kit: Context) -> None:
    assert take(kit, 0).state is SnapshotState.USED
    assert take(kit, 4).state is SnapshotState.USED
    assert take(kit, 2).state is SnapshotState.USED
    assert used(kit) == 3
    assert quotes.waiting(kit.store) == ()


def test_the_same_file_again_waits_on_and_is_used_when_confirmed(kit: Context) -> None:
    take(kit, 10)
    take(kit, 2)
    again = take(kit, 2)
    assert (again.new, again.waits, again.snapshot.number) == (False, True, 2)
    confirmed = take(kit, 2, confirmed=True)
    assert (confirmed.state, confirmed.snapshot.number) == (SnapshotState.USED, 2)
    assert used(kit) == 2
    (standing, _) = snapshots.listed(kit.store)
    assert (standing.decided_by, standing.why) == ("desk", SnapshotWhy.CONFIRMED)
    assert audit.first_broken(kit.store) is None


def test_a_shrunken_file_can_be_confirmed_at_once(kit: Context) -> None:
    take(kit, 10)
    assert take(kit, 1, confirmed=True).state is SnapshotState.USED
    assert used(kit) == 2


def test_one_that_waits_is_put_away_by_a_newer_one_that_is_used(kit: Context) -> None:
    take(kit, 10)
    take(kit, 2)
    take(kit, 11)
    assert states(kit) == [
        (1, SnapshotState.USED),
        (2, SnapshotState.DISCARDED),
        (3, SnapshotState.USED),
    ]
    found = snapshots.found(kit.store, 2)
    assert found is not None
    assert found.why is SnapshotWhy.NEWER
    assert used(kit) == 3


def test_what_a_person_discarded_stays_so_until_it_is_confirmed(kit: Context) -> None:
    take(kit, 10)
    take(kit, 2)
    assert snapshots.decide(kit.store, 2, SnapshotState.DISCARDED, "desk", NOON)
    assert not snapshots.decide(kit.store, 2, SnapshotState.USED, "desk", NOON), "it is decided"
    assert take(kit, 2).state is SnapshotState.DISCARDED
    assert used(kit) == 1
    assert take(kit, 2, confirmed=True).state is SnapshotState.USED
    assert used(kit) == 2


def test_the_file_in_use_again_changes_nothing_though_another_waits(kit: Context) -> None:
    take(kit, 10)
    take(kit, 2)
    again = take(kit, 10)
    assert (again.new, again.snapshot.number, again.state) == (False, 1, SnapshotState.USED)
    assert states(kit) == [(1, SnapshotState.USED), (2, SnapshotState.WAITING)]


def test_decisions_and_imports_stand_in_the_audit_trail(kit: Context) -> None:
    take(kit, 10)
    take(kit, 2)
    snapshots.decide(kit.store, 2, SnapshotState.USED, "desk", NOON)
    with kit.store.reader.connect() as connection:
        told = connection.execute(text("SELECT actor, action, about FROM audit ORDER BY seq")).all()
    assert [tuple(each) for each in told] == [
        ("import", "quotations_imported", "1"),
        ("import", "quotations_imported", "2"),
        ("desk", "quotations_used", "2"),
    ]


def test_of_a_folder_the_newest_export_counts_and_all_are_moved(kit: Context, folder: WatchedFolder) -> None:
    drop(folder, "monday.csv", export(3), age=300)
    drop(folder, "tuesday.csv", export(4), age=200)
    imported = basis.take_folder(kit, folder)
    assert imported is not None
    assert (imported.snapshot.name, imported.snapshot.quotations) == ("tuesday.csv", 4)
    assert sorted(each.name for each in (folder.path / "done").iterdir()) == ["monday.csv", "tuesday.csv"]
    assert len(snapshots.listed(kit.store)) == 1
    assert basis.take_folder(kit, folder) is None


@pytest.mark.parametrize(
    ("name", "data"),
    [("b.csv", b"a,b\n1,2\n"), ("b.xlsx", b"PK\x03\x04cut off"), ("b.csv", b""), ("b.pdf", b"%PDF-1.4")],
)
def test_what_is_not_understood_is_put_aside_and_the_one_before_it_counts(
    kit: Context, folder: WatchedFolder, caplog: pytest.LogCaptureFixture, name: str, data: bytes
) -> None:
    drop(folder, "a.csv", export(3), age=300)
    drop(folder, name, data, age=200)
    basis.refresh(kit, folder.path)
    assert [each.name for each in (folder.path / "quarantine").iterdir()] == [name]
    assert [each.name for each in (folder.path / "done").iterdir()] == ["a.csv"]
    assert used(kit) == 1
    (warned,) = [each for each in caplog.records if each.levelno == logging.WARNING]
    assert name in warned.getMessage()


def test_an_export_that_breaks_the_reader_keeps_no_orders_from_coming_in(
    kit: Context, folder: WatchedFolder, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(folder, "a.csv", export(3))
    with monkeypatch.context() as patch:
        patch.setattr("sap.quoting.quotations.read", _broken)
        basis.refresh(kit, folder.path)
    assert [each.name for each in (folder.path / "quarantine").iterdir()] == ["a.csv"]
    assert "ZeroDivisionError" in caplog.text


def _broken(*_: object) -> None:
    raise ZeroDivisionError


def test_while_the_database_refuses_nothing_is_moved(
    kit: Context, folder: WatchedFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = drop(folder, "a.csv", export(3))

    def refuse(*_: object, **__: object) -> None:
        raise DatabaseError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(quotes, "import_snapshot", refuse)
        with pytest.raises(DatabaseError):
            basis.refresh(kit, folder.path)
    assert path.exists()
    basis.refresh(kit, folder.path)
    assert used(kit) == 1


def test_the_census_of_doctor_counts_what_waits_and_the_age_of_what_is_used(kit: Context) -> None:
    take(kit, 10)
    assert isinstance(kit.now, Clock)
    kit.now.forward(86_400)
    take(kit, 2)
    found = census.take(kit.store, kit.now(), kit.now())
    assert (found.snapshots_waiting, found.snapshot_days) == (1, 1.0)


def test_snapshots_from_before_there_were_states_are_used(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    old = store.bare(url)
    with dump.loading(old, "0004"):
        pass
    with old.writer.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO quotation_snapshot (id, taken_at, name, source_sha256, quotations, items)"
            " VALUES (7, '2026-03-02 12:00:00.000000', 'va25.csv', 'x', 0, 0)"
        )
    store.close(old)
    opened = store.prepare(url)
    (standing,) = snapshots.listed(opened)
    store.close(opened)
    assert (standing.snapshot.number, standing.state) == (7, SnapshotState.USED)
    assert standing.decided_at == NOON


def test_files_that_are_being_written_are_left_alone(kit: Context, folder: WatchedFolder) -> None:
    drop(folder, "export.csv.part", export(3))
    drop(folder, ".export.csv", export(3))
    growing = drop(folder, "growing.csv", export(3), age=0)

    def grow(_seconds: float) -> None:
        growing.write_bytes(growing.read_bytes() + b"20019999,10,1,1,1.00,CNY\n")

    assert basis.take_folder(kit, WatchedFolder(folder.path, sleep=grow)) is None
    assert used(kit) is None
    assert growing.exists()
    assert (folder.path / "export.csv.part").exists()


def test_a_folder_in_the_settings_is_looked_through(
    kit: Context, folder: WatchedFolder, caplog: pytest.LogCaptureFixture
) -> None:
    drop(folder, "export.csv", export(3))
    basis.refresh(kit, folder.path)
    assert used(kit) == 1
    (folder.path / "quarantine").rmdir()
    (folder.path / "quarantine").write_bytes(b"in the way")
    basis.refresh(kit, folder.path)
    assert "cannot be used" in caplog.text


def test_a_plain_file_that_did_not_change_does_not_undo_what_came_by_mail(
    kit: Context, folder: WatchedFolder
) -> None:
    assert isinstance(kit.now, Clock)
    path = drop(folder, "export.csv", export(3))
    moment = (NOON - dt.timedelta(hours=1)).timestamp()
    os.utime(path, (moment, moment))
    basis.refresh(kit, path)
    basis.import_data(kit, export(5), "by mail.csv")
    basis.refresh(kit, path)
    assert used(kit) == 2
    later = (NOON + dt.timedelta(hours=1)).timestamp()
    os.utime(path, (later, later))
    basis.refresh(kit, path)
    assert used(kit) == 3, "it was written anew"


KILLED = (
    "quotations_inserted",
    "quotations_written",
    "quotations_committed",
    "export_imported",
    "file_moved",
)
CHILD = """
import sys
from pathlib import Path
from intake_builders import context, watched
from flows import basis
folder = Path(sys.argv[1])
kit = context(folder)
basis.take_folder(kit, watched(folder / "exports"))
"""


@pytest.mark.parametrize("point", KILLED)
@pytest.mark.parametrize("count", [4, 1])
def test_killed_at_any_step_nothing_half_done_is_left(tmp_path: Path, point: str, count: int) -> None:
    """The first import is there; the second is killed, started again, and looked at both times."""
    kit, folder = context(tmp_path), watched(tmp_path / "exports")
    take(kit, 4, items=2)
    store.close(kit.store)
    drop(folder, "second.csv", export(count))
    command = [sys.executable, "-c", CHILD, str(tmp_path)]
    plain = {**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE), str(HERE.parent)))}
    killed = subprocess.run(command, env=plain | {KILL: point}, check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    kit = context(tmp_path)
    assert _without_state(kit) == 0
    committed = point not in {"quotations_inserted", "quotations_written"}
    assert len(snapshots.listed(kit.store)) == (2 if committed else 1)
    assert used(kit) == (2 if committed and count == 4 else 1)
    subprocess.run(command, env=plain, check=True, timeout=60)
    assert len(snapshots.listed(kit.store)) == 2
    assert (used(kit), len(quotes.waiting(kit.store))) == ((2, 0) if count == 4 else (1, 1))
    assert [each.name for each in (folder.path / "done").iterdir()] == ["second.csv"]
    assert _without_state(kit) == 0
    assert audit.first_broken(kit.store) is None


def _without_state(kit: Context) -> int:
    lacking = (
        "SELECT count(*) FROM quotation_snapshot WHERE id NOT IN (SELECT snapshot_id FROM snapshot_state)"
    )
    with kit.store.reader.connect() as connection:
        return int(connection.execute(text(lacking)).scalar_one())
