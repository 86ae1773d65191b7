"""Every invoice to be, also those of one row, and whether the quota of e-invoices covers them.

The tax office grants a sum for the invoices of a calendar month, and system and contract may limit a single
one (授信额度: domain rules in docs/invoicing.md). Both count net amounts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from desk import order_kinds
from desk.invoicing import live_billing, prices
from models.invoice_sources import BillingItem, Said
from models.invoicing import Answer, Billed, Code, Decision, InvoiceGroup
from models.policy import InvoicingPolicy, QuotaPolicy

ZERO = Decimal(0)


def invoices(answer: Answer) -> tuple[InvoiceGroup, ...]:
    """Return the invoices to be in the list's order; one of a single row bears the row's number as R7."""
    groups = {each.name: each for each in answer.groups}
    found: dict[str, InvoiceGroup] = {}
    for each in answer.decisions:
        if each.group is not None and each.group in groups:
            found[each.group] = groups[each.group]
        elif each.code is Code.INVOICE:
            alone = _alone(each)
            found[alone.name] = alone
    return tuple(found.values())


def _alone(decision: Decision) -> InvoiceGroup:
    facts = decision.facts
    customer = facts.customer or facts.customer_number
    return InvoiceGroup(
        name=f"R{decision.row.row}",
        decisions=(decision,),
        customer=customer,
        title=facts.title or customer or "",
        currency=facts.currency or "",
        tax_rate=_known(facts.tax_rate),
        net=_known(facts.net),
        tax=_known(facts.tax),
        gross=_known(facts.gross),
    )


def _known(number: Decimal | None) -> Decimal:
    """Return a number of a row that is invoiced; only those of people's making may lack one."""
    return ZERO if number is None else number


def earlier(month: Iterable[BillingItem] | None, policy: InvoicingPolicy) -> tuple[Billed, ...] | None:
    """Return what was invoiced in a month by its billing items; None where one of them states no value.

    Cancelled invoices are taken out. Credits are not taken off: whether they give a quota back is a matter of
    the tax office.
    """
    if month is None:
        return None
    counted = [
        each for each in live_billing.counting(list(month), policy) if not order_kinds.is_credit(each, policy)
    ]
    sums: dict[str, Decimal] = {}
    documents: dict[str, set[str]] = {}
    for each in counted:
        if each.net_value is None:
            return None
        currency = prices.currency(each.currency) or ""
        sums[currency] = sums.get(currency, ZERO) + each.net_value
        documents.setdefault(currency, set()).add(each.document)
    return tuple(Billed(each, sums[each], len(documents[each])) for each in sorted(sums))


def warnings(answer: Answer, quota: QuotaPolicy) -> tuple[Said, ...]:
    """Return where the invoices to be go beyond the quota, and what it does not count; none without one."""
    if not quota.per_month and not quota.per_invoice:
        return ()
    found = invoices(answer)
    return (*_each(found, quota), *_month(answer, found, quota), *_not_counted(answer, found, quota))


def _each(found: Sequence[InvoiceGroup], quota: QuotaPolicy) -> Iterator[Said]:
    for each in found:
        if each.currency == quota.currency and quota.per_invoice and each.net > quota.per_invoice:
            yield Said(
                "quota_invoice",
                {
                    "group": each.name,
                    "title": each.title,
                    "net": prices.shown(each.net),
                    "quota": prices.shown(quota.per_invoice),
                    "currency": quota.currency,
                },
            )


def _month(answer: Answer, found: Sequence[InvoiceGroup], quota: QuotaPolicy) -> Iterator[Said]:
    if not quota.per_month:
        return
    if answer.earlier is None:
        yield Said("quota_earlier_open", {"currency": quota.currency})
    counted = [each.net for each in found if each.currency == quota.currency]
    before = sum((each.net for each in answer.earlier or () if each.currency == quota.currency), ZERO)
    net = sum(counted, ZERO)
    if counted and before + net > quota.per_month:
        yield Said(
            "quota_month",
            {
                "n": len(counted),
                "net": prices.shown(net),
                "earlier": prices.shown(before),
                "quota": prices.shown(quota.per_month),
                "over": prices.shown(before + net - quota.per_month),
                "currency": quota.currency,
            },
        )


def _not_counted(answer: Answer, found: Sequence[InvoiceGroup], quota: QuotaPolicy) -> Iterator[Said]:
    """Yield what is in other currencies: it counts nowhere, and nobody must believe it does."""
    others: dict[str, Decimal] = {}
    for each in found:
        if each.currency != quota.currency:
            others[each.currency] = others.get(each.currency, ZERO) + each.net
    if others:
        count = sum(each.currency != quota.currency for each in found)
        yield Said("quota_not_counted", {"n": count, "sums": _sums(others), "currency": quota.currency})
    before = {each.currency: each.net for each in answer.earlier or () if each.currency != quota.currency}
    if before and quota.per_month:
        yield Said("quota_earlier_not_counted", {"sums": _sums(before), "currency": quota.currency})


def _sums(amounts: Mapping[str, Decimal]) -> str:
    return ", ".join(f"{prices.shown(amounts[each])} {each or '?'}" for each in sorted(amounts))
