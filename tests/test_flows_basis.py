import logging
from dataclasses import replace
from pathlib import Path

import pytest
from intake_builders import context

from flows import basis
from flows.basis import Basis
from flows.context import Context
from models import archive
from models.errors import ColumnsNotUnderstoodError, UsageError
from models.rows.quotations import quotes

EXPORT = "Quotation,Item,Part number,Quantity,Unit price,Currency\n20017734,10,10089378,12,118.00,CNY\n"


@pytest.fixture
def kit(tmp_path: Path) -> Context:
    return context(tmp_path)


def export(folder: Path, text: str = EXPORT) -> Path:
    path = folder / "quotations.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_export_becomes_the_newest_snapshot_and_is_kept_itself(tmp_path: Path, kit: Context) -> None:
    imported = basis.import_file(kit, export(tmp_path))
    assert imported.new
    assert (imported.snapshot.quotations, imported.snapshot.name) == (1, "quotations.csv")
    assert imported.export is not None
    assert archive.get(kit.archive, imported.snapshot.source_sha256).decode() == EXPORT


def test_the_same_export_again_is_not_even_read(tmp_path: Path, kit: Context) -> None:
    path = export(tmp_path)
    basis.import_file(kit, path)
    again = basis.import_file(kit, path)
    assert (again.new, again.export) == (False, None)


def test_the_book_follows_the_newest_snapshot(tmp_path: Path, kit: Context) -> None:
    held = Basis(kit.store)
    assert held.current()[0] is None
    assert held.current()[1].quotations == ()
    basis.import_file(kit, export(tmp_path))
    first, book = held.current()
    assert (first, [each.number for each in book.quotations]) == (1, ["20017734"])
    assert held.current()[1] is book
    basis.import_file(kit, export(tmp_path, EXPORT.replace("20017734", "20017735")))
    second, book = held.current()
    assert (second, [each.number for each in book.quotations]) == (2, ["20017735"])


def test_an_export_that_is_not_there_or_not_understood_says_so(tmp_path: Path, kit: Context) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        basis.import_file(kit, tmp_path / "gone.csv")
    with pytest.raises(ColumnsNotUnderstoodError):
        basis.import_file(kit, export(tmp_path, "a,b\n1,2\n"))
    assert quotes.newest(kit.store) is None


def test_a_renewal_that_fails_leaves_the_last_import(
    tmp_path: Path, kit: Context, caplog: pytest.LogCaptureFixture
) -> None:
    basis.refresh(kit, export(tmp_path))
    basis.refresh(kit, export(tmp_path, "a,b\n1,2\n"))
    basis.refresh(kit, tmp_path / "gone.csv")
    basis.refresh(kit, None)
    newest = quotes.newest(kit.store)
    assert newest is not None
    assert newest.number == 1
    assert len([each for each in caplog.records if each.levelno == logging.WARNING]) == 2


def test_the_house_s_own_names_of_columns_are_known(tmp_path: Path, kit: Context) -> None:
    path = export(tmp_path, EXPORT.replace("Part number", "Unser Zeichen"))
    with pytest.raises(ColumnsNotUnderstoodError):
        basis.import_file(kit, path)
    house = replace(kit, columns={"part_number": ("Unser Zeichen",)})
    assert basis.import_file(house, path).new
