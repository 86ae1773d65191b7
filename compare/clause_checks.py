"""Clauses of the document against our standard clauses, which the policy states in sentences."""

import functools
from collections.abc import Iterator, Mapping
from decimal import Decimal

from compare import clause_terms, subject, told
from compare.case import Case
from compare.subject import Subject
from extractors.clauses.read import statements
from models.comparison import Check, Severity
from models.reading import Clause

BLOCKER, MAJOR, MINOR, INFO = Severity.BLOCKER, Severity.MAJOR, Severity.MINOR, Severity.INFO
BINDING = ("damages", "warranty", "liability", "pay_when_paid")
QUANTITIES = ("partial", "tolerance")
COSTLY = frozenset({"MTC_3.2"})
"""Papers that a third party signs: they cost money and time wherever they are asked for."""

Standard = Mapping[str, tuple[str, ...]]


@functools.lru_cache(maxsize=16)
def standard(sentences: tuple[str, ...]) -> Standard:
    """Return what our standard clauses say, by kind."""
    found: dict[str, tuple[str, ...]] = {}
    for each in (said for text in sentences for said in statements(text)):
        found[each.kind] = (*found.get(each.kind, ()), each.value)
    return found


@functools.lru_cache(maxsize=16)
def papers(names: tuple[str, ...]) -> frozenset[str]:
    """Return the papers that we give, by their known names."""
    read = (said.value for name in names for said in statements(f"随货提供{name}") if said.kind == "docs")
    return frozenset(each.partition(":")[0] for value in read for each in value.split())


def checks(case: Case) -> Iterator[Check]:
    """Yield how every clause came out; where there is none of a kind, that none was found."""
    ours = standard(case.policy.clauses.standard)
    yield from _some(case, "H10", "clauses", BINDING, ours)
    yield from _papers(case)
    yield from _effect(case)
    yield from _some(case, "H13", "partial_delivery", QUANTITIES, ours)


def _some(case: Case, code: str, name: str, kinds: tuple[str, ...], ours: Standard) -> Iterator[Check]:
    found = list(told.clauses(case, *kinds))
    for clause in found:
        against = ours.get(clause.kind, ())
        quoted = f"{clause.kind} {against[0]}".strip() if against else None
        about = told.of(code, name, told.shown(clause), quoted)
        check = _alarming(about, clause) or _held(about, clause, against)
        yield told.at(check, clause.field.evidence)
    if not found:
        yield subject.not_checked(told.of(code, name, None), "no_clause")


def _alarming(about: Subject, clause: Clause) -> Check | None:
    """Return what no standard is needed for: no limit to damages or liability, pay when paid."""
    value = clause.field.value or ""
    why = None
    if clause.kind == "damages" and clause_terms.unlimited(value):
        why = "no_limit"
    if clause.kind == "liability" and value == "unlimited":
        why = "no_limit"
    if clause.kind == "pay_when_paid":
        why = "pay_when_paid"
    if why is None:
        return None
    if not clause.field.sure:
        # The limit of damages may stand in the next sentence; the others are complete as they are.
        return told.unsure(about, clause, MINOR if clause.kind == "damages" else MAJOR)
    return subject.differs(about, BLOCKER, why)


def _held(about: Subject, clause: Clause, against: tuple[str, ...]) -> Check:
    if not against:
        return subject.not_checked(about, "no_standard")
    if not clause.field.sure:
        return told.unsure(about, clause, MAJOR)
    exceeds = COMPARED[clause.kind](clause.field.value or "", against[0])
    if exceeds is None:
        return subject.not_checked(about, "not_understood", MAJOR)
    return subject.differs(about, why="beyond_standard") if exceeds else subject.equal(about)


def _damages(asked: str, given: str) -> bool | None:
    one, other = clause_terms.damages(asked), clause_terms.damages(given)
    if one is None or other is None:
        return False if asked == given else None
    over = other.cap is not None and (one.cap is None or one.cap > other.cap)
    return over or one.weekly > other.weekly


def _warranty(asked: str, given: str) -> bool | None:
    if asked == given:
        return False
    one, other = clause_terms.warranty(asked), clause_terms.warranty(given)
    return None if one is None or other is None else clause_terms.is_longer(one, other)


def _liability(asked: str, given: str) -> bool | None:
    if asked in {given, "no_consequential"}:
        return False
    one, other = clause_terms.share(asked), clause_terms.share(given)
    return None if one is None or other is None else one > other


def _partial(asked: str, given: str) -> bool | None:
    return asked == "forbidden" and given == "allowed"


def _tolerance(asked: str, given: str) -> bool | None:
    """Tell whether the document leaves us less room than our own standard."""
    one, other = ([abs(Decimal(each)) for each in text.split()] for text in (asked, given))
    return any(here < there for here, there in zip(one, other, strict=True))


COMPARED = {
    "damages": _damages,
    "warranty": _warranty,
    "liability": _liability,
    "partial": _partial,
    "tolerance": _tolerance,
}
"""By kind: whether what is asked goes beyond what we give; None where that cannot be told."""


def _effect(case: Case) -> Iterator[Check]:
    """Yield what makes the contract effective, for whoever looks at its seals."""
    for clause in told.clauses(case, "effective"):
        about = told.of("H12", "seal", told.shown(clause))
        yield told.at(subject.not_checked(about, "not_read_from_documents"), clause.field.evidence)


def _papers(case: Case) -> Iterator[Check]:
    """Yield whether all papers that are asked for are among those that we give anyway."""
    found = list(told.clauses(case, "docs"))
    given = papers(case.policy.clauses.documents)
    for clause in found:
        asked = {each.partition(":")[0] for each in (clause.field.value or "").split()}
        about = told.of("H11", "documents", told.shown(clause), " ".join(sorted(given)) or None)
        yield told.at(_given(about, asked, given), clause.field.evidence)
    if not found:
        yield subject.not_checked(told.of("H11", "documents", None), "no_clause")


def _given(about: Subject, asked: set[str], given: frozenset[str]) -> Check:
    if asked & COSTLY - given:
        return subject.differs(about, MAJOR, "third_party")
    if not given:
        return subject.not_checked(about, "no_standard")
    return subject.equal(about) if asked <= given else subject.differs(about, MINOR, "beyond_standard")
