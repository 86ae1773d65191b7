"""Codes of items behind the short name of whose they are, and labels that look like it."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field, OrderLine

LETTER = """
Please take this as our firm order.

Order number: GZO-26-0417
Date: 17 April 2027
Buyer: Garran Zinc Operations Ltd, 4 Quay Road, Hull
Currency: USD

ITEM 1
   Shaft sleeve, hard-coated
   {first} .... 10092210
   {second} ....... 700-1184
   Drawing ........ GA-4402
   Order .......... 10 pcs x 486.00 = 4,860.00

ITEM 2
   Flexible packing
   {third} .... 10092233
   {fourth} ....... 700-1190
   Order .......... 5 kg x 36.00 = 180.00

TOTAL USD 5,040.00
"""


def _lines(*labels: str) -> tuple[OrderLine, ...]:
    first, second, third, fourth = labels
    text = LETTER.format(first=first, second=second, third=third, fourth=fourth)
    return assemble(paper(text)).lines


def _told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def test_the_writers_name_heads_the_buyers_numbers_and_the_other_the_sellers() -> None:
    found = _lines("Orvex code", "GZO code", "Orvex code", "GZO code")
    assert [_told(each.part_number) for each in found] == [("10092210", False), ("10092233", False)]
    assert [_told(each.customer_part_number) for each in found] == [("700-1184", False), ("700-1190", False)]
    assert [_told(each.amount) for each in found] == [("4860.00", True), ("180.00", True)]


def test_where_the_writers_number_comes_first_it_is_the_writers() -> None:
    found = _lines("GZO code", "Orvex code", "GZO code", "Orvex code")
    assert [_told(each.part_number) for each in found] == [("700-1184", False), ("700-1190", False)]
    assert [_told(each.customer_part_number) for each in found] == [("10092210", False), ("10092233", False)]


@pytest.mark.parametrize(
    "labels",
    [
        ("Orvex code", "Wulf code", "Orvex code", "Wulf code"),
        ("Orvex code", "GZO code", "Wulf code", "GZO code"),
        ("Batch code", "GZO code", "Batch code", "GZO code"),
        ("Orvex grade", "GZO code", "Orvex grade", "GZO code"),
    ],
)
def test_nobodys_codes_are_never_sure(labels: tuple[str, ...]) -> None:
    for line in _lines(*labels):
        for field in (line.part_number, line.customer_part_number):
            assert field is None or not field.sure
