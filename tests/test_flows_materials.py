"""What customers call our materials completes the quotations, from a file and from the database."""

import datetime as dt
from pathlib import Path

import pytest
from intake_builders import context

import spine
from compare.book import QuotationBook
from compare.customer_numbers import Numbers
from extractors import readers
from flows import basis, exports, quotations
from flows.basis import Basis
from flows.context import Context
from flows.materials import Materials
from models import archive
from models.comparison import Comparison, MatchStatus
from models.invoice_desk import ExportKind
from models.policy import Policy

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
    materials = write(tmp_path, "knmt.csv", MATERIALS)
    found = compared(quotations.book(quotes, Policy(), materials))
    assert found.quotation_number == "2001"
    assert matched(found) == [("10",), ("20",)]


def test_a_number_in_the_quotation_that_contradicts_is_not_replaced(tmp_path: Path) -> None:
    quotes = write(tmp_path, "quotes.csv", QUOTES.replace("10045,,", "10045,7009999,"))
    materials = write(tmp_path, "knmt.csv", MATERIALS)
    book = quotations.book(quotes, Policy(), materials)
    (quotation,) = book.quotations
    assert [each.customer_part_number for each in quotation.items] == ["7009999", "7003313"]
    found = compared(book)
    (differs,) = [each for each in found.differences if each.field == "customer_part_number"]
    assert (differs.line, differs.document, differs.quotation) == (1, "7003312", "7009999")


def held(kit: Context) -> Basis:
    return Basis(kit.store, Materials(kit.store, kit.archive, {}).current)


def numbers(book: QuotationBook) -> list[str | None]:
    return [each.customer_part_number for quotation in book.quotations for each in quotation.items]


def test_the_newest_export_completes_the_quotations_of_the_database(kit: Context) -> None:
    basis.import_data(kit, QUOTES.encode(), "quotes.csv")
    current = held(kit)
    number, book = current.current()
    assert numbers(book) == [None, None]
    exports.import_data(kit, ExportKind.MATERIALS, MATERIALS.encode(), "knmt.csv")
    again, book = current.current()
    assert (again, numbers(book)) == (number, ["7003312", "7003313"])
    assert current.current()[1] is book
    newer = MATERIALS.replace("7003312", "7003312-A")
    exports.import_data(kit, ExportKind.MATERIALS, newer.encode(), "knmt-2.csv")
    assert numbers(current.current()[1]) == ["7003312-A", "7003313"]
    assert matched(compared(current.current()[1]))[-1] == ("20",)


def test_an_export_of_materials_before_any_quotations_changes_nothing(kit: Context) -> None:
    exports.import_data(kit, ExportKind.MATERIALS, MATERIALS.encode(), "knmt.csv")
    assert held(kit).current() == (None, held(kit).current()[1])
    assert held(kit).current()[1].quotations == ()


def test_orders_are_compared_also_where_the_export_is_damaged(
    kit: Context, caplog: pytest.LogCaptureFixture
) -> None:
    basis.import_data(kit, QUOTES.encode(), "quotes.csv")
    done = exports.import_data(kit, ExportKind.MATERIALS, MATERIALS.encode(), "knmt.csv")
    archive.path(kit.archive, done.standing.snapshot.sha256).unlink()
    found: tuple[int | None, Numbers] = Materials(kit.store, kit.archive, {}).current()
    assert found == (done.standing.snapshot.number, {})
    assert numbers(held(kit).current()[1]) == [None, None]
    assert "cannot be used" in caplog.text
