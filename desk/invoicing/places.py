"""Which order items a row of an export is about: said outright, by its delivery, or one of several."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from models.invoice_sources import BillingItem, DeliveryItem, Fault, SalesItem

K = TypeVar("K")
V = TypeVar("V")
Key = tuple[str, str]
"""An order and an item in it."""


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Return values by their keys."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


@dataclass(frozen=True, slots=True)
class Places:
    """What tells the order items that a row is about: `sent` are those of each delivery."""

    items: Mapping[Key, SalesItem]
    by_order: Mapping[str, Sequence[SalesItem]]
    sent: Mapping[str, Sequence[Key]]
    origin: Mapping[Key, Key]

    def meant(self, order: str, item: str, reference: str = "", reference_item: str = "") -> list[Key]:
        """Return the items that a row may be about: one where it says so, else all of its documents."""
        if order and item:
            return [(order, item)]
        if (reference, reference_item) in self.origin:
            return [self.origin[reference, reference_item]]
        if reference_item and (reference, reference_item) in self.items:
            return [(reference, reference_item)]
        if order or reference not in self.sent:
            return [(each.order, each.item) for each in self.by_order.get(order or reference, ())]
        return list(dict.fromkeys(self.sent[reference]))

    def open(self, bill: BillingItem) -> list[Key]:
        """Return the items of which nobody can tell whether a billing item bills them."""
        return [] if key_of(bill, self.origin) else self._meant_by(bill)

    def _meant_by(self, bill: BillingItem) -> list[Key]:
        texts = (bill.order, bill.order_item, bill.reference, bill.reference_item)
        return self.meant(*(each or "" for each in texts))


def sent(deliveries: Iterable[DeliveryItem]) -> dict[str, list[Key]]:
    """Return the order items that each delivery is of."""
    return grouped(
        (each.delivery, (each.order, each.order_item)) for each in deliveries if each.order_item is not None
    )


def placed(bill: BillingItem, places: Places) -> BillingItem:
    """Return a billing item with the only order item that it can be about, where it does not say so."""
    found = places.open(bill)
    return replace(bill, order=found[0][0], order_item=found[0][1]) if len(found) == 1 else bill


def unread(faults: Iterable[Fault], places: Places, *, made_from: bool = False) -> dict[Key, Fault]:
    """Return the rows that cannot be read by the items that they may be about.

    The keys are order, item, and what the row refers to, with its item, as far as these are known. With
    `made_from` a row is also about what it was made from: a return that cannot be read, about what came back.
    """
    found: dict[Key, Fault] = {}
    for each in faults:
        order, item, reference, reference_item = (*each.keys[:4], "", "", "", "")[:4]
        keys = [(order, item), *places.meant(order, item, reference, reference_item)]
        if made_from and reference:
            keys += places.meant("", "", reference, reference_item)
        found |= dict.fromkeys(keys, each)
    return found


def origins(deliveries: Iterable[DeliveryItem], billing: Iterable[BillingItem]) -> dict[Key, Key]:
    """Return the order item that an item of a delivery or of a billing document belongs to."""
    origin: dict[Key, Key] = {}
    for delivery in deliveries:
        if delivery.item and delivery.order_item:
            origin[delivery.delivery, delivery.item] = (delivery.order, delivery.order_item)
    for bill in billing:
        key = key_of(bill, origin)
        if bill.item and key:
            origin.setdefault((bill.document, bill.item), key)
    return origin


def key_of(bill: BillingItem, origin: Mapping[Key, Key]) -> Key | None:
    """Return the order item that a billing item says it bills; None where it does not say."""
    if bill.order and bill.order_item:
        return bill.order, bill.order_item
    return origin.get((bill.reference or "", bill.reference_item or ""))
