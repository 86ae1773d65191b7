"""Items under headings of their own, in two drawn rows, and numbers between loose lines."""

from paper import paper

from extractors.assemble import assemble

TITLED = """
Purchase order PO-77120
Position 1 Shaft sleeve
Your code     Quantity   Unit price   Line total
10030001      4 pcs      50.00        200.00

Position 2 Gland plate
Your code     Quantity   Unit price   Line total
10030002      10 pcs     12.50        125.00

Total 325.00
"""
OPENED = """
Pos   Dwg no.       Qty   UM     Price    Amount
1     Shaft sleeve Ø60
      GA-4410-02      4   PC     50.00    200.00


2     Gland plate 316L
      GA-4411-01     10   PC     12.50    125.00
"""


def test_the_title_above_a_heading_names_the_item() -> None:
    lines = assemble(paper(TITLED)).lines
    found = [(line.description, line.quantity) for line in lines]
    values = [tuple(field.value if field else None for field in each) for each in found]
    assert values == [("Shaft sleeve", "4"), ("Gland plate", "10")]


def test_a_number_and_a_name_open_an_item_whose_figures_stand_below() -> None:
    lines = assemble(paper(OPENED)).lines
    found = [(line.line_number, line.drawing_number, line.description, line.amount) for line in lines]
    values = [tuple(field.value if field else None for field in each) for each in found]
    assert values == [
        ("1", "GA-4410-02", "Shaft sleeve Ø60", "200.00"),
        ("2", "GA-4411-01", "Gland plate 316L", "125.00"),
    ]
