"""Sums that tell a misreading: with what was quoted, the document's own total would close.

Where prices were not read surely and the total is what the ordered quantities make at the quoted prices,
the prices that were read are probably others (list prices beside net ones). Where the lines lack of the
total what an item makes that nobody seems to have ordered, its line was probably not read. Neither makes
a value certain; it takes the claim back that the document differs.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from compare import prices, totals, values
from compare.case import Case
from models.comparison import Check, Outcome
from models.quotation import QuotationItem

HUNDRED = Decimal(100)
SLACK = Decimal("0.02")
"""What rounding may leave on a line, in the document's currency."""
PRICE, MISSING, TOTAL = "L06", "L13", "H09"


def found(checks: Sequence[Check], case: Case) -> frozenset[int]:
    """Return the places of the checks whose outcome is probably a misreading."""
    open_totals = [at for at, each in enumerate(checks) if each.code == TOTAL and _is_open(each)]
    stated = values.number(case.header.total_amount)
    if not open_totals or stated is None:
        return frozenset()
    return frozenset(_at_quoted_prices(checks, case, stated) or _with_missing(checks, case, stated))


def _is_open(check: Check) -> bool:
    return check.outcome is Outcome.DIFFERS and not check.document_sure


def _at_quoted_prices(checks: Sequence[Check], case: Case, stated: Decimal) -> Iterator[int] | None:
    """Return the places of prices, and of the total, where the total is the sum at quoted prices."""
    wrong = [
        at
        for at, each in enumerate(checks)
        if each.code == PRICE and each.outcome is Outcome.DIFFERS and not each.document_sure
    ]
    amounts = [_amount(case, item, values.number(line.quantity)) for _, line, item in case.pairs()]
    known = [each for each in amounts if each is not None]
    complete = len(known) == len(amounts) == len(case.reading.lines)
    if not wrong or not complete or not _reaches(case, sum(known, Decimal(0)), stated, len(known)):
        return None
    return iter((*wrong, *_sums(checks)))


def _with_missing(checks: Sequence[Check], case: Case, stated: Decimal) -> Iterator[int]:
    """Yield the places of items that nobody ordered, and of the total, where one or all of them close it."""
    read = [totals.printed(each, case.header, case.policy) for each in case.reading.lines]
    total = sum(filter(None, read), Decimal(0))
    gone = {case.quotation.items[at].item: case.quotation.items[at] for at in _missing(case)}
    amounts: dict[int, Decimal] = {}
    for at, check in enumerate(checks):
        item = gone.get(check.quote_item or "") if check.code == MISSING else None
        amount = _amount(case, item, item.quantity) if item is not None else None
        if amount:
            amounts[at] = amount
    for places in ([each] for each in amounts), [list(amounts)]:
        for some in places:
            further = sum((amounts[at] for at in some), Decimal(0))
            if some and None not in read and _reaches(case, total + further, stated, len(read) + len(some)):
                yield from (*some, *_sums(checks))


def _missing(case: Case) -> Sequence[int]:
    return case.found.fit.alignment.missing


def _sums(checks: Sequence[Check]) -> list[int]:
    return [at for at, each in enumerate(checks) if each.code == TOTAL]


def _amount(case: Case, item: QuotationItem, quantity: Decimal | None) -> Decimal | None:
    """Return what a quantity of an item makes at its quoted price, on the tax basis of the document."""
    quoted = prices.of_item(item)
    if quoted is None or quantity is None:
        return None
    included, rate = values.flag(case.header.tax_included), values.number(case.header.tax_rate)
    stated = prices.Price(quoted.amount, quoted.per, quoted.currency, included, rate)
    together = prices.bring(quoted, stated, quantity, case.policy.prices)
    return quantity * (together.price if together is not None else quoted).each


def _reaches(case: Case, total: Decimal, stated: Decimal, lines: int) -> bool:
    """Tell whether a sum of lines is the stated total, as it is or with tax on it."""
    rate = values.number(case.header.tax_rate)
    rates = [rate] if rate is not None else [each.tax_rate for each in case.quotation.items]
    factors = {Decimal(1), *(1 + each / HUNDRED for each in rates if each)}
    return any(abs(total * each - stated) <= SLACK * lines for each in factors)
