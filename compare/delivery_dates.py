"""When a document asks for an item, and when the quotation promises it.

A lead time counts from the order's date, unless both sides name the same start; then it is the two
durations that are compared, which comes to the same (`docs/interface.md`). Asking for an earlier day
than the promised one is a difference, asking for a later one is not.
"""

import datetime as dt
import functools
from dataclasses import dataclass, replace

from compare import values, workdays
from extractors.fields import periods
from extractors.fields.periods import Period
from models.policy import Calendar
from models.quotation import QuotationItem
from models.reading import Field

STARTS = (
    frozenset({"contract_signed", "order_receipt"}),
    frozenset({"contract_effective"}),
    frozenset({"prepay_received", "lc_received", "drawing_approved", "tech_frozen"}),
    frozenset({"call_off", "release"}),
)
"""What lead times count from, in the order in which it happens."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The day that is asked for and the first day that was promised; `open` says why there is none."""

    quoted: str
    asked: dt.date | None = None
    due: dt.date | None = None
    plain: bool = False
    """Both sides state the same in the same way."""
    open: str | None = None
    counted: bool = False
    """One of the days was counted from the document's own date."""

    @property
    def early(self) -> bool:
        """Tell whether an earlier day is asked for than was promised."""
        return self.asked is not None and self.due is not None and self.asked < self.due


def rule(
    field: Field, item: QuotationItem, ordered_on: dt.date | None, today: dt.date, calendar: Calendar
) -> Ruling | None:
    """Return how a delivery that a document states stands to an item's; None where none was quoted."""
    if item.delivery_date is not None:
        return _against_date(field, item.delivery_date, ordered_on, calendar)
    if item.lead_time is None:
        return None
    period = _period(item.lead_time)
    if period is None:
        return Ruling(item.lead_time, open="not_understood")
    return _against_period(field, period, ordered_on, today, calendar)


@functools.lru_cache(maxsize=1024)
def _period(text: str) -> Period | None:
    return periods.parse(text)


def _against_date(field: Field, due: dt.date, ordered_on: dt.date | None, calendar: Calendar) -> Ruling:
    asked = values.date(field)
    if asked is not None:
        return Ruling(due.isoformat(), asked, due, plain=asked == due)
    if ordered_on is None:
        return Ruling(due.isoformat(), open="no_document_date")
    return replace(_ruling(due.isoformat(), _end(field, ordered_on, calendar), due), counted=True)


def _against_period(
    field: Field, period: Period, ordered_on: dt.date | None, today: dt.date, calendar: Calendar
) -> Ruling:
    asked = values.date(field)
    if asked is not None:
        if ordered_on is None:
            return Ruling(period.iso, open="no_document_date")
        return replace(_ruling(period.iso, asked, promised(ordered_on, period, calendar)), counted=True)
    # Two durations: which day they begin on hardly matters, so that any will do.
    begin = ordered_on or today
    found = _ruling(period.iso, _end(field, begin, calendar), promised(begin, period, calendar))
    if not found.early and _starts_earlier(field.anchor, period.anchor):
        return replace(found, asked=None, open="other_start")
    alike = (field.value, field.unit == "working_days") == (period.iso, period.working_days)
    return replace(found, plain=alike)


def promised(begin: dt.date, period: Period, calendar: Calendar) -> dt.date | None:
    """Return the day on which a quoted lead time ends that begins on a day."""
    return workdays.after(begin, period.iso, _open(calendar), working_days=period.working_days)


def _end(field: Field, begin: dt.date, calendar: Calendar) -> dt.date | None:
    working = field.unit == "working_days"
    return workdays.after(begin, field.value or "", _open(calendar), working_days=working)


def _open(calendar: Calendar) -> Calendar:
    """Return the calendar without shutdowns: they move no promise, they are told in a note."""
    return replace(calendar, shutdowns=())


def _ruling(quoted: str, asked: dt.date | None, due: dt.date | None) -> Ruling:
    return Ruling(quoted, asked, due, open=None if asked and due else "not_understood")


def _starts_earlier(document: str | None, quoted: str | None) -> bool:
    """Tell whether the document's lead time starts at an event that comes before the quotation's."""
    return document is not None and quoted is not None and _stage(document) < _stage(quoted)


def _stage(anchor: str) -> int:
    return next((at for at, names in enumerate(STARTS) if anchor in names), 0)
