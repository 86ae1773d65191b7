"""What a person's decision about a row says of its customer: rules for the profile, to be proposed."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from models.invoice_sources import InvoiceMode, InvoiceProfile
from models.invoicing import Code


class Rule(enum.StrEnum):
    """A rule that a customer's profile can hold."""

    HOLD_UNTIL = "hold_until"
    NO_HOLD = "no_hold"
    ACCEPTANCE = "acceptance"
    NO_ACCEPTANCE = "no_acceptance"
    MONTHLY = "monthly"
    PER_PO = "per_po"
    SINGLE = "single"


ASKS: Mapping[Rule, str] = {Rule.HOLD_UNTIL: "hold_until", Rule.MONTHLY: "cutoff_day"}
"""The field that a person has to fill in for a rule."""
CHANGES: Mapping[Rule, Mapping[str, str]] = {
    Rule.HOLD_UNTIL: {},
    Rule.NO_HOLD: {"hold_until": ""},
    Rule.ACCEPTANCE: {"acceptance": "yes"},
    Rule.NO_ACCEPTANCE: {"acceptance": "no"},
    Rule.MONTHLY: {"mode": InvoiceMode.MONTHLY.value},
    Rule.PER_PO: {"mode": InvoiceMode.PER_PO.value},
    Rule.SINGLE: {"mode": InvoiceMode.SINGLE.value},
}
"""The fields of a profile that a rule sets, as they stand in a form."""
INSTEAD: Mapping[Code, Rule] = {
    Code.HOLD_NOT_ACCEPTED: Rule.NO_ACCEPTANCE,
    Code.HOLD_CUSTOMER_REQUEST: Rule.NO_HOLD,
    Code.CONSOLIDATE: Rule.SINGLE,
}
"""The rule that lets rows go that were decided so."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A rule that would have decided so, with the field that a person has to fill in."""

    rule: Rule
    asks: str | None = None


def offers(decided: Code, instead: Code, profile: InvoiceProfile | None) -> tuple[Offer, ...]:
    """Return the rules that would have decided as a person did; what the profile says already is none."""
    rules = [each for each in _rules(decided, instead) if not _holds(each, profile)]
    return tuple(Offer(each, ASKS.get(each)) for each in rules)


def _rules(decided: Code, instead: Code) -> tuple[Rule, ...]:
    if instead is Code.HOLD_CUSTOMER_REQUEST:
        return (Rule.HOLD_UNTIL,)
    if instead is Code.HOLD_NOT_ACCEPTED:
        return (Rule.ACCEPTANCE,)
    if instead is Code.CONSOLIDATE:
        return (Rule.MONTHLY, Rule.PER_PO, *((INSTEAD[decided],) if decided in INSTEAD else ()))
    if instead is Code.INVOICE and decided in INSTEAD:
        return (INSTEAD[decided],)
    return ()


def _holds(rule: Rule, profile: InvoiceProfile | None) -> bool:
    if profile is None:
        return False
    said = {
        Rule.NO_HOLD: profile.hold_until is None,
        Rule.ACCEPTANCE: profile.acceptance,
        Rule.NO_ACCEPTANCE: not profile.acceptance,
        Rule.MONTHLY: profile.mode is InvoiceMode.MONTHLY,
        Rule.PER_PO: profile.mode is InvoiceMode.PER_PO,
        Rule.SINGLE: profile.mode is InvoiceMode.SINGLE,
    }
    return said.get(rule, False)
