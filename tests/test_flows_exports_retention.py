"""The files of old exports go by rule, those that somebody needs stay, and everything else goes on."""

from dataclasses import dataclass, replace
from pathlib import Path

import export_builders as builders
import pytest
from intake_builders import Clock, context
from invoice_list_builders import new_answer
from sqlmodel import select

from flows import exports, exports_retention, packed_exports
from flows.context import Context
from flows.upkeep import duties, examine
from models import archive, packs
from models.configuration import Secret, Settings, Weekly
from models.invoice_desk import ExportKind
from models.rows.inbox import census
from models.rows.invoicing import exports as kept
from models.rows.invoicing import invoice_lists
from models.store import reading
from models.tables import AuditRow


@dataclass
class Desk:
    """An installation, with a clock that is moved by days."""

    kit: Context
    clock: Clock

    def take(self, price: str, kind: ExportKind = ExportKind.ORDERS, text: str = builders.ORDERS) -> int:
        """Take an export in that has another price; return its number."""
        data = text.replace("118.10", price).encode()
        return exports.import_data(self.kit, kind, data, f"{price}.csv").standing.snapshot.number

    def pass_days(self, days: float) -> None:
        """Let time pass, and the nights' tidying be done."""
        self.clock.forward(days * 86400)
        exports_retention.tidy(self.kit)

    def answer(self, *used: int) -> None:
        """Answer a list with exports."""
        invoice_lists.record(self.kit.store, replace(new_answer(), used=used, answered_at=self.clock()))

    def there(self, number: int) -> bool:
        """Tell whether the file of an export is kept, by the row as by the disk."""
        found = kept.found(self.kit.store, number)
        assert found is not None
        on_disk = found.snapshot.sha256 in archive.names(self.kit.archive)
        counted = census.take(self.kit.store, self.clock(), self.clock())
        assert on_disk == (found.removed_at is None) == (found.snapshot.sha256 in counted.kept)
        return on_disk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    clock = Clock()
    return Desk(context(tmp_path, now=clock, weekly=Weekly(keep_days=100)), clock)


def test_an_export_that_no_list_was_held_against_goes_after_five_weeks(desk: Desk) -> None:
    old = desk.take("100.00")
    desk.pass_days(1)
    newer = desk.take("101.00")
    desk.pass_days(33)
    assert (desk.there(old), desk.there(newer)) == (True, True)
    desk.pass_days(1.5)
    assert (desk.there(old), desk.there(newer)) == (False, True)
    with reading(desk.kit.store) as session:
        removed = session.exec(select(AuditRow).where(AuditRow.action == "export_removed")).all()
    assert [(each.actor, each.about) for each in removed] == [("retention", str(old))]


def test_the_newest_in_use_stays_however_old(desk: Desk) -> None:
    number = desk.take("100.00")
    waiting = desk.take("101.00", text=builders.ORDERS.partition("\n")[0] + "\n")
    desk.pass_days(5000)
    assert (desk.there(number), desk.there(waiting)) == (True, True)


def test_an_export_that_answered_a_list_stays_as_long_as_the_settings_say(desk: Desk) -> None:
    used = desk.take("100.00")
    desk.pass_days(2)
    desk.answer(used)
    desk.take("101.00")
    desk.pass_days(99)
    assert desk.there(used)
    desk.pass_days(2)
    assert not desk.there(used)


def test_what_is_delivered_again_counts_from_then(desk: Desk) -> None:
    old = desk.take("100.00")
    desk.pass_days(30)
    desk.take("100.00")
    desk.take("101.00")
    desk.pass_days(20)
    assert desk.there(old)
    desk.pass_days(16)
    assert not desk.there(old)


def test_a_file_of_several_exports_stays_while_one_needs_it(desk: Desk) -> None:
    first = desk.take("100.00")
    data = builders.ORDERS.replace("118.10", "100.00").encode()
    chosen = {"SU": ""}
    again = exports.import_data(desk.kit, ExportKind.ORDERS, data, "x.csv", chosen).standing.snapshot.number
    assert first != again
    desk.pass_days(40)
    assert archive.names(desk.kit.archive)
    found = kept.found(desk.kit.store, first)
    assert found is not None
    assert found.removed_at is not None
    assert desk.there(again)


def test_an_export_that_is_delivered_after_its_file_went_is_kept_anew(desk: Desk) -> None:
    old = desk.take("100.00")
    desk.take("101.00")
    desk.pass_days(40)
    assert not desk.there(old)
    again = desk.take("100.00")
    assert again != old
    assert desk.there(again)


def test_zero_days_keep_everything_for_good(tmp_path: Path) -> None:
    clock = Clock()
    desk = Desk(context(tmp_path, now=clock, weekly=Weekly(keep_days=0)), clock)
    old = desk.take("100.00")
    desk.take("101.00")
    desk.pass_days(4000)
    assert desk.there(old)


def test_stopped_after_the_note_the_next_night_removes_the_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = desk.take("100.00")
    desk.take("101.00")
    found = kept.found(desk.kit.store, old)
    assert found is not None
    with monkeypatch.context() as broken:
        broken.setattr(archive, "remove", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            desk.pass_days(40)
    assert archive.path(desk.kit.archive, found.snapshot.sha256).exists()
    counted = census.take(desk.kit.store, desk.clock(), desk.clock())
    assert not examine.blobs(desk.kit, counted, full=True).missing
    desk.pass_days(1)
    assert not desk.there(old)


def test_quick_forms_of_older_exports_go_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_exports, "FROM", 1)
    bars = builders.ORDERS.replace(",", "|")
    first = exports.import_data(desk.kit, ExportKind.ORDERS, bars.encode(), "1.txt").standing.snapshot
    newer = bars.replace("118.10", "119.00").encode()
    second = exports.import_data(desk.kit, ExportKind.ORDERS, newer, "2.txt").standing.snapshot
    assert packs.path(desk.kit.archive, first.sha256).exists()
    desk.pass_days(0)
    assert not packs.path(desk.kit.archive, first.sha256).exists()
    assert packs.path(desk.kit.archive, second.sha256).exists()
    assert desk.there(first.number)


def test_the_nights_examination_tidies_first(desk: Desk, tmp_path: Path) -> None:
    old = desk.take("100.00")
    desk.take("101.00")
    desk.clock.forward(40 * 86400)
    settings = Settings(tmp_path, Secret(f"sqlite:///{tmp_path / 'countercheck.db'}"), prefect=False)
    found = duties.examine_once(desk.kit, settings)
    assert found is not None
    assert "blobs_missing" not in {each.code for each in found.findings}
    assert not desk.there(old)
