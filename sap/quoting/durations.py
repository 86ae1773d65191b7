"""Times of which the cell holds the number and the heading the unit: 8 below "Lead time (weeks)".

A heading says so where it names several ("weeks", 天数) or names one as a unit: in brackets, or of a time
("Lead time week"). A "Delivery week" is one of the calendar, and 周期 a cycle of whatever length.
"""

import calendar
import datetime as dt
import re

from extractors.fields.periods import Period
from extractors.fields.text import plain

FIGURES = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?")
MONTHS = 12

CALENDAR = re.compile(
    r"calendar weeks?|weeks? (?:no|num|of)|\b[kc]w\b|kalenderwoche|month of|monat der"
    "|周次|周别|週次|第[^周]{0,2}[周週]|月份|年月"
)
"""Weeks and months that are those of a year."""
CYCLE = re.compile("[周週]期")
WORKING = re.compile(
    r"(?:working|business|work)[ -]?days?|\bw\.?d\b\.?|arbeitstagen?|werktagen?|工作[日天]|个?工日"
)
TIME = re.compile(
    r"lead|time|period|duration|validity|zeit|frist|dauer|délai|plazo"
    "|交期|[货貨]期|交[货貨付]期|期限|[时時][间間]|[周週]期|有效期"
)
"""A heading that speaks of how long something takes."""
UNITS = {
    " weeks": (
        (
            r"\b(?:weeks|wks|wochen|semaines|semanas)\b|(?<=in )(?:week|wk)\b"
            r"|[(\[/]\s?(?:week|wk|w)s?\.?\s?[)\]]"
        ),
        r"\b(?:week|wk|woche)\b",
    ),
    "周": (r"[周週]数|[周週]數|[(\[/:]\s?[周週]\s?(?:[)\]]|$)|单位:?[周週]", "[周週]"),
    " days": (
        r"\b(?:days|tagen?|jours|días)\b|[(\[/]\s?(?:calendar )?(?:day|d|tag)s?\.?\s?[)\]]",
        r"\b(?:day|tag)\b",
    ),
    "天": (r"天|日[数數]|日历日|自然日|[(\[/:]\s?日\s?(?:[)\]]|$)|单位:?日", r"日(?!期)"),
    " months": (
        r"\b(?:months|mths|monaten?|mois|meses)\b|[(\[/]\s?(?:month|mth|m)s?\.?\s?[)\]]",
        r"\b(?:month|monat)\b",
    ),
    "个月": (r"个月|個月|月[数數]|[(\[/:]\s?月\s?(?:[)\]]|$)|单位:?月", "月"),
}
"""Each unit with what names it anywhere, and what names it in the heading of a time."""
SURE = {unit: re.compile(words[0]) for unit, words in UNITS.items()}
OF_TIME = {unit: re.compile("|".join(words)) for unit, words in UNITS.items()}


def counted(text: str, heading: str) -> str | None:
    """Return a time of which the cell holds the number and the name of the column the unit."""
    unit = _unit(heading)
    return None if unit is None else f"{text}{unit}"


def _unit(heading: str) -> str | None:
    """Return the one unit that a heading names; a number under two of them is of neither."""
    name = plain(heading).casefold()
    if CALENDAR.search(name):
        return None
    known = OF_TIME if TIME.search(name) else SURE
    name = CYCLE.sub("期", name)
    working = WORKING.search(name)
    name = WORKING.sub(" ", name)
    found = {unit for unit, words in known.items() if words.search(name)}
    kinds = set(map(_kind, found))
    if working is not None:
        return " working days" if not kinds else None
    # Named in two languages it is one: 交货期 (周) / weeks.
    return min(found, key=len) if len(kinds) == 1 else None


def _kind(unit: str) -> str:
    return {" weeks": "W", "周": "W", " days": "D", "天": "D"}.get(unit, "M")


def end(begin: dt.date, period: Period) -> dt.date:
    """Return the last day of a time that counts from a day, which itself is not counted (民法典 §201-202)."""
    count, unit = int(period.iso[1:-1]), period.iso[-1]
    if unit != "M":
        return begin + dt.timedelta(days=count * (7 if unit == "W" else 1))
    years, month = divmod(begin.month - 1 + count, MONTHS)
    last = calendar.monthrange(begin.year + years, month + 1)[1]
    return dt.date(begin.year + years, month + 1, min(begin.day, last))
