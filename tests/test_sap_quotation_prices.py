"""Prices of quotations: what headings and cells say besides, and values that do not agree with them."""

from decimal import Decimal

import pytest

from models.errors import ColumnsNotUnderstoodError
from models.quotation import QuotationItem
from sap.quoting.quotations import QuotationExport, read

NAMES = "Quotation;Item;Material;Qty;SU"


def export(headings: str, *cells: str, start: str = "200;EA") -> QuotationExport:
    rows = [f"1;{at}0;A{at};{start};{each}" for at, each in enumerate(cells, start=1)]
    return read("\n".join((f"{NAMES};{headings}", *rows)).encode(), "list.csv")


def item(headings: str, cells: str) -> QuotationItem:
    (found,) = export(headings, cells).quotations[0].items
    return found


def flaws(found: QuotationExport) -> list[tuple[str, str | None, str | None]]:
    return [(each.reason, each.field, each.item) for each in found.quotations[0].flaws]


@pytest.mark.parametrize(
    ("headings", "cells", "price", "per"),
    [
        ("Net price", "12.50", "12.50", 1),
        ("Net price (CNY)", "12.50", "12.50", 1),
        ("Net price per unit", "12.50", "12.50", 1),
        ("Net price (per 100)", "1250.00", "1250.00", 100),
        ("净价(元/百件)", "1250.00", "1250.00", 100),
        ("单价(万元)", "1.25", "12500.00", 1),
        ("单价(千元)", "1.25", "1250.00", 1),
        ("Net price (per 100);per", "1250.00;100", "1250.00", 100),
        ("Net price;Price unit", "1250.00;100 EA", "1250.00", 100),
        ("Net price;Price unit", "1250.00;百件", "1250.00", 100),
        ("Net price;Price unit", "12.50;EA", "12.50", 1),
        ("净价;每;条件单位", "1250.00;100;EA", "1250.00", 100),
    ],
)
def test_what_a_price_is_for(headings: str, cells: str, price: str, per: int) -> None:
    found = item(headings, cells)
    assert (found.price, found.price_per) == (Decimal(price), Decimal(per))


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Net price (per 100);per", "1250.00;1"),
        ("净价(元/千克)", "12.50"),
        ("Net price;Price unit", "1250.00;100 KG"),
        ("Unit price;Discount %", "28.89;10"),
    ],
)
def test_a_price_of_which_two_things_are_said_is_none(headings: str, cells: str) -> None:
    assert item(headings, cells).price is None


def test_a_list_price_is_offered_to_nobody() -> None:
    found = item("Price (list);Net value", "100.00;5200.00")
    assert (found.price, found.price_per) == (Decimal("5200.00"), Decimal(200))
    with pytest.raises(ColumnsNotUnderstoodError, match="no column for net_price"):
        export("Price (list)", "100.00")


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Net price;Net value", "12.50;2500.00"),
        ("Net price;per;Net value", "1250.00;100;2500.00"),
        ("单价;税率;金额", "12.50;13;2825.00"),
        ("含税单价;金额", "14.13;2500.00"),
        ("Net price;Net value;Rj", "12.50;0.00;50"),
        ("Net price;Net value", "12.50;"),
        ("List price;Discount %;Net price;Net value", "13.89;10;12.50;2500.00"),
    ],
)
def test_a_value_that_follows_from_the_price(headings: str, cells: str) -> None:
    found = export(headings, cells)
    assert (flaws(found), found.skipped) == ([], ())


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Net price;Net value", "1250.00;2500.00"),
        ("Net price;Net value", "12.50;2600.00"),
        ("Unit price;Discount %;Net value", "13.89;10;2500.00"),
        ("Net price;Tax rate;Net value", "12.50;9;2825.00"),
    ],
)
def test_a_value_that_does_not_is_told(headings: str, cells: str) -> None:
    found = export(headings, cells)
    assert flaws(found) == [("price_contradicts", "price", "10")]
    assert [(each.row, each.reason) for each in found.skipped] == [(2, "price_contradicts")]


def test_the_value_of_the_whole_quotation_may_stand_beside_every_item() -> None:
    assert flaws(export("Net price;Net value", "12.50;3500.00", "5.00;3500.00")) == []


@pytest.mark.parametrize("name", ["Discount", "Discount %", "Rabatt", "折扣", "折扣率"])
def test_a_discount_of_a_line_is_not_that_of_the_whole(name: str) -> None:
    assert item(f"Net price;{name}", "12.50;10").discount is None


def test_a_discount_of_the_whole_is_one() -> None:
    assert item("Net price;Header discount", "12.50;10").discount == 10


@pytest.mark.parametrize(
    ("headings", "start", "unit"),
    [
        ("BUn;SU", "M;ROL", "ROL"),
        ("SU;BUn", "ROL;M", "ROL"),
        ("BUn", "M", "M"),
        ("基本单位;销售单位", "米;卷", "卷"),
    ],
)
def test_the_unit_that_is_sold_goes_before_that_of_the_stock(headings: str, start: str, unit: str) -> None:
    text = f"Quotation;Item;Material;Qty;Net price;{headings}\n1;10;A1;100;118.00;{start}\n"
    (found,) = read(text.encode(), "a.csv").quotations[0].items
    assert found.unit == unit
