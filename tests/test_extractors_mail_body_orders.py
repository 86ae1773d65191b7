"""Orders that the text of a mail carries, and letters that only speak of one."""

from extractors.mail import body_orders
from extractors.readers import plain
from models.reading import Kind

UNTABLED = """PURCHASE ORDER

PO number: 4500000787
Date: 11 January 2026
Ordered by: Ashcombe Water Pumps Limited

Twenty-four sets as spoken of on the telephone, please.

Total: GBP 93,767.76
"""


def kinds(text: str) -> list[Kind]:
    return [each.kind for each in body_orders.orders(plain.read(text.encode()), ())]


def test_an_order_whose_items_were_not_understood_is_no_plain_letter() -> None:
    (reading,) = body_orders.orders(plain.read(UNTABLED.encode()), ())
    assert reading.kind is Kind.PURCHASE_ORDER
    assert not reading.lines
    assert any(problem.code == "no_lines" for problem in reading.problems)


def test_a_letter_that_speaks_of_an_order_is_none() -> None:
    assert not kinds(UNTABLED.replace("PURCHASE ORDER", "Dear Ms. Li,"))
    assert not kinds(UNTABLED.replace("Total: GBP 93,767.76", "Please find it attached."))
