"""What SAP says of each order item: the exports brought together, ready to be asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from desk import order_kinds
from desk.invoicing import live_billing, order_prices, places
from extractors.fields import parts
from models.contract_terms import Attested, Contract
from models.invoice_sources import (
    BillingItem,
    DeliveryItem,
    DueDocument,
    Fault,
    InvoiceProfile,
    SalesItem,
    Sources,
)
from models.policy import InvoicingPolicy

K = TypeVar("K")
V = TypeVar("V")
Key = places.Key
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exports by order item.

    `requests` are what was made from an item: returns, credits, complaints. `billed` are the billing items
    that count, reversals taken out; `credits` are those that credit them, for goods or for a price, or
    reverse what nobody can tell. `credited` is the quantity of those for goods and of reversals, `taken_back`
    that of reversals alone. `contracts` are by `contract_key`,
    `due` by document, as `bare` writes it, `attested` by order; `unplaced` are billing documents of which
    nobody can tell whether they bill the item. A key in `unread_*` has rows that cannot be
    read; customers in `unclear` have several profiles that differ.
    """

    sources: Sources
    items: Mapping[Key, SalesItem] = field(default_factory=dict)
    by_order: Mapping[str, Sequence[SalesItem]] = field(default_factory=dict)
    requests: Mapping[Key, Sequence[SalesItem]] = field(default_factory=dict)
    deliveries: Mapping[Key, Sequence[DeliveryItem]] = field(default_factory=dict)
    billed: Mapping[Key, Sequence[BillingItem]] = field(default_factory=dict)
    credits: Mapping[Key, Sequence[BillingItem]] = field(default_factory=dict)
    credited: Mapping[Key, Decimal] = field(default_factory=dict)
    taken_back: Mapping[Key, Decimal] = field(default_factory=dict)
    profiles: Mapping[str, InvoiceProfile] = field(default_factory=dict)
    by_name: Mapping[str, InvoiceProfile] = field(default_factory=dict)
    unclear: frozenset[str] = frozenset()
    contracts: Mapping[str, Sequence[Contract]] = field(default_factory=dict)
    due: Mapping[str, Sequence[DueDocument]] = field(default_factory=dict)
    attested: Mapping[str, Sequence[Attested]] = field(default_factory=dict)
    unplaced: Mapping[Key, Sequence[str]] = field(default_factory=dict)
    unread_orders: Mapping[Key, Fault] = field(default_factory=dict)
    unread_deliveries: Mapping[Key, Fault] = field(default_factory=dict)
    unread_billing: Mapping[Key, Fault] = field(default_factory=dict)
    unread_profiles: Mapping[str, Fault] = field(default_factory=dict)


def gather(sources: Sources, policy: InvoicingPolicy) -> Evidence:
    """Return the exports by order item."""
    orders = sources.orders.rows if sources.orders else ()
    deliveries = sources.deliveries.rows if sources.deliveries else ()
    billing = live_billing.counting(sources.billing.rows if sources.billing else (), policy)
    profiles = sources.profiles.rows if sources.profiles else ()
    items = {(each.order, each.item): order_prices.priced(each) for each in orders}
    by_order = places.grouped((each.order, each) for each in items.values())
    found = places.Places(items, by_order, places.sent(deliveries), places.origins(deliveries, billing))
    billing = [places.placed(each, found) for each in billing]
    origin = found.origin
    requests = _requests(items, by_order, origin)
    asked = {(one.order, one.item): key for key, found in requests.items() for one in found}
    billed, credits_of = _billed(billing, asked, origin, policy)
    for_goods = {
        key: [
            each
            for each in found
            if _is_for_goods(each, items.get(places.key_of(each, origin) or key), policy)
        ]
        for key, found in credits_of.items()
    }
    reversals = {
        key: [each for each in found if order_kinds.is_cancellation(each, policy)]
        for key, found in credits_of.items()
    }
    return Evidence(
        sources=sources,
        items=items,
        by_order=by_order,
        requests=requests,
        deliveries=places.grouped(((each.order, each.order_item or ""), each) for each in deliveries),
        billed=billed,
        credits=credits_of,
        credited=_quantities(for_goods),
        taken_back=_quantities(reversals),
        profiles={each.customer_number: each for each in profiles},
        by_name=_only((each.name, each) for each in profiles if each.name),
        unclear=frozenset(
            {each.customer_number for each in profiles}
            - _only((each.customer_number, each) for each in profiles).keys()
        ),
        contracts=places.grouped((contract_key(each.reference), each) for each in sources.contracts or ()),
        due=places.grouped((bare(each.document), each) for each in (sources.due.rows if sources.due else ())),
        attested=places.grouped((each.order, each) for each in sources.attested),
        unplaced=places.grouped((key, each.document) for each in billing for key in found.open(each)),
        unread_orders=places.unread(sources.orders.faults if sources.orders else (), found, made_from=True),
        unread_deliveries=places.unread(sources.deliveries.faults if sources.deliveries else (), found),
        unread_billing=places.unread(sources.billing.faults if sources.billing else (), found),
        unread_profiles={
            each.keys[0]: each for each in (sources.profiles.faults if sources.profiles else ()) if each.keys
        },
    )


def bare(number: str | None) -> str:
    """Return a number without what writers add to it: blanks, leading zeros, capitals."""
    return "".join((number or "").split()).casefold().lstrip("0")


def contract_key(reference: str | None) -> str:
    """Return the key of a customer's number for its order, as cases have it (`desk.belonging`)."""
    return parts.norm(parts.revision(reference)[0]) if reference else ""


def _only(pairs: Iterable[tuple[K, V]]) -> dict[K, V]:
    """Return the values of those keys that have one alone, or the same several times."""
    return {
        key: found[0]
        for key, found in places.grouped(pairs).items()
        if all(each == found[0] for each in found)
    }


def _requests(
    items: Mapping[Key, SalesItem], by_order: Mapping[str, Sequence[SalesItem]], origin: Mapping[Key, Key]
) -> dict[Key, list[SalesItem]]:
    """Return what was made from each item; a reference without an item means all items of its part.

    Most orders refer to their quotation, which is no order item.
    """
    found: dict[Key, list[SalesItem]] = {}
    for each in items.values():
        if each.reference is None or each.reference == each.order:
            continue
        if each.reference_item is not None:
            key = (each.reference, each.reference_item)
            key = key if key in items else origin.get(key, key)
            if key in items:
                found.setdefault(key, []).append(each)
            continue
        for item in _meant(each, by_order.get(each.reference, ())):
            found.setdefault((item.order, item.item), []).append(each)
    return found


def _meant(request: SalesItem, items: Sequence[SalesItem]) -> Sequence[SalesItem]:
    same = [each for each in items if each.part_number == request.part_number]
    return same or items


def _billed(
    billing: Iterable[BillingItem],
    asked: Mapping[Key, Key],
    origin: Mapping[Key, Key],
    policy: InvoicingPolicy,
) -> tuple[dict[Key, list[BillingItem]], dict[Key, list[BillingItem]]]:
    """Return the billing items of each order item, and those that credit it."""
    billed: dict[Key, list[BillingItem]] = {}
    credits_of: dict[Key, list[BillingItem]] = {}
    for each in billing:
        key = places.key_of(each, origin)
        if key is None:
            continue
        if key in asked or order_kinds.is_credit(each, policy):
            credits_of.setdefault(asked.get(key, key), []).append(each)
        else:
            billed.setdefault(key, []).append(each)
    return billed, credits_of


def _quantities(found: Mapping[Key, Iterable[BillingItem]]) -> dict[Key, Decimal]:
    return {key: sum((abs(each.quantity) for each in bills), ZERO) for key, bills in found.items()}


def _is_for_goods(bill: BillingItem, request: SalesItem | None, policy: InvoicingPolicy) -> bool:
    if order_kinds.is_cancellation(bill, policy):
        return True  # a reversal that does not say of what takes its quantity back
    if request is not None and request.reference is not None and order_kinds.is_return(request, policy):
        return True
    return order_kinds.is_credit_for_goods(bill, policy)


def billed_quantity(evidence: Evidence, key: Key) -> Decimal:
    """Return what is billed of an item, credits with returned goods taken off."""
    billed = sum((each.quantity for each in evidence.billed.get(key, ())), ZERO)
    return billed - evidence.credited.get(key, ZERO)


def returned_quantity(evidence: Evidence, key: Key, policy: InvoicingPolicy) -> Decimal:
    """Return what came back of an item: by the goods receipt of its returns, else by the closed returns."""
    total = ZERO
    for request in evidence.requests.get(key, ()):
        if request.rejected is not None or not order_kinds.is_return(request, policy):
            continue
        received = evidence.deliveries.get((request.order, request.item), ())
        if received:
            total += sum((abs(each.quantity) for each in received if each.issued), ZERO)
        elif request.closed:
            total += abs(request.quantity or ZERO)
    return total


def uncredited_returns(evidence: Evidence, key: Key, policy: InvoicingPolicy) -> Decimal:
    """Return what came back of an item and was not credited: it is not invoiced in the first place."""
    return max(ZERO, returned_quantity(evidence, key, policy) - evidence.credited.get(key, ZERO))


def open_requests(evidence: Evidence, key: Key) -> list[SalesItem]:
    """Return the returns, credit requests and complaints on an item that are still open."""
    found = evidence.requests.get(key, ())
    return [each for each in found if each.rejected is None and not each.closed]


def settled_returns(evidence: Evidence, key: Key) -> Decimal:
    """Return what came back of an item and was credited."""
    return evidence.credited.get(key, ZERO) - evidence.taken_back.get(key, ZERO)


def billed_elsewhere(evidence: Evidence, key: Key) -> Decimal:
    """Return what is billed of an item with deliveries that the export does not hold: it may begin later."""
    known = {each.delivery for each in evidence.deliveries.get(key, ())} | {key[0], None, ""}
    return sum((each.quantity for each in evidence.billed.get(key, ()) if each.reference not in known), ZERO)


def shipments(evidence: Evidence, key: Key) -> list[DeliveryItem]:
    """Return the deliveries of an item to the customer, with or without goods issue."""
    return [each for each in evidence.deliveries.get(key, ()) if each.quantity > 0]


def billed_deliveries(evidence: Evidence, key: Key) -> set[str]:
    """Return the deliveries of an item that are billed; credits for goods that came back change nothing."""
    billed = sum((each.quantity for each in evidence.billed.get(key, ())), ZERO)
    if billed <= evidence.taken_back.get(key, ZERO):
        return set()
    return {each.reference for each in evidence.billed.get(key, ()) if each.reference}
