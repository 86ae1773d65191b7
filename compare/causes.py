"""One cause that explains several differences: a tax basis, a price unit, a discount, a shift of dates."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from compare import delivery
from compare.case import Case
from models.comparison import Cause, Check, Outcome
from models.policy import Policy

ONE = Decimal(1)
HUNDRED = Decimal(100)
PLACES = Decimal("0.0001")
CENT = Decimal("0.01")


def find(checks: Sequence[Check], case: Case) -> Iterator[Cause]:
    """Yield every cause that explains at least as many lines as the policy asks for."""
    prices = {
        at: each for at, each in enumerate(checks) if _differs(each, "L06") and _ratio(each) is not None
    }
    for code in ("tax_basis", "price_unit"):
        group = {at: each for at, each in prices.items() if each.why == code}
        yield from _ratios(code, group, case.policy)
    rest = {at: each for at, each in prices.items() if each.why not in {"tax_basis", "price_unit"}}
    yield from _discount(rest, case.policy)
    yield from _shift(checks, case)


def _differs(check: Check, code: str) -> bool:
    return check.code == code and check.outcome is Outcome.DIFFERS and check.line is not None


def _ratio(check: Check) -> Decimal | None:
    if not check.document or not check.quotation or not Decimal(check.quotation):
        return None
    return Decimal(check.document) / Decimal(check.quotation) or None


def _ratios(code: str, group: dict[int, Check], policy: Policy) -> Iterator[Cause]:
    """Yield the causes of a group, one for each factor that is common to enough lines."""
    for factor in dict.fromkeys(_nearest(code, each, policy) for each in group.values()):
        same = {at: each for at, each in group.items() if _nearest(code, each, policy) == factor}
        if factor is not None and len(same) >= policy.causes.fewest_lines:
            yield _cause(code, same, factor)


def _nearest(code: str, check: Check, policy: Policy) -> Decimal | None:
    """Return the exact factor that a ratio of rounded prices stands for."""
    ratio = _ratio(check)
    rates = [1 + rate / HUNDRED for rate in policy.causes.tax_rates]
    known = rates if code == "tax_basis" else list(policy.causes.price_units)
    factors = [*known, *(ONE / each for each in known)]
    return None if ratio is None else min(factors, key=lambda each: abs(each / ratio - 1))


def _discount(group: dict[int, Check], policy: Policy) -> Iterator[Cause]:
    """Yield the percentage that every differing line is below its quoted price, to a tenth."""
    cuts = {at: _percent(each) for at, each in group.items()}
    for cut in dict.fromkeys(cuts.values()):
        same = {at: each for at, each in group.items() if cuts[at] == cut}
        if cut is None or not 0 < cut <= policy.causes.largest_discount_percent:
            continue
        if len(same) >= policy.causes.fewest_lines:
            yield _cause("discount", same, 1 - cut / HUNDRED)


def _percent(check: Check) -> Decimal | None:
    ratio = _ratio(check)
    return None if ratio is None else ((1 - ratio) * HUNDRED).quantize(Decimal("0.1"))


def _cause(code: str, group: dict[int, Check], factor: Decimal) -> Cause:
    return Cause(code, tuple(group), factor.quantize(PLACES).normalize(), _residual(group.values(), factor))


def _residual(checks: Iterable[Check], factor: Decimal) -> Decimal:
    """Return the largest price that a factor leaves unexplained."""
    rests = (abs(Decimal(each.document or 0) - Decimal(each.quotation or 0) * factor) for each in checks)
    return max(rests, default=Decimal(0)).quantize(CENT)


def _shift(checks: Sequence[Check], case: Case) -> Iterator[Cause]:
    """Yield that all early lines are early by the same number of days."""
    days = delivery.shifts(case)
    early = {
        at: days[each.line]
        for at, each in enumerate(checks)
        if _differs(each, "L10") and each.line is not None and each.line in days
    }
    if len(early) >= case.policy.causes.fewest_lines and len(set(early.values())) == 1:
        shift = next(iter(early.values()))
        yield Cause("date_shift", tuple(early), detail=f"{shift} d")
