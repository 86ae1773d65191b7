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
    ],
)
def test_it_is_not_where_anything_differs_or_the_number_itself_is_in_doubt(
    number: Field, changed: dict[str, str]
) -> None:
    assert held(order(line(**changed), quotation_number=number)).verdict is Verdict.REVIEW


def test_nor_where_a_quoted_item_was_not_ordered() -> None:
    assert check(held(order(quotation_number=_doubted()), BOTH), "H03").why != "by_all_lines"


def test_the_buyer_is_the_quotations_customer_where_only_people_stand_beside_the_label() -> None:
    found = held(order(customer=_doubted(CUSTOMER, "Rafael Tonin", reason=Reason.RIVAL)))
    assert found.verdict is Verdict.MATCH
    assert check(found, "H01").why == "by_all_lines"


@pytest.mark.parametrize(
    ("customer", "number"),
    [
        (_doubted(CUSTOMER, "Gulf Reyes Ltd", reason=Reason.RIVAL), NUMBER),
        (_doubted(CUSTOMER, reason=Reason.ROLE), NUMBER),
        (_doubted(CUSTOMER, "Rafael Tonin", reason=Reason.RIVAL), _doubted()),
        (_doubted(CUSTOMER, "Rafael Tonin", reason=Reason.RIVAL), None),
    ],
)
def test_another_company_a_doubtful_role_or_a_quotation_that_is_not_surely_named_leave_it_open(
    customer: Field, number: Field | str | None
) -> None:
    assert held(order(customer=customer, quotation_number=number)).verdict is Verdict.REVIEW


def test_so_does_a_price_that_differs() -> None:
    customer = _doubted(CUSTOMER, "Rafael Tonin", reason=Reason.RIVAL)
    assert check(held(order(line(unit_price="119.00"), customer=customer)), "H01").why != "by_all_lines"
