"""Headings that say of the prices below them whether these hold the tax: "Excluding VAT" over two of them."""

from collections.abc import Sequence

import pytest
from paper import words_of

from extractors.assemble import assemble
from models.page import FileFormat, Page, SourceDocument, Word
from models.reading import Field, Reading

HEAD = (
    "Nordkai Pumps Ltd",
    "PURCHASE ORDER  PO-55170",
    "Date: 12 March 2027   Currency: EUR",
    "Seller: Delta Seals GmbH",
)
NETS = ((330.0, 380.0), ("20.00", "100.00"), ("30.00", "60.00"))
GROSS = ((500.0, 550.0), ("22.60", "113.00"), ("33.90", "67.80"))


def _read(first: str, second: str, *, swapped: bool = False) -> Reading:
    """Return what is read of an order with two prices of each item, each pair below a heading of its own."""
    lines = (
        ((240.0, "Ordered"), (335.0, first), (505.0, second)),
        ((30.0, "#"), (60.0, "Supplier code"), (150.0, "Goods"), (430.0, "VAT 13 %")),
        (
            (240.0, "Qty"),
            (270.0, "Unit"),
            (330.0, "Price"),
            (380.0, "Amount"),
            (500.0, "Price"),
            (550.0, "Amount"),
        ),
    )
    words: list[Word] = []
    for at, text in enumerate(HEAD):
        words += words_of(text, 30.0, 20.0 + 16 * at)
    for top, line in zip((120.0, 126.0, 132.0), lines, strict=True):
        words += [word for x, text in line for word in words_of(text, x, top)]
    places, *nets = NETS
    _, *grosses = GROSS
    rows: list[Sequence[tuple[float, str]]] = []
    for at, (code, name, count, taxes) in enumerate(
        (("10061144", "Seal 35", "5", "13.00"), ("10061147", "Ring 35", "2", "7.80"))
    ):
        one, two = (grosses[at], nets[at]) if swapped else (nets[at], grosses[at])
        row = [
            (30.0, str(at + 1)),
            (60.0, code),
            (150.0, name),
            (240.0, count),
            (270.0, "pcs"),
            (430.0, taxes),
        ]
        rows.append([*row, *zip(places, one, strict=True), *zip(GROSS[0], two, strict=True)])
    sums = ("180.80", "20.80", "160.00") if swapped else ("160.00", "20.80", "180.80")
    rows.append([(30.0, "Sum"), *zip((380.0, 430.0, 550.0), sums, strict=True)])
    for at, each in enumerate(rows):
        words += [word for x, text in each for word in words_of(text, x, 160.0 + 18 * at)]
    words += words_of("Grand total including VAT: EUR 180.80", 30.0, 250.0)
    page = Page(1, 900.0, 1200.0, tuple(words))
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False))


def _told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Excluding VAT", "Including VAT"),
        ("Exclusive of VAT", "Inclusive of VAT"),
        ("excl. VAT", "incl. VAT"),
    ],
)
def test_such_a_heading_says_of_which_price_the_line_is(first: str, second: str) -> None:
    found = _read(first, second)
    assert _told(found.header.tax_included) == ("false", True)
    assert [_told(line.unit_price) for line in found.lines] == [("20.00", True), ("30.00", True)]
    assert _told(found.header.total_amount) == ("180.80", True)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Including VAT", "Excluding VAT"), ("Zarm VAT", "Including VAT"), ("Before", "After")],
)
def test_a_heading_that_lies_or_says_nothing_makes_no_basis_sure(first: str, second: str) -> None:
    found = _read(first, second)
    basis, price = found.header.tax_included, found.lines[0].unit_price if found.lines else None
    if basis and basis.sure and price and price.sure:
        assert (basis.value, price.value) in (("false", "20.00"), ("true", "22.60"))
