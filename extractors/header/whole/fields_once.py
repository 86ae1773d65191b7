"""The fields that stand once in a document."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from extractors.fields import currencies
from extractors.fields.text import level
from extractors.header import summaries
from extractors.header.conditions import dates, paying_sentences, terms
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_types import is_code
from extractors.header.numbering import numbers
from extractors.header.sides import agency, parties, two_parties
from extractors.header.sums import prices as header_prices
from extractors.header.sums import tax, tax_basis, unread_sums
from extractors.header.sums.prices import Prices
from extractors.header.sums.totals import Total
from extractors.header.whole import item_places, told_terms, worded_terms
from extractors.header.whole.suspicion import unread
from extractors.language import language_of
from extractors.late import late
from extractors.lines.item import Item
from extractors.page.runs import evidence, why_uncertain
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label, Role, Summary
from models.reading import Evidence, Field, Header, Kind, Language, Proof, Reason, opened, unread_at

PRICED = frozenset({Role.PRICE, Role.AMOUNT})
BASED = late(
    r"\b(?:vat|tax|mwst|ust|moms|tva|iva|btw|gst)\b|税|稅"
    r"|\b(?:incl|excl|inkl|exkl)\b(?!\.?\s*(?:the )?[a-z]{4})",
    re.IGNORECASE,
)
"""What a heading says of the tax."""
LAST = frozenset({Summary.GROSS, Summary.TOTAL})
SUM = late(r"\d[.,]\d{2}\b")
MONEY = late(r"[币幣]")
"""A word for a currency has it, also one that is not known."""
AMOUNT = late(r"\d[\d.,'’ ]*[.,]\d{2}\b")
BARE_LABEL = late(r"\s*(?:no|nr|n°|nº|№|number|nummer|编号|編號|单号|單號)\.?\s*[:：]?\s*$", re.IGNORECASE)
"""A label that says no more than that a number follows."""
OWN_NUMBERS = frozenset({Label.ORDER_NUMBER, Label.CONTRACT_NUMBER})
SOME = 5
"""The number of an offer has so many characters at least."""
ORDERS = frozenset({Kind.PURCHASE_ORDER, Kind.CONTRACT, Kind.CHANGE_ORDER})


def read_header(scope: Scope, prices: Prices) -> Header:
    """Return every header field that the document states."""
    scope, items = _without_items(scope, prices), prices.items
    document_date = _loosely(dates.document_date, scope) or dates.standing_alone(scope)
    delivery_date, lead_time = _delivery(dated(scope, document_date), prices)
    tax_rate = _loosely(lambda each: tax.tax_rate(each, prices), scope) or unread(scope, "tax", items)
    document_number = _unrivalled(_loosely(numbers.document_number, scope), scope) or _expected(scope)
    return Header(
        document_number=document_number,
        document_date=document_date or _expected(scope),
        quotation_number=_loosely(numbers.quotation_number, scope)
        or unread(scope, "quotation", items)
        or _another_number(scope, document_number),
        customer=_customer(scope),
        currency=_loosely(lambda each: header_prices.currency(each, prices), scope)
        or header_prices.implied_currency(scope)
        or _unnamed_currency(scope, prices, tax_rate),
        total_amount=_total(scope, prices),
        tax_rate=tax_rate,
        tax_included=tax_basis.tax_included(scope, prices)
        or _unsaid_basis(tax_rate)
        or _worded_basis(scope, prices),
        delivery_date=delivery_date,
        lead_time=lead_time,
        delivery_place=_loosely(terms.delivery_place, scope)
        or unread(scope, "place", items)
        or item_places.told(prices.items, prices.columns),
        payment_terms=_payment(scope, items),
        incoterms=_loosely(terms.incoterms, scope) or unread(scope, "incoterms", items),
    )


def _without_items(scope: Scope, prices: Prices) -> Scope:
    """Return the scope without the labels whose values belong to an item: it may go on on the next page."""
    taken = {
        id(word)
        for item in prices.items
        for texts in item.texts.values()
        for text in texts
        for word, _, _ in text.run.within(text.start, text.end)
    }

    def own(found: Labelled) -> bool:
        if found.value is None or found.how == "column":
            return True
        words = found.value.within(found.start, found.end)
        return not words or not all(id(word) in taken for word, _, _ in words)

    return replace(scope, labelled=tuple(filter(own, scope.labelled)), loose=tuple(filter(own, scope.loose)))


def _unrivalled(own: Field | None, scope: Scope) -> Field | None:
    """Return the paper's number, open where a label that is half understood has another: "Bokad Order"."""
    if own is None or own.value is None or not own.sure:
        return own
    for found in scope.loose:
        if found.meanings <= OWN_NUMBERS and found.value is not None and found.how != "sentence":
            number = found.text
            if (
                len(number) >= SOME
                and is_code(number)
                and number not in own.value
                and own.value not in number
            ):
                return opened(own, Reason.RIVAL)
    return own


def _another_number(scope: Scope, own: Field | None) -> Field | None:
    """Return an unread number where a bare "No." has another than the paper's own: it may be the offer's."""
    if own is None or own.value is None:
        return None
    for found in scope.labels(Label.PLAIN_NUMBER):
        bare = BARE_LABEL.match(found.named) is not None
        number = found.text if found.value is not None and bare else ""
        if len(number) >= SOME and is_code(number) and number not in own.value and own.value not in number:
            return unread_at(evidence(found.value or found.label))
    return None


def _unsaid_basis(tax_rate: Field | None) -> Field | None:
    """Return an unread basis of the prices where a rate is stated: they are meant with the tax or without."""
    if tax_rate is None or tax_rate.value is None:
        return None
    return unread_at(tax_rate.evidence)


def _worded_basis(scope: Scope, prices: Prices) -> Field | None:
    """Return an unread basis of the prices where a sentence or a heading says it in words not understood."""
    said = worded_terms.find(scope, "basis")
    if said is not None:
        return unread_at(evidence(said))
    headed = next((each for each in prices.columns if each.roles & PRICED and BASED.search(each.text)), None)
    return None if headed is None else unread_at(Evidence(headed.text))


def dated(scope: Scope, date: Field | None) -> Scope:
    """Return the scope in which days without a year come after the document's own."""
    if date is None or date.value is None:
        return scope
    base = dt.date.fromisoformat(date.value)
    return replace(scope, conventions=replace(scope.conventions, base=base))


def _loosely(read: Callable[[Scope], Field | None], scope: Scope) -> Field | None:
    """Read a field by what is certain; where that gives no value, by what is likely, and then never sure."""
    field = read(scope)
    if field is not None and field.value is not None:
        return field
    loose = read(scope.loosened)
    return field if loose is None or loose.value is None else opened(loose, Reason.ROLE)


def _customer(scope: Scope) -> Field | None:
    """Return the buyer, open where the order is for somebody else, or where either company may buy."""
    found = _loosely(parties.customer, scope) or _expected(scope)
    return agency.doubted(two_parties.settled(found, scope), scope)


def _payment(scope: Scope, items: Sequence[Item]) -> Field | None:
    """Return the terms of payment; a mere means (电汇) is open where something else may state when to pay."""
    found, told = _loosely(terms.payment_terms, scope), partial(unread, scope, "payment", items)
    if found is None or found.value is None:
        return found or told()
    means = found.sure and paying_sentences.is_means(found.value)
    return opened(found, Reason.RIVAL) if means and told() is not None else found


def _expected(scope: Scope) -> Field | None:
    """Return an unread field for what every order states: that it is not there is never certain."""
    told = bool(scope.runs) or next(iter(scope.labels(*Label)), None) is not None
    if scope.kind not in ORDERS or not told:
        return None
    return Field(None, sure=False, evidence=Evidence(""), reason=Reason.NOT_PARSED, confidence=0.1)


def _unnamed_currency(scope: Scope, prices: Prices, tax_rate: Field | None) -> Field | None:
    """Return an unread currency where prices bear none: there is no price without one.

    A paper in Chinese alone that states the tax of the country need not say that it means the yuan; where
    it names a currency in whatever connection, that may be the one of the prices.
    """
    domestic = language_of(scope.runs) is Language.CHINESE
    texts = (*(run.text for run in scope.runs), *(column.text for column in prices.columns))
    named = any(currencies.find(level(text)) or MONEY.search(text) for text in texts)
    named = named or next(scope.labels(Label.CURRENCY), None) is not None
    if not prices.items:
        return None
    stated = tax_rate is not None and tax_rate.value is not None and domestic and not named
    if tax_rate is not None and stated:
        return header_prices.domestic_currency(scope, prices, tax_rate)
    return _expected(scope)


def _delivery(scope: Scope, prices: Prices) -> tuple[Field | None, Field | None]:
    """Return date and lead time of the header; where every line has its own, nothing is missing."""
    delivery_date, lead_time = dates.delivery(scope)
    per_line = bool(prices.items) and all(Role.DELIVERY in item.texts for item in prices.items)
    if per_line or any(field is not None and field.value is not None for field in (delivery_date, lead_time)):
        if per_line or not any(Role.DELIVERY in item.texts for item in prices.items):
            return delivery_date, lead_time
        # Some items have a day of their own: what stands below may be that of the last one.
        return delivery_date and opened(delivery_date, Reason.ROLE), lead_time and opened(
            lead_time, Reason.ROLE
        )
    loose = [opened(field, Reason.ROLE) if field else None for field in dates.delivery(scope.loosened)]
    if any(field is not None and field.value is not None for field in loose):
        return loose[0], loose[1]
    return delivery_date or unread(scope, "delivery", prices.items), lead_time


def _total(scope: Scope, prices: Prices) -> Field | None:
    """Return the total: sure where the lines add up to it and nothing contradicts."""
    reconciled = prices.reconciled
    total = reconciled.total
    if total is None:
        told = told_terms.total(scope)
        return unread_at(evidence(told)) if told is not None else None
    printed = total.printed
    further = _another_total(scope, prices) or unread_sums.below(total, prices.totals, scope.runs)
    further = further or unread_sums.settled(total, prices.totals, (*scope.runs, *scope.summed))
    reason = Reason.NOT_PARSED if further else None
    reason = reason or why_uncertain(printed.run, printed.start, printed.end) or _doubt(prices)
    return Field(
        value=format(total.value, "f"),
        sure=reason is None,
        evidence=evidence(printed.run, printed.start, printed.end),
        proof=(Proof.LABEL, *reconciled.proofs) if reason is None else (),
        reason=reason,
        confidence=0.99 if reason is None else 0.6,
    )


def _another_total(scope: Scope, prices: Prices) -> bool:
    """Tell whether a total stands in the document whose value was not read: it may be the last one."""
    lines = [(total.printed.run.page.number, total.printed.run.box) for total in prices.totals]
    for found in scope.labelled:
        named = summaries.recognise(
            found.label.text[: found.start] if found.how == "colon" else found.label.text
        )
        if named is None or named.kind not in LAST or found.value is None or not SUM.search(found.text):
            continue
        if any(_states(found.text, total) for total in prices.totals):
            continue
        page, middle = found.value.page.number, found.value.box.middle
        if not any(page == number and box.top < middle < box.bottom for number, box in lines):
            return True
    return False


def _states(text: str, total: Total) -> bool:
    """Tell whether a text begins with the amount of a total: it says the same once more."""
    amount = AMOUNT.search(text)
    figures = format(total.value, ".2f")
    return amount is not None and re.sub(r"\D", "", amount[0]) == re.sub(r"\D", "", figures)


def _doubt(prices: Prices) -> Reason | None:
    reconciled = prices.reconciled
    if reconciled.contradicted:
        return Reason.ARITHMETIC
    return None if reconciled.complete else Reason.COMPLETENESS
