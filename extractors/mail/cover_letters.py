"""What a letter says of when, where and on which terms, where it says otherwise than the attached order.

Nobody can list all ways to change an order in a letter; but what changes it names a day, a place or terms
that the order does not state. Nothing is changed by it: what it speaks of is not sure.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from extractors.fields import dates, incoterms, periods
from extractors.fields.text import level
from extractors.late import late
from extractors.mail import pieces
from extractors.mail.item_figures import spelled as figures_of
from extractors.mail.ordered import Ordered
from extractors.mail.whole_orders import ITEM
from extractors.vocabulary import wordlists
from models.reading import Evidence, Header, OrderLine, Reading, Reason, opened, unread_at

_WORDS = wordlists.load("letters", "letters_open")

_either = partial(wordlists.either, _WORDS)

DELIVERING, PAYING = _either("delivering"), _either("paying")
NETTO, TO_PAY, ASIDE_TO_PAY = map(_either, ("net_days", "to_pay", "aside_to_pay"))
OTHER_MATTERS = _either("other_matters")
DATED, ANSWERED, ANSWERED_BEHIND = map(_either, ("dated", "answered", "answered_behind"))
HOLIDAYS, CLOSED = _either("holidays"), _either("closed")
GOING_TO, MOVED, AS_PRINTED = _either("going_to"), _either("moved"), _either("as_printed")
DAYS = late(r"(\d{1,3})\s?(?:days?\b|tagen?\b|天|日(?!前))", re.IGNORECASE)
MONTHS = late(r"(\d{1,2})\s?(?:months?|weeks?|monaten?|wochen?)\b|(\d{1,2})\s?(?:个月|周)", re.IGNORECASE)
SHORT_DAY = late(
    r"\b(?:am|bis|zum|vor dem|ab)\s+(?:zum\s+)?(\d{1,2})\.\s?(\d{1,2})\.?(?![\d.])", re.IGNORECASE
)
COMPACT = late(r"(?<![\w.,/-])(20[1-4]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\w/-]|[.,]\d)")
"""A day as programs write it: 20260601."""
NEEDED_IN = late(
    r"\b(?:need|require|brauch|benötig)\w*\b.{0,32}\b(?:in|within|binnen|innerhalb von)\s"
    r"(\d{1,3}\s(?:days?|weeks?|months?|tagen?|wochen?|monaten?))\b",
    re.IGNORECASE,
)
SOON = late(r"\b(?:days?|hours?|tagen?|werktagen?|stunden)\b|[天日]|小时", re.IGNORECASE)
"""Within such a time people answer, whatever it is that they confirm."""
BEFORE, BEHIND = 72, 12
"""So many characters before a day, or behind it, tell what is to happen on it."""
NAMED = late(r"[A-Z][\w-]{3,}|\d{4,}")
"""Words of an address: names and postal codes."""
NOT_THERE = late(r"\b(?:not|instead|rather)\b", re.IGNORECASE)
COLUMNS = late(r"\S(?: {2,}|\t|　)\S.*\S(?: {2,}|\t|　)\S")
"""Cells that white space parts."""
ASKED = late(
    r"[,;]?\s*\b(?:and|please|kindly|und|bitte|pls)\s+(?:please\s+|kindly\s+)?"
    r"(?:re)?(?:confirm|acknowledge|bestätigen|reply)\b[^,;.\d]*[.!]?\s*$"
    r"|[，,][^，,\d]{0,6}(?:确认|回复)[^，,\d]*$",
    re.IGNORECASE,
)
"""What a sentence asks for at its end, with no day of its own: "…, please confirm"."""
TIMES = ("delivery_date", "lead_time")


def is_sentence(text: str) -> bool:
    """Tell whether a text may be said of an order, and is no row of one that the letter holds itself."""
    return COLUMNS.search(text.strip()) is None


def is_clause_of_paper(text: str) -> bool:
    """Tell whether a line of an order's own text is one of its conditions, or of a form that it is.

    Those tell how invoices are paid and until when to answer; what holds for this order, its header says.
    """
    several = len(text.strip()) > pieces.LONGEST or pieces.BOX.search(text) is not None
    labelled = len(re.findall(r"[:：]", text)) >= pieces.LABELLED
    return several or labelled or OTHER_MATTERS.search(text) is not None


def changed_terms(sentence: str, ordered: Ordered) -> tuple[str, ...]:
    """Return the header's fields of which a sentence says something else than the order."""
    said = COMPACT.sub(r"\1-\2-\3", ASKED.sub("", level(sentence)))
    header = ordered.header
    found: list[str] = []
    if DELIVERING.search(said) and _strange_days(said, ordered):
        found += TIMES
    if _goes_elsewhere(said, header) or _has_moved(said, header):
        found.append("delivery_place")
    if PAYING.search(said) and not _days_to_pay(said) <= set(_digits(header)):
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


def _days_to_pay(said: str) -> set[str]:
    """Return the days, months or weeks that a sentence about payment gives for it."""
    plain = figures_of(said)
    days = {match[1] for match in DAYS.finditer(plain) if not _is_aside(ASIDE_TO_PAY, TO_PAY, plain, match)}
    spans = [match for match in MONTHS.finditer(plain) if not _is_aside(ASIDE_TO_PAY, TO_PAY, plain, match)]
    return days | {match[1] or match[2] for match in spans} | {match[1] for match in NETTO.finditer(plain)}


def _is_aside(aside: re.Pattern[str], own: re.Pattern[str], said: str, match: re.Match[str]) -> bool:
    """Tell whether the last word of either kind before a figure is one of another matter."""
    before = said[: match.start()]
    others = [each.end() for each in aside.finditer(before)]
    return bool(others) and not own.search(before, others[-1])


def _strange_days(said: str, ordered: Ordered) -> bool:
    """Tell whether a sentence names a day, or a time to deliver, that the order does not."""
    days = [span for span in dates.find(said) if not _is_for_other(said, *span)]
    if any(not _is_known(said[start:end], ordered.days) for start, end in days):
        return True
    if any(not _is_short_known(match, ordered) for match in SHORT_DAY.finditer(said)):
        return True
    times = [re.findall(r"\d+", each) for each in ordered.times]
    found = [span for span in periods.find(said) if not _is_for_other(said, *span)]
    found += [match.span(1) for match in NEEDED_IN.finditer(said)]
    spans = [re.findall(r"\d+", said[start:end]) for start, end in found]
    if any(span and span not in times for span in spans):
        return True
    return HOLIDAYS.search(said) is not None and CLOSED.search(said) is None


def _is_for_other(said: str, start: int, end: int) -> bool:
    """Tell whether a day is that of a paper, or until when to answer: "your offer of", …前确认."""
    before = said[max(start - BEFORE, 0) : start]
    behind = said[end : end + BEHIND]
    found = DATED.search(before) or ANSWERED.search(before)
    soon = SOON.search(said[start:end]) is not None and ANSWERED.search(before) is not None
    about = found is not None and (soon or not DELIVERING.search(before[found.end() :]))
    return about or ANSWERED_BEHIND.match(behind) is not None


def _is_short_known(match: re.Match[str], ordered: Ordered) -> bool:
    day = f"{int(match[2]):02d}-{int(match[1]):02d}"
    return any(each.endswith(day) for each in ordered.days)


def _is_known(printed: str, known: Iterable[str]) -> bool:
    """Tell whether a printed day, week or month may be one that the order names; it need not say the year."""
    for each in dates.parse(printed, dates.ANY_BASE):
        cut = 0 if each.year_stated else len("2027-")
        first, last = each.first.isoformat()[cut:], each.last.isoformat()[cut:]
        if any(first <= day[cut:] <= last for day in known):
            return True
    return False


def _goes_elsewhere(said: str, header: Header) -> bool:
    """Tell whether a sentence sends the goods to another place than the order's."""
    place = GOING_TO.search(said)
    return place is not None and _is_elsewhere(place["place"] or "", place["chinese"] or "", header)


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


def _has_moved(said: str, header: Header) -> bool:
    """Tell whether a sentence says that the place is another one, whether or not it names it."""
    moved = MOVED.search(said)
    if moved is None or AS_PRINTED.search(said):
        return False
    printed = header.delivery_place.value if header.delivery_place else None
    names = NAMED.findall(said[moved.end() :])
    return not any(each.casefold() in (printed or "").casefold() for each in names)


def _digits(header: Header) -> Sequence[str]:
    said = header.payment_terms.value if header.payment_terms and header.payment_terms.value else ""
    return re.findall(r"\d+", said)
