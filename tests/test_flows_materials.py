"""What customers call our materials completes the quotations, from a file and from the database."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from intake_builders import context, watched

import spine
from compare.book import QuotationBook
from extractors import readers
from extractors.message import open_file
from flows import basis, exports, materials, quotations, recomparing
from flows.basis import Basis
from flows.context import Compared, Context, Core
from flows.intake import intake_once
from flows.recomparing import Recompared
from models import archive
from models.comparison import Comparison, MatchStatus, Verdict
from models.invoice_desk import ExportKind
from models.message import Part
from models.policy import Policy
from models.reading import Extraction
from models.receipt import Versions
from models.rows.cases import cases
from models.rows.quotations import quotes, snapshots
from models.snapshot import SnapshotState

ORDER = (
    "PURCHASE ORDER,,,,,\n"
    "PO No.: 4500777,,,,,\n"
    "Item,Customer part no.,Description,Qty,Unit price,Amount\n"
    "1,7003312,Mechanical seal,2,100.00,200.00\n"
    "2,7003313,O-ring,5,2.00,10.00\n"
    "Total,,,,,210.00\n"
)
QUOTES = (
    "Quotation,Item,Sold-to party,Customer,Part number,Customer part number,Quantity,Unit price,Currency\n"
    "2001,10,100234,Acme Pumps,10045,,2,100.00,EUR\n"
    "2001,20,100234,Acme Pumps,10046,,5,2.00,EUR\n"
)
MATERIALS = (
    "Customer,Material,Customer Material,Sales Org.\n"
    "0000100234,10045,7003312,CN10\n"
    "0000100234,10046,7003313,CN10\n"
)
TODAY = dt.date(2026, 3, 2)


@pytest.fixture
def kit(tmp_path: Path) -> Context:
    return context(tmp_path)


def compared(book: QuotationBook) -> Comparison:
    (extraction,) = spine.extract(ORDER.encode(), "order.csv", readers.read, "order.csv")
    comparison = spine.compare(extraction, book, Policy(), TODAY)
    assert comparison is not None
    return comparison


def matched(found: Comparison) -> list[tuple[str, ...]]:
    return [each.items for each in found.matches if each.status is MatchStatus.MATCHED]


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_an_order_by_the_customers_numbers_alone_is_matched_by_them(tmp_path: Path) -> None:
    quotes = write(tmp_path, "quotes.csv", QUOTES)
    without = compared(quotations.book(quotes, Policy()))
    assert without.quotation_number is None
    knmt = write(tmp_path, "knmt.csv", MATERIALS)
    found = compared(quotations.book(quotes, Policy(), knmt))
    assert found.quotation_number == "2001"
    assert matched(found) == [("10",), ("20",)]


def test_a_number_in_the_quotation_that_contradicts_is_not_replaced(tmp_path: Path) -> None:
    quotes = write(tmp_path, "quotes.csv", QUOTES.replace("10045,,", "10045,7009999,"))
    knmt = write(tmp_path, "knmt.csv", MATERIALS)
    book = quotations.book(quotes, Policy(), knmt)
    (quotation,) = book.quotations
    assert [each.customer_part_number for each in quotation.items] == ["7009999", "7003313"]
    found = compared(book)
    (differs,) = [each for each in found.differences if each.field == "customer_part_number"]
    assert (differs.line, differs.document, differs.quotation) == (1, "7003312", "7009999")


def numbers(book: QuotationBook) -> list[str | None]:
    return [each.customer_part_number for quotation in book.quotations for each in quotation.items]


def test_the_newest_export_completes_the_quotations_of_the_database(kit: Context) -> None:
    basis.import_data(kit, QUOTES.encode(), "quotes.csv")
    current = Basis(kit.store)
    first, book = current.current()
    assert numbers(book) == [None, None]
    exports.import_data(kit, ExportKind.MATERIALS, MATERIALS.encode(), "knmt.csv")
    second, book = current.current()
    assert numbers(book) == ["7003312", "7003313"]
    assert current.current()[1] is book
    newer = MATERIALS.replace("7003312", "7003312-A")
    exports.import_data(kit, ExportKind.MATERIALS, newer.encode(), "knmt-2.csv")
    third, book = current.current()
    assert numbers(book) == ["7003312-A", "7003313"], "made of the quotations' own file, not of the last ones"
    assert matched(compared(book))[-1] == ("20",)
    assert (first, second, third) == (1, 2, 3)
    found = quotes.newest(kit.store)
    assert found is not None
    assert (found.name, found.materials) == ("quotes.csv + knmt-2.csv", 2)
    base = snapshots.found(kit.store, 1)
    assert base is not None
    assert found.taken_at == base.snapshot.taken_at, "completed quotations are no newer"


def test_quotations_that_come_after_the_materials_are_completed_at_once(kit: Context) -> None:
    exports.import_data(kit, ExportKind.MATERIALS, MATERIALS.encode(), "knmt.csv")
    assert Basis(kit.store).current()[0] is None
    basis.import_data(kit, QUOTES.encode(), "quotes.csv")
    assert Basis(kit.store).current()[0] == 1
    assert numbers(Basis(kit.store).current()[1]) == ["7003312", "7003313"]
    assert not basis.import_data(kit, QUOTES.encode(), "quotes.csv").new
    assert not materials.is_behind(kit)


def test_while_quotations_wait_for_a_person_none_are_completed(kit: Context) -> None:
    basis.import_data(kit, QUOTES.encode(), "quotes.csv")
    waiting = basis.import_data(kit, QUOTES.splitlines(keepends=True)[0].encode() + b"\n", "empty.csv")
    assert waiting.waits
    exports.import_data(kit, ExportKind.MATERIALS, MATERIALS.encode(), "knmt.csv")
    assert not materials.is_behind(kit)
    snapshots.decide(kit.store, waiting.snapshot.number, SnapshotState.DISCARDED, "desk", kit.now())
    assert recomparing.has_outdated(kit)
    recomparing.recompare(kit)
    assert numbers(Basis(kit.store).current()[1]) == ["7003312", "7003313"]


@pytest.mark.parametrize("gone", ["knmt.csv", "quotes.csv"])
def test_orders_are_compared_also_where_a_file_is_damaged(
    kit: Context, caplog: pytest.LogCaptureFixture, gone: str
) -> None:
    quoted = basis.import_data(kit, QUOTES.encode(), "quotes.csv")
    empty = MATERIALS.splitlines(keepends=True)[0] + "100234,10099,7009999,CN10\n"
    done = exports.import_data(kit, ExportKind.MATERIALS, empty.encode(), "knmt.csv").standing.snapshot
    files = {"knmt.csv": done.sha256, "quotes.csv": quoted.snapshot.source_sha256}
    archive.path(kit.archive, files[gone]).unlink()
    if gone == "knmt.csv":
        assert materials.current(kit) == (done.number, {})
        basis.import_data(kit, QUOTES.replace("100.00", "101.00").encode(), "quotes.csv")
        assert "cannot be used" in caplog.text
    else:
        exports.import_data(kit, ExportKind.MATERIALS, MATERIALS.encode(), "knmt.csv")
        assert "does not complete" in caplog.text
        assert not materials.is_behind(kit), "it is told once"
    assert numbers(Basis(kit.store).current()[1]) == [None, None]


def test_cases_are_compared_again_by_the_customers_numbers(tmp_path: Path) -> None:
    kit = context(tmp_path, watched(tmp_path / "inbox"))
    held = Basis(kit.store)

    def read_part(part: Part, source: str) -> tuple[Extraction, ...]:
        return spine.extract(part.content, source, readers.read, source)

    def compare(extraction: Extraction, today: dt.date) -> Compared | None:
        snapshot, book = held.current()
        found = spine.compare(extraction, book, Policy(), today)
        return None if found is None else Compared(found, snapshot)

    kit = replace(kit, core=Core(open_file, read_part, compare, Versions("1", "1")))
    basis.import_data(kit, QUOTES.encode(), "quotes.csv")
    write(tmp_path / "inbox", "order.csv", ORDER)
    intake_once(kit)
    before = cases.detail(kit.store, 1)
    assert before is not None
    assert before.summary.verdict is Verdict.NO_QUOTATION
    exports.import_data(kit, ExportKind.MATERIALS, MATERIALS.encode(), "knmt.csv")
    report = intake_once(kit)
    assert report.recompared == Recompared(compared=1, changed=1)
    after = cases.detail(kit.store, 1)
    assert after is not None
    assert after.comparison is not None
    assert (after.comparison.quotation_number, matched(after.comparison)) == ("2001", [("10",), ("20",)])
    assert after.summary.reasons[0] == "basis_changed"
    (change,) = after.basis
    assert (change.was, change.after.name) == (Verdict.NO_QUOTATION, "quotes.csv + knmt.csv")
    # The same file once more changes nothing.
    exports.import_data(kit, ExportKind.MATERIALS, MATERIALS.encode(), "knmt.csv")
    assert intake_once(kit).recompared == Recompared()
