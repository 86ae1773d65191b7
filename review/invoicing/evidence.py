"""What a row of an invoice list was decided by, in words: the list, the order, deliveries and billing."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.invoice_sources import BillingItem, DeliveryItem, ListRow, SalesItem
from models.invoicing import Decision
from review import display
from review.words import say

LISTED = (
    "quantity",
    "unit",
    "price",
    "price_per",
    "net",
    "tax",
    "gross",
    "amount",
    "tax_rate",
    "currency",
    "deliveries",
    "customer_number",
    "customer",
    "reference",
    "part_number",
)
ORDERED = (
    "quantity",
    "unit",
    "price",
    "price_per",
    "net_value",
    "tax_amount",
    "tax_rate",
    "currency",
    "order_type",
    "category",
    "customer_number",
    "customer",
    "customer_reference",
    "part_number",
    "payer",
    "rejected",
    "billing_blocks",
    "delivery_blocks",
    "overall_status",
    "delivery_date",
    "reference",
)
DELIVERED = (
    *("delivery", "item", "quantity", "issued", "issued_on", "planned_on", "proven", "proof_on"),
    "billing_blocks",
)
BILLED = ("document", "item", "quantity", "billing_type", "billed_on", "reference", "net_value", "currency")
ASKED = ("order", "item", "order_type", "quantity", "overall_status", "rejected")
"""The fields of each record that are shown, in this order."""
Record = ListRow | SalesItem | DeliveryItem | BillingItem
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Lines:
    """A table: the text of its title, the names of its columns, its cells."""

    title: str
    names: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the list and SAP say. `item` is empty where the row means no order item."""

    listed: tuple[Pair, ...]
    order: str = ""
    item: tuple[Pair, ...] = ()
    tables: tuple[Lines, ...] = ()
    left_out: int = 0


def evidence(lang: str, decision: Decision) -> Evidence:
    """Return what a row was decided by, in words."""
    listed = tuple(_pairs(lang, decision.row, LISTED))
    seen = decision.seen
    if seen is None or seen.item is None:
        return Evidence(listed, decision.row.order or "–")
    tables = (
        _lines(lang, "evidence.deliveries", DELIVERED, seen.deliveries),
        _lines(lang, "evidence.billing", BILLED, seen.billing),
        *((_lines(lang, "evidence.requests", ASKED, seen.requests),) if seen.requests else ()),
    )
    return Evidence(listed, seen.item.order, tuple(_pairs(lang, seen.item, ORDERED)), tables, seen.left_out)


def _pairs(lang: str, record: Record, names: Sequence[str]) -> Iterator[Pair]:
    """Yield the fields of a record that say anything."""
    for name in names:
        value = getattr(record, name)
        if value not in (None, "", ()):
            yield name, _in_words(lang, value)


def _lines(lang: str, title: str, names: tuple[str, ...], records: Sequence[Record]) -> Lines:
    """Return records as a table, without the columns that no record fills."""
    used = tuple(name for name in names if any(getattr(each, name) not in (None, ()) for each in records))
    cells = tuple(tuple(_in_words(lang, getattr(each, name)) for name in used) for each in records)
    return Lines(title, used, cells)


def _in_words(lang: str, value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return say(lang, "basis.yes" if value else "basis.no")
    if isinstance(value, Decimal):
        return display.decimal(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
