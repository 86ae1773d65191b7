"""Small orders and quotations for the tests of comparing: what a test does not say is equal on both sides."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

from compare import verdict
from compare.book import build
from compare.compare import compare
from models.comparison import Check, Comparison, Verdict
from models.policy import Policy
from models.quotation import Quotation, QuotationItem
from models.reading import (
    Candidate,
    Clause,
    Evidence,
    Field,
    Header,
    Kind,
    Language,
    OrderLine,
    Problem,
    Reading,
    Reason,
)
from review import vocabulary

TODAY = dt.date(2026, 11, 24)
NUMBER = "20017734"
CUSTOMER = "江苏示例泵业制造有限公司"


def sure(value: str, **more: Any) -> Field:
    """Return a field that was read surely."""
    return Field(value, sure=True, evidence=Evidence(value), **more)


def unsure(value: str | None, *others: str, reason: Reason = Reason.CHARACTERS, **more: Any) -> Field:
    """Return a field that a person has to look at, with its other readings."""
    candidates = tuple(Candidate(each) for each in others)
    return Field(
        value, sure=False, evidence=Evidence(value or ""), reason=reason, candidates=candidates, **more
    )


def field(value: str | Field | None) -> Field | None:
    """Return a field, sure where only its value is given."""
    return sure(value) if isinstance(value, str) else value


def line(**changes: str | Field | None) -> OrderLine:
    """Return an ordered line: two of a part for 118.00 each, its amount computed."""
    stated: dict[str, str | Field | None] = {
        "part_number": "10076507",
        "quantity": "2",
        "unit": "件",
        "unit_price": "118.00",
        "amount": "236.00",
    }
    return OrderLine(**{name: field(value) for name, value in (stated | changes).items()})


def order(
    *lines: OrderLine, problems: tuple[Problem, ...] = (), clauses: tuple[Clause, ...] = (), **changes: Any
) -> Reading:
    """Return an order that names its quotation; its total is the sum of the amounts."""
    lines = lines or (line(),)
    amounts = [Decimal((each.amount and each.amount.value) or 0) for each in lines]
    stated: dict[str, str | Field | None] = {
        "document_number": "PO-1",
        "document_date": "2026-11-23",
        "quotation_number": NUMBER,
        "customer": CUSTOMER,
        "currency": "CNY",
        "total_amount": str(sum(amounts)),
        "tax_rate": "13",
        "tax_included": "false",
    }
    header = Header(**{name: field(value) for name, value in (stated | changes).items()})
    return Reading(Kind.PURCHASE_ORDER, Language.CHINESE, header, lines, problems, clauses=clauses)


def item(number: str = "10", **changes: Any) -> QuotationItem:
    """Return a quoted item: what `line` orders."""
    plain = QuotationItem(
        number,
        part_number="10076507",
        quantity=Decimal(2),
        unit="EA",
        price=Decimal("118.00"),
        currency="CNY",
        tax_rate=Decimal(13),
        tax_included=False,
    )
    return replace(plain, **changes)


def quotation(*items: QuotationItem, **changes: Any) -> Quotation:
    """Return the quotation that `order` names."""
    plain = Quotation(
        NUMBER,
        items or (item(),),
        date=dt.date(2026, 11, 1),
        valid_to=dt.date(2026, 12, 31),
        customer_number="100234",
        customer=CUSTOMER,
    )
    return replace(plain, **changes)


def held(
    reading: Reading | None = None,
    *quotations: Quotation,
    policy: Policy | None = None,
) -> Comparison:
    """Hold an order against the quotations of a book; every stable word that comes out has its wording."""
    found = compare(reading or order(), build(quotations or (quotation(),)), policy or Policy(), TODAY)
    assert {each.why for each in found.checks} - {None} <= set(vocabulary.WHYS)
    assert {each.why for each in found.matches} - {""} <= set(vocabulary.MATCH_WHYS)
    assert {each.code for each in found.causes} <= set(vocabulary.CAUSES)
    return found


def shown(comparison: Comparison) -> set[tuple[str, str, int | None, str | None]]:
    """Return the differences as (kind, field, line, item), what is missing in the document left out."""
    return {
        (each.kind.value, each.field, each.line, each.quote_item)
        for each in comparison.differences
        if each.kind.value != "missing_in_document"
    }


def stopping(comparison: Comparison) -> set[str]:
    """Return the codes of what keeps an order from being a match; none are there if it is one."""
    notes = {each.code for each in comparison.notes if each.severity in verdict.WEIGHTY}
    found = {each.code for each in comparison.checks if verdict.is_open(each) or _is_told(each)} | notes
    assert bool(found) is (comparison.verdict is not Verdict.MATCH), "the verdict follows from what stops it"
    return found


def _is_told(each: Check) -> bool:
    kind = verdict.kind(each)
    return kind is not None and kind not in verdict.INFORMATION


def check(comparison: Comparison, code: str, line: int | None = None, name: str | None = None) -> Check:
    """Return the one check with a code, on a line, of a field."""
    (found,) = (
        each
        for each in comparison.checks
        if (each.code, each.line) == (code, line) and name in {None, each.field}
    )
    return found


def outcome(comparison: Comparison, code: str, line: int | None = None) -> tuple[str, str | None]:
    """Return how a check came out, and why."""
    found = check(comparison, code, line)
    return found.outcome.value, found.why
