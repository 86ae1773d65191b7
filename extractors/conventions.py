"""How a document writes dates: voted by all of it, never guessed from one value."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.fields import dates
from extractors.fields.dates import DateOrder, DateReading
from extractors.late import late
from extractors.page.runs import Run

DATE = late(r"(?<![\w.])\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?![\w.])")

AMERICAN = late(r"(?:^|,? )[A-Z]{2} \d{5}(?:-\d{4})?(?:,|$)")
"""A state of the United States with its postal code: "Hollow Falls, OH 43099"."""
FOREIGN = late(r"quot|\boffer|proposal|angebot|\bform\b|\brev(?:ision|\b)|报价", re.IGNORECASE)
"""What a line speaks of whose day is written as the seller, or whoever made the form, writes days."""
SHORT = late(r"(\d\d)\.(\d\d)\.(\d\d)")
TWO = 2
FAR = 3
"""So many years lie between no two days of an order."""


@dataclass(frozen=True, slots=True)
class Conventions:
    """The date order of a document, None where nothing settles it.

    `base` is the document's own date, for dates that leave the year out.
    """

    order: DateOrder | None = None
    base: dt.date | None = None


def vote(runs: Iterable[Run]) -> Conventions:
    """Return what the dates in all runs of a document agree on."""
    texts = list(runs)
    found = [match[0] for run in texts for match in DATE.finditer(run.text)]
    order = dates.vote(found)
    if order is DateOrder.DMY and any(AMERICAN.search(run.text) for run in texts):
        order = dates.vote([match[0] for run in texts for match in DATE.finditer(_own(run.text))])
    return Conventions(order or _by_years(found, texts))


def _own(text: str) -> str:
    """Return a text without the day of the offer or form that it names: somebody else wrote it so."""
    return "" if FOREIGN.search(text) else text


def _by_years(found: Sequence[str], runs: Sequence[Run]) -> DateOrder | None:
    """Return on which side of dotted days (21.04.26) the years stand, where all of them tell it.

    On one side the figures are the same, on the other they would be years far apart. Two days are enough
    where that year is written in full as well. Other ambiguous dates of the document stay open.
    """
    days = {match.groups() for text in found if (match := SHORT.fullmatch(text)) is not None}
    if len(days) < TWO or any("." not in text and len(dates.parse(text)) > 1 for text in found):
        return None
    firsts, lasts = ({int(day[at]) for day in days} for at in (0, 2))
    for years, others, order in ((lasts, firsts, DateOrder.DMY), (firsts, lasts, DateOrder.YYMD)):
        apart = max(years) - min(years) < TWO and max(others) - min(others) > FAR
        if apart and (len(days) > TWO or any(f"20{min(years):02}" in run.text for run in runs)):
            return order
    return None


def one_date(text: str, conventions: Conventions) -> DateReading | None:
    """Return the only date that `text` can mean in this document, None where it is none or two."""
    readings = dates.parse(text, conventions.base)
    if len(readings) > 1 and conventions.order is not None:
        readings = tuple(each for each in readings if each.order is conventions.order)
    return readings[0] if len({(each.first, each.last) for each in readings}) == 1 else None
