"""The document's own sums."""

from decimal import Decimal
from typing import Any

import pytest
from compare_builders import check, field, held, item, line, order, outcome, quotation, shown, unsure

from models.comparison import Severity, Verdict
from models.policy import ArithmeticPolicy, Policy
from models.reading import Reason

TWO = (line(), line(part_number="10076508", quantity="3", unit_price="10.00", amount="30.00"))
QUOTED = quotation(item(), item("20", part_number="10076508", quantity=Decimal(3), price=Decimal("10.00")))


@pytest.mark.parametrize(
    ("amount", "result"),
    [
        ("236.00", ("equal", None)),
        ("236.01", ("equal", None)),
        ("266.68", ("equal_after", "tax_basis")),
        ("235.90", ("differs", None)),
        ("326.00", ("differs", None)),
    ],
)
def test_quantity_times_price_is_the_amount(amount: str, result: tuple[str, str | None]) -> None:
    found = held(order(line(amount=amount)))
    assert outcome(found, "L08", 1) == result
    assert (("arithmetic", "amount", 1, "10") in shown(found)) is (result[0] == "differs")


def test_the_computed_value_stands_in_place_of_the_quotation() -> None:
    found = held(order(line(amount="326.00"), total_amount="236.00"))
    of = check(found, "L08", 1)
    assert (of.document, of.quotation) == ("326.00", "236.00")


@pytest.mark.parametrize(
    ("total", "included", "result"),
    [
        ("266.00", "true", ("equal", None)),
        ("266.00", "false", ("equal_after", "net_total")),
        ("300.58", "false", ("equal_after", "tax")),
        ("300.59", "false", ("equal_after", "tax")),
        ("300.58", "true", ("differs", None)),
        ("265.10", "true", ("differs", None)),
        ("1266.00", "false", ("differs", None)),
    ],
)
def test_the_lines_add_up_to_the_total_with_or_without_tax(
    total: str, included: str, result: tuple[str, str | None]
) -> None:
    found = held(order(*TWO, total_amount=total, tax_included=included), QUOTED)
    assert outcome(found, "H09") == result
    assert (("arithmetic", "total_amount", None, None) in shown(found)) is (result[0] == "differs")


def test_one_mistyped_amount_is_told_once() -> None:
    wrong = (line(amount="326.00"), TWO[1])
    assert shown(held(order(*wrong, total_amount="266.00"), QUOTED)) == {("arithmetic", "amount", 1, "10")}
    assert shown(held(order(*wrong, total_amount="356.00"), QUOTED)) == {("arithmetic", "amount", 1, "10")}


def test_a_missing_amount_is_computed_and_a_missing_price_leaves_the_total_open() -> None:
    assert held(order(line(amount=None), total_amount="236.00")).verdict is Verdict.MATCH
    unpriced = held(order(line(amount=None, unit_price=None), total_amount="236.00"))
    assert outcome(unpriced, "H09") == ("not_checked", "amount_missing")


def test_what_customers_may_leave_off_is_policy() -> None:
    lenient = Policy(arithmetic=ArithmeticPolicy(rounding_off=Decimal(1)))
    assert shown(held(order(total_amount="235.10"))) == {("arithmetic", "total_amount", None, None)}
    assert held(order(total_amount="235.10"), policy=lenient).verdict is Verdict.MATCH


@pytest.mark.parametrize(
    ("total", "verdict", "why"),
    [
        ("216.00", Verdict.MATCH, None),
        ("244.08", Verdict.MATCH, None),
        ("236.00", Verdict.REVIEW, "discount"),
    ],
)
def test_a_discount_on_the_whole_is_in_the_total_or_it_is_told(
    total: str, verdict: Verdict, why: str | None
) -> None:
    found = held(order(total_amount=total), quotation(item(discount=Decimal("20.00"))))
    assert (found.verdict, check(found, "L07").why) == (verdict, why)
    assert (Severity.MAJOR in {each.severity for each in found.notes}) is (verdict is Verdict.REVIEW)


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        (Reason.ARITHMETIC, "arithmetic"),
        (Reason.COMPLETENESS, "arithmetic"),
        (Reason.CHARACTERS, "unsure"),
        (Reason.AMBIGUOUS_VALUE, "unsure"),
    ],
)
def test_a_sum_that_may_be_misread_is_unsure_and_no_fault_of_the_document(reason: Reason, kind: str) -> None:
    doubted = held(order(line(amount=unsure("326.00", reason=reason)), total_amount="236.00"))
    assert (kind, "amount", 1, "10") in shown(doubted)


@pytest.mark.parametrize("value", ["9" * 40, "1E+900", "1E-900", "NaN", "-0", "0.00"])
@pytest.mark.parametrize("name", ["quantity", "unit_price", "price_per", "amount"])
def test_numbers_beyond_reason_are_never_a_match_and_break_nothing(name: str, value: str) -> None:
    changes: dict[str, Any] = {name: field(value)}
    assert held(order(line(**changes), total_amount="236.00")).verdict is not Verdict.MATCH


def test_amounts_that_cancel_out_break_nothing() -> None:
    back = line(quantity="-2", amount="-236.00")
    assert held(order(line(), back, total_amount="0.00")).verdict is Verdict.REVIEW
