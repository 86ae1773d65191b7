"""Discounts that the document takes by itself, further charges, and lines that it wants for nothing."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from compare import subject, told, values
from compare.case import Case
from extractors.lines import charges
from models.comparison import Check, Severity
from models.quotation import QuotationItem
from models.reading import Clause

CENT, ONE, ZERO = Decimal("0.01"), Decimal(1), Decimal(0)


def checks(case: Case) -> Iterator[Check]:
    """Yield what sentences of the document do to its prices and the quotation does not."""
    if not any(each.discount for each in case.quotation.items):
        for clause in told.clauses(case, "discount"):
            about = told.of("L07", "charges", told.shown(clause))
            doubted = told.unsure(about, clause, Severity.MINOR)
            found = subject.differs(about, why="discount_not_quoted") if clause.field.sure else doubted
            yield told.at(found, clause.field.evidence)
    yield from _charges(case)
    items = {pair.line + 1: item for pair, _, item in case.pairs()}
    for clause in told.clauses(case, "free", "included"):
        item = items.get(clause.line or 0)
        yield _for_nothing(clause, quoted_free=item is not None and item.price == 0)


def _charges(case: Case) -> Iterator[Check]:
    """Yield what is charged below the lines or taken off there, unless it is what was quoted."""
    granted = [each.discount for each in case.quotation.items if each.discount]
    for clause in told.clauses(case, "charge"):
        about = told.of("L07", "charges", told.shown(clause))
        amount = values.number(clause.field) or ZERO
        if any(abs(-amount - each) <= CENT for each in granted):
            continue
        quoted = next((each for each in _not_ordered(case) if _makes(each) == amount), None)
        if quoted is not None:
            check = subject.equal(replace(about, quotation=quoted.description, item=quoted.item))
        elif clause.field.sure:
            check = subject.differs(about, why="charge_not_quoted")
        else:
            check = told.unsure(about, clause, Severity.MAJOR)
        yield told.at(check, clause.field.evidence)


def _not_ordered(case: Case) -> Iterator[QuotationItem]:
    """Yield the quoted charges that no line orders: what one costs may stand below the lines."""
    items = (case.quotation.items[at] for at in case.found.fit.alignment.missing)
    return (each for each in items if each.description and charges.is_one(each.description))


def _makes(item: QuotationItem) -> Decimal | None:
    """Return what a quoted item costs in all."""
    return None if item.price is None else item.price / item.price_per * (item.quantity or ONE)


def _for_nothing(clause: Clause, *, quoted_free: bool) -> Check:
    about = told.of("L14", "unit_price", told.shown(clause), None, clause.line)
    if quoted_free:
        check = subject.equal_after(about, "free_as_quoted")
    elif clause.kind == "included":
        check = subject.not_checked(about, "included_elsewhere", Severity.MINOR)
    else:
        check = subject.differs(about, why="free_of_charge")
    return told.at(check, clause.field.evidence)
