"""Prices that stand in no column of prices: in a line below the name, or in one cell with the quantity."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from models.reading import OrderLine

HEAD = "Purchase order no.: VB-20417\nBuyer: Vantbrook Pumps Ltd\nSupplier: Tolle GmbH\nCurrency: EUR\n"
BELOW = """
Item  Description                      Quantity        Amount
1     Lip seal                         4 pcs           100.00
      {}
2     Wear ring                        2 pcs            60.00
      {}
Total EUR 160.00
"""


def _prices(lines: tuple[OrderLine, ...]) -> list[tuple[str | None, bool] | None]:
    found = [each.unit_price for each in lines]
    return [None if field is None else (field.value, field.sure) for field in found]


@pytest.mark.parametrize(
    ("said", "certain"),
    [
        ("Unit price: EUR {}", True),
        ("Price each: {}", True),
        ("单价：{}元", True),
        ("at EUR {} per pc", False),
        ("@ EUR {}", False),
    ],
)
def test_a_line_below_the_name_may_state_the_price(said: str, *, certain: bool) -> None:
    lines = assemble(paper(HEAD + BELOW.format(said.format("25.00"), said.format("30.00")))).lines
    assert _prices(lines) == [("25.00", certain), ("30.00", certain)]
    assert [each.description and each.description.value for each in lines] == ["Lip seal", "Wear ring"]


def test_a_price_that_the_amount_contradicts_is_not_sure() -> None:
    lines = assemble(paper(HEAD + BELOW.format("Unit price: EUR 24.00", "Unit price: EUR 30.00"))).lines
    assert not any(found is not None and found[1] for found in _prices(lines)[:1])


def test_beside_a_column_of_prices_a_line_with_another_is_none() -> None:
    rows = [
        ["Item", "Description", "Qty", "Unit price", "Amount"],
        ["1", "Lip seal\nList price: EUR 50.00", "4", "25.00", "100.00"],
    ]
    assert _prices(assemble(form(HEAD, rows, "Total: EUR 100.00")).lines) == [("25.00", True)]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Qty x price", ("4 x 25.00", "2 x 30.00")),
        ("Qty @ price", ("4 pcs @ 25.00", "2 pcs @ 30.00")),
        ("数量×单价", ("4套×25.00元", "2套×30.00元")),
    ],
)
def test_quantity_and_price_of_one_cell_are_read_and_open(heading: str, cells: tuple[str, str]) -> None:
    rows = [
        ["Item", "Description", heading, "Amount"],
        ["1", "Lip seal", cells[0], "100.00"],
        ["2", "Wear ring", cells[1], "60.00"],
    ]
    lines = assemble(form(HEAD, rows, "Total: EUR 160.00")).lines
    assert _prices(lines) == [("25.00", False), ("30.00", False)]
    assert [each.quantity and (each.quantity.value, each.quantity.sure) for each in lines] == [
        ("4", False),
        ("2", False),
    ]


@pytest.mark.parametrize("cell", ["25.00 each", "25.00 ea.", "25.00 (net)", "@ 25.00"])
def test_words_behind_a_price_take_nothing_from_it(cell: str) -> None:
    rows = [["Item", "Description", "Qty", "Unit price", "Amount"], ["1", "Lip seal", "4", cell, "100.00"]]
    assert _prices(assemble(form(HEAD, rows, "Total: EUR 100.00")).lines) == [("25.00", True)]
