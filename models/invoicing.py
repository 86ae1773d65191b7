"""What is decided of the weekly invoice list, row by row, and the invoices to be.

A value that nobody states is None.
"""

import datetime as dt
import enum
from dataclasses import dataclass
from decimal import Decimal

from models.contract_terms import Milestone, Stated
from models.invoice_sources import BillingItem, DeliveryItem, ListRow, Said, SalesItem


class Code(enum.StrEnum):
    """What is decided for a row. The first that applies counts, in this order (`docs/invoicing.md`)."""

    UNKNOWN_ORDER = "UNKNOWN_ORDER"
    ALREADY_INVOICED = "ALREADY_INVOICED"
    NOT_BILLABLE = "NOT_BILLABLE"
    HOLD_DISPUTE = "HOLD_DISPUTE"
    PRICE_MISMATCH = "PRICE_MISMATCH"
    QTY_MISMATCH = "QTY_MISMATCH"
    HOLD_NOT_SHIPPED = "HOLD_NOT_SHIPPED"
    HOLD_NOT_ACCEPTED = "HOLD_NOT_ACCEPTED"
    HOLD_INVOICE_DATA = "HOLD_INVOICE_DATA"
    HOLD_CUSTOMER_REQUEST = "HOLD_CUSTOMER_REQUEST"
    CONSOLIDATE = "CONSOLIDATE"
    INVOICE = "INVOICE"
    NOT_CHECKED = "NOT_CHECKED"
    """A source that the decision needs is missing, or the row cannot be read."""


class Teller(enum.StrEnum):
    """Who is told of a decision."""

    FINANCE = "finance"
    ORDER_DESK = "order_desk"
    SALES = "sales"
    WAREHOUSE = "warehouse"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a notice about a row says besides: of its order, its shipment, and its customer.

    `title` is that of its invoice; `case` and `clause` are of the reviewed contract that it was held against:
    the case's number and what the contract says of payment. `early` tells that the contract lets it be
    invoiced before the goods leave.
    """

    customer_number: str | None = None
    customer: str | None = None
    email: str | None = None
    reference: str | None = None
    invoice_type: str | None = None
    shipped_on: dt.date | None = None
    gross: Decimal | None = None
    currency: str | None = None
    tax_rate: Decimal | None = None
    net: Decimal | None = None
    tax: Decimal | None = None
    title: str | None = None
    case: int | None = None
    clause: Stated | None = None
    early: bool = False


NO_FACTS = Facts()


@dataclass(frozen=True, slots=True)
class Seen:
    """What SAP said of a row's item when it was decided, for people to look at.

    `requests` are returns, credits and complaints on the item, `milestones` those of its contract, with what
    people vouched for; `left_out` counts what is not kept here because there is too much of it.
    """

    item: SalesItem | None = None
    deliveries: tuple[DeliveryItem, ...] = ()
    billing: tuple[BillingItem, ...] = ()
    requests: tuple[SalesItem, ...] = ()
    left_out: int = 0
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided for one row of the list, with the reasons. `group` names who goes with whom.

    `seen` is None where the row means no order item.
    """

    row: ListRow
    code: Code
    reasons: tuple[Said, ...]
    tell: tuple[Teller, ...]
    item: str | None = None
    group: str | None = None
    until: dt.date | None = None
    facts: Facts = NO_FACTS
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class InvoiceGroup:
    """Rows that go on one invoice, and their sums, which equal the sums of the rows."""

    name: str
    decisions: tuple[Decision, ...]
    customer: str | None
    title: str
    currency: str
    tax_rate: Decimal
    net: Decimal
    tax: Decimal
    gross: Decimal


@dataclass(frozen=True, slots=True)
class Billed:
    """What was invoiced in a month until a list came, net, in one currency."""

    currency: str
    net: Decimal
    invoices: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a list: a decision for every row, in the list's order, and the invoices to be.

    `groups` are the invoices of several rows (`desk.invoicing.previews` adds those of one); `warnings` speak
    of the list as a whole: the quota of invoices. `earlier` is what was invoiced in the month before, None
    where no export tells.
    """

    decisions: tuple[Decision, ...]
    groups: tuple[InvoiceGroup, ...] = ()
    warnings: tuple[Said, ...] = ()
    earlier: tuple[Billed, ...] | None = None
