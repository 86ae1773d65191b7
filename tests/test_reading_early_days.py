"""Days of delivery that are no later than the order, and values that do not look like their field."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import Reading

HEAD = """PURCHASE ORDER
Purchase order no.: VB-20417
Date: 2027-02-04
Buyer: Vantbrook Pumps Ltd
Supplier: Tolle Dichtungen GmbH
Currency: EUR
"""


def _order(said: str = "", *, name: str = "Lip seal", due: str = "2027-05-03") -> Reading:
    rows = [
        ["Item", "Your part no.", "Description", "Qty", "Unit", "Unit price", "Amount", "Due"],
        ["1", "TD-7740", name, "4", "pcs", "25.00", "100.00", due],
    ]
    rows = rows if due else [row[:-1] for row in rows]
    return assemble(form(f"{HEAD}{said}\n", rows, "Total: EUR 100.00"))


@pytest.mark.parametrize(
    ("said", "certain"),
    [
        ("Request date: 2027-01-20", False),
        ("Delivery date: 2027-02-04", False),
        ("Delivery date: 2027-05-03", True),
    ],
)
def test_a_day_of_delivery_before_the_order_is_open(said: str, *, certain: bool) -> None:
    day = _order(said, due="").header.delivery_date
    assert day is not None
    assert day.sure is certain


@pytest.mark.parametrize(("due", "certain"), [("2027-01-20", False), ("2027-05-03", True)])
def test_so_is_that_of_an_item(due: str, *, certain: bool) -> None:
    day = _order(due=due).lines[0].delivery_date
    assert day is not None
    assert (day.value, day.sure) == (due, certain)


@pytest.mark.parametrize(("name", "certain"), [("RKX-1214", False), ("Lip seal RKX-1214", True)])
def test_a_mere_code_is_no_sure_name(name: str, *, certain: bool) -> None:
    found = _order(name=name).lines[0].description
    assert found is not None
    assert found.sure is certain


@pytest.mark.parametrize(
    ("said", "certain"),
    [
        ("Delivery place: Kiel, at the risk of the seller", False),
        ("Delivery place: Gate 3, 9 Quay Road, Kiel", True),
    ],
)
def test_a_place_that_speaks_of_the_risk_is_not_sure(said: str, *, certain: bool) -> None:
    place = _order(said).header.delivery_place
    assert place is not None
    assert place.sure is certain
