"""Two prices brought together: one tax basis, one price unit, and a band for what rounding explains.

Prices of suppliers' systems are net and rounded to the cent per price unit; contracts are mostly gross.
What is compared is always the document's basis and price unit (docs/comparing.md).
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from compare import values
from models.policy import PricePolicy
from models.quotation import QuotationItem
from models.reading import Header, OrderLine

HUNDRED = Decimal(100)
HALF = Decimal("0.5")
IMPLIED_UNITS = tuple(Decimal(10) ** each for each in (1, 2, 3, 4))


@dataclass(frozen=True, slots=True)
class Price:
    """A price for `per` units. `included` tells whether tax is in it, `rate` the tax in percent."""

    amount: Decimal
    per: Decimal
    currency: str | None
    included: bool | None
    rate: Decimal | None

    @property
    def each(self) -> Decimal:
        """The price of one unit."""
        return self.amount / self.per


@dataclass(frozen=True, slots=True)
class Together:
    """A quoted price in the document's basis and price unit.

    `band` is what the value of `quantity` units may be out by, None where nothing was converted, and
    `most` what the price itself may be, however few the units are. `how` says what was done (tax_basis,
    price_unit).
    """

    price: Price
    how: tuple[str, ...]
    band: Decimal | None = None
    most: Decimal = Decimal(0)


def of_line(line: OrderLine, header: Header, policy: PricePolicy) -> Price | None:
    """Return the price of a line, None where none can be read."""
    amount = values.number(line.unit_price)
    stated = values.number(line.price_per)
    unreadable = values.text(line.price_per) is not None and (stated is None or stated <= 0)
    if amount is None or unreadable:
        return None
    per = stated or implied_unit(line, policy)
    return Price(
        amount,
        per,
        values.text(header.currency),
        values.flag(header.tax_included),
        values.number(header.tax_rate),
    )


def of_item(item: QuotationItem) -> Price | None:
    """Return the price of a quoted item, None where there is none."""
    if item.price is None:
        return None
    return Price(item.price, item.price_per or Decimal(1), item.currency, item.tax_included, item.tax_rate)


def implied_unit(line: OrderLine, policy: PricePolicy) -> Decimal:
    """Return the price unit that a line's own amount implies where none is stated."""
    price, quantity, amount = (values.number(each) for each in (line.unit_price, line.quantity, line.amount))
    if price and quantity and amount:
        for per in (Decimal(1), *IMPLIED_UNITS):
            if abs(quantity * price / per - amount) <= policy.smallest_band:
                return per
    return Decimal(1)


def bring(quoted: Price, document: Price, quantity: Decimal, policy: PricePolicy) -> Together | None:
    """Return the quoted price as the document would state it; None if the tax basis does not tell.

    The document's tax rate converts, the quotation's where the document states none.
    """
    rate = document.rate if document.rate is not None else quoted.rate
    factor = _tax_factor(quoted, document, rate)
    if factor is None:
        return None
    how = ("tax_basis",) * (factor != 1) + ("price_unit",) * (quoted.per != document.per)
    amount = quoted.amount / quoted.per * factor * document.per
    price = replace(quoted, amount=amount, per=document.per, included=document.included)
    if not how:
        return Together(replace(price, amount=quoted.amount), how)
    half = _half_place(quoted, policy) / quoted.per * factor
    own = _half_place(document, policy) / document.per
    # A price with the tax taken out was rounded by whoever took it out; another price unit rounds nothing.
    rounded = max(half, own) if factor < 1 and quoted.per == document.per else half
    band = max(policy.smallest_band, rounded * abs(quantity))
    return Together(price, how, band, max(policy.smallest_band, (half + own) * document.per))


def _tax_factor(quoted: Price, document: Price, rate: Decimal | None) -> Decimal | None:
    """Return what makes a quoted price one of the document's basis, None where a basis is unknown."""
    if quoted.included is document.included and quoted.included is not None:
        return Decimal(1)
    unstated = quoted.included is None or document.included is None
    if rate == 0 or (rate is None and unstated):
        return Decimal(1)  # without tax, or without anything said of tax, there is one basis only
    if rate is None or unstated:
        return None
    return 1 + rate / HUNDRED if document.included else 1 / (1 + (quoted.rate or rate) / HUNDRED)


def _half_place(price: Price, policy: PricePolicy) -> Decimal:
    least = 0 if price.currency in policy.no_decimals else policy.decimals
    return HALF.scaleb(-max(least, values.places(price.amount)))


def same(document: Price, together: Together, quantity: Decimal) -> bool:
    """Tell whether a price is the quoted one: exactly, or within the band of what was converted."""
    if together.band is None:
        return document.amount == together.price.amount
    near = abs(document.amount - together.price.amount) <= together.most
    return near and residual(document, together, quantity) <= together.band


def residual(document: Price, together: Together, quantity: Decimal) -> Decimal:
    """Return by how much the value of `quantity` units differs, in the document's currency."""
    return abs(document.each - together.price.each) * abs(quantity)


def hypotheses(price: Price) -> tuple[Price, ...]:
    """Return a price with each basis that is possible where none is stated."""
    if price.included is not None:
        return (price,)
    return tuple(replace(price, included=each) for each in (False, True))
