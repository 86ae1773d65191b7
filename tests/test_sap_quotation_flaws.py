"""What of a quotation an export leaves open: rows that cannot be read, and rows that disagree."""

import datetime as dt

import pytest

from sap.quoting.quotations import QuotationExport, read

NAMES = "Quotation;Item;Document date;Customer;Material;Qty;Net price;Net value;Valid to;Payment terms"
ROW = "1;10;2026-11-01;Hill Pumps Ltd;A1;2;10.50;21.00;2026-12-31;Net 60"
OTHER = ROW.replace("1;10;", "1;20;")


def export(*rows: str, names: str = NAMES) -> QuotationExport:
    return read("\n".join((names, *rows)).encode(), "list.csv")


def flaws(found: QuotationExport) -> list[tuple[int, str, str | None, str | None]]:
    return [(each.row, each.reason, each.field, each.item) for one in found.quotations for each in one.flaws]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1;20;2026-11-01;Hill Pumps Ltd;A2;2;#N/A;#N/A;2026-12-31;Net 60", "spreadsheet_error"),
        ("1;20;2026-11-01;Hill Pumps Ltd;A2;2;on request;;2026-12-31;Net 60", "unreadable_number"),
        ("1;;2026-11-01;Hill Pumps Ltd;A2;2;10.50;21.00;2026-12-31;Net 60", "no_item"),
        ("#REF!;20;2026-11-01;Hill Pumps Ltd;A2;2;10.50;21.00;2026-12-31;Net 60", "spreadsheet_error"),
        ("1;20;soon;Hill Pumps Ltd;A2;2;10.50;21.00;2026-12-31;Net 60", "unreadable_date"),
    ],
)
def test_a_row_that_cannot_be_read_is_a_flaw_of_its_quotation(row: str, reason: str) -> None:
    sound = [ROW.replace("1;10;", f"{number};10;") for number in (5, 4, 3, 2, 1)]
    found = export(*sound, row)
    assert flaws(found) == [(7, reason, None, None)]
    assert [each.number for each in found.quotations if each.flaws] == ["1"]


def test_titles_totals_and_subtotals_are_no_items_that_could_not_be_read() -> None:
    found = export(
        ROW, OTHER, "1;;;;;;;42.00;;", "27.11.2026 Dynamic List Display 2;;;;;;;;;", ";;;;;;;42.00;;"
    )
    assert flaws(found) == []


def test_an_item_that_stands_twice_with_different_values_is_missing() -> None:
    found = export(ROW, ROW.replace("A1", "B1"), OTHER)
    assert flaws(found) == [(2, "contradicts", None, "10"), (3, "contradicts", None, "10")]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("Net 60", "Net 30", "payment_terms"),
        ("2026-12-31", "2026-11-15", "valid_to"),
        ("Hill Pumps Ltd", "Dale Works Ltd", "customer"),
        ("2026-11-01", "2026-11-02", "date"),
    ],
)
def test_rows_that_disagree_about_their_quotation_are_a_flaw_of_that_field(
    old: str, new: str, field: str
) -> None:
    assert flaws(export(ROW, OTHER.replace(old, new))) == [(3, "header_contradicts", field, None)]


def test_case_and_width_are_no_disagreement() -> None:
    assert (
        flaws(export(ROW, OTHER.replace("Net 60", "NET  60").replace("Hill Pumps Ltd", "HILL PUMPS LTD")))
        == []
    )


def test_rows_that_were_made_later_make_no_younger_quotation() -> None:
    names = NAMES.replace("Document date", "Created on")
    found = export(ROW.replace("2026-11-01", "2026-11-08"), OTHER, names=names)
    assert (flaws(found), found.quotations[0].date) == ([], dt.date(2026, 11, 1))


@pytest.mark.parametrize(
    ("status", "begun"),
    [
        ("A", False),
        ("", False),
        ("B", True),
        ("C", True),
        ("Completed", True),
        ("未处理", False),
        ("完全处理", True),
    ],
)
def test_an_item_that_orders_were_made_from_is_told(status: str, begun: bool) -> None:  # noqa: FBT001 - a table
    found = export(f"{ROW};{status}", names=f"{NAMES};Overall status")
    assert flaws(found) == ([(2, "ordered_before", "quantity", "10")] if begun else [])
    assert found.skipped == ()
