"""Every line of the document against what it orders, and what was quoted and not ordered."""

from collections.abc import Iterator

from compare import parts_checks, price_checks, quantity_checks, subject, totals, values
from compare.align import Pair
from compare.case import Case
from compare.subject import Subject
from models.comparison import Check, Severity, Side
from models.quotation import QuotationItem
from models.reading import OrderLine

NAMES = ("part_number", "customer_part_number", "drawing_number", "description")


def checks(case: Case) -> Iterator[Check]:
    """Yield the checks of all lines, in their order, then the items that no line orders."""
    ordered = {pair.line: (pair, item) for pair, _, item in case.pairs()}
    for at, line in enumerate(case.reading.lines):
        if at in ordered:
            yield from _ordered(case, *ordered[at], line)
        else:
            yield _extra(case, at, line)
        yield from _own(case, at, line, ordered[at][1] if at in ordered else None)
    yield from _alternatives(case)
    for at in case.found.fit.alignment.missing:
        yield _missing(case.quotation.items[at])


def _ordered(case: Case, pair: Pair, item: QuotationItem, line: OrderLine) -> Iterator[Check]:
    yield from parts_checks.checks(case, pair, line, item)
    price = price_checks.price(case, pair, line, item)
    yield quantity_checks.quantity(case, pair, line, item)
    yield quantity_checks.unit(case, pair, line, item, same_price=price_checks.is_equal(price))
    yield price


def _own(case: Case, at: int, line: OrderLine, item: QuotationItem | None) -> Iterator[Check]:
    """Yield what a line says of itself: whether its amount is right, and whether it is for nothing."""
    amount = totals.amount(line, case.header, item, at, case.policy)
    if amount is not None:
        yield amount
    if values.number(line.unit_price) == 0:
        of = Subject("L14", "unit_price", line.unit_price, None, at + 1, item.item if item else None)
        quoted_free = item is not None and item.price == 0
        yield (
            subject.equal_after(of, "free_as_quoted")
            if quoted_free
            else subject.differs(of, why="zero_price")
        )


def _extra(case: Case, at: int, line: OrderLine) -> Check:
    """Return that a line orders what was not quoted; an item that was rejected is not quoted any more."""
    name = next((each for each in NAMES if getattr(line, each) is not None), NAMES[0])
    of = Subject("L12", name, getattr(line, name), line=at + 1)
    rejected = case.rejected(at)
    return subject.missing(of, Side.QUOTATION, Severity.BLOCKER, "rejected" if rejected else None)


def _alternatives(case: Case) -> Iterator[Check]:
    """Yield the lines that order an alternative although no item was left out for it."""
    if case.found.fit.alignment.missing:
        return
    for pair, line, item in case.pairs():
        if item.alternative:
            of = Subject("L13", "part_number", line.part_number, item.part_number, pair.line + 1, item.item)
            yield subject.not_checked(of, "alternative", Severity.MAJOR)


def _missing(item: QuotationItem) -> Check:
    number = item.part_number or item.local_part_number or item.customer_part_number or item.description
    return subject.missing(Subject("L13", "part_number", None, number, item=item.item), Side.DOCUMENT)
