"""Flat lists that repeat the order's own data on every line."""

from paper import sheet

from extractors.assemble import assemble
from extractors.lines.columns import order_columns
from extractors.lines.columns.order_columns import Head
from models.reading import Field, Reason

HEADING = [
    *("PO", "Dated", "Ordered by", "Supplier", "Vendor no.", "Your quote #", "Revision"),
    *("Pos", "Part no.", "Description", "Qty", "Unit", "Unit price", "Amount"),
]
OWN = ["4500781", "2026-03-02", "Rivermark Pumps Ltd", "Beilan Sealing Ltd", "100862", "20031641", "0"]
ROWS = [
    HEADING,
    [*OWN, "10", "LP-14-3800", "Shaft sleeve", "2", "pc", "50.00", "100.00"],
    [*OWN, "20", "LP-14-3801", "Gland plate", "3", "pc", "20.00", "60.00"],
    ["", "", "", "", "", "", "", "", "", "Total", "", "", "", "160.00"],
]


def value(field: Field | None) -> str | None:
    return field.value if field else None


def test_the_data_of_the_order_is_no_number_of_a_part() -> None:
    reading = assemble(sheet(ROWS))
    assert [(value(line.part_number), value(line.customer_part_number)) for line in reading.lines] == [
        ("LP-14-3800", None),
        ("LP-14-3801", None),
    ]
    assert not any(line.drawing_number for line in reading.lines)
    assert value(reading.header.document_number) == "4500781"
    assert value(reading.header.document_date) == "2026-03-02"


def test_a_company_under_a_strange_heading_may_be_the_buyer_and_is_never_sure() -> None:
    rows = [[*row] for row in ROWS]
    rows[0][2] = "Placed with us from"
    customer = assemble(sheet(rows)).header.customer
    assert customer is None or not customer.sure


def test_a_strange_heading_leaves_open_what_it_may_name() -> None:
    rows = [[row[0], "Goods to be unloaded at", *row[2:]] for row in ROWS[:1]]
    rows += [[row[0], "Dock 4, Esbjerg", *row[2:]] for row in ROWS[1:3]] + ROWS[3:]
    place = assemble(sheet(rows)).header.delivery_place
    assert place is not None
    assert not place.sure


def test_one_number_for_all_lines_stays_a_part_where_nothing_names_it_the_orders() -> None:
    heads = [Head("PO", ("1", "1")), Head("Date", ("2", "2")), Head("Part no.", ("A-1", "A-1"))]
    assert order_columns.block(heads) == frozenset()
    known = [Head("PO", ("1", "1")), Head("Buyer", ("2", "2")), Head("Supplier", ("3", "3"))]
    assert order_columns.block([*known, Head("Part no.", ("A-1", "A-1"))]) == {0, 1, 2}


def test_what_changes_from_line_to_line_is_the_lines() -> None:
    known = [Head("PO", ("1", "1")), Head("Buyer", ("2", "2")), Head("Supplier", ("3", "3"))]
    behind = [Head("Customer no.", ("4", "5")), Head("Department", ("6", "6"))]
    assert order_columns.block([*known, *behind]) == {0, 1, 2}


def test_a_date_that_stands_once_is_passed_on_and_never_sure() -> None:
    rows = [
        ["Pos", "Part no.", "Description", "Qty", "Unit price", "Amount", "Delivery date"],
        ["10", "LP-14-3800", "Shaft sleeve", "2", "50.00", "100.00", "2026-03-05"],
        ["20", "LP-14-3801", "Gland plate", "3", "20.00", "60.00", ""],
    ]
    first, second = (line.delivery_date for line in assemble(sheet(rows)).lines)
    assert (value(first), value(second)) == ("2026-03-05", "2026-03-05")
    assert second is not None
    assert (second.sure, second.reason) == (False, Reason.ROLE)


def test_a_date_of_the_second_of_three_items_and_another_are_not_passed_on() -> None:
    rows = [
        ["Pos", "Part no.", "Description", "Qty", "Unit price", "Amount", "Delivery date"],
        ["10", "LP-14-3800", "Shaft sleeve", "2", "50.00", "100.00", ""],
        ["20", "LP-14-3801", "Gland plate", "3", "20.00", "60.00", "2026-03-05"],
        ["30", "LP-14-3802", "Lock ring", "3", "20.00", "60.00", "2026-03-09"],
    ]
    assert assemble(sheet(rows)).lines[0].delivery_date is None
