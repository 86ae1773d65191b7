"""What a letter says of the order that is attached to it, where it says otherwise than the order.

Nobody can list all ways to change an order in a letter; but what changes it names an item to leave out, or a
number, a day, a place or terms that the order does not state. "4 seals and 10 sleeves, as attached" agrees
with the order; "we only need 5 sleeves" does not. Nothing is changed by it: what it speaks of is not sure.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from importlib.resources import files

from extractors.fields import dates, incoterms, periods
from extractors.fields.text import fold, level
from extractors.late import late
from extractors.mail import whole_orders
from extractors.mail.whole_orders import ITEM
from models.reading import Evidence, Header, OrderLine, Reading, Reason, opened, stated, unread_at

_WORDS: dict[str, list[str]] = tomllib.loads(
    files("extractors.vocabulary").joinpath("letters.toml").read_text(encoding="utf-8")
)


def _either(name: str) -> re.Pattern[str]:
    return late("|".join(_WORDS[name]), re.IGNORECASE)


DROPPING, DELIVERING, PAYING = _either("dropping"), _either("delivering"), _either("paying")
DEDUCTING, PRICING, OTHER_MATTERS = _either("deducting"), _either("pricing"), _either("other_matters")
GOING_TO = _either("going_to")
GERMAN_CHANGES, GERMAN_TOPICS = _either("german_changes"), _either("german_topics")
COUNT = late(
    r"(?<![\d.,A-Za-z-])(\d{1,6})\s?(?:pcs?|pieces|sets?|ea|units|stück|stk|件|套|个|只|台|支)(?![a-z])",
    re.IGNORECASE,
)
BARE = late(r"(?<![\d.,A-Za-z/-])(\d{1,6})(?![\d.,/%]|-\d{3}|\s?(?:mm|cm|m|kg|%|days?|weeks?)\b)")
MONEY = late(
    r"(?:eur|usd|cny|rmb|[$€£￥¥])\s?(\d[\d,.]*\d|\d)|(\d[\d,.]*\d|\d)\s?(?:eur|usd|cny|rmb|euros?|元|[$€£￥¥])",
    re.IGNORECASE,
)
WORDS = (
    "two three four five six seven eight nine ten eleven twelve",
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
)
SIGNS = {"两": 2, "十一": 11, "十二": 12} | {sign: at for at, sign in enumerate("二三四五六七八九十", 2)}
SPELT = {word: at for words in WORDS for at, word in enumerate(words.split(), 2)}
NUMERALS = SPELT | SIGNS
SPELLED = late(
    rf"\b(?:{'|'.join(SPELT)})\b"
    r"|(?<![第一二三四五六七八九十百])(?:十[一二]?|[两二三四五六七八九])(?=\s?[件套个只台支])",
    re.IGNORECASE,
)
DAYS = late(r"(\d{1,3})\s?(?:days?\b|tage\b|天|日)", re.IGNORECASE)
COUNTED = late(r"\b(?:qty|quantit(?:y|ies)|menge|stückzahl)\b|数量", re.IGNORECASE)
PERCENT = late(r"\d\s?[%％]|[一二三四五六七八九\d]折")
NAMED = late(r"[A-Z][\w-]{3,}|\d{4,}")
"""Words of an address: names and postal codes."""
NOT_THERE = late(r"\b(?:not|instead|rather)\b", re.IGNORECASE)
WORD = late(r"[a-z]{4,}|[\u4e00-\u9fff]{2,}")
COLUMNS = late(r"\S(?: {2,}|\t|　)\S.*\S(?: {2,}|\t|　)\S")
"""Cells that white space parts."""
LABELLED, LONGEST = 3, 240
"""A text with so many labels, or longer, is no sentence."""
NEAR = 24
"""A bare number counts an item that is named so many characters behind it, or before."""
ASKED = late(
    r"[,;]?\s*\b(?:and|please|kindly|und|bitte|pls)\s+(?:please\s+|kindly\s+)?"
    r"(?:re)?(?:confirm|acknowledge|bestätigen|reply)\b[^,;.\d]*[.!]?\s*$"
    r"|[，,][^，,\d]{0,6}(?:确认|回复)[^，,\d]*$",
    re.IGNORECASE,
)
"""What a sentence asks for at its end, with no day of its own: "…, please confirm"."""
TIMES = ("delivery_date", "lead_time")
OF_LINES = ("quantity", "unit_price", "amount")


WITHIN = late(
    r"\b(?:tax|fee|levy|duty|charges?|packing|freight)\b[^.;\d]{0,16}\d[\d.,]*"
    r"(?:(?!\bnot?\b|n['’]t\b|\bnever\b)[^.;]){0,30}\b(?:included|inclusive)\b"
    r"|[税费][^。；;\d]{0,6}\d[\d.,]*元?(?:(?![未不没])[^。；;]){0,8}(?:已含|包含|含在)",
    re.IGNORECASE,
)
"""A charge that the prices hold already: "WEEE tax of 0.50 EUR per item included"."""
BOXES = late(r"[(（]\s*[√✓✔xX]?\s*[)）]|[□☐☑☒■]")
"""Options to tick: those that are not ticked say nothing."""


def is_sentence(text: str) -> bool:
    """Tell whether a text may be said of an order, and is no row of one that the letter holds itself."""
    said = text.strip()
    labelled = len(re.findall(r"[:：]", said)) >= LABELLED
    return len(said) <= LONGEST and not labelled and not COLUMNS.search(said) and not BOXES.search(said)


def changes_figures(sentence: str, reading: Reading) -> bool:
    """Tell whether a sentence leaves an item out, or states a number or price that the order does not."""
    said = level(sentence)
    item = ITEM.search(said) is not None or _names(said, reading)
    if (item and DROPPING.search(said)) or (DEDUCTING.search(said) and PERCENT.search(said)):
        return True
    if GERMAN_CHANGES.search(said) and GERMAN_TOPICS.search(said):
        return True
    known = set(_numbers(reading))
    plain = _undated(said)
    counts = [match[1] for match in COUNT.finditer(plain)]
    counts += [match[1] for each in whole_orders.clauses(plain) for match in COUNT.finditer(_spelled(each))]
    counts += [
        match[1] for match in BARE.finditer(ITEM.sub(" ", plain)) if _counts_item(match, plain, reading)
    ]
    priced = (PRICING.search(said) or item) and not WITHIN.search(said)
    sums = [match[1] or match[2] for match in MONEY.finditer(plain) if priced]
    strange = [each for each in (*counts, *sums) if not _readings(each) & known]
    return bool(strange) and not (sums and not counts and OTHER_MATTERS.search(said))


def _spelled(said: str) -> str:
    """Return a clause with the counts that it spells in figures: "eleven pieces" is 11 pieces."""
    return SPELLED.sub(lambda match: str(NUMERALS[match[0].casefold()]), said)


def changed_terms(sentence: str, reading: Reading) -> tuple[str, ...]:
    """Return the header's fields of which a sentence says something else than the order."""
    said = ASKED.sub("", level(sentence))
    if OTHER_MATTERS.search(said):
        return ()
    header = reading.header
    found: list[str] = []
    if DELIVERING.search(said) and _strange_days(said, reading):
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


def doubted(reading: Reading, names: Iterable[str], sentence: str) -> Reading:
    """Return a reading with some fields open; what it does not state, the letter seems to."""
    spot = Evidence(sentence.strip())
    header, lines = reading.header, reading.lines
    for name in names:
        field = getattr(header, name)
        told = opened(field, Reason.RIVAL) if field is not None else unread_at(spot)
        if field is not None or name != "lead_time":
            header = replace(header, **{name: told})
        if name in TIMES:
            named = ITEM.search(sentence) is not None or _names(level(sentence), reading)
            lines = tuple(_open(line, name, spot if named else None) for line in lines)
    return replace(reading, header=header, lines=lines)


def _open(line: OrderLine, name: str, spot: Evidence | None) -> OrderLine:
    """Return a line whose day is open; one that states none has it where a letter speaks of the items."""
    field = getattr(line, name)
    if field is not None:
        return replace(line, **{name: opened(field, Reason.RIVAL)})
    return line if spot is None or name != "delivery_date" else replace(line, delivery_date=unread_at(spot))


def _names(said: str, reading: Reading) -> bool:
    lowered, folded = said.casefold(), fold(said)
    return any(each in lowered or each in folded for each in _called(reading))


def _called(reading: Reading) -> Iterator[str]:
    """Yield what the items are called: their numbers, and the words of their descriptions."""
    for line in reading.lines:
        for field in (line.part_number, line.customer_part_number, line.drawing_number):
            if field is not None and field.value and len(field.value) > 3:
                yield fold(field.value)
        if line.description is not None and line.description.value:
            yield from WORD.findall(level(line.description.value).casefold())


def _counts_item(match: re.Match[str], said: str, reading: Reading) -> bool:
    """Tell whether a bare number stands beside what an item is called ("12 sleeves", 轴套12)."""
    behind = said[match.end() : match.end() + NEAR].partition(",")[0]
    before = said[max(match.start() - NEAR, 0) : match.start()]
    return _names(behind, reading) or (COUNTED.search(said) is not None and _names(before, reading))


def _numbers(reading: Reading) -> Iterator[Decimal]:
    """Yield the numbers that an order states of its items, and its total."""
    fields = [reading.header.total_amount]
    for line in reading.lines:
        fields += [getattr(line, name) for name in OF_LINES]
        said = line.description.value if line.description is not None else None
        yield from (Decimal(each) for each in re.findall(r"\d+", said or ""))
    for field in fields:
        if field is not None and field.value:
            yield Decimal(field.value)


def _readings(printed: str) -> set[Decimal]:
    """Return the numbers that a printed one may be, whichever sign parts its decimals."""
    found: set[Decimal] = set()
    for point, comma in ((".", ","), (",", ".")):
        try:
            found.add(Decimal(printed.replace(comma, "").replace(point, ".")))
        except InvalidOperation:
            continue
    return found


def _undated(said: str) -> str:
    for start, end in sorted(dates.find(said), reverse=True):
        said = said[:start] + " " * (end - start) + said[end:]
    return said


def _strange_days(said: str, reading: Reading) -> bool:
    """Tell whether a sentence names a day, or a time to deliver, that the order does not."""
    parts: tuple[Header | OrderLine, ...] = (reading.header, *reading.lines)
    fields = (field for part in parts for name, field in stated(part) if "date" in name)
    known = [each.value for each in fields if each.value]
    if any(not _is_known(said[start:end], known) for start, end in dates.find(said)):
        return True
    times = [each.evidence.text for part in parts for name, each in stated(part) if name == "lead_time"]
    spans = [re.findall(r"\d+", said[start:end]) for start, end in periods.find(said)]
    return any(span and span not in [re.findall(r"\d+", each) for each in times] for span in spans)


def _is_known(printed: str, known: Sequence[str]) -> bool:
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
