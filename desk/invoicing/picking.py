"""What of the exports belongs to a list: deciding makes its indexes of that alone.

Readers pick the orders of a list already; whoever has whole exports at hand may decide on them as well.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from models.invoice_sources import BillingItem, DeliveryItem, Listed, ListRow, SalesItem, Sources

T = TypeVar("T", SalesItem, DeliveryItem, BillingItem)


def picked(rows: Iterable[ListRow], sources: Sources) -> Sources:
    """Return the sources with those orders, deliveries and billing items alone that the rows depend on.

    That are the rows' orders; what was made from their items, deliveries or billing documents; the deliveries
    and billing of all these; and what reverses such billing.
    """
    wanted = {row.order for row in rows if row.order}
    orders = sources.orders.rows if sources.orders else ()
    deliveries = sources.deliveries.rows if sources.deliveries else ()
    billing = sources.billing.rows if sources.billing else ()
    sent = [each for each in deliveries if each.order in wanted]
    bills = _bills(billing, wanted, {each.delivery for each in sent})
    origins = wanted | {each.delivery for each in sent} | {each.document for each in bills}
    sold = [each for each in orders if each.order in wanted or each.reference in origins]
    made_from = {each.order for each in sold} - wanted
    if made_from:
        sent += [each for each in deliveries if each.order in made_from]
        bills = _bills(billing, wanted | made_from, {each.delivery for each in sent})
    return replace(
        sources,
        orders=_only(sources.orders, sold),
        deliveries=_only(sources.deliveries, sent),
        billing=_only(sources.billing, bills),
    )


def _only(listed: Listed[T] | None, rows: Sequence[T]) -> Listed[T] | None:
    """Return a list with these of its rows; None where there is no such list."""
    return None if listed is None else replace(listed, rows=tuple(rows))


def _bills(
    billing: Sequence[BillingItem], orders: Container[str | None], deliveries: Container[str | None]
) -> list[BillingItem]:
    """Return the billing items of orders and deliveries, and what refers to these or reverses them."""
    found = {
        each.document
        for each in billing
        if each.order in orders or each.reference in deliveries or each.reference in orders
    }
    return [
        each
        for each in billing
        if each.document in found or each.reference in found or (each.cancels and each.cancels in found)
    ]
