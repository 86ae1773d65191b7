"""Until when an offer holds: a day, or how long from the offer's own date (有效期 30天)."""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from extractors.fields import periods
from extractors.fields.periods import Period
from extractors.fields.text import plain
from sap import contents, keys, marks, notation
from sap.cells import Cells
from sap.quoting import durations
from sap.table import Cell

FIELD = "valid_to"
FROM_OFFER = re.compile(
    r"[(,]?\s?(?:自|从|從|以)?(?:本|我方|发出)?(?:报价|報價|发盘|出具|签发)(?:单|書|书)?(?:之)?日期?(?:起算?|算起|开始|计)?\s?[)]?"
    r"|[(,]?\s?(?:from|after|since|as of|ab|nach|seit) (?:the |our |dem |der )?"
    r"(?:date of (?:the |this |our )?)?(?:(?:quotation|quote|offer|issue)(?: date)?"
    r"|angebotsdatum|angebotsabgabe|datum des angebot(?:e?s))\s?[)]?"
)
"""What says that the time counts from the offer's own date, as it does unsaid."""
AROUND = re.compile(
    r"(?:valid(?:ity)?|holds?|good|gültig|有效期?) ?(?:for|within|:|为|為)?|以?内?有效|之?内$|validity$"
)
YEARS = re.compile(r"(?P<count>[0-9]{1,2}|one|a|一|两|two|ein) ?(?:years?|yrs?|jahre?|年)")
COUNTS = {"one": 1, "a": 1, "一": 1, "ein": 1, "two": 2, "两": 2}


@dataclass(frozen=True, slots=True)
class Validity:
    """The last day of an offer; `unread` is what says until when and is neither a day nor a time."""

    last: dt.date | None = None
    unread: str | None = None


def read(cells: Cells, offered_on: dt.date | None) -> Validity:
    """Return the last day on which the offer of a row holds; of several columns the earliest one counts.

    Raises:
        UnreadableCellError: The spreadsheet holds an error, or a number that lost digits.
    """
    stated = [
        (heading, cell)
        for heading, cell in cells.under(FIELD)
        if not marks.is_blank(cell) and not contents.is_empty_date(cell)
    ]
    days = [_last(cells, heading, cell, offered_on) for heading, cell in stated]
    known = [each for each in days if each is not None]
    if known or not stated:
        return Validity(min(known, default=None))
    heading, cell = stated[0]
    return Validity(unread=f"{heading} {keys.plain(cell)}")


def _last(cells: Cells, heading: str, cell: Cell, offered_on: dt.date | None) -> dt.date | None:
    text = keys.plain(cell)
    found = notation.serial(cell) or notation.date(cell, cells.notation, offered_on)
    if found is not None:
        return found
    bare = isinstance(cell, Decimal) or durations.FIGURES.fullmatch(text)
    period = _period((bare and durations.counted(text, heading)) or text)
    if period is None or offered_on is None or period.working_days or period.anchor or period.low_iso:
        return None
    return durations.end(offered_on, period)


def _period(text: str) -> Period | None:
    """Return how long an offer holds, by whatever words around the time."""
    level = FROM_OFFER.sub("", plain(text).casefold()).strip()
    level = AROUND.sub("", level).strip(" ,.;()。")
    years = YEARS.fullmatch(level)
    if years is not None:
        count = COUNTS.get(years["count"]) or int(years["count"])
        level = f"{count * durations.MONTHS} months"
    return periods.parse(level)
