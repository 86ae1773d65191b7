"""What the reviewed contract adds to the steps of deciding (docs/invoicing.md, "The reviewed contract").

Where the contract does not say, or nobody vouches for what it says, the row says so and nothing is invoiced
by it.
"""

from collections.abc import Iterator

from desk.invoicing import claims as invoice_claims
from desk.invoicing import evidence as invoice_evidence
from desk.invoicing import prices, proofs, terms
from desk.invoicing import rows as invoice_rows
from desk.invoicing.asked import Asked, Found, open_term, silent, undecided, unsure
from models.contract_terms import EARLY, Contract, Due, Milestone
from models.invoice_sources import Said
from models.invoicing import Code


def billed(asked: Asked) -> Found | None:
    """Tell whether the milestones of a row are billed already, by value: quantities say nothing of them."""
    part = asked.part
    assert part is not None, "asked for with a part"
    if part.before is None:
        return undecided(Said("milestone_values_open", {}))
    out = part.before - part.start
    values: dict[str, str | int] = {
        "percent": prices.shown(part.percent),
        "billed": prices.shown(part.before.quantize(terms.NEAR)),
        "start": prices.shown(part.start.quantize(terms.NEAR)),
        "invoices": ", ".join(
            dict.fromkeys(each.document for each in asked.evidence.billed.get(asked.key, ()))
        ),
    }
    if out > terms.NEAR:
        return Found(Code.ALREADY_INVOICED, (Said("milestone_billed", values),))
    if out < -terms.NEAR:
        return undecided(Said("milestone_skipped", values))
    return None


def price_differences(asked: Asked) -> tuple[Said, ...]:
    """Return what differs between contract and row."""
    if asked.contract is None:
        return ()
    found = terms.price_differences(
        asked.row, asked.item, asked.contract, asked.policy.prices, whole=asked.part is None
    )
    return tuple(found)


def price_open(asked: Asked) -> Found | None:
    """Refuse a row of which the contract does not surely say what it costs."""
    if len(asked.contracts) > 1:
        cases = ", ".join(str(each.case) for each in asked.contracts)
        return undecided(Said("contract_open", {"cases": cases}))
    found = tuple(_price_open(asked, asked.contract)) if asked.contract is not None else ()
    return undecided(*found) if found else None


def _price_open(asked: Asked, contract: Contract) -> Iterator[Said]:
    if asked.mixed:
        yield Said("milestone_mixed", {})
    line = terms.line_of(asked.item, contract)
    if line is None:
        yield Said("contract_no_line", {"part": asked.item.part_number or "-", "case": contract.case})
    elif line.unit_price is None or not line.sure:
        yield unsure("unit_price", contract)
    doubted = [each for each in ("currency", "tax_rate", "tax_included") if each in contract.unsure]
    yield from (unsure(each, contract) for each in doubted)
    if contract.tax_included and prices.tax_rate(asked.row, asked.item) is None:
        yield silent("tax_rate", contract)
    unstated = contract.tax_included is None and "tax_included" not in doubted
    if unstated and prices.tax_rate(asked.row, asked.item):
        yield silent("tax_included", contract)


def is_early(asked: Asked) -> bool:
    """Tell whether goods that have not left may be invoiced as a whole: everything is due before."""
    contract = asked.contract
    if asked.part is not None or contract is None or asked.claim.shipped or asked.claim.unknown:
        return False
    return next(_why_not_early(asked, contract), None) is None


def why_not_early(asked: Asked) -> tuple[Said, ...]:
    """Return why the contract does not let goods be invoiced that have not left."""
    contract = asked.contract
    return () if contract is None else tuple(_why_not_early(asked, contract))


def _why_not_early(asked: Asked, contract: Contract) -> Iterator[Said]:
    if not terms.is_sure(contract, "payment"):
        yield unsure("payment", contract)
        return
    if not contract.milestones:
        yield silent("payment", contract)
        return
    late = [each for each in contract.milestones if each.due not in EARLY]
    if late:
        yield from (_waits(each, contract) for each in late)
        return
    yield from _early(contract.milestones, asked, contract)
    claimed = invoice_claims.claimed(asked.claims)
    if asked.item.quantity is None or claimed > asked.item.quantity:
        yield Said(
            "claims_exceed_order",
            {"claimed": prices.shown(claimed), "ordered": prices.shown(asked.item.quantity)},
        )


def _early(milestones: tuple[Milestone, ...], asked: Asked, contract: Contract) -> Iterator[Said]:
    """Yield what forbids to invoice milestones before the goods leave."""
    yield from (_waits(each, contract) for each in milestones if not _has_happened(each, asked, contract))
    if contract.invoice_first is None:
        yield open_term("invoice_first", contract)


def _waits(milestone: Milestone, contract: Contract) -> Said:
    values: dict[str, str | int] = {
        "percent": prices.shown(milestone.percent),
        "due": milestone.due.value,
        "case": contract.case,
    }
    return Said("milestone_waits", values)


def _has_happened(milestone: Milestone, asked: Asked, contract: Contract) -> bool:
    """Tell whether an event is known: by the contract's day, a delivery made ready, or a person's word."""
    day = milestone.attested.happened_on if milestone.attested is not None else None
    if day is not None and day <= asked.today:
        return True
    if milestone.due is Due.PREPAYMENT:
        return contract.signed_on is not None and contract.signed_on <= asked.today
    return milestone.due is Due.BEFORE_SHIPMENT and _is_ready(asked)


def _is_ready(asked: Asked) -> bool:
    """Tell whether all that a row bills is made ready for shipment, or has left."""
    deliveries = (
        invoice_evidence.shipments(asked.evidence, asked.key)
        if asked.part is not None
        else asked.claim.deliveries
    )
    wanted = asked.item.quantity if asked.part is not None else asked.claim.quantity
    ready = sum((each.quantity for each in deliveries), invoice_evidence.ZERO)
    return wanted is not None and bool(deliveries) and ready >= wanted


def _is_all_shipped(asked: Asked) -> bool:
    shipped = sum(
        (each.quantity for each in invoice_evidence.shipments(asked.evidence, asked.key) if each.issued),
        invoice_evidence.ZERO,
    )
    return asked.item.quantity is not None and shipped >= asked.item.quantity


def milestones_due(asked: Asked) -> Found | None:
    """Tell whether the milestones of a row are due: what must have happened did."""
    part, contract = asked.part, asked.contract
    assert part is not None, "asked for with a part"
    assert contract is not None, "a part is one of a contract"
    all_shipped = _is_all_shipped(asked)
    early = tuple(each for each in part.covered if each.due in EARLY)
    waiting = [] if all_shipped else list(_early(early, asked, contract) if early else ())
    late = [each for each in part.covered if each.due not in EARLY]
    if not all_shipped:
        waiting += [_waits(each, contract) for each in late]
    if waiting:
        return Found(Code.HOLD_NOT_SHIPPED, tuple(waiting))
    returned = invoice_evidence.uncredited_returns(asked.evidence, asked.key, asked.policy.invoicing)
    if late and returned:
        return undecided(Said("milestone_returned", {"returned": prices.shown(returned)}))
    ended = [each for each in late if each.due is Due.RETENTION]
    unknown = [each for each in ended if not _has_happened(each, asked, contract)]
    return undecided(*(_waits(each, contract) for each in unknown)) if unknown else None


def partly_shipped(asked: Asked) -> Found | None:
    """Hold a part of what was ordered that the contract does not let be delivered, and invoiced, alone."""
    contract = asked.contract
    if contract is None:
        return None
    if contract.partial is False:
        rest = [each for each in _items_of_order(asked) if not _is_shipped(asked, each)]
        if not rest:
            return None
        values: dict[str, str | int] = {"items": ", ".join(rest), "case": contract.case}
        return Found(Code.HOLD_NOT_SHIPPED, (Said("partial_forbidden", values),))
    if contract.partial or asked.policy.invoicing.partial_unless_forbidden or _is_all_shipped(asked):
        return None
    return undecided(open_term("partial", contract))


def _items_of_order(asked: Asked) -> list[str]:
    """Return the items of the row's order that are delivered and not rejected."""
    items = asked.evidence.by_order.get(asked.item.order, ())
    return [each.item for each in items if each.rejected is None and each.quantity]


def _is_shipped(asked: Asked, item: str) -> bool:
    key = (asked.item.order, item)
    found = invoice_evidence.shipments(asked.evidence, key)
    shipped = sum((each.quantity for each in found if each.issued), invoice_evidence.ZERO)
    ordered = asked.evidence.items[key].quantity
    return ordered is not None and shipped >= ordered


def _of_list(asked: Asked) -> Iterator[Said]:
    """Yield what a row says of its order otherwise than the order does, and no rule decides by."""
    row, item = asked.row, asked.item
    listed, ordered = (
        invoice_evidence.contract_key(each) for each in (row.reference, item.customer_reference)
    )
    if listed and ordered and listed not in ordered and ordered not in listed:
        yield Said("reference_differs", {"list": row.reference or "", "order": item.customer_reference or ""})
    known = [item.customer, *((asked.profile.name, asked.profile.title) if asked.profile else ())]
    names = [each for each in known if each]
    if (
        row.customer
        and row.customer_number is None
        and names
        and not invoice_rows.is_named(row.customer, names)
    ):
        yield Said("name_differs", {"list": row.customer, "order": names[0]})


def remarks(asked: Asked) -> Iterator[Said]:
    """Yield what to know of a row that is free to go: what its contract lets be invoiced, or leaves open."""
    yield from _of_list(asked)
    yield from proofs.attested(asked, early=is_early(asked))
    for other in asked.of_others:
        yield Said("contract_of_other", {"case": other.case, "customer": other.customer_number or "-"})
    contract = asked.contract
    if contract is None:
        return
    for each in asked.part.covered if asked.part is not None else ():
        yield Said(
            "milestone",
            {"percent": prices.shown(each.percent), "due": each.due.value, "case": contract.case},
        )
    if is_early(asked):
        yield Said("invoice_first", {"case": contract.case})
    for name in ("currency", "tax_rate"):
        if getattr(contract, name) is None:
            yield silent(name, contract)
    if not terms.is_sure(contract, "payment"):
        yield unsure("payment", contract)
