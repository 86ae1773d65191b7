import datetime as dt
import logging
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import export_builders as builders
import pytest
from intake_builders import context, watched

from flows import export_folder, exports
from flows.context import Context, utc_now
from flows.mailboxes.folder import WatchedFolder
from models import audit, store
from models.errors import DatabaseError
from models.invoice_desk import ExportKind
from models.kill_point import KILL
from models.rows.invoicing import exports as kept
from models.rows.invoicing import profiles


@pytest.fixture
def kit(tmp_path: Path) -> Context:
    return context(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> WatchedFolder:
    return watched(tmp_path / "exports")


def drop(folder: WatchedFolder, name: str, text: str, age: float = 100) -> Path:
    path = folder.path / name
    path.write_text(text, encoding="utf-8")
    moment = time.time() - age
    os.utime(path, (moment, moment))
    return path


def names(folder: WatchedFolder, part: str) -> list[str]:
    return sorted(each.name for each in (folder.path / part).iterdir())


def used(kit: Context) -> dict[ExportKind, str]:
    found = {kind: kept.newest(kit.store, kind) for kind in ExportKind}
    return {kind: each.name for kind, each in found.items() if each is not None}


def test_each_file_is_taken_in_as_what_it_is(kit: Context, folder: WatchedFolder) -> None:
    for name, text in (
        ("1.csv", builders.ORDERS),
        ("2.csv", builders.DELIVERIES),
        ("3.csv", builders.BILLING),
        ("4.csv", builders.DUE),
        ("5.csv", builders.MATERIALS),
        ("6.csv", builders.PROFILES),
    ):
        drop(folder, name, text)
    taken = export_folder.take_folder(kit, folder)
    assert len(taken) == 6
    assert used(kit) == dict(zip(ExportKind, (f"{at}.csv" for at in range(1, 7)), strict=True))
    assert names(folder, "done") == [f"{at}.csv" for at in range(1, 7)]
    assert export_folder.take_folder(kit, folder) == ()


def test_of_a_kind_the_newest_counts_and_all_are_moved(kit: Context, folder: WatchedFolder) -> None:
    drop(folder, "monday.csv", builders.ORDERS, age=300)
    drop(folder, "tuesday.csv", builders.ORDERS.replace("118.10", "119.00"), age=200)
    export_folder.take_folder(kit, folder)
    assert used(kit) == {ExportKind.ORDERS: "tuesday.csv"}
    assert names(folder, "done") == ["monday.csv", "tuesday.csv"]
    assert len(kept.listed(kit.store)) == 1


def test_an_export_is_as_old_as_its_file_lay_there(kit: Context, folder: WatchedFolder) -> None:
    kit = replace(kit, now=utc_now)
    path = drop(folder, "monday.csv", builders.ORDERS, age=300)
    arrived = dt.datetime.fromtimestamp(path.stat().st_ctime, dt.UTC)
    (first,) = export_folder.take_folder(kit, folder)
    assert first.standing.snapshot.seen_at == arrived
    # The same content once more is delivered today.
    path = drop(folder, "tuesday.csv", builders.ORDERS, age=200)
    (again,) = export_folder.take_folder(kit, folder)
    assert (again.new, again.standing.snapshot.number) == (False, first.standing.snapshot.number)
    assert again.standing.snapshot.seen_at > arrived
    assert names(folder, "done") == ["monday.csv", "tuesday.csv"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (builders.QUOTATIONS, "import quotations"),
        (builders.LIST, "countercheck reconcile"),
        ("a,b,c\n1,2,3\n", "headings are those of no export"),
        ("VBELN,POSNR,Quantity,Net price,Curr.\n30005678,10,5,20.00,CNY\n", "may be any of orders"),
        ("", "empty"),
        ("%PDF-1.4", "headings are those of no export"),
        (builders.ORDERS.replace("Order Qty", "Stück"), "no column for quantity"),
    ],
)
def test_what_is_not_surely_an_export_is_put_aside_with_the_reason(
    kit: Context, folder: WatchedFolder, caplog: pytest.LogCaptureFixture, text: str, why: str
) -> None:
    drop(folder, "before.csv", builders.ORDERS, age=300)
    drop(folder, "odd.csv", text)
    export_folder.refresh(kit, folder.path)
    assert names(folder, "quarantine") == ["odd.csv", "odd.csv.why.txt"]
    assert why in (folder.path / "quarantine" / "odd.csv.why.txt").read_text("utf-8")
    assert why in caplog.text
    assert used(kit) == {ExportKind.ORDERS: "before.csv"}
    assert names(folder, "done") == ["before.csv"]


def test_a_file_of_remembered_columns_is_known(kit: Context, folder: WatchedFolder, tmp_path: Path) -> None:
    text = builders.ORDERS.replace("Order Qty", "Stück")
    by_hand = tmp_path / "by hand.csv"
    by_hand.write_text(text, "utf-8")
    exports.import_file(kit, ExportKind.ORDERS, by_hand, {"Stück": "quantity"})
    drop(folder, "next.csv", text.replace("118.10", "119.00"))
    export_folder.take_folder(kit, folder)
    assert used(kit) == {ExportKind.ORDERS: "next.csv"}


def test_one_that_makes_the_program_fail_keeps_no_other_from_coming_in(
    kit: Context, folder: WatchedFolder, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    recognised = exports.recognised

    def failing(context: Context, data: bytes, name: str) -> object:
        if name == "bad.csv":
            raise ZeroDivisionError
        return recognised(context, data, name)

    monkeypatch.setattr(exports, "recognised", failing)
    drop(folder, "bad.csv", builders.ORDERS)
    drop(folder, "good.csv", builders.DELIVERIES, age=300)
    export_folder.take_folder(kit, folder)
    assert used(kit) == {ExportKind.DELIVERIES: "good.csv"}
    assert names(folder, "quarantine") == ["bad.csv", "bad.csv.why.txt"]
    assert any(each.levelno == logging.ERROR for each in caplog.records)


def test_a_database_that_is_away_leaves_the_file(
    kit: Context, folder: WatchedFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object, **__: object) -> None:
        raise DatabaseError("away")

    monkeypatch.setattr(kept, "take", away)
    path = drop(folder, "a.csv", builders.ORDERS)
    with pytest.raises(DatabaseError):
        export_folder.refresh(kit, folder.path)
    assert path.exists()


def test_a_folder_that_is_not_there_is_told_in_the_log(
    kit: Context, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    export_folder.refresh(kit, tmp_path / "gone")
    export_folder.refresh(kit, None)
    assert "cannot be used" in caplog.text


HERE = Path(__file__).parent
KILLED = (
    "blob_renamed",
    "export_kept",
    "export_written",
    "export_committed",
    "export_imported",
    "file_moved",
)
CHILD = """
import sys
from pathlib import Path
from intake_builders import context, watched
from flows import export_folder
folder = Path(sys.argv[1])
kit = context(folder)
export_folder.take_folder(kit, watched(folder / "exports"))
"""


@pytest.mark.parametrize("point", KILLED)
def test_killed_at_any_step_nothing_half_done_is_left(tmp_path: Path, point: str) -> None:
    """The folder brings profiles: the import is killed, started again, and looked at both times."""
    kit, folder = context(tmp_path), watched(tmp_path / "exports")
    store.close(kit.store)
    drop(folder, "profiles.csv", builders.PROFILES)
    command = [sys.executable, "-c", CHILD, str(tmp_path)]
    plain = {**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE), str(HERE.parent)))}
    killed = subprocess.run(command, env=plain | {KILL: point}, check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    kit = context(tmp_path)
    committed = point not in {"blob_renamed", "export_kept", "export_written"}
    assert len(kept.listed(kit.store)) == committed
    subprocess.run(command, env=plain, check=True, timeout=60)
    assert used(kit) == {ExportKind.PROFILES: "profiles.csv"}
    assert len(kept.listed(kit.store)) == 1
    assert [each.version for each in profiles.listed(kit.store)] == [1, 1]
    assert names(folder, "done") == ["profiles.csv"]
    assert audit.first_broken(kit.store) is None
