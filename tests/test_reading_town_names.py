"""Columns that bear the name behind the town of an address: "Belor code" of "Yantai Belor Marine"."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import Field

HEAD = """
{buyer}
{address}
PURCHASE ORDER QM-26-0519
Supplier: Orvex Seals Co., Ltd.
Issued on: 2027-05-19
All amounts in CNY
"""


def _code(buyer: str, address: str, heading: str) -> Field | None:
    rows = [
        ["#", heading, "Supplier code", "Goods", "Qty", "Unit", "Price", "Amount"],
        ["1", "AM-5518", "10090051", "Seat ring", "20", "pcs", "10.00", "200.00"],
        ["2", "AM-5519", "10090066", "Seal face", "10", "pcs", "7.00", "70.00"],
    ]
    return (
        assemble(form(HEAD.format(buyer=buyer, address=address), rows, "Total CNY 270.00"))
        .lines[0]
        .customer_part_number
    )


def _told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


BUYER, ADDRESS = "Yantai Belor Marine Equipment Co., Ltd.", "266 Harbour Road, Zhifu, Yantai"


@pytest.mark.parametrize("heading", ["Belor code", "BELOR code", "Yantai code"])
def test_the_name_behind_the_town_is_the_writers(heading: str) -> None:
    assert _told(_code(BUYER, ADDRESS, heading)) == ("AM-5518", True)


@pytest.mark.parametrize(
    ("buyer", "address", "heading"),
    [
        (BUYER, "266 Harbour Road", "Belor code"),
        (BUYER, ADDRESS, "Marine code"),
        (BUYER, ADDRESS, "Wulf code"),
        ("Yantai Belor Ltd", "Belor Road 4, Zhifu", "Belor code"),
    ],
)
def test_another_name_may_be_anybodys(buyer: str, address: str, heading: str) -> None:
    found = _code(buyer, address, heading)
    assert found is None or not found.sure
