"""Further ways in which customers write a day."""

import datetime as dt

from bench.layouts.notation import FULL_MONTHS
from demo.make_notation import MONTHS

FIGURES = "〇一二三四五六七八九"


def upper_day(day: dt.date) -> str:
    """Return a day as 05-MAR-2026."""
    return f"{day.day:02d}-{MONTHS[day.month - 1].upper()}-{day.year}"


def ordinal_day(day: dt.date) -> str:
    """Return a day as 5th March 2026."""
    ending = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{ending} {FULL_MONTHS[day.month - 1]} {day.year}"


def month_first(day: dt.date) -> str:
    """Return a day as Mar 5, 2026."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def spaced_month(day: dt.date) -> str:
    """Return a day as 05 Mar 2026."""
    return f"{day.day:02d} {MONTHS[day.month - 1]} {day.year}"


def bare(day: dt.date, mark: str = "/") -> str:
    """Return a day as 2026/3/5."""
    return f"{day.year}{mark}{day.month}{mark}{day.day}"


def spaced_day(day: dt.date) -> str:
    """Return a day as 2026 年 03 月 05 日."""
    return f"{day.year} 年 {day.month:02d} 月 {day.day:02d} 日"


def written_day(day: dt.date) -> str:
    """Return a day as 二〇二六年三月五日."""
    year = "".join(FIGURES[int(each)] for each in str(day.year))
    return f"{year}年{_written(day.month)}月{_written(day.day)}日"


def _written(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = ("" if tens == 1 else FIGURES[tens]) + "十" if tens else ""
    return ten + (FIGURES[ones] if ones else "")
