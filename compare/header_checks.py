"""What stands once in a document: quotation number, buyer, currency, tax, payment terms, Incoterms."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from rapidfuzz import fuzz

from compare import customers, payment_terms, place_names, price_checks, subject, values
from compare.book import named_keys, number_key, unprefixed
from compare.case import Case
from compare.subject import Subject
from extractors.fields import companies, incoterms
from extractors.fields.text import fold
from models.comparison import Check, Outcome, Severity, Side
from models.reading import Field, Reason

HUNDRED = Decimal(100)


def checks(case: Case) -> Iterator[Check]:
    """Yield how the fields of the header came out."""
    yield quotation_number(case)
    yield validity(case)
    yield buyer(case)
    yield currency(case)
    yield from tax(case)
    yield terms_of_payment(case)
    yield from trade_terms(case)


def quotation_number(case: Case) -> Check:
    """Return whether the document names the quotation that it was ordered from."""
    field, others = case.header.quotation_number, case.found.others
    of = Subject("H03", "quotation_number", field, case.quotation.number)
    if field is None:
        several = ", ".join(others)
        return _several(of, several) if others else subject.missing(of, Side.DOCUMENT)
    if field.value is None:
        return subject.unread(of)
    if others:
        return _several(of, ", ".join(others))
    key = number_key(case.quotation.number)
    if number_key(field.value) == key:
        doubted = not field.sure and field.reason is Reason.ROLE
        confirmed = doubted and not field.candidates and _fits_wholly(case)
        return subject.confirmed(of, "by_all_lines") if confirmed else subject.equal(of)
    if number_key(unprefixed(field.value)) == key:
        return subject.equal_after(of, "notation")
    return (
        subject.equal_after(of, "one_of_several") if key in named_keys(field.value) else subject.differs(of)
    )


def _fits_wholly(case: Case) -> bool:
    """Tell whether an order is for all that its customer was quoted: parts, prices, quantities, in time.

    Nobody but the offer to this customer has all of them; what was doubtful on the paper is settled by that.
    """
    fit = case.found.fit
    return fit.whole and fit.customer is True and not fit.alignment.missing and not case.found.others


def _several(of: Subject, others: str) -> Check:
    return subject.not_checked(of, "several_fit", Severity.MAJOR, others)


def validity(case: Case) -> Check:
    """Return whether the offer still held when the document was written."""
    last = case.quotation.valid_to
    of = Subject("H04", "document_date", case.header.document_date, last.isoformat() if last else None)
    if last is None:
        return subject.missing(of, Side.QUOTATION)
    if case.ordered_on is None:
        return subject.not_checked(of, "no_document_date")
    if case.ordered_on > last:
        return subject.differs(of, why="expired")
    begun = case.quotation.date
    if begun is not None and case.ordered_on < begun:
        return subject.differs(replace(of, quotation=begun.isoformat()), why="before_offer")
    return subject.equal(of)


def buyer(case: Case) -> Check:
    """Return whether the buyer is the quotation's customer."""
    field, quoted = case.header.customer, customers.names(case.quotation)
    of = Subject("H01", "customer", field, _nearest(values.text(field), quoted))
    if field is None:
        return subject.unstated(of)
    if field.value is None:
        return subject.unread(of)
    same = case.found.fit.customer
    if same:
        return _same_buyer(of, field, case, plain=field.value in quoted)
    if same is None and not quoted:
        return subject.not_checked(of, "not_quoted", Severity.MAJOR)
    if same is None and not customers.comparable(field.value, quoted):
        # A region that both names tell speaks for the customer; else nothing does.
        near = customers.is_near(field.value, quoted)
        return subject.not_checked(of, "other_script", Severity.MINOR if near else Severity.MAJOR)
    return subject.differs(of, why="alike" if same is None else None)


def _beside_us(field: Field, case: Case) -> bool:
    """Tell whether of the two companies that may buy the other one is ours: it sells."""
    ours = {companies.key(each) for each in case.policy.own.names}
    others = {companies.key(each.value) for each in field.candidates}
    return field.reason is Reason.PARTY and bool(others) and others <= ours


def _same_buyer(of: Subject, field: Field, case: Case, *, plain: bool) -> Check:
    """Return that the names agree; that we do not buy tells who does, in an order for all of the offer."""
    if _beside_us(field, case) and _fits_wholly(case):
        return subject.confirmed(of, "by_all_lines")
    return subject.equal(of) if plain else subject.equal_after(of, "notation")


def _nearest(name: str | None, quoted: tuple[str, ...]) -> str | None:
    return max(quoted, key=lambda each: fuzz.ratio(name or "", each), default=None)


def currency(case: Case) -> Check:
    """Return whether the document's currency is that of the items."""
    field = case.header.currency
    items = case.items or case.quotation.items
    known = tuple(dict.fromkeys(each.currency for each in items if each.currency))
    of = Subject("H05", "currency", field, ", ".join(known) or None)
    if field is None:
        return subject.unstated(of)
    if field.value is None:
        return subject.unread(of)
    if not known:
        return subject.not_checked(of, "not_quoted", Severity.MAJOR)
    same = all(price_checks.same_currency(field.value, each) for each in known)
    return subject.equal(of) if same else subject.differs(of)


def tax(case: Case) -> Iterator[Check]:
    """Yield how the tax rate came out, and the tax basis of the prices where there is any tax."""
    yield _rate(case)
    bases = {each.tax_included for each in case.items if each.tax_included is not None}
    rates = {each.tax_rate for each in case.items if each.tax_rate}
    field = case.header.tax_included
    if len(bases) != 1 or not (rates or values.number(case.header.tax_rate)):
        return
    quoted = "true" if bases == {True} else "false"
    of = Subject("L09", "tax_included", field, quoted)
    if field is None:
        yield subject.unstated(of)
    elif values.flag(field) is None:
        yield subject.unread(of)
    else:
        yield subject.equal(of) if field.value == quoted else subject.equal_after(of, "converted")


def _rate(case: Case) -> Check:
    field = case.header.tax_rate
    rates = sorted({each.tax_rate for each in case.items if each.tax_rate is not None})
    of = Subject("L09", "tax_rate", field, ", ".join(map(values.plain, rates)) or None)
    if field is None:
        return subject.unstated(of)
    stated = values.number(field)
    if stated is None:
        return subject.unread(of)
    if not rates:
        return subject.missing(of, Side.QUOTATION)
    if stated not in rates:
        return subject.differs(of)
    return subject.equal(of) if len(rates) == 1 else subject.not_checked(of, "several_rates", Severity.MAJOR)


def terms_of_payment(case: Case) -> Check:
    """Return whether both sides state the same payment terms; half understood terms are not compared."""
    field, quoted = case.header.payment_terms, case.quotation.payment_terms
    of = Subject("H06", "payment_terms", field, quoted)
    if field is None:
        return subject.unstated(of)
    if field.value is None:
        return subject.unread(of)
    if quoted is None:
        return subject.missing(of, Side.QUOTATION)
    wording = case.policy.vocabulary.payment_terms.get(quoted, quoted)
    same = payment_terms.same(field.value, wording)
    if same is None:
        return subject.not_checked(of, "not_understood", Severity.MAJOR)
    if not same:
        return subject.differs(of)
    return subject.equal(of) if fold(field.value) == fold(quoted) else subject.equal_after(of, "notation")


def trade_terms(case: Case) -> Iterator[Check]:
    """Yield how the Incoterms came out: the code, then the place."""
    field, quoted = case.header.incoterms, case.quotation.incoterms
    of = Subject("H07", "incoterms", field, quoted)
    if field is None:
        yield subject.unstated(of)
    elif field.value is None:
        yield subject.unread(of)
    elif quoted is None:
        yield subject.missing(of, Side.QUOTATION)
    else:
        yield _terms(of, field.value, quoted)


def _terms(of: Subject, stated: str, quoted: str) -> Check:
    one, other = incoterms.parse(stated), incoterms.parse(quoted)
    if one is None or other is None:
        same = fold(stated) == fold(quoted)
        return subject.equal(of) if same else subject.not_checked(of, "not_understood", Severity.MAJOR)
    if one[0] != other[0]:
        return subject.differs(of)
    placed = _place(of, one[1], other[1]) if one[1] and other[1] else None
    if placed is not None and placed.outcome is Outcome.DIFFERS:
        return placed
    if one[2] and other[2] and one[2] != other[2]:
        return subject.differs(of, Severity.MINOR, "version")
    if placed is not None:
        return placed
    return subject.equal_after(of, "place_not_stated") if one[1] or other[1] else subject.equal(of)


def _place(of: Subject, stated: str, quoted: str) -> Check:
    """Return how two named places came out; in two scripts only known ones can be compared."""
    if fold(stated) == fold(quoted):
        return subject.equal(of)
    same = place_names.same(stated, quoted)
    if same is None:
        return subject.not_checked(of, "other_script", Severity.MAJOR)
    return subject.equal_after(of, "notation") if same else subject.differs(of, Severity.MINOR, "place")
