"""Labels over two lines at the top of a cell, with their values below."""

from collections.abc import Sequence

import pytest
from paper import words_of

from extractors.assemble import assemble
from models.page import Box, FileFormat, Page, Ruling, SourceDocument
from models.reading import Field, Header

ROWS = (
    "Item  Part no.   Description   Qty    Unit price   Amount",
    "1     RH-2204    Guide bush    6      40.00        240.00",
    "Total                                              240.00",
)


def header(*cells: Sequence[str]) -> Header:
    """Return what an order says in a row of drawn cells, each of several lines."""
    words = [*words_of("PURCHASE ORDER", 30.0, 20.0), *words_of("Order no.: MK-33018", 30.0, 40.0)]
    xs = [25.0 + 250.0 * at for at in range(len(cells) + 1)]
    for x, cell in zip(xs, cells, strict=False):
        for nth, line in enumerate(cell):
            words += words_of(line, x + 5, 84.0 + 12 * nth)
    rulings = [Ruling(Box(x, 80.0, x, 160.0)) for x in xs]
    rulings += [Ruling(Box(xs[0], y, xs[-1], y)) for y in (80.0, 160.0)]
    for nth, line in enumerate(ROWS):
        words += words_of(line, 30.0, 200.0 + 16 * nth)
    page = Page(1, 900.0, 1200.0, tuple(words), tuple(rulings))
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False)).header


def told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


SUPPLIER = ("供应商Supplier", "Renhof Dichtungen GmbH")


@pytest.mark.parametrize("label", [("报价单号Quotation", "No."), ("Quotation", "number:"), ("Offer", "No.")])
def test_a_label_over_two_lines_has_its_value_below(label: tuple[str, str]) -> None:
    found = header(SUPPLIER, (*label, "20047731")).quotation_number
    assert told(found) == ("20047731", True)


def test_a_label_of_its_own_below_another_one_keeps_its_value() -> None:
    found = header(SUPPLIER, ("Quotation", "Date", "2027-03-09"))
    assert found.quotation_number is None or not found.quotation_number.sure


def test_what_is_no_value_of_both_is_none() -> None:
    found = header(SUPPLIER, ("Quotation", "No.", "see annex")).quotation_number
    assert found is None or not found.sure


def test_a_currency_below_its_label_is_no_part_of_it() -> None:
    assert told(header(SUPPLIER, ("币种Currency", "CNY")).currency) == ("CNY", True)
    assert told(header(SUPPLIER, ("Currency", "code", "CNY")).currency) == ("CNY", True)
    found = header(SUPPLIER, ("Currency", "rate")).currency
    assert found is None or not found.sure
