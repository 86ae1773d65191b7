"""The document's own sums: every line's amount, and the total with tax and discount."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from compare import price_fit, prices, subject, told, values
from compare.case import Case
from compare.subject import Subject
from models.comparison import Check, Outcome, Severity, Side
from models.policy import Policy
from models.quotation import Quotation, QuotationItem
from models.reading import Field, Header, OrderLine, Reading

ONE = Decimal(1)
HUNDRED = Decimal(100)
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Sum:
    """What a total may be, and what leads from the lines to it (a stable word, None for the plain sum)."""

    value: Decimal
    why: str | None
    slack: Decimal


def amount(
    line: OrderLine, header: Header, item: QuotationItem | None, at: int, policy: Policy
) -> Check | None:
    """Return whether quantity times price is a line's amount; None where it states no amount."""
    field = line.amount
    if field is None:
        return None
    computed = _computed(line, header, policy, _price_unit(line, header, item, policy))
    of = Subject(
        "L08",
        "amount",
        field,
        None if computed is None else values.money(computed[0].quantize(CENT)),
        at + 1,
        item.item if item else None,
        others=(line.quantity, line.unit_price, line.price_per),
    )
    stated = values.number(field)
    if stated is None:
        return subject.unread(of)
    if computed is None:
        return subject.not_checked(of, "no_price_or_quantity")
    return _amount(of, stated, computed, _smallest(header, policy, policy.arithmetic.line))


def _price_unit(
    line: OrderLine, header: Header, item: QuotationItem | None, policy: Policy
) -> Decimal | None:
    """Return the price unit under which a line's price is the quoted one: its amount must follow from it."""
    found = price_fit.fit(line, header, item, policy) if item is not None else None
    return found.document.per if found is not None and found.equal else None


def _computed(
    line: OrderLine, header: Header, policy: Policy, per: Decimal | None = None
) -> tuple[Decimal, Decimal] | None:
    """Return quantity times price without and with the tax of the other basis."""
    price, quantity = prices.of_line(line, header, policy.prices), values.number(line.quantity)
    if price is None or quantity is None or not price.per:
        return None
    plain = quantity * price.amount / (per or price.per)
    factor = 1 + (price.rate or Decimal(0)) / HUNDRED
    return plain, plain / factor if price.included else plain * factor


def _amount(of: Subject, stated: Decimal, computed: tuple[Decimal, Decimal], smallest: Decimal) -> Check:
    plain, taxed = computed
    if abs(stated - plain) <= smallest:
        return subject.equal(of)
    if abs(stated - taxed) <= smallest:
        return subject.equal_after(of, "tax_basis")
    return subject.contradicts(of)


def _smallest(header: Header, policy: Policy, allowed: Decimal) -> Decimal:
    """Return what an amount may be out by: one unit at least in money without decimals (§4.3: yen, won)."""
    money = header.currency.value if header.currency is not None else None
    return max(allowed, ONE) if money in policy.prices.no_decimals else allowed


def total(case: Case) -> Check:
    """Return whether the lines add up to the document's total."""
    reading = case.reading
    field = reading.header.total_amount
    rests_on = _fields(reading.lines)
    sums = list(_sums(case))
    computed = _shown(sums, values.number(field))
    shown = None if computed is None else values.money(computed.quantize(CENT))
    of = Subject("H09", "total_amount", field, shown, others=rests_on)
    if field is None:
        return subject.missing(of, Side.DOCUMENT, Severity.MAJOR)
    stated = values.number(field)
    if stated is None:
        return subject.unread(of)
    if not sums:
        return subject.not_checked(of, "amount_missing")
    fitting = [each for each in sums if abs(stated - each.value) <= each.slack]
    if not fitting:
        return subject.contradicts(of)
    best = min(fitting, key=lambda each: each.why is not None)
    return subject.equal(of) if best.why is None else subject.equal_after(of, best.why)


def _fields(lines: tuple[OrderLine, ...]) -> tuple[Field | None, ...]:
    return tuple(
        field
        for line in lines
        for field in ((line.amount,) if line.amount else (line.quantity, line.unit_price))
    )


def _shown(sums: Sequence[Sum], stated: Decimal | None) -> Decimal | None:
    """Return the sum that is shown beside a total that is none: with or without tax, whichever is nearer."""
    likely = [each.value for each in sums if each.why in {None, "tax", "net_total"}]
    return min(likely, key=lambda each: abs(each - (stated or each)), default=None)


def _rates(case: Case) -> list[Decimal]:
    """Return the tax in percent of every line: the document's rate, else that of what the line orders."""
    stated = values.number(case.header.tax_rate)
    first = next((each.tax_rate for each in case.quotation.items if each.tax_rate is not None), None)
    quoted = {pair.line: item.tax_rate for pair, _, item in case.pairs() if item.tax_rate is not None}
    lines = range(len(case.reading.lines))
    return [stated if stated is not None else quoted.get(at, first) or Decimal(0) for at in lines]


def _sums(case: Case) -> Iterator[Sum]:
    """Yield what the total may be, the likeliest first."""
    reading, policy = case.reading, case.policy
    factors = [1 + rate / HUNDRED for rate in _rates(case)]
    included = bool(values.flag(reading.header.tax_included))
    read = [printed(line, reading.header, policy) for line in reading.lines]
    amounts = [each for each in read if each is not None]
    if not amounts or len(amounts) < len(read):
        return
    turned = [_is_turned(line, reading.header, policy) for line in reading.lines]
    slack = _smallest(reading.header, policy, policy.arithmetic.line) + policy.arithmetic.rounding_off
    spread = slack + _smallest(reading.header, policy, policy.arithmetic.tax_per_line) * len(amounts)
    gross = [included is not each for each in turned]
    bases = list(_bases(list(zip(amounts, factors, gross, strict=True)), slack, spread))
    bases = bases[:1] if included else bases
    yield from bases
    if not any(turned):
        yield from _recomputed(reading, policy, bases)
    reductions = [(each, "discount") for each in _discounts(case.quotation)]
    reductions += [(-each, "charges") for each in (_charged(case),) if each]
    for less, why in reductions:
        for each in bases:
            for one in {less, *(less * factor for factor in factors)}:
                yield Sum(each.value - one, why, spread)


def _charged(case: Case) -> Decimal:
    """Return what is charged below the lines, less what is taken off there."""
    return sum((values.number(each.field) or Decimal(0) for each in told.clauses(case, "charge")), Decimal(0))


def _bases(
    amounts: Sequence[tuple[Decimal, Decimal, bool]], slack: Decimal, spread: Decimal
) -> Iterator[Sum]:
    """Yield the sum of the amounts with tax and without.

    Each amount has the factor of its tax with it, and whether the tax is in it.
    """
    plain = sum((each for each, _, _ in amounts), Decimal(0))
    if all(factor == 1 for _, factor, _ in amounts):
        yield Sum(plain, None, slack)
        return
    gross = [has for _, _, has in amounts]
    taxed = sum((each if has else each * factor for each, factor, has in amounts), Decimal(0))
    net = sum((each / factor if has else each for each, factor, has in amounts), Decimal(0))
    yield Sum(taxed, None, slack) if all(gross) else Sum(taxed, "tax", spread)
    yield Sum(net, "net_total", spread if any(gross) else slack)


def _is_turned(line: OrderLine, header: Header, policy: Policy) -> bool:
    """Tell whether a line's amount is on the other tax basis than its price."""
    stated, computed = values.number(line.amount), _computed(line, header, policy)
    if stated is None or computed is None:
        return False
    plain, taxed = computed
    return abs(stated - plain) > policy.arithmetic.line >= abs(stated - taxed)


def printed(line: OrderLine, header: Header, policy: Policy) -> Decimal | None:
    """Return the amount of a line: the stated one, else quantity times price."""
    stated = values.number(line.amount)
    if stated is not None:
        return stated
    computed = _computed(line, header, policy)
    return None if computed is None else computed[0].quantize(CENT)


def _recomputed(reading: Reading, policy: Policy, bases: list[Sum]) -> Iterator[Sum]:
    """Yield the same sums over quantity times price: one mistyped amount leaves the total right."""
    computed = [_computed(line, reading.header, policy) for line in reading.lines]
    known = [each[0].quantize(CENT) for each in computed if each is not None]
    printed = [values.number(line.amount) for line in reading.lines]
    if len(known) < len(computed) or not all(printed):
        return
    plain = sum(filter(None, printed), Decimal(0))
    for each in bases if plain else ():
        yield Sum(each.value / plain * sum(known, Decimal(0)), "recomputed", each.slack)


def _discounts(quotation: Quotation) -> frozenset[Decimal]:
    """Return the discounts on the whole that a quotation grants: every item repeats it."""
    return frozenset(each.discount for each in quotation.items if each.discount)


def discount(quotation: Quotation, total_check: Check) -> Check | None:
    """Return whether the total takes off the discount that was quoted on the whole; None without one."""
    granted = max(_discounts(quotation), default=None)
    if granted is None:
        return None
    of = Subject("L07", "total_amount", None, values.money(granted))
    if total_check.why == "discount":
        return subject.equal(of)
    if total_check.outcome in {Outcome.EQUAL, Outcome.EQUAL_AFTER}:
        return subject.missing(of, Side.DOCUMENT, Severity.MAJOR, "discount")
    return subject.not_checked(of, "total_open")
