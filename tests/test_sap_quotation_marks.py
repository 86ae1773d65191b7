"""Marks of quotations' items: what says that an item was rejected, or is an alternative to another."""

import pytest

from models.quotation import QuotationItem
from sap.quoting.quotations import read


def item(name: str, mark: str) -> QuotationItem:
    text = f"Quotation;Item;Material;Net price;{name}\n1;10;A1;1.50;{mark}\n"
    (quotation,) = read(text.encode(), "list.csv").quotations
    return quotation.items[0]


@pytest.mark.parametrize("name", ["Rj", "Rejected", "Reason f. rejection", "Rejection code", "是否拒绝"])
@pytest.mark.parametrize("mark", ["", "No", "00", "0", "000", "-", "否", "无", "none", "not rejected"])
def test_what_stands_where_nothing_was_rejected(name: str, mark: str) -> None:
    assert item(name, mark).rejected is None


def test_zeros_beside_empty_cells_are_a_reason_of_saps_own() -> None:
    """Only an export that leaves no cell empty writes zeros for nothing."""
    text = "Quotation;Item;Material;Net price;Rj\n1;10;A1;1.50;\n1;20;A2;1.50;00\n2;10;A1;1.50;\n"
    one, _ = read(text.encode(), "list.csv").quotations
    assert [each.rejected for each in one.items] == [None, "00"]


@pytest.mark.parametrize("name", ["Rj", "Rejected", "Reason f. rejection", "拒绝原因", "是否拒绝"])
@pytest.mark.parametrize("mark", ["Yes", "X", "01", "A", "Z1", "是", "50 too late"])
def test_any_other_mark_says_that_the_item_was_rejected(name: str, mark: str) -> None:
    assert item(name, mark).rejected == mark


@pytest.mark.parametrize(("mark", "rejected"), [("A", None), ("B", "B"), ("C", "C")])
def test_a_status_of_rejection_is_a_letter_of_sap(mark: str, rejected: str | None) -> None:
    assert item("Rejection status", mark).rejected == rejected


@pytest.mark.parametrize(
    ("mark", "alternative"),
    [("", False), ("-", False), ("000000", False), ("否", False), ("none", False), ("X", True), ("10", True)],
)
def test_a_dash_is_no_item_that_another_is_an_alternative_to(mark: str, alternative: bool) -> None:  # noqa: FBT001 - a table
    assert item("Alternative", mark).alternative is alternative
