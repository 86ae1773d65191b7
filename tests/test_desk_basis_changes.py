"""What counts as a change of the basis, and how a case stands after it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from compare_builders import held, item, line, order, quotation

from desk.basis_changes import carried_over, changes, standing
from models.case import CaseState
from models.comparison import Comparison, Note, Severity

MATCH = held()
DEARER = held(None, quotation(item(price=Decimal("120.00"))))


def told(old: Comparison, new: Comparison) -> list[tuple[str, str, int | None, str, str, str | None]]:
    return [(each.code, each.field, each.line, each.was, each.now, each.quoted) for each in changes(old, new)]


def test_the_same_comparison_is_no_change() -> None:
    assert changes(MATCH, held()) == ()


def test_a_price_is_the_one_thing_that_changed() -> None:
    assert told(MATCH, DEARER) == [("L06", "unit_price", 1, "equal", "differs", "120.00")]


def test_a_term_that_the_quotation_did_not_have_is_told() -> None:
    terms = held(None, quotation(payment_terms="30 days"))
    assert told(MATCH, terms) == [("H06", "payment_terms", None, "not_checked", "missing", "30 days")]


def test_a_new_item_of_the_quotation_is_told_by_its_number() -> None:
    more = held(None, quotation(item(), item("20", part_number="10055002")))
    assert "20" in {each.quote_item for each in changes(MATCH, more)}


def test_another_quotation_is_told_before_what_differs_in_it() -> None:
    other = replace(DEARER, quotation_number="2002")
    first, *others = changes(MATCH, other)
    assert (first.field, first.was_quoted, first.quoted) == ("quotation_number", "20017734", "2002")
    assert [each.field for each in others] == ["unit_price"]


def test_notes_that_come_and_go_are_told() -> None:
    noted = replace(MATCH, notes=(Note("H04", Severity.MAJOR, "the offer has expired"),))
    assert told(MATCH, noted) == [("H04", "", None, "", "note", None)]
    assert told(noted, MATCH) == [("H04", "", None, "note", "", None)]


def test_a_clear_case_that_is_no_match_is_open_and_says_why() -> None:
    found = standing((), DEARER, (), changed=True, asked=False)
    assert found.state is CaseState.OPEN
    assert found.reasons[:2] == ("basis_changed", "differs:unit_price")


@pytest.mark.parametrize("reason", ["new_mail", "new_version", "same_lines", "a_word_of_later"])
def test_a_reason_that_no_quotation_gave_keeps_a_match_open(reason: str) -> None:
    found = standing((reason, "differs:unit_price"), MATCH, (), changed=True, asked=False)
    assert (found.state, found.reasons) == (CaseState.OPEN, ("basis_changed", reason))


def test_what_differed_before_and_does_not_any_more_is_no_reason() -> None:
    found = standing(
        ("basis_changed", "differs:unit_price", "note:H04"), MATCH, (), changed=True, asked=False
    )
    assert (found.state, found.reasons) == (CaseState.CLEAR, ())


def test_only_what_came_out_exactly_the_same_stays_carried_over() -> None:
    document = order(line(), line(part_number="10055002", unit_price="50.00", amount="100.00"))
    second = item("20", part_number="10055002", price=Decimal("49.00"))
    old = held(document, quotation(item(price=Decimal("117.00")), second))
    new = held(document, quotation(item(price=Decimal("116.00")), second))
    prices = [at for at, each in enumerate(old.checks) if each.code == "L06"]
    kept = carried_over(prices, old, new)
    assert [(new.checks[at].line, new.checks[at].quotation) for at in kept] == [(2, "49.00")]
