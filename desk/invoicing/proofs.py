"""What proves that goods were accepted: SAP's proof of delivery, or a person's word (docs/invoicing.md)."""

from collections.abc import Iterator

from desk.invoicing import evidence as invoice_evidence
from desk.invoicing import terms
from desk.invoicing.asked import Asked, Found, silent, undecided, unsure
from models.contract_terms import EARLY, PROVEN, Attested, Contract, Due
from models.invoice_sources import DeliveryItem, Said
from models.invoicing import Code


def not_proven(asked: Asked, *, by_profile: bool) -> Found | None:
    """Hold what has to be accepted and is not: by profile, by contract, or because its milestone says so."""
    part, contract = asked.part, asked.contract
    shipped = (
        asked.claim.shipped
        if part is None
        else [each for each in invoice_evidence.shipments(asked.evidence, asked.key) if each.issued]
    )
    open_ = [each for each in shipped if not each.proven and not _is_covered(each, asked.accepted)]
    unproven = ", ".join(dict.fromkeys(each.delivery for each in open_))
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


def _is_covered(delivery: DeliveryItem, word: Attested | None) -> bool:
    """Tell whether a person vouches for the acceptance of a delivery: it left until that day."""
    return word is not None and delivery.issued_on is not None and delivery.issued_on <= word.happened_on


def _acceptance_open(contract: Contract) -> Found | None:
    """Refuse goods that nobody accepted where the contract leaves open whether their invoice waits for it."""
    if not terms.is_sure(contract, "acceptance"):
        return undecided(unsure("acceptance", contract))
    is_paid_then = any(each.due is Due.ON_ACCEPTANCE for each in contract.milestones)
    return undecided(silent("acceptance", contract)) if is_paid_then else None


def attested(asked: Asked, *, early: bool) -> Iterator[Said]:
    """Yield on whose word a row that is free to go relies; `early` tells that no goods need have left."""
    contract, word = asked.contract, asked.accepted
    covered = asked.part.covered if asked.part is not None else ()
    if contract is not None and not covered and early:
        covered = contract.milestones
    used: list[Attested | None] = [each.attested for each in covered if each.due not in PROVEN]
    shipped = (
        asked.claim.shipped if asked.part is None else invoice_evidence.shipments(asked.evidence, asked.key)
    )
    if any(not each.proven and _is_covered(each, word) for each in shipped) and _asks_for_proof(asked):
        used.append(word)
    for each in used:
        if each is not None:
            yield Said(
                "attested",
                {
                    "due": each.due.value,
                    "day": each.happened_on.isoformat(),
                    "who": each.who,
                    "evidence": each.evidence,
                },
            )


def _asks_for_proof(asked: Asked) -> bool:
    """Tell whether a proof that goods were accepted makes any difference for a row."""
    contract = asked.contract
    by_profile = asked.profile is not None and asked.profile.acceptance
    covered = asked.part.covered if asked.part is not None else ()
    if covered:
        return any(each.due in PROVEN or (by_profile and each.due not in EARLY) for each in covered)
    return by_profile or (contract is not None and (contract.acceptance is True or _leaves_open(contract)))


def _leaves_open(contract: Contract) -> bool:
    return not terms.is_sure(contract, "acceptance") or any(
        each.due is Due.ON_ACCEPTANCE for each in contract.milestones
    )
