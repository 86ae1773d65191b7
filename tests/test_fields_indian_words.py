"""Amounts in Indian words: lakhs and crores."""

from decimal import Decimal

import pytest
from reading_attacks import Attack, finds

from extractors.assemble import assemble
from extractors.fields.english_words import parse_english


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("US Dollars One Lakh Three Thousand Eight Hundred and Seventy only", "103870.00"),
        ("Two Crores Five Lakhs only", "20500000.00"),
        ("EUR Twelve Lacs Forty Thousand and Five only", "1240005.00"),
    ],
)
def test_lakhs_and_crores_count(text: str, amount: str) -> None:
    found = parse_english(text)
    assert found is not None
    assert found[0] == Decimal(amount)


@pytest.mark.parametrize("text", ["Three Thousand Two Lakh only", "Lakh only", "One Lakh Two Crore only"])
def test_scales_out_of_order_are_not_understood(text: str) -> None:
    assert parse_english(text) is None


def test_words_that_say_another_amount_leave_the_total_open() -> None:
    words = "Amount in words : EUR One Lakh Nine Hundred and Thirty only"
    assert finds(Attack("lakh", after=[words], truth={"total_amount": ("?",)})) == []
    agreeing = "Amount in words : EUR One Thousand Nine Hundred and Thirty only"
    total = assemble(Attack("words", after=[agreeing]).document).header.total_amount
    assert total is not None
    assert total.sure
