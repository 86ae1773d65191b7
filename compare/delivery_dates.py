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
    frozenset({"prepay_received", "lc_received", "drawing_approved", "tech_frozen", "supplies_received"}),
    frozenset({"call_off", "release"}),
)
"""What lead times count from, in the order in which it happens."""
CONDITIONAL = 2
"""From this place on somebody else must act first: pay, approve, call off, and nobody knows who is first."""


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
        ruling = replace(_ruling(period.iso, asked, promised(ordered_on, period, calendar)), counted=True)
        return _unless_conditional(ruling, None, period.anchor)
    # Two durations: which day they begin on hardly matters, so that any will do.
    begin = ordered_on or today
    found = _ruling(period.iso, _end(field, begin, calendar), promised(begin, period, calendar))
    found = _unless_conditional(found, field.anchor, period.anchor)
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


def _unless_conditional(ruling: Ruling, document: str | None, quoted: str | None) -> Ruling:
    """Leave open what is not early only if the quoted time begins with the order: it may begin later."""
    if ruling.early or ruling.asked is None or not _starts_earlier(document, quoted):
        return ruling
    return replace(ruling, asked=None, open="other_start")


def _starts_earlier(document: str | None, quoted: str | None) -> bool:
    """Tell whether the document's time starts at an event that comes, or may come, before the quotation's.

    What states no start begins with the order, before anything that somebody else must do first.
    """
    if quoted is None:
        return False
    if document is None:
        return _stage(quoted) >= CONDITIONAL
    one, other = _stage(document), _stage(quoted)
    return one < other or (one == other >= CONDITIONAL and document != quoted)


def _stage(anchor: str) -> int:
    return next((at for at, names in enumerate(STARTS) if anchor in names), 0)
