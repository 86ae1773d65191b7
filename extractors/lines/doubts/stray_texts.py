"""Texts of an item under headings that no list knows: what they may be is kept, and never sure."""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import dates, parts, periods, units
from extractors.fields.text import level
from extractors.late import late
from extractors.lines.headings import CODES, recognise
from extractors.lines.item import Item, Text
from extractors.lines.item_table import Column
from extractors.lines.texts import short_names
from extractors.vocabulary.meanings import Role
from models.page import Doubt

LABELLED = late(r"[^\W\d_]\s*\.?\s*[:：]\s*(?P<code>[A-Za-z0-9][\w./-]{4,})\s*$")
EDGE = late(r"(?<=[^\s/-])[\s/-]+")
"""Where a label begins whose first words nobody knows."""
TARIFF = late(r"\d{4}\.\d{2}(?:[. ]\d{2}){0,3}(?:\s+\d{1,4}[.,]\d{1,3})?$")
"""The number of goods for the customs, perhaps with a weight behind it: "8484.20", "8484.20 1.35"."""
NAMED = late(r"[a-z]{3}|[月周旬]|\bw\d", re.IGNORECASE)
WEEK = late(r"(?<![a-z])(?:wee?ks?|wks?|kw|cw|woche)(?![a-z])|周", re.IGNORECASE)
IDEOGRAPH_OR_LETTER = late(r"[^\W\d_]{2}")
"""What a sentence goes on with behind a date."""
SENTENCE = late(r"[。；;]|(?<=[a-z)])\.\s+(?=[A-Z])|(?<=\d)\.\s+(?=[A-Z][a-z])")
PURPOSE = late(
    r"\bfor (?:\w+ ){0,3}(?:overhaul|shut-?down|turnaround|outage)\b"
    r"|\bfür (?:\w+ ){0,2}(?:revision|überholung|stillstand|instandsetzung)\b"
    r"|用于[^，。；]{0,20}(?:大修|检修|停机|停车)",
    re.IGNORECASE,
)
"""What goods are ordered for has its own days."""
OF_OTHERS = late(
    r"\b(?:inspect\w*|tests?|trials?|reports?|certificates?|drawings?|approv\w+|not before)\b"
    r"|检验|检查|试验|报告|证书|图纸|认可图|送审",
    re.IGNORECASE,
)
"""What has a day of its own in a note below an item."""
FORMER = late(
    r"\b(?:last|previous|former|earlier) (?:purchas|order|buy|bought|suppl|deliver|price)"
    r"|\b(?:previously|formerly|last) (?:purchased|ordered|bought|supplied|delivered|paid)"
    r"|\bzuletzt\b|\bletzte[rnms]? (?:bestell|liefer|kauf|preis)|上[次批回]|前次|历史",
    re.IGNORECASE,
)
"""What was ordered or delivered once has its day as well."""
SAYING = (Role.REMARK, Role.DESCRIPTION, Role.SPECIFICATION)
"""Where a date may stand that no column has."""


def codes(item: Item) -> Iterator[Text]:
    """Yield what may be a part number or a drawing: what stands under an unknown heading."""
    return (
        text
        for text in item.unknown
        if len(text.printed) >= 4
        and (parts.looks_like_code(text.printed) or parts.is_dotted(text.printed))
        and not _is_hidden(text)
        and not TARIFF.match(text.printed)
    )


def _is_hidden(text: Text) -> bool:
    """Tell whether nobody sees a text: its column is hidden in the sheet."""
    return all(word.doubt is Doubt.INVISIBLE for word, _, _ in text.run.within(text.start, text.end))


def part_numbers(item: Item, *, stated: bool) -> Iterator[Text]:
    """Yield what may be a part number: under an unknown heading, or alone on the line above a name.

    So may what stands behind somebody's short name in a line with labelled codes, or behind an unknown label:
    one that ends like that of a number, where one is `stated`.
    """
    yield from codes(item)
    yield from short_names.codes(item)
    for text in item.texts.get(Role.DESCRIPTION, ()):
        yield from _above_name(text)
    yield from _labelled(item, stated=stated)


def _labelled(item: Item, *, stated: bool) -> Iterator[Text]:
    texts = [text for text in item.texts.get(Role.DESCRIPTION, ()) if text.lines > 1]
    texts += [text for text in item.texts.get(Role.REMARK, ()) if text.heading is None]
    spans = [(run, 0, len(run.text)) for run in item.notes]
    spans += [(text.run, text.start, text.end) for text in texts]
    for run, start, end in spans:
        labelled = LABELLED.search(run.text, start, end)
        if labelled is None or not parts.is_clear(labelled["code"]):
            continue
        if not stated or _ends_as_number(run.text[start : labelled.start() + 1]):
            yield Text(run, *labelled.span("code"), None)


def _ends_as_number(label: str) -> bool:
    """Tell whether an unknown label ends in a known one of a number, not the buyer's: "Cat/part no"."""
    ends = (label[edge.end() :] for edge in EDGE.finditer(label))
    known = next((heading for heading in map(recognise, ends) if heading is not None and heading.exact), None)
    return known is not None and known.roles <= CODES - {Role.BUYER_PART}


def _above_name(text: Text) -> Iterator[Text]:
    """Yield the code that stands alone on the first line of a name."""
    words = text.run.within(text.start, text.end)
    first = words[0][0] if words else None
    if first is None or len(words) == 1 or not parts.is_clear(first.text):
        return
    if words[1][0].box.middle > first.box.bottom:
        yield Text(text.run, text.start, text.start + len(first.text), None)


def unit(item: Item) -> Text | None:
    """Return what may be the unit of measure."""
    texts = (*item.unknown, *item.texts.get(Role.QUANTITY, ())[1:])
    return next((text for text in texts if units.canonical(text.printed) is not None), None)


def delivery(item: Item, weeks: frozenset[int]) -> Text | None:
    """Return what may be a date or time of delivery: in a column, or in a note below the item.

    A column of no known heading may say it in a sentence: 2026年8月24日前一次交清.
    `weeks` are the columns whose headings speak of weeks: a mere number in them is one.
    """
    timed = (text for text in item.unknown if text.printed and (text.column in weeks or _is_time(text)))
    return next(timed, None) or next(_noted(item), None) or next(_said(item), None)


def _said(item: Item) -> Iterator[Text]:
    """Yield the days that sentences in columns without a known heading begin with."""
    for text in item.unknown:
        spans = dates.find(text.printed)
        if spans and spans[0][0] == 0 and IDEOGRAPH_OR_LETTER.search(text.printed, spans[0][1]):
            start = text.run.text.index(text.printed, text.start)
            yield Text(text.run, start, start + spans[0][1], None)


def _is_time(text: Text) -> bool:
    """Tell whether a whole text is a period or a day, which in words needs no year: 10 Dec, 12月10日."""
    base = dates.ANY_BASE if NAMED.search(text.printed) else None
    return bool(dates.parse(text.printed, base) or periods.parse(text.printed))


def weeks(columns: Sequence[Column]) -> frozenset[int]:
    """Return the columns under an unknown heading that speaks of weeks."""
    return frozenset(
        at for at, each in enumerate(columns) if not each.headings and WEEK.search(level(each.text))
    )


def _noted(item: Item) -> Iterator[Text]:
    said = [text.run for role in SAYING for text in item.texts.get(role, ())]
    for run in (*item.notes, *said):
        if PURPOSE.search(run.text) and not periods.SPEAKS_OF_DELIVERY.search(run.text.casefold()):
            continue
        for start, end in dates.find(run.text):
            yield Text(run, start, start if _is_of_others(run.text, start) else end, None)


def _is_of_others(text: str, day: int) -> bool:
    """Tell whether the sentence that names a day is about a test, a paper or the past, and no delivery."""
    low = max((mark.end() for mark in SENTENCE.finditer(text, 0, day)), default=0)
    told = text[low:day]
    if FORMER.search(told):
        return True
    return OF_OTHERS.search(told) is not None and not periods.SPEAKS_OF_DELIVERY.search(told.casefold())
