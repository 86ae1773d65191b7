"""One row of a quotation list: an item and what the row repeats of its quotation's header."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from models.quotation import Quotation, QuotationItem
from sap import keys
from sap.cells import Cells, UnreadableCellError, assert_framed
from sap.quoting import (
    alternatives,
    payment_columns,
    price_doubts,
    promises,
    quotation_prices,
    quotation_taxes,
    remarks,
    shown_cells,
    standing,
    terms_columns,
    validity,
)
from sap.quoting.price_doubts import Beside
from sap.quoting.promises import Promise
from sap.quoting.quotation_prices import Price
from sap.quoting.shown_cells import Look

FREE = frozenset(("AGNN", "AFNN", "TANN", "KLN", "KLX"))
"""Categories of items that nobody pays for."""
DELIVERY, OFFERED = "delivery", "offered"
"""The promise of an item, be it a day or a time; and that it is offered at all."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a row says that is not understood: of which field of the quotation or of the item, and why."""

    field: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """A row that was read: its item, and its quotation's header (without items) as the row repeats it.

    `priced` tells that the list has prices, not values alone; `dated` that the date of the header is the
    quotation's own and not that on which the row was made; `begun` that orders were made from the item,
    `confirmed` how much of the schedule line is confirmed; `doubts` what of the row is not understood, `tax`
    what of its tax tells no rate, `beside` what stands beside the price.
    """

    header: Quotation
    item: QuotationItem
    schedule_quantity: Decimal | None = None
    priced: bool = True
    dated: bool = True
    begun: str | None = None
    confirmed: Decimal | None = None
    doubts: tuple[Doubt, ...] = ()
    tax: str | None = None
    beside: Beside = field(default_factory=Beside)

    @property
    def key(self) -> tuple[str, str]:
        """The numbers of the quotation and of the item in it."""
        return self.header.number, self.item.item


def read(cells: Cells) -> QuotationRow:
    """Return the item of a row.

    Raises:
        UnreadableCellError: A cell cannot be read, a key is missing, or the row has too many cells.
    """
    assert_framed(cells)
    number = cells.text("quotation", keys.shown) or cells.text("sales_document", keys.shown)
    item = cells.text("item", keys.shown)
    if number is None or item is None:
        raise UnreadableCellError("no_number" if number is None else "no_item", "")
    begins = cells.date_or_none("valid_from")
    offered_on = cells.date("document_date") or cells.date("created_on") or begins
    holds = validity.read(cells, offered_on)
    promise = promises.read(cells, offered_on)
    stands = standing.read(cells, cells.number("quantity"))
    price = quotation_prices.read(cells)
    beside = price_doubts.read(cells, price.amount)
    if beside.open is not None:
        price = replace(price, amount=None)
    return QuotationRow(
        _header(cells, number, offered_on, holds.last),
        replace(_item(cells, item, promise, price), rejected=stands.rejected),
        cells.number("schedule_quantity"),
        priced=quotation_prices.column(cells) is not None,
        dated=cells.date("document_date") is not None,
        begun=stands.begun,
        confirmed=_confirmed(cells),
        doubts=(
            *_doubts(holds.unread, promises.later(cells, promise, offered_on), stands.doubt),
            *_free(cells),
            *_not_yet(cells, begins, offered_on),
            *(Doubt(terms_columns.PAYMENT, "remarked", each) for each in payment_columns.besides(cells)),
            *(Doubt(OFFERED, "remarked", each) for each in remarks.open_ones(cells) if stands.doubt is None),
        ),
        tax=quotation_taxes.unclear(cells),
        beside=beside,
    )


def _doubts(
    validity_unread: str | None, promised_later: str | None, status_unknown: str | None
) -> Iterator[Doubt]:
    if validity_unread is not None:
        yield Doubt(validity.FIELD, "unreadable_validity", validity_unread)
    if promised_later is not None:
        yield Doubt(DELIVERY, "promised_later", promised_later)
    if status_unknown is not None:
        yield Doubt(OFFERED, "status_unknown", status_unknown)


def _not_yet(cells: Cells, begins: dt.date | None, offered_on: dt.date | None) -> Iterator[Doubt]:
    """Yield a doubt where an offer holds from a later day on than that on which it was made (VBAK-ANGDT)."""
    if begins is not None and offered_on is not None and begins > offered_on:
        yield Doubt(validity.FIELD, "unreadable_validity", f"{cells.header.name('valid_from')} {begins}")


def _free(cells: Cells) -> Iterator[Doubt]:
    """Yield a doubt of the price where the category of an item (VBAP-PSTYV) says that nobody pays for it."""
    category = (cells.text("item_category") or "").upper()
    if category in FREE:
        yield Doubt("price", "price_unclear", f"{cells.header.name('item_category')} {category}")


def seen(row: QuotationRow, look: Look, at: int, cells: Cells) -> QuotationRow:
    """Return a row with what its file shows of it besides its values."""
    found = shown_cells.doubts(look, at, cells, row.item)
    return replace(row, doubts=(*row.doubts, *(Doubt(*each) for each in found)))


def _confirmed(cells: Cells) -> Decimal | None:
    """Return how much of a schedule line is confirmed; nothing where a list that tells leaves it empty."""
    if "confirmed_quantity" not in cells.header.columns:
        return None
    return cells.number("confirmed_quantity") or Decimal(0)


def _header(cells: Cells, number: str, offered_on: dt.date | None, valid_to: dt.date | None) -> Quotation:
    terms = [terms_columns.terms(cells.texts("incoterms")), cells.text("incoterms_place")]
    return Quotation(
        number,
        (),
        date=offered_on,
        valid_to=valid_to,
        customer_number=cells.text("customer_number", keys.shown),
        customer=cells.text("customer"),
        customer_local=cells.text("customer_local"),
        incoterms=" ".join(filter(None, terms)) or None,
        payment_terms=next(iter(cells.texts("payment_terms")), None),
    )


def _item(cells: Cells, item: str, promise: Promise, price: Price) -> QuotationItem:
    return QuotationItem(
        item=item,
        part_number=cells.text("part_number", keys.shown),
        local_part_number=cells.text("local_part_number"),
        customer_part_number=cells.text("customer_part_number"),
        drawing_number=cells.text("drawing_number"),
        description=cells.text("description"),
        quantity=cells.number("quantity"),
        unit=cells.text("unit" if "unit" in cells.header.columns else "base_unit"),
        price=price.amount,
        price_per=price.per,
        net_value=quotation_prices.net_value(cells),
        currency=cells.text("currency"),
        tax_rate=quotation_taxes.rate(cells),
        tax_included=price.included,
        discount=abs(cells.number("discount") or Decimal(0)) or None,
        lead_time=promise.time,
        delivery_date=promise.day,
        alternative=alternatives.is_one(cells),
    )
