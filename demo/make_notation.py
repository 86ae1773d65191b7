"""How customers write numbers and days."""

import datetime as dt
from decimal import Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def comma(number: Decimal, places: int = 2) -> str:
    """Return 1234.5 as 1,234.50."""
    return f"{number:,.{places}f}"


def german(number: Decimal, places: int = 2) -> str:
    """Return 1234.5 as 1.234,50."""
    return comma(number, places).translate(str.maketrans(",.", ".,"))


def plain(number: Decimal) -> str:
    """Return a number without superfluous zeros."""
    return f"{number.normalize():f}"


def chinese_day(day: dt.date) -> str:
    """Return a day as 2026年11月16日."""
    return f"{day.year}年{day.month}月{day.day}日"


def english_day(day: dt.date) -> str:
    """Return a day as 16 Nov 2026, whatever the machine's language is."""
    return f"{day.day:02d} {MONTHS[day.month - 1]} {day.year}"


def capitals(amount: Decimal) -> str:
    """Return an amount in the capital numerals that Chinese contracts repeat it in."""
    yuan, cents = divmod(int(amount * 100), 100)
    words = _integer(yuan) + "元"
    jiao, fen = divmod(cents, 10)
    if not cents:
        return words + "整"
    if jiao:
        words += DIGITS[jiao] + "角"
    elif fen:
        words += DIGITS[0]
    return words + (DIGITS[fen] + "分" if fen else "整")


def _integer(number: int) -> str:
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    words = ""
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        if not group:
            continue
        # A gap between the digits is read as one zero.
        gap = words and (group < 1000 or groups[index + 1] == 0)
        words += (DIGITS[0] if gap else "") + _group(group) + GROUPS[index]
    return words


def _group(group: int) -> str:
    words, gap = "", False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit:
            words += (DIGITS[0] if gap else "") + DIGITS[digit] + PLACES[place]
            gap = False
        elif words:
            gap = True
    return words
