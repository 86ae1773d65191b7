"""The unit price of a line held against the quoted one, and what explains a difference."""

from decimal import Decimal

from compare import price_fit, prices, subject, values
from compare.align import Pair
from compare.case import Case
from compare.price_fit import PriceFit
from compare.subject import Subject
from extractors.fields import currencies
from extractors.fields.text import fold
from models.comparison import Check, Outcome, Severity, Side
from models.policy import Policy
from models.quotation import QuotationItem
from models.reading import OrderLine

ONE = Decimal(1)
HUNDRED = Decimal(100)
ASSUMED = "tax_basis_not_stated"


def price(case: Case, pair: Pair, line: OrderLine, item: QuotationItem) -> Check:
    """Return how a unit price came out, in the document's tax basis and price unit."""
    found = price_fit.fit(line, case.header, item, case.policy)
    of = Subject(
        "L06",
        "unit_price",
        line.unit_price,
        None if item.price is None else values.money(found.together.price.amount if found else item.price),
        pair.line + 1,
        item.item,
        others=(line.price_per,),
    )
    if line.unit_price is None:
        return subject.missing(of, Side.DOCUMENT, Severity.BLOCKER)
    if line.unit_price.value is None:
        return subject.unread(of)
    if item.price is None:
        return subject.missing(of, Side.QUOTATION, Severity.BLOCKER)
    if not same_currency(values.text(case.header.currency), item.currency):
        return subject.not_checked(of, "currency")
    if found is None:
        readable = prices.of_line(line, case.header, case.policy.prices) is not None
        return subject.not_checked(of, "tax_rate_unknown" if readable else "not_read", Severity.BLOCKER)
    return _held(of, found, line, item, case.policy)


def same_currency(document: str | None, quoted: str | None) -> bool:
    """Tell whether two currencies are one; one that is not stated is no other one.

    A sign of several currencies stands for the likeliest alone: "$" is no Australian dollar.
    """
    return (
        document is None
        or quoted is None
        or fold(document) == fold(quoted)
        or document in currencies.find(quoted)[:1]
    )


def _held(of: Subject, found: PriceFit, line: OrderLine, item: QuotationItem, policy: Policy) -> Check:
    quantity = price_fit.quantity(line)
    if found.equal:
        if found.assumed:
            return subject.equal_after(of, ASSUMED)
        return _equal(of, found, quantity)
    lower = found.document.each < found.together.price.each
    why, detail = explanation(found, item, quantity, policy)
    return subject.differs(of, Severity.BLOCKER if lower else Severity.MAJOR, why, detail)


def _equal(of: Subject, found: PriceFit, quantity: Decimal) -> Check:
    how = found.together.how
    if not how:
        return subject.equal(of)
    rest = prices.residual(found.document, found.together, quantity)
    detail = ""
    if rest and found.together.band is not None:
        detail = f"Δ {values.money(rest)} ≤ {values.money(found.together.band)}"
    return subject.equal_after(of, how[0] if len(how) == 1 else "tax_basis_and_price_unit", detail)


def explanation(
    found: PriceFit, item: QuotationItem, quantity: Decimal, policy: Policy
) -> tuple[str | None, str]:
    """Return what would explain a difference: a tax basis, a price unit, two digits swapped."""
    band = max(policy.prices.smallest_band, found.together.band or Decimal(0))
    quoted = found.together.price.each
    rates = {1 + rate / HUNDRED for rate in (item.tax_rate, *policy.causes.tax_rates) if rate}
    factors = [("tax_basis", each) for rate in sorted(rates) for each in (rate, ONE / rate)]
    factors += [("price_unit", each) for unit in policy.causes.price_units for each in (unit, ONE / unit)]
    for why, factor in factors:
        allowed = max(band, half_places(found, factor) * quantity)
        if (
            quoted
            and found.document.amount
            and abs(found.document.each - quoted * factor) * quantity <= allowed
        ):
            return why, ""
    if sorted(values.plain(found.document.amount)) == sorted(values.plain(found.together.price.amount)):
        return "digits", ""
    return None, ""


def half_places(found: PriceFit, factor: Decimal) -> Decimal:
    """Return by how much rounding of either price may move the price of one unit."""
    half = Decimal("0.005")
    return max(half / found.document.per, half / found.together.price.per * factor)


def is_equal(check: Check) -> bool:
    """Tell whether a price came out as the quoted one."""
    return check.outcome in {Outcome.EQUAL, Outcome.EQUAL_AFTER}
