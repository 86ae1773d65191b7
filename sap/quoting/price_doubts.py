"""What stands beside a price and may make it another one: further prices, discounts, surcharges, values.

A column whose heading speaks of money and that no field of ours is (`sap.columns`) is not passed over where
something stands under it that the price does not explain: what is offered is not known then.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.fields import currencies, incoterms, price_units, units
from models.quotation import QuotationItem
from sap import contents, keys, marks, notation
from sap.cells import Cells
from sap.headers import Header
from sap.quoting import price_headings, quotation_prices
from sap.quoting.price_words import Kind, hedged, kind

COUNT = re.compile(r"[0-9][0-9.,']*")
MONEY = re.compile(
    r"(?<![\d.,])\d[\d.,]*[.,]\d{2}(?![\d.,])|\d ?%|\b(?:per|pro|je) \d|/ ?\d|\btarget|\bbudget"
    r"|每 ?[\d百千]|目标|暂定|预算",
    re.IGNORECASE,
)
"""A sum of money, a share, or what makes another price of it; no code and no day."""
PER = re.compile(r"^(?:per|je|pro|each|/|每)\s*", re.IGNORECASE)
SPARE = ("net_price", "price", "gross_price")
"""Prices of which one is read, and the others are held against it."""
NO_TERMS = frozenset("net gross netto brutto excl incl each ea unit no yes".split())
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Further:
    """A number beside the price, in a column that is no field of ours."""

    kind: Kind
    heading: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the price of a row: `open` is not understood, `further` is to be held against it."""

    open: str | None = None
    further: tuple[Further, ...] = ()


def read(cells: Cells, price: Decimal | None) -> Beside:
    """Return what stands beside a row's price."""
    found: list[Further] = []
    discounted = quotation_prices.is_discounted(cells, price)
    for at, each in _columns(cells.header):
        cell = cells.row[at] if at < len(cells.row) else ""
        heading = cells.header.names[at]
        if hedged(heading) and not MONEY.search(keys.plain(cell)):
            continue
        if _says_nothing(cell) or (each is Kind.DISCOUNT and discounted) or _is_other_money(cells, heading):
            continue
        number = _number(cells, cell, each)
        if number is None and hedged(heading):
            return Beside(f"{heading} {keys.plain(cell)}")
        if not _is_clear(cells, each, keys.plain(cell), number):
            return Beside(f"{heading} {keys.plain(cell)}")
        if number is not None and each is not Kind.UNIT:
            found.append(Further(each, heading, number))
    return Beside(_said(cells), tuple(found))


def _columns(header: Header) -> Iterator[tuple[int, Kind]]:
    """Yield the columns that are no field of ours, nor set aside by a person, and speak of prices.

    So does a price of another name, or one more value, that is not the one which is read.
    """
    spare = {at for name, at in header.columns.items() if name in SPARE} - {quotation_prices.place(header)}
    used = {*header.columns.values(), *header.set_aside} - spare
    for at, name in enumerate(header.names):
        found = kind(name) or hedged(name) if name and at not in used else None
        if found is not None:
            yield at, found


def _says_nothing(cell: object) -> bool:
    text = keys.plain(cell) if isinstance(cell, (str, Decimal)) else ""
    return marks.is_none(text, marks.NOTHING) or not text.strip("0.,% -") or contents.is_broken(text)


def _is_other_money(cells: Cells, heading: str) -> bool:
    """Tell whether a heading names another currency than the one that the row is quoted in."""
    own, named = currencies.find(cells.text("currency") or ""), currencies.find(heading)
    return bool(own and named) and not set(own) & set(named)


def _number(cells: Cells, cell: object, each: Kind) -> Decimal | None:
    if each is Kind.LEAST and isinstance(cell, str):
        match = COUNT.match(cell)
        return notation.number(match[0].rstrip(".,"), cells.notation) if match else None
    return notation.number(cell, cells.notation) if isinstance(cell, (str, Decimal)) else None


def _is_clear(cells: Cells, each: Kind, text: str, number: Decimal | None) -> bool:
    """Tell whether a cell says nothing against the price, or may be held against it as a number."""
    if each is Kind.UNIT:
        return number == 1 if number is not None else _is_for_one(cells, text)
    if each in {Kind.DISCOUNT, Kind.SURCHARGE}:
        return number is None and each is Kind.SURCHARGE and not re.search("[0-9]", text)
    return number is not None or not re.search("[0-9]", text) or each is Kind.LEAST


def _is_for_one(cells: Cells, text: str) -> bool:
    """Tell whether a cell says that a price is for one of the unit that is sold, or speaks of no unit."""
    if text.casefold() in NO_TERMS or currencies.named(text) or text[:3].upper() in incoterms.CODES:
        return True
    stated = price_units.parse(text) or price_units.PriceUnit(None, PER.sub("", text).strip())
    if stated is None or stated.per not in {None, ONE}:
        return False
    unit = cells.text("unit" if "unit" in cells.header.columns else "base_unit")
    return stated.unit is None or not unit or units.same(unit, stated.unit) is True


def _said(cells: Cells) -> str | None:
    """Return the heading of the prices where something in its brackets makes them other prices, or may."""
    name = quotation_prices.column(cells) or ("net_value" if "net_value" in cells.header.columns else None)
    heading = "" if name is None else cells.header.name(name)
    if heading not in cells.header.bracketed:
        return None
    said = [price_headings.said(each) for each in price_headings.asides(heading)]
    terms = (cells.text("incoterms") or "").upper()
    traded = all(code in terms for each in said for code in each.incoterms)
    clear = traded and not price_headings.open_words(heading) and not _is_other_money(cells, heading)
    return None if clear else f"{heading} {cells.text('currency') or ''}".strip()


def unexplained(
    items: Sequence[QuotationItem], beside: Mapping[str, Sequence[Beside]]
) -> Iterator[tuple[QuotationItem, str]]:
    """Yield the items whose price does not explain a number beside it, with its heading and the number.

    `beside` holds what stands beside the price in the rows of an item.
    """
    columns = {(each.kind, each.heading) for rows in beside.values() for row in rows for each in row.further}
    for each, heading in sorted(columns):
        stated = {number: _stated(rows, heading) for number, rows in beside.items()}
        valued = [replace(item, net_value=stated.get(item.item)) for item in items]
        found = _too_few(valued) if each is Kind.LEAST else quotation_prices.contradictory(valued)
        if each is Kind.PRICE and not quotation_prices.are_alike(valued):
            yield from ((item, f"{heading} {item.net_value}") for item in valued if item.net_value)
            continue
        for item in found:
            if each is not Kind.PRICE or not quotation_prices.is_price(item, item.net_value, heading):
                yield item, f"{heading} {item.net_value}"


def _stated(rows: Sequence[Beside], heading: str) -> Decimal | None:
    """Return the number beside an item of several rows: what they repeat, else the sum."""
    found = [each.value for row in rows for each in row.further if each.heading == heading]
    return None if not found else found[0] if len(set(found)) == 1 else sum(found, Decimal(0))


def _too_few(items: Sequence[QuotationItem]) -> list[QuotationItem]:
    """Return the items of which less is quoted than their price asks for at least."""
    return [each for each in items if each.net_value and each.net_value > (each.quantity or each.net_value)]
