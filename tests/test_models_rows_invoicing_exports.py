import datetime as dt
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from intake_builders import NOON, database
from sqlalchemy import text

from models import audit, store
from models.invoice_desk import ColumnChoice, ExportKind, ExportStanding
from models.rows.invoicing import column_choices, exports
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
    seen: int | None = None,
    columns: Mapping[str, str] = COLUMNS,
    by: str | None = None,
) -> tuple[ExportStanding, bool]:
    return exports.take(
        kept,
        kind,
        f"{source}.csv",
        source * 64,
        rows=rows,
        columns=columns,
        unknown=("Plant",),
        now=NOON + days * DAY,
        seen_at=None if seen is None else NOON + seen * DAY,
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


def test_the_same_file_again_is_as_new_as_it_was_delivered_last(kept: Store) -> None:
    first, _ = take(kept, "a")
    again, new = take(kept, "a", days=1)
    assert not new
    assert again.snapshot == replace(first.snapshot, seen_at=NOON + DAY)
    assert exports.newest(kept, ExportKind.ORDERS) == again.snapshot
    assert take(kept, "a", days=2, seen=0) == (again, False), "a mail of before says nothing new"
    assert again.snapshot.is_old(NOON + 2 * DAY + dt.timedelta(seconds=1))
    assert not again.snapshot.is_old(NOON + 2 * DAY)


def test_an_older_file_that_comes_again_after_a_newer_one_waits_for_a_person(kept: Store) -> None:
    first, _ = take(kept, "a")
    newer, _ = take(kept, "b", days=1)
    again, new = take(kept, "a", days=2)
    assert (new, again.state, again.why) == (True, SnapshotState.WAITING, SnapshotWhy.AGAIN)
    assert again.snapshot.number != first.snapshot.number
    assert exports.newest(kept, ExportKind.ORDERS) == newer.snapshot
    # Once more it is the same that waits, as new as now.
    later, new = take(kept, "a", days=3)
    assert (new, later.snapshot.number, later.snapshot.seen_at) == (
        False,
        again.snapshot.number,
        NOON + 3 * DAY,
    )
    said, _ = take(kept, "a", days=4, by="desk")
    assert (said.state, said.why) == (SnapshotState.USED, SnapshotWhy.CONFIRMED)
    assert exports.newest(kept, ExportKind.ORDERS) == said.snapshot


def test_what_was_delivered_before_the_one_in_use_is_put_away(kept: Store) -> None:
    used, _ = take(kept, "b", days=2)
    late, new = take(kept, "a", days=3, seen=1)
    assert (new, late.state, late.why) == (True, SnapshotState.DISCARDED, SnapshotWhy.NEWER)
    assert late.snapshot.seen_at == NOON + DAY
    assert exports.newest(kept, ExportKind.ORDERS) == used.snapshot
    # Delivered once more after it, a person has to say.
    again, new = take(kept, "a", days=4)
    assert (new, again.state, again.why) == (True, SnapshotState.WAITING, SnapshotWhy.AGAIN)
    assert exports.newest(kept, ExportKind.ORDERS) == used.snapshot


def test_the_file_in_use_understood_otherwise_is_used_at_once(kept: Store) -> None:
    take(kept, "b")
    take(kept, "a", days=1)
    other, new = take(kept, "a", days=2, columns={"Sales Document": "sales_document"})
    assert (new, other.state, other.why) == (True, SnapshotState.USED, SnapshotWhy.IMPORTED)


def test_no_export_is_delivered_in_the_future(kept: Store) -> None:
    taken, _ = take(kept, "a", seen=5)
    assert taken.snapshot.seen_at == NOON


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
    column_choices.remember(kept, said)
    assert column_choices.choice(kept, "orders", "f" * 64) == said
    assert column_choices.choice(kept, "billing", "f" * 64) is None
    assert column_choices.choice(kept, "orders", "e" * 64) is None
    later = ColumnChoice("orders", "f" * 64, {"Menge": "schedule_quantity"}, "desk", NOON + DAY)
    column_choices.remember(kept, later)
    assert column_choices.choice(kept, "orders", "f" * 64) == later
    assert column_choices.choices(kept) == (later,)


def test_everything_is_in_the_audit_trail(kept: Store) -> None:
    take(kept, "a", 100)
    waiting, _ = take(kept, "b", 10)
    exports.decide(kept, waiting.snapshot.number, SnapshotState.USED, "desk", NOON)
    column_choices.remember(kept, ColumnChoice("orders", "f" * 64, {"Menge": "quantity"}, "desk", NOON))
    assert audit.head(kept)[0] == 4
    assert audit.first_broken(kept) is None


def test_exports_of_an_older_version_were_delivered_when_they_were_taken_in(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'older.db'}"
    opened = store.bare(url)
    with opened.writer.begin() as connection:
        store.upgrade(connection, "0008")
        connection.execute(
            text(
                "INSERT INTO export_snapshot VALUES"
                " (1, 'orders', '2026-03-02 12:00:00.000000', 'va05.csv', :sha256, 7, '{}', '[]')"
            ),
            {"sha256": "a" * 64},
        )
        connection.execute(
            text(
                "INSERT INTO export_state VALUES"
                " (1, 'used', 'import', '2026-03-02 12:00:00.000000', 'imported')"
            )
        )
    store.close(opened)
    opened = store.prepare(url)
    newest = exports.newest(opened, ExportKind.ORDERS)
    assert newest is not None
    assert newest.seen_at == newest.taken_at == dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
    store.close(opened)
