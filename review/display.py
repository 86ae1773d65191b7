"""Values as people read them: money, numbers, dates, durations, ages."""

import datetime as dt
import re
from decimal import Decimal, InvalidOperation

from models.reading import Field
from review.words import say, word

NUMBERS = frozenset({"quantity", "unit_price", "amount", "total_amount", "price_per"})
"""Fields whose values are plain decimals."""
_DURATION = re.compile(r"P(\d+)([DWMY])")
_AGES = (("age.days", 86_400), ("age.hours", 3_600), ("age.minutes", 60))


def number(text: str | None) -> Decimal | None:
    """Return the decimal that a normalised value stands for; None if it is no number."""
    try:
        value = Decimal(text or "")
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def capital(text: str) -> str:
    """Return a text with its first letter large, as a sentence begins."""
    return text[:1].upper() + text[1:]


def decimal(value: Decimal) -> str:
    """Return a number with thousands parted by commas and all its places: 26,708.08."""
    return f"{value:,f}"


def signed(value: Decimal) -> str:
    """Return a number with its sign: +2.00, −0.10."""
    return f"{'+' if value > 0 else '−' if value < 0 else '±'}{abs(value):,f}"


def money(value: Decimal | None, currency: str | None) -> str:
    """Return an amount with its currency in front: CNY 26,708.08."""
    if value is None:
        return ""
    return f"{currency or ''} {decimal(value)}".strip()


def value(lang: str, field: str, text: str | None, unit: str | None = None) -> str:
    """Return the normalised value of a field the way people write it; empty for None."""
    if text is None:
        return ""
    if field in NUMBERS:
        amount = number(text)
        return text if amount is None else decimal(amount)
    if field == "tax_included":
        return word(lang, "tax_included", text)
    if field == "tax_rate":
        return text if number(text) is None else f"{text} %"
    return duration(lang, text, unit)


def of_field(lang: str, name: str, field: Field) -> str:
    """Return the value of a field with its unit and with what it counts from; empty for None."""
    shown = value(lang, name, field.value, field.unit)
    return f"{shown} {word(lang, 'anchor', field.anchor)}" if shown and field.anchor else shown


def duration(lang: str, text: str, unit: str | None = None) -> str:
    """Return an ISO 8601 duration in words ("6 weeks"); any other text as it is."""
    match = _DURATION.fullmatch(text)
    if match is None:
        return text
    count, letter = int(match[1]), match[2]
    if unit == "working_days":
        return say(lang, "duration.working_days", n=count)
    names = {"D": "duration.days", "W": "duration.weeks", "M": "duration.months", "Y": "duration.years"}
    return say(lang, names[letter], n=count)


def age(lang: str, moment: dt.datetime, now: dt.datetime) -> str:
    """Return how long ago `moment` was, in its largest whole unit."""
    seconds = (now - moment).total_seconds()
    for text, length in _AGES:
        if seconds >= length:
            return say(lang, text, n=int(seconds // length))
    return say(lang, "age.now")


def ago(lang: str, moment: dt.datetime, now: dt.datetime) -> str:
    """Return how long ago `moment` was, as it is said beside a moment: 5 minutes ago, just now."""
    past = age(lang, moment, now)
    return past if past == say(lang, "age.now") else say(lang, "age.ago", age=past)


def moment(when: dt.datetime | None, now: dt.datetime) -> str:
    """Return a moment in the time zone of `now`, to the minute; empty for None."""
    return "" if when is None else f"{when.astimezone(now.tzinfo):%Y-%m-%d %H:%M}"


def size(octets: int) -> str:
    """Return a file size in its largest whole unit: 12 kB."""
    for unit, length in (("MB", 1_000_000), ("kB", 1_000)):
        if octets >= length:
            return f"{octets / length:.0f} {unit}"
    return f"{octets} B"
