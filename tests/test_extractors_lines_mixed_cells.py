"""Columns that hold the number and the name of a thing."""

import pytest
from paper import form, paper

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
    assert line.part_number is not None
    assert (line.description.value, line.part_number.value) == ("Repair kit RK-85", None)


def test_the_rest_of_a_labelled_code_is_no_number_of_its_own() -> None:
    text = """
Purchase order 4500012345
Pos  Goods                Qty   Price   Amount
1    Filter bag PP 35     2     50.00   100.00
     Vendor P/N: 8D8S-
     0931-C
2    Disc coupling        1     40.00    40.00
     Vendor P/N: LP-
     24-8837
"""
    for line, code in zip(assemble(paper(text)).lines, ("8D8S-0931-C", "LP-24-8837"), strict=True):
        assert line.part_number is not None
        assert (line.part_number.value, line.part_number.sure) == (code, False)
        assert line.customer_part_number is None


@pytest.mark.parametrize("cell", ["[10028131] O-ring FKM", "LP-35-3200 - O-ring FKM"])
def test_a_number_with_a_mark_before_the_name_is_parted(cell: str) -> None:
    rows = [["Item", "Description", "Qty", "Price", "Amount"], ["1", cell, "2", "50.00", "100.00"]]
    line = assemble(form("Purchase order", rows)).lines[0]
    assert line.part_number is not None
    assert line.description is not None
    assert line.part_number.value == cell.split(maxsplit=1)[0].strip("[]")
    assert (line.part_number.sure, line.description.value) == (False, "O-ring FKM")
