"""The quotations as an export with plain English headers."""

import csv
import io
from collections.abc import Iterable, Iterator

from bench.layouts.values import Quotation, Quoted
from demo.make_notation import plain

HEADERS = (
    *("Quotation", "Item", "Quotation date", "Valid to", "Customer no.", "Customer", "Customer name (local)"),
    *("Part number (GPN)", "LPN", "Customer material", "Drawing no.", "Description", "Quantity", "Unit"),
    *("Unit price", "Price unit", "Currency", "Tax rate %", "Tax included", "Header discount", "Lead time"),
    *("Delivery date", "Incoterms", "Payment terms"),
)


def export(quotations: Iterable[Quotation]) -> str:
    """Return the quotations as CSV, by their numbers."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEADERS)
    for each in sorted(quotations, key=lambda one: one.number):
        for item in sorted(each.items, key=lambda one: int(one.item)):
            writer.writerow([*_head(each, item), *_item(item), *_conditions(each, item)])
    return stream.getvalue()


def _head(quotation: Quotation, item: Quoted) -> Iterator[str]:
    yield from (quotation.number, item.item, str(quotation.date), str(quotation.valid_to))
    yield from (quotation.customer_number, quotation.buyer.en, quotation.buyer.zh or quotation.buyer.en)


def _item(item: Quoted) -> Iterator[str]:
    yield from (item.gpn, item.lpn, item.customer_part, item.drawing, item.text)
    yield from (plain(item.quantity), item.unit, str(item.price), str(item.per))


def _conditions(quotation: Quotation, item: Quoted) -> Iterator[str]:
    yield from (quotation.currency, str(quotation.rate), "yes" if quotation.gross else "no", "0.00")
    yield from (item.lead.en, "", quotation.incoterms, quotation.terms)
