"""Orders that a paper only speaks of: former, sample and finished ones are no rivals of its own number."""

import pytest
from paper import form
from reading_attacks import CHINESE, HEADING, SEAL, SLEEVE, Attack

from extractors.assemble import assemble
from models.page import SourceDocument

USUAL = (
    "Our former order 4500770011 was delivered in time.",
    "Sample order 4500770012 of 2 March is invoiced separately.",
    "Contract 4500770013 of 9 July 2024 has been fulfilled.",
)
MISLEADING = (
    "Please quote our order no. 4500770015 in all letters.",
    "Our order 4500770016 must be completed by 3 March 2027.",
    "Our order 4500770017 is closed by 3 March 2027 at the latest.",
)


def _paper(said: str) -> SourceDocument:
    head = """
Nordhavn Process A/S · Industrivej 4 · 6700 Esbjerg
PURCHASE ORDER
Order No.: 4500781234
Order date: 2026-11-12
Supplier: Changxing Sealing Co., Ltd., Suzhou
Currency: EUR
"""
    return form(head, [HEADING, SEAL, SLEEVE], f"Total EUR 1,930.00\n\n{said}")


@pytest.mark.parametrize("said", USUAL)
def test_an_order_of_another_day_is_no_rival(said: str) -> None:
    number = assemble(_paper(said)).header.document_number
    assert number is not None
    assert (number.value, number.sure) == ("4500781234", True)


@pytest.mark.parametrize("said", MISLEADING)
def test_another_number_of_this_order_is_one(said: str) -> None:
    number = assemble(_paper(said)).header.document_number
    assert number is not None
    assert not number.sure


def test_an_end_user_beside_the_word_for_customer_does_not_buy() -> None:
    user = "客戶 End user: Tuen Wan Works, contract 17"
    customer = assemble(Attack("end-user", base=CHINESE, more=[user]).document).header.customer
    assert customer is not None
    assert (customer.value, customer.sure) == ("江苏海瑞化工装备有限公司", True)


def test_a_customer_of_another_name_stays_a_rival() -> None:
    attack = Attack("customer", base=CHINESE, more=["客戶 Customer: 屯湾污水处理有限公司"])
    customer = assemble(attack.document).header.customer
    assert customer is not None
    assert not customer.sure
