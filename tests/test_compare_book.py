"""A book of a hundred thousand items is asked, not searched."""

import time
from decimal import Decimal

import pytest
from compare_builders import NUMBER, TODAY, held, item, line, order, outcome, quotation

from compare.book import build, named_keys
from compare.compare import compare
from models.comparison import Verdict
from models.policy import Policy

QUOTATIONS, ITEMS = 10_000, 10
POPULAR = 250
"""Every so many quotations quote one part that everybody orders."""


def test_finding_the_quotation_among_a_hundred_thousand_items_takes_no_time() -> None:
    popular = item("990", part_number="10000001", price=Decimal("9.00"))
    book = build(
        quotation(
            *(item(str(at), part_number=f"{number:06}-{at:02}") for at in range(ITEMS)),
            *((popular,) if number % POPULAR == 0 else ()),
            number=f"3{number:07}",
            customer=f"示例{number % 200}号泵业有限公司",
            customer_number=str(number % 200),
        )
        for number in range(QUOTATIONS)
    )
    lines = [line(part_number=f"007500-{at:02}") for at in range(ITEMS)]
    reading = order(
        *lines,
        line(part_number="10000001", unit_price="9.00", amount="18.00"),
        quotation_number=None,
        customer="示例100号泵业有限公司",
    )
    begun = time.perf_counter()
    found = compare(reading, book, Policy(), TODAY)
    assert time.perf_counter() - begun < 1
    assert (found.quotation_number, found.verdict) == ("30007500", Verdict.MATCH)


@pytest.mark.parametrize("printed", ["QT-20017734", "Q20017734", "AN 20017734", "20017734/20017735"])
def test_a_number_of_sap_is_found_behind_the_letters_of_the_customer(printed: str) -> None:
    assert "20017734" in named_keys(printed)


@pytest.mark.parametrize("printed", ["LP-1600", "QT-2001773412345", "HYDRO-20017734", "20017734A"])
def test_other_numbers_stay_as_they_are(printed: str) -> None:
    assert "20017734" not in named_keys(printed)


def test_the_letters_before_a_quotations_number_are_a_notation() -> None:
    found = held(order(quotation_number=f"QT-{NUMBER}"))
    assert (found.verdict, outcome(found, "H03")) == (Verdict.MATCH, ("equal_after", "notation"))
