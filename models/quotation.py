"""The SAP side: quotations as imported from an export."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Lot:
    """A part of an item's quantity and the day it was promised for: a schedule line (VBEP)."""

    quantity: Decimal
    day: dt.date


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why something of a quotation is not known: the row of the export that says it, as people count.

    `reason` is a stable word (`sap.quoting.quotations.Skipped`), `field` what is not known: a field of the
    quotation, or of its `item`. Without a field it is a whole row, so that an item may be missing.
    """

    row: int
    reason: str
    detail: str = ""
    field: str | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class QuotationItem:
    """One item of a quotation. None means that the export does not state it.

    `price` is the net or gross price (see `tax_included`) for `price_per` units; `tax_rate` is in
    percent. `lead_time` is the printed wording ("8 weeks"), normalised only when compared. Of an item in
    `lots` the `delivery_date` is the last one's: all of it is there only then.
    """

    item: str
    part_number: str | None = None
    local_part_number: str | None = None
    customer_part_number: str | None = None
    drawing_number: str | None = None
    description: str | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    price: Decimal | None = None
    price_per: Decimal = Decimal(1)
    net_value: Decimal | None = None
    currency: str | None = None
    tax_rate: Decimal | None = None
    tax_included: bool | None = None
    discount: Decimal | None = None
    lead_time: str | None = None
    delivery_date: dt.date | None = None
    rejected: str | None = None
    alternative: bool = False
    lots: tuple[Lot, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its items, in the order of the export, and what of it could not be read."""

    number: str
    items: tuple[QuotationItem, ...]
    date: dt.date | None = None
    valid_to: dt.date | None = None
    customer_number: str | None = None
    customer: str | None = None
    customer_local: str | None = None
    incoterms: str | None = None
    payment_terms: str | None = None
    flaws: tuple[Flaw, ...] = ()
