"""Counts and prices that texts state of an item, held against its own: "12 pcs instead of 10".

Which of two figures holds is for a person to read. What agrees with the item, or parts it ("5 pcs … 5 pcs" of
ten), says nothing against it, nor does a former price.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.fields import numbers, units
from extractors.late import late
from extractors.lines.doubts import changed_codes
from extractors.lines.item import Item
from models.reading import OrderLine, Reason, opened

NUMBER = r"(?P<{}>\d+(?:[.,' ]\d{{3}})*(?:[.,]\d{{1,4}})?)"
MONEY = r"(?:EUR|USD|CNY|RMB|GBP|CHF|JPY|SGD|PLN|CZK|SEK|NOK|DKK|€|\$|£|[¥￥])"
STATED = late(
    r"(?P<former>\b(?:list|gross|basic|last|previous|former|old|target|budget|market|alte[rn]?|letzte[rn]?|bisherige[rn]?"
    r"|listen)[ -]?|[原旧舊]|(?<![按照以同用])上[次批]|去年|历史|目标|市场)?"
    r"(?:"
    r"(?:price|preis|\brate|单价|价格|执行价)(?:\s?\([^()]{1,12}\))?"
    rf"(?:\s?(?:is|of|now|to|ist|jetzt|neu|auf|为|按|是|至|到|[:=,]|{MONEY}))*\s?{NUMBER.format('price')}(?!\s?%)"
    rf"|{MONEY}\s?{NUMBER.format('led')}|{NUMBER.format('paid')}\s?(?:{MONEY}(?![a-z])|元)"
    r"|\b(?:qty|quantity|menge|anzahl)\.?"
    r"(?:\s?(?:(?:increas|reduc|chang|amend|correct)ed|geändert|erhöht|reduziert|is|of|now|to|ist|jetzt|neu|auf|[:=]))*\s?"
    rf"{NUMBER.format('counted')}(?!\s?%)"
    rf"|数量(?:改?[为按是至到:])?\s?{NUMBER.format('counted_so')}"
    rf"|(?<![a-z\d.,/-]){NUMBER.format('count')}\s?"
    r"(?P<unit>[a-zäöü]{1,8}(?![\w])|[\u4e00-\u9fff])\.?"
    r"(?!\s?(?:(?:per|pro|je|each|in (?:a|one|each|eine[mr]))\b|/|[/每一]))"
    r")",
    re.IGNORECASE,
)
"""A price or a count, and what calls it one of another time."""
TURN = (
    r"(?:\b(?:new|neue?[rns]?|now|jetzt|nunmehr|instead|statt|anstatt|anstelle|only|nur|lediglich|just|changed|revised"
    r"|correct(?:ed)?|amended|increased?|reduced?|agreed|vereinbart\w*|geändert\w*|korrigiert\w*|erhöht|reduziert"
    r"|final|actual)\b|改|更正|应[为是]|实际|调整|[增减][加至为]|[只仅现])"
)
SMALL = (
    r"(?:[\s:=,;]|\b(?:qty|quantity|price|unit|net|each|pcs?|to|of|is|at|the|for|order|deliver|send|auf|ist|menge|preis"
    r"|stückpreis|einzelpreis)\b|[为至到价要发供]|单价|数量|量)*"
)
BEFORE = late(rf"{TURN}{SMALL}$", re.IGNORECASE)
BEHIND = late(rf"{SMALL}{TURN}", re.IGNORECASE)
"""What calls a figure beside it the one that holds."""
CALLED = late(
    r"[\s:：,;.()]*(?:each|per (?:pc|piece|unit)|je (?:stück|stk)|[/每]\s?\w{1,4})?[\s.;,)]*", re.IGNORECASE
)
"""What may be left of a text that is nothing but a figure."""
PACKED = late(
    r"\b(?:box|bag|carton|pack|packet|lot|batch|pallet|crate|set|roll|bundle)(?:es|s)? of\s?$", re.IGNORECASE
)
"""What a count behind it is packed in."""
OWN = ("quantity", "unit_price", "amount")
PIECES = frozenset({"EA", "SET", "PAIR"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text: what it may be read as, and where it stands."""

    values: frozenset[Decimal]
    start: int
    end: int


def doubted(items: Sequence[Item], lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines, without certainty in those whose remark or note states another count or price."""
    return tuple(
        _opened(line) if any(_corrects(text, line) for text in changed_codes.notes(item)) else line
        for item, line in zip(items, lines, strict=True)
    )


def contradicts(text: str, lines: Sequence[OrderLine]) -> bool:
    """Tell whether a text about some items states a count or a price that is none of their own."""
    return all(_are_others(list(figures(text, line)), line) for line in lines)


def _corrects(text: str, line: OrderLine) -> bool:
    """Tell whether a remark says that another figure holds, or is nothing but one."""
    found = list(figures(text, line))
    turned = [each for each in found if BEFORE.search(text[: each.start]) or BEHIND.match(text[each.end :])]
    bare = [each for each in found if CALLED.fullmatch(text[: each.start] + " " + text[each.end :])]
    return _are_others(turned or bare, line)


def figures(text: str, line: OrderLine) -> Iterator[Figure]:
    """Yield the counts and prices of a text, but for those of another time or in a unit of other things."""
    for found in STATED.finditer(text):
        unit = found["unit"]
        aside = found["former"] or PACKED.search(text[: found.start()])
        if aside or (unit is not None and not _counts(unit, line)):
            continue
        printed = next(filter(None, (found[each] for each in PRINTED)))
        values = frozenset(each.value for each in numbers.parse(printed))
        if values:
            yield Figure(values, found.start(), found.end())


PRINTED = ("price", "led", "paid", "counted", "counted_so", "count")


def _counts(unit: str, line: OrderLine) -> bool:
    """Tell whether a unit may count the things of a line."""
    own = line.unit.value if line.unit is not None else None
    return units.canonical(unit) in PIECES or (own is not None and units.same(unit, own) is True)


def _are_others(found: Sequence[Figure], line: OrderLine) -> bool:
    """Tell whether one of the figures is none of the line's own, and they are no parts of its quantity."""
    fields = {name: getattr(line, name) for name in OWN}
    own = {Decimal(each.value) for each in fields.values() if each is not None and each.value is not None}
    others = [each for each in found if own and not each.values & own]
    return bool(others) and sum(min(each.values) for each in found) not in own


def _opened(line: OrderLine) -> OrderLine:
    fields = {name: getattr(line, name) for name in OWN}
    return replace(line, **{name: opened(each, Reason.RIVAL) for name, each in fields.items() if each})
