"""A line's price held against a quoted one, with everything that a document may leave unsaid."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from compare import prices, values
from compare.prices import Price, Together
from extractors.fields import currencies
from models.policy import Policy, PricePolicy
from models.quotation import QuotationItem
from models.reading import Header, OrderLine

ONE = Decimal(1)
YUAN = "CNY"


@dataclass(frozen=True, slots=True)
class PriceFit:
    """The document's price and the quoted one brought to its basis and price unit.

    `assumed` tells that a tax basis was taken that one of the sides does not state.
    """

    document: Price
    together: Together
    equal: bool
    assumed: bool = False


def fit(line: OrderLine, header: Header, item: QuotationItem, policy: Policy) -> PriceFit | None:
    """Return how a line's price fits a quoted one: the reading that makes them equal, else the first.

    None where one of the two has no price.
    """
    return next(iter(sorted(_fits(line, header, item, policy.prices), key=lambda each: not each.equal)), None)


def agrees(line: OrderLine, header: Header, item: QuotationItem, policy: Policy) -> bool:
    """Tell whether two prices are the same, or would be but for a wrong tax basis."""
    found = fit(line, header, item, policy)
    if found is None or not found.document.amount:
        return False
    if found.equal:
        return True
    quoted, other = prices.of_item(item), _other_basis(found.document)
    if quoted is None:
        return False
    together = prices.bring(quoted, other, quantity(line), policy.prices)
    return together is not None and prices.same(other, together, quantity(line))


def quantity(line: OrderLine) -> Decimal:
    """Return the ordered quantity, one where none can be read: the band of a price needs some."""
    return values.number(line.quantity) or ONE


def _other_basis(price: Price) -> Price:
    return replace(price, included=None if price.included is None else not price.included)


def _fits(line: OrderLine, header: Header, item: QuotationItem, policy: PricePolicy) -> Iterator[PriceFit]:
    quoted = prices.of_item(item)
    if quoted is None:
        return
    for document in _documents(line, header, quoted, policy):
        for one, other, assumed in _on_one_basis(document, quoted):
            together = prices.bring(other, one, quantity(line), policy)
            if together is not None:
                equal = prices.same(one, together, quantity(line))
                yield PriceFit(one, together, equal, assumed)


def _documents(line: OrderLine, header: Header, quoted: Price, policy: PricePolicy) -> Iterator[Price]:
    """Yield the price as stated; where no price unit is stated, per one.

    A unit that the amount alone implies counts only where the price was quoted for it: else a price may
    be ten times the quoted one beside a right amount.
    """
    stated = prices.of_line(line, header, policy)
    if stated is None or not stated.per:
        return
    is_implied = values.number(line.price_per) is None and stated.per != ONE
    if not is_implied or stated.per == quoted.per:
        yield stated
    if is_implied:
        yield replace(stated, per=ONE)


def _is_taxed(document: Price, quoted: Price) -> bool:
    """Tell whether prices that say nothing of a rate have one: in yuan there always is a tax.

    Contracts in China mostly include it, prices of SAP do not: what is silent may mean either.
    """
    money = document.currency or quoted.currency
    return money is not None and currencies.find(money)[:1] == (YUAN,)


def _on_one_basis(document: Price, quoted: Price) -> Iterator[tuple[Price, Price, bool]]:
    """Yield both prices with each tax basis that is not stated but possible."""
    rate = document.rate if document.rate is not None else quoted.rate
    assumed = document.included is None or quoted.included is None
    if not rate:
        yield document, quoted, assumed and rate is None and _is_taxed(document, quoted)
        return
    for one in prices.hypotheses(document):
        for other in prices.hypotheses(quoted):
            yield one, other, assumed
