"""Headings in two tongues of which one is known."""

import pytest
from paper import form

from extractors.assemble import assemble
from extractors.lines.item_table import make_column
from extractors.vocabulary.meanings import Role


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        (["Indeks własny", "Our code"], Role.BUYER_PART),
        (["Tételszám", "Unit price"], Role.PRICE),
        (["Katalogové č. dod. / Vendor part no."], Role.SELLER_PART),
    ],
)
def test_the_half_that_is_known_says_what_stands_below(lines: list[str], role: Role) -> None:
    column = make_column(0, 100, lines)
    assert column.role is role
    assert not column.headings[0].exact


@pytest.mark.parametrize("lines", [["Tételszám", "Súly"], ["Kg 12", "Our code"]])
def test_two_halves_that_are_known_or_strange_are_not_guessed(lines: list[str]) -> None:
    assert make_column(0, 100, lines).role not in {Role.BUYER_PART, Role.PRICE}


def test_the_index_of_a_side_is_its_number() -> None:
    rows = [
        ["No.", "Our index", "Name of goods", "Qty", "Price", "Amount"],
        ["1", "GKT-0331", "Shaft sleeve", "2", "50.00", "100.00"],
    ]
    line = assemble(form("Purchase order no. 4500776655", rows, "Total EUR 100.00")).lines[0]
    assert line.customer_part_number is not None
    assert line.customer_part_number.value == "GKT-0331"
