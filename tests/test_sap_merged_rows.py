"""Rows below merged cells: they go on from the row above, parts or not."""

import datetime as dt

import pytest

from sap.quoting.quotations import QuotationExport, read

NAMES = "Quotation;Item;Material;Description;Qty;Unit price;Net value;Lead time;Delivery date"
FIRST = "1;10;A1;Seal;2;10.50;21.00;8 weeks;"


def export(*rows: str) -> QuotationExport:
    return read("\n".join((NAMES, FIRST, *rows)).encode(), "list.csv")


@pytest.mark.parametrize(
    "row", [";20;;Freight;1;50.00;50.00;;", ";20;A2;;1;50.00;50.00;;", ";20;;运费;1;50.00;;;"]
)
def test_an_item_below_merged_cells_is_of_the_quotation_above(row: str) -> None:
    found = export(row)
    assert ([each.item for each in found.quotations[0].items], found.skipped) == (["10", "20"], ())


@pytest.mark.parametrize(
    ("row", "time", "day"),
    [
        (";20;A2;;1;50.00;50.00;;", "8 weeks", None),
        (";20;A2;;1;50.00;50.00;4 weeks;", "4 weeks", None),
        (";20;A2;;1;50.00;50.00;;2026-12-07", None, dt.date(2026, 12, 7)),
        ("1;20;A2;;1;50.00;50.00;;", None, None),
    ],
)
def test_a_promise_merged_downward_is_that_of_the_rows_below(
    row: str, time: str | None, day: dt.date | None
) -> None:
    item = export(row).quotations[0].items[1]
    assert (item.lead_time, item.delivery_date) == (time, day)


@pytest.mark.parametrize("row", [";;;Freight;1;50.00;50.00;;", ";;A2;;1;50.00;;;"])
def test_a_row_without_any_key_that_costs_something_may_be_an_item(row: str) -> None:
    assert [each.row for each in export(row).quotations[0].flaws] == [3]


@pytest.mark.parametrize(
    "row",
    [
        ";;;;;;21.00;;",
        ";;;Total;;;21.00;;",
        ";;;合计;;;22.00;;",
        ";;;Total incl. VAT;;;23.73;;",
        ";;;含税总价;;;23.73;;",
        ";;;MwSt 13 %;;;2.73;;",
        ";;;;2;;99.00;;",
    ],
)
def test_totals_and_notes_are_no_items(row: str) -> None:
    assert export(row).quotations[0].flaws == ()
