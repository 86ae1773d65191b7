"""How much of a part is ordered, and in which unit."""

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from compare import parts_checks, subject, values
from compare.align import Pair
from compare.case import Case
from compare.subject import Subject
from extractors.fields import units
from models.comparison import Check, Outcome, Severity, Side
from models.policy import Policy
from models.quotation import QuotationItem
from models.reading import OrderLine

HUNDRED = Decimal(100)
COUNTED_ONCE = frozenset({"EA", "SET", "FU", "GROUP", "ACT", "LOT"})
"""Units of a charge that is made once: "1 次" is "1 EA"."""


def quantity(case: Case, pair: Pair, line: OrderLine, item: QuotationItem) -> Check:
    """Return how an ordered quantity came out; lines that order one item are added up."""
    together = sorted(case.found.fit.alignment.lines_of(pair.item))
    fields = tuple(case.reading.lines[each].quantity for each in together)
    quoted = _quoted(case, pair)
    shown = None if quoted is None else values.plain(quoted)
    of = Subject("L04", "quantity", line.quantity, shown, pair.line + 1, item.item, fields)
    ordered = [each for field in fields if (each := values.number(field)) is not None]
    if line.quantity is None:
        return subject.missing(of, Side.DOCUMENT, Severity.BLOCKER)
    if len(ordered) < len(fields):
        return subject.unread(of)
    if quoted is None:
        return subject.missing(of, Side.QUOTATION, Severity.MAJOR)
    if min(ordered) <= 0:
        own = values.number(line.quantity)
        is_own = own is not None and own <= 0
        return (
            subject.differs(of, Severity.BLOCKER, "not_positive")
            if is_own
            else subject.not_checked(of, "split")
        )
    if len(together) == 1:
        return _held(of, ordered[0], quoted, case.policy)
    return _split(of, dict(zip(together, ordered, strict=True)), pair.line, quoted, case.policy)


def _split(of: Subject, ordered: dict[int, Decimal], line: int, quoted: Decimal, policy: Policy) -> Check:
    """Return how a sum of lines came out: one that differs is told once, on the line that is out of step."""
    added = " + ".join(map(values.plain, ordered.values()))
    total = sum(ordered.values(), Decimal(0))
    check = _held(replace(of, shown=values.plain(total)), total, quoted, policy)
    if check.outcome is not Outcome.DIFFERS:
        return subject.equal_after(of, "split", added)
    odd = [each for each, part in ordered.items() if part * len(ordered) != quoted]
    told = odd[0] if len(odd) < len(ordered) else min(ordered)
    return (
        replace(check, why="split", detail=added)
        if line == told
        else subject.not_checked(of, "split", detail=added)
    )


def _quoted(case: Case, pair: Pair) -> Decimal | None:
    """Return the quantity of the item, of several items that one line orders their sum."""
    items = [case.quotation.items[each] for each in case.found.fit.alignment.items_of(pair.line)]
    found = [each.quantity for each in items if each.quantity is not None]
    return sum(found, Decimal(0)) if len(found) == len(items) else None


def _held(of: Subject, ordered: Decimal, quoted: Decimal, policy: Policy) -> Check:
    if ordered == quoted:
        return subject.equal(of)
    allowed = abs(quoted) * policy.quantities.tolerance_percent / HUNDRED
    if abs(ordered - quoted) <= allowed:
        return subject.equal_after(of, "tolerance")
    return subject.differs(of, Severity.MAJOR if ordered > quoted else Severity.MINOR)


def unit(case: Case, pair: Pair, line: OrderLine, item: QuotationItem, *, same_price: bool) -> Check:
    """Return how the unit of measure came out."""
    of = Subject("L05", "unit", line.unit, item.unit, pair.line + 1, item.item)
    if line.unit is None:
        return subject.unstated(of)
    if line.unit.value is None:
        return subject.unread(of)
    same_quantity = item.quantity is not None and values.number(line.quantity) == item.quantity
    if item.unit is None:
        return _unquoted(of, case.policy, alike=same_price or same_quantity)
    charge = parts_checks.are_charges(line.description, item.description)
    once = same_quantity and item.quantity == 1 and charge
    own = COUNTED_ONCE if once else frozenset(case.policy.vocabulary.counted)
    return _meaning(of, line.unit.value, item.unit, case.policy, own if same_price or same_quantity else ())


def _unquoted(of: Subject, policy: Policy, *, alike: bool) -> Check:
    """Return that no unit was quoted: a quantity that agrees counts whole things, and boxes are none."""
    stated = of.field.value if of.field is not None and of.field.value else ""
    one = units.canonical(policy.vocabulary.units.get(stated, stated))
    if alike and one in policy.vocabulary.counted:
        return subject.missing(of, Side.QUOTATION)
    return subject.not_checked(of, "not_quoted", Severity.MAJOR)


def _meaning(of: Subject, stated: str, quoted: str, policy: Policy, counted: Collection[str]) -> Check:
    """Return whether two units mean the same; those of `counted` count whole things, which are alike."""
    one, other = (policy.vocabulary.units.get(each, each) for each in (stated, quoted))
    same = units.same(one, other)
    if same:
        return subject.equal(of) if stated == quoted else subject.equal_after(of, "unit")
    if {units.canonical(one), units.canonical(other)} <= set(counted):
        return subject.equal_after(of, "counted")
    return subject.not_checked(of, "unit_unknown", Severity.BLOCKER) if same is None else subject.differs(of)
