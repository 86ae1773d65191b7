"""What an invoice list is decided by: its rows, what SAP says of them, and how customers want invoices.

A value that an export or a list does not state is None. Quantities of returns and credits are negative.
"""

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, TypeVar

from models.contract_terms import Attested, Contract


class InvoiceMode(enum.StrEnum):
    """How a customer wants invoices: each for itself, by purchase order, or by month."""

    SINGLE = "single"
    PER_PO = "per_po"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True)
class Said:
    """A reason: a stable word and the values that belong into its sentence."""

    word: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of finance's list. `row` is its number in the file, the header's row counts.

    `net`, `tax` and `gross` are amounts whose heading says what they are, `amount` is one whose
    heading does not; `price_included` says whether the price's heading calls it gross. `carried` tells
    that the order's number stands in a row above. `fault` says why the row cannot be read.
    """

    row: int
    sheet: str = ""
    order: str | None = None
    item: str | None = None
    deliveries: tuple[str, ...] = ()
    carried: bool = False
    customer_number: str | None = None
    customer: str | None = None
    reference: str | None = None
    part_number: str | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    price: Decimal | None = None
    price_included: bool | None = None
    price_per: Decimal | None = None
    net: Decimal | None = None
    tax: Decimal | None = None
    gross: Decimal | None = None
    amount: Decimal | None = None
    tax_rate: Decimal | None = None
    currency: str | None = None
    fault: Said | None = None


@dataclass(frozen=True, slots=True)
class SalesItem:
    """An item of a sales order, or of a return or credit request, as in VA05.

    `reference` and `reference_item` name what it was made from: a quotation, or the order item that is
    returned. `price` is net, for `price_per` units; `tax_rate` is in percent. `closed` is what the
    overall status says. `billing_blocks` (FAKSK, FAKSP) and `delivery_blocks` (LIFSK, LIFSP) are those of the
    order and of the item, as printed. `billed` is what the billing status says: all of it.
    """

    order: str
    item: str
    order_type: str | None = None
    category: str | None = None
    customer_number: str | None = None
    customer: str | None = None
    customer_reference: str | None = None
    part_number: str | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    price: Decimal | None = None
    price_per: Decimal = Decimal(1)
    net_value: Decimal | None = None
    tax_amount: Decimal | None = None
    tax_rate: Decimal | None = None
    currency: str | None = None
    rejected: str | None = None
    reference: str | None = None
    reference_item: str | None = None
    overall_status: str | None = None
    closed: bool = False
    delivery_date: dt.date | None = None
    payer: str | None = None
    billed: bool = False
    billing_blocks: tuple[str, ...] = ()
    delivery_blocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeliveryItem:
    """An item of a delivery, as in VL06O. `issued` tells of its goods issue, `proven` of its acceptance.

    `issued_on` is the day of goods issue, None before it or where the day cannot be read. `billed` is what
    the billing status says, `billing_blocks` are those of the delivery (LIKP-FAKSK).
    """

    delivery: str
    item: str | None
    order: str
    order_item: str | None
    quantity: Decimal
    delivery_type: str | None = None
    issued: bool = False
    issued_on: dt.date | None = None
    planned_on: dt.date | None = None
    proven: bool = False
    proof_on: dt.date | None = None
    billed: bool = False
    billing_blocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BillingItem:
    """An item of a billing document, as in VF05. `cancels` names the document that this one reverses."""

    document: str
    item: str | None
    order: str | None
    order_item: str | None
    quantity: Decimal
    reference: str | None = None
    reference_item: str | None = None
    billing_type: str | None = None
    billed_on: dt.date | None = None
    payer: str | None = None
    net_value: Decimal | None = None
    currency: str | None = None
    cancelled: bool = False
    cancels: str | None = None


@dataclass(frozen=True, slots=True)
class InvoiceProfile:
    """How a customer is to be invoiced. `invoice_type` is special, ordinary, or as printed."""

    customer_number: str
    name: str | None = None
    mode: InvoiceMode = InvoiceMode.SINGLE
    cutoff_day: int | None = None
    title: str | None = None
    tax_number: str | None = None
    invoice_type: str | None = None
    acceptance: bool = False
    hold_until: dt.date | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class DueDocument:
    """A delivery or an order that is due for billing, as in VF04: no items, no quantities, no tax."""

    document: str
    category: str | None = None
    billing_type: str | None = None
    billing_date: dt.date | None = None
    customer_number: str | None = None
    net_value: Decimal | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A row of an export that cannot be used, with the keys that can be read; `row` counts as people do.

    `reason` is a stable word, as in imports of quotations.
    """

    row: int
    reason: str
    detail: str = ""
    sheet: str = ""
    keys: tuple[str, ...] = ()


Row_co = TypeVar("Row_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Listed(Generic[Row_co]):
    """The rows of a list or an export, and how it was understood.

    `columns` maps the names as printed to our fields (`#7` is the seventh column, where a name stands twice),
    `unknown` are the names of columns that were not used. `total` counts all rows of an export that have a
    key, whether they were asked for or not; `shape` tells files with the same headings.
    """

    rows: tuple[Row_co, ...]
    faults: tuple[Fault, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    notation: str = ""
    total: int = 0
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a list is held against; None where a source is not there.

    `due` and `contracts` may be missing: rows are then decided without them. `contracts` are the reviewed
    ones, of which a row needs none; `attested` is what people vouch for, the newest first. `month`
    are the billing items of the month, where they count against a quota.
    """

    orders: Listed[SalesItem] | None = None
    deliveries: Listed[DeliveryItem] | None = None
    billing: Listed[BillingItem] | None = None
    profiles: Listed[InvoiceProfile] | None = None
    due: Listed[DueDocument] | None = None
    contracts: tuple[Contract, ...] | None = None
    attested: tuple[Attested, ...] = ()
    month: tuple[BillingItem, ...] | None = None
