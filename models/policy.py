"""Tolerances, limits, calendars and the house's own vocabulary: what rules ask instead of knowing.

The defaults are those of the field matrix; `policy.toml` holds a company's own. Amounts are in the
document's currency, percentages in percent.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from models.comparison import Severity


@dataclass(frozen=True, slots=True)
class PricePolicy:
    """How near two prices must come that were brought together over tax or price unit.

    The band of a line is half of the last decimal place of either price (at least `decimals` places
    count), times quantity per price unit, brought to the document's tax basis, and never less than
    `smallest_band`. On the same basis and price unit prices are equal or they are not.
    """

    decimals: int = 2
    smallest_band: Decimal = Decimal("0.01")
    no_decimals: tuple[str, ...] = ("JPY", "KRW", "VND", "CLP", "ISK")
    """Currencies without decimals."""


@dataclass(frozen=True, slots=True)
class QuantityPolicy:
    """How far an ordered quantity may be from the quoted one."""

    tolerance_percent: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class ArithmeticPolicy:
    """What a document's own sums may be out by: in a line, in a total for each line, by rounding off."""

    line: Decimal = Decimal("0.01")
    tax_per_line: Decimal = Decimal("0.01")
    rounding_off: Decimal = Decimal(0)
    """What customers may leave off a total without saying so (抹零)."""


@dataclass(frozen=True, slots=True)
class DeliveryPolicy:
    """When an early date is a matter for planning, and when a late one is worth saying."""

    major_working_days: int = 5
    """Up to so many working days early is major; more blocks the entry."""
    late_days: int = 180


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` up to and including `last`."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Calendar:
    """The factory's calendar. Weekdays count from Monday = 0.

    `holidays` are free, `working_days` are worked although they fall on a weekend. Nothing leaves the
    factory during a shutdown: a lead time that ends in one ends on the first working day after it.
    """

    weekend: tuple[int, ...] = (5, 6)
    holidays: tuple[Span, ...] = ()
    working_days: tuple[dt.date, ...] = ()
    shutdowns: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class MatchingPolicy:
    """When a quotation that is not named is proposed, and when lines belong together without a key."""

    smallest_share_percent: Decimal = Decimal(50)
    """So many of the lines must have their part in a quotation that is to be proposed."""
    alike_percent: Decimal = Decimal(85)
    """So alike must descriptions be to speak for two lines."""


@dataclass(frozen=True, slots=True)
class CausePolicy:
    """When one cause is taken to explain several differences."""

    fewest_lines: int = 2
    tax_rates: tuple[Decimal, ...] = (Decimal(13), Decimal(9), Decimal(6), Decimal(3), Decimal(1))
    price_units: tuple[Decimal, ...] = (Decimal(10), Decimal(100), Decimal(1000), Decimal(10000))
    largest_discount_percent: Decimal = Decimal(30)


@dataclass(frozen=True, slots=True)
class ClausePolicy:
    """What orders may ask beside price and date: our standard clauses, as sentences, and the papers we give.

    A sentence of `standard` is read like one of a document: damages, warranty, liability, tolerance and
    partial delivery. `documents` are names of papers that cost nothing more.
    """

    standard: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnPolicy:
    """Our legal names, and the bank accounts that are ours."""

    names: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScreeningPolicy:
    """Words of export control and sanctions, and names, that no order may hold without a person's look."""

    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The house's own words, beside those that the program knows.

    `columns` names further headers of exports for a field, `units` maps a printed unit to one that
    is known, `payment_terms` a code of SAP to its wording, `customers` a name or a tax number to the
    name or number in SAP.
    `ship_to` gives the known places of delivery of a customer, by number or name in SAP.
    `counted` are the units that count whole things: between them a quantity means the same where the
    prices or the quantities agree.
    """

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    payment_terms: Mapping[str, str] = field(default_factory=dict)
    customers: Mapping[str, str] = field(default_factory=dict)
    ship_to: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counted: tuple[str, ...] = ("EA", "SET", "FU", "GROUP")


@dataclass(frozen=True, slots=True)
class QuotaPolicy:
    """What invoices may come to, net, in `currency`: together in a month, and each; 0 is no limit."""

    per_month: Decimal = Decimal(0)
    per_invoice: Decimal = Decimal(0)
    currency: str = "CNY"


@dataclass(frozen=True, slots=True)
class InvoicingPolicy:
    """What order types, item categories and billing types of SAP mean for invoicing.

    Each is a key in English or in German, as lists and tables show them. A company adds its own Z types.
    Consignment issues (CI, KE, KEN) are sales and are invoiced; fill-up, pick-up and returns are not.
    """

    free_types: tuple[str, ...] = ("FD", "SDF", "KL", "KN", "ZFOC")
    free_categories: tuple[str, ...] = ("KLN", "TANN", "KLX", "AGNN", "BVNN", "TATX")
    consignment_types: tuple[str, ...] = ("CF", "KB", "CP", "KA", "CONR", "KR")
    consignment_categories: tuple[str, ...] = ("KBN", "KAN", "KRN")
    return_types: tuple[str, ...] = ("RE", "RK", "CONR", "KR")
    return_categories: tuple[str, ...] = ("REN", "RENN", "KRN")
    request_types: tuple[str, ...] = ("CR", "G2", "IN", "AF", "QT", "AG")
    """Credit requests, inquiries and quotations: nothing that is invoiced from."""
    request_categories: tuple[str, ...] = ("G2N", "AFN", "AGN")
    pro_forma_billing: tuple[str, ...] = ("F5", "F8", "FAZ", "LR", "LG", "IV", "IG")
    """Billing types that ask the customer for nothing: pro forma, down payment requests, intercompany."""
    value_billing: tuple[str, ...] = ("L2", "DR", "FAS")
    """Billing types that ask for money, but bill no further goods."""
    cancelling_billing: tuple[str, ...] = ("S1", "S2", "S3", "SV", "IVS", "SVF")
    credit_billing: tuple[str, ...] = ("RE", "G2", "CR", "CBRE", "CBG2")
    return_billing: tuple[str, ...] = ("RE", "CBRE")
    """Those of `credit_billing` that stand for returned goods even where their request is not known."""
    harmless_billing_blocks: tuple[str, ...] = ()
    """Billing blocks of SAP in spite of which an order is invoiced; every other one holds it."""
    harmless_delivery_blocks: tuple[str, ...] = ()
    """Delivery blocks that say nothing about the invoice, as one for a credit limit."""
    told_loss_percent: Decimal = Decimal(10)
    """An export that lost more of its rows than this is told of: it is used, unless it lost half."""
    partial_unless_forbidden: bool = False
    """Whether a part of what was ordered is invoiced where a reviewed contract says nothing about parts."""
    quota: QuotaPolicy = QuotaPolicy()


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything that a company may decide about comparing. `severities` are by check code (H04)."""

    prices: PricePolicy = PricePolicy()
    quantities: QuantityPolicy = QuantityPolicy()
    arithmetic: ArithmeticPolicy = ArithmeticPolicy()
    delivery: DeliveryPolicy = DeliveryPolicy()
    calendar: Calendar = Calendar()
    matching: MatchingPolicy = MatchingPolicy()
    causes: CausePolicy = CausePolicy()
    invoicing: InvoicingPolicy = InvoicingPolicy()
    clauses: ClausePolicy = ClausePolicy()
    own: OwnPolicy = OwnPolicy()
    screening: ScreeningPolicy = ScreeningPolicy()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    severities: Mapping[str, Severity] = field(default_factory=dict)
