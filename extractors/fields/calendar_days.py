"""Single days as they are printed: in digits, with the month in letters, in Chinese."""

import datetime as dt
from collections.abc import Iterator

from extractors.fields.date_readings import DateOrder, DateReading, one_day, year
from extractors.late import late

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar januari janvier enero gennaio",
            "february feb februar februari febr fevrier février febrero febbraio",
            "march mar märz mrz maerz mars marzo maart",
            "april apr avril abril aprile",
            "may mai maj mayo maggio mei",
            "june jun juni juin junio giugno",
            "july jul juli juillet julio luglio",
            "august aug augusti août aout agosto augustus",
            "september sep sept septembre septiembre settembre",
            "october oct oktober okt octobre octubre ottobre",
            "november nov novembre noviembre",
            "december dec dezember dez décembre decembre diciembre dicembre",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
"""A month in letters, in a casefolded text."""
YEAR = r"(?P<year>[0-9]{4}|'?[0-9]{2})"
ORDINAL = r"(?:st|nd|rd|th)"

NUMERIC = late(r"(?P<a>[0-9]{1,4})\s?(?P<mark>[-./])\s?(?P<b>[0-9]{1,2})\s?(?P=mark)\s?(?P<c>[0-9]{1,4})")
COMPACT = late(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
SERIAL = late(r"(?P<days>[0-9]{5})(?:\.[0-9]+)?")
DAY_FIRST = late(
    rf"(?P<day>[0-9]{{1,2}})(?:{ORDINAL}|\.)?[\s./-]*(?:(?:day )?of )?{MONTH}(?:[\s,./-]*{YEAR})?"
)
MONTH_FIRST = late(rf"{MONTH}[\s./-]*(?P<day>[0-9]{{1,2}}){ORDINAL}?(?:[\s,./-]+{YEAR})?")
YEAR_FIRST = late(rf"(?P<year>[0-9]{{4}})[\s,./-]*{MONTH}[\s./-]*(?P<day>[0-9]{{1,2}})")
REPUBLIC = late(r"1[0-9]{2}")
"""Years of the Republic of China, as Taiwan writes them: 115/03/18 is 2026-03-18."""
FOUNDED = 1911
TWO, THREE = 2, 3
CHINESE = late(
    r"(?:(?:(?:中华|中華)?民[国國]\s?)?(?P<year>[0-9]{4}|1[0-9]{2}|[0-9]{2})\s?年\s?)?(?P<month>[0-9]{1,2})\s?月\s?(?P<day>[0-9]{1,2})\s?(?P<end>[日号])?"
)
EPOCH = dt.date(1899, 12, 30)
"""Day 0 of spreadsheet serials (ECMA-376 part 1, 18.17.4.1, after its invented 29 February 1900)."""
SERIALS = range(dt.date(2000, 1, 1).toordinal() - EPOCH.toordinal(), 73_051)


def numeric(text: str) -> Iterator[DateReading]:
    """Yield the readings of three numbers with the same mark between them."""
    match = NUMERIC.fullmatch(text)
    if match is None:
        return
    a, b, c = match["a"], match["b"], match["c"]
    lengths = len(a), len(c)
    if lengths in {(4, 1), (4, 2)}:
        yield from one_day(DateOrder.YMD, int(a), int(b), int(c))
    elif len(a) == THREE and REPUBLIC.match(a) and match["mark"] != "-" and lengths[1] <= len(b) == TWO:
        yield from one_day(DateOrder.YMD, int(a) + FOUNDED, int(b), int(c))
    elif lengths[0] <= 2 and lengths[1] in {2, 4}:
        yield from one_day(DateOrder.DMY, year(c), int(b), int(a))
        # Dots are day first all over Europe; no English-speaking country writes the month before them.
        if match["mark"] != ".":
            yield from one_day(DateOrder.MDY, year(c), int(a), int(b))
    if lengths in {(2, 1), (2, 2)}:
        yield from one_day(DateOrder.YYMD, year(a), int(b), int(c))


def compact(text: str) -> Iterator[DateReading]:
    """Yield the day of eight digits as SAP writes it: 20261220."""
    match = COMPACT.fullmatch(text)
    if match:
        yield from one_day(DateOrder.YMD, int(match["year"]), int(match["month"]), int(match["day"]))


def serial(text: str) -> Iterator[DateReading]:
    """Yield the day of a spreadsheet's serial number between 2000 and 2100: 46371 is 2026-12-15."""
    match = SERIAL.fullmatch(text)
    if match and int(match["days"]) in SERIALS:
        found = EPOCH + dt.timedelta(days=int(match["days"]))
        yield DateReading(found, found, DateOrder.SERIAL)


def named(text: str, base: dt.date | None) -> Iterator[DateReading]:
    """Yield the readings of a day with its month in letters; `text` is casefolded."""
    for form in (DAY_FIRST, MONTH_FIRST, YEAR_FIRST):
        match = form.fullmatch(text)
        if match:
            of = match["year"]
            stated = year(of.lstrip("'")) if of else None
            yield from one_day(DateOrder.NAMED, stated, MONTHS[match["month"]], int(match["day"]), base)
            return


def chinese(text: str, base: dt.date | None) -> Iterator[DateReading]:
    """Yield the reading of 2026年3月15日 or 3月15日; its numerals are digits already."""
    match = CHINESE.fullmatch(text)
    if match and (match["year"] or match["end"]):
        stated = _chinese_year(match["year"]) if match["year"] else None
        yield from one_day(DateOrder.CHINESE, stated, int(match["month"]), int(match["day"]), base)


def _chinese_year(text: str) -> int:
    """Return the year of a Chinese date; three figures count from the founding of the republic."""
    return int(text) + FOUNDED if len(text) == THREE else year(text)
