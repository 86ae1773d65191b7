"""How a document writes dates: voted by all of it, never guessed from one value."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractors.fields import dates
from extractors.fields.dates import DateOrder, DateReading
from extractors.runs import Run

DATE = re.compile(r"(?<![\w.])\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?![\w.])")


@dataclass(frozen=True, slots=True)
class Conventions:
    """The date order of a document, None where nothing settles it.

    `base` is the document's own date, for dates that leave the year out.
    """

    order: DateOrder | None = None
    base: dt.date | None = None


def vote(runs: Iterable[Run]) -> Conventions:
    """Return what the dates in all runs of a document agree on."""
    return Conventions(dates.vote([match[0] for run in runs for match in DATE.finditer(run.text)]))


def one_date(text: str, conventions: Conventions) -> DateReading | None:
    """Return the only date that `text` can mean in this document, None where it is none or two."""
    readings = dates.parse(text, conventions.base)
    if len(readings) > 1 and conventions.order is not None:
        readings = tuple(each for each in readings if each.order is conventions.order)
    return readings[0] if len({(each.first, each.last) for each in readings}) == 1 else None
