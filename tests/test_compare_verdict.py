"""When an order is a match, and what keeps it from being one."""

from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest
from compare_builders import check, held, item, line, order, quotation, shown, unsure

from compare.catalogue import CATALOGUE
from models.comparison import Outcome, Severity, Verdict
from models.policy import Policy
from models.reading import Field, Header, OrderLine, Problem, Reading, Reason

FULL = order(
    line(
        customer_part_number="47-82133",
        drawing_number="GA-700121 Rev.B",
        price_per="1",
        delivery_date="2027-02-01",
    ),
    delivery_date="2027-02-01",
    payment_terms="Net 60 days",
    incoterms="FCA Tianjin",
)
QUOTED = quotation(
    item(customer_part_number="47-82133", drawing_number="GA-700121 Rev.B", lead_time="8 weeks"),
    payment_terms="Net 60 days",
    incoterms="FCA Tianjin",
)
NOT_COMPARED = {"line_number", "description", "delivery_place"}
STATED = [
    (part, each.name)
    for part, kind in (("header", Header), ("line", OrderLine))
    for each in fields(kind)
    if getattr(FULL.header if part == "header" else FULL.lines[0], each.name) is not None
    and each.name not in NOT_COMPARED
    and (part, each.name) != ("header", "delivery_date")
]


def changed(part: str, name: str, change: Any) -> Reading:
    if part == "header":
        field = getattr(FULL.header, name)
        return replace(FULL, header=replace(FULL.header, **{name: change(field)}))
    field = getattr(FULL.lines[0], name)
    return replace(FULL, lines=(replace(FULL.lines[0], **{name: change(field)}),))


def doubtful(field: Field) -> Field:
    return replace(field, sure=False, reason=Reason.CHARACTERS)


def unread(field: Field) -> Field:
    return replace(field, value=None, sure=False, reason=Reason.NOT_PARSED)


def test_an_order_that_is_equal_in_everything_is_a_match() -> None:
    found = held(FULL, QUOTED)
    assert (found.verdict, found.differences, found.notes) == (Verdict.MATCH, (), ())


@pytest.mark.parametrize(("part", "name"), STATED)
def test_whatever_is_compared_and_not_read_surely_is_no_match_and_told_as_unsure(
    part: str, name: str
) -> None:
    found = held(changed(part, name, doubtful), QUOTED)
    assert found.verdict is Verdict.REVIEW
    told = "unit_price" if name == "price_per" else name
    assert ("unsure", told) in {(kind, each) for kind, each, *_ in shown(found)}


@pytest.mark.parametrize(("part", "name"), STATED)
def test_whatever_is_stated_and_could_not_be_read_is_no_match(part: str, name: str) -> None:
    assert held(changed(part, name, unread), QUOTED).verdict is not Verdict.MATCH


@pytest.mark.parametrize(
    ("part", "name", "value", "difference"),
    [
        ("header", "currency", "USD", "currency"),
        ("header", "tax_rate", "9", "tax_rate"),
        ("header", "tax_included", "true", "unit_price"),
        ("header", "payment_terms", "Net 90 days", "payment_terms"),
        ("header", "incoterms", "FOB Tianjin", "incoterms"),
        ("line", "part_number", "10076567", "part_number"),
        ("line", "customer_part_number", "47-82139", "customer_part_number"),
        ("line", "drawing_number", "GA-700121 Rev.C", "drawing_number"),
        ("line", "quantity", "3", "quantity"),
        ("line", "unit", "kg", "unit"),
        ("line", "unit_price", "118.01", "unit_price"),
        ("line", "price_per", "100", "unit_price"),
        ("line", "delivery_date", "2027-01-17", "delivery_date"),
    ],
)
def test_whatever_differs_is_a_difference_of_its_field(
    part: str, name: str, value: str, difference: str
) -> None:
    found = held(changed(part, name, lambda field: replace(field, value=value)), QUOTED)
    assert found.verdict is Verdict.REVIEW
    assert ("differs", difference) in {(kind, each) for kind, each, *_ in shown(found)}


def test_what_only_the_quotation_states_is_information_and_no_obstacle() -> None:
    found = held(order(tax_rate=None), QUOTED)
    assert found.verdict is Verdict.MATCH
    assert {(each.kind.value, each.field) for each in found.differences} == {
        ("missing_in_document", name) for name in ("tax_rate", "payment_terms", "incoterms", "lead_time")
    }


@pytest.mark.parametrize("code", ["no_total", "total_open", "several_tables", "no_lines"])
def test_a_document_that_leaves_something_open_is_no_match(code: str) -> None:
    assert held(order(problems=(Problem(code),))).verdict is Verdict.REVIEW


def test_without_a_total_nothing_proves_that_all_lines_were_read() -> None:
    found = held(order(total_amount=None))
    assert found.verdict is Verdict.REVIEW
    assert check(found, "H09").severity is Severity.MAJOR


@pytest.mark.parametrize("name", ["document_number", "document_date", "customer"])
def test_an_order_without_a_mandatory_field_is_told_in_a_note(name: str) -> None:
    found = held(replace(order(), header=replace(order().header, **{name: None})))
    assert found.verdict is Verdict.REVIEW
    assert [(each.code, each.severity) for each in found.notes if each.code == "M01"] == [
        ("M01", Severity.MAJOR)
    ]


@pytest.mark.parametrize("name", ["quantity", "unit_price"])
def test_a_line_without_quantity_or_price_blocks(name: str) -> None:
    found = held(order(line(**{name: None})))
    assert found.verdict is Verdict.REVIEW
    assert ("M01", Severity.BLOCKER, 1) in {(each.code, each.severity, each.line) for each in found.notes}


def test_a_difference_that_another_reading_would_settle_is_merely_unsure() -> None:
    misread = held(order(line(quantity=unsure("3", "2"))))
    assert ("unsure", "quantity", 1, "10") in shown(misread)
    other = held(order(line(quantity=unsure("3", "8"))))
    assert ("differs", "quantity", 1, "10") in shown(other)


def test_an_early_date_that_another_reading_would_settle_is_merely_unsure() -> None:
    date = unsure("2027-03-04", "2027-04-03", reason=Reason.AMBIGUOUS_VALUE)
    quoted = quotation(item(lead_time="18 weeks"))
    assert ("unsure", "delivery_date", 1, "10") in shown(held(order(line(delivery_date=date)), quoted))


def test_every_check_that_is_not_done_here_says_why() -> None:
    found = held()
    absent = {code for code, each in CATALOGUE.items() if each.absent}
    told = {each.code: each.why for each in found.checks if each.outcome is Outcome.NOT_CHECKED and each.why}
    assert absent <= set(told)
    assert absent == {"H12", "X01"}
    needing = {code for code, each in CATALOGUE.items() if each.needs}
    assert needing - {"L03"} <= set(told)


def test_the_policy_decides_how_grave_a_finding_is() -> None:
    expired = quotation(valid_to=None), quotation(valid_to=quotation().date)
    assert held(order(), expired[0]).verdict is Verdict.MATCH
    assert held(order(), expired[1]).verdict is Verdict.REVIEW
    lenient = held(order(), expired[1], policy=Policy(severities={"H04": Severity.MINOR}))
    assert [(each.code, each.severity) for each in lenient.notes] == [("H04", Severity.MINOR)]


def test_a_price_of_zero_blocks_unless_it_was_quoted() -> None:
    free = line(unit_price="0.00", amount="0.00")
    found = held(order(free))
    assert ("L14", Severity.BLOCKER, 1) in {(each.code, each.severity, each.line) for each in found.notes}
    quoted = held(order(free), quotation(item(price=Decimal(0))))
    assert quoted.verdict is Verdict.MATCH
    assert [(each.code, each.severity) for each in quoted.notes] == [("L14", Severity.INFO)]
