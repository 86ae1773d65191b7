"""Dates and periods of EDIFACT (segment DTM, code lists 2005 and 2379)."""

import datetime as dt
import re
from dataclasses import replace

from extractors.structured import values
from extractors.structured.segments import Segment, tagged
from models.reading import Evidence, Field, Reason

ORDERS = {
    "2": "DMY",
    "3": "MDY",
    "101": "YMD",
    "102": "CYMD",
    "201": "YMD",
    "203": "CYMD",
    "204": "CYMD",
    "303": "CYMD",
    "304": "CYMD",
}
"""The order of day, month, year (and century) by format; a time behind them is passed over."""
WEEK, PERIOD = "616", "718"
"""CCYYWW, and CCYYMMDD-CCYYMMDD."""
LENGTHS = {"802": "M", "803": "W", "804": "D"}
"""Formats of a length of time: months, weeks, days."""
WANTED = ("2", "69", "67", "76", "61")
EARLIEST, LATEST, SHIPPED = "64", "63", "10"
"""Code list 2005: delivery requested, promised, scheduled …; not before, not after; shipment requested."""
NEARLY = (
    SHIPPED,
    "11",
    "17",
    "37",
    "38",
    "71",
    "72",
    "74",
    "75",
    "81",
    "133",
    "191",
    "200",
    "234",
    "235",
    "358",
    "359",
)
"""Despatch, collection or delivery after or before some time: near to when delivery is wanted."""
CENTURY = "20"


def date(segment: Segment) -> Field | None:
    """Return the date of a DTM segment; of a week its last day, of a period its first."""
    spot, form = segment.spot(1, 1), segment.at(1, 2)
    if spot is None:
        return None
    if form == PERIOD:
        start, _, end = spot.text.partition("-")
        return values.window(_plain(spot, start, "CYMD"), _plain(spot, end, "CYMD"))
    if form == WEEK:
        return _week(spot)
    order = ORDERS.get(form or "102")
    return _plain(spot, spot.text, order) if order else values.unread(spot)


def _plain(spot: Evidence, text: str, order: str) -> Field:
    parts = dict(zip(order, re.findall(r"\d\d", text), strict=False))
    if len(parts) < len(order):
        return values.unread(spot)
    iso = f"{parts.get('C', CENTURY)}{parts['Y']}{parts['M']}{parts['D']}"
    found = values.day(replace(spot, text=iso))
    return values.unread(spot) if found is None or found.value is None else replace(found, evidence=spot)


def _week(spot: Evidence) -> Field:
    match = re.fullmatch(r"(\d{4})(\d\d)", spot.text)
    if match is None or not (int(match[1]) and 1 <= int(match[2]) <= 53):
        return values.unread(spot)
    last = dt.date.fromisocalendar(int(match[1]), min(int(match[2]), _weeks(int(match[1]))), 7)
    return values.sure(spot, last.isoformat()) or values.unread(spot)


def _weeks(year: int) -> int:
    return dt.date(year, 12, 28).isocalendar().week


def delivery(segments: list[Segment]) -> tuple[Field | None, Field | None]:
    """Return the delivery date and the lead time that a header or a line states.

    Several dates of one line are a schedule, which a person must see; a date of despatch is not quite a
    date of delivery.
    """
    lengths = [each for each in tagged(segments, "DTM", *WANTED) if each.at(1, 2) in LENGTHS]
    dates = [date(each) for each in tagged(segments, "DTM", *WANTED) if each not in lengths]
    window = values.window(*(_first(segments, each) for each in (EARLIEST, LATEST)))
    near = next((date(each) for each in tagged(segments, "DTM", *NEARLY)), None)
    found = values.earliest(dates) or window or (values.unsure(near, Reason.ROLE) if near else None)
    return found, _length(lengths[0]) if lengths else None


def _first(segments: list[Segment], qualifier: str) -> Field | None:
    return next((date(each) for each in tagged(segments, "DTM", qualifier)), None)


def _length(segment: Segment) -> Field | None:
    spot = segment.spot(1, 1)
    if spot is None or not spot.text.isdigit():
        return values.unread(spot) if spot else None
    return values.sure(spot, f"P{int(spot.text)}{LENGTHS[segment.at(1, 2)]}")
