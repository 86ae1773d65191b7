"""Single days as they are printed: in digits, with the month in letters, in Chinese."""

import datetime as dt
from collections.abc import Iterator

from extractors.fields.date_readings import DateOrder, DateReading, one_day, year
from extractors.late import late

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar januari janvier janv enero ene gennaio janeiro stycznia ledna ocak ianuarie",
            "february feb februar februari febr fevrier février févr febrero febbraio fevereiro lutego února",
            "march mar märz mrz maerz mars marzo maart março marca března mart maaliskuuta martie március",
            "april apr avril avr abril aprile abr kwietnia dubna nisan huhtikuuta aprilie április",
            "may mai maj mayo maggio mei maio maja května mayıs toukokuuta május",
            "june jun juni juin junio giugno junho czerwca června haziran kesäkuuta iunie június",
            "july jul juli juillet juil julio luglio julho lipca července temmuz heinäkuuta iulie július",
            "august aug augusti août aout agosto augustus sierpnia srpna ağustos elokuuta augusztus",
            "september sep sept septembre septiembre settembre setembro września září eylül syyskuuta",
            "october oct oktober okt octobre octubre ottobre outubro października října ekim",
            "november nov novembre noviembre novembro listopada listopadu kasım marraskuuta noiembrie",
            "december dec dezember dez décembre decembre déc diciembre dicembre dic dezembro grudnia",
        ),
        start=1,
    )
    for name in names.split()
} | {
    "tammikuuta": 1,
    "január": 1,
    "fev": 2,
    "şubat": 2,
    "helmikuuta": 2,
    "februarie": 2,
    "február": 2,
    "szeptember": 9,
    "septembrie": 9,
    "október": 10,
    "lokakuuta": 10,
    "octombrie": 10,
    "aralık": 12,
    "prosince": 12,
    "joulukuuta": 12,
    "decembrie": 12,
}
MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
"""A month in letters, in a casefolded text."""
YEAR = r"(?P<year>[0-9]{4}|'?[0-9]{2})"
ORDINAL = r"(?:st|nd|rd|th|er|º|°)"
OF = r"(?:(?:day )?of |del? |d')"
"""Between a day, its month and its year: "18 de noviembre de 2026"."""

NUMERIC = late(r"(?P<a>[0-9]{1,4})\s?(?P<mark>[-./])\s?(?P<b>[0-9]{1,2})\s?(?P=mark)\s?(?P<c>[0-9]{1,4})")
COMPACT = late(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
SERIAL = late(r"(?P<days>[0-9]{5})(?:\.[0-9]+)?")
CROATIAN = r"(?!\.\s?listopada)"
"""With a point behind the day it is October in Croatia, and without one November in Poland."""
DAY_FIRST = late(
    rf"(?P<day>[0-9]{{1,2}}){CROATIAN}(?:{ORDINAL}|\.)?[\s./-]*{OF}?{MONTH}(?:[\s,./-]*{OF}?{YEAR})?"
)
MONTH_FIRST = late(rf"{MONTH}[\s./-]*(?P<day>[0-9]{{1,2}}){ORDINAL}?(?:[\s,./-]+{OF}?{YEAR})?")
YEAR_FIRST = late(rf"(?P<year>[0-9]{{4}})[\s,./-]*{MONTH}[\s./-]*(?P<day>[0-9]{{1,2}})")
REPUBLIC = late(r"1[0-9]{2}")
"""Years of the Republic of China, as Taiwan writes them: 115/03/18 is 2026-03-18."""
FOUNDED = 1911
TWO, THREE = 2, 3
CHINESE = late(
    r"(?:(?:(?:中华|中華)?民[国國]\s?)?(?P<year>[0-9]{4}|1[0-9]{2}|[0-9]{2})\s?[年년]\s?)?(?P<month>[0-9]{1,2})\s?[月월]\s?(?P<day>[0-9]{1,2})\s?(?P<end>[日号일])?"
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
