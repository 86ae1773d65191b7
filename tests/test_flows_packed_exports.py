"""Kept exports are read from their quick form where it fits, and from the file where it does not."""

import csv
import io
from pathlib import Path

import export_builders as builders
import pytest
from intake_builders import context
from openpyxl import Workbook

from flows import exports, packed_exports
from flows.context import Context
from models import archive, packs
from models.archive import BlobCorruptError
from models.invoice_desk import ExportKind
from sap import orders, table
from sap.table import Scanned


def workbook(text: str) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Orders")
    for row in csv.reader(io.StringIO(text)):
        sheet.append(row)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


DATA = workbook(builders.ORDERS)


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Context:
    monkeypatch.setattr(packed_exports, "FROM", 1)
    return context(tmp_path)


@pytest.fixture
def taken(kit: Context) -> str:
    done = exports.import_data(kit, ExportKind.ORDERS, DATA, "va05.xlsx")
    return done.standing.snapshot.sha256


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files that were opened themselves."""
    names: list[str] = []
    plain = table.scanned

    def scanned(data: bytes, name: str) -> Scanned:
        names.append(name)
        return plain(data, name)

    monkeypatch.setattr(table, "scanned", scanned)
    return names


def read(kit: Context, sha256: str) -> object:
    return orders.read(packed_exports.read(kit.archive, sha256, "va05.xlsx"), "va05.xlsx", {"30005678"})


EXPECTED = orders.read(DATA, "va05.xlsx", {"30005678"})


def test_an_export_is_packed_as_it_is_taken_in_and_not_opened_again(
    kit: Context, taken: str, opened: list[str]
) -> None:
    assert read(kit, taken) == EXPECTED
    assert read(kit, taken) == EXPECTED
    assert opened == []
    assert archive.get(kit.archive, taken) == DATA, "the file is kept as it came"
    assert archive.names(kit.archive) == {taken}, "a form is no kept file"


@pytest.mark.parametrize("harm", ["missing", "damaged", "cut off", "another export's"])
def test_a_form_that_does_not_fit_is_made_again(
    kit: Context, taken: str, opened: list[str], harm: str
) -> None:
    place = packs.path(kit.archive, taken)
    whole = place.read_bytes()
    place.unlink()
    if harm == "damaged":
        place.write_bytes(whole[:50] + bytes([whole[50] ^ 1]) + whole[51:])
    elif harm == "cut off":
        place.write_bytes(whole[:-7])
    elif harm == "another export's":
        other = exports.import_data(
            kit, ExportKind.ORDERS, workbook(builders.ORDERS.replace("118.10", "99.00")), "o.xlsx"
        )
        place.write_bytes(packs.path(kit.archive, other.standing.snapshot.sha256).read_bytes())
    opened.clear()
    assert read(kit, taken) == EXPECTED
    assert read(kit, taken) == EXPECTED
    assert opened == ["va05.xlsx"]
    assert place.read_bytes() == whole


def test_a_form_by_another_version_of_the_reader_is_made_again(
    kit: Context, taken: str, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed_exports, "_reader", lambda: "a newer one")
    assert read(kit, taken) == EXPECTED
    assert opened == ["va05.xlsx"]
    assert read(kit, taken) == EXPECTED
    assert opened == ["va05.xlsx"]


@pytest.mark.parametrize("gone", [True, False])
def test_a_damaged_file_counts_as_missing_though_its_form_is_whole(
    kit: Context, taken: str, *, gone: bool
) -> None:
    place = archive.path(kit.archive, taken)
    place.unlink()
    if not gone:
        place.write_bytes(DATA[:-1] + b"x")
    with pytest.raises(BlobCorruptError):
        read(kit, taken)


def test_text_is_packed_too_and_short_files_are_not(kit: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in (
        ("va05.csv", builders.ORDERS),
        ("va05.txt", builders.ORDERS.replace("118.10", "119.00").replace(",", "|")),
    ):
        done = exports.import_data(kit, ExportKind.ORDERS, text.encode(), name).standing.snapshot
        assert packs.path(kit.archive, done.sha256).exists()
        kept = orders.read(packed_exports.read(kit.archive, done.sha256, name), name)
        assert kept == orders.read(text.encode(), name)
    monkeypatch.setattr(packed_exports, "FROM", 10**6)
    short = exports.import_data(kit, ExportKind.BILLING, workbook(builders.BILLING), "vf05.xlsx")
    assert not packs.path(kit.archive, short.standing.snapshot.sha256).exists()


def test_a_file_that_is_not_kept_here_is_opened_once(kit: Context) -> None:
    assert kit.archive
    sheets = packed_exports.compact(DATA, "va05.xlsx")
    assert sheets.sources[0].packed is not None
    assert orders.read(sheets, "va05.xlsx", {"30005678"}) == EXPECTED


def test_a_full_disk_costs_the_form_alone(
    kit: Context, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    plain = Path.write_bytes

    def refuse(path: Path, data: bytes) -> int:
        if path.parent.name == "tmp":
            raise OSError(28, "No space left on device")
        return plain(path, data)

    monkeypatch.setattr(Path, "write_bytes", refuse)
    done = exports.import_data(kit, ExportKind.ORDERS, DATA, "va05.xlsx")
    assert read(kit, done.standing.snapshot.sha256) == EXPECTED
    assert "No space left" in caplog.text
    assert not packs.path(kit.archive, done.standing.snapshot.sha256).exists()


def test_forms_that_nothing_is_read_from_are_swept(kit: Context, taken: str) -> None:
    other = exports.import_data(kit, ExportKind.BILLING, workbook(builders.BILLING), "vf05.xlsx")
    kept = other.standing.snapshot.sha256
    assert packs.sweep(kit.archive, {kept}) == 1
    assert not packs.path(kit.archive, taken).exists()
    assert packs.path(kit.archive, kept).exists()
    assert read(kit, taken) == EXPECTED
