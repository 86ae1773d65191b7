"""Spans of days as they are printed: calendar weeks, months, parts of a month, quarters.

Weeks are those of ISO 8601: Monday to Sunday, the first week holds the first Thursday.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from functools import partial

from extractors.fields.calendar_days import MONTH, MONTHS
from extractors.fields.date_readings import EARLIEST, LATEST, DateOrder, DateReading, day, span, year
from extractors.late import late

Days = tuple[dt.date | None, dt.date | None]
NOTHING: Days = (None, None)

WEEK_WORD = (
    r"(?:calendar week|week|wk|cw|kw|w|kalenderwoche|woche|vecka|v(?=\.)|uke|uge|viikko"
    r"|semaine|settimana|semana)"
    r"\.?\s?(?:no\.?\s?)?"
)
WEEK = late(
    rf"(?:{WEEK_WORD}|第)(?P<week>[0-9]{{1,2}})(?:\s?(?P<dash>-|/|~|bis|to)\s?(?:kw|cw|w)?(?P<until>[0-9]{{1,2}}))?周?"
    r"(?:[\s,./-]*(?:of |in )?(?P<year>[0-9]{4}|(?<=[\s/])[0-9]{2}))?"
)
YEAR_WEEK = late(rf"(?P<year>[0-9]{{4}})[\s/-]*(?:{WEEK_WORD}|年\s?第\s?)(?P<week>[0-9]{{1,2}})\s?周?")
GERMAN_WEEK = late(r"(?P<week>[0-9]{1,2})\. ?(?:kw|woche)(?:[\s/]*(?P<year>[0-9]{4}))?")
MONTHLY = (
    late(r"(?P<year>[0-9]{4})\s?[-./]\s?(?P<month>[0-9]{1,2})"),
    late(r"(?P<month>[0-9]{1,2})\s?[-./]\s?(?P<year>[0-9]{4})"),
    late(r"(?:(?P<year>[0-9]{4}|[0-9]{2})\s?年\s?)?(?P<month>[0-9]{1,2})\s?月份?"),
    late(rf"{MONTH}[\s,./-]*'?(?P<year>[0-9]{{4}}|[0-9]{{2}})"),
    late(rf"(?P<year>[0-9]{{4}})[\s./-]*{MONTH}"),
)
CHINESE_PART = late(
    r"(?:(?P<year>[0-9]{4}|[0-9]{2})\s?年\s?)?(?P<month>[0-9]{1,2})\s?月份?\s?(?P<part>上旬|中旬|下旬|初|中|底|末)"
)
ENGLISH_PART = late(
    r"(?P<part>early|beginning|start|anfang|mid|middle|mitte|late|end|ende)[\s-](?:of )?(?:the )?"
    rf"{MONTH}(?:[\s,./-]*(?P<year>[0-9]{{4}}))?"
)
PARTS = {
    **dict.fromkeys(("上旬", "初", "early", "beginning", "start", "anfang"), (1, 10)),
    **dict.fromkeys(("中旬", "中", "mid", "middle", "mitte"), (11, 20)),
    **dict.fromkeys(("下旬", "late"), (21, 31)),
    **dict.fromkeys(("底", "末", "end", "ende"), (31, 31)),
}
YEAR_END = late(r"(?P<year>[0-9]{4})\s?年?[底末]|end of (?:the )?(?:year )?(?P<after>[0-9]{4})")
QUARTERLY = (
    late(r"q\s?(?P<quarter>[1-4])(?:[\s,./-]*(?P<year>[0-9]{4}|(?<=[\s/])[0-9]{2}))?"),
    late(r"(?P<year>[0-9]{4})[\s./-]*q(?P<quarter>[1-4])"),
    late(r"(?P<quarter>[1-4])\s?q(?:[\s./-]*(?P<year>[0-9]{4}|[0-9]{2}))?"),
    late(r"(?:(?P<year>[0-9]{4})\s?年\s?)?第?\s?(?P<quarter>[1-4])\s?季度?"),
    late(r"(?P<quarter>[1-4])(?:st|nd|rd|th) quarter(?:[\s,]*(?:of )?(?P<year>[0-9]{4}))?"),
)


def weeks(text: str, base: dt.date | None) -> Iterator[DateReading]:
    """Yield the readings of a calendar week; `text` is casefolded.

    "KW 25/26" is week 25 of 2026, or the weeks 25 and 26: both are readings.
    """
    plain = YEAR_WEEK.fullmatch(text) or GERMAN_WEEK.fullmatch(text)
    if plain:
        yield from _week(int(plain["week"]), int(plain["week"]), plain["year"], base)
        return
    match = WEEK.fullmatch(text)
    if match is None:
        return
    week, until = int(match["week"]), match["until"]
    if until is None:
        yield from _week(week, week, match["year"], base)
        return
    if match["dash"] == "/" and not match["year"]:
        yield from _week(week, week, until, base)
    if week + 1 == int(until) or (match["dash"] != "/" and week < int(until)):
        yield from _week(week, int(until), match["year"], base)


def _week(week: int, until: int, stated: str | None, base: dt.date | None) -> Iterator[DateReading]:
    of = year(stated) if stated else None
    yield from span(DateOrder.WEEK, of, base, lambda each: (_monday(each, week), _sunday(each, until)))


def _monday(of: int, week: int) -> dt.date | None:
    exists = EARLIEST <= of <= LATEST and 1 <= week <= dt.date(of, 12, 28).isocalendar().week
    return dt.date.fromisocalendar(of, week, 1) if exists else None


def _sunday(of: int, week: int) -> dt.date | None:
    monday = _monday(of, week)
    return monday and monday + dt.timedelta(days=6)


def week_codes(text: str) -> tuple[DateReading, ...]:
    """Return the readings of four digits in a column of weeks: 2650 is week 50 of 2026.

    Most write the year first; some the week. Both are returned where both exist.
    """
    if not re.fullmatch(r"[0-9]{4}", text):
        return ()
    return tuple(
        reading
        for week, of in ((text[2:], text[:2]), (text[:2], text[2:]))
        for reading in _week(int(week), int(week), of, None)
    )


def months(text: str, base: dt.date | None) -> Iterator[DateReading]:
    """Yield the reading of a whole month: 2026-03, 05.2027, 2026年3月, March 2026."""
    for form in MONTHLY:
        match = form.fullmatch(text)
        if match:
            of = year(match["year"]) if match["year"] else None
            number = _month(match["month"])
            yield from span(DateOrder.MONTH, of, base, partial(_days, month=number, first=1, last=31))
            return


def parts(text: str, base: dt.date | None) -> Iterator[DateReading]:
    """Yield the reading of a part of a month, or of the end of a year."""
    match = CHINESE_PART.fullmatch(text) or ENGLISH_PART.fullmatch(text)
    if match:
        of = year(match["year"]) if match["year"] else None
        number, (first, last) = _month(match["month"]), PARTS[match["part"]]
        yield from span(DateOrder.PART, of, base, partial(_days, month=number, first=first, last=last))
    end = YEAR_END.fullmatch(text)
    if end:
        of = int(end["year"] or end["after"])
        yield from span(DateOrder.PART, of, base, partial(_days, month=12, first=31, last=31))


def _month(text: str) -> int:
    return int(text) if text.isdigit() else MONTHS[text]


def _days(of: int, month: int, first: int, last: int) -> Days:
    if day(of, month, 1) is None:
        return NOTHING
    end = calendar.monthrange(of, month)[1]
    return day(of, month, min(first, end)), day(of, month, min(last, end))


def quarters(text: str, base: dt.date | None) -> Iterator[DateReading]:
    """Yield the reading of a quarter: Q1 2027, 2027年1季度."""
    for form in QUARTERLY:
        match = form.fullmatch(text)
        if match:
            of = year(match["year"]) if match["year"] else None
            yield from span(DateOrder.QUARTER, of, base, partial(_quarter, number=int(match["quarter"])))
            return


def _quarter(of: int, number: int) -> Days:
    return _days(of, 3 * number - 2, 1, 31)[0], _days(of, 3 * number, 1, 31)[1]
