"""An order of which nearly all is sure, and what is left of that once a letter around it was heard."""

from functools import cache

from extractors.assemble import assemble
from extractors.mail import remarks
from extractors.readers import plain
from models.message import Letter
from models.reading import Reading, stated

ORDER = """Purchase Order PO-77120
Order date: 2027-03-01
Buyer: Garran Zinc Ltd
Supplier: Beilan Sealing Technology (Tianjin) Co., Ltd.
Delivery date: 2027-05-20
Payment terms: 30 days net
Delivery terms: FCA Tianjin

Item  Your part no.  Description       Qty  Unit  Unit price  Amount
10    LP-16-4200     Filter bag PP 65  10   pc    26.00       260.00
20    LP-16-4300     Filter bag PP 75  10   pc    30.00       300.00

Total EUR 560.00
"""


@cache
def order() -> Reading:
    """Return the order as its paper alone is read."""
    return assemble(plain.read(ORDER.encode()))


def heard(said: str) -> Reading:
    """Return the order as it is read beside a letter."""
    return remarks.beside(
        order(), (Letter("Order PO-77120", f"Dear Li,\n\n{said}\n\nBest regards\nK. Jensen"),)
    )


def opened_by(said: str) -> set[str]:
    """Return the names of the values that a letter leaves open, or makes unread, and that were certain."""
    before, after = order(), heard(said)
    sure = set(_certain(before)) - set(_certain(after))
    header = {
        name
        for name in before.header.__slots__
        if getattr(before.header, name) is None and getattr(after.header, name) is not None
    }
    lines = {
        f"{name}.{at}"
        for at, (old, new) in enumerate(zip(before.lines, after.lines, strict=True), 1)
        for name, _ in stated(new)
        if getattr(old, name) is None
    }
    return sure | header | lines


def _certain(reading: Reading) -> list[str]:
    found = [name for name, field in stated(reading.header) if field.sure]
    for at, line in enumerate(reading.lines, 1):
        found += [f"{name}.{at}" for name, field in stated(line) if field.sure]
    return found
