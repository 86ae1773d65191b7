"""Fields of a document as values: numbers, dates, periods, and what is in doubt about them."""

import datetime as dt
from decimal import Decimal, InvalidOperation

from extractors.late import late
from models.reading import Field, Reason

GRAVEST_FIRST = (
    Reason.CHARACTERS,
    Reason.REMARKED,
    Reason.NOT_PARSED,
    Reason.AMBIGUOUS_VALUE,
    Reason.RIVAL,
    Reason.ROLE,
    Reason.ARITHMETIC,
    Reason.IMPLIED,
    Reason.UNPROVEN,
    Reason.COMPLETENESS,
)
SMALLEST, LARGEST = -12, 15
"""Powers of ten between which numbers of orders lie; beyond them something was misread."""
FIRST_YEAR, LAST_YEAR = 1990, 2200
"""Years between which dates of orders lie."""
DURATION = late(r"P(?:(?P<months>[0-9]{1,4})M|(?P<weeks>[0-9]{1,4})W|(?P<days>[0-9]{1,4})D)")


def number(field: Field | None) -> Decimal | None:
    """Return the number of a field; None where there is none that can be read."""
    if field is None or field.value is None:
        return None
    try:
        value = Decimal(field.value)
    except InvalidOperation:
        return None
    usable = value.is_finite() and (not value or SMALLEST <= value.adjusted() <= LARGEST)
    return value if usable else None


def date(field: Field | None) -> dt.date | None:
    """Return the date of a field; None where there is none that can be read."""
    if field is None or field.value is None:
        return None
    try:
        day = dt.date.fromisoformat(field.value)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def flag(field: Field | None) -> bool | None:
    """Return what a true-or-false field says; None where it says nothing."""
    return None if field is None else {"true": True, "false": False}.get(field.value or "")


def text(field: Field | None) -> str | None:
    """Return the value of a field; None where there is none."""
    return None if field is None else field.value


def doubt(*fields: Field | None) -> Reason | None:
    """Return the gravest reason for which one of several fields is not sure; None if all are.

    What a document does not state casts no doubt.
    """
    reasons = {each.reason or Reason.UNPROVEN for each in fields if each is not None and not each.sure}
    return next((each for each in GRAVEST_FIRST if each in reasons), None)


def plain(value: Decimal) -> str:
    """Return a number as text, without an exponent and without more zeros than two decimals."""
    shown = format(value.normalize(), "f")
    whole, _, decimals = shown.partition(".")
    return f"{whole}.{decimals.ljust(2, '0')}" if decimals else whole


def money(value: Decimal) -> str:
    """Return an amount or price as text: at least two decimals, at most four."""
    rounded = value.quantize(Decimal("0.0001"))
    shown = format(rounded.normalize(), "f")
    whole, _, decimals = shown.partition(".")
    return f"{whole}.{decimals.ljust(2, '0')}"


def places(value: Decimal) -> int:
    """Return how many decimal places a number was printed with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
