"""Terms of payment as data state them: in words, in codes, or both, which must say the same."""

import itertools
from collections.abc import Iterable, Sequence
from decimal import Decimal

from extractors.late import late
from extractors.structured import values
from extractors.structured.values import one, sure, unread, unsure
from models.reading import Evidence, Field, Reason

FIGURES = late(r"\d+(?:[.,]\d+)?")
NET = late(
    r"(?:[\s.,:;()/*-]|\d+|[天日内净付款账期月结后收到发票]|\b(?:net(?:to)?|days?|tagen?|d|jours?|giorni|d[ií]as|dagen"
    r"|payment|payable|pay|terms?|of|within|in|due|the|a|from|after|as|date|receipt|invoice|strictly"
    r"|zahlung\w*|zahlbar|fällig|innerhalb|von|ohne|abzug|rein|ab|nach|rechnungs(?:datum|erhalt|eingang))\b)*"
)
"""What is no more than a number of days."""


def joined(spots: Iterable[Evidence | None]) -> Field | None:
    """Return terms in words; where two parts of them are days net of their own, they are two statements."""
    found = [each for each in spots if each is not None]
    whole = values.joined(found, " ")
    net = [_figures(each.text) for each in found if NET.fullmatch(each.text.casefold())]
    several = any(one and other and one != other for one, other in itertools.combinations(net, 2))
    return unsure(whole, Reason.RIVAL, *(each.text for each in found)) if whole and several else whole


def stated(words: Field | None, coded: Sequence[Evidence]) -> Field | None:
    """Return the terms in words where what is coded beside them stands in them too.

    Codes alone are not read here.
    """
    if words is None:
        return unread(coded[0]) if coded else None
    known = _figures(words.evidence.text)
    others = [each.text for each in coded if not _figures(each.text) or not _figures(each.text) <= known]
    return unsure(words, Reason.RIVAL, *others) if others else words


def in_days(days: Evidence, words: Field | None = None, more: Iterable[Evidence | None] = ()) -> Field:
    """Return terms that are a number of days net; words beside it must say so, and nothing else be coded."""
    others = [each for each in more if each is not None]
    if others or not days.text.strip().isdigit():
        return unread(days)
    field = sure(days, f"{days.text.strip().lstrip('0') or '0'} days net")
    assert field is not None
    if words is None or words.value is None:
        return field
    text = words.value.casefold()
    if NET.fullmatch(text) and _figures(text) == _figures(days.text):
        return field
    return one((field, words)) or field


def _figures(text: str) -> set[Decimal]:
    return {Decimal(each.replace(",", ".")) for each in FIGURES.findall(text)}
