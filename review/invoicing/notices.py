"""Notices about an answered invoice list, as drafts: one mail for each recipient (docs/invoicing.md).

Nothing is sent here. Addresses come from the customers' profiles, never from the list. Why a row is decided
so, by the program or by a person, stays in the house: customers get texts of their own.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.invoicing import Answer, Code, Decision, InvoiceGroup, Teller
from review.invoicing import decisions
from review.invoicing.report import amount
from review.words import has_word, say, word

CHINESE = re.compile("[\u4e00-\u9fff]")
TEXTS: Mapping[Code, str] = {
    Code.UNKNOWN_ORDER: "notice.unknown",
    Code.ALREADY_INVOICED: "notice.already",
    Code.NOT_BILLABLE: "notice.not_billable",
    Code.HOLD_DISPUTE: "notice.dispute",
    Code.PRICE_MISMATCH: "notice.price",
    Code.QTY_MISMATCH: "notice.quantity",
    Code.HOLD_NOT_SHIPPED: "notice.not_shipped",
    Code.HOLD_NOT_ACCEPTED: "notice.not_accepted",
    Code.HOLD_INVOICE_DATA: "notice.data",
    Code.HOLD_CUSTOMER_REQUEST: "notice.request",
    Code.INVOICE: "notice.invoice_row",
    Code.NOT_CHECKED: "notice.not_checked",
}
"""The text for each decision inside the house; rows that go together have one for all of them."""
ASKED: Mapping[Code, str] = {
    Code.HOLD_NOT_ACCEPTED: "notice.not_accepted_asked",
    Code.HOLD_INVOICE_DATA: "notice.data_asked",
}
"""What a customer is asked for."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail that a person may send. `address` is None where the recipients are the house's own."""

    who: Teller
    lang: str
    subject: str
    text: str
    address: str | None = None
    rows: tuple[int, ...] = ()
    decisions: tuple[Decision, ...] = ()


def drafts(answer: Answer, lang: str, day: dt.date, deadline: dt.date) -> tuple[Draft, ...]:
    """Return a mail for each of the house's recipients in `lang`, and one for each customer in theirs."""
    inside = (_inside(each, answer, lang, day) for each in Teller if each is not Teller.CUSTOMER)
    return (*(each for each in inside if each is not None), *_customers(answer, deadline))


def _inside(who: Teller, answer: Answer, lang: str, day: dt.date) -> Draft | None:
    told = [each for each in answer.decisions if who in each.tell]
    if not told:
        return None
    lines = [_line(each, lang) for each in told if each.code is not Code.CONSOLIDATE or each.group is None]
    if who is Teller.FINANCE:
        lines += [_together(each, lang) for each in answer.groups]
    subject = say(lang, "notice.subject", day=day.isoformat(), n=len(told))
    return Draft(who, lang, subject, "\n".join(lines), rows=_rows(told), decisions=tuple(told))


def _rows(told: Iterable[Decision]) -> tuple[int, ...]:
    return tuple(each.row.row for each in told)


def _line(decision: Decision, lang: str) -> str:
    # A row that a person wants consolidated, and that has no other to go with, is told alone.
    text = TEXTS.get(decision.code, "notice.alone")
    return say(lang, text, **_values(decision, lang))


def _together(group: InvoiceGroup, lang: str) -> str:
    named = [say(lang, "notice.consolidated", **_values(each, lang)) for each in group.decisions]
    return say(
        lang,
        "notice.consolidate",
        n=len(named),
        gross=amount(group.gross),
        currency=group.currency,
        list=say(lang, "sentence.list").join(named),
    )


def _values(decision: Decision, lang: str) -> dict[str, object]:
    facts = decision.facts
    return {
        "row": decision.row.row,
        "order": decision.row.order or "–",
        "item": decision.item or "–",
        "reasons": decisions.reasons(lang, decision),
        "fields": say(lang, "sentence.list").join(
            word(lang, "invoice_field", each) for each in _missing(decision)
        ),
        "reference": facts.reference or "–",
        "shipped": facts.shipped_on.isoformat() if facts.shipped_on else "–",
        "kind": _kind(facts.invoice_type, lang),
        "gross": amount(facts.gross) if facts.gross is not None else "–",
        "currency": facts.currency or "",
        "rate": f"{facts.tax_rate.normalize():f}" if facts.tax_rate is not None else "–",
    }


def _kind(invoice_type: str | None, lang: str) -> str:
    """Return the kind of invoice in words; another text stays as it is printed."""
    if invoice_type is None:
        return word(lang, "invoice_type", "ordinary")
    return (
        word(lang, "invoice_type", invoice_type) if has_word("invoice_type", invoice_type) else invoice_type
    )


def _customers(answer: Answer, deadline: dt.date) -> Iterator[Draft]:
    found: dict[str, list[Decision]] = {}
    for each in answer.decisions:
        if Teller.CUSTOMER in each.tell and each.facts.email:
            found.setdefault(each.facts.email, []).append(each)
    for address, told in found.items():
        yield _to_customer(address, told, deadline)


def _to_customer(address: str, told: Sequence[Decision], deadline: dt.date) -> Draft:
    """Return the mail to a customer, in Chinese where the name is Chinese."""
    customer = told[0].facts.customer or told[0].facts.customer_number or address
    lang = "zh" if CHINESE.search(customer) else "en"
    lines = [say(lang, "notice.dear", customer=customer)]
    lines += [
        say(lang, _for_customer(each), **_values(each, lang), deadline=deadline.isoformat()) for each in told
    ]
    subject = say(lang, "notice.subject_customer", customer=customer)
    text = "\n".join(dict.fromkeys(lines))
    return Draft(Teller.CUSTOMER, lang, subject, text, address, _rows(told), tuple(told))


def _for_customer(decision: Decision) -> str:
    """Return the text for a customer: no reason of the house's own is in it."""
    if decision.code is Code.INVOICE:
        return "notice.invoice_early" if decision.facts.early else "notice.invoice"
    return "notice.data_missing" if _missing(decision) else ASKED[decision.code]


def _missing(decision: Decision) -> list[str]:
    """Return the fields of a customer's profile that are missing, as stable words."""
    found = (each.values.get("field") for each in decision.reasons if each.word == "data_missing")
    return [str(each) for each in found if each is not None]
