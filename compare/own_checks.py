"""Who sells, where the goods go, and whether a listed name or word stands in the order."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from compare import place_names, subject, told, values
from compare.case import Case
from extractors.fields import companies
from extractors.fields.text import fold
from extractors.late import late
from models.comparison import Check, Severity
from models.reading import Clause

ALIKE = 85
"""From here on (of 100) a name may be ours, spelt or read differently: that is not known."""
SAME_PLACE = 90
NUMBERED = late(r"[0-9]+|[一二三四五六七八九十]+(?=[号期库门栋楼厂区])|[a-z](?=[座栋库区门])")
"""What tells two places of one address apart."""
SHORTEST_WORD = 2


def checks(case: Case) -> Iterator[Check]:
    """Yield how our name, our account, the place of delivery and the screening came out."""
    yield _name(case)
    yield _account(case)
    yield _place(case)
    yield from _screening(case)


def _name(case: Case) -> Check:
    ours = case.policy.own.names
    sellers, named = list(told.clauses(case, "seller")), list(told.clauses(case, "named"))
    stated = sellers[0] if sellers else None
    about = told.of("H02", "our_name", stated.field.value if stated else None, ours[0] if ours else None)
    if not ours:
        return subject.not_checked(about, "no_master_data")
    keys = {companies.key(each) for each in ours}
    if any(companies.key(each.field.value or "") in keys for each in (*sellers, *named)):
        return subject.equal(told.of("H02", "our_name", ours[0], ours[0]))
    if stated is None:
        return subject.not_checked(about, "no_data")
    return told.at(_other_name(case, stated), stated.field.evidence)


def _other_name(case: Case, stated: Clause) -> Check:
    ours = case.policy.own.names
    about = told.of("H02", "our_name", stated.field.value, ours[0])
    own = companies.key(stated.field.value or "")
    if any(fuzz.ratio(own, companies.key(each)) >= ALIKE for each in ours):
        return subject.not_checked(about, "alike", Severity.MAJOR)
    if not any((stated.field.value or "").isascii() is each.isascii() for each in ours):
        return subject.not_checked(about, "other_script", Severity.MINOR)
    return told.unsure(about, stated, Severity.MAJOR) if not stated.field.sure else subject.differs(about)


def _account(case: Case) -> Check:
    """Return whether an account that the document names is ours; a single other one may be anybody's."""
    ours = frozenset(map(_digits, case.policy.own.accounts))
    stated = list(told.clauses(case, "account"))
    shown = ", ".join(each.field.value or "" for each in stated) or None
    about = told.of("H02", "our_account", shown, case.policy.own.accounts[0] if ours else None)
    if not ours:
        return subject.not_checked(about, "no_master_data")
    if not stated:
        return subject.not_checked(about, "no_data")
    if any(_digits(each.field.value or "") in ours for each in stated):
        return subject.equal(about)
    if len(stated) == 1:
        return told.at(subject.not_checked(about, "whose_account", Severity.MINOR), stated[0].field.evidence)
    return told.at(subject.differs(about), stated[-1].field.evidence)


def _digits(account: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", account.upper())


def _place(case: Case) -> Check:
    """Return whether the goods go to a place that is known of the customer."""
    known = _places(case)
    field = case.header.delivery_place
    about = told.of("H08", "delivery_place", values.text(field), known[0] if known else None)
    if not known:
        return subject.not_checked(about, "no_master_data")
    if field is None or field.value is None:
        return subject.not_checked(about, "no_data" if field is None else "not_read")
    if any(fold(each) == fold(field.value) for each in known):
        return told.at(subject.equal(about), field.evidence)
    if any(_is_place(field.value, each) for each in known):
        return told.at(subject.equal_after(about, "notation"), field.evidence)
    if not field.sure:
        return told.at(subject.not_checked(about, "not_read", Severity.MINOR), field.evidence)
    return told.at(subject.differs(about), field.evidence)


def _is_place(stated: str, known: str) -> bool:
    """Tell whether a place is a known one in other words: with the same house, gate and store."""
    here, there = (frozenset(NUMBERED.findall(fold(each))) for each in (stated, known))
    alike = fuzz.token_set_ratio(fold(known), fold(stated)) >= SAME_PLACE
    same_words = place_names.words(stated) == place_names.words(known)
    return same_words or (alike and (here <= there or there <= here))


def _places(case: Case) -> tuple[str, ...]:
    table = case.policy.vocabulary.ship_to
    quotation = case.quotation
    names = (quotation.customer_number, quotation.customer, quotation.customer_local)
    return tuple(place for name in names if name for place in table.get(name, ()))


def _screening(case: Case) -> Iterator[Check]:
    """Yield every text of the order that holds a listed word."""
    listed = [each for each in case.policy.screening.words if len(each) >= SHORTEST_WORD]
    if not listed:
        yield subject.not_checked(told.of("X02", "screening", None), "no_screening_lists")
        return
    hits = [(text, line, word) for text, line in _texts(case) for word in listed if _holds(text, word)]
    for text, line, word in hits:
        yield subject.differs(told.of("X02", "screening", text, word, line), why="listed")
    if not hits:
        yield subject.equal(told.of("X02", "screening", None))


def _holds(text: str, word: str) -> bool:
    if word.isascii():
        return re.search(rf"(?<![a-z0-9]){re.escape(word.lower())}(?![a-z0-9])", text.lower()) is not None
    return fold(word) in fold(text)


def _texts(case: Case) -> Iterator[tuple[str, int | None]]:
    header = case.header
    for field in (header.customer, header.delivery_place):
        if field is not None and field.value:
            yield field.value, None
    for clause in told.clauses(case, "named"):
        yield clause.field.value or "", None
    for at, line in enumerate(case.reading.lines, start=1):
        if line.description is not None and line.description.value:
            yield line.description.value, at
