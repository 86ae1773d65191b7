"""When an item is due: a date or a lead time."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.conventions import one_date
from extractors.fields import dates, periods
from extractors.late import late
from extractors.lines.doubts import stray_texts
from extractors.lines.item import NOTHING, Item, Text
from extractors.lines.values import headed_times, headed_years
from extractors.lines.values.line_context import Context, contested, field_of, scattered
from extractors.vocabulary.meanings import Role
from models.reading import Candidate, Field, Reason

TORN = late(r"\d{2}([./-])\d{2}\1\d")
"""Month and day are written alike: with two figures, or with as many as they need."""
WEEKLY = late(r"week|woche|vecka|semaine|\bu[kg]e\b|\bwk\b|\bkw\b|周次|交货周|周别", re.IGNORECASE)
WEEK = late(r"[0-9]{1,2}\s?[/.-]\s?(?:20)?[0-9]{2}")
YEAR_FIRST = late(r"(20[0-9]{2})\s?[/.-]\s?([0-9]{1,2})")
FORM = late(r"(?:yyyy|yy)mmdd|ddmm(?:yyyy|yy)|mmdd(?:yyyy|yy)")
"""How a heading says that days are written: "Delivery date yymmdd"."""
GERMAN = str.maketrans("jt", "yd")
"""JJMMTT is yymmdd."""
CHINESE = {"年月日": "ymd", "日月年": "dmy", "月日年": "mdy"}
YEARLESS = late(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})")
MONTH_FIRST = late(r"月\s?/?\s?日|\bmm?\s?/\s?dd?\b(?!\s?/)")
DAY_FIRST = late(r"日\s?/?\s?月|\b(?:dd?|tt?)\s?[/.]\s?mm?\b(?!\s?[/.])")
"""How a heading says that days are written without their year: 交货(月/日)."""
NOT_YET = late(r"^(?:承诺(?:日期)?|promised(?: date)?)\s?[:：]\s?(?=\D{2,12}[:：])", re.IGNORECASE)
"""The label of what the seller has yet to promise, before that of what is needed: "Promised: Needed: …"."""
BLANK = late(r"\s+(?!(?:from|after|before|since|upon|or|and|per)\b|[及和或后])", re.IGNORECASE)
STOPPED = late(r"(?<=[a-z\u4e00-\u9fff])\s?(?:\.\s+(?=[A-Z\u4e00-\u9fff])|[;；。])")
SENTENCE = late(r"\s*[.;；。，,(（]|\s+[·•|–—-]\s+[^\W\d_]")
"""What stands behind a date that a sentence or a note follows."""


def of_item(item: Item, context: Context) -> tuple[Field | None, Field | None]:
    """Return the delivery date and the lead time of an item; one of them at most is stated."""
    text = item.one(Role.DELIVERY)
    if text is None and Role.DELIVERY in item.scattered:
        return scattered(item, Role.DELIVERY, context), None
    stray = stray_texts.delivery(item, context.weeks) if text is None else None
    if stray is not None:
        return _stray(stray, context)
    if text is None or text.printed in NOTHING:
        return None, None
    day, period = delivery(text, context)
    if day is not None and all(_is_on(each, day, context) for each in item.texts[Role.DELIVERY]):
        return day, period
    return (
        day and contested(day, item, Role.DELIVERY),
        period and contested(period, item, Role.DELIVERY),
    )


def _stray(text: Text, context: Context) -> tuple[Field | None, Field | None]:
    """Read a time outside its column; of the day of a test or a paper nothing is left but a doubt."""
    if text.start == text.end:
        return field_of(text, None, context, Reason.ROLE), None
    return delivery(text, context)


def _is_on(text: Text, day: Field, context: Context) -> bool:
    """Tell whether a text states a day, perhaps with its hour: portals repeat it below the item."""
    read = one_date(text.printed, context.conventions)
    return read is not None and read.last.isoformat() == day.value


def delivery(text: Text, context: Context) -> tuple[Field | None, Field | None]:
    """Read a text that is a date or a lead time; an unreadable one becomes an unsure date."""
    headed = headed_times.read(text)
    if headed is not None:
        reason = None if headed_times.is_certain(text, headed) else Reason.AMBIGUOUS_VALUE
        return None, _lasting(text, headed, context, reason)
    printed = _week(text) or headed_years.with_year(text, _spaced_out(text))
    printed = NOT_YET.sub("", printed)
    date = one_date(printed, context.conventions)
    if date is not None:
        reason = None if date.year_stated else Reason.IMPLIED
        if date.order is dates.DateOrder.YYMD and TORN.fullmatch(printed):
            reason = Reason.AMBIGUOUS_VALUE  # 12.03.2 may be the beginning of 12.03.2026
        return field_of(text, date.last.isoformat(), context, reason), None
    readings = _coming(dates.parse(printed, context.conventions.base), context)
    if readings:
        found = field_of(text, readings[0].last.isoformat(), context, Reason.AMBIGUOUS_VALUE)
        return replace(found, candidates=_each(readings)), None
    whole = periods.parse(printed)
    period = whole or _noted(printed)
    if period is not None:
        return None, _lasting(text, period, context, None if whole else Reason.AMBIGUOUS_VALUE)
    begins = _begins(text)
    if begins is not None:
        return delivery(begins, context)
    return field_of(text, None, context, Reason.NOT_PARSED), None


def _coming(readings: Sequence[dates.DateReading], context: Context) -> list[dates.DateReading]:
    """Return the readings of a day, those in front that are not before the paper's own: 26/11/20 in 2026."""
    base = context.conventions.base
    return sorted(readings, key=lambda each: base is not None and each.last < base)


def _lasting(text: Text, period: periods.Period, context: Context, reason: Reason | None = None) -> Field:
    """Return the field of a lead time, with what it counts from and the lower end of a range."""
    found = field_of(text, period.iso, context, reason)
    unit = "working_days" if period.working_days else None
    low = (Candidate(period.low_iso),) if period.low_iso else ()
    return replace(found, unit=unit, anchor=period.anchor, candidates=low)


def _spaced_out(text: Text) -> str:
    """Return a day of bare figures with its parts told apart: eight are 20261220, six as the heading says."""
    figures = text.printed
    named = text.heading.text.casefold() if text.heading is not None else ""
    if not figures.isdigit():
        return _without_year(figures, named)
    named = _in_letters(named, len(figures))
    headed = FORM.search(named) or FORM.search(named.translate(GERMAN))
    if headed is not None and len(headed[0]) == len(figures):
        parts = {letter: figures[headed[0].index(letter) : headed[0].rindex(letter) + 1] for letter in "ymd"}
        century = "20" if len(parts["y"]) == len("yy") else ""
        return f"{century}{parts['y']}-{parts['m']}-{parts['d']}"
    compact = dates.parse(figures, compact=True)
    return compact[0].last.isoformat() if len(compact) == 1 else figures


def _in_letters(named: str, length: int) -> str:
    """Return a heading with 年月日 as yymmdd, with four letters of the year for eight figures."""
    for words, order in CHINESE.items():
        named = named.replace(words, "".join(each * (length - 4 if each == "y" else 2) for each in order))
    return named


def _without_year(printed: str, named: str) -> str:
    """Return a day whose month the heading tells from it: 09/10 below 交货(月/日) is 9月10日."""
    pair = YEARLESS.fullmatch(printed)
    if pair is None or "年" in named or "yy" in named or "jj" in named:
        return printed
    if MONTH_FIRST.search(named):
        return f"{pair[1]}月{pair[2]}日"
    return f"{pair[2]}月{pair[1]}日" if DAY_FIRST.search(named) else printed


def _week(text: Text) -> str | None:
    """Return a number under a heading of weeks as a week: 09/2026 and 2026/09 are no months there."""
    if text.heading is None or WEEKLY.search(text.heading.text) is None:
        return None
    led = YEAR_FIRST.fullmatch(text.printed)
    if led is not None:
        return f"{led[1]}W{led[2]}"
    return f"W{text.printed}" if WEEK.fullmatch(text.printed) else None


def _begins(text: Text) -> Text | None:
    """Return the date that a text begins with, where a sentence follows: it is read, and not sure."""
    spans = dates.find(text.printed)
    if not spans or spans[0][0] > 0 or spans[0][1] >= len(text.printed):
        return None
    start = text.run.text.index(text.printed, text.start)
    end = start + spans[0][1]
    return replace(text, start=start, end=end, heading=None) if SENTENCE.match(text.run.text, end) else None


def _noted(printed: str) -> periods.Period | None:
    """Return the time that a text begins with where a note follows: it is not sure.

    A note has no figure, or is a sentence of its own: "6 weeks. Cert. 3.1".
    """
    stop = STOPPED.search(printed)
    told = periods.parse(printed[: stop.start()]) if stop is not None else None
    ends = (blank.start() for blank in BLANK.finditer(printed))
    read = (periods.parse(printed[:end]) for end in ends if not any(map(str.isdigit, printed[end:])))
    return told or next((period for period in read if period is not None), None)


def _each(readings: Sequence[dates.DateReading]) -> tuple[Candidate, ...]:
    return tuple(Candidate(each.last.isoformat()) for each in readings)
