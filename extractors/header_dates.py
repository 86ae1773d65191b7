"""The document's date, and when it wants delivery."""

import re
from collections.abc import Iterator

from extractors.conventions import one_date
from extractors.fields import dates, incoterms, periods
from extractors.labels import Labelled
from extractors.scope import Scope
from extractors.settle import Choice, settle
from extractors.vocabulary.meanings import Label
from models.reading import Field, Reason

DIGIT = re.compile(r"[\d〇○零一二三四五六七八九]")
EDGES = " \t。；;,，."
BY_REFERENCE = re.compile(
    r"^(见|详见|按|如|同)?(上表|下表|附表|附件|明细|清单|订单明细|表格|各行|行项目)"
    r"|as (per|stated|specified|shown)"
    r"|see (above|below|line|item|table)|per (line|item)",
    re.IGNORECASE,
)


def document_date(scope: Scope) -> Field | None:
    """Return the date of the order or contract."""
    for meaning in (Label.DOCUMENT_DATE, Label.PLAIN_DATE):
        choices = [choice for found in scope.labels(meaning) for choice in _date(scope, found)]
        if choices:
            return settle(choices)
    return None


def _date(scope: Scope, found: Labelled) -> Iterator[Choice]:
    if found.value is None or not DIGIT.search(found.text):
        return
    text = found.text.strip(EDGES)
    reading = one_date(text, scope.conventions)
    if reading is not None:
        reason = None if reading.first == reading.last and reading.year_stated else Reason.AMBIGUOUS_VALUE
        yield Choice(reading.first.isoformat(), found.value, found.start, found.end, reason=reason)
        return
    values = tuple(dict.fromkeys(each.first.isoformat() for each in dates.parse(text)))
    value = values[0] if values else None
    reason = Reason.AMBIGUOUS_VALUE if values else Reason.NOT_PARSED
    yield Choice(value, found.value, found.start, found.end, reason=reason, also=values[1:])


def delivery(scope: Scope) -> tuple[Field | None, Field | None]:
    """Return the delivery date and the lead time that the header states."""
    found = list(scope.labels(Label.DELIVERY))
    days = [choice for each in found for choice in _delivery_date(scope, each)]
    leads = [choice for each in found for choice in _lead_time(each)]
    unread = [choice for each in found for choice in _unread(scope, each)]
    date, lead = settle(days), settle(leads)
    if date is None and lead is None:
        return settle(unread), None
    return date, lead


def _without_term(text: str) -> str:
    """Return the text before a trade term ("CW 04/2027, DAP Kesselbruck")."""
    head, comma, tail = text.partition(",")
    return head.strip(EDGES) if comma and incoterms.normal(tail.strip(EDGES)) else text


def _delivery_date(scope: Scope, found: Labelled) -> Iterator[Choice]:
    if found.value is None:
        return
    text = _without_term(found.text.strip(EDGES))
    reading = one_date(text, scope.conventions)
    if reading is not None:
        reason = None if reading.year_stated else Reason.IMPLIED
        yield Choice(reading.last.isoformat(), found.value, found.start, found.end, reason=reason)
        return
    values = tuple(each.last.isoformat() for each in dates.parse(text, scope.conventions.base))
    if values:
        reason = Reason.AMBIGUOUS_VALUE
        yield Choice(values[0], found.value, found.start, found.end, reason=reason, also=values[1:])


def _lead_time(found: Labelled) -> Iterator[Choice]:
    if found.value is None:
        return
    period = periods.parse(_without_term(found.text.strip(EDGES)))
    if period is not None:
        yield Choice(
            period.iso,
            found.value,
            found.start,
            found.end,
            unit="working_days" if period.working_days else None,
            anchor=period.anchor,
            also=(period.low_iso,) if period.low_iso else (),
        )


def _unread(scope: Scope, found: Labelled) -> Iterator[Choice]:
    """Yield a delivery label whose value is neither a date nor a lead time, unless it points elsewhere."""
    text = found.text.strip(EDGES)
    if found.value is None or not text or BY_REFERENCE.search(text):
        return
    inside = [text[start:end] for start, end in dates.find(text)]
    readings = [one_date(each, scope.conventions) for each in inside]
    value = readings[0].last.isoformat() if len(readings) == 1 and readings[0] else None
    reason = Reason.AMBIGUOUS_VALUE if value else Reason.NOT_PARSED
    yield Choice(value, found.value, found.start, found.end, reason=reason)
