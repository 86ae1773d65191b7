"""Lots that a sentence parts a line into: whether they add up to the line's quantity."""

from collections.abc import Iterator
from decimal import Decimal

from compare import subject, told, values
from compare.case import Case
from models.comparison import Check, Severity
from models.reading import Clause


def checks(case: Case) -> Iterator[Check]:
    """Yield for every line with lots whether they add up; of an order of one line every sentence counts."""
    found = list(told.clauses(case, "lots"))
    for clause in found:
        line = clause.line or (1 if len(case.reading.lines) == 1 else None)
        yield told.at(_added(case, clause, line), clause.field.evidence)
    if not found:
        yield subject.not_checked(told.of("L11", "lots", None), "no_clause")


def _added(case: Case, clause: Clause, line: int | None) -> Check:
    quantity = values.number(case.reading.lines[line - 1].quantity) if line else None
    shown = told.shown(clause)
    if quantity is None:
        return subject.not_checked(told.of("L11", "lots", shown), "which_line", Severity.MINOR)
    about = told.of("L11", "lots", shown, values.plain(quantity), line)
    if total(clause.field.value or "") == quantity:
        return subject.equal(about)
    if not clause.field.sure:
        return told.unsure(about, clause, Severity.MINOR)
    return subject.differs(about, why="lots")


def total(lots: str) -> Decimal:
    """Return the sum of lots in the notation "10@2026-12-20 20@P8W"."""
    return sum((Decimal(each.partition("@")[0]) for each in lots.split()), Decimal(0))
