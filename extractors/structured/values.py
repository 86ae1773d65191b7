"""Texts of structured data to fields: sure by the structure, or not read and saying so."""

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.fields import incoterms
from extractors.fields.text import fold, tidy
from extractors.late import late
from extractors.structured import characters
from models.reading import Candidate, Evidence, Field, Proof, Reason

NUMBER = late(r"(?P<lead>[+-]?)(?P<whole>\d*)(?:[.](?P<places>\d*))?(?P<trail>-?)", re.ASCII)
ISO = late(r"(\d{4})-(\d\d)-(\d\d)(?:T.*|[Z+-].*)?", re.ASCII)
COMPACT = late(r"(\d{4})(\d\d)(\d\d)(?:\d{4}(?:\d\d)?(?:[+-]\d{2,4})?)?", re.ASCII)
CURRENCY = late(r"[A-Z]{3}")
NO_NUMBER = late(
    r"[\W_]*|n\W?a\W?|none|null|nil|not? (?:available|applicable|assigned|known|number|sku)|unknown|dummy"
    r"|unassigned|tb[acd]|misc(?:ellaneous)?|non.?catalog(?:ue)?(?: item)?|free.?text|various|[0x]+"
    r"|ohne|keine?|unbekannt|entfällt|k\.?\s?a\.?|s\.\s?[ou]\.|diverse|aucune?|无|無|没有|沒有"
    r"|暂无|暫無|待定|不详|不詳|未知|未定",
    re.IGNORECASE,
)
"""What stands in the place of a part's number where there is none."""
LONGEST = 40
"""No number of an order is longer."""
UNSET = frozenset({"", "00000000", "000000"})
"""How SAP writes a date that is not there."""


def sure(spot: Evidence | None, value: str | None = None) -> Field | None:
    """Return a field that is what stands there, or `value` where that is written differently."""
    if spot is None:
        return None
    field = Field(value or spot.text, sure=True, evidence=spot, proof=(Proof.STRUCTURE,), confidence=0.999)
    return unsure(field, Reason.CHARACTERS) if characters.doubted(spot.text) else field


def unsure(field: Field, reason: Reason, *others: str) -> Field:
    """Return a field that a person must look at, with other values it may have."""
    candidates = (*field.candidates, *(Candidate(each) for each in others))
    return replace(field, sure=False, proof=(), reason=reason, confidence=0.5, candidates=candidates)


def unread(spot: Evidence) -> Field:
    """Return a field that is stated and could not be read."""
    return Field(None, sure=False, evidence=spot, reason=Reason.NOT_PARSED, confidence=0.1)


def words(spot: Evidence | None) -> Field | None:
    """Return a text with its white space collapsed."""
    return sure(spot, tidy(spot.text)) if spot else None


def part(spot: Evidence | None) -> Field | None:
    """Return the number of a part; what stands there for none (N/A) is not read."""
    if spot is None:
        return None
    return unread(spot) if NO_NUMBER.fullmatch(spot.text.strip()) else sure(spot)


def decimal(printed: str) -> Decimal | None:
    """Return a number as data formats write it: a point before the decimals, a minus at either end."""
    match = NUMBER.fullmatch(printed.strip())
    if match is None or len(printed) > LONGEST or not (match["whole"] or match["places"]):
        return None
    sign = "-" if "-" in {match["lead"], match["trail"]} else ""
    whole, places = match["whole"] or "0", match["places"]
    return Decimal(f"{sign}{whole}.{places}" if places else f"{sign}{whole}")


def number(spot: Evidence | None) -> Field | None:
    """Return a decimal with as many places as are written."""
    if spot is None:
        return None
    found = decimal(spot.text)
    return unread(spot) if found is None else sure(spot, format(found, "f"))


def amount_of(field: Field | None) -> Decimal | None:
    """Return the number that a field holds."""
    return None if field is None or field.value is None else Decimal(field.value)


def rate(spot: Evidence | None) -> Field | None:
    """Return a rate in percent without trailing zeros."""
    found = number(spot)
    if found is None or found.value is None:
        return found
    return replace(found, value=format(Decimal(found.value).normalize() + 0, "f"))


def day(spot: Evidence | None) -> Field | None:
    """Return a date written as 2026-03-15 or 20260315, a time behind it passed over."""
    if spot is None or spot.text in UNSET:
        return None
    match = ISO.fullmatch(spot.text) or COMPACT.fullmatch(spot.text)
    date = _date(*map(int, match.groups()[:3])) if match else None
    return unread(spot) if date is None else sure(spot, date.isoformat())


def _date(year: int, month: int, day_of_month: int) -> dt.date | None:
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return (
        dt.date(year, month, day_of_month)
        if 1 <= day_of_month <= calendar.monthrange(year, month)[1]
        else None
    )


def window(start: Field | None, end: Field | None) -> Field | None:
    """Return the first day of a time in which delivery is wanted; its end is kept as a candidate.

    Held against a promise, the first day errs to the safe side: a later one could hide a difference.
    """
    if start is None or end is None:
        return start or end
    if start.value is None or end.value is None or start.value == end.value:
        return start
    return replace(start, candidates=(Candidate(end.value, end.evidence),))


def currency(spot: Evidence | None) -> Field | None:
    """Return an ISO 4217 code."""
    if spot is None:
        return None
    return sure(spot) if CURRENCY.fullmatch(spot.text) else unread(spot)


def trade_term(code: Evidence | None, place: Evidence | None) -> Field | None:
    """Return an Incoterms code with its place."""
    if code is None:
        return None
    stated = incoterms.normal(f"{code.text} {place.text if place else ''}")
    return sure(code, stated) if stated else unread(code)


def joined(spots: Iterable[Evidence | None], sign: str = ", ") -> Field | None:
    """Return texts that belong together (the lines of an address) as one."""
    there = [each for each in spots if each is not None]
    if not there:
        return None
    parts = dict.fromkeys(tidy(each.text) for each in there)
    return sure(replace(there[0], text="\n".join(each.text for each in there)), sign.join(parts))


def one(fields: Iterable[Field | None]) -> Field | None:
    """Return the field that several places state; where they disagree it is not sure."""
    there = [each for each in fields if each is not None]
    if not there:
        return None
    rivals = [each for each in there if not _same(each, there[0])]
    if not rivals:
        return there[0]
    by_value = {each.value: each.evidence for each in reversed(rivals) if each.value is not None}
    others = tuple(Candidate(value, spot) for value, spot in reversed(by_value.items()))
    return replace(unsure(there[0], Reason.RIVAL), candidates=others)


def whole(header: Field | None, lines: Sequence[Field | None]) -> Field | None:
    """Return what the header states, or all lines; what only some of them state holds for no other one."""
    found = one((header, *lines))
    partial = header is None and found is not None and None in lines
    return unsure(found, Reason.AMBIGUOUS_VALUE) if partial and found is not None else found


def _same(one_field: Field, other: Field) -> bool:
    return fold(one_field.value or "") == fold(other.value or "")


def earliest(fields: Sequence[Field | None]) -> Field | None:
    """Return the first of several delivery dates; a person must see that there are several."""
    there = [each for each in fields if each is not None]
    there.sort(key=lambda each: each.value or "")
    return one(there)
