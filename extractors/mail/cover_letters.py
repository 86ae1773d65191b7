"""What a letter says of when, where and on which terms, where it says otherwise than the attached order.

Nobody can list all ways to change an order in a letter; but what changes it names a day, a place or terms
that the order does not state. Nothing is changed by it: what it speaks of is not sure.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib.resources import files

from extractors.fields import dates, incoterms, periods
from extractors.fields.text import level
from extractors.late import late
from extractors.mail.ordered import Ordered
from extractors.mail.whole_orders import ITEM
from models.reading import Evidence, Header, OrderLine, Reading, Reason, opened, unread_at

_WORDS: dict[str, list[str]] = tomllib.loads(
    files("extractors.vocabulary").joinpath("letters.toml").read_text(encoding="utf-8")
)


def _either(name: str) -> re.Pattern[str]:
    return late("|".join(_WORDS[name]), re.IGNORECASE)


DELIVERING, PAYING = _either("delivering"), _either("paying")
OTHER_MATTERS = _either("other_matters")
GOING_TO = _either("going_to")
DAYS = late(r"(\d{1,3})\s?(?:days?\b|tage\b|天|日)", re.IGNORECASE)
NAMED = late(r"[A-Z][\w-]{3,}|\d{4,}")
"""Words of an address: names and postal codes."""
NOT_THERE = late(r"\b(?:not|instead|rather)\b", re.IGNORECASE)
COLUMNS = late(r"\S(?: {2,}|\t|　)\S.*\S(?: {2,}|\t|　)\S")
"""Cells that white space parts."""
LABELLED, LONGEST = 3, 240
"""A text with so many labels, or longer, is no sentence."""
ASKED = late(
    r"[,;]?\s*\b(?:and|please|kindly|und|bitte|pls)\s+(?:please\s+|kindly\s+)?"
    r"(?:re)?(?:confirm|acknowledge|bestätigen|reply)\b[^,;.\d]*[.!]?\s*$"
    r"|[，,][^，,\d]{0,6}(?:确认|回复)[^，,\d]*$",
    re.IGNORECASE,
)
"""What a sentence asks for at its end, with no day of its own: "…, please confirm"."""
TIMES = ("delivery_date", "lead_time")


BOXES = late(r"[(（]\s*[√✓✔xX]?\s*[)）]|[□☐☑☒■]")
"""Options to tick: those that are not ticked say nothing."""


def is_sentence(text: str) -> bool:
    """Tell whether a text may be said of an order, and is no row of one that the letter holds itself."""
    said = text.strip()
    labelled = len(re.findall(r"[:：]", said)) >= LABELLED
    return len(said) <= LONGEST and not labelled and not COLUMNS.search(said) and not BOXES.search(said)


def changed_terms(sentence: str, ordered: Ordered) -> tuple[str, ...]:
    """Return the header's fields of which a sentence says something else than the order."""
    said = ASKED.sub("", level(sentence))
    if OTHER_MATTERS.search(said):
        return ()
    header = ordered.header
    found: list[str] = []
    if DELIVERING.search(said) and _strange_days(said, ordered):
        found += TIMES
    place = GOING_TO.search(said)
    if place is not None and _is_elsewhere(place.group("place") or "", place.group("chinese") or "", header):
        found.append("delivery_place")
    if PAYING.search(said) and not {match[1] for match in DAYS.finditer(said)} <= set(_digits(header)):
        found.append("payment_terms")
    terms = [incoterms.normal(said[start:end]) or "" for start, end in incoterms.find(said)]
    stated_term = header.incoterms.value if header.incoterms and header.incoterms.value else ""
    if any(each[:3] and each[:3] != stated_term[:3] for each in terms):
        found.append("incoterms")
    return tuple(found)


def doubted(reading: Reading, names: Iterable[str], sentence: str, ordered: Ordered) -> Reading:
    """Return a reading with some fields open; what it does not state, the letter seems to."""
    spot = Evidence(sentence.strip())
    header, lines = reading.header, reading.lines
    for name in names:
        field = getattr(header, name)
        told = opened(field, Reason.RIVAL) if field is not None else unread_at(spot)
        if field is not None or name != "lead_time":
            header = replace(header, **{name: told})
        if name in TIMES:
            named = ITEM.search(sentence) is not None or bool(ordered.named(level(sentence)))
            lines = tuple(_open(line, name, spot if named else None) for line in lines)
    return replace(reading, header=header, lines=lines)


def _open(line: OrderLine, name: str, spot: Evidence | None) -> OrderLine:
    """Return a line whose day is open; one that states none has it where a letter speaks of the items."""
    field = getattr(line, name)
    if field is not None and not field.certain:
        return line
    if field is not None:
        return replace(line, **{name: opened(field, Reason.RIVAL)})
    return line if spot is None or name != "delivery_date" else replace(line, delivery_date=unread_at(spot))


def _strange_days(said: str, ordered: Ordered) -> bool:
    """Tell whether a sentence names a day, or a time to deliver, that the order does not."""
    if any(not _is_known(said[start:end], ordered.days) for start, end in dates.find(said)):
        return True
    times = [re.findall(r"\d+", each) for each in ordered.times]
    spans = [re.findall(r"\d+", said[start:end]) for start, end in periods.find(said)]
    return any(span and span not in times for span in spans)


def _is_known(printed: str, known: Iterable[str]) -> bool:
    """Tell whether a printed day, week or month may be one that the order names; it need not say the year."""
    for each in dates.parse(printed, dates.ANY_BASE):
        cut = 0 if each.year_stated else len("2027-")
        first, last = each.first.isoformat()[cut:], each.last.isoformat()[cut:]
        if any(first <= day[cut:] <= last for day in known):
            return True
    return False


def _is_elsewhere(place: str, chinese: str, header: Header) -> bool:
    """Tell whether a place that a letter names shares no name with the order's."""
    stated_place = (
        header.delivery_place.value if header.delivery_place and header.delivery_place.value else ""
    )
    place = NOT_THERE.split(place)[0]
    if chinese:
        return not any(chinese[at : at + 2] in stated_place for at in range(len(chinese) - 1))
    names = NAMED.findall(place)
    return bool(names) and not any(each.casefold() in stated_place.casefold() for each in names)


def _digits(header: Header) -> Sequence[str]:
    said = header.payment_terms.value if header.payment_terms and header.payment_terms.value else ""
    return re.findall(r"\d+", said)
