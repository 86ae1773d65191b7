"""When an item was promised: the cell tells a day from a lead time, whatever its column is called.

People write 8周, 2026-12-07 and "W 50.2026" under 交期 and under "Delivery date" alike. What is neither a day
nor a time is kept as it stands: nobody may take an item for one that was promised nothing.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.fields import periods
from sap import contents, keys, marks, notation
from sap.cells import Cells
from sap.notation import FileNotation
from sap.quoting import durations
from sap.quoting.promised_columns import FURTHER, QUOTED
from sap.table import Cell

WISHED = "requested_date"
"""The day that the customer asked for (VBAK-VDATU): a promise only where nothing was quoted."""
RANGE = re.compile(r"[0-9]{1,3}\s?[-~–～]\s?[0-9]{1,3}")
BARE_MONTH = re.compile(r"[0-9]{1,2}\s?月")
"""December or twelve months: nobody knows."""


@dataclass(frozen=True, slots=True)
class Promise:
    """The day that was promised, and the time that was quoted, as printed."""

    day: dt.date | None = None
    time: str | None = None


def read(cells: Cells, offered_on: dt.date | None) -> Promise:
    """Return what a row promises; a day without its year is the next one after the offer.

    Raises:
        UnreadableCellError: The spreadsheet holds an error, or a number that lost digits.
    """
    quoted = [each for name in QUOTED for each in _stated(cells, name, offered_on)]
    promises = quoted or list(_stated(cells, WISHED, offered_on))
    days = [each.day for each in promises if each.day is not None]
    times = {_meaning(each.time): each.time for each in promises if each.time is not None}
    # Two times that are not the same are told as they stand, and understood by nobody.
    return Promise(max(days, default=None), " / ".join(times.values()) or None)


def later(cells: Cells, promise: Promise, offered_on: dt.date | None) -> str | None:
    """Return what a further column promises that is later than what is promised, or that may be.

    Raises:
        UnreadableCellError: The spreadsheet holds an error, or a number that lost digits.
    """
    due = _latest(promise, offered_on)
    told = None if promise.time is None else _meaning(promise.time)
    for each in (*_stated(cells, FURTHER, offered_on), *_remarked(cells)):
        if each.time is not None and _meaning(each.time) == told:
            continue
        own = _latest(each, offered_on)
        if own is None or due is None or own > due:
            return each.time or str(each.day)
    return None


def _remarked(cells: Cells) -> Iterator[Promise]:
    """Yield the times of delivery that a remark speaks of, in a column that is not used."""
    header = cells.header
    for name, cell in zip(header.names, cells.row, strict=False):
        if isinstance(cell, str) and name in header.unknown:
            yield from (Promise(time=cell[start:end]) for start, end in periods.find(cell))


def _latest(promise: Promise, offered_on: dt.date | None) -> dt.date | None:
    """Return the last day of a promise, its time counted from the offer; None where that is not known."""
    if promise.time is None:
        return promise.day
    period = periods.parse(promise.time)
    if period is None or offered_on is None or period.working_days:
        return None
    end = durations.end(offered_on, period)
    return end if promise.day is None else max(end, promise.day)


def _meaning(time: str) -> object:
    period = periods.parse(time)
    return time if period is None else replace(period, text="")


def _stated(cells: Cells, name: str, offered_on: dt.date | None) -> Iterator[Promise]:
    for heading, cell in cells.under(name):
        none = contents.is_empty_date(cell) and (name != "lead_time" or len(keys.plain(cell)) > 1)
        if not none and not marks.is_blank(cell):
            yield _promise(cell, heading, cells.notation, offered_on)


def _promise(cell: Cell, heading: str, written: FileNotation, offered_on: dt.date | None) -> Promise:
    text = keys.plain(cell)
    serial = notation.serial(cell)
    if serial is not None:
        return Promise(serial)
    if isinstance(cell, Decimal) or durations.FIGURES.fullmatch(text) or RANGE.fullmatch(text):
        return Promise(time=durations.counted(text, heading) or text)
    if BARE_MONTH.fullmatch(text):
        return Promise(time=text)
    if isinstance(cell, str) and periods.parse(cell) is not None:
        return Promise(time=cell)
    day = notation.date(cell, written, offered_on)
    return Promise(time=text) if day is None else Promise(day)
