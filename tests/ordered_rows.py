"""A plain order of two items, of which a test changes one thing, and what is sure of each item then."""

from collections.abc import Sequence

from paper import form

from extractors.assemble import assemble
from models.page import SourceDocument
from models.reading import OrderLine

HEAD = """
PURCHASE ORDER
Order No.: 4500893310
Order date: 2026-11-20
Buyer: Norvik Alkali Ltd
{}
"""
HEADINGS = ["Pos", "Part no.", "Description", "Qty", "Unit", "Unit price", "Amount"]
ROWS = [
    ["10", "DK-70-118", "Filter basket 200", "6", "pcs", "42.00", "252.00"],
    ["20", "DK-70-125", "Filter basket 250", "4", "pcs", "55.00", "220.00"],
]
TOTAL = "Total EUR 472.00"


def with_sentence(said: str) -> SourceDocument:
    """Return the order with a sentence above its table."""
    return form(HEAD.format(said), [HEADINGS, *ROWS], TOTAL)


def with_column(heading: str, cells: Sequence[str]) -> SourceDocument:
    """Return the order with one more column."""
    rows = [[*row, cell] for row, cell in zip(ROWS, cells, strict=True)]
    return form(HEAD.format(""), [[*HEADINGS, heading], *rows], TOTAL)


def with_remark(said: str) -> SourceDocument:
    """Return the order with a remark on its second item."""
    return with_column("Remarks", ["", said])


def ordered(document: SourceDocument) -> list[bool]:
    """Tell of each item whether its quantity, price and amount are sure."""
    return [_is_sure(line) for line in assemble(document).lines]


def _is_sure(line: OrderLine) -> bool:
    fields = (line.quantity, line.unit_price, line.amount)
    return all(field is not None and field.sure for field in fields)
