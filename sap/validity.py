"""Until when an offer holds: a day, or how long from the offer's own date (有效期 30天)."""

import calendar
import datetime as dt
from decimal import Decimal

from extractors.fields import periods
from extractors.fields.periods import Period
from sap import contents, keys, notation
from sap.cells import Cells, UnreadableCellError
from sap.promises import FIGURES, counted

FIELD = "valid_to"
MONTHS = 12


def read(cells: Cells, offered_on: dt.date | None) -> dt.date | None:
    """Return the last day on which the offer of a row holds, None where the row states none.

    Raises:
        UnreadableCellError: It is neither a day nor a time that counts from the offer's date.
    """
    cell = cells.sound(FIELD)
    text = keys.plain(cell)
    if cell == "" or contents.is_empty_date(cell):
        return None
    found = notation.serial(cell) or notation.date(cell, cells.notation, offered_on)
    if found is not None:
        return found
    heading = cells.header.name(FIELD)
    bare = isinstance(cell, Decimal) or FIGURES.fullmatch(text)
    period = periods.parse((bare and counted(text, heading)) or text)
    if period is None or offered_on is None or period.working_days or period.anchor or period.low_iso:
        raise UnreadableCellError("unreadable_date", f"{heading} {text}")
    return end(offered_on, period)


def end(begin: dt.date, period: Period) -> dt.date:
    """Return the last day of a time that counts from a day, which itself is not counted (民法典 §201-202)."""
    count, unit = int(period.iso[1:-1]), period.iso[-1]
    if unit != "M":
        return begin + dt.timedelta(days=count * (7 if unit == "W" else 1))
    years, month = divmod(begin.month - 1 + count, MONTHS)
    last = calendar.monthrange(begin.year + years, month + 1)[1]
    return dt.date(begin.year + years, month + 1, min(begin.day, last))
