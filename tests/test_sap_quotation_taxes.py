"""Taxes of quotations, and whose name stands in a column that a list has twice."""

from decimal import Decimal

import pytest

from sap.quoting.quotations import read


def rates(headings: str, *cells: str) -> list[Decimal | None]:
    rows = [f"1;{at}0;A{at};{each}" for at, each in enumerate(cells, start=1)]
    text = "\n".join((f"Quotation;Item;Material;Net price;Net value;{headings}", *rows))
    return [each.tax_rate for each in read(text.encode(), "a.csv").quotations[0].items]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("VAT", ("26.00;260.00;13", "30.00;300.00;13")),
        ("VAT", ("26.00;260.00;33.80", "30.00;300.00;39.00")),
        ("VAT", ("2.60;26.00;3.38", "3.00;30.00;3.90")),
        ("VAT", ("26.00;260.00;0.13", "30.00;300.00;0.13")),
        ("VAT %", ("26.00;260.00;13 %", "30.00;300.00;13 %")),
        ("MWSBP", ("26.00;260.00;33.80", "30.00;300.00;39.00")),
        ("Tax", ("26.00;260.00;13", "30.00;300.00;13")),
        ("Tax", ("26.00;260.00;33.80", "30.00;300.00;39.00")),
        ("MwSt", ("26.00;260.00;13", "30.00;300.00;13")),
        ("MwSt", ("26.00;260.00;33.80", "30.00;300.00;39.00")),
        ("GST %", ("26.00;260.00;13 %", "30.00;300.00;13 %")),
        ("税", ("26.00;260.00;13%", "30.00;300.00;13%")),
        ("增值税", ("26.00;260.00;33.80", "30.00;300.00;39.00")),
        ("Tax;Tax rate", ("26.00;260.00;33.80;13", "30.00;300.00;39.00;13")),
        ("税额", ("26.00;260.00;33.80", "30.00;300.00;39.00")),
    ],
)
def test_a_rate_or_the_amount_that_tells_it(name: str, cells: tuple[str, ...]) -> None:
    assert rates(name, *cells) == [Decimal(13), Decimal(13)]


def test_an_amount_beside_no_value_is_held_against_what_the_quantity_costs() -> None:
    names = "Quotation;Item;Material;Qty;Net price;per;VAT"
    rows = ("1;10;A1;10;26.00;1;33.80", "1;20;A2;10;30.00;100;0.39")
    found = read("\n".join((names, *rows)).encode(), "a.csv").quotations[0]
    assert [each.tax_rate for each in found.items] == [Decimal(13), Decimal(13)]


@pytest.mark.parametrize(
    ("name", "cell", "told"),
    [
        ("Tax amount", "50.00", True),
        ("Tax code", "13", True),
        ("Output tax", "13 %", True),
        ("税码", "13", True),
        ("Tax code", "J1", False),
        ("Tax classification", "1", False),
        ("Tax number", "13", False),
        ("Tax amount", "33.80", False),
        ("Tax amount", "0.00", False),
        ("Tax amount", "", False),
    ],
)
def test_what_is_said_of_a_tax_and_tells_no_rate(name: str, cell: str, told: bool) -> None:  # noqa: FBT001 - a table
    text = f"Quotation;Item;Material;Net price;Net value;{name}\n1;10;A1;26.00;260.00;{cell}\n"
    (found,) = read(text.encode(), "a.csv").quotations
    assert [(each.reason, each.field) for each in found.flaws] == (
        [("tax_unclear", "tax_rate")] if told else []
    )


def test_an_amount_that_is_no_usual_rate_tells_none() -> None:
    assert rates("Tax amount", "26.00;260.00;50.00") == [None]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Sold-to pt;Name 1;Ship-to pt;Name 1", "100234;Hill Pumps Ltd;100235;Dale Works Ltd"),
        ("Ship-to pt;Name 1;Sold-to pt;Name 1", "100235;Dale Works Ltd;100234;Hill Pumps Ltd"),
        ("Name 1;Sold-to pt;Name 1;Ship-to pt", "Hill Pumps Ltd;100234;Dale Works Ltd;100235"),
        ("Name 1;Ship-to pt;Name 1;Sold-to pt", "Dale Works Ltd;100235;Hill Pumps Ltd;100234"),
        ("Sold-to pt;Ship-to pt;Name 1", "100234;100235;Hill Pumps Ltd"),
    ],
)
def test_the_name_beside_the_sold_to_party_is_the_customers(headings: str, cells: str) -> None:
    text = f"Quotation;Item;Material;Net price;{headings}\n1;10;A1;1.50;{cells}\n"
    (found,) = read(text.encode(), "a.csv").quotations
    assert (found.customer_number, found.customer) == ("100234", "Hill Pumps Ltd")
