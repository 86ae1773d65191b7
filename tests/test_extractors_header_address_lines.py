"""Addresses that go on below the line of their label."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import Field

ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Unit price", "Amount"],
    ["10", "10044021", "Shaft sleeve", "2", "50.00", "100.00"],
]
HEAD = "PURCHASE ORDER\nOrder No.: PO-2026-118\nOrder date: 2026-03-05\nBuyer: Haven Pumps GmbH\n"


def place(text: str) -> Field | None:
    return assemble(form(HEAD + text, ROWS)).header.delivery_place


@pytest.mark.parametrize("indent", ["", "   "])
def test_street_town_and_country_belong_to_the_place(indent: str) -> None:
    lines = ["Ship to: Works 2", f"{indent}Hafenstr. 8", f"{indent}24103 Kiel", f"{indent}Germany"]
    found = place("\n".join(lines))
    assert found is not None
    assert (found.value, found.sure) == ("Works 2 Hafenstr. 8 24103 Kiel Germany", True)


def test_a_line_that_is_no_part_of_an_address_does_not() -> None:
    found = place("Ship to: Works 2\nPlease mark all parcels with our number")
    assert found is not None
    assert found.value == "Works 2"
