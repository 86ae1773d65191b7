"""Discounts that the document takes by itself, and lines that it wants for nothing."""

from collections.abc import Iterator

from compare import subject, told
from compare.case import Case
from models.comparison import Check, Severity
from models.reading import Clause


def checks(case: Case) -> Iterator[Check]:
    """Yield what sentences of the document do to its prices and the quotation does not."""
    if not any(each.discount for each in case.quotation.items):
        for clause in told.clauses(case, "discount"):
            about = told.of("L07", "total_amount", told.shown(clause))
            doubted = told.unsure(about, clause, Severity.MINOR)
            found = subject.differs(about, why="discount_not_quoted") if clause.field.sure else doubted
            yield told.at(found, clause.field.evidence)
    items = {pair.line + 1: item for pair, _, item in case.pairs()}
    for clause in told.clauses(case, "free", "included"):
        item = items.get(clause.line or 0)
        yield _for_nothing(clause, quoted_free=item is not None and item.price == 0)


def _for_nothing(clause: Clause, *, quoted_free: bool) -> Check:
    about = told.of("L14", "unit_price", told.shown(clause), None, clause.line)
    if quoted_free:
        check = subject.equal_after(about, "free_as_quoted")
    elif clause.kind == "included":
        check = subject.not_checked(about, "included_elsewhere", Severity.MINOR)
    else:
        check = subject.differs(about, why="free_of_charge")
    return told.at(check, clause.field.evidence)
