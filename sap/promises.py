"""When an item was promised: the cell tells a day from a lead time, whatever its column is called.

People write 8周, 2026-12-07 and "W 50.2026" under 交期 and under "Delivery date" alike. What is neither a day
nor a time is kept as it stands: nobody may take an item for one that was promised nothing.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.fields import periods
from sap import contents, keys, notation
from sap.cells import Cells, UnreadableCellError
from sap.headers import Header
from sap.notation import FileNotation
from sap.table import Cell, Row

QUOTED = ("delivery_date", "lead_time")
"""The day of a schedule line (VBEP-EDATU) and the time that was quoted."""
WISHED = "requested_date"
"""The day that the customer asked for (VBAK-VDATU): a promise only where nothing was quoted."""
LIKE = re.compile(
    "交[货貨付]|交期|[货貨]期|供货|发货|到货|deliv|lead ?time|ship|dispatch|liefer", re.IGNORECASE
)
"""What is said in a heading of a delivery."""
DURATION_WORDS = {
    "周": "周",
    "week": " weeks",
    "天": "天",
    "日": "天",
    "day": " days",
    "月": "个月",
    "month": " months",
}
FIGURES = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?")
RANGE = re.compile(r"[0-9]{1,3}\s?[-~–～]\s?[0-9]{1,3}")
BARE_MONTH = re.compile(r"[0-9]{1,2}\s?月")
"""December or twelve months: nobody knows."""
ANYWHEN = dt.date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Promise:
    """The day that was promised, and the time that was quoted, as printed."""

    day: dt.date | None = None
    time: str | None = None


def found(header: Header, rows: Sequence[Row]) -> Header:
    """Return the header with columns under which days or times of delivery stand, by names nobody knows.

    They count only where no column is known to hold them: the day of something else may be delivery-like.
    """
    if any(each in header.columns for each in QUOTED):
        return header
    places = [
        at
        for at, name in enumerate(header.names)
        if name in header.unknown and LIKE.search(name) and _holds_promises(rows[header.row + 1 :], at)
    ]
    unknown = tuple(each for each in header.unknown if each not in {header.names[at] for at in places})
    more = tuple(("lead_time", at) for at in places)
    return replace(header, unknown=unknown, repeated=(*header.repeated, *more))


def _holds_promises(rows: Sequence[Row], at: int) -> bool:
    cells = [row[at] for row in rows if at < len(row) and not contents.says_nothing(row[at])]
    told = [cell for cell in cells if _is_promise(cell)]
    return bool(told) and len(told) * 2 >= len(cells)


def _is_promise(cell: Cell) -> bool:
    if isinstance(cell, str):
        return periods.parse(cell) is not None or notation.date(cell, FileNotation(), ANYWHEN) is not None
    return isinstance(cell, dt.date)


def read(cells: Cells, offered_on: dt.date | None) -> Promise:
    """Return what a row promises; a day without its year is the next one after the offer.

    Raises:
        UnreadableCellError: A lead time is a bare number, and nothing says of what.
    """
    quoted = [each for name in QUOTED for each in _stated(cells, name, offered_on)]
    promises = quoted or list(_stated(cells, WISHED, offered_on))
    days = [each.day for each in promises if each.day is not None]
    times = {_meaning(each.time): each.time for each in promises if each.time is not None}
    # Two times that are not the same are told as they stand, and understood by nobody.
    return Promise(max(days, default=None), " / ".join(times.values()) or None)


def _meaning(time: str) -> object:
    period = periods.parse(time)
    return time if period is None else replace(period, text="")


def _stated(cells: Cells, name: str, offered_on: dt.date | None) -> Iterator[Promise]:
    for heading, cell in cells.under(name):
        none = contents.is_empty_date(cell) and (name != "lead_time" or len(keys.plain(cell)) > 1)
        if cell != "" and not none:
            yield _promise(cell, heading, cells.notation, offered_on)


def _promise(cell: Cell, heading: str, written: FileNotation, offered_on: dt.date | None) -> Promise:
    text = keys.plain(cell)
    serial = notation.serial(cell)
    if serial is not None:
        return Promise(serial)
    if isinstance(cell, Decimal) or FIGURES.fullmatch(text):
        return Promise(time=_time(text, heading))
    if RANGE.fullmatch(text):
        return Promise(time=counted(text, heading) or text)
    if BARE_MONTH.fullmatch(text):
        return Promise(time=text)
    if isinstance(cell, str) and periods.parse(cell) is not None:
        return Promise(time=cell)
    day = notation.date(cell, written, offered_on)
    return Promise(time=text) if day is None else Promise(day)


def _time(text: str, heading: str) -> str:
    time = counted(text, heading)
    if time is None:
        raise UnreadableCellError("unreadable_lead_time", f"{heading} {text}")
    return time


def counted(text: str, heading: str) -> str | None:
    """Return a time of which the cell holds the number and the name of the column the unit."""
    name = heading.casefold()
    unit = next((words for sign, words in DURATION_WORDS.items() if sign in name), None)
    return None if unit is None else f"{text}{unit}"
