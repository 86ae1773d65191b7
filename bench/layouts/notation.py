"""How customers all over write numbers, days and amounts."""

import datetime as dt
from decimal import Decimal

from demo.make_notation import MONTHS, capitals, chinese_day, comma, german, plain

__all__ = [
    "american_day",
    "capitals",
    "chinese_day",
    "comma",
    "french",
    "german",
    "in_words",
    "indian",
    "long_day",
    "plain",
    "short_day",
    "swiss",
    "unseparated",
    "week",
    "wide",
]

FULL_MONTHS = "January February March April May June July August September October November December".split()
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen".split()
)
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
GROUPS = ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred"))
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}


def french(number: Decimal, places: int = 2) -> str:
    """Return 1234.5 as 1 234,50 with a blank that does not break."""
    return comma(number, places).replace(",", "\u00a0").replace(".", ",")


def swiss(number: Decimal, places: int = 2) -> str:
    """Return 1234.5 as 1'234.50."""
    return comma(number, places).replace(",", "'")


def unseparated(number: Decimal, places: int = 2) -> str:
    """Return 1234.5 as 1234.50."""
    return f"{number:.{places}f}"


def indian(number: Decimal, places: int = 2) -> str:
    """Return 1234567.5 as 12,34,567.50."""
    whole, _, rest = f"{number:.{places}f}".partition(".")
    head, tail = whole[:-3], whole[-3:]
    groups = [tail]
    while head:
        head, group = head[:-2], head[-2:]
        groups.insert(0, group)
    return ",".join(groups) + (f".{rest}" if rest else "")


def long_day(day: dt.date) -> str:
    """Return a day as 5 March 2026."""
    return f"{day.day} {FULL_MONTHS[day.month - 1]} {day.year}"


def american_day(day: dt.date) -> str:
    """Return a day as March 5, 2026."""
    return f"{FULL_MONTHS[day.month - 1]} {day.day}, {day.year}"


def short_day(day: dt.date) -> str:
    """Return a day as 05-Mar-2026."""
    return f"{day.day:02d}-{MONTHS[day.month - 1]}-{day.year}"


def in_words(amount: Decimal) -> str:
    """Return an amount in English words, its hundredths as a fraction."""
    whole, cents = divmod(int(amount * 100), 100)
    tail = f" and {cents:02d}/100" if cents else ""
    return f"{_words(whole)}{tail}".capitalize()


def _words(number: int) -> str:
    for size, name in GROUPS:
        if number >= size:
            head, rest = divmod(number, size)
            return f"{_words(head)} {name}" + (f" {_words(rest)}" if rest else "")
    if number < len(ONES):
        return ONES[number]
    tens, ones = divmod(number, 10)
    return TENS[tens] + (f"-{ONES[ones]}" if ones else "")


def week(day: dt.date) -> str:
    """Return the calendar week of a day as 05/2026."""
    year, number, _ = day.isocalendar()
    return f"{number:02d}/{year}"


def wide(text: str) -> str:
    """Return text in full-width letters and figures."""
    return text.translate(WIDE)
