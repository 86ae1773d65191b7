"""The made-up orders and quotations as values: what every page and every truth is made from."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class OfferItem:
    """A quoted item; `price` is net, for `per` units. `rejected` is SAP's reason for rejection."""

    item: str
    gpn: str
    lpn: str
    text: str
    quantity: Decimal
    unit: str
    price: Decimal
    per: int = 1
    customer_part: str | None = None
    drawing: str | None = None
    rejected: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A quotation of the seal maker."""

    number: str
    date: dt.date
    valid_to: dt.date
    customer_number: str
    customer: str
    customer_local: str
    currency: str
    tax_rate: int
    lead_time: str
    payment_terms: str
    items: tuple[OfferItem, ...]
    incoterms: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """An ordered line as its page prints it; None is what the page does not state.

    `amount` is quantity times price unless the customer miscalculated it. `further` lists values of a
    field that are right as well.
    """

    description: str
    quantity: Decimal
    unit: str
    price: Decimal
    number: str | None = None
    part: str | None = None
    customer_part: str | None = None
    drawing: str | None = None
    per: int | None = None
    delivery: dt.date | None = None
    lead_time: str | None = None
    miscalculated: Decimal | None = None
    further: Mapping[str, tuple[str, ...]] | None = None

    @property
    def amount(self) -> Decimal:
        """Return the line's amount as the page prints it."""
        product = self.quantity * self.price / (self.per or 1)
        return (self.miscalculated or product).quantize(CENT)


@dataclass(frozen=True, slots=True)
class Order:
    """A customer's order or contract as its pages print it; None is what they do not state.

    `tax_included` tells whether the line prices are gross; a net order with a tax rate ends with the
    gross total. `lead_time` is the normalised duration.
    """

    kind: str
    language: str
    number: str
    date: dt.date
    customer: str
    currency: str
    lines: tuple[Line, ...]
    quotation: str | None = None
    tax_rate: int | None = None
    tax_included: bool | None = None
    delivery: dt.date | None = None
    lead_time: str | None = None
    place: str | None = None
    payment_terms: str | None = None
    incoterms: str | None = None
    further: Mapping[str, tuple[str, ...]] | None = None

    @property
    def net(self) -> Decimal:
        """Return the sum of the lines."""
        return sum((each.amount for each in self.lines), Decimal(0))

    @property
    def tax(self) -> Decimal:
        """Return the tax that stands below the sum of net lines."""
        if self.tax_included or self.tax_rate is None:
            return Decimal(0)
        return (self.net * self.tax_rate / 100).quantize(CENT)

    @property
    def total(self) -> Decimal:
        """Return the last total of the order."""
        return self.net + self.tax


def ordered(offer: Offer, item: str, *, gross: bool = False) -> Line:
    """Return the line that orders an offered item as it was offered, with all its numbers."""
    quoted = find_item(offer, item)
    price = (quoted.price * (100 + offer.tax_rate) / 100).quantize(CENT) if gross else quoted.price
    return Line(
        description=quoted.text,
        quantity=quoted.quantity,
        unit=quoted.unit,
        price=price / quoted.per,
        part=quoted.gpn,
        customer_part=quoted.customer_part,
        drawing=quoted.drawing,
    )


def find_item(offer: Offer, item: str) -> OfferItem:
    """Return an item of an offer."""
    return next(each for each in offer.items if each.item == item)


def numbered(lines: tuple[Line, ...], step: int = 1, width: int = 0) -> tuple[Line, ...]:
    """Return the lines with the numbers that the page prints before them."""
    return tuple(replace(each, number=str(i * step).zfill(width)) for i, each in enumerate(lines, 1))
