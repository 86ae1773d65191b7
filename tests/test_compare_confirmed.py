"""What is doubtful on a paper and settled by the quotation: the order fits one offer wholly."""

import pytest
from compare_builders import CUSTOMER, NUMBER, check, held, item, line, order, quotation, unsure

from models.comparison import Verdict
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


PARTY = unsure(CUSTOMER, reason=Reason.PARTY)


def test_which_of_two_companies_buys_is_settled_by_the_offer_that_the_order_fits_wholly() -> None:
    found = held(order(customer=PARTY))
    assert found.verdict is Verdict.MATCH
    assert check(found, "H01").why == "by_all_lines"


@pytest.mark.parametrize(
    "changed", [{"unit_price": "119.00"}, {"quantity": "3"}, {"part_number": "10099999"}]
)
def test_it_is_not_where_the_order_differs(changed: dict[str, str]) -> None:
    found = held(order(line(**changed), customer=PARTY))
    assert (found.verdict, check(found, "H01").why == "by_all_lines") == (Verdict.REVIEW, False)


SELLER = "天津另一密封有限公司"


def test_nor_where_the_company_is_no_customer_of_ours() -> None:
    assert held(order(customer=unsure(SELLER, reason=Reason.PARTY))).verdict is Verdict.REVIEW


def test_the_other_company_of_the_paper_is_who_sells() -> None:
    found = held(order(customer=unsure(CUSTOMER, SELLER, reason=Reason.PARTY)))
    assert (found.verdict, check(found, "H01").why) == (Verdict.MATCH, "by_all_lines")


def test_where_the_other_was_read_first_a_person_says_who_buys() -> None:
    found = held(order(customer=unsure(SELLER, CUSTOMER, reason=Reason.PARTY)))
    assert (found.verdict, check(found, "H01").why) == (Verdict.REVIEW, "may_be_equal")


def test_where_both_are_customers_of_ours_either_may_buy() -> None:
    other = quotation(number="20017999", customer=SELLER, customer_number="100999")
    found = held(order(customer=unsure(CUSTOMER, SELLER, reason=Reason.PARTY)), quotation(), other)
    assert found.verdict is Verdict.REVIEW


def test_nor_where_a_quoted_item_was_left_out() -> None:
    assert check(held(order(customer=PARTY), BOTH), "H01").why != "by_all_lines"
