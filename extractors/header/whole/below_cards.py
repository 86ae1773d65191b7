"""Terms right below one of two cards that stand side by side: they are that item's, and not the order's.

Item      10                Item           20
Quantity  100               Quantity       250
Delivery date  20.05.2027
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.lines.item import Item
from models.page import Box
from models.reading import Field, Header, Reason, opened

TERMS = ("delivery_date", "lead_time", "delivery_place", "payment_terms", "incoterms")
CLOSE = 3.0
"""So close below a card, in heights of letters, a line may go on with it."""
SLACK = 1.0


def doubted(header: Header, items: Sequence[Item]) -> Header:
    """Return the header, its terms open where they stand at the foot of a card beside another one."""
    cards = [(at, item.row.box) for at, item in enumerate(items)]
    foot = [box for at, box in cards if any(_are_beside(box, other) for nth, other in cards if nth != at)]
    if not foot:
        return header
    pages = {item.row.page.number for item in items}
    fields = {name: getattr(header, name) for name in TERMS}
    return replace(
        header,
        **{
            name: opened(field, Reason.ROLE)
            for name, field in fields.items()
            if field is not None and field.sure and _stands_at(field, foot, pages)
        },
    )


def _are_beside(right: Box, left: Box) -> bool:
    """Tell whether a card begins at the right of another one, on the same lines."""
    return right.x0 > left.x1 - SLACK and right.top < left.bottom and left.top < right.bottom


def _stands_at(field: Field, cards: Sequence[Box], pages: set[int]) -> bool:
    box, page = field.evidence.box, field.evidence.page
    return box is not None and page in pages and any(_goes_on(card, box) for card in cards)


def _goes_on(card: Box, box: Box) -> bool:
    """Tell whether a text stands in the column of a card, beside its lines or close below them."""
    below = card.top < box.middle < card.bottom + CLOSE * box.height
    return below and box.x0 >= card.x0 - SLACK
