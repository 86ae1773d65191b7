"""What of a quotation could not be read keeps an order from being a match, and is told with its row."""

import datetime as dt

import pytest
from compare_builders import check, held, item, line, order, quotation, stopping

from models.comparison import Verdict
from models.quotation import Flaw

UNREAD = Flaw(4, "spreadsheet_error", "Net price #N/A")


def test_a_row_that_could_not_be_read_may_hold_an_item_that_was_not_ordered() -> None:
    found = held(order(), quotation(flaws=(UNREAD,)))
    assert stopping(found) == {"L13"}
    (note,) = (each for each in found.notes if each.code == "L13")
    assert "row 4: Net price #N/A" in note.text


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("valid_to", "H04"),
        ("date", "H04"),
        ("payment_terms", "H06"),
        ("incoterms", "H07"),
        ("customer", "H01"),
        ("customer_number", "H01"),
    ],
)
def test_what_the_rows_of_a_quotation_say_in_two_ways_is_not_checked(field: str, code: str) -> None:
    flaw = Flaw(3, "header_contradicts", "30 before 60", field)
    stated = order(payment_terms="Net 60", incoterms="FCA Shanghai")
    quoted = quotation(payment_terms="Net 60", incoterms="FCA Shanghai")
    assert held(stated, quoted).verdict is Verdict.MATCH
    found = held(stated, quotation(payment_terms="Net 60", incoterms="FCA Shanghai", flaws=(flaw,)))
    assert stopping(found) == {code}
    assert check(found, code).why == "header_contradicts"


@pytest.mark.parametrize(
    ("field", "code", "reason"),
    [
        ("price", "L06", "price_contradicts"),
        ("price", "L06", "price_unclear"),
        ("price", "L06", "quantity_open"),
        ("quantity", "L04", "ordered_before"),
    ],
)
def test_what_is_not_known_of_an_item_stops_the_line_that_orders_it(
    field: str, code: str, reason: str
) -> None:
    two = (item(), item("20", part_number="10076508"))
    lines = (line(), line(part_number="10076508"))
    found = held(order(*lines), quotation(*two, flaws=(Flaw(3, reason, "", field, "20"),)))
    assert stopping(found) == {code}
    assert (check(found, code, 1).why, check(found, code, 2).why) == (None, reason)


def test_a_tax_that_is_not_known_stops_the_order() -> None:
    flaw = Flaw(2, "tax_unclear", "Tax amount 50.00", "tax_rate", "10")
    found = held(order(), quotation(item(tax_rate=None), flaws=(flaw,)))
    assert "L09" in stopping(found)


def test_what_is_not_known_of_an_item_that_nobody_orders_does_not_matter() -> None:
    flaw = Flaw(3, "price_contradicts", "", "price", "20")
    found = held(
        order(), quotation(item(), item("20", part_number="10076508", alternative=True), flaws=(flaw,))
    )
    assert found.verdict is Verdict.MATCH


def test_what_differs_from_what_is_known_stays_a_difference() -> None:
    flaw = Flaw(2, "ordered_before", "C", "quantity", "10")
    found = held(order(line(quantity="3", amount="354.00")), quotation(flaws=(flaw,)))
    assert [(each.kind.value, each.field) for each in found.differences if each.line] == [
        ("differs", "quantity")
    ]
    assert any("ordered before" in each.text for each in found.notes)
    assert [each.line for each in found.checks if each.why == "ordered_before"] == [1]


def test_a_promise_that_is_not_known_stops_an_order_that_asks_for_a_delivery() -> None:
    flaw = Flaw(3, "not_confirmed", "0 of 20", "delivery", "10")
    quoted = item(delivery_date=dt.date(2026, 12, 20))
    asked = order(line(delivery_date="2026-12-20"))
    assert held(asked, quotation(quoted)).verdict is Verdict.MATCH
    assert stopping(held(asked, quotation(quoted, flaws=(flaw,)))) == {"L10"}
    of_all = held(order(delivery_date="2026-12-20"), quotation(quoted, flaws=(flaw,)))
    assert (stopping(of_all), check(of_all, "L10").why) == ({"L10"}, "not_confirmed")


def test_an_item_of_which_nobody_knows_whether_it_is_offered_stops_the_order_for_it() -> None:
    two = (item(), item("20", part_number="10076508"))
    doubted = quotation(*two, flaws=(Flaw(3, "status_unknown", "on hold", "offered", "20"),))
    found = held(order(line(), line(part_number="10076508")), doubted)
    assert stopping(found) == {"L12"}
    assert check(found, "L12", 2).why == "status_unknown"
    assert "L12" not in stopping(held(order(line()), doubted))


def test_a_promise_that_is_not_known_does_not_matter_where_nothing_is_asked_for() -> None:
    flaw = Flaw(3, "not_confirmed", "0 of 20", "delivery", "10")
    assert held(order(), quotation(flaws=(flaw,))).verdict is Verdict.MATCH
