"""Letters that list what they say, tick it, or say it in one long breath."""

import pytest
from letter_builders import heard, opened_by

LONG = (
    "Order attached and as we agreed in our long telephone call of yesterday afternoon with Mr Olsen from "
    "our maintenance department and Ms Berg from our finance department the payment terms for this and for "
    "all the following orders of this year are 60 days net and for item 20 we need 12 pcs and the delivery "
    "is on 15 April 2027"
)
CHANGING = (
    LONG,
    "Please note: delivery: 15 April 2027, payment: 60 days net, quantity item 20: 12 pcs.",
    "注意：交期：2027年4月15日，付款：60天，第2项数量：12个。",
    "□ item 20 we need 12 pcs\n□ payment 60 days net\n□ delivery 15 April 2027",
    "☑ item 20 we need 12 pcs\n☑ delivery 15 April 2027, payment 60 days net",
    "[x] delivery 15 April 2027\n[ ] delivery 20 May 2027\n- [x] item 20: 12 pcs\n( x ) payment 60 days net",
)
SAME = (
    "Delivery: ☑ 20 May 2027 □ 15 April 2027",
    "Payment: □ 60 days net ☑ 30 days net",
    "□ certificate 3.1\n☑ packing list",
    "Delivery: 2027-05-20, payment: 30 days net, terms: FCA Tianjin, item 20: 10 pcs.",
)


@pytest.mark.parametrize("said", CHANGING)
def test_what_is_listed_ticked_or_said_at_length_is_heard(said: str) -> None:
    assert opened_by(f"Order attached.\n{said}") >= {"quantity.2", "payment_terms", "delivery_date"}


@pytest.mark.parametrize("said", SAME)
def test_options_that_are_not_ticked_say_nothing(said: str) -> None:
    assert opened_by(f"Order attached.\n{said}") == set()


def test_a_chinese_letter_ends_its_sentences_with_its_lines() -> None:
    said = "附件订单 PP 75 二十只"
    assert opened_by(f"{said}\n\n谢谢\n\n王工") >= {"quantity.2"}
    assert [each.detail for each in heard(f"{said}\n\n谢谢").problems] == [said]
