"""What a reviewed contract says about invoicing, as far as rows of an invoice list are held against it.

A term that the contract does not state is None; one that it states and nobody vouches for is named in
`unsure`, and then nothing is decided by it.
"""

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


class Due(enum.StrEnum):
    """What must have happened before a share of the price may be invoiced."""

    PREPAYMENT = "prepayment"
    """The contract or order itself: nothing else has to happen."""
    PROGRESS = "progress"
    """An event of the work, as an approved drawing: a person has to say that it happened."""
    BEFORE_SHIPMENT = "before_shipment"
    ON_SHIPMENT = "on_shipment"
    ON_DELIVERY = "on_delivery"
    ON_ACCEPTANCE = "on_acceptance"
    RETENTION = "retention"
    """The end of the warranty."""


EARLY = frozenset({Due.PREPAYMENT, Due.PROGRESS, Due.BEFORE_SHIPMENT})
"""What can be due before the goods have left."""
PROVEN = frozenset({Due.ON_DELIVERY, Due.ON_ACCEPTANCE})
"""What is due only with the customer's signature."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Where a contract states a term: the text as printed, and its page from 1."""

    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Attested:
    """What a person vouches for: that an event of an order happened on a day, and by what one sees it.

    It is of one `item`, or of all where that is None. `percent` and `place` (from 1, among those of the same
    event and share) tell the milestone of the contract; without `percent` the goods that left until that day
    were signed for, or accepted. `who` said so, `by` is who entered it.
    """

    order: str
    due: Due
    happened_on: dt.date
    who: str
    evidence: str
    by: str
    at: dt.datetime
    item: str | None = None
    percent: Decimal | None = None
    place: int = 1
    number: int = 0


@dataclass(frozen=True, slots=True)
class Milestone:
    """A share of the price in percent; `attested` where a person says that its event happened."""

    percent: Decimal
    due: Due
    attested: Attested | None = None


@dataclass(frozen=True, slots=True)
class ContractLine:
    """A line of a contract. `sure` tells whether price and price unit are vouched for."""

    part_number: str | None
    unit_price: Decimal | None
    customer_part_number: str | None = None
    price_per: Decimal = Decimal(1)
    sure: bool = True
    stated: Stated | None = None


@dataclass(frozen=True, slots=True)
class Contract:
    """A reviewed contract or purchase order of a customer, known by its own number `reference`.

    `tax_included` tells of the prices of its lines, `tax_rate` is in percent. `invoice_first`: the customer
    pays only after the invoice (先票后款). `partial`: goods may come, and be invoiced, in parts. `unsure` and
    `stated` are by the name of the term.
    """

    case: int
    reference: str
    signed_on: dt.date | None = None
    customer_number: str | None = None
    customer: str | None = None
    currency: str | None = None
    tax_rate: Decimal | None = None
    tax_included: bool | None = None
    lines: tuple[ContractLine, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    acceptance: bool | None = None
    partial: bool | None = None
    invoice_first: bool | None = None
    unsure: tuple[str, ...] = ()
    stated: Mapping[str, Stated] = field(default_factory=dict)
