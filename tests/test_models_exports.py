import datetime as dt
import threading
from pathlib import Path

import pytest
from intake_builders import NOON, database

from models import audit, exports
from models.invoice_desk import ColumnChoice, ExportKind, ExportStanding
from models.snapshot import SnapshotState, SnapshotWhy
from models.store import Store

DAY = dt.timedelta(days=1)
COLUMNS = {"Sales Document": "sales_document", "订单数量": "quantity"}


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return database(tmp_path)


def take(
    kept: Store,
    source: str,
    rows: int = 100,
    *,
    kind: ExportKind = ExportKind.ORDERS,
    days: int = 0,
    by: str | None = None,
) -> tuple[ExportStanding, bool]:
    return exports.take(
        kept,
        kind,
        f"{source}.csv",
        source * 64,
        rows=rows,
        columns=COLUMNS,
        unknown=("Plant",),
        now=NOON + days * DAY,
        confirmed_by=by,
    )


def test_an_export_comes_back_with_how_it_was_understood(kept: Store) -> None:
    standing, new = take(kept, "a")
    assert new
    newest = exports.newest(kept, ExportKind.ORDERS)
    assert newest == standing.snapshot
    assert (newest.rows, dict(newest.columns), newest.unknown) == (100, COLUMNS, ("Plant",))
    assert (newest.taken_at, newest.sha256, newest.name) == (NOON, "a" * 64, "a.csv")
    assert exports.newest(kept, ExportKind.BILLING) is None
    assert exports.found(kept, newest.number) == standing
    assert exports.found(kept, 99) is None


def test_the_same_file_again_is_the_same_export(kept: Store) -> None:
    first, _ = take(kept, "a")
    assert take(kept, "a", days=1) == (first, False)
    take(kept, "b", days=2)
    again, new = take(kept, "a", days=3)
    assert new
    assert again.snapshot.taken_at == NOON + 3 * DAY


def test_the_same_file_understood_otherwise_is_another_export(kept: Store) -> None:
    first, _ = take(kept, "a")
    other, new = exports.take(
        kept,
        ExportKind.ORDERS,
        "a.csv",
        "a" * 64,
        rows=100,
        columns={"Sales Document": "sales_document"},
        unknown=(),
        now=NOON,
    )
    assert new
    assert exports.newest(kept, ExportKind.ORDERS) == other.snapshot != first.snapshot


def test_kinds_do_not_disturb_each_other(kept: Store) -> None:
    take(kept, "a", 1000)
    few, new = take(kept, "a", 10, kind=ExportKind.MATERIALS)
    assert new
    assert few.state is SnapshotState.USED


def test_one_that_shrank_by_half_waits_for_a_person(kept: Store) -> None:
    first, _ = take(kept, "a", 100)
    half, _ = take(kept, "b", 50, days=1)
    assert half.state is SnapshotState.USED
    shrunk, _ = take(kept, "c", 24, days=2)
    assert (shrunk.state, shrunk.why) == (SnapshotState.WAITING, SnapshotWhy.SHRUNK)
    assert exports.newest(kept, ExportKind.ORDERS) == half.snapshot != first.snapshot
    assert exports.waiting(kept) == (shrunk,)


def test_a_person_uses_or_discards_what_waits_once(kept: Store) -> None:
    take(kept, "a", 100)
    shrunk, _ = take(kept, "b", 10, days=1)
    number = shrunk.snapshot.number
    assert exports.decide(kept, number, SnapshotState.USED, "desk", NOON + 2 * DAY)
    assert not exports.decide(kept, number, SnapshotState.DISCARDED, "desk", NOON + 2 * DAY)
    assert not exports.decide(kept, 99, SnapshotState.USED, "desk", NOON)
    newest = exports.newest(kept, ExportKind.ORDERS)
    assert newest == shrunk.snapshot
    found = exports.found(kept, number)
    assert found is not None
    assert (found.decided_by, found.decided_at, found.why) == ("desk", NOON + 2 * DAY, SnapshotWhy.CONFIRMED)


def test_the_same_file_confirmed_is_used(kept: Store) -> None:
    take(kept, "a", 100)
    take(kept, "b", 10, days=1)
    confirmed, new = take(kept, "b", 10, days=2, by="desk")
    assert not new
    assert confirmed.state is SnapshotState.USED
    assert exports.newest(kept, ExportKind.ORDERS) == confirmed.snapshot


def test_a_newer_used_one_discards_what_still_waits(kept: Store) -> None:
    take(kept, "a", 100)
    waiting, _ = take(kept, "b", 10, days=1)
    other, _ = take(kept, "c", 10, kind=ExportKind.DUE, days=1)
    take(kept, "d", 100, days=2)
    found = exports.found(kept, waiting.snapshot.number)
    assert found is not None
    assert (found.state, found.why) == (SnapshotState.DISCARDED, SnapshotWhy.NEWER)
    assert exports.found(kept, other.snapshot.number) == other
    assert exports.waiting(kept) == ()


def test_all_exports_are_listed_newest_first(kept: Store) -> None:
    numbers = [take(kept, each, days=at)[0].snapshot.number for at, each in enumerate("abc")]
    assert [each.snapshot.number for each in exports.listed(kept)] == numbers[::-1]
    assert [each.snapshot.number for each in exports.listed(kept, 1, 1)] == [numbers[1]]


def test_imports_at_the_same_time_are_one_export(kept: Store) -> None:
    done: list[bool] = []
    threads = [threading.Thread(target=lambda: done.append(take(kept, "a")[1])) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(done) == [False, False, False, True]
    assert len(exports.listed(kept)) == 1


def test_what_columns_mean_is_remembered_by_kind_and_shape(kept: Store) -> None:
    said = ColumnChoice("orders", "f" * 64, {"Menge": "quantity"}, "desk", NOON)
    exports.remember(kept, said)
    assert exports.choice(kept, "orders", "f" * 64) == said
    assert exports.choice(kept, "billing", "f" * 64) is None
    assert exports.choice(kept, "orders", "e" * 64) is None
    later = ColumnChoice("orders", "f" * 64, {"Menge": "schedule_quantity"}, "desk", NOON + DAY)
    exports.remember(kept, later)
    assert exports.choice(kept, "orders", "f" * 64) == later
    assert exports.choices(kept) == (later,)


def test_everything_is_in_the_audit_trail(kept: Store) -> None:
    take(kept, "a", 100)
    waiting, _ = take(kept, "b", 10)
    exports.decide(kept, waiting.snapshot.number, SnapshotState.USED, "desk", NOON)
    exports.remember(kept, ColumnChoice("orders", "f" * 64, {"Menge": "quantity"}, "desk", NOON))
    assert audit.head(kept)[0] == 4
    assert audit.first_broken(kept) is None
