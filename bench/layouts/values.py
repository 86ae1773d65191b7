"""An order, its lines and its quotation as values: what every page and every truth is made from."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

Difference = dict[str, object]


def cents(amount: Decimal) -> Decimal:
    """Return an amount rounded as people round money."""
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Party:
    """A company: its name, street and goods-in address in Chinese (empty abroad) and in Latin letters."""

    zh: str
    en: str
    street_zh: str
    street_en: str
    place_zh: str
    place_en: str
    code: str
    domain: str
    city_en: str
    city_zh: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead time; `unit` is "weeks", "days", "working days" or "months"."""

    count: int
    unit: str = "weeks"

    @property
    def iso(self) -> str:
        """Return the duration as ISO 8601."""
        letter = {"weeks": "W", "months": "M"}.get(self.unit, "D")
        return f"P{self.count}{letter}"

    @property
    def zh(self) -> str:
        """Return the duration in Chinese."""
        names = {"weeks": "周", "days": "天", "working days": "个工作日", "months": "个月"}
        return f"{self.count}{names[self.unit]}"

    @property
    def en(self) -> str:
        """Return the duration in English."""
        return f"{self.count} {self.unit}"


@dataclass(frozen=True, slots=True)
class Line:
    """An ordered line as its page prints it; None is what the page does not state.

    `part` is the seller's code, `second_part` another code of his that stands there too. `size` is what
    a column of its own may print. `gross_price` and `gross_amount` stand beside the net ones.
    """

    description: str
    size: str
    quantity: Decimal
    unit: str
    price: Decimal
    amount: Decimal
    number: str | None = None
    part: str | None = None
    second_part: str | None = None
    customer_part: str | None = None
    drawing: str | None = None
    per: int | None = None
    delivery: dt.date | None = None
    lead: Lead | None = None
    list_price: Decimal | None = None
    discount: Decimal | None = None
    gross_price: Decimal | None = None
    gross_amount: Decimal | None = None
    zh: str = ""
    en: str = ""
    further: Mapping[str, tuple[str | None, ...]] = field(default_factory=dict)

    @property
    def due(self) -> dt.date:
        """Return the delivery date of a line that has one."""
        assert self.delivery is not None
        return self.delivery


@dataclass(frozen=True, slots=True)
class Order:
    """A customer's order or contract as its pages print it; None is what they do not state.

    `basis` is "gross" or "net" line prices, "both" for net and gross columns side by side, "none" where
    nothing is said of tax. An order with net prices and a tax rate ends with the gross total.
    """

    kind: str
    language: str
    number: str
    date: dt.date
    buyer: Party
    customer: str
    currency: str
    basis: str
    lines: tuple[Line, ...]
    rate: int | None = None
    quotation: str | None = None
    delivery: dt.date | None = None
    lead: Lead | None = None
    place: str | None = None
    terms: str | None = None
    incoterms: str | None = None
    wrong_total: Decimal = Decimal(0)
    further: Mapping[str, tuple[str | None, ...]] = field(default_factory=dict)

    @property
    def net(self) -> Decimal:
        """Return the sum of the lines."""
        return sum((each.amount for each in self.lines), Decimal(0))

    @property
    def gross(self) -> Decimal:
        """Return the sum of the gross amounts that stand beside the net ones."""
        return sum((each.gross_amount or Decimal(0) for each in self.lines), Decimal(0))

    @property
    def tax(self) -> Decimal:
        """Return the tax that stands below the sum of net lines."""
        if self.basis == "both":
            return self.gross - self.net
        if self.basis == "net" and self.rate is not None:
            return cents(self.net * self.rate / 100)
        return Decimal(0)

    @property
    def total(self) -> Decimal:
        """Return the last total of the order, as it is printed."""
        return self.net + self.tax + self.wrong_total

    @property
    def due(self) -> dt.date:
        """Return the delivery date of an order that has one."""
        assert self.delivery is not None
        return self.delivery

    @property
    def wait(self) -> Lead:
        """Return the lead time of an order that has one."""
        assert self.lead is not None
        return self.lead


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted item with every code that the seller knows for it."""

    item: str
    gpn: str
    lpn: str
    customer_part: str
    drawing: str
    text: str
    quantity: Decimal
    unit: str
    price: Decimal
    per: int
    lead: Lead


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of the seal maker; `gross` tells whether its prices include the tax."""

    number: str
    date: dt.date
    valid_to: dt.date
    customer_number: str
    buyer: Party
    currency: str
    rate: int
    gross: bool
    terms: str
    incoterms: str
    items: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """An order, its quotations (the right one first), and what a perfect reader would report."""

    order: Order
    quotations: tuple[Quotation, ...]
    named: str
    differences: tuple[Difference, ...] = ()
    tolerated: tuple[Difference, ...] = ()
