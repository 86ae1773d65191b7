"""What was probably misread is never told as a difference; what the document surely says always is."""

from decimal import Decimal

import pytest
from compare_builders import held, item, line, order, quotation, shown, unsure

from models.comparison import Comparison, Verdict
from models.reading import Problem, Reason

OPEN = (Problem("total_open"),)


def told(found: Comparison) -> set[tuple[str, str]]:
    return {(kind, field) for kind, field, *_ in shown(found)}


def test_prices_on_a_doubtful_tax_basis_differ_only_if_they_differ_on_both() -> None:
    basis = unsure("true", reason=Reason.ROLE)
    found = held(order(tax_included=basis, tax_rate="13", total_amount="266.68"), quotation(item()))
    assert ("unsure", "unit_price") in told(found)
    assert not {("differs", "unit_price"), ("arithmetic", "total_amount")} & told(found)
    dearer = held(
        order(line(unit_price="125.00", amount="250.00"), tax_included=basis, tax_rate="13"),
        quotation(item()),
    )
    assert ("differs", "unit_price") in told(dearer)


def test_a_sure_tax_basis_makes_a_price_a_difference() -> None:
    found = held(order(tax_included="true", tax_rate="13"), quotation(item()))
    assert ("differs", "unit_price") in told(found)


def test_a_delivery_that_is_early_under_one_reading_of_the_date_alone_is_to_check() -> None:
    dated = unsure("2026-12-11", "2026-11-12", reason=Reason.AMBIGUOUS_VALUE)
    found = held(
        order(line(), document_date=dated, delivery_date="2027-01-20"), quotation(item(lead_time="8 weeks"))
    )
    assert ("unsure", "delivery_date") in told(found)
    assert ("differs", "delivery_date") not in told(found)
    assert found.verdict is Verdict.REVIEW


@pytest.mark.parametrize("name", ["customer_part_number", "drawing_number"])
def test_a_second_number_under_a_doubtful_heading_is_to_check(name: str) -> None:
    column = unsure("4500781234", reason=Reason.ROLE)
    found = held(order(line(**{name: column})), quotation(item(**{name: "GA-700121"})))
    assert ("unsure", name) in told(found)
    assert ("differs", name) not in told(found)


def test_a_second_number_that_is_mistyped_or_surely_read_is_a_difference() -> None:
    slip = unsure("GA-700112", reason=Reason.ROLE)
    for each in (slip, "XB-100"):
        found = held(
            order(line(customer_part_number=each)), quotation(item(customer_part_number="GA-700121"))
        )
        assert ("differs", "customer_part_number") in told(found)


def test_an_unread_part_is_neither_extra_nor_does_it_leave_items_out() -> None:
    cut = unsure("16 set", reason=Reason.NOT_PARSED)
    found = held(
        order(line(), line(part_number=cut, unit_price="9.00", amount="18.00")),
        quotation(item(), item(item="20", part_number="10076999", price=Decimal("77.00"))),
    )
    assert {("unsure", "part_number")} <= told(found)
    assert not {("not_in_quotation", "part_number"), ("not_ordered", "part_number")} & told(found)
    assert found.verdict is Verdict.REVIEW


def test_terms_of_which_nothing_certain_was_read_are_to_check() -> None:
    cut = unsure("预付", reason=Reason.AMBIGUOUS_VALUE)
    found = held(order(payment_terms=cut), quotation(item(), payment_terms="预付30%，发货前付清70%"))
    assert ("unsure", "payment_terms") in told(found)
    assert ("differs", "payment_terms") not in told(found)


def test_a_line_that_the_total_counts_was_not_left_out() -> None:
    both = quotation(item(), item(item="20", part_number="10076999", price=Decimal("77.00")))
    total = unsure("390.00", reason=Reason.ARITHMETIC)
    found = held(order(line(), total_amount=total, problems=OPEN), both)
    assert {("unsure", "part_number"), ("unsure", "total_amount")} <= told(found)
    other = unsure("391.00", reason=Reason.ARITHMETIC)
    differing = held(order(line(), total_amount=other, problems=OPEN), both)
    assert {("not_ordered", "part_number"), ("arithmetic", "total_amount")} <= told(differing)


def test_prices_beside_which_the_total_has_the_quoted_ones_are_to_check() -> None:
    listed = line(unit_price=unsure("150.00", reason=Reason.UNPROVEN), amount=None)
    total = unsure("236.00", reason=Reason.ARITHMETIC)
    found = held(order(listed, total_amount=total, problems=OPEN), quotation(item()))
    assert ("unsure", "unit_price") in told(found)
    assert not {("differs", "unit_price"), ("arithmetic", "total_amount")} & told(found)
    assert found.verdict is Verdict.REVIEW
