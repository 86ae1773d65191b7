"""Every invoice to be, also those of one row, and whether the quota of e-invoices covers them.

The tax office grants a sum for the invoices of a calendar month, and system and contract may limit a single
one (授信额度: domain rules in docs/invoicing.md). Both count net amounts.
"""

from collections.abc import Iterator
from decimal import Decimal

from desk.invoicing import prices
from models.invoicing import Answer, Code, Decision, InvoiceGroup, Said
from models.policy import QuotaPolicy

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


def warnings(answer: Answer, quota: QuotaPolicy) -> tuple[Said, ...]:
    """Return where the invoices to be go beyond the quota; nothing where none is set."""
    if not quota.per_month and not quota.per_invoice:
        return ()
    return tuple(_warnings(invoices(answer), quota))


def _warnings(found: tuple[InvoiceGroup, ...], quota: QuotaPolicy) -> Iterator[Said]:
    counted = [each for each in found if each.currency == quota.currency]
    for each in counted:
        if quota.per_invoice and each.net > quota.per_invoice:
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
    total = sum((each.net for each in counted), ZERO)
    if quota.per_month and total > quota.per_month:
        yield Said(
            "quota_month",
            {
                "n": len(counted),
                "net": prices.shown(total),
                "quota": prices.shown(quota.per_month),
                "over": prices.shown(total - quota.per_month),
                "currency": quota.currency,
            },
        )
    others = len(found) - len(counted)
    if others:
        yield Said("quota_not_counted", {"n": others, "currency": quota.currency})
