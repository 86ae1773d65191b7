"""A trade term below which its place may go on is not sure."""

import pytest
from paper import form

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
