"""The document's date, and when it wants delivery."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.conventions import AMERICAN, Conventions, one_date
from extractors.fields import dates
from extractors.fields.date_readings import DateOrder, DateReading
from extractors.header.conditions import (
    beside_terms,
    led_periods,
    letter_days,
    opening_hours,
    others_days,
    placed_days,
    plan_names,
    sellers_days,
    told_dates,
    vague_labels,
    without_remarks,
)
from extractors.header.labelling.label_words import COLON, meaning
from extractors.header.labelling.labels import Labelled
from extractors.header.settle import Choice, settle
from extractors.late import late
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Field, Kind, Reason

DIGIT = late(r"[\d〇○零一二三四五六七八九]")
PARTS = late(r"\s+/\s*|\s*/\s+")
DATING = late(
    r"(?:签|订|合同|协议|制|开|下单).*(?:日|时间)|\b(?:order|contract|agreement|issued?|signed"
    r"|original)\b.*\bdate\b"
    r"|\bdate\b.*\b(?:order|contract|agreement|issued?|signed)\b",
    re.IGNORECASE,
)
AGREED = late(r"\bagreement\b|\bcontract\b|协议", re.IGNORECASE)
"""On an order it may be that of the frame: "Agreement date" beside "Dated"."""
SIGNED = late(
    r"\s*(?:(?:date\s+(?:of\s+)?)?(?:sign(?:ed|ature|ing)|creat(?:ed|ion)|entered|entry)(?:\s+(?:on|date"
    r"|at))?"
    r"|(?:签[字章]|盖章|创建|制[单表]|录入)\s*(?:日期|时间))\s*[:：]?\s*$",
    re.IGNORECASE,
)
"""What dates a signature or a file; where a bare date says otherwise, one of them is the order's."""
BEHIND_NUMBER = late(r"\d\S*,?\s+(?:of|dated?|dtd\.?|from|vom|v\.|du|del)\s*$", re.IGNORECASE)
"""What stands before the day of a number, "Order PO-99 of …": another paper's, maybe."""
ORDERED = late(r"(?i:\b(?:(?:l\.?)?p\.?o|order|contract|purchase)\b|bestell|auftrag)|[订签]|合同|采购")
"""Labels that say of what the date is: forms bear dates of their own (Issue Date: 01-Jan-2024)."""
LONGEST_LABEL = 24
LONGEST_DAY = 30
"""A day that stands alone has no more characters: "day 18 month 09 year 2026"."""
NUMBERED = late(r"\d{1,2}\s?/\s?\d{4}")
"""10/2026 is the tenth week or October: the label must say which."""
WEEKLY = late(r"week|woche|vecka|\bkw\b|周", re.IGNORECASE)
EDGES = " \t。；;,，."
STAMPED = late(r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})[ T]\d{1,2}:\d{2}(?::\d{2})?")
"""A day with the time of day: several are the record of who approved what, and date no paper."""
TWO = 2
TWICE = late(r"([^()（）]{6,}?)\s*[(（]([^()（）]{6,})[)）]")
"""A day, and something in brackets behind it."""
TONGUES = late(
    r"([^a-zA-Z]*[\u4e00-\u9fff])[\s/|,;，；]*"
    r"((?:[a-zA-Z]|\d{1,2}\D)[^\u4e00-\u9fff]*[a-zA-Z][^\u4e00-\u9fff]*)"
)
"""The same in Chinese and in English: 2026年7月20日前 before 20 July 2026."""
TONGUES_TURNED = late(
    r"([^\u4e00-\u9fff]*[a-zA-Z][^\u4e00-\u9fff]*?)[\s/|,;，；]+([\u4e00-\u9fff][^a-zA-Z]*)"
)
"""In English first: not later than 20 January 2027 不迟于2027年1月20日."""
BY_REFERENCE = late(
    r"^(见|详见|按|如|同)?(上表|下表|附表|附件|明细|清单|订单明细|表格|各行|行项目)"
    r"|as (per|stated|specified|shown)"
    r"|see (above|below|line|item|table)|per (line|item)",
    re.IGNORECASE,
)


def document_date(scope: Scope) -> Field | None:
    """Return the date of the order or contract."""
    changed = [choice for found in others_days.of_change(scope) for choice in _dates(scope, found)]
    if any(choice.value for choice in changed):
        return settle(changed)
    unread: list[Choice] = []
    for label in (Label.DOCUMENT_DATE, Label.PLAIN_DATE):
        found = list(scope.labels(label))
        for each in ([one for one in found if ORDERED.search(one.label.text)], found):
            own = [one for one in each if not others_days.of_offer(scope, one)]
            choices = [choice for one in own or each for choice in _date(scope, one)]
            if label is Label.DOCUMENT_DATE:
                choices += _beside(scope, own or each)
            if any(choice.value for choice in choices):
                return settle(
                    choices if not unread else [replace(each, reason=Reason.ROLE) for each in choices]
                )
            unread += choices
    return settle(unread or _by_key_word(scope))


def _beside(scope: Scope, found: Sequence[Labelled]) -> Iterator[Choice]:
    """Yield the bare dates beside a day of a sentence or behind a number, of a signature or an agreement."""
    agreed = scope.kind is Kind.PURCHASE_ORDER and all(AGREED.search(one.label.text) for one in found)
    signed = all(SIGNED.match(one.named) for one in found)
    told = all(one.how == "sentence" or BEHIND_NUMBER.search(one.named) for one in found)
    if found and (agreed or signed or told):
        for bare in scope.labels(Label.PLAIN_DATE):
            yield from (choice for choice in _date(scope, bare) if choice.value is not None)


def standing_alone(scope: Scope) -> Field | None:
    """Return a date that stands alone, as below a letter: it may date the order, at its head it does."""
    return settle(_alone(scope))


def _alone(scope: Scope) -> Iterator[Choice]:
    taken = {found.value.box for found in scope.labelled if found.value is not None}
    stamped = [run for run in scope.runs if STAMPED.fullmatch(run.text.strip())]
    for run in scope.runs if len(stamped) < TWO else (each for each in scope.runs if each not in stamped):
        text = letter_days.WRITTEN.sub("", run.text, count=1).strip(EDGES)
        if len(text) <= LONGEST_DAY and DIGIT.search(text) and run.box not in taken:
            only = one_date(text, Conventions(scope.conventions.order))
            for reading in [only] if only is not None else _ordered(scope, dates.parse(text)):
                if reading.first == reading.last:
                    reason = None if only and letter_days.is_one(scope, run) else Reason.ROLE
                    yield Choice(reading.first.isoformat(), run, 0, len(run.text), reason=reason)


def _by_key_word(scope: Scope) -> Iterator[Choice]:
    """Yield dates behind labels that no list knows and that say they date the order; never sure."""
    for run in scope.runs:
        colon = COLON.search(run.text)
        label = run.text[: colon.start()] if colon else ""
        if colon is None or not DATING.search(label) or len(label) > LONGEST_LABEL or meaning(label):
            continue
        for reading in dates.parse(run.text[colon.end() :].strip(EDGES)):
            value = reading.first.isoformat()
            yield Choice(value, run, colon.end(), len(run.text), reason=Reason.ROLE)


def _date(scope: Scope, found: Labelled) -> Iterator[Choice]:
    choices = _dates(scope, found)
    others = others_days.is_one(scope, found) or sellers_days.is_one(scope, found)
    doubted = others or found.how == "among"
    yield from (replace(each, reason=each.reason or Reason.ROLE) if doubted else each for each in choices)


def _dates(scope: Scope, found: Labelled) -> Iterator[Choice]:
    if found.value is None or not DIGIT.search(found.text) or others_days.counts_issues(found):
        return
    text = letter_days.without_town(found.named, _first_part(found).strip(EDGES))
    reading = one_date(text, scope.conventions) or _said_twice(text, scope.conventions)
    if reading is not None:
        reason = None if reading.first == reading.last and reading.year_stated else Reason.AMBIGUOUS_VALUE
        reason = reason or (Reason.ROLE if letter_days.PLACE.match(found.named) else None)
        yield Choice(reading.first.isoformat(), found.value, found.start, found.end, reason=reason)
        return
    days = _ordered(scope, dates.parse(text)) or dates.parse(text, compact=True)
    if len(days) == 1 and text.isdigit():
        yield Choice(days[0].first.isoformat(), found.value, found.start, found.end)
        return
    values = tuple(dict.fromkeys(each.first.isoformat() for each in days))
    if not values:
        inside = [text[start:end] for start, end in dates.find(text)]
        values = tuple(each.first.isoformat() for part in inside[:1] for each in dates.parse(part))
    value = values[0] if values else None
    reason = Reason.AMBIGUOUS_VALUE if values else Reason.NOT_PARSED
    yield Choice(value, found.value, found.start, found.end, reason=reason, also=values[1:])


def _said_twice(text: str, conventions: Conventions) -> DateReading | None:
    """Return the day that stands once more in brackets: 二〇二六年五月一日（2026-05-01）.

    One of the two must be certain by itself; the other may be that day: 8/7/2026 (8 July 2026).
    """
    said = TWICE.fullmatch(text) or TONGUES.fullmatch(text) or TONGUES_TURNED.fullmatch(text)
    parts = [part.strip(EDGES) for part in said.groups()] if said is not None else []
    certain = [day for part in parts if (day := one_date(part, conventions)) is not None]
    possible = [{each.first for each in dates.parse(part)} for part in parts]
    same = bool(certain) and all(day.first in days for day in certain for days in possible)
    return certain[0] if same else None


def _ordered(scope: Scope, readings: Sequence[DateReading]) -> list[DateReading]:
    """Return the readings of a date, those with the month first in front where an American address stands."""
    american = len(readings) > 1 and any(AMERICAN.search(run.text) for run in scope.runs)
    return sorted(readings, key=lambda each: american and each.order is not DateOrder.MDY)


def _first_part(found: Labelled) -> str:
    """Return the part of "03/05/26 / 03/19/26" that belongs to the first half of "Date / Revised"."""
    parts = PARTS.split(found.text)
    return parts[0] if len(parts) == 2 and "/" in found.label.text else found.text


def delivery(scope: Scope) -> tuple[Field | None, Field | None]:
    """Return the delivery date and the lead time that the header states."""
    found = [each for each in scope.labels(Label.DELIVERY) if not plan_names.is_one(each)]
    days = [choice for each in found for choice in _delivery_date(scope, each)]
    leads = [choice for each in found for choice in _lead_time(scope, each)]
    unread = [choice for each in found for choice in _unread(scope, each)]
    date, lead = settle(days), settle(leads)
    if date is None and lead is None:
        either = (each for each in scope.maybe(Label.DELIVERY) if each.how == "colon")
        unread += [choice for each in either for choice in _unread(scope, each)]
        return settle(unread or _placed(scope)), None
    return date, lead


def _placed(scope: Scope) -> Iterator[Choice]:
    """Yield the day behind the place of delivery, by which the goods are to be there; never sure."""
    for found in scope.labels(Label.PLACE):
        day = placed_days.find(found)
        if day is None or found.value is None:
            continue
        reading = one_date(found.value.text[day.start : day.end], scope.conventions)
        if reading is not None:
            yield Choice(reading.last.isoformat(), found.value, day.start, day.end, reason=Reason.ROLE)


def _time(found: Labelled) -> str:
    """Return the text of a time without a trade term beside it, and without remarks behind it."""
    return beside_terms.time_in(without_remarks.stripped(found.text.strip(EDGES)))


def _delivery_date(scope: Scope, found: Labelled) -> Iterator[Choice]:
    if found.value is None:
        return
    text = _time(found)
    numbered = NUMBERED.fullmatch(text) is not None
    weekly = numbered and WEEKLY.search(found.named) is not None
    reading = one_date(f"W{text}" if weekly else text, scope.conventions)
    reading = reading or _said_twice(text, scope.conventions)
    if reading is not None:
        reason = None if reading.year_stated else Reason.IMPLIED
        reason = Reason.AMBIGUOUS_VALUE if numbered and not weekly else reason
        reason = reason or (Reason.ROLE if vague_labels.is_open(scope, found) else None)
        yield Choice(reading.last.isoformat(), found.value, found.start, found.end, reason=reason)
        return
    readings = _ordered(scope, dates.parse(text, scope.conventions.base))
    values = tuple(each.last.isoformat() for each in readings)
    if values:
        reason = Reason.AMBIGUOUS_VALUE
        yield Choice(values[0], found.value, found.start, found.end, reason=reason, also=values[1:])


def _lead_time(scope: Scope, found: Labelled) -> Iterator[Choice]:
    if found.value is None:
        return
    text = _time(found)
    whole = led_periods.whole(text)
    vague = vague_labels.is_open(scope, found)
    period = whole or led_periods.leading(text) or led_periods.told(text) or led_periods.first(text)
    if period is not None:
        yield Choice(
            period.iso,
            found.value,
            found.start,
            found.end,
            reason=None if (whole or led_periods.stands_alone(text)) and not vague else Reason.ROLE,
            unit="working_days" if period.working_days else None,
            anchor=period.anchor,
            also=(period.low_iso,) if period.low_iso else (),
        )


def _unread(scope: Scope, found: Labelled) -> Iterator[Choice]:
    """Yield a delivery label whose value is neither a date nor a lead time, unless it points elsewhere."""
    text = found.text.strip(EDGES)
    if found.value is None or not text or BY_REFERENCE.search(text) or opening_hours.are_opening(text):
        return
    every = told_dates.days(text)
    inside = told_dates.first_said(text) or every
    readings = [one_date(each, scope.conventions) for each in inside]
    # Of a span ("from … to …") the end counts, as the upper bound of a range does.
    value = readings[-1].last.isoformat() if 1 <= len(readings) <= 2 and readings[-1] else None
    whole = value is not None and len(every) == 1 and told_dates.is_whole(text)
    reason = None if whole else Reason.AMBIGUOUS_VALUE if value else Reason.NOT_PARSED
    yield Choice(value, found.value, found.start, found.end, reason=reason)
