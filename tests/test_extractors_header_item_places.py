"""Places that items or their columns name are not absent from the order."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from models.reading import Field

HEAD = "Purchase order no.: VB-20417\nBuyer: Vantbrook Pumps Ltd\nSupplier: Tolle GmbH\nCurrency: EUR\n"
NOTED = """
Item  Your part no.  Description       Qty   Unit   Unit price   Amount
1     TD-7740        Lip seal          4     pcs    25.00        100.00
                     {}
2     TD-7741        Wear ring         2     pcs    30.00         60.00
                     {}
Total: EUR 160.00
"""


def _in_column(heading: str, place: str) -> Field | None:
    rows = [
        ["Item", "Your part no.", "Description", "Qty", "Unit", "Unit price", "Amount", heading],
        ["1", "TD-7740", "Lip seal", "4", "pcs", "25.00", "100.00", place],
    ]
    return assemble(form(HEAD, rows, "Total: EUR 100.00")).header.delivery_place


@pytest.mark.parametrize(
    ("heading", "place", "open_"),
    [
        ("Plant", "Aalen works", True),
        ("使用单位", "滨海电厂", True),
        ("Location", "Aalen Store", True),
        ("Plant", "4410", False),
        ("Location", "A-12-3", False),
        ("Remark", "urgent spare", False),
    ],
)
def test_names_under_a_heading_of_plants_may_be_the_place(heading: str, place: str, *, open_: bool) -> None:
    found = _in_column(heading, place)
    assert (found is not None) is open_
    assert found is None or not found.sure


@pytest.mark.parametrize(
    ("said", "open_"), [("Deliver to: Aalen works, gate 3", True), ("with certificate 3.1", False)]
)
def test_a_place_below_each_item_is_not_absent(said: str, *, open_: bool) -> None:
    found = assemble(paper(HEAD + NOTED.format(said, said))).header.delivery_place
    assert (found is not None) is open_
    assert found is None or not found.sure


@pytest.mark.parametrize(
    ("said", "open_"), [("Delivery: free our works Aalen", True), ("Delivery: free house", False)]
)
def test_free_to_a_works_with_a_name_is_no_absent_place(said: str, *, open_: bool) -> None:
    rows = [["Item", "Description", "Qty", "Unit price", "Amount"], ["1", "Lip seal", "4", "25.00", "100.00"]]
    found = assemble(form(f"{HEAD}{said}\n", rows, "Total: EUR 100.00")).header.delivery_place
    assert (found is not None) is open_
