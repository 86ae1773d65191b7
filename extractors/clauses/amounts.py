"""Amounts in sentences: durations, shares, sums of money, pieces, dates, and what they are counted per."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.fields import dates, numerals
from extractors.fields.periods import COUNTS
from extractors.late import late

ENGLISH = COUNTS | {"forty": 40, "fifty": 50, "sixty-five": 65, "seventy": 70, "eighty": 80, "eighteen": 18}
_ENGLISH = "|".join(sorted(ENGLISH, key=len, reverse=True))
COUNT = rf"(?:[0-9]{{1,5}}|[{numerals.NUMERAL}]{{1,5}}|\b(?:{_ENGLISH})\b)"
UNITS = {
    "H": r"个?小时|hours?",
    "W": r"周|个?星期|个?礼拜|weeks?|wks?\.?",
    "M": r"个月|months?|mths?\.?",
    "Y": r"年|years?|yrs?\.?",
    "WD": r"个?工作[日天]|(?:working|business|work)[ -]?days?|wd(?![a-z])",
    "D": r"个?(?:日历|自然)?[天日]|(?:calendar )?days?",
}
UNIT = "|".join(f"(?P<{code}>{each})" for code, each in UNITS.items())
PLAIN_UNIT = "|".join(UNITS.values())
DURATION = late(
    rf"(?<![0-9月年第])(?<![0-9][.,/-])(?:(?P<low>{COUNT})\s?(?:{PLAIN_UNIT})?\s?(?:-|~|至|到|to|or|或)\s?)?"
    rf"(?P<count>{COUNT})\s?(?:[(]\s?(?P<echo>{COUNT})\s?[)])?\s?-?\s?(?:之)?(?:{UNIT})(?![a-z])(?!\s?[0-9]{{1,2}}\s?月)"
    r"|(?P<half>半年|half a year)"
)
NUMBER = r"[0-9]+(?:\.[0-9]+)?"
PERCENT = late(
    rf"(?P<percent>{NUMBER})\s?(?:%|percent|per cent|pct)|(?P<permille>{NUMBER})\s?‰"
    rf"|(?P<base>百|千|万)分之(?P<of>{NUMBER}|[{numerals.NUMERAL}]{{1,4}})"
    rf"|(?P<words>{_ENGLISH})\s(?:percent|per cent)"
    rf"|(?P<tenths>[{numerals.NUMERAL}])成(?![本套品立为员果])"
    r"|(?P<halfpercent>half (?:a |an )?per ?cent)|(?P<halves>一半|另一半|\b(?:the )?(?:other )?half\b)"
)
MONEY = late(
    r"(?P<code>cny|rmb|eur|usd|gbp|人民币|€|\$|¥|£)\s?(?P<sum>[0-9][0-9,]*(?:\.[0-9]+)?)\s?(?P<myriad>万)?\s?元?"
    r"|(?P<plainsum>[0-9][0-9,]*(?:\.[0-9]+)?)\s?(?P<myriads>万)?\s?元"
)
CURRENCY = {"€": "EUR", "$": "USD", "¥": "CNY", "£": "GBP", "人民币": "CNY", "rmb": "CNY"}
PIECES = late(
    rf"(?<![0-9.])(?P<pieces>[0-9]{{1,6}}|\b(?:{_ENGLISH})\b)\s?(?:套|台|件|只|副|组|支|个(?!月|工作|星期|日历|自然|小时|礼拜)|pcs|pieces?|units?|sets?|nos\.?)(?![a-z])"
)
COPIES = late(
    rf"(?:一式|各|每种|每项)?\s?(?P<copies>[0-9]{{1,2}}|[{numerals.NUMERAL}壹贰叁肆伍陆]{{1,2}})\s?(?:份|套副本)"
    rf"|[(]?(?P<english>[0-9]{{1,2}}|{_ENGLISH})\s?copies(?: of)?[)]?"
)
LIMIT = late("(?:之|以)?前")
"""What makes a day a latest one, behind it."""
LATE = "(?:逾期|延迟|延误|迟延|迟|拖延|超过|延期|推迟|晚)"
PER = late(
    rf"(?:每|按|逐){LATE}?(?:交货)?(?:一|1)?\s?个?(?:日历)?(?P<zh>日|天|周|星期|月)"
    rf"|{LATE}(?:交货?|到货|交付)?(?:一|1)\s?个?(?P<late>日|天|周|星期|月)(?=[,，]?\s?(?:按|扣|罚|处|支付|须|应|需|承担|赔))"
    r"|(?:\b(?:per|each|every)\s|/\s?)(?:[a-z]+\s){0,2}?(?P<en>day|week|month)(?![a-z])(?: of)?"
)
PER_UNITS = {"日": "D", "天": "D", "day": "D", "周": "W", "星期": "W", "week": "W", "月": "M", "month": "M"}
PLUS_MINUS = late(r"±|\+/-|正负|plus or minus")
CAPITALS = {"壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6}


@dataclass(frozen=True, slots=True)
class Amount:
    """A value inside a text. `kind`: date, per, percent, duration, money, pieces, copies, plus_minus.

    `value` is the ISO date, the unit of time (D, W, M), the percentage, the ISO 8601 duration (PT8000H for
    hours), the sum, or the count; `working` tells working days, `low` the lower bound of a range.
    """

    kind: str
    value: str
    start: int
    end: int
    working: bool = False
    low: str | None = None


def find(text: str) -> list[Amount]:
    """Return the amounts of a levelled text in lower case, in its order; none overlaps another."""
    found: list[Amount] = []
    for each in _all(text):
        if all(each.end <= other.start or other.end <= each.start for other in found):
            found.append(each)
    return sorted(found, key=lambda each: each.start)


def _all(text: str) -> Iterator[Amount]:
    """Yield every amount: of two that overlap, the one that comes first here counts."""
    for start, end in dates.find(text):
        yield from _date(text, start, end)
    for pattern, made in READINGS:
        for match in pattern.finditer(text):
            amount = made(match)
            if amount is not None:
                yield amount


def _date(text: str, start: int, end: int) -> Iterator[Amount]:
    readings = dates.parse(text[start:end])
    if any(map(str.isdigit, text[start:end])) and len(readings) == 1:
        limit = LIMIT.match(text, end)
        yield Amount("date", readings[0].last.isoformat(), start, limit.end() if limit else end)


def _per(match: re.Match[str]) -> Amount:
    return Amount("per", PER_UNITS[match["zh"] or match["late"] or match["en"]], *match.span())


def _percent(match: re.Match[str]) -> Amount | None:
    share = _share(match)
    return None if share is None else Amount("percent", share, *match.span())


def _share(match: re.Match[str]) -> str | None:
    if match["halves"]:
        return "50"
    if match["halfpercent"]:
        return "0.5"
    if match["tenths"]:
        tenths = _count(match["tenths"])
        return str(10 * tenths) if tenths else None
    if match["words"]:
        return str(ENGLISH[match["words"]])
    if match["base"]:
        count = Decimal(match["of"]) if match["of"][0].isdigit() else _count(match["of"])
        base = {"百": 1, "千": 10, "万": 100}[match["base"]]
        return None if count is None else plain(Decimal(count) / base)
    return plain(Decimal(match["percent"]) if match["percent"] else Decimal(match["permille"]) / 10)


def _duration(match: re.Match[str]) -> Amount | None:
    if match["half"]:
        return Amount("duration", "P6M", *match.span())
    code = next(each for each in UNITS if match[each])
    count, low, echo = _count(match["count"]), _count(match["low"]), _count(match["echo"])
    ranged = match["low"] is None or (low is not None and count is not None and low < count)
    if not count or not ranged or (match["echo"] is not None and echo != count):
        return None
    letter = code[-1]
    iso = f"PT{count}H" if code == "H" else f"P{count}{letter}"
    lower = f"P{low}{letter}" if low else None
    return Amount("duration", iso, *match.span(), working=code == "WD", low=lower)


def _copy(match: re.Match[str]) -> Amount | None:
    text = match["copies"] or match["english"]
    count = CAPITALS.get(text) or _count(text)
    return Amount("copies", str(count), *match.span()) if count else None


def _count(text: str | None) -> int | None:
    if text is None:
        return None
    if text.isdigit() and text.isascii():
        return int(text)
    return ENGLISH.get(text) or numerals.parse(text)


def _money(match: re.Match[str]) -> Amount:
    amount = Decimal((match["sum"] or match["plainsum"]).replace(",", ""))
    if match["myriad"] or match["myriads"]:
        amount *= 10_000
    code = match["code"] or "人民币"
    return Amount("money", f"{CURRENCY.get(code, code.upper())}{plain(amount)}", *match.span())


def _pieces(match: re.Match[str]) -> Amount:
    return Amount("pieces", str(_count(match["pieces"])), *match.span("pieces"))


def _plus_minus(match: re.Match[str]) -> Amount:
    return Amount("plus_minus", "±", *match.span())


def plain(value: Decimal) -> str:
    """Return a number without exponent and without zeros at its end."""
    text = format(value.normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


READINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Amount | None]], ...] = (
    (PER, _per),
    (PERCENT, _percent),
    (COPIES, _copy),
    (DURATION, _duration),
    (MONEY, _money),
    (PIECES, _pieces),
    (PLUS_MINUS, _plus_minus),
)
"""How amounts are found, those first that hold others: "per week" is no week."""
