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


def test_a_country_right_below_a_comma_ends_the_address() -> None:
    place = _place("Delivery address Hal 3, Rijnkade 18, 6811 HA Arnhem,\nThe Netherlands")
    assert (place.value, place.sure) == ("Hal 3, Rijnkade 18, 6811 HA Arnhem, The Netherlands", True)


@pytest.mark.parametrize("rest", ["Contact: J. Smit", "Second gate on the left", "   Rotterdam Port Area"])
def test_anything_else_below_a_comma_leaves_the_address_open(rest: str) -> None:
    place = _place(f"Delivery address Hal 3, Rijnkade 18, 6811 HA Arnhem,\n{rest}")
    assert not place.sure


@pytest.mark.parametrize("sign", ["☎", "✉", "Tel:"])
def test_a_number_to_call_behind_its_sign_is_no_part_of_the_place(sign: str) -> None:
    place = _place(f"Shipping address:\nIsland Store, 60 Pulau Road\nSingapore 627891\n{sign} +65 6555 0178")
    assert place.value == "Island Store, 60 Pulau Road Singapore 627891"


def test_a_line_of_marks_ends_the_place() -> None:
    place = _place("SHIP TO\nBLDG 12 RECEIVING\n10540 S. HARBOR AVE\nEASTPORT ME 04631\n" + "-" * 60)
    assert place.value == "BLDG 12 RECEIVING 10540 S. HARBOR AVE EASTPORT ME 04631"
