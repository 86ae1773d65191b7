"""Quantities, units and prices of lines."""

from decimal import Decimal
from typing import Any

import pytest
from compare_builders import check, held, item, line, order, outcome, quotation, shown

from models.comparison import Severity, Verdict
from models.policy import Policy, QuantityPolicy, Vocabulary


@pytest.mark.parametrize(("stated", "severity"), [("3", Severity.MAJOR), ("1", Severity.MINOR)])
def test_more_than_quoted_needs_a_decision_and_less_a_look(stated: str, severity: Severity) -> None:
    found = held(order(line(quantity=stated)))
    assert (check(found, "L04", 1).severity, found.verdict) == (severity, Verdict.REVIEW)


def test_a_quantity_within_the_tolerance_of_the_policy_is_equal_after_all() -> None:
    policy = Policy(quantities=QuantityPolicy(Decimal(50)))
    assert outcome(held(order(line(quantity="3")), policy=policy), "L04", 1) == ("equal_after", "tolerance")


@pytest.mark.parametrize(
    ("stated", "quoted", "result"),
    [
        ("件", "件", ("equal", None)),
        ("件", "PC", ("equal_after", "unit")),
        ("副", "SET", ("equal_after", "unit")),
        ("套", "EA", ("equal_after", "counted")),
        ("kg", "EA", ("differs", None)),
        ("米", "KG", ("differs", None)),
        ("wug", "EA", ("not_checked", "unit_unknown")),
        (None, "EA", ("missing", None)),
        ("件", None, ("missing", None)),
    ],
)
def test_units_are_compared_by_meaning(
    stated: str | None, quoted: str | None, result: tuple[str, str | None]
) -> None:
    assert outcome(held(order(line(unit=stated)), quotation(item(unit=quoted))), "L05", 1) == result


def test_units_that_count_pieces_differ_where_neither_price_nor_quantity_agrees() -> None:
    found = held(order(line(unit="套", quantity="4", unit_price="59.00")))
    assert ("differs", "unit", 1, "10") in shown(found)


@pytest.mark.parametrize(
    ("name", "quantity", "alike"), [("运费", "1", True), ("运费", "2", False), ("轴套", "1", False)]
)
def test_a_charge_that_is_made_once_has_whatever_unit(name: str, quantity: str, *, alike: bool) -> None:
    own = line(unit="次", quantity=quantity, unit_price="59.00", description=name)
    found = held(order(own), quotation(item(unit="EA", quantity=Decimal(quantity), description=name)))
    assert (outcome(found, "L05", 1)[0] == "equal_after") is alike


def test_a_unit_that_nobody_knows_is_no_match_and_the_policy_may_name_it() -> None:
    unknown = order(line(unit="wug"))
    assert held(unknown).verdict is Verdict.REVIEW
    assert ("L05", Severity.BLOCKER) in {(each.code, each.severity) for each in held(unknown).notes}
    named = Policy(vocabulary=Vocabulary(units={"wug": "pcs"}))
    assert held(unknown, policy=named).verdict is Verdict.MATCH


@pytest.mark.parametrize(
    ("stated", "quoted", "result"),
    [
        # On one basis and price unit prices are equal or they are not.
        ({"unit_price": "118.0"}, {}, ("equal", None)),
        ({"unit_price": "118.01"}, {}, ("differs", None)),
        # The band of rounding: 1092.04 net and rounded, 1234.00 gross in the contract.
        (
            {"unit_price": "1234.00", "quantity": "37", "amount": "45658.00", "tax_included": "true"},
            {"price": "1092.04", "quantity": "37"},
            ("equal_after", "tax_basis"),
        ),
        (
            {"unit_price": "1234.02", "quantity": "37", "amount": "45658.74", "tax_included": "true"},
            {"price": "1092.04", "quantity": "37"},
            ("differs", None),
        ),
        (
            {"unit_price": "100.00", "amount": "200.00"},
            {"price": "113.00", "tax_included": True},
            ("equal_after", "tax_basis"),
        ),
        (
            {"unit_price": "1.18", "amount": "2.36"},
            {"price": "118.00", "price_per": "100"},
            ("equal_after", "price_unit"),
        ),
        (
            {"unit_price": "3955.00", "quantity": "10", "amount": "39550.00", "tax_included": "true"},
            {"price": "350000.00", "price_per": "100", "quantity": "10"},
            ("equal_after", "tax_basis_and_price_unit"),
        ),
        # A price unit that is not stated follows from the line's own amount.
        (
            {"unit_price": "226.00", "quantity": "200", "amount": "452.00"},
            {"price": "226.00", "price_per": "100", "quantity": "200"},
            ("equal", None),
        ),
        # A wrong amount does not make a price unit: the price for one is the quoted one.
        (
            {"unit_price": "2.00", "quantity": "200", "amount": "4.00"},
            {"price": "2.00", "quantity": "200"},
            ("equal", None),
        ),
        # What would explain a difference.
        ({"tax_included": "true"}, {}, ("differs", "tax_basis")),
        ({"unit_price": "133.34"}, {}, ("differs", "tax_basis")),
        ({"price_per": "100"}, {}, ("differs", "price_unit")),
        ({"unit_price": "181.00"}, {}, ("differs", "digits")),
        ({"unit_price": "121.00"}, {}, ("differs", None)),
    ],
)
def test_prices_are_brought_together_before_they_are_compared(
    stated: dict[str, str], quoted: dict[str, Any], result: tuple[str, str | None]
) -> None:
    numbers: dict[str, Any] = {
        name: Decimal(value) if isinstance(value, str) else value for name, value in quoted.items()
    }
    fields = {name: value for name, value in stated.items() if name != "tax_included"}
    included = stated.get("tax_included", "false")
    found = held(order(line(**fields), tax_included=included), quotation(item(**numbers)))
    assert outcome(found, "L06", 1) == result
    assert ("differs" in result) is (("differs", "unit_price", 1, "10") in shown(found))


@pytest.mark.parametrize(("price", "severity"), [("117.00", Severity.BLOCKER), ("119.00", Severity.MAJOR)])
def test_a_lower_price_blocks_and_a_higher_one_needs_a_decision(price: str, severity: Severity) -> None:
    assert check(held(order(line(unit_price=price))), "L06", 1).severity is severity


def test_the_quoted_price_is_shown_in_the_documents_basis() -> None:
    gross = order(line(unit_price="777.00", amount="1554.00"), tax_included="true")
    assert check(held(gross, quotation(item(price=Decimal("777.00")))), "L06", 1).quotation == "878.01"


def test_a_rate_that_the_document_does_not_state_converts_and_is_not_reported_as_read() -> None:
    gross = order(line(unit_price="133.34", amount="266.68"), tax_included="true", tax_rate=None)
    found = held(gross)
    assert found.verdict is Verdict.MATCH
    assert check(found, "L09", name="tax_rate").document is None


def test_a_tax_basis_that_the_document_does_not_state_is_assumed_and_never_a_match() -> None:
    for price, amount in (("118.00", "236.00"), ("133.34", "266.68")):
        found = held(order(line(unit_price=price, amount=amount), tax_included=None))
        assert outcome(found, "L06", 1) == ("equal_after", "tax_basis_not_stated")
        assert (found.verdict, shown(found)) == (Verdict.REVIEW, set())
    third = held(order(line(unit_price="120.00", amount="240.00"), tax_included=None))
    assert ("differs", "unit_price", 1, "10") in shown(third)


def test_without_tax_nobody_has_to_state_a_basis() -> None:
    free = order(tax_rate=None, tax_included=None)
    assert held(free, quotation(item(tax_rate=Decimal(0)))).verdict is Verdict.MATCH


def test_net_against_gross_without_any_rate_is_not_compared() -> None:
    gross = order(tax_included="true", tax_rate=None)
    found = held(gross, quotation(item(tax_rate=None)))
    assert outcome(found, "L06", 1) == ("not_checked", "tax_rate_unknown")
    assert found.verdict is Verdict.REVIEW


def test_prices_in_two_currencies_are_not_compared() -> None:
    found = held(order(currency="EUR"))
    assert shown(found) == {("differs", "currency", None, None)}
    assert outcome(found, "L06", 1) == ("not_checked", "currency")


def test_an_item_without_a_price_is_no_match() -> None:
    assert held(order(), quotation(item(price=None))).verdict is Verdict.REVIEW


def test_a_number_of_ours_that_the_quotation_cannot_confirm_is_no_match() -> None:
    known = item(part_number=None, customer_part_number="47-82133")
    found = held(order(line(customer_part_number="47-82133")), quotation(known))
    assert found.verdict is Verdict.REVIEW
    assert check(found, "L01", 1, "part_number").severity is Severity.BLOCKER


def test_a_number_too_short_to_identify_a_part_is_no_match() -> None:
    found = held(
        order(line(part_number="1", customer_part_number="47-82133")),
        quotation(item(customer_part_number="47-82133")),
    )
    assert check(found, "L01", 1, "part_number").why == "too_short"
    assert found.verdict is Verdict.REVIEW


def test_a_quantity_that_was_not_quoted_is_compared_with_nothing() -> None:
    assert outcome(held(order(), quotation(item(quantity=None))), "L04", 1) == ("missing", None)
