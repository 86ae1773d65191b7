"""Dates: every day or span of days that a printed date can mean.

03/04/2027 is two dates. One date alone cannot tell which; the others of the document may (`vote`),
and what is known of the order may (`resolve`). Nothing is chosen here without them.
"""

import datetime as dt
import functools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.fields import calendar_days, calendar_spans, numerals
from extractors.fields.calendar_days import MONTHS, NUMERIC
from extractors.fields.date_readings import DateOrder, DateReading
from extractors.fields.text import level, plain
from extractors.late import late
from extractors.rare import Rare

__all__ = ["DateOrder", "DateReading", "find", "parse", "resolve", "vote", "week_codes"]

LONGEST = 60
HINT = late(r"\d|[一二三四五六七八九十元〇○O].{0,2}[年月季周]|\b(?:early|mid|late|end)\b", re.IGNORECASE)
_ZH_DAY = "(?<!第)(?:周|星期|礼拜)([一二三四五六日天])"
_EN_DAY = r"\b(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rs|rsday|urday)?\b\.?"
WEEKDAY = late(
    rf"[\s,]*[(\[]\s?(?:{_ZH_DAY}|{_EN_DAY})\s?[)\]]\s?|[\s,]*{_ZH_DAY},?\s?|(?:^|[\s,]+){_EN_DAY}(?:,?\s+|$)"
)
WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6} | {
    character: number for number, character in enumerate("一二三四五六日")
}
WEEKDAYS["天"] = 6
BEFORE = late(
    r"(?:(?:全部)?一次性?(?:交清|交齐|交货|交付|到货|发货|供货)\s?:?\s?)?"
    r"(?P<limit>on or before|(?:no|not) later than|at the latest|latest|by|before|until|till|bis|spätestens"
    r"|entro(?: il)?|uiterlijk(?: op)?|au plus tard(?: le)?|avant le|antes de?l?|até|a más tardar(?: el)?"
    r"|senast|senest"
    r"|viimeistään|najpóźniej(?: do)?"
    r"|最迟|最晚|不迟于|不晚于|截止|截至)?\s?(?:day (?=\d)|(?<!\S)[dt] (?=\d)|tag (?=\d)|日\s?(?=\d{4}))?"
    r"(?:on |by |at |am |the |dated |in |于|在|到|至"
    r"|(?:needed|promised|required|requested|due|需要|承诺|要求)\s?(?=:))?"
    r"(?:the )?:?\s?"
)
AFTER = late(
    r"\s?(?P<limit>之前|以前|前|为止|止|,?\s?(?:at the |the )?latest|or (?:earlier|before))?"
    r"\s?(?:一次性?)?(?:交货|发货|到货|交付|供货|到达|发运|完成|送达|交齐|交清|到厂|送到|左右)?"
    r"(?:\s?\((?:arriving|arrival|delivered|on dock|at site|ex works|eta|etd|eintreffend|eingehend"
    r"|到货|发货|到厂|交货)\))?"
    r"(?:\s?\((?:for )?(?:the )?(?:(?:whole|entire|complete|full) order|all items|all goods)\)"
    r"|,?\s(?:for )?(?:all|alle) (?:rows|items|lines|positions|positionen|goods|materials?)"
    r"|,?\s?全部(?:货物|物料|项目)"
    r"|\.?\s?전\s?품목(?:\s?\(all items\))?|(?<=[0-9]\.[0-9]{2})\.|(?<=[0-9]\. [0-9]{2})\.)?$"
)
TIME = Rare(
    r"(?:t|[\s,]+|(?<=[日号]))(?:at )?(?:上午|下午)?[0-9]{1,2}(?::[0-9]{2}){1,2}(?:\.[0-9]+)?"
    r"\s?(?:[ap]\.?m\.?)?\s?(?:z|utc|gmt|[a-z]{2,4}t|(?:utc|gmt)?[+-][0-9]{1,2}(?::?[0-9]{2})?)?$"
    r"|\s?(?:上午|下午)?[0-9]{1,2}[时点](?:[0-9]{1,2}分)?$",
    ":|时|点",
)
NAMED = Rare(
    r"(?:day|ngày) (?P<day>[0-9]{1,2}),? (?:month|tháng) (?P<month>[0-9]{1,2}),?"
    r" (?:year|năm) (?P<year>[0-9]{4})",
    "day|ng",
)
"""How Vietnam writes a day, and puts it into English: "day 18 month 09 year 2026"."""
ORACLE = Rare(r"(?P<day>[0-9]{1,2})-(?P<month>[0-9]{1,2})月\s?-(?P<year>[0-9]{4})", "月")
"""How Oracle writes DD-MON-YYYY in Chinese: 05-3月-2026."""
ISO = r"\g<year>-\g<month>-\g<day>"
HAN_NUMERAL = late(rf"[{numerals.NUMERAL.casefold()}]+(?=\s?[年月日号季周])|元(?=月)")
DIGITS_ONLY = late(r"[0-9 ./-]+")

_LETTERS = "|".join(sorted(MONTHS, key=len, reverse=True))
MENTION = late(
    r"(?<![A-Za-z0-9./-])(?:"
    r"[0-9]{4}([-./])[0-9]{1,2}\1[0-9]{1,2}"
    # with two-digit years only between slashes: 4.1.10 is a clause and 1-2-03 an article
    r"|[0-9]{1,2}([-./])[0-9]{1,2}\2[0-9]{4}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th|er|º|\.)?[ .-]?(?:of |del? |d')?(?:{_LETTERS})"
    r"(?:[ .,-]{0,2}| del? )[0-9]{4}"
    rf"|[0-9]{{1,2}}-(?:{_LETTERS})-[0-9]{{2}}|[0-9]{{1,2}}-[0-9]{{1,2}}月 ?-[0-9]{{4}}"
    rf"|(?:(?:early|mid|late|end)[ -](?:of )?)?(?:{_LETTERS})\.?"
    r"(?: [0-9]{1,2}(?:st|nd|rd|th)?)?,? [0-9]{4}"
    r"|[0-9]{4}-?W[0-9]{1,2}|Q[1-4][ /]?[0-9]{4}"
    r"|(?:calendar week|week|wk|cw|kw)\.? ?[0-9]{1,2}(?:[ /.,]{1,2}[0-9]{4}|/[0-9]{2})?"
    r")(?!(?!T[0-9])[A-Za-z0-9]|[./-][0-9])"
    rf"|(?<![0-9])(?:(?:[0-9]{{4}}|1[0-9]{{2}}|[0-9]{{2}}|[{numerals.NUMERAL}]{{2,4}}) ?年 ?)?"
    rf"(?:[0-9]{{1,2}}|[{numerals.NUMERAL}元]{{1,3}}) ?月份? ?"
    rf"(?:(?:[0-9]{{1,2}}|[{numerals.NUMERAL}]{{1,3}}) ?[日号]|[上中下]旬|[底末初])"
    r"|(?<![0-9])[0-9]{4} ?年 ?(?:第? ?[0-9]{1,2} ?周|第?[1-4一二三四]季度|[0-9]{1,2} ?月|底|末)",
    re.IGNORECASE,
)
SHORT = late(r"[0-9]{1,2}(?P<mark>[/-])[0-9]{1,2}(?P=mark)[0-9]{2}")
WHOLE = late(r".*(?<!\d)20[0-9]{2}(?!\d).*")
NEAR, FAR = 2, 5
"""The days of one order lie within so many years, and hardly ever so many apart."""
ANY_BASE = dt.date(2024, 1, 1)
"""Makes dates without a year count when only their place is asked for; a leap year."""


@functools.lru_cache(maxsize=4096)
def find(text: str) -> tuple[tuple[int, int], ...]:
    """Return where dates stand in running text; a week, a month or a quarter counts as well."""
    if not HINT.search(text):
        return ()
    levelled = level(text)
    return tuple(match.span() for match in MENTION.finditer(levelled) if parse(match[0], ANY_BASE))


@functools.lru_cache(maxsize=4096)
def parse(
    text: str, base: dt.date | None = None, *, compact: bool = False, serial: bool = False
) -> tuple[DateReading, ...]:
    """Return all readings of a text that is a date as a whole; none where it is anything else.

    A date without a year is read as the next one from `base` on, and not at all without a base.
    Eight bare digits count as YYYYMMDD only if `compact`, five as a spreadsheet's day number only
    if `serial`. A time of day is dropped; a weekday must be the day's own.
    """
    if len(text) > LONGEST or not HINT.search(text):
        return ()
    named = ORACLE.sub(ISO, NAMED.sub(ISO, plain(text).casefold()))
    core, weekday = _without_weekday(named)
    core, limit = _without_frame(core)
    readings = [*_readings(_in_digits(core), base)]
    if compact:
        readings += calendar_days.compact(core)
    if serial:
        readings += calendar_days.serial(core)
    if weekday is not None:
        readings = [each for each in readings if each.first != each.last or each.first.weekday() == weekday]
    return tuple(replace(each, limit=True) for each in readings) if limit else tuple(readings)


def _without_weekday(text: str) -> tuple[str, int | None]:
    match = WEEKDAY.search(text)
    if match is None:
        return text, None
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return rest.strip(), WEEKDAYS[match[match.lastindex or 0]]


def _without_frame(text: str) -> tuple[str, bool]:
    """Cut off what says "by", "at the latest" and the time of day."""
    before = BEFORE.match(text)
    assert before
    rest = text[before.end() :]
    after = AFTER.search(rest)
    assert after
    rest = rest[: after.start()]
    time = TIME.search(rest)
    return (rest[: time.start()] if time else rest).strip(), bool(before["limit"] or after["limit"])


def _in_digits(text: str) -> str:
    """Write the Chinese numerals of a date in digits: 二〇二六年二月十三日."""
    return HAN_NUMERAL.sub(lambda match: _digits(match[0]), text) if not text.isascii() else text


def _digits(numeral: str) -> str:
    if numeral == "元":
        return "1"
    if numeral.isdigit() and numeral.isascii():
        return numeral
    value = numerals.parse(numeral)
    return numerals.spelled(numeral.upper()) or (numeral if value is None else str(value))


def _readings(text: str, base: dt.date | None) -> Iterator[DateReading]:
    if DIGITS_ONLY.fullmatch(text):
        yield from calendar_days.numeric(text)
        yield from calendar_spans.months(text, None)
        return
    yield from calendar_days.named(text, base) if text.isascii() or "月" not in text else ()
    yield from calendar_days.chinese(text, base)
    yield from calendar_spans.months(text, base)
    yield from calendar_spans.parts(text, base)
    yield from calendar_spans.quarters(text, base)
    yield from calendar_spans.weeks(text, base)


def week_codes(text: str) -> tuple[DateReading, ...]:
    """Return the readings of four digits in a column of weeks: 2650 is week 50 of 2026."""
    return calendar_spans.week_codes(plain(text))


def vote(texts: Iterable[str]) -> DateOrder | None:
    """Return DMY or MDY where the dates of a document settle which of the two it writes.

    A date speaks for its own notation only: 13-03-2026 does not explain 03/04/2026. None where an
    ambiguous notation is not settled, or two dates contradict each other.
    """
    texts = list(texts)
    settled: dict[str, set[DateOrder]] = {}
    open_marks = set()
    whole = {text for text in texts if WHOLE.fullmatch(text)}
    near = {
        mark: _nearest({text for text in texts if SHORT.fullmatch(text) and mark in text}, whole)
        for mark in "/-"
    }
    for text in texts:
        orders = {each.order for each in parse(text)}
        numeric = NUMERIC.search(text)
        if numeric is None or numeric["mark"] == "." or not orders & {DateOrder.DMY, DateOrder.MDY}:
            continue
        likely = near.get(numeric["mark"])
        orders = {likely} if likely in orders and likely is not None and SHORT.fullmatch(text) else orders
        if len(orders) == 1:
            settled.setdefault(numeric["mark"], set()).update(orders)
        else:
            open_marks.add(numeric["mark"])
    if not open_marks <= settled.keys():
        return None
    voted = set().union(*(settled[mark] for mark in open_marks or settled))
    return voted.pop() if len(voted) == 1 else None


def _nearest(texts: Collection[str], whole: Collection[str]) -> DateOrder | None:
    """Return the only order in which days with two-digit years lie near each other, as those of an order do.

    12/11/26 and 18/12/26 are five weeks apart, or six years if the year leads. So are days with their years
    in full (`whole`) near to them, 26-08-05 to 2026-06-22, unless that makes them older: a form is older.
    """
    years: dict[DateOrder, list[int]] = {}
    for order in (DateOrder.DMY, DateOrder.MDY, DateOrder.YYMD):
        found = [each.first.year for text in texts for each in parse(text) if each.order is order]
        if len(found) == len(texts) > 0:
            years[order] = found
    near = _close_together(years) if len(texts) > 1 else None
    stated = [each.first.year for text in whole for each in parse(text)]
    if near is not None or not stated:
        return near
    near = _close_together({order: [*found, *stated] for order, found in years.items()})
    others = [max(found) for order, found in years.items() if order is not near]
    return near if near is not None and max(years[near]) > max(others) else None


def _close_together(years: Mapping[DateOrder, Sequence[int]]) -> DateOrder | None:
    """Return the only order whose years lie near each other, where those of the others lie far apart."""
    spreads = {order: max(found) - min(found) for order, found in years.items()}
    near = [order for order, spread in spreads.items() if spread <= NEAR]
    others = [spread for order, spread in spreads.items() if order not in near]
    return near[0] if len(near) == 1 and others and min(others) >= FAR else None


def resolve(
    readings: Iterable[DateReading],
    vote: DateOrder | None = None,
    after: dt.date | None = None,
    until: dt.date | None = None,
) -> DateReading | None:
    """Return the one date that is left, None where none or several are.

    `vote` drops the other orders of day, month and year; dates that end before `after` or begin
    after `until` are dropped as implausible.
    """
    contested = {DateOrder.DMY, DateOrder.MDY, DateOrder.YYMD}
    left = [
        each
        for each in readings
        if (vote is None or each.order is vote or each.order not in contested)
        and (after is None or each.last >= after)
        and (until is None or each.first <= until)
    ]
    return left[0] if len({(each.first, each.last) for each in left}) == 1 else None


def common_day(texts: Sequence[str]) -> int | None:
    """Return which of several texts tells the day that all of them may be: "by 06/01/2026 (1 June 2026)"."""
    read = [{each.first for each in parse(text)} for text in texts]
    common = set.intersection(*read) if read else set()
    return next((at for at, days in enumerate(read) if days == common), None) if len(common) == 1 else None
