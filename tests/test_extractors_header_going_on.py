"""A trade term below which its place may go on is not sure."""

import pytest
from paper import form, paper

from extractors.assemble import assemble

ROWS = [["Item", "Part no.", "Qty", "Price", "Amount"], ["1", "7C6-7009", "4", "10.00", "40.00"]]


def is_sure(below: str) -> bool:
    text = f"Purchase order no. 4500012345\nIncoterms: DAP\n{below}\nBuyer: Delta Works GmbH"
    found = assemble(form(text, ROWS)).header.incoterms
    assert found is not None
    assert (found.value or "").startswith("DAP")
    return found.sure


@pytest.mark.parametrize("below", ["Kraichtalheim", "Sandwick Bay", "天津港"])
def test_a_name_right_below_a_term_may_be_its_place(below: str) -> None:
    assert not is_sure(below)


@pytest.mark.parametrize("below", ["Payment: 30 days net", "", "Order date: 2026-03-02", "31.03.2026"])
def test_what_is_no_name_leaves_the_term_sure(below: str) -> None:
    assert is_sure(below)


ORDER = """
Purchase order
{line}
{below}
Order No.: 4500781234
Pos  Description           Qty   Unit price   Amount                                   Cost centre
1    Spiral gasket         4     50.00        200.00                                   4711 Brandholt
Total EUR 200.00
"""


def place(line: str, below: str) -> tuple[str | None, bool]:
    found = assemble(paper(ORDER.format(line=line, below=below))).header.delivery_place
    assert found is not None
    return found.value, found.sure


def test_a_place_whose_line_is_full_may_go_on_in_the_next() -> None:
    full = "Deliver to: Gate 7, Brandholt Works, Spare Parts Store, 18 Long Harbour Road, Upper"
    assert not place(full, "Brandholtshire, Kingdom")[1]
    assert place(full, "Your reference: Holm")[1]


def test_a_place_beside_another_label_may_go_on_below_its_own() -> None:
    line = "Currency: EUR        Deliver to: Brandholt Works, 18 Long"
    assert not place(line, "Contact: Purchasings Harbour Road")[1]
    assert place(line, "Contact: Purchasing")[1]


def test_the_value_of_the_next_label_is_no_rest_of_a_place() -> None:
    full = "Deliver to:     Gate 7, Brandholt Works, Spare Parts Store, 18 Long Harbour Road, Upper"
    assert place(full, "Payment terms:  Cash in advance")[1]


GRID = """
Purchase order no. 4500012345
{}
Buyer: Delta Works GmbH
Supplier: North Seals Ltd
"""
LISTED = """
Payment            30 days net
Trade terms        DAP Sandwick
{}
"""


@pytest.mark.parametrize(
    ("below", "sure"),
    [
        ("Carrier            Our forwarder Holm Logistics", True),
        ("Sending            Holm Bay", True),
        ("and place          Holm Bay", False),
        ("Shipment           Holm Bay", False),
    ],
)
def test_the_value_of_the_next_row_of_a_list_is_no_rest_of_a_term(below: str, *, sure: bool) -> None:
    """Captions and values in rows that are equally far apart: a value that went on would shift them."""
    found = assemble(form(GRID.format(LISTED.strip("\n").format(below)), ROWS)).header.incoterms
    assert found is not None
    assert found.value == "DAP Sandwick"
    assert found.sure is sure
