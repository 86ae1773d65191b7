"""Checks on what is told in notes alone: their values are shown, and none of them is a difference."""

from collections.abc import Iterator
from dataclasses import replace

from compare import subject
from compare.case import Case
from compare.subject import Subject
from models.comparison import Check, Severity
from models.reading import Clause, Evidence


def of(
    code: str, name: str, shown: str | None, against: str | None = None, line: int | None = None
) -> Subject:
    """Return what such a check holds against what: the text of the document, not a field of it."""
    return Subject(code, name, None, against, line, shown=shown)


def at(check: Check, evidence: Evidence | None) -> Check:
    """Return the check with its spot in the document."""
    return replace(check, evidence=evidence)


def clauses(case: Case, *kinds: str) -> Iterator[Clause]:
    """Yield the clauses of some kinds that were read with a value."""
    return (each for each in case.reading.clauses if each.kind in kinds and each.field.value is not None)


def shown(clause: Clause) -> str:
    """Return a clause as one text: its kind, then its value in the notation of the kind."""
    return f"{clause.kind} {clause.field.value}".strip()


def unsure(about: Subject, clause: Clause, severity: Severity) -> Check:
    """Return that a clause was not understood to its last word, so that nothing was decided."""
    return at(subject.not_checked(about, "not_understood", severity), clause.field.evidence)
