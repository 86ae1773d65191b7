"""Terms that stand between the items, as below the subtotal of a section: they may be of the items above.

What an order says once for all of it stands before its items or behind them.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.lines.item import Item
from models.reading import Evidence, Field, Header, Proof, Reason, opened, stated

TERMS = frozenset(
    {
        "delivery_date",
        "lead_time",
        "delivery_place",
        "incoterms",
        "payment_terms",
        "tax_rate",
        "tax_included",
        "quotation_number",
    }
)


def doubted(header: Header, items: Sequence[Item]) -> Header:
    """Return the header; terms that stand between two items, and in no column, are not sure."""
    if not items:
        return header
    first, last = _place(items[0]), _place(items[-1])
    amid = {
        name: opened(field, Reason.ROLE)
        for name, field in stated(header)
        if name in TERMS and field.sure and _is_told(field) and first < _spot(field.evidence) < last
    }
    return replace(header, **amid)


def _is_told(field: Field) -> bool:
    return Proof.COLUMN not in field.proof


def _place(item: Item) -> tuple[int, float]:
    """Return the page of an item and how far down it stands there."""
    return item.row.page.number, item.row.box.bottom


def _spot(spot: Evidence) -> tuple[int, float]:
    return (spot.page or 0, spot.box.top if spot.box is not None else 0.0)
