"""A paper that names two companies and not which of them buys says so, and no more beside a third."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field, Reason

BODY = """
PURCHASE ORDER
{first}
{second}
{third}
Order no. MK-33018    Date: 2027-03-09
Item  Part no.   Description       Qty  Unit  Price   Amount
1     10044556   Mechanical seal     2  pcs   150.00  300.00
Total EUR 300.00
"""
OWN, OTHER = "Ostrava Mixers Ltd", "Renhof Dichtungen GmbH"


def _buyer(first: str, second: str, third: str = "") -> Field:
    found = assemble(paper(BODY.format(first=first, second=second, third=third))).header.customer
    assert found is not None
    return found


def test_either_company_may_buy_and_which_does_is_all_that_is_open() -> None:
    found = _buyer(OWN, f"                         {OTHER}")
    assert (found.value in {OWN, OTHER}, found.sure, found.reason) == (True, False, Reason.PARTY)


@pytest.mark.parametrize(
    "third",
    [
        "Carrier of the goods Vistula Logistics Sp. z o.o.",
        "Ordered in the name and for the account of Rio Tinto",
        "We order as agent for Vattenfall",
    ],
)
def test_a_third_name_leaves_it_to_a_person(third: str) -> None:
    found = _buyer(OWN, f"                         {OTHER}", third)
    assert not found.sure
    assert found.reason is not Reason.PARTY


def test_one_company_in_two_scripts_is_one() -> None:
    found = _buyer("东岭搅拌设备有限公司 Dongling Mixers Co., Ltd.", f"                         {OTHER}")
    assert found.sure or found.reason is Reason.PARTY


def test_names_in_two_scripts_that_stand_apart_may_be_three_companies() -> None:
    found = _buyer(
        "东岭搅拌设备有限公司", f"Supplied to        {OTHER}", "and then        Ostrava Mixers Ltd"
    )
    assert found.reason is not Reason.PARTY
