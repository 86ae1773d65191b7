"""The steps of deciding a row of an invoice list, in the order of the table (docs/invoicing.md).

Each looks at one row and says what is decided, or None where it does not apply.
"""

import datetime as dt
from collections.abc import Callable

from desk import order_kinds
from desk.invoicing import blocks, contract_steps, order_prices, prices, proofs
from desk.invoicing import claims as invoice_claims
from desk.invoicing import evidence as invoice_evidence
from desk.invoicing.asked import Asked, Found, missing, undecided, unread
from desk.invoicing.claims import Claim
from extractors.fields import units
from models.invoice_sources import InvoiceMode, InvoiceProfile, ListRow, Said
from models.invoicing import Code


def is_priced(row: ListRow) -> bool:
    """Tell whether a row states a price or an amount."""
    return any(each is not None for each in (row.price, row.net, row.gross, row.amount))


def _already_invoiced(asked: Asked) -> Found | None:
    evidence, key = asked.evidence, asked.key
    unknown = _billing_unknown(asked)
    if unknown is not None:
        return unknown
    if asked.part is not None:
        return contract_steps.billed(asked)
    numbers = invoice_evidence.billed_deliveries(evidence, key) & set(asked.row.deliveries)
    if numbers:
        return Found(Code.ALREADY_INVOICED, tuple(_billed_by(asked, number) for number in sorted(numbers)))
    claimed = invoice_claims.claimed(asked.claims)
    limit = invoice_claims.exceeds(claimed, key, evidence)
    if limit is None:
        return None
    billed = invoice_evidence.billed_quantity(evidence, key)
    values: dict[str, str | int] = {
        "billed": prices.shown(billed),
        "claimed": prices.shown(claimed),
        "limit": prices.shown(limit),
        "invoices": ", ".join(dict.fromkeys(each.document for each in evidence.billed.get(key, ()))),
        "date": _last_billed(asked),
    }
    return Found(Code.ALREADY_INVOICED, (Said("exceeds", values),))


def _billing_unknown(asked: Asked) -> Found | None:
    """Refuse a row where the export of billing is not there, or nobody can tell whether it bills the item."""
    if asked.evidence.sources.billing is None:
        return missing("billing")
    fault = asked.evidence.unread_billing.get(asked.key)
    if fault is not None:
        return unread("billing", fault)
    documents = asked.evidence.unplaced.get(asked.key)
    if documents is None:
        return None
    return undecided(Said("billing_unplaced", {"documents": ", ".join(dict.fromkeys(documents))}))


def _billed_by(asked: Asked, number: str) -> Said:
    bills = [each for each in asked.evidence.billed.get(asked.key, ()) if each.reference == number]
    days = [each.billed_on.isoformat() for each in bills if each.billed_on]
    values = {
        "delivery": number,
        "invoices": ", ".join(each.document for each in bills),
        "date": max(days, default="-"),
    }
    return Said("delivery_billed", values)


def _last_billed(asked: Asked) -> str:
    days = [each.billed_on for each in asked.evidence.billed.get(asked.key, ()) if each.billed_on]
    return max(days).isoformat() if days else "-"


def _not_billable(asked: Asked) -> Found | None:
    why = order_kinds.not_billable(asked.item, asked.policy.invoicing)
    if why is None and asked.item.price == 0 and not _claims_money(asked.row):
        why = "free_of_charge"
    if why is None:
        return None
    values: dict[str, str | int] = {
        "type": asked.item.order_type or "-",
        "category": asked.item.category or "-",
        "rejection": asked.item.rejected or "-",
    }
    return Found(Code.NOT_BILLABLE, (Said(why, values),))


def _claims_money(row: ListRow) -> bool:
    return any(each for each in (row.price, row.net, row.gross, row.amount))


def _disputed(asked: Asked) -> Found | None:
    found = invoice_evidence.open_requests(asked.evidence, asked.key)
    open_ = [Said("request_open", {"type": each.order_type or "-", "order": each.order}) for each in found]
    reasons = (*open_, *blocks.holding(asked))
    return Found(Code.HOLD_DISPUTE, reasons) if reasons else None


def _billed_by_status(asked: Asked) -> Found | None:
    """Refuse goods that SAP calls billed where the export of billing knows no such invoice.

    That export is older, or was made of a part: what it does not hold may be invoiced all the same.
    """
    known = invoice_evidence.billed_deliveries(asked.evidence, asked.key)
    places = [each.delivery for each in asked.claim.shipped if each.billed and each.delivery not in known]
    billed = sum((each.quantity for each in asked.evidence.billed.get(asked.key, ())), invoice_evidence.ZERO)
    if asked.item.billed and billed < (asked.item.quantity or invoice_claims.claimed(asked.claims)):
        places.insert(0, asked.item.order)
    if not places:
        return None
    return undecided(Said("billing_status_contradicts", {"documents": ", ".join(dict.fromkeys(places))}))


def _price_mismatch(asked: Asked) -> Found | None:
    if asked.item.price is None:
        return Found(Code.NOT_CHECKED, (Said("no_order_price", {}),))
    if asked.priced and not is_priced(asked.row):
        return Found(Code.NOT_CHECKED, (Said("no_price", {}),))
    # What the row says of milestones was held against their share when it was found to bill such.
    found = () if asked.part else tuple(prices.differences(asked.row, asked.item, asked.policy.prices))
    found += contract_steps.price_differences(asked)
    if found:
        return Found(Code.PRICE_MISMATCH, found)
    contradiction = order_prices.contradiction(asked.item, asked.policy.prices)
    if contradiction is not None:
        return Found(Code.NOT_CHECKED, (contradiction,))
    return contract_steps.price_open(asked)


def _quantity_mismatch(asked: Asked) -> Found | None:
    if asked.evidence.sources.deliveries is None:
        return missing("deliveries")
    fault = asked.evidence.unread_deliveries.get(asked.key)
    if fault is not None:
        return unread("deliveries", fault)
    is_of_goods = asked.claim.issued and asked.part is None
    if not is_of_goods and asked.part is None and not contract_steps.is_early(asked):
        return None
    negative = [each for each in asked.claim.rows if each.quantity is not None and each.quantity <= 0]
    if negative and asked.part is None:
        rows = ", ".join(str(each.row) for each in negative)
        return Found(Code.QTY_MISMATCH, (Said("quantity_not_positive", {"rows": rows}),))
    if not _is_same_unit(asked):
        values: dict[str, str | int] = {"list": asked.row.unit or "-", "order": asked.item.unit or "-"}
        return Found(Code.QTY_MISMATCH, (Said("unit_differs", values),))
    return _quantity_differs(asked) if is_of_goods else None


def _quantity_differs(asked: Asked) -> Found | None:
    returned = invoice_evidence.uncredited_returns(asked.evidence, asked.key, asked.policy.invoicing)
    due = invoice_claims.expected(asked.claim, asked.claims, returned)
    if asked.claim.quantity == due:
        return None
    values: dict[str, str | int] = {
        "list": prices.shown(asked.claim.quantity),
        "shipped": prices.shown(asked.claim.issued),
        "returned": prices.shown(returned),
        "rows": ", ".join(str(each.row) for each in asked.claim.rows),
    }
    word = "quantity_differs_returns" if returned else "quantity_differs"
    return Found(Code.QTY_MISMATCH, (Said(word, values), *_unknown_deliveries(asked)))


def _is_same_unit(asked: Asked) -> bool:
    """Tell whether list and order count the same; units that count whole things do."""
    listed, ordered = asked.row.unit, asked.item.unit
    if not listed or not ordered or units.same(listed, ordered) is not False:
        return True
    counted = asked.policy.vocabulary.counted
    return {units.canonical(listed), units.canonical(ordered)} <= set(counted)


def _unknown_deliveries(asked: Asked) -> tuple[Said, ...]:
    return tuple(Said("delivery_unknown", {"delivery": each}) for each in asked.claim.unknown)


def _not_shipped(asked: Asked) -> Found | None:
    blocked = tuple(blocks.of_delivery(asked))
    if asked.part is not None:
        due = contract_steps.milestones_due(asked)
        return due if due is not None or not blocked else Found(Code.HOLD_NOT_SHIPPED, blocked)
    if asked.claim.issued:
        return contract_steps.partly_shipped(asked)
    if contract_steps.is_early(asked):
        return Found(Code.HOLD_NOT_SHIPPED, blocked) if blocked else None
    days = [each.planned_on or each.issued_on for each in asked.claim.deliveries if not each.issued]
    planned = min((each for each in days if each), default=asked.item.delivery_date)
    reason = Said("not_shipped", {"planned": planned.isoformat() if planned else "-"})
    blocked = (*blocks.of_bills(asked, asked.claim.deliveries), *blocked)
    also = (*blocked, *_unknown_deliveries(asked), *contract_steps.why_not_early(asked))
    return Found(Code.HOLD_NOT_SHIPPED, (reason, *also))


def _customer(asked: Asked) -> str:
    return asked.item.customer_number or asked.row.customer_number or asked.row.customer or "-"


def _not_accepted(asked: Asked) -> Found | None:
    if asked.evidence.sources.profiles is None:
        return missing("profiles")
    fault = asked.evidence.unread_profiles.get(_customer(asked))
    if fault is not None:
        return unread("profiles", fault)
    if _customer(asked) in asked.evidence.unclear:
        return Found(Code.NOT_CHECKED, (Said("profiles_differ", {"customer": _customer(asked)}),))
    profile = asked.profile
    if profile is None:
        return Found(Code.NOT_CHECKED, (Said("no_profile", {"customer": _customer(asked)}),))
    return proofs.not_proven(asked, by_profile=profile.acceptance)


def _profile(asked: Asked) -> InvoiceProfile:
    assert asked.profile is not None, "asked for after the step that needs it"
    return asked.profile


def _data_missing(asked: Asked) -> Found | None:
    profile = _profile(asked)
    stated = {"title": profile.title, "tax_number": profile.tax_number}
    missing = tuple(
        Said("data_missing", {"field": name, "customer": profile.customer_number})
        for name, value in stated.items()
        if value is None
    )
    return Found(Code.HOLD_INVOICE_DATA, missing) if missing else None


def _customer_request(asked: Asked) -> Found | None:
    until = _profile(asked).hold_until
    if until is None or until <= asked.today:
        return None
    values: dict[str, str | int] = {"customer": _profile(asked).customer_number, "until": until.isoformat()}
    return Found(Code.HOLD_CUSTOMER_REQUEST, (Said("hold_until", values),), until)


def _no_period(asked: Asked) -> Found | None:
    """Refuse to place a row between cut-off days whose day of goods issue cannot be read."""
    if _profile(asked).mode is not InvoiceMode.MONTHLY or issued_on(asked.claim) is not None:
        return None
    if asked.part is not None or not asked.claim.shipped:
        return None  # what is invoiced before the goods leave belongs to no period, and goes alone
    return Found(Code.NOT_CHECKED, (Said("no_issue_date", {}),))


def issued_on(claim: Claim) -> dt.date | None:
    """Return the day on which the last goods of a claim left; None where one of them is not known."""
    days = [each.issued_on for each in claim.shipped]
    known = [each for each in days if each is not None]
    return max(known) if known and len(known) == len(days) else None


STEPS: tuple[Callable[[Asked], Found | None], ...] = (
    _already_invoiced,
    _not_billable,
    _disputed,
    _billed_by_status,
    _price_mismatch,
    _quantity_mismatch,
    _not_shipped,
    _not_accepted,
    _data_missing,
    _customer_request,
    _no_period,
)
"""The steps after the order item is known, in the order of the table."""
