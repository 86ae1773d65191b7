"""What the reviewed contract adds to the steps of deciding (docs/invoicing.md, "The reviewed contract").

Where the contract does not say, or nobody vouches for what it says, the row says so and nothing is invoiced
by it.
"""

from collections.abc import Iterator

from desk.invoicing import evidence as invoice_evidence
from desk.invoicing import prices, terms
from desk.invoicing.asked import Asked, Found
from models.contract_terms import EARLY, Contract, Due, Milestone
from models.invoicing import Code, DeliveryItem, Said

PROVEN = frozenset({Due.ON_DELIVERY, Due.ON_ACCEPTANCE})
"""What is due only with the customer's signature."""


def _unsure(name: str, contract: Contract) -> Said:
    stated = contract.stated.get(name)
    page = stated.page if stated is not None and stated.page is not None else "-"
    return Said("contract_unsure", {"term": name, "case": contract.case, "page": page})


def _silent(name: str, contract: Contract) -> Said:
    return Said("contract_silent", {"term": name, "case": contract.case})


def _open(*said: Said) -> Found:
    return Found(Code.NOT_CHECKED, said)


def billed(asked: Asked) -> Found | None:
    """Tell whether the milestones of a row are billed already, by value: quantities say nothing of them."""
    part = asked.part
    assert part is not None, "asked for with a part"
    if part.before is None:
        return _open(Said("milestone_values_open", {}))
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
        return _open(Said("milestone_skipped", values))
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
        return _open(Said("contract_open", {"cases": cases}))
    found = tuple(_price_open(asked, asked.contract)) if asked.contract is not None else ()
    return _open(*found) if found else None


def _price_open(asked: Asked, contract: Contract) -> Iterator[Said]:
    if asked.mixed:
        yield Said("milestone_mixed", {})
    line = terms.line_of(asked.item, contract)
    if line is None:
        yield Said("contract_no_line", {"part": asked.item.part_number or "-", "case": contract.case})
    elif line.unit_price is None or not line.sure:
        yield _unsure("unit_price", contract)
    doubted = [each for each in ("currency", "tax_rate", "tax_included") if each in contract.unsure]
    yield from (_unsure(each, contract) for each in doubted)
    unstated = contract.tax_included is None and "tax_included" not in doubted
    if unstated and prices.tax_rate(asked.row, asked.item):
        yield _silent("tax_included", contract)


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
        yield _unsure("payment", contract)
        return
    if not contract.milestones:
        yield _silent("payment", contract)
        return
    late = [each for each in contract.milestones if each.due not in EARLY]
    if late:
        yield from (_waits(each, contract) for each in late)
        return
    yield from _early(contract.milestones, asked, contract)
    claimed = sum((each.quantity for each in asked.claims), invoice_evidence.ZERO)
    if asked.item.quantity is None or claimed > asked.item.quantity:
        yield Said(
            "claims_exceed_order",
            {"claimed": prices.shown(claimed), "ordered": prices.shown(asked.item.quantity)},
        )


def _early(milestones: tuple[Milestone, ...], asked: Asked, contract: Contract) -> Iterator[Said]:
    """Yield what forbids to invoice milestones before the goods leave."""
    yield from (_waits(each, contract) for each in milestones if not _has_happened(each, asked, contract))
    if contract.invoice_first is None:
        unsure = not terms.is_sure(contract, "invoice_first")
        yield _unsure("invoice_first", contract) if unsure else _silent("invoice_first", contract)


def _waits(milestone: Milestone, contract: Contract) -> Said:
    values: dict[str, str | int] = {
        "percent": prices.shown(milestone.percent),
        "due": milestone.due.value,
        "case": contract.case,
    }
    return Said("milestone_waits", values)


def _has_happened(milestone: Milestone, asked: Asked, contract: Contract) -> bool:
    """Tell whether an event is known: by the contract's day, a delivery made ready, or a person's word."""
    day = milestone.happened_on
    if day is None and milestone.due is Due.PREPAYMENT:
        day = contract.signed_on
    if day is not None:
        return day <= asked.today
    return milestone.due is Due.BEFORE_SHIPMENT and bool(_shipments(asked))


def _shipments(asked: Asked) -> list[DeliveryItem]:
    return invoice_evidence.shipments(asked.evidence, asked.key)


def _is_all_shipped(asked: Asked) -> bool:
    shipped = sum((each.quantity for each in _shipments(asked) if each.issued), invoice_evidence.ZERO)
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
    ended = [each for each in late if each.due is Due.RETENTION]
    unknown = [each for each in ended if each.happened_on is None or each.happened_on > asked.today]
    return _open(*(_waits(each, contract) for each in unknown)) if unknown else None


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
    unsure = not terms.is_sure(contract, "partial")
    return _open(_unsure("partial", contract) if unsure else _silent("partial", contract))


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


def not_proven(asked: Asked, *, by_profile: bool) -> Found | None:
    """Hold what has to be accepted and is not: by profile, by contract, or because its milestone says so."""
    part, contract = asked.part, asked.contract
    shipped = asked.claim.shipped if part is None else [each for each in _shipments(asked) if each.issued]
    unproven = ", ".join(dict.fromkeys(each.delivery for each in shipped if not each.proven))
    if not unproven:
        return None
    if part is not None:
        late = any(each.due not in EARLY for each in part.covered)
        wanted = (by_profile and late) or any(each.due in PROVEN for each in part.covered)
    else:
        wanted = by_profile or (contract is not None and contract.acceptance is True)
    if wanted:
        reasons = [Said("not_accepted", {"deliveries": unproven})]
        if not by_profile and contract is not None:
            reasons.append(Said("contract_acceptance", {"case": contract.case}))
        return Found(Code.HOLD_NOT_ACCEPTED, tuple(reasons))
    return _acceptance_open(contract) if part is None and contract is not None else None


def _acceptance_open(contract: Contract) -> Found | None:
    """Refuse goods that nobody accepted where the contract leaves open whether their invoice waits for it."""
    if not terms.is_sure(contract, "acceptance"):
        return _open(_unsure("acceptance", contract))
    is_paid_then = any(each.due is Due.ON_ACCEPTANCE for each in contract.milestones)
    return _open(_silent("acceptance", contract)) if is_paid_then else None


def remarks(asked: Asked) -> Iterator[Said]:
    """Yield what to know of a row that is free to go: what its contract lets be invoiced, or leaves open."""
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
            yield _silent(name, contract)
    if not terms.is_sure(contract, "payment"):
        yield _unsure("payment", contract)
