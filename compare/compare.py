"""A document held against the quotation it was ordered from: from a reading to a comparison."""

import datetime as dt
from collections.abc import Iterator

from compare import (
    causes,
    clause_checks,
    deal_checks,
    delivery,
    description_checks,
    doubt,
    header_checks,
    line_checks,
    lot_checks,
    mandatory,
    notes,
    own_checks,
    quoted_flaws,
    subject,
    totals,
    values,
    verdict,
)
from compare.align import matches
from compare.book import QuotationBook
from compare.case import Case
from compare.catalogue import CATALOGUE
from compare.match import elsewhere, find
from compare.subject import Subject
from models.comparison import Check, Comparison, Side, Verdict
from models.policy import Policy
from models.reading import Reading


def compare(reading: Reading, book: QuotationBook, policy: Policy, today: dt.date) -> Comparison:
    """Hold a document against its quotation; `today` stands in where the document has no date."""
    found = find(reading, book, policy, today)
    if found is None:
        return _without_quotation(reading)
    case = Case(reading, found, policy, today, elsewhere(reading, found.fit, book))
    plain = doubt.settled(list(_checks(case)), case, _checks)
    checks = tuple(subject.weighed(each, policy.severities) for each in plain)
    differences = tuple(verdict.differences(checks))
    said = tuple(notes.notes(case, checks))
    certain = not found.others and not reading.problems and bool(reading.lines)
    return Comparison(
        verdict=verdict.verdict(checks, differences, said, certain=certain),
        document_number=values.text(reading.header.document_number),
        quotation_number=case.quotation.number,
        proposed=not found.named,
        candidates=found.others,
        checks=checks,
        matches=tuple(matches(found.fit.alignment, case.quotation)),
        causes=tuple(causes.find(checks, case)),
        differences=differences,
        notes=said,
    )


def _checks(case: Case) -> Iterator[Check]:
    """Yield every check of the field matrix, those that are not done here with the reason."""
    made = list(quoted_flaws.over(list(_made(case)), case))
    yield from made
    seen = {each.code for each in made}
    for code, each in CATALOGUE.items():
        if each.reason is not None and code not in seen:
            yield subject.not_checked(Subject(code, each.field, None), each.reason)


def _made(case: Case) -> Iterator[Check]:
    yield from mandatory.checks(case.reading)
    yield from header_checks.checks(case)
    yield from line_checks.checks(case)
    total = totals.total(case)
    yield total
    discount = totals.discount(case.quotation, total)
    if discount is not None:
        yield discount
    yield from delivery.checks(case)
    yield from own_checks.checks(case)
    yield from clause_checks.checks(case)
    yield from lot_checks.checks(case)
    yield from deal_checks.checks(case)
    yield from description_checks.checks(case)


def _without_quotation(reading: Reading) -> Comparison:
    """Return that no quotation fits: nothing was compared, and every check says so."""
    named = Subject("H03", "quotation_number", reading.header.quotation_number)
    checks = [subject.missing(named, Side.QUOTATION, CATALOGUE["H03"].severity)]
    checks += [
        subject.not_checked(Subject(code, each.field, None), each.reason or "no_quotation")
        for code, each in CATALOGUE.items()
        if code != named.code
    ]
    number = values.text(reading.header.document_number)
    return Comparison(Verdict.NO_QUOTATION, number, checks=tuple(checks))
