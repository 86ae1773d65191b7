"""Rows of sums under words that no list holds, and rows that count the parts of an item."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.lines.columns import sum_rows
from extractors.lines.headings import recognise
from extractors.lines.item_table import Column, Row
from extractors.page.runs import runs_of
from models.page import Box

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


def test_a_row_without_a_text_is_no_sum() -> None:
    """A drawn row may be empty."""
    page = paper("10 pc").pages[0]
    (count,) = runs_of(page, page.words)
    heading = recognise("Qty")
    assert heading is not None
    columns = [Column(0, 400, (heading,), "Qty")]
    item = Row(page, Box(0, 20, 400, 30), ((count,),))
    assert sum_rows.find(Row(page, Box(0, 40, 400, 50), ((),)), [item], columns) is None


STACKED = """
Bestellung 4500012345
Pos  Unsere Art.-Nr.    Termin      Menge   Preis EUR  Gesamt EUR
     Bezeichnung
10   G-40121            12.06.2026  2 Stk   50,00      100,00
     Laufrad 40 mm
20   G-40155            12.06.2026  1 Stk   40,00       40,00
     Wellenmutter
30   V-90010                        1 Stk   {amount}      {amount}
     Mindermengenzuschlag
                                    Summe              {total}
"""


def test_a_charge_below_its_figures_is_the_name_of_an_item_that_nobody_delivers() -> None:
    line = assemble(paper(STACKED.format(amount="30,00", total="170,00"))).lines[2]
    assert line.description is not None
    assert (line.description.value, line.delivery_date) == ("Mindermengenzuschlag", None)


@pytest.mark.parametrize("charge", ["Fracht und Verpackung", "Versand und Verpackung", "Estimated freight"])
def test_a_charge_below_the_items_is_added_to_them(charge: str) -> None:
    rows = f"Warenwert 325,00\n{charge} 15,00\nMwSt 19 % 64,60\nEndbetrag 404,60"
    lines = [[each.replace(".", ",") for each in row] for row in (FIRST, SECOND)]
    found = assemble(form("Bestellung 4500077120", [HEAD, *lines], rows))
    total = found.header.total_amount
    assert total is not None
    assert (total.value, total.sure) == ("404.60", True)
