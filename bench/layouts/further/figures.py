"""Quantities that show decimals only where there are some."""

from decimal import Decimal

from bench.layouts.notation import comma, french


def counted(quantity: Decimal) -> str:
    """Return 1200 as 1,200 and 2.5 as 2.5."""
    return comma(quantity, _places(quantity))


def counted_in_french(quantity: Decimal) -> str:
    """Return 1200 as 1 200 and 2.5 as 2,5."""
    return french(quantity, _places(quantity))


def _places(quantity: Decimal) -> int:
    return 0 if quantity == quantity.to_integral_value() else 1
