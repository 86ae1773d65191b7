"""One row of a quotation list: an item and what the row repeats of its quotation's header."""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from extractors.fields import tax, units
from models.quotation import Quotation, QuotationItem
from sap import keys, marks, promises, validity
from sap.cells import Cells, UnreadableCellError, assert_framed
from sap.marks import NO, YES

STATUS = re.compile("status|状态", re.IGNORECASE)
NOT_YET = "a"
"""The letter of SAP's statuses (ABSTK) for: nothing of it."""
ONE = Decimal(1)
UNDIVIDED = frozenset("JPY KRW VND CLP".split())
"""Currencies without decimals; SAP's tables hold their amounts divided by 100, and SE16 shows them so."""


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """A row that was read: its item, and its quotation's header (without items) as the row repeats it."""

    header: Quotation
    item: QuotationItem
    schedule_quantity: Decimal | None = None

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
    header = _header(cells, number)
    return QuotationRow(header, _item(cells, item, header.date), cells.number("schedule_quantity"))


def _header(cells: Cells, number: str) -> Quotation:
    terms = [text for name in ("incoterms", "incoterms_place") if (text := cells.text(name))]
    offered_on = cells.date("document_date") or cells.date("created_on")
    return Quotation(
        number,
        (),
        date=offered_on,
        valid_to=validity.read(cells, offered_on),
        customer_number=cells.text("customer_number", keys.shown),
        customer=cells.text("customer"),
        customer_local=cells.text("customer_local"),
        incoterms=" ".join(terms) or None,
        payment_terms=cells.text("payment_terms"),
    )


def _item(cells: Cells, item: str, offered_on: dt.date | None) -> QuotationItem:
    price, per, included = _price(cells)
    promise = promises.read(cells, offered_on)
    return QuotationItem(
        item=item,
        part_number=cells.text("part_number", keys.shown),
        local_part_number=cells.text("local_part_number"),
        customer_part_number=cells.text("customer_part_number"),
        drawing_number=cells.text("drawing_number"),
        description=cells.text("description"),
        quantity=cells.number("quantity"),
        unit=cells.text("unit"),
        price=price,
        price_per=per,
        net_value=_net_value(cells),
        currency=cells.text("currency"),
        tax_rate=_tax_rate(cells),
        tax_included=_tax_included(cells, stated=included),
        discount=abs(cells.number("discount") or Decimal(0)) or None,
        lead_time=promise.time,
        delivery_date=promise.day,
        rejected=_rejected(cells),
        alternative=not marks.is_none(cells.text("alternative"), marks.NOTHING),
    )


def _rejected(cells: Cells) -> str | None:
    """Return why an item was rejected, or the mark that it was; None where the cell says that it was not."""
    if "rejected" not in cells.header.columns:
        return None
    is_status = STATUS.search(cells.header.name("rejected")) is not None
    nothing = marks.NOT_REJECTED | ({NOT_YET} if is_status else frozenset())
    return next((each for each in cells.texts("rejected") if not marks.is_none(each, nothing)), None)


def _price(cells: Cells) -> tuple[Decimal | None, Decimal, bool | None]:
    """Return the price, what it is for, and whether the column's name says that it includes tax.

    Where a list has net values only, the price is the whole value for the whole quantity.
    """
    per = cells.number("price_per") or ONE
    for name in ("net_price", "price", "gross_price"):
        if name in cells.header.columns:
            price = cells.number(name)
            return (price if _same_unit(cells) else None), per, _basis(cells, name)
    value, quantity = cells.number("net_value"), cells.number("quantity")
    return (value, quantity, False) if value is not None and quantity else (None, ONE, None)


def _net_value(cells: Cells) -> Decimal | None:
    value, currency = cells.number("net_value"), cells.text("currency")
    if value is not None and currency in UNDIVIDED and value != value.to_integral_value():
        raise UnreadableCellError("unreadable_number", f"{cells.header.name('net_value')} {value} {currency}")
    return value


def _same_unit(cells: Cells) -> bool:
    """Tell whether the price is for the unit that is sold; a price per kilogram of pieces is no price."""
    unit, price_unit = cells.text("unit"), cells.text("price_unit")
    return not unit or not price_unit or units.same(unit, price_unit) is True


def _basis(cells: Cells, name: str) -> bool | None:
    said = tax.statement(cells.header.name(name))
    if said is not None and said.included is not None:
        return said.included
    return {"net_price": False, "gross_price": True}.get(name)


def _tax_included(cells: Cells, *, stated: bool | None) -> bool | None:
    """Return what the row's mark says; where there is a column of marks, no mark means no tax."""
    if "tax_included" not in cells.header.columns:
        return stated
    mark = (cells.text("tax_included") or "").casefold()
    if mark in YES:
        return True
    if mark in NO:
        return False
    raise UnreadableCellError("unreadable_mark", f"{cells.header.name('tax_included')} {mark}")


def _tax_rate(cells: Cells) -> Decimal | None:
    """Return the rate in percent; spreadsheets keep 13 % as 0.13."""
    rate = cells.number("tax_rate")
    return rate * 100 if rate is not None and 0 < rate < 1 else rate
