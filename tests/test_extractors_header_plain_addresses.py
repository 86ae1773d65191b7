"""A place that stands below its label or behind a blank: certain where it is a whole address."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field

ORDER = """
PURCHASE ORDER
Order No.: 4500781234
Nordhavn Process A/S
{head}

Item   Part no.   Description      Qty   Unit price   Amount
10     10023177   Mechanical seal  4     320.00       1,280.00
                                         Total        1,280.00
"""


def _place(head: str) -> Field:
    place = assemble(paper(ORDER.format(head=head))).header.delivery_place
    assert place is not None
    return place


@pytest.mark.parametrize(
    "address",
    [
        "Gate 2, Industrivej 4, 6700 Esbjerg, Denmark",
        "Receiving Dock 4, 900 Harbor Street, Eastport, ME 04631",
        "南通市经开区通达路88号2号库",
    ],
)
def test_a_whole_address_below_its_label_is_the_place(address: str) -> None:
    place = _place(f"Delivery address\n{address}")
    assert (place.value, place.sure) == (address, True)


@pytest.mark.parametrize(
    "text",
    [
        "Gate 2, Industrivej 4,",
        "Central warehouse",
        "Industrivej 4, Gate 2, Esbjerg, open 7:00 to 15:30",
        "20031605 12 months 0 EXW Tianjin PR-108813 TS-071",
        "Payment 30 days net, 2 % discount, 10 days",
    ],
)
def test_what_is_no_whole_address_below_a_label_stays_open(text: str) -> None:
    assert not _place(f"Delivery address\n{text}").sure


@pytest.mark.parametrize(
    "line",
    ["Delivery address Industrivej 4, Gate 2, 6700 Esbjerg, Denmark", "到货地址 南通市经开区通达路88号2号库"],
)
def test_a_whole_address_behind_a_mere_blank_is_the_place(line: str) -> None:
    place = _place(line)
    assert (place.value, place.sure) == (
        line.removeprefix("Delivery address ").removeprefix("到货地址 "),
        True,
    )


@pytest.mark.parametrize(
    "line",
    [
        # Where the label ends is open, the address is cut, and it goes on in the next line.
        "Place of delivery Goods Inward, Berth 3, Dunfell DF1 2BE, United Kingdom",
        "Delivery address Industrivej 4, Gate 2,",
        "Delivery address Industrivej 4, Gate 2, Plot 44\n6700 Esbjerg",
    ],
)
def test_an_address_whose_ends_are_open_stays_open(line: str) -> None:
    assert not _place(line).sure


def test_an_address_under_two_captions_stays_open() -> None:
    head = "Delivery address    Invoice address\nGate 2, Industrivej 4, 6700 Esbjerg, Denmark"
    document = paper(ORDER.format(head=head))
    place = assemble(document).header.delivery_place
    assert place is None or not place.sure
