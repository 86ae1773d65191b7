"""Whether the price of an order item gives its value, and for how many units it is."""

from dataclasses import replace
from decimal import Decimal

from desk.invoicing.prices import HALF, ONE, PRICE_UNITS, currency, shown
from models.invoice_sources import Said, SalesItem
from models.policy import PricePolicy

CENT = Decimal("0.01")


def priced(item: SalesItem) -> SalesItem:
    """Return an order item with its price unit: an export without that column tells it by the value alone."""
    if item.price_per != ONE or _is_closed(item, ONE, CENT):
        return item
    fitting = (each for each in PRICE_UNITS[1:] if _is_closed(item, each, CENT))
    return replace(item, price_per=next(fitting, ONE))


def contradiction(item: SalesItem, policy: PricePolicy) -> Said | None:
    """Return that an order item's price does not give its value; its price alone would be no proof."""
    cent = ONE if currency(item.currency) in policy.no_decimals else CENT
    if _is_closed(item, item.price_per, cent):
        return None
    return Said("order_contradicts", {"price": shown(item.price), "value": shown(item.net_value)})


def _is_closed(item: SalesItem, per: Decimal, cent: Decimal) -> bool:
    """Tell whether quantity and price give the value, as far as the price was rounded; or one is missing."""
    if item.price is None or item.quantity is None or item.net_value is None:
        return True
    out = abs(abs(item.quantity * item.price / per) - abs(item.net_value))
    return out <= cent + HALF * cent * abs(item.quantity) / per
