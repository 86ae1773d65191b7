"""What is doubtful on a paper and settled by the quotation: the order fits one offer wholly."""

import pytest
from compare_builders import CUSTOMER, NUMBER, check, held, item, line, order, quotation, unsure

from models.comparison import Verdict
from models.policy import OwnPolicy, Policy
from models.reading import Field, Reason

BOTH = quotation(item(), item("20", part_number="10013296"))


def _doubted(value: str = NUMBER, *others: str, reason: Reason = Reason.ROLE) -> Field:
    return unsure(value, *others, reason=reason)


def test_a_number_in_a_doubtful_role_is_the_quotations_where_the_order_fits_it_wholly() -> None:
    found = held(order(quotation_number=_doubted()))
    assert found.verdict is Verdict.MATCH
    assert check(found, "H03").why == "by_all_lines"


@pytest.mark.parametrize(
    ("number", "changed"),
    [
        (_doubted(), {"unit_price": "119.00"}),
        (_doubted(), {"quantity": "3"}),
        (_doubted(NUMBER, "20017735"), {}),
        (_doubted(reason=Reason.CHARACTERS), {}),
        (_doubted(reason=Reason.RIVAL), {}),
    ],
)
def test_it_is_not_where_anything_differs_or_the_number_itself_is_in_doubt(
    number: Field, changed: dict[str, str]
) -> None:
    assert held(order(line(**changed), quotation_number=number)).verdict is Verdict.REVIEW


def test_nor_where_a_quoted_item_was_not_ordered() -> None:
    assert check(held(order(quotation_number=_doubted()), BOTH), "H03").why != "by_all_lines"


@pytest.mark.parametrize("other", ["Gulf Reyes Ltd", "Rafael Tonin", "Rio Tinto", "中石化镇海炼化"])
def test_a_buyer_beside_whom_another_name_stands_is_for_a_person_to_decide(other: str) -> None:
    found = held(order(customer=_doubted(CUSTOMER, other, reason=Reason.RIVAL)))
    assert found.verdict is Verdict.REVIEW
    assert check(found, "H01").why != "by_all_lines"


SELLER, DEALER = "天津另一密封有限公司", "宁波中间商贸易有限公司"
OURS = Policy(own=OwnPolicy(names=(SELLER,)))


def _of_two(value: str, *others: str) -> Field:
    return unsure(value, *others, reason=Reason.PARTY)


def test_beside_our_own_name_the_customer_buys_in_an_order_for_all_of_the_offer() -> None:
    found = held(order(customer=_of_two(CUSTOMER, SELLER)), policy=OURS)
    assert (found.verdict, check(found, "H01").why) == (Verdict.MATCH, "by_all_lines")


@pytest.mark.parametrize(
    ("buyer", "policy"),
    [
        (_of_two(CUSTOMER, DEALER), OURS),
        (_of_two(CUSTOMER, SELLER, DEALER), OURS),
        (_of_two(CUSTOMER), OURS),
        (_of_two(SELLER, CUSTOMER), OURS),
        (_of_two(CUSTOMER, SELLER), Policy()),
        (unsure(CUSTOMER, SELLER, reason=Reason.RIVAL), OURS),
    ],
)
def test_beside_anybody_else_a_person_says_who_buys(buyer: Field, policy: Policy) -> None:
    found = held(order(customer=buyer), policy=policy)
    assert (found.verdict, check(found, "H01").why == "by_all_lines") == (Verdict.REVIEW, False)


@pytest.mark.parametrize(
    "changed", [{"unit_price": "119.00"}, {"quantity": "3"}, {"part_number": "10099999"}]
)
def test_so_does_a_person_where_the_order_differs(changed: dict[str, str]) -> None:
    found = held(order(line(**changed), customer=_of_two(CUSTOMER, SELLER)), policy=OURS)
    assert (found.verdict, check(found, "H01").why == "by_all_lines") == (Verdict.REVIEW, False)


def test_or_where_a_quoted_item_was_left_out() -> None:
    found = held(order(customer=_of_two(CUSTOMER, SELLER)), BOTH, policy=OURS)
    assert check(found, "H01").why != "by_all_lines"
