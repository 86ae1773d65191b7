"""Rows of sums under words that no list holds, and rows that count the parts of an item."""

from paper import form

from extractors.assemble import assemble

HEAD = ["Item", "Description", "Qty", "UoM", "Unit price", "Amount"]
FIRST = ["1", "Shaft sleeve", "4", "PC", "50.00", "200.00"]
SECOND = ["2", "Gland plate", "10", "PC", "12.50", "125.00"]


def count(*rows: list[str]) -> int:
    return len(assemble(form("Purchase order PO-77120", [HEAD, *rows], "Total 325.00")).lines)


def test_a_strange_row_that_the_items_add_up_to_is_no_item() -> None:
    assert count(FIRST, SECOND, ["", "Zuzuglich alles", "", "", "", "325.00"]) == 2


def test_a_subtotal_of_a_section_is_no_item() -> None:
    assert count(FIRST, ["", "Subtotal section A", "", "", "", "200.00"], SECOND) == 2


def test_a_tax_behind_a_sum_is_no_item() -> None:
    tax = ["", "IGST 18%", "", "", "", "58.50"]
    assert count(FIRST, SECOND, ["", "Basic sum", "", "", "", "325.00"], tax) == 2


def test_a_lump_sum_with_a_number_of_its_own_is_an_item() -> None:
    assert count(FIRST, SECOND, ["3", "Commissioning", "", "", "", "325.00"]) == 3


def test_parts_of_an_item_are_no_items() -> None:
    assert count(FIRST, ["", "a) rotating face", "1", "PC", "", ""], SECOND) == 2
