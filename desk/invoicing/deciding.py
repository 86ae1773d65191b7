"""The weekly invoice list: invoice, hold or consolidate, row by row (docs/invoicing.md).

The first code of the table that applies decides. A source that a step needs and that is missing ends in
NOT_CHECKED, and so does a row that cannot be read; nothing is invoiced on less than all sources.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from desk.invoicing import attesting, contract_steps, due, groups, picking, previews, prices, steps, terms
from desk.invoicing import claims as invoice_claims
from desk.invoicing import evidence as invoice_evidence
from desk.invoicing import rows as invoice_rows
from desk.invoicing.asked import Asked, Found
from desk.invoicing.claims import Claim
from desk.invoicing.evidence import Evidence, Key
from desk.invoicing.groups import Free
from desk.invoicing.terms import Part, Place
from models.contract_terms import Contract
from models.invoice_sources import ListRow, Said, SalesItem, Sources
from models.invoicing import Answer, Code, Decision, Facts, Seen, Teller
from models.policy import Policy

TELL: Mapping[Code, tuple[Teller, ...]] = {
    Code.UNKNOWN_ORDER: (Teller.FINANCE, Teller.ORDER_DESK),
    Code.ALREADY_INVOICED: (Teller.FINANCE,),
    Code.NOT_BILLABLE: (Teller.FINANCE, Teller.SALES),
    Code.HOLD_DISPUTE: (Teller.FINANCE, Teller.SALES),
    Code.PRICE_MISMATCH: (Teller.FINANCE, Teller.SALES),
    Code.QTY_MISMATCH: (Teller.FINANCE, Teller.WAREHOUSE),
    Code.HOLD_NOT_SHIPPED: (Teller.FINANCE, Teller.SALES),
    Code.HOLD_NOT_ACCEPTED: (Teller.SALES, Teller.CUSTOMER),
    Code.HOLD_INVOICE_DATA: (Teller.SALES, Teller.CUSTOMER),
    Code.HOLD_CUSTOMER_REQUEST: (Teller.FINANCE,),
    Code.CONSOLIDATE: (Teller.FINANCE,),
    Code.INVOICE: (Teller.FINANCE, Teller.CUSTOMER),
    Code.NOT_CHECKED: (Teller.FINANCE, Teller.ORDER_DESK),
}
"""Who is told of a decision."""
MOST_SEEN = 20
"""The most deliveries, billing items and requests of an item that are kept with a decision."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is the same for all rows; `priced` tells whether any row of the list states a price."""

    evidence: Evidence
    policy: Policy
    today: dt.date
    priced: bool


@dataclass(frozen=True, slots=True)
class _Claimed:
    """The rows of a list by the order items that they mean."""

    meant: Sequence[invoice_rows.Meant]
    rows: Mapping[Key, list[ListRow]] = field(default_factory=dict)
    claims: Mapping[Key, list[Claim]] = field(default_factory=dict)
    named: Mapping[Key, Sequence[Contract]] = field(default_factory=dict)
    contracts: Mapping[Key, Sequence[Contract]] = field(default_factory=dict)
    parts: Mapping[Key, Mapping[Place, Part]] = field(default_factory=dict)


def decide(rows: Sequence[ListRow], sources: Sources, policy: Policy, today: dt.date) -> Answer:
    """Return a decision for every row of a list, and the invoices to be."""
    evidence = invoice_evidence.gather(picking.picked(rows, sources), policy.invoicing)
    claimed = _claimed(rows, evidence, policy)
    frame = _Frame(evidence, policy, today, any(steps.is_priced(row) for row in rows))
    decisions: list[Decision] = []
    free: dict[int, Free] = {}
    looked_at: dict[int, Asked] = {}
    for at, (row, meant) in enumerate(zip(rows, claimed.meant, strict=True)):
        if meant.key is None:
            assert meant.code is not None, "a row that means no item is decided"
            decisions.append(_decision(row, Found(meant.code, (meant.reason,) if meant.reason else ())))
            continue
        looked_at[at] = asked = _asked(row, meant.key, claimed, frame)
        found = _first(asked)
        decided = _decision(row, found, meant.key[1])
        decisions.append(replace(decided, facts=_facts(asked), seen=_seen(asked)))
        if found.code is Code.INVOICE and asked.profile is not None:
            free[at] = Free(row, asked.billed_item, asked.profile, _period_day(asked))
    together = groups.consolidate(decisions, free)
    by_due = due.remarks(together, looked_at, evidence)
    for at, each in enumerate(together):
        also = (*(contract_steps.remarks(looked_at[at]) if at in free else ()), *by_due.get(at, ()))
        together[at] = replace(_told(each, free.get(at)), reasons=(*each.reasons, *also))
    answer = Answer(
        tuple(together),
        groups.groups(together, free, policy.prices),
        earlier=previews.earlier(sources.month, policy.invoicing),
    )
    return replace(answer, warnings=previews.warnings(answer, policy.invoicing.quota))


def _period_day(asked: Asked) -> dt.date | None:
    """Return the day that places a row in a month; milestones are in none."""
    return steps.issued_on(asked.claim) if asked.part is None else None


def _claimed(rows: Sequence[ListRow], evidence: Evidence, policy: Policy) -> _Claimed:
    meant = [invoice_rows.resolve(row, evidence) for row in rows]
    by_item: dict[Key, list[ListRow]] = {}
    for row, each in zip(rows, meant, strict=True):
        if each.key is not None:
            by_item.setdefault(each.key, []).append(row)
    claims = {key: invoice_claims.claims_of(key, found, evidence) for key, found in by_item.items()}
    named = {
        key: terms.named(evidence.items[key], found, evidence.contracts) for key, found in by_item.items()
    }
    contracts = {
        key: [
            attesting.with_words(each, attesting.of_item(evidence.attested.get(key[0], ()), key[1]))
            for each in terms.of_item(evidence.items[key], found)
        ]
        for key, found in named.items()
    }
    parts = {
        key: terms.parts(
            found,
            evidence.items[key],
            contracts[key][0],
            terms.billed_value(evidence.billed.get(key, ()), evidence.credits.get(key, ())),
            policy.prices,
        )
        for key, found in by_item.items()
        if len(contracts[key]) == 1
    }
    return _Claimed(meant, by_item, claims, named, contracts, parts)


def _asked(row: ListRow, key: Key, claimed: _Claimed, frame: _Frame) -> Asked:
    claims = claimed.claims[key]
    claim = next(each for each in claims if any(one is row for one in each.rows))
    contracts = claimed.contracts[key]
    return Asked(
        row=row,
        key=key,
        item=_taxed(row, frame.evidence.items[key], contracts),
        claim=claim,
        claims=claims,
        evidence=frame.evidence,
        policy=frame.policy,
        today=frame.today,
        priced=frame.priced,
        contracts=contracts,
        of_others=() if contracts else claimed.named[key],
        part=claimed.parts.get(key, {}).get((row.sheet, row.row)),
        mixed=0 < len(claimed.parts.get(key, {})) < len(claimed.rows[key]),
    )


def _taxed(row: ListRow, item: SalesItem, contracts: Sequence[Contract]) -> SalesItem:
    """Return the order item with the contract's tax rate, where neither order nor list states one."""
    if len(contracts) != 1 or prices.tax_rate(row, item) is not None:
        return item
    return replace(item, tax_rate=contracts[0].tax_rate)


def _decision(row: ListRow, found: Found, item: str | None = None) -> Decision:
    return Decision(
        row=row,
        code=found.code,
        reasons=found.reasons,
        tell=TELL[found.code],
        item=item or row.item,
        until=found.until,
    )


def _facts(asked: Asked) -> Facts:
    profile, item, row, contract = asked.profile, asked.billed_item, asked.row, asked.contract
    amounts = prices.amounts(row, item, asked.policy.prices)
    return Facts(
        customer_number=item.customer_number or row.customer_number,
        customer=(profile.name if profile else None) or item.customer or row.customer,
        email=profile.email if profile else None,
        reference=item.customer_reference or row.reference,
        invoice_type=profile.invoice_type if profile else None,
        shipped_on=steps.issued_on(asked.claim),
        gross=amounts.gross if amounts else None,
        currency=prices.currency(row.currency or item.currency),
        tax_rate=prices.tax_rate(row, item),
        net=amounts.net if amounts else None,
        tax=amounts.tax if amounts else None,
        title=profile.title if profile else None,
        case=contract.case if contract else None,
        clause=contract.stated.get("payment") if contract else None,
        early=contract is not None and not asked.claim.issued,
    )


def _seen(asked: Asked) -> Seen:
    """Return what people may want to look at: what the row names first, and not too much of it."""
    found = asked.evidence
    deliveries = sorted(
        found.deliveries.get(asked.key, ()), key=lambda each: each.delivery not in asked.row.deliveries
    )
    billing = found.billed.get(asked.key, ())
    requests = found.requests.get(asked.key, ())
    return Seen(
        item=asked.evidence.items[asked.key],
        deliveries=tuple(deliveries[:MOST_SEEN]),
        billing=tuple(billing[:MOST_SEEN]),
        requests=tuple(requests[:MOST_SEEN]),
        milestones=asked.contract.milestones if asked.contract is not None else (),
        left_out=sum(max(0, len(each) - MOST_SEEN) for each in (deliveries, billing, requests)),
    )


def _told(decision: Decision, free: Free | None) -> Decision:
    """Return a decision with who is told; a customer without an address is told by sales."""
    if decision.code is Code.INVOICE and free is not None and free.profile.email is None:
        return replace(decision, tell=(Teller.FINANCE, Teller.SALES))
    return replace(decision, tell=TELL[decision.code])


def _first(asked: Asked) -> Found:
    """Return what the first step decides that applies."""
    for step in steps.STEPS:
        found = step(asked)
        if found is not None:
            return found
    return Found(Code.INVOICE, (Said("free", {}),))
