"""Letters that count in words and in figures: "Four (4) pieces …, which makes EUR 80.00"."""

from collections.abc import Sequence

import pytest
from paper import paper
from typed_orders import sure, told, value

from extractors.assemble import assemble
from extractors.fields import quantities
from extractors.lines.texts import spoken_numbers
from models.reading import OrderLine

LETTER = """
Nordkai Marine B.V.
Kade 75, 3087 BM Rotterdam

Delta Seals GmbH
attn. Ms Weber

                                        Rotterdam, 10 April 2026

Our order NM-26-0417

We are pleased to place the following order:

1. FIRST cartridge seal CS20, your part number 10052301,
   at EUR 20.00 each, which makes EUR 80.00.

2. 8.5 m of flushing hose PTFE, your part number 10066207, at EUR 10.00 per
   metre, amounting to EUR 85.00.

3. Two (2) pieces shaft sleeve 316L, your part number 10066211, EUR 5.00 each,
   EUR 10.00 for both.

The total of this order is EUR 175.00. We count on readiness of all three items no
later than 19 June 2026, as the vessel docks on 6 July.
"""


def letter(first: str = "Four (4) pieces") -> Sequence[OrderLine]:
    return assemble(paper(LETTER.replace("FIRST", first))).lines


def test_items_that_are_counted_in_words_and_figures_are_read() -> None:
    found = tuple(letter())
    assert told(found, "line_number", "part_number", "quantity", "unit", "unit_price", "amount") == [
        ("1", "10052301", "4", "pieces", "20.00", "80.00"),
        ("2", "10066207", "8.5", "m", "10.00", "85.00"),
        ("3", "10066211", "2", "pieces", "5.00", "10.00"),
    ]


@pytest.mark.parametrize("first", ["Five (4) pieces", "Four (5) pieces"])
def test_words_and_figures_that_differ_are_never_sure(first: str) -> None:
    assert True not in sure(tuple(letter(first)), "quantity")[:1]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Four (4) pieces", "4", "pieces"),
        ("twelve (12) sets", "12", "sets"),
        ("Ten (10) pcs", "10", "pcs"),
    ],
)
def test_a_count_in_words_and_figures_is_one(text: str, number: str, unit: str) -> None:
    found = quantities.parse(text)
    assert found is not None
    assert (found.number_text, found.unit) == (number, unit)


@pytest.mark.parametrize("text", ["Five (4) pieces", "Seal (4) pieces", "two (2) holes", "Four (4)"])
def test_what_says_two_things_or_counts_nothing_is_none(text: str) -> None:
    assert quantities.parse(text) is None


@pytest.mark.parametrize("text", ["which makes EUR 80.00", "together EUR 1,156.80", "amounting to EUR 85.00"])
def test_a_sum_behind_words_of_making_is_an_amount(text: str) -> None:
    found = spoken_numbers.stated(text)
    assert found is not None
    assert found[0] == "amount"


@pytest.mark.parametrize("text", ["together with 2 gaskets", "amounting to 4 pieces", "for both pumps"])
def test_other_things_behind_such_words_are_none(text: str) -> None:
    found = spoken_numbers.stated(text)
    assert found is None or found[0] != "amount"


def test_the_day_of_readiness_is_read_and_never_sure() -> None:
    found = assemble(paper(LETTER)).header.delivery_date
    assert value(found) == "2026-06-19"
    assert found is not None
    assert not found.sure


def test_a_size_before_the_sellers_number_is_no_count_at_a_price() -> None:
    found = tuple(letter("Four (4) pieces O-ring 65×5.33, your part number 10083340, at EUR 20.00 each;"))[:1]
    assert not found or told(found, "quantity", "unit_price") == [("4", "20.00")]
