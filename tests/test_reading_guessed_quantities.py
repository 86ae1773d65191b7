"""Quantities and prices that the name of a thing calls a guess, or that have two units."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import OrderLine

HEAD = "Purchase order no.: VB-20417\nBuyer: Vantbrook Pumps Ltd\nSupplier: Tolle GmbH\nCurrency: EUR\n"


def _line(name: str, quantity: str = "4", unit: str = "pcs") -> OrderLine:
    rows = [
        ["Item", "Your part no.", "Description", "Qty", "Unit", "Unit price", "Amount"],
        ["1", "TD-7740", name, quantity, unit, "25.00", "100.00"],
    ]
    return assemble(form(HEAD, rows, "Total: EUR 100.00")).lines[0]


@pytest.mark.parametrize(
    "name",
    [
        "轴套 45mm（数量暂定）",
        "轴套 45mm（暂定数量）",
        "轴套 45mm 暂估",
        "Shaft sleeve 45 mm (estimated)",
        "Shaft sleeve 45 mm (quantity to be confirmed)",
        "Shaft sleeve, price provisional",
    ],
)
def test_a_guess_that_the_name_tells_makes_the_quantity_open(name: str) -> None:
    quantity = _line(name).quantity
    assert quantity is not None
    assert not quantity.sure


@pytest.mark.parametrize(
    "name", ["Shaft sleeve approx. 45 mm long", "轴套 约45mm", "定位套 暂存架用", "Shaft sleeve"]
)
def test_a_size_that_is_about_so_much_is_no_guess(name: str) -> None:
    quantity = _line(name).quantity
    assert quantity is not None
    assert quantity.sure


@pytest.mark.parametrize(
    ("quantity", "unit", "certain"), [("4 sets", "pcs", False), ("4 pcs", "EA", True), ("4", "set", True)]
)
def test_a_unit_beside_another_behind_the_quantity_is_open(
    quantity: str, unit: str, *, certain: bool
) -> None:
    found = _line("Shaft sleeve", quantity, unit).unit
    assert found is not None
    assert found.sure is certain
