"""A row's price, tax rate and currency against its order item (docs/invoicing.md).

Prices in SAP are net. Net amounts of a list must be exactly what the order says; gross ones may be out by
what the rounding of SAP's net price explains, and by no more.
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from extractors.fields import money
from models.invoice_sources import ListRow, Said, SalesItem
from models.policy import PricePolicy

HUNDRED = Decimal(100)
HALF = Decimal("0.5")
ONE = Decimal(1)
PRICE_UNITS = tuple(Decimal(10) ** each for each in range(5))


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of a row, as stated or as the order says where the row does not state them."""

    net: Decimal
    tax: Decimal
    gross: Decimal


@dataclass(frozen=True, slots=True)
class Due:
    """What the order item says of the quantity of a row. `band` is what gross amounts may be out by."""

    net: Decimal
    rounded: Decimal
    gross: Decimal
    factor: Decimal
    band: Decimal
    cent: Decimal


@functools.lru_cache(maxsize=256)
def currency(text: str | None) -> str | None:
    """Return the code of a printed currency, the text itself where it is unknown."""
    found = money.currency(text) if text else ()
    return found[0] if len(found) == 1 else text


def tax_rate(row: ListRow, item: SalesItem) -> Decimal | None:
    """Return the tax rate of a row in percent: as stated, by its amounts, or else the order's."""
    stated = row.tax_rate if row.tax_rate is not None else _implied(row)
    return stated if stated is not None else order_rate(item)


def order_rate(item: SalesItem) -> Decimal | None:
    """Return the tax rate of an order item in percent, from its amounts where no rate is stated."""
    if item.tax_rate is not None:
        return item.tax_rate
    if item.tax_amount is None or not item.net_value:
        return None
    return _rate(item.tax_amount, item.net_value)


def _implied(row: ListRow) -> Decimal | None:
    if row.tax is None:
        return None
    net = row.net if row.net is not None else None if row.gross is None else row.gross - row.tax
    return _rate(row.tax, net) if net else None


def _rate(tax: Decimal, net: Decimal) -> Decimal:
    """Return the rate that makes a tax of a net amount: a whole one where that fits to the cent."""
    exact = tax / net * HUNDRED
    whole = exact.quantize(ONE, ROUND_HALF_UP)
    fits = abs(net * whole / HUNDRED - tax) <= Decimal("0.02")
    return whole if fits else exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def due(row: ListRow, item: SalesItem, policy: PricePolicy) -> Due | None:
    """Return what the order says of the row's quantity; None where the order has no price."""
    if item.price is None or row.quantity is None:
        return None
    cent = ONE if currency(item.currency) in policy.no_decimals else Decimal("0.01")
    rate = tax_rate(row, item)
    factor = 1 + (rate or Decimal(0)) / HUNDRED
    net = row.quantity * item.price / item.price_per
    rounded = net.quantize(cent, ROUND_HALF_UP)
    gross = (rounded * factor).quantize(cent, ROUND_HALF_UP)
    band = max(policy.smallest_band, HALF * cent * abs(row.quantity) / item.price_per * factor)
    return Due(net, rounded, gross, factor, band, cent)


def differences(row: ListRow, item: SalesItem, policy: PricePolicy) -> Iterator[Said]:
    """Yield what differs between a row and its order item."""
    listed, ordered = currency(row.currency), currency(item.currency)
    if listed and ordered and listed != ordered:
        yield Said("currency_differs", {"list": listed, "order": ordered})
    rate = row.tax_rate if row.tax_rate is not None else _implied(row)
    if rate is not None and not _rate_agrees(rate, item, policy):
        yield Said("tax_rate_differs", {"list": shown(rate), "order": shown(order_rate(item))})
        return  # amounts with another tax say nothing more
    found = due(row, item, policy)
    if found is not None:
        yield from _amount_differences(row, item, found)


def _rate_agrees(rate: Decimal, item: SalesItem, policy: PricePolicy) -> bool:
    if item.tax_rate is not None:
        return rate == item.tax_rate
    if item.tax_amount is None or not item.net_value:
        return True
    cent = ONE if currency(item.currency) in policy.no_decimals else Decimal("0.01")
    return abs(item.net_value * rate / HUNDRED - item.tax_amount) <= cent


def _amount_differences(row: ListRow, item: SalesItem, expected: Due) -> Iterator[Said]:
    included = price_basis(row, expected)
    if row.price is not None:
        yield from _price_difference(row, item, expected, included=included)
    exact = included is not True
    if row.net is not None and not _net_agrees(row.net, expected, exact=exact):
        yield _said("net_differs", row.net, expected.rounded)
    if row.gross is not None and abs(row.gross - expected.gross) > expected.band:
        yield _said("gross_differs", row.gross, expected.gross)
    if row.amount is not None and not _amount_agrees(row, expected, included=included):
        basis = amount_basis(row, expected)
        yield _said("amount_differs", row.amount, expected.gross if basis else expected.rounded)


def _net_agrees(net: Decimal, expected: Due, *, exact: bool) -> bool:
    out = abs(net - expected.net)
    return out <= expected.cent / 2 if exact else out <= expected.band


def _amount_agrees(row: ListRow, expected: Due, *, included: bool | None) -> bool:
    assert row.amount is not None, "asked for with an amount"
    basis = amount_basis(row, expected)
    basis = included if basis is None else basis
    is_net = _net_agrees(row.amount, expected, exact=included is not True)
    is_gross = abs(row.amount - expected.gross) <= expected.band
    return (is_net or is_gross) if basis is None else (is_gross if basis else is_net)


def amount_basis(row: ListRow, expected: Due) -> bool | None:
    """Tell whether an amount without a basis in its heading is gross, by the row's other amounts."""
    if row.amount is None:
        return None
    for other, basis in ((row.net, False), (row.gross, True)):
        if other is not None and other == row.amount:
            return basis
    if row.net is not None or row.gross is not None:
        return row.gross is None
    if row.tax:
        return _basis_by_tax(row.amount, row.tax, expected.factor)
    return None


def _basis_by_tax(amount: Decimal, tax: Decimal, factor: Decimal) -> bool | None:
    net_out = abs(amount * (factor - 1) - tax)
    gross_out = abs(amount - amount / factor - tax)
    return None if net_out == gross_out else gross_out < net_out


def price_basis(row: ListRow, expected: Due) -> bool | None:
    """Tell whether a row's price is gross: its heading says so, or else its own amounts do."""
    if row.price is None or row.price_included is not None or row.quantity is None:
        return row.price_included
    basis = amount_basis(row, expected)
    stated = ((row.net, False), (row.gross, True), (row.amount, basis))
    for per in _units(row):
        value = row.quantity * row.price / per
        for amount, included in stated:
            if amount is not None and abs(value - amount) <= _printed(row, per, expected.cent):
                return included
    if row.tax and row.net is None and row.gross is None and row.amount is None:
        return _basis_by_tax(row.quantity * row.price / (row.price_per or ONE), row.tax, expected.factor)
    return None


def _units(row: ListRow) -> tuple[Decimal, ...]:
    return (row.price_per,) if row.price_per else PRICE_UNITS


def _printed(row: ListRow, per: Decimal, cent: Decimal) -> Decimal:
    """Return what quantity times price may be out by because the price was rounded to its places."""
    assert row.price is not None, "asked for with a price"
    assert row.quantity is not None, "asked for with a quantity"
    exponent = row.price.as_tuple().exponent
    place = HALF.scaleb(min(int(exponent), 0))
    return max(cent, min(place, HALF * cent) * abs(row.quantity) / per + cent / 2)


def _price_difference(
    row: ListRow, item: SalesItem, expected: Due, *, included: bool | None
) -> Iterator[Said]:
    """Yield how the price differs, and where the row's own amounts contradict it."""
    pers = list(_closing(row, item, expected, included=included))
    if not pers:
        yield Said("arithmetic", {"price": shown(row.price), "amount": shown(_own(row, included=included))})
        return
    if not any(
        _agrees(row, item, expected, per, included=basis)
        for per in pers
        for basis in _bases(included=included)
    ):
        yield _compared(row, item, expected, pers[0], included=included)


def _bases(*, included: bool | None) -> tuple[bool, ...]:
    return (False, True) if included is None else (included,)


def _own(row: ListRow, *, included: bool | None) -> Decimal | None:
    """Return the amount of a row that its price must give."""
    if included is None:
        return next((each for each in (row.amount, row.net, row.gross) if each is not None), None)
    named = row.gross if included else row.net
    return row.amount if named is None else named


def _closing(row: ListRow, item: SalesItem, expected: Due, *, included: bool | None) -> Iterator[Decimal]:
    """Yield the price unit under which a row's price gives its own amount; without one 1 and the order's."""
    amount = _own(row, included=included)
    if amount is None and row.tax is not None and included is not None:
        other = row.net if included else row.gross
        amount = None if other is None else other + row.tax if included else other - row.tax
    if amount is None:
        yield from (row.price_per,) if row.price_per else dict.fromkeys((ONE, item.price_per))
        return
    for per in _units(row):
        if abs(_value(row, per) - amount) <= _printed(row, per, expected.cent):
            yield per
            return


def _value(row: ListRow, per: Decimal) -> Decimal:
    assert row.price is not None, "asked for with a price"
    assert row.quantity is not None, "asked for with a quantity"
    return row.quantity * row.price / per


def _agrees(row: ListRow, item: SalesItem, expected: Due, per: Decimal, *, included: bool) -> bool:
    assert row.price is not None, "asked for with a price"
    assert item.price is not None, "asked for with a price"
    if not included:
        return row.price * item.price_per == item.price * per
    return abs(_value(row, per) - expected.gross) <= expected.band


def _compared(row: ListRow, item: SalesItem, expected: Due, per: Decimal, *, included: bool | None) -> Said:
    assert row.price is not None, "asked for with a price"
    assert item.price is not None, "asked for with a price"
    ordered = item.price / item.price_per * per * (expected.factor if included else ONE)
    places = expected.cent if per == ONE or included else Decimal("0.0001")
    values: dict[str, str | int] = {
        "list": shown(row.price),
        "order": shown(ordered.quantize(places, ROUND_HALF_UP)),
        "per": shown(per),
        "difference": shown((row.price - ordered).quantize(Decimal("0.0001"), ROUND_HALF_UP)),
    }
    return Said("gross_price_differs" if included else "net_price_differs", values)


def _said(word: str, listed: Decimal, ordered: Decimal) -> Said:
    return Said(word, {"list": shown(listed), "order": shown(ordered), "difference": shown(listed - ordered)})


def shown(number: Decimal | None) -> str:
    """Return a number as people write it, without zeros that say nothing."""
    if number is None:
        return "-"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text and len(text.partition(".")[2]) > 2 else text


def amounts(row: ListRow, item: SalesItem, policy: PricePolicy) -> Amounts | None:
    """Return the amounts of a row for the invoice to be; None where neither row nor order has a price."""
    expected = due(row, item, policy)
    if expected is None:
        return None
    net, gross = row.net, row.gross
    if row.amount is not None and net is None and gross is None:
        is_gross = amount_basis(row, expected)
        net, gross = (None, row.amount) if is_gross else (row.amount, None)
    if net is None:
        net = expected.rounded if gross is None else gross - (row.tax or gross - gross / expected.factor)
    tax = row.tax if row.tax is not None else net * (expected.factor - 1)
    net, tax = (each.quantize(expected.cent, ROUND_HALF_UP) for each in (net, tax))
    return Amounts(net, tax, net + tax if gross is None else gross.quantize(expected.cent, ROUND_HALF_UP))
