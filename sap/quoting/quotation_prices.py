"""What an item costs: its price, for how many units, with or without tax, and whether its value agrees.

Headings say more than the name of a price: "(per 100)", "元/百件", 万元, "(list)".
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from extractors.fields import price_units, tax, units
from models.quotation import QuotationItem
from sap import notation
from sap.cells import Cells, UnreadableCellError
from sap.headers import Header
from sap.marks import NO, YES
from sap.quoting import price_headings

PRICES = ("net_price", "price", "gross_price")
BASES = {"net_price": False, "gross_price": True}
UNQUOTED = re.compile(
    r"\blist|catalog|before disc|indicat|\bcost|折前|目录|面价|标价|参考|成本|原价", re.IGNORECASE
)
"""What a heading says of a price that nobody is offered."""
SCALES = (
    (re.compile("万元|万人民币"), Decimal(10_000)),
    (re.compile(r"千元|\bthousand|\b(?:T|k)(?:EUR|USD|CNY|RMB)\b"), Decimal(1_000)),
)
"""What a heading says that all amounts under it are to be multiplied with."""
LOW = Decimal(9)
TAXES = tuple(map(Decimal, "13 9 6 3 1 16 17 19 20 21".split()))
"""The usual rates of value added tax."""
UNSTATED = tuple(each for each in TAXES if each > LOW)
"""Those by which a value is above a price, or below, where a list states none: less may be a discount."""
ONE = Decimal(1)
HUNDRED = Decimal(100)
CENT = Decimal("0.01")
HALF_CENT = Decimal("0.005")
UNEVEN = Decimal("0.01")
"""Rates of tax differ by more than that, and rounded prices by less."""


@dataclass(frozen=True, slots=True)
class Price:
    """A price as a row states it; without an amount it states none that can be used."""

    amount: Decimal | None
    per: Decimal = ONE
    included: bool | None = None


def column(cells: Cells) -> str | None:
    """Return the field of the column that holds the prices; None where a list has none that are offered."""
    at = place(cells.header)
    return next((each for each in PRICES if at is not None and cells.header.columns.get(each) == at), None)


def place(header: Header) -> int | None:
    """Return the column that holds the prices."""
    stated = (each for each in PRICES if each in header.columns)
    return next((header.columns[each] for each in stated if not UNQUOTED.search(header.name(each))), None)


def read(cells: Cells) -> Price:
    """Return the price of a row.

    Raises:
        UnreadableCellError: A number or a mark cannot be read.
    """
    name = column(cells)
    if name is None:
        valued = "net_value" in cells.header.columns
        stated_basis = _basis(cells.header.name("net_value"), "net_price") if valued else None
        return Price(None, included=_included(cells, stated=stated_basis))
    heading = cells.header.name(name)
    amount, stated, named = cells.number(name), _unit(cells), price_units.find(heading)
    named = price_headings.counted(heading) or named
    per = (named.per if named else None) or stated.per
    # The heading and the row say what the price is for: two answers are none.
    single = stated.per in {None, per} and _same_unit(cells, stated.unit, named.unit if named else None)
    scaled = amount * scale(heading) if amount is not None else None
    if cells.number("line_discount") and not is_discounted(cells, scaled):
        single = False
    return Price(scaled if single else None, per or ONE, _included(cells, stated=_basis(heading, name)))


def scale(heading: str) -> Decimal:
    """Return what the amounts under a heading are to be multiplied with."""
    return next((factor for sign, factor in SCALES if sign.search(heading)), ONE)


def net_value(cells: Cells) -> Decimal | None:
    """Return the value of a row.

    Raises:
        UnreadableCellError: It cannot be read, or has decimals in a currency without.
    """
    value = cells.amount("net_value")
    return value * scale(cells.header.name("net_value")) if value is not None else None


def contradictory(items: Collection[QuotationItem]) -> list[QuotationItem]:
    """Return the items whose value is not what their quantity costs, with or without tax.

    A list may repeat the value of the whole document beside every item.
    """
    costs = {each.item: _cost(each) for each in items}
    offered = [costs[each.item] for each in items if not each.rejected and not each.alternative]
    whole = sum(filter(None, offered), Decimal(0)) if None not in offered else None
    return [each for each in items if not _agrees(each, costs[each.item], whole)]


def _agrees(item: QuotationItem, cost: Decimal | None, whole: Decimal | None) -> bool:
    if cost is None or item.net_value is None or item.rejected or item.alternative:
        return True
    slack = CENT + HALF_CENT * abs(item.quantity or ONE) / item.price_per
    sums = [cost, whole] if whole is not None else [cost]
    return any(abs(one * each - item.net_value) <= slack for one in sums for each in _factors(item))


def _factors(item: QuotationItem) -> set[Decimal]:
    """Return what leads from a price without tax to one with it, or back."""
    rates = (Decimal(0), *(UNSTATED if item.tax_rate is None else (item.tax_rate,)))
    return {each for rate in rates for each in (1 + rate / HUNDRED, 1 / (1 + rate / HUNDRED))}


def is_price(item: QuotationItem, number: Decimal | None, heading: str) -> bool:
    """Tell whether a number under a heading is the item's price once more, with or without tax."""
    if item.price is None or number is None:
        return False
    named = price_units.find(heading) or price_headings.counted(heading)
    one = number * scale(heading) / ((named.per if named else None) or item.price_per)
    price = item.price / item.price_per
    return any(abs(price * each - one) <= CENT for each in _factors(item))


def are_alike(items: Collection[QuotationItem]) -> bool:
    """Tell whether a second price, kept as the value, stands to the first one of all items alike.

    One tax is in all prices of a list or in none. Where the list states rates they say it themselves.
    """
    told = [each for each in items if each.price and each.net_value and each.tax_rate is None]
    ratios = [each.net_value / each.price for each in told if each.net_value and each.price]
    return not ratios or max(ratios) - min(ratios) < UNEVEN


def _cost(item: QuotationItem) -> Decimal | None:
    if item.price is None or item.quantity is None:
        return None
    return item.quantity * item.price / item.price_per


@dataclass(frozen=True, slots=True)
class _PriceUnit:
    """How many units a price is for, and which, each None where a row does not say."""

    per: Decimal | None
    unit: str | None


def _unit(cells: Cells) -> _PriceUnit:
    """Return what the row's prices are for: "100", or "100 EA" in one cell."""
    text = cells.text("price_per")
    if text is None:
        return _PriceUnit(None, cells.text("price_unit"))
    number = notation.number(cells.cell("price_per"), cells.notation)
    if number is not None:
        return _PriceUnit(number or ONE, cells.text("price_unit"))
    both = price_units.parse(text, cells.notation.decimals)
    if both is None or both.per is None:
        raise UnreadableCellError("unreadable_number", f"{cells.header.name('price_per')} {text}")
    return _PriceUnit(both.per, cells.text("price_unit") or both.unit)


def _same_unit(cells: Cells, price_unit: str | None, named: str | None) -> bool:
    """Tell whether the price is for the unit that is sold; a price per kilogram of pieces is no price."""
    unit = cells.text("unit")
    if unit and named and units.same(unit, named) is False:
        return False
    return not unit or not price_unit or units.same(unit, price_unit) is True


def is_discounted(cells: Cells, price: Decimal | None) -> bool:
    """Tell whether discounts are off the price already: a net price, or a list price or a value tells it."""
    if column(cells) == "net_price" or "net_value" in cells.header.columns:
        return True
    listed, off = (
        notation.number(cells.cell(each), cells.notation) for each in ("list_price", "line_discount")
    )
    if price is None or listed is None or off is None:
        return False
    return abs(listed * (1 - abs(off) / HUNDRED) - price) <= CENT


def _basis(heading: str, name: str) -> bool | None:
    said = tax.statement(heading)
    if said is not None and said.included is not None:
        return said.included
    return BASES.get(name)


def _included(cells: Cells, *, stated: bool | None) -> bool | None:
    """Return what the row's mark says; where there is a column of marks, no mark means no tax."""
    if "tax_included" not in cells.header.columns:
        return stated
    mark = (cells.text("tax_included") or "").casefold()
    if mark in YES:
        return True
    if mark in NO:
        return False
    raise UnreadableCellError("unreadable_mark", f"{cells.header.name('tax_included')} {mark}")
