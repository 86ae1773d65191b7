"""Values for the fields that no rule of the header could read: the likeliest place of the paper for each.

A field that is open without a value leaves the reviewer to search. What these modules find is less than a
reading: it never makes a field sure, and it is asked for only where nothing else gave a value.
"""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from extractors.header.proposing import (
    bases,
    buyers,
    days,
    implausible,
    moneys,
    offers,
    papers,
    payments,
    places,
    rates,
    times,
    trade_terms,
)
from extractors.header.settle import Choice
from extractors.header.sums.prices import Prices
from extractors.lines.item import Item
from extractors.scope import Scope
from extractors.vocabulary.meanings import Role
from models.reading import Field, Header, Reason

CONFIDENCE = 0.3
Proposer = Callable[[Scope, Header, Prices], Iterable[Choice]]

OPEN: Mapping[str, Proposer] = {
    "document_number": papers.find,
    "document_date": days.find,
    "customer": buyers.find,
    "currency": moneys.currency,
    "total_amount": moneys.total,
    "tax_rate": rates.find,
    "tax_included": bases.find,
    "delivery_place": places.find,
    "payment_terms": payments.find,
    "incoterms": trade_terms.find,
    "quotation_number": offers.find,
}
"""Who proposes a value for a field that is open."""
ABSENT: Mapping[str, Proposer] = {
    "total_amount": moneys.total,
    "quotation_number": offers.find,
    "delivery_place": places.find,
    "payment_terms": payments.find,
    "tax_rate": rates.find,
    "tax_included": bases.find,
}
"""Who proposes one where nothing even speaks of the field."""


def proposed(header: Header, scope: Scope, prices: Prices) -> Header:
    """Return the header with a proposal in each open field of an order that has no value."""
    if not scope.runs:
        return header
    found: dict[str, Field] = {}
    for name, proposer in OPEN.items():
        field = getattr(header, name)
        if field is not None and not field.sure and implausible.is_so(name, field.value):
            found |= _first(name, proposer(scope, header, prices))
        elif field is None and name in ABSENT:
            found |= _first(name, ABSENT[name](scope, header, prices))
    header = _timed(replace(header, **found), scope, prices.items)
    return _continued(header, scope)


def _continued(header: Header, scope: Scope) -> Header:
    """Return the header with values that go on in the next line of their cell as a whole."""
    paid, term = header.payment_terms, header.incoterms
    return replace(
        header,
        payment_terms=payments.continued(scope, paid) if paid is not None else None,
        incoterms=trade_terms.continued(scope, term) if term is not None else None,
    )


def _timed(header: Header, scope: Scope, items: Sequence[Item]) -> Header:
    """Return the header with the time of delivery that a sentence tells, a day or a period."""
    read = [each.value for each in (header.delivery_date, header.lead_time) if each is not None]
    if any(value is not None for value in read) or any(Role.DELIVERY in item.texts for item in items):
        return header
    lead = _first("lead_time", times.lead(scope, header))
    days = itertools.chain(times.said_there(scope, header, items), times.day(scope, header, items))
    day = {} if lead else _first("delivery_date", days)
    if lead and header.delivery_date is not None:
        return replace(header, delivery_date=None, **lead)
    return replace(header, **lead, **day)


def _first(name: str, choices: Iterable[Choice]) -> dict[str, Field]:
    """Return the first proposal as the field of a name."""
    choice = next(iter(choices), None)
    if choice is None or choice.value is None:
        return {}
    reason = choice.reason or Reason.ROLE
    field = Field(choice.value, sure=False, evidence=choice.spot, reason=reason, confidence=CONFIDENCE)
    return {name: replace(field, unit=choice.unit, anchor=choice.anchor)}
