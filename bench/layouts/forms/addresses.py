"""Addresses in lines, as forms print them, and what else several forms have in common."""

from decimal import Decimal

from bench.layouts.markup import text
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN
from bench.layouts.values import Order


def address(street: str | None) -> list[str]:
    """Return an address line by line, without the commas of one in a row."""
    return [] if street is None else street.split(", ")


def seller() -> list[str]:
    """Return the seller's name and address line by line."""
    return [SELLER_EN, *address(SELLER_STREET_EN)]


def buyer(order: Order) -> list[str]:
    """Return the buyer's name and address line by line."""
    return [order.customer, *address(order.buyer.street_en)]


def goods_in(order: Order) -> list[str]:
    """Return the buyer's name and where the goods go, line by line."""
    return [order.customer, *address(order.place)]


def broken(lines: list[str]) -> str:
    """Return lines of an address as they stand in HTML."""
    return "<br>".join(text(each) for each in lines)


def threefold(quantity: Decimal) -> str:
    """Return a quantity with three places, as SAP prints it in many units: 4.000."""
    return f"{quantity:,.3f}"
