"""A number of which only the owner is open is the quoted part as either party's; no more is settled."""

import datetime as dt
from decimal import Decimal

import pytest
from compare_builders import check, held, item, line, order, outcome, quotation, shown, unsure

from models.comparison import Verdict
from models.reading import Field, Reason
from review import values
from review.words import say, word

OURS, THEIRS = "10076507", "47-82133"
QUOTED = quotation(item(customer_part_number=THEIRS))


def owned(number: str) -> Field:
    """Return a number of which only the owner is open."""
    return unsure(number, reason=Reason.OWNER)


def unclear(number: str) -> Field:
    """Return a number under a heading that may mean anything."""
    return unsure(number, reason=Reason.ROLE)


@pytest.mark.parametrize("number", [OURS, THEIRS])
def test_a_number_whose_owner_alone_is_open_is_the_quoted_part_as_either_partys(number: str) -> None:
    found = held(order(line(part_number=owned(number))), QUOTED)
    assert outcome(found, "L01", 1) == ("equal_after", "owner")
    assert (found.verdict, shown(found)) == (Verdict.MATCH, set())


@pytest.mark.parametrize("reason", sorted(set(Reason) - {Reason.OWNER}))
def test_no_other_doubt_of_a_number_is_settled_by_the_quotation(reason: Reason) -> None:
    found = held(order(line(part_number=unsure(OURS, reason=reason))), QUOTED)
    assert (found.verdict, shown(found)) == (Verdict.REVIEW, {("unsure", "part_number", 1, "10")})


@pytest.mark.parametrize("number", ["10076508", "99-1000"])
def test_another_number_stays_a_difference(number: str) -> None:
    found = held(order(line(part_number=owned(number))), QUOTED)
    assert (found.verdict, shown(found)) == (Verdict.REVIEW, {("differs", "part_number", 1, "10")})


def test_a_second_uncertain_number_may_be_what_is_ordered() -> None:
    newer = line(part_number=owned(OURS), customer_part_number=unclear("10099001"))
    assert held(order(newer), quotation()).verdict is Verdict.REVIEW


def test_a_sure_number_of_the_buyers_beside_it_is_the_buyers() -> None:
    beside = line(part_number=owned(OURS), customer_part_number="NP-4410")
    assert held(order(beside), quotation()).verdict is Verdict.MATCH


def test_a_number_that_another_item_bears_as_well_tells_no_part() -> None:
    other = item("20", part_number="10055555", customer_part_number=OURS, price=Decimal("9.00"))
    found = held(order(line(part_number=owned(OURS))), quotation(item(), other))
    assert check(found, "L01", 1, "part_number").why != "owner"


def test_nothing_but_the_owner_may_be_open_even_where_both_numbers_are_the_items() -> None:
    both = line(part_number=unclear(THEIRS), customer_part_number=unclear(OURS))
    assert held(order(both), QUOTED).verdict is Verdict.REVIEW


def test_a_number_with_another_reading_is_to_check() -> None:
    found = held(order(line(part_number=unsure(OURS, "10076508", reason=Reason.OWNER))), QUOTED)
    assert found.verdict is Verdict.REVIEW


def test_a_number_of_the_buyers_that_is_ours_of_another_part_elsewhere_is_to_check() -> None:
    sleeve = item(part_number=THEIRS, price=Decimal("9.00"))
    found = held(order(line(part_number=owned(THEIRS))), QUOTED, quotation(sleeve, number="20017999"))
    assert found.verdict is Verdict.REVIEW
    same = quotation(item(customer_part_number=THEIRS), number="20017999", valid_to=dt.date(2026, 11, 2))
    assert held(order(line(part_number=owned(THEIRS))), QUOTED, same).verdict is Verdict.MATCH


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_shows_such_a_number_as_settled_and_says_why(lang: str) -> None:
    found = held(order(line(part_number=owned(OURS))), QUOTED)
    stated = {"part_number": owned(OURS)}
    checks = [each for each in found.checks if each.line == 1 and each.field == "part_number"]
    (number,) = values.values(lang, "line-1", stated, checks, ["part_number"])
    assert (number.open, number.unsure) == (False, False)
    assert number.remarks == (say(lang, "value.equal_after", why=word(lang, "why", "owner")),)
