"""Which billing items count: cancelled ones and what cancels them are taken out, with or without a mark."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from desk import order_kinds
from models.invoice_sources import BillingItem
from models.policy import InvoicingPolicy

Goods = tuple[str | None, str | None, str | None, Decimal]
"""What a billing item bills: order, item, delivery, and quantity without its sign."""


def counting(billing: Sequence[BillingItem], policy: InvoicingPolicy) -> list[BillingItem]:
    """Return the billing items that count: neither cancelled nor a cancellation, nor without goods."""
    reversed_documents, restored = _by_name(billing)
    void = [
        each
        for each in billing
        if (each.cancelled and each.document not in restored) or each.document in reversed_documents
    ]
    out = set(map(id, void))
    live = [
        each
        for each in billing
        if id(each) not in out and each.cancels is None and order_kinds.is_billing(each, policy)
    ]
    marked = Counter(_same_goods(each) for each in void if each.document not in reversed_documents)
    return _without_pairs(live, marked, policy)


def _by_name(billing: Sequence[BillingItem]) -> tuple[set[str], set[str]]:
    """Return the documents that are reversed by name, and those of which every reversal was reversed itself.

    The latter are billed again, whatever mark they bear. Documents that reverse each other reverse nothing.
    """
    reversals: dict[str, set[str]] = {}
    for each in billing:
        if each.cancels:
            reversals.setdefault(each.cancels, set()).add(each.document)
    reversed_: dict[str, bool] = {}

    def is_reversed(document: str, asked: frozenset[str]) -> bool:
        if document in asked:
            return True
        if document not in reversed_:
            reversed_[document] = any(
                not is_reversed(each, asked | {document}) for each in reversals.get(document, ())
            )
        return reversed_[document]

    gone = {each for each in reversals if is_reversed(each, frozenset())}
    return gone, reversals.keys() - gone


def _same_goods(bill: BillingItem) -> Goods:
    return bill.order, bill.order_item, bill.reference, abs(bill.quantity)


def _without_pairs(
    live: list[BillingItem], marked: Counter[Goods], policy: InvoicingPolicy
) -> list[BillingItem]:
    """Take out cancellations that do not say of what, with the item of the same goods that they reverse.

    An item that is marked as cancelled is out already; where none is marked, the last one before goes. What a
    reversal reverses is not newer than it: one without such an item says nothing of those that are there. One
    with the sign of an invoice, after one with the sign of a credit, reverses that.
    """
    reversals = sorted((each for each in live if order_kinds.is_cancellation(each, policy)), key=_day)
    kept = [each for each in live if not order_kinds.is_cancellation(each, policy)]
    taken: list[BillingItem] = []
    for each in reversals:
        goods = _same_goods(each)
        again = next((one for one in taken if _same_goods(one) == goods), None)
        if each.quantity > 0 and again is not None:
            taken.remove(again)
            kept.append(again)
            continue
        if marked[goods] > 0:
            marked[goods] -= 1
            continue
        fitting = [one for one in kept if _same_goods(one) == goods and not _is_older(each, one)]
        original = max(fitting, key=_day, default=None)
        if original is not None:
            kept.remove(original)
            taken += [original] if each.quantity < 0 else []
        elif any(_is_same_item(each, one) and not _is_older(each, one) for one in kept):
            kept.append(each)
    return kept


def _is_same_item(one: BillingItem, other: BillingItem) -> bool:
    return (one.order, one.order_item) == (other.order, other.order_item) or (
        one.reference is not None and one.reference == other.reference
    )


def _day(bill: BillingItem) -> dt.date:
    return bill.billed_on or dt.date.min


def _is_older(one: BillingItem, other: BillingItem) -> bool:
    """Tell whether a reversal is of an earlier day than an invoice: then it reverses another one."""
    return one.billed_on is not None and other.billed_on is not None and one.billed_on < other.billed_on
