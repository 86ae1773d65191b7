"""The SAP side: quotations as imported from an export."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class QuotationItem:
    """One item of a quotation. None means that the export does not state it.

    `price` is the net or gross price (see `tax_included`) for `price_per` units; `tax_rate` is in
    percent. `lead_time` is the printed wording ("8 weeks"), normalised only when compared.
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


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its items, in the order of the export."""

    number: str
    items: tuple[QuotationItem, ...]
    date: dt.date | None = None
    valid_to: dt.date | None = None
    customer_number: str | None = None
    customer: str | None = None
    customer_local: str | None = None
    incoterms: str | None = None
    payment_terms: str | None = None
