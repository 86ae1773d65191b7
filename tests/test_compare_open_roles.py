"""What an open role leaves certain: the part by either party's number, and the only offer that fits."""

import datetime as dt
from decimal import Decimal

import pytest
from compare_builders import NUMBER, check, held, item, line, order, outcome, quotation, shown, unsure

from models.comparison import Verdict
from models.reading import Field, Reason

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


def test_our_number_and_the_buyers_together_name_the_item_whatever_their_columns_are_called() -> None:
    both = line(part_number=unclear(THEIRS), customer_part_number=unclear(OURS))
    assert held(order(both), QUOTED).verdict is Verdict.MATCH
    for other in ("X-100", OURS):
        one = line(part_number=unclear(OURS), customer_part_number=unclear(other))
        assert held(order(one), QUOTED).verdict is Verdict.REVIEW


def test_a_number_that_may_be_an_offers_is_the_offers_where_no_other_fits() -> None:
    found = held(order(quotation_number=unsure(NUMBER, reason=Reason.ROLE)))
    assert outcome(found, "H03") == ("equal_after", "only_fit")
    assert found.verdict is Verdict.MATCH


@pytest.mark.parametrize("reason", sorted(set(Reason) - {Reason.ROLE}))
def test_no_other_doubt_of_an_offers_number_is_settled(reason: Reason) -> None:
    found = held(order(quotation_number=unsure(NUMBER, reason=reason)))
    assert (found.verdict, shown(found)) == (Verdict.REVIEW, {("unsure", "quotation_number", None, None)})


def test_an_offers_number_with_another_reading_is_to_check() -> None:
    found = held(order(quotation_number=unsure(NUMBER, "20017735", reason=Reason.ROLE)))
    assert ("unsure", "quotation_number", None, None) in shown(found)


def test_an_offers_number_is_to_check_where_another_offer_fits_or_its_own_does_not_wholly() -> None:
    open_one = unsure(NUMBER, reason=Reason.ROLE)
    twin = quotation(number="20017999", date=dt.date(2026, 11, 2))
    assert held(order(quotation_number=open_one), quotation(), twin).verdict is Verdict.REVIEW
    dearer = order(line(unit_price="119.00", amount="238.00"), quotation_number=open_one)
    assert ("unsure", "quotation_number", None, None) in shown(held(dearer))
