"""A tax with its rate over amounts, sums on either side of it, and weeks of the order's own year."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import Field, Reading

HEAD = """
PURCHASE ORDER
Order No.: PO-61077            Date: 05 March 2026
Buyer: Halden Process Ltd      Supplier: Tianjin Haino Seal Co., Ltd
"""
TITLE = (
    "Ln|Your item no.|Description|Qty|U/M|Unit price excl. VAT|Net amount|VAT 13%|Gross amount|Delivery week"
)
ROWS = (
    "1|10045521|Mechanical seal|4|set|1,000.00|4,000.00|520.00|4,520.00|CW 27",
    "2|10045522|O-ring|10|pcs|20.00|200.00|26.00|226.00|CW 30",
)
TOTAL = "||Total CNY||||4,200.00|546.00|4,746.00|"


def read(*rows: str) -> Reading:
    return assemble(form(HEAD, [each.split("|") for each in rows], "Payment: net 30"))


def value(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def test_the_heading_of_a_column_of_tax_tells_its_rate() -> None:
    assert value(read(TITLE, *ROWS, TOTAL).header.tax_rate) == ("13", True)


def test_sums_on_either_side_of_the_tax_are_without_it_and_with_it() -> None:
    header = read(TITLE, *ROWS, TOTAL).header
    assert value(header.total_amount) == ("4746.00", True)
    assert value(header.tax_included) == ("false", True)


def test_sums_that_do_not_add_up_prove_nothing() -> None:
    header = read(TITLE, *ROWS, TOTAL.replace("4,746.00", "4,764.00")).header
    assert header.total_amount is not None
    assert not header.total_amount.sure


@pytest.mark.parametrize("rates", [("13%", "13%"), ("13", "13")])
def test_a_column_of_rates_stays_one(rates: tuple[str, str]) -> None:
    rows = [
        row.replace(tax, rate)
        for row, tax, rate in zip(ROWS, ("|520.00|", "|26.00|"), (f"|{each}|" for each in rates), strict=True)
    ]
    assert value(read(TITLE, *rows).header.tax_rate) == ("13", True)


def test_a_week_without_a_year_comes_after_the_order_and_is_not_sure() -> None:
    lines = read(TITLE, *ROWS, TOTAL).lines
    assert [value(line.delivery_date) for line in lines] == [("2026-07-05", False), ("2026-07-26", False)]
