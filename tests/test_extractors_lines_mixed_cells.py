"""Columns that hold the number and the name of a thing."""

import pytest
from paper import form

from extractors.assemble import assemble


@pytest.mark.parametrize("cell", ["MS6-331-SCC Shaft sleeve", "Shaft sleeve MS6-331-SCC"])
def test_number_and_name_in_one_cell_are_parted(cell: str) -> None:
    rows = [
        ["Item", "Part Number / Description", "Qty", "Price", "Amount"],
        ["1", cell, "2", "50.00", "100.00"],
    ]
    line = assemble(form("Purchase order", rows)).lines[0]
    assert line.part_number is not None
    assert line.description is not None
    assert (line.part_number.value, line.description.value) == ("MS6-331-SCC", "Shaft sleeve")
    assert not line.part_number.sure


def test_a_name_that_ends_like_a_code_is_left_whole() -> None:
    rows = [["Item", "Goods", "Qty", "Price", "Amount"], ["1", "Repair kit RK-85", "2", "50.00", "100.00"]]
    line = assemble(form("Purchase order", rows)).lines[0]
    assert line.description is not None
    assert (line.description.value, line.part_number) == ("Repair kit RK-85", None)
