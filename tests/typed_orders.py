"""Orders typed as text below one head, and what is read of them, for tests."""

from paper import paper

from extractors.assemble import assemble
from models.reading import Field, OrderLine, Reading

HEAD = """
                       Purchase order
Purchase order no.: PO-55170
Date: 12 March 2026
Buyer: Nordkai Pumps Ltd
Seller: Delta Seals GmbH
Currency: EUR
"""
CARDS_HEAD = """
Purchase order
Purchase order no.: PO-55170
Date: 2026-11-23
Buyer: Hill Pumps Ltd
Seller: Beilan Sealing Technology (Tianjin) Co., Ltd.
Currency: {currency}
"""
"""The head of an order whose items are told in cards."""
TWO_ITEMS = """
Purchase Order PO-77120
Order date: 2027-03-01
Buyer: Garran Zinc Ltd
Supplier: Beilan Sealing Technology (Tianjin) Co., Ltd.
{}

Item   Your part no.   Description         Qty   Unit   Unit price   Amount
10     LP-16-4200      Filter bag PP 65    10    pc     26.00        260.00
20     LP-16-4300      Filter bag PP 75    10    pc     30.00        300.00
Total EUR                                                            560.00
"""
"""A whole order with a place for lines in its head."""


def read(body: str) -> Reading:
    """Return the reading of an order with `body` below its head."""
    return assemble(paper(HEAD + body.strip("\n")))


def value(field: Field | None) -> str | None:
    """Return the value of a field."""
    return field.value if field is not None else None


def told(lines: tuple[OrderLine, ...], *names: str) -> list[tuple[str | None, ...]]:
    """Return the values of the fields of each line."""
    return [tuple(value(getattr(line, name)) for name in names) for line in lines]


def sure(lines: tuple[OrderLine, ...], name: str) -> list[bool]:
    """Return of each line whether a field of it is sure; what was not read is not."""
    fields = [getattr(line, name) for line in lines]
    return [field is not None and field.sure for field in fields]


def known(field: Field | None) -> tuple[str | None, bool]:
    """Return the value of a field, and whether it is sure."""
    return (value(field), field is not None and field.sure)
