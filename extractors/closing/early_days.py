"""Days of delivery that are no later than the document: nobody orders for yesterday.

Such a day may be that of a request ("Requested on: 3 May"), or of what was delivered before; one of the two
is misread or means something else, and nobody knows which.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from models.reading import Field, Header, OrderLine, Reason, opened, unread_at

LONG = dt.timedelta(days=180)
"""What is so long before the document's day is no slip of a year's turn."""


def doubted(header: Header, lines: Sequence[OrderLine]) -> tuple[Header, tuple[OrderLine, ...]]:
    """Return what was read, days of delivery open that are not after the document's own."""
    placed = _day(header.document_date)
    if placed is None:
        return header, tuple(lines)
    kept = tuple(
        replace(line, delivery_date=_open(line.delivery_date))
        if _is_early(line.delivery_date, placed)
        else line
        for line in lines
    )
    if _is_early(header.delivery_date, placed):
        header = replace(header, delivery_date=_open(header.delivery_date))
    return header, kept


def withdrawn(header: Header, lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines; a likely day of long before the document is none: it is that of another purchase."""
    placed = _day(header.document_date)
    if placed is None:
        return tuple(lines)
    return tuple(
        replace(line, delivery_date=unread_at(line.delivery_date.evidence))
        if line.delivery_date is not None and _is_past(line.delivery_date, placed)
        else line
        for line in lines
    )


def _is_past(field: Field, placed: dt.date) -> bool:
    day = _day(field)
    return not field.sure and field.reason is Reason.ROLE and day is not None and day < placed - LONG


def _is_early(field: Field | None, placed: dt.date) -> bool:
    day = _day(field)
    return field is not None and field.sure and day is not None and day <= placed


def _open(field: Field | None) -> Field | None:
    return opened(field, Reason.ROLE) if field is not None else None


def _day(field: Field | None) -> dt.date | None:
    return dt.date.fromisoformat(field.value) if field is not None and field.value is not None else None
