"""Lead times: how long a delivery takes, what the time counts from, and what is done at its end."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.fields import anchors, foreign_periods, numerals
from extractors.fields.text import level, plain, tidy
from extractors.late import late


@dataclass(frozen=True, slots=True)
class Period:
    """A lead time as an ISO 8601 duration (P8W, P45D, P2M).

    Of a range ("8-10 weeks") `iso` is the upper bound and `low_iso` the lower. `working_days` tells
    that the days are working days. `anchor` is what it counts from (contract_signed,
    contract_effective, order_receipt, prepay_received, lc_received, drawing_approved, tech_frozen,
    supplies_received, call_off, release), `event` what is done then (ship, ready_exw, arrive); None where
    not said.
    """

    iso: str
    low_iso: str | None
    working_days: bool
    anchor: str | None
    event: str | None
    text: str


LONGEST = 120
LONGEST_HEAD = 40
LONGEST_SENTENCE = 300
SEPARATORS = " \t,;:()"
HINT = late(
    r"[天日周週月期拜]|day|week|wk|month|mth|tag|woche|monat|stock|shelf|immediat|prompt|lager"
    r"|[0-9] ?(?:[wd]|wd|w\.d\.)(?![a-z])|[现現][货貨]|立即|即时|即時|随时|隨時"
    rf"|{foreign_periods.HINT}",
    re.IGNORECASE,
)
COUNTS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
} | {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "twenty": 20,
    "thirty": 30,
    "forty-five": 45,
    "sixty": 60,
    "ninety": 90,
}
COUNT = (
    rf"(?:[0-9]{{1,3}}|[{numerals.NUMERAL}]{{1,5}}|\b(?:{'|'.join(sorted(COUNTS, key=len, reverse=True))})\b)"
)
NATIVE = {
    "W": r"周[間间]?|个?星期|个?礼拜|weeks?|wks?\.?|wochen?",
    "M": r"个月|months?|mths?\.?|monaten?|monate?",
    "WD": r"个?工作[日天]|(?:working|business|work)[ -]?days?|wd(?![a-z])|w\.d\.|arbeitstagen?|werktagen?",
    "D": r"个?(?:日历|自然)?[天日]|(?:calendar )?days?|kalendertagen?|tagen?",
}
SHORT = {"W": r"|w(?![a-z])", "D": r"|d(?![a-z])"}
UNITS = {code: f"{NATIVE[code]}|{foreign_periods.UNITS[code]}{SHORT.get(code, '')}" for code in NATIVE}
UNIT = "|".join(f"(?P<{code}>{words})" for code, words in UNITS.items())
BARE_UNIT = "|".join(UNITS.values())
QUANTITY = late(
    rf"(?<![0-9月年])(?<![0-9][.,/-])(?:(?P<low>{COUNT})\s?(?:{BARE_UNIT})?\s?(?:-|~|～|/|至|到|to|bis"
    rf"|or|或)\s?)?"
    rf"(?P<count>{COUNT})\s?(?:[(]\s?(?P<echo>{COUNT})\s?[)])?\s?-?\s?(?:{UNIT})(?:\s?[(]s[)])?(?![a-z])"
)
BRACKETED = late(r"[(]\s?(?P<count>[0-9]{1,3})\s?[)](?=\s?-?\s?(?:" + BARE_UNIT + r")(?![a-z]))")
"""A count that a form sets in brackets: "within (10) weeks"."""
ENGLISH = {
    "(?:周|星期)": "weeks?",
    "个月": "months?",
    "工作[日天]": "(?:working|business) ?days?",
    "[天日]": "days?",
}
AGAIN = late(
    "|".join(
        rf"(?P<U{at}>{unit})\s?(?:/\s?{word}(?![a-z])|[(]{word}[)]|{word}(?![a-z]))"
        for at, (unit, word) in enumerate(ENGLISH.items())
    )
)
"""A unit in Chinese and once more in English: 8周 weeks, 45天/days."""
SPELLED = late(rf"{COUNT}\s?$")
TWO_TONGUES = late(
    r"(?P<first>[^a-z]*[\u4e00-\u9fff])[\s/|,;。]*(?P<second>[^\u4e00-\u9fff]*[a-z]{3}[^\u4e00-\u9fff]*?)\.?"
)
"""The same in Chinese and in English: 8周内 within 8 weeks."""
TONGUES_TURNED = late(
    r"(?P<first>[^\u4e00-\u9fff]*[a-z]{3}[^\u4e00-\u9fff]*?)[\s/"
    r"|,;.]+(?P<second>[0-9]{0,3}\s?[\u4e00-\u9fff][^a-z]*?)。?"
)
"""The same in English and then in Chinese: "within 8 weeks 8周内"."""
LABEL = late(
    r"(?:交货期限?|到货期限?|到货时间|交货时间|交货周期|交期|货期|供货期限?|供货周期|供货时间|生产周期"
    r"|制造周期|交付周期|交付期限?|工期"
    r"|delivery time|delivery period|delivery|lead[ -]?time|time of delivery|lieferzeit)"
    r"\s?(?:为|is)?\s?:?\s?(?=\S)"
)
STOCK = late(
    r"(?:有|库存)?现货(?:供应|库存|发货|交货)?|(?:立即|即时|随时)(?:发货|交货|供货)"
    r"|(?:available )?(?:ex|from|in|off)[ -]?(?:the )?(?:stock|shelf)|stock|ab lager"
    r"|(?:immediate(?:ly)?|prompt)(?: delivery| shipment)?"
)
# Words that make a number of days something other than a lead time.
OTHER = late(
    r"(?<!预)付款|(?<!预)支付|付清|结清|月结|质保|保修|质量保证|保证期|验收|异议|发票|开票|有效|逾期"
    r"|延迟|迟延|违约|书面通知对方|索赔|解除|报价"
    r"|\bnet\b|invoice|payment|\bpay|paid|warrant|guarantee|penalt|damages|\bdelay|overdue|valid"
    r"|terminat|claim|cancel|inspect"
    r"|commission|whichever|投运|投用|开车"
    r"|(?<!voraus)(?<!an)zahl(?!ungseingang)|rechnung|skonto|netto|gewährleist|garantie|verzug|verspät"
    r"|verzöger|strafe|pönale"
    r"|gültig|bindefrist|kündig|storn|rüge|mängel|mangel|widersp|rücktritt|zurücktr|inbetriebnahme"
    r"|abnahme|nach lieferung"
)
SPEAKS_OF_DELIVERY = late(
    r"交货|交付|交期|货期|发货|供货|到货|发运|运[至到达抵往]|工期|送[至到达往]|交至|提货"
    r"|deliver|lead[ -]?time|shipment|shipped|\bships? (?:the|all|these|its|his|our)\b|dispatch"
    r"|ex[ -]?works?|\baro\b"
    r"|liefer|versand|\bversenden\b"
    r"|\bleave (?:your |the )?(?:works|factory|plant|premises)"
)
# "not less than 6 weeks", "after clarification 6 weeks", "12 months from commissioning": what is not
# understood changes the meaning, and the number alone would be a wrong lead time.
QUALIFIED_BEFORE = late(
    r"(?:than|least|over|exceeding|every|each|per|another|past|last|next|for|first|超过|至少|不少于"
    r"|不低于|逾|每|前|后|起|满)\s?$"
)
QUALIFIED_BEHIND = late(
    r"\s?(?:from|after|of|since|upon|following|before|prior|per|each|and|or|及|和|或|以上|以后|之后|后|前)"
)
PAID = late(r"(?<!预)付款之?后")
"""What counts from a payment is a time of delivery only where it says so."""
ORDINAL = late(r"第\s?$")
BRIEF = late(r"\s*\d{1,2}\s?(?:sett|sem|tyg|wkn)\.?\s*")
"""A September day or the week of a year as well as weeks: "12 sett.", "45 sem."."""
SENTENCE_END = late(r"[。;；\n!?]|\.\s")
CLAUSE_END = late(r"[。;；\n!?]|\.\s|[,，](?=\s?\D)")


@functools.lru_cache(maxsize=4096)
def parse(text: str) -> Period | None:
    """Return the lead time that a text is as a whole; None where it says anything else besides.

    Periods of payment, warranty or inspection are no lead times, nor is a bare "3月" (March).
    """
    if len(text) > LONGEST or not HINT.search(text):
        return None
    whole = BRACKETED.sub(_unbracketed, plain(text).casefold())
    if BRIEF.fullmatch(whole):
        return None
    whole = AGAIN.sub(lambda unit: unit[unit.lastgroup or 0], whole)
    label = LABEL.match(whole)
    found = _parse(whole, text) or (_parse(whole[label.end() :], text) if label else None)
    return found or _in_two_tongues(whole, text)


def _in_two_tongues(whole: str, text: str) -> Period | None:
    """Return the lead time that is told in Chinese and once more in English, where both say the same."""
    cut = TWO_TONGUES.fullmatch(whole) or TONGUES_TURNED.fullmatch(whole)
    halves = [_parse(cut[name].strip(), text) for name in ("first", "second")] if cut is not None else []
    if not halves or halves[0] is None or halves[1] is None:
        return None
    one, other = halves[0], halves[1]
    merged = replace(one, anchor=one.anchor or other.anchor, event=one.event or other.event)
    alike = replace(other, anchor=merged.anchor, event=merged.event) == merged
    kept = all(
        told in {None, said} for told, said in ((other.anchor, merged.anchor), (other.event, merged.event))
    )
    return merged if alike and kept else None


def _unbracketed(count: re.Match[str]) -> str:
    """Return a count without its brackets, unless it repeats the one in words before it."""
    return count[0] if SPELLED.search(count.string, 0, count.start()) else count["count"]


def _parse(whole: str, text: str) -> Period | None:
    if STOCK.fullmatch(whole):
        return Period("P0D", None, working_days=False, anchor=None, event=None, text=tidy(text))
    match = QUANTITY.search(whole)
    if match is None:
        return None
    around = anchors.read(whole[: match.start()]), anchors.read(whole[match.end() :])
    if around[0] is None or around[1] is None:
        return None
    counted_from, done = around[0][0] | around[1][0], around[0][1] | around[1][1]
    done = done - {"unspecified"}
    weekly = not counted_from and ORDINAL.search(whole, 0, match.start())  # of a year: 第40周
    if weekly or (not done and PAID.search(whole, 0, match.start())):
        return None
    span = _span(match)
    if span is None or len(counted_from) > 1 or len(done) > 1:
        return None
    iso, low = span
    return Period(
        iso, low, match["WD"] is not None, next(iter(counted_from), None), next(iter(done), None), tidy(text)
    )


def _span(match: re.Match[str]) -> tuple[str, str | None] | None:
    count, low, echo = (_count(match[name]) for name in ("count", "low", "echo"))
    letter = next(code for code in UNITS if match[code])[-1]
    contradicted = (match["echo"] and echo != count) or (
        match["low"] and (low is None or low >= (count or 0))
    )
    if not count or contradicted:
        return None
    return f"P{count}{letter}", f"P{low}{letter}" if low else None


def _count(text: str | None) -> int | None:
    if text is None:
        return None
    if text.isdigit() and text.isascii():
        return int(text)
    return COUNTS.get(text) or numerals.parse(text)


@functools.lru_cache(maxsize=4096)
def find(text: str) -> tuple[tuple[int, int], ...]:
    """Return where lead times stand in running text.

    A number of days counts only in a clause that speaks of delivery and of neither payment nor
    warranty nor the like.
    """
    if not HINT.search(text):
        return ()
    levelled = level(text).lower()
    return tuple(_mentions(levelled)) if len(levelled) == len(text) else ()


def _mentions(text: str) -> Iterator[tuple[int, int]]:
    for match in QUANTITY.finditer(text):
        start, end = _between(CLAUSE_END, text, match)
        clause = text[start:end]
        if OTHER.search(clause) or not SPEAKS_OF_DELIVERY.search(_sentence(text, match)):
            continue
        head = _head(text, match.start())
        tail = _tail(text, match.end(), end)
        qualified = QUALIFIED_BEFORE.search(text, start, head) or QUALIFIED_BEHIND.match(text, tail, end)
        if parse(text[head:tail]) and not qualified:
            yield head, tail


def _sentence(text: str, match: re.Match[str]) -> str:
    start, end = _between(SENTENCE_END, text, match)
    return text[start:end]


def _between(ends: re.Pattern[str], text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return the piece of `text` around a match that no separator divides."""
    earliest, latest = max(0, match.start() - LONGEST_SENTENCE), match.end() + LONGEST_SENTENCE
    before = [each.end() for each in ends.finditer(text, earliest, match.start())]
    after = ends.search(text, match.end(), latest)
    return before[-1] if before else earliest, after.start() if after else min(len(text), latest)


def _head(text: str, end: int) -> int:
    """Return where the phrase begins that a quantity counts from; all words between are understood."""
    for start in range(max(0, end - LONGEST_HEAD), end):
        if anchors.opens(text, start) and anchors.read(text[start:end]) is not None:
            return start
    return end


def _tail(text: str, start: int, limit: int) -> int:
    """Return where the words end that follow a quantity and are all understood."""
    at = start
    while at < limit and (match := anchors.ONE.match(text, at, limit)) and match.end() > at:
        at = match.end()
    return start + len(text[start:at].rstrip(SEPARATORS))
