"""Blocks of SAP and what they mean for an invoice: somebody set one, and only its text tells why.

Orders and their items bear blocks of billing (FAKSK, FAKSP) and of delivery (LIFSK, LIFSP), deliveries some
of billing (LIKP-FAKSK).
"""

from collections.abc import Iterable, Iterator

from desk import order_kinds
from desk.invoicing.asked import Asked
from models.invoice_sources import DeliveryItem, Said


def holding(asked: Asked) -> Iterator[Said]:
    """Yield the blocks that hold an invoice: one for billing, or for the delivery of what has left.

    Goods that wait for their delivery are not shipped: what blocks them is named there.
    """
    billing = order_kinds.blocking(asked.item.billing_blocks, asked.policy.invoicing.harmless_billing_blocks)
    if billing:
        yield Said("billing_blocked", {"block": ", ".join(billing)})
    if asked.claim.shipped:
        yield from of_bills(asked, asked.claim.shipped)
        yield from of_delivery(asked)


def of_bills(asked: Asked, deliveries: Iterable[DeliveryItem]) -> Iterator[Said]:
    """Yield the billing blocks that deliveries bear themselves, once for each delivery and its blocks."""
    harmless = asked.policy.invoicing.harmless_billing_blocks
    found = ((each.delivery, order_kinds.blocking(each.billing_blocks, harmless)) for each in deliveries)
    for delivery, blocks in dict.fromkeys(found):
        if blocks:
            yield Said("delivery_billing_blocked", {"delivery": delivery, "block": ", ".join(blocks)})


def of_delivery(asked: Asked) -> Iterator[Said]:
    """Yield the blocks that the order sets on the delivery of an item."""
    found = order_kinds.blocking(asked.item.delivery_blocks, asked.policy.invoicing.harmless_delivery_blocks)
    if found:
        yield Said("delivery_blocked", {"block": ", ".join(found)})
