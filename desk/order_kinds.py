"""What an order item or a billing item is, by SAP's types and categories (docs/invoicing.md)."""

from collections.abc import Container, Iterable

from models.invoice_sources import BillingItem, SalesItem
from models.policy import InvoicingPolicy


def _is(key: str | None, keys: Container[str]) -> bool:
    return (key or "").strip().upper() in keys


def is_return(item: SalesItem, policy: InvoicingPolicy) -> bool:
    """Tell whether an item takes goods back."""
    return _is(item.category, policy.return_categories) or _is(item.order_type, policy.return_types)


def not_billable(item: SalesItem, policy: InvoicingPolicy) -> str | None:
    """Return why an item is never invoiced, as a stable word; None where it can be."""
    if item.rejected is not None:
        return "rejected"
    if is_return(item, policy) or _request(item, policy):
        return "request"
    if _is(item.category, policy.consignment_categories) or _is(item.order_type, policy.consignment_types):
        return "consignment"
    if _is(item.category, policy.free_categories) or _is(item.order_type, policy.free_types):
        return "free_of_charge"
    return None


def _request(item: SalesItem, policy: InvoicingPolicy) -> bool:
    return _is(item.category, policy.request_categories) or _is(item.order_type, policy.request_types)


def blocking(blocks: Iterable[str], harmless: Container[str]) -> tuple[str, ...]:
    """Return those blocks of an order that hold its invoice: all but the harmless ones, known by their key.

    Exports show a block as its key, as its key with a text, or as a text alone.
    """
    return tuple(each for each in blocks if not _is(each, harmless) and not _is(each.split()[0], harmless))


def is_billing(item: BillingItem, policy: InvoicingPolicy) -> bool:
    """Tell whether a billing item bills or credits goods; pro forma invoices and debit memos do not."""
    return not _is(item.billing_type, (*policy.pro_forma_billing, *policy.value_billing))


def is_cancellation(item: BillingItem, policy: InvoicingPolicy) -> bool:
    """Tell whether a billing item reverses another one."""
    return item.cancels is not None or _is(item.billing_type, policy.cancelling_billing)


def is_credit(item: BillingItem, policy: InvoicingPolicy) -> bool:
    """Tell whether a billing item is a credit memo."""
    return _is(item.billing_type, policy.credit_billing) or item.quantity < 0


def is_credit_for_goods(item: BillingItem, policy: InvoicingPolicy) -> bool:
    """Tell whether a credit memo stands for returned goods by its own type."""
    return _is(item.billing_type, policy.return_billing)
