import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import export_builders as builders
import pytest
from intake_builders import NOON, TickingClock, context

from flows import exports, exports_reading
from flows.context import Context
from flows.invoicing import against
from models import archive
from models.errors import ColumnsNotUnderstoodError, UsageError
from models.invoice_desk import ExportKind, Shift
from models.invoice_sources import InvoiceMode
from models.policy import InvoicingPolicy, Policy
from models.rows.invoicing import column_choices, profiles
from models.rows.invoicing import exports as kept
from models.snapshot import SnapshotState, SnapshotWhy
from sap import orders

DAY = dt.timedelta(days=1)


@pytest.fixture
def kit(tmp_path: Path) -> Context:
    return context(tmp_path)


def put(
    kit: Context, text: str, kind: ExportKind = ExportKind.ORDERS, *, confirmed: bool = False
) -> exports.Imported:
    return exports.import_data(kit, kind, text.encode(), f"{kind}.csv", confirmed=confirmed)


def write(folder: Path, text: str, name: str = "export.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("kind", "text", "rows"),
    [
        (ExportKind.ORDERS, builders.ORDERS, 4),
        (ExportKind.DELIVERIES, builders.DELIVERIES, 2),
        (ExportKind.BILLING, builders.BILLING, 1),
        (ExportKind.DUE, builders.DUE, 1),
        (ExportKind.MATERIALS, builders.MATERIALS, 1),
        (ExportKind.PROFILES, builders.PROFILES, 2),
    ],
)
def test_an_export_is_taken_in_with_its_file(
    tmp_path: Path, kit: Context, kind: ExportKind, text: str, rows: int
) -> None:
    done = exports.import_file(kit, kind, write(tmp_path, text))
    newest = kept.newest(kit.store, kind)
    assert newest == done.standing.snapshot
    assert (done.new, done.complete, newest.rows, done.understood.faults) == (True, True, rows, ())
    assert dict(newest.columns) == dict(done.understood.columns)
    assert archive.get(kit.archive, newest.sha256).decode() == text
    again = exports.import_file(kit, kind, write(tmp_path, text))
    assert (again.new, again.standing) == (False, done.standing)


def test_rows_that_cannot_be_read_are_counted(kit: Context) -> None:
    done = put(kit, builders.ORDERS.replace("236.20", "many").replace("118.10,236", "x,236"))
    assert [each.row for each in done.understood.faults] == [4]
    assert done.standing.snapshot.rows == 4


def test_a_long_export_is_not_read_row_by_row(kit: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports_reading, "LONG", 10_000)
    text = builders.longer(builders.ORDERS, 500)
    done = put(kit, text)
    assert done.standing.snapshot.rows == 2000
    assert not done.complete
    assert 0 < len(done.understood.rows) < 400


def test_one_that_shrank_waits_and_is_used_when_confirmed(kit: Context) -> None:
    first = put(kit, builders.longer(builders.ORDERS, 5))
    shrunk = put(kit, builders.ORDERS)
    assert shrunk.waits
    assert shrunk.held_against == first.standing.snapshot
    confirmed = put(kit, builders.ORDERS, confirmed=True)
    assert (confirmed.new, confirmed.standing.why) == (False, SnapshotWhy.CONFIRMED)
    assert kept.newest(kit.store, ExportKind.ORDERS) == shrunk.standing.snapshot


def test_columns_that_are_not_understood_say_which_option_to_give(kit: Context) -> None:
    with pytest.raises(ColumnsNotUnderstoodError) as refused:
        put(kit, builders.ORDERS.replace("Order Qty", "Stück"))
    said = str(refused.value)
    assert "Columns seen: Sales Doc., Item," in said
    assert 'countercheck import orders FILE --column "NAME=quantity"' in said
    assert refused.value.missing == (("quantity", "schedule_quantity", "confirmed_quantity"),)


def test_two_columns_that_mean_the_same_are_asked_about(kit: Context, tmp_path: Path) -> None:
    text = "Sales Doc.,Item,Order Qty,Qty,Net price\n1,10,5,3,20\n2,10,6,4,20\n3,10,7,5,20\n"
    with pytest.raises(ColumnsNotUnderstoodError) as refused:
        put(kit, text)
    assert '--column "Order Qty=quantity" or --column "Qty=quantity"' in str(refused.value)
    done = exports.import_file(kit, ExportKind.ORDERS, write(tmp_path, text), {"Qty": "quantity"})
    assert [str(each.quantity) for each in done.understood.rows] == ["3", "4", "5"]


def test_what_was_said_about_columns_is_remembered_for_such_files(kit: Context, tmp_path: Path) -> None:
    text = builders.ORDERS.replace("Order Qty", "Stück")
    exports.import_file(kit, ExportKind.ORDERS, write(tmp_path, text), {"stück": "quantity"})
    newer = put(kit, text.replace("118.10", "119.00"))
    assert newer.new
    assert newer.understood.columns["Stück"] == "quantity"
    with pytest.raises(ColumnsNotUnderstoodError):
        put(kit, text.replace("SaTy", "Type of it"))
    (said,) = column_choices.choices(kit.store)
    assert (said.kind, dict(said.columns), said.by) == ("orders", {"stück": "quantity"}, "desk")


def test_what_is_said_later_adds_to_what_was_said(kit: Context, tmp_path: Path) -> None:
    text = builders.ORDERS.replace("Order Qty", "Stück").replace("Ref. doc.", "Vorlage")
    path = write(tmp_path, text)
    exports.import_file(kit, ExportKind.ORDERS, path, {"Stück": "quantity"})
    done = exports.import_file(kit, ExportKind.ORDERS, path, {"Vorlage": "reference"})
    assert done.new, "the same file, understood otherwise"
    assert done.understood.columns["Vorlage"] == "reference"
    assert done.understood.columns["Stück"] == "quantity"


def test_the_export_is_read_later_as_it_was_understood(kit: Context, tmp_path: Path) -> None:
    text = builders.ORDERS.replace("Order Qty", "Stück")
    done = exports.import_file(
        kit, ExportKind.ORDERS, write(tmp_path, text), {"Stück": "quantity", "Ref. doc.": ""}
    )
    snapshot = done.standing.snapshot
    data = archive.get(kit.archive, snapshot.sha256)
    read = orders.read(data, snapshot.name, {"30005678"}, exports_reading.names({}, snapshot))
    assert [str(each.quantity) for each in read.rows] == ["10", "5"]
    assert {each.reference for each in read.rows} == {None}


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ({"Order Qty": "amount"}, "orders have no amount, but sales_document"),
        ({"Order Qty": "quantity", "Net value": "quantity"}, "two columns cannot both be quantity"),
        ({"Stück": "quantity"}, "no column has this name alone"),
        ({"Stück": ""}, "no column has this name alone"),
    ],
)
def test_a_wrong_option_is_refused_and_forgotten(
    kit: Context, tmp_path: Path, columns: dict[str, str], says: str
) -> None:
    with pytest.raises(UsageError, match=says):
        exports.import_file(kit, ExportKind.ORDERS, write(tmp_path, builders.ORDERS), columns)
    assert column_choices.choices(kit.store) == ()
    assert kept.newest(kit.store, ExportKind.ORDERS) is None


def test_another_kind_of_file_is_refused(kit: Context, tmp_path: Path) -> None:
    path = write(tmp_path, builders.QUOTATIONS)
    with pytest.raises(UsageError, match="no export of orders but of quotations"):
        exports.import_file(kit, ExportKind.ORDERS, path)
    with pytest.raises(UsageError, match="no export of billing but of deliveries"):
        exports.import_file(kit, ExportKind.BILLING, write(tmp_path, builders.DELIVERIES))
    # On the page as well, where a kind is chosen in a moment; this list has all columns of orders.
    billed = "开票凭证,项目,销售凭证,销售凭证项目,数量,净值\n90001111,10,30005678,10,4,472.40\n"
    with pytest.raises(UsageError, match="no export of orders but of billing"):
        exports.import_data(kit, ExportKind.ORDERS, billed.encode(), "vf05.csv")
    assert kept.listed(kit.store) == ()


def test_a_kind_that_a_person_said_is_known_from_then_on(kit: Context, tmp_path: Path) -> None:
    text = builders.ORDERS.replace(",SaTy,", ",XY,").replace(",Ref. doc.", ",Z")
    assert exports.recognised(kit, text.encode(), "a.csv").kind is None
    exports.import_file(kit, ExportKind.ORDERS, write(tmp_path, text))
    assert exports.recognised(kit, text.encode(), "a.csv").kind == ExportKind.ORDERS


def test_quantities_that_can_be_read_in_two_ways_are_told_by_the_orders(kit: Context) -> None:
    ordered = builders.ORDERS.replace(",10,EA", ",10.000,EA").replace(",2,EA", ",2.000,EA")
    shipped = builders.DELIVERIES.replace(",10,EA", ',"10,000",EA').replace(",2,EA", ',"2,000",EA')
    before = put(kit, shipped, ExportKind.DELIVERIES)
    assert (before.standing.snapshot.rows, before.understood.rows, before.complete) == (2, (), False)
    assert before.standing.state is SnapshotState.USED, "a list brings what was ordered"
    put(kit, ordered)
    done = put(kit, shipped, ExportKind.DELIVERIES)
    assert [str(each.quantity) for each in done.understood.rows] == ["10.000", "2.000"]
    assert (done.new, done.complete) == (False, True)


def test_orders_whose_numbers_can_be_read_in_two_ways_are_refused(kit: Context) -> None:
    odd = "Sales Doc.,Item,Order Qty,Net price\n1,10,5,20.000\n2,10,6,30.000\n"
    with pytest.raises(ColumnsNotUnderstoodError, match="two ways"):
        put(kit, odd)


def test_a_due_list_whose_numbers_can_be_read_in_two_ways_is_refused(kit: Context) -> None:
    due = builders.DUE.replace("1181.00", "1.181")
    with pytest.raises(ColumnsNotUnderstoodError, match="two ways"):
        put(kit, due, ExportKind.DUE)
    assert kept.listed(kit.store) == ()


def test_profiles_are_taken_over_and_those_changed_here_stay(kit: Context) -> None:
    first = put(kit, builders.PROFILES, ExportKind.PROFILES)
    assert first.profiles == 2
    found = profiles.found(kit.store, "100234")
    assert found is not None
    assert (found.profile.mode, found.profile.cutoff_day, found.why) == (
        InvoiceMode.MONTHLY,
        25,
        "profiles.csv",
    )
    mine = replace(found.profile, cutoff_day=20)
    profiles.put(kit.store, mine, "desk", "they asked", NOON)
    again = put(kit, builders.PROFILES.replace("Works Ltd", "Works GmbH"), ExportKind.PROFILES)
    assert again.profiles == 1
    found = profiles.found(kit.store, "100234")
    assert found is not None
    assert found.profile == mine


def test_profiles_that_wait_are_taken_over_when_a_person_uses_them(kit: Context) -> None:
    several = builders.PROFILES + "".join(
        f"{number},Works,single,,Works Ltd,91310000MA1K35Q79P,ordinary,no\n" for number in range(200, 204)
    )
    put(kit, several, ExportKind.PROFILES)
    waiting = put(kit, builders.PROFILES.replace("Works Ltd", "Works GmbH"), ExportKind.PROFILES)
    assert waiting.waits
    found = profiles.found(kit.store, "100235")
    assert found is not None
    assert found.profile.title == "Works Ltd"
    assert exports.decide(kit, waiting.standing.snapshot.number, SnapshotState.USED)
    found = profiles.found(kit.store, "100235")
    assert found is not None
    assert found.profile.title == "Works GmbH"
    assert not exports.decide(kit, waiting.standing.snapshot.number, SnapshotState.USED)


def test_an_export_bears_the_time_it_was_taken_in(tmp_path: Path) -> None:
    clock = TickingClock(NOON)
    kit = context(tmp_path, now=clock)
    before = put(kit, builders.ORDERS).standing.snapshot.taken_at
    assert put(kit, builders.longer(builders.ORDERS, 2)).standing.snapshot.taken_at > before


def test_a_file_that_cannot_be_read_says_so(kit: Context, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        exports.import_file(kit, ExportKind.ORDERS, tmp_path / "gone.csv")
    with pytest.raises(UsageError):
        exports.import_file(kit, ExportKind.ORDERS, write(tmp_path, "", "empty.csv"))


def test_an_export_that_lost_more_than_a_tenth_is_told_of_with_what_the_others_gained(kit: Context) -> None:
    lines = builders.ORDERS.splitlines(keepends=True)
    shipped = builders.DELIVERIES.splitlines(keepends=True)
    put(kit, builders.ORDERS)
    put(kit, "".join(shipped[:2]), ExportKind.DELIVERIES)
    assert shifted(kit) == ()
    put(kit, builders.DELIVERIES, ExportKind.DELIVERIES)
    assert shifted(kit) == (), "one that grew is none"
    assert not put(kit, "".join(lines[:4])).waits
    assert shifted(kit) == (Shift(ExportKind.ORDERS, 4, 3), Shift(ExportKind.DELIVERIES, 1, 2))
    lenient = replace(InvoicingPolicy(), told_loss_percent=Decimal(25))
    assert shifted(kit, replace(Policy(), invoicing=lenient)) == ()


def shifted(kit: Context, policy: Policy | None = None) -> tuple[Shift, ...]:
    used = [kept.newest(kit.store, kind) for kind in against.EXPORTED]
    return against.shifted(kit.store, [each for each in used if each], policy or Policy())
