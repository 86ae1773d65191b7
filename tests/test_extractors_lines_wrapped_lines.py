"""Items in sentences that the edge of the page broke."""

from paper import paper

from extractors.assemble import assemble
from models.reading import Reading

WIDTH = 172
"""So many characters of a test's page are as far from its right edge as its texts begin from the left one."""


def broken(*items: str) -> Reading:
    """Return the reading of an order whose items break anywhere at the edge of the page."""
    lines = ["Purchase order no. 4500012345", "Buyer: Delta Works GmbH", ""]
    for item in items:
        lines += [item[at : at + WIDTH] for at in range(0, len(item), WIDTH)]
    return assemble(paper("\n".join([*lines, "", "Total: 61,548.08 GBP"])))


def item(name: str, until: str) -> str:
    """Return a sentence of an item, its name so long that the edge comes right behind `until`."""
    start, end = "1. 2 m ", " (Supplier's code 10054731), Price/unit(GBP) 30774.04, Total(GBP) 61548.08"
    at = end.index(until) + len(until)
    return f"{start}{name}{'x' * (WIDTH - len(start) - len(name) - at)}{end}"


def test_an_amount_that_the_edge_broke_is_one_number() -> None:
    text = item("Hose ", "Total(GBP) 6154")
    assert text[:WIDTH].endswith("6154")
    line = broken(text).lines[0]
    assert line.amount is not None
    assert line.unit_price is not None
    assert (line.unit_price.value, line.amount.value) == ("30774.04", "61548.08")


def test_a_label_that_the_edge_broke_is_one_label() -> None:
    line = broken(item("Hose ", "Total(GB")).lines[0]
    assert line.amount is not None
    assert line.amount.value == "61548.08"


def test_a_code_over_the_edge_is_not_sure() -> None:
    part = broken(item("Hose ", "1005")).lines[0].part_number
    assert part is not None
    assert (part.value, part.sure) == ("10054731", False)


def test_a_line_that_leads_to_items_is_none_of_theirs() -> None:
    lead = "Please deliver ".ljust(WIDTH - 1, "x") + ":"
    text = (
        f"Purchase order 4500012345\n{lead}\n1. 2 pcs Mechanical seal, USD 1,100.00 each\nTotal USD 2,200.00"
    )
    line = assemble(paper(text)).lines[0]
    assert line.description is not None
    assert line.description.value == "Mechanical seal"
