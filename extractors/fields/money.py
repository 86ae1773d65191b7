"""Amounts of money and prices: a number with its currency, its price unit and its scale."""

import functools
import re
from dataclasses import dataclass
from decimal import Decimal

from extractors.fields import currencies, numbers, price_units
from extractors.fields.numbers import Number
from extractors.fields.price_units import PriceUnit
from extractors.fields.text import plain
from extractors.late import late

LONGEST = 60
ONE = Decimal(1)
SCALES = {
    "千": Decimal(1_000),
    "万": Decimal(10_000),
    "十万": Decimal(100_000),
    "百万": Decimal(1_000_000),
    "千万": Decimal(10_000_000),
    "亿": Decimal(100_000_000),
    "k": Decimal(1_000),
    "t": Decimal(1_000),
    "thousand": Decimal(1_000),
    "m": Decimal(1_000_000),
    "mio": Decimal(1_000_000),
    "mio.": Decimal(1_000_000),
    "mln": Decimal(1_000_000),
    "million": Decimal(1_000_000),
}
AMOUNT = late(
    rf"""
    (?P<minus>-\s?)?
    (?P<kilo>[kt](?=eur|usd|rmb|cny|€))?
    (?P<before>(?-i:{currencies.NAME}))?\s?:?\s?
    (?P<number>\(?[-+]?\s?[0-9.,][0-9.,' ]*(?:(?<=[.,])--?|\s?-)?\)?)\s?
    (?P<scale>[十百千]?万|亿|千(?=元)|(?:k|m|mio\.?|mln|thousand|million)(?![a-z.])|[kt](?=eur|usd|rmb|cny|€))?\s?
    (?P<after>(?-i:{currencies.NAME}))?\s?
    (?P<end>[整正])?
    """,
    re.VERBOSE | re.IGNORECASE,
)
DIGIT = late(r"\d")
RAND = late(r"^R\s?(?=\d{1,3}(?:[ ,]\d{3})*[.,]\d{2}$)")
"""The sign of South Africa's money is a mere letter: only before a whole amount it is one."""
IN_BRACKETS = late(r"(?<=\d)\s?[(\[]\s?([^\W\d_]{2,8}\$?)\s?[)\]]$")
"""The currency of an amount as programs print it behind: "8,120.50 (USD)"."""
DRESS = (
    (late(r"^@\s*"), ""),
    (late(r"(?<=\d)\s?/\s?-(?!\d)"), ""),
    (late(r"^((?:JPY|JP¥|[¥￥])\s?[\d,]+)\s?-+$"), r"\1"),
    (late(r"(?<=[\d€])\s+only\.?$", re.IGNORECASE), ""),
    (late(r"(?<![^\W\d_])(US|HK|NT)\s+\$"), r"\1$"),
    (late(r"^([A-Z]{3})\.\s?(?=\d)"), r"\1 "),
    (late(r"^每(?P<unit>[^\W\d_])\s?(?P<rest>\D?\d[\d.,]*元?)$"), r"\g<rest>/\g<unit>"),
)
"""What is written around amounts, and what they are without it: "@ 25.00", "Rs. 12,500/-", "¥621,000-"."""
ROUND = {Decimal(10) ** power for power in range(5)}


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as printed: `number_text` is read under the notation of the document.

    `currencies` holds what the currency can be ("¥": CNY or JPY), `currency` the one it is. The
    amount is for `per` of `per_unit` where the text says so ("/ 100 pcs"); "12万" has the
    `multiplier` 10 000. `spelled` tells that a word or code names the currency, not a mere sign.
    """

    number_text: str
    currency: str | None = None
    currencies: tuple[str, ...] = ()
    per: Decimal | None = None
    per_unit: str | None = None
    multiplier: Decimal = ONE
    spelled: bool = False


def currency(text: str) -> tuple[str, ...]:
    """Return the ISO 4217 codes that a label, heading or cell names; several where it is not clear."""
    return currencies.find(text)


def unbracketed(text: str) -> str:
    """Return an amount with the currency in brackets behind it as one that stands there plainly."""
    told = IN_BRACKETS.search(text.rstrip())
    return f"{text[: told.start()]} {told[1]}" if told is not None and currencies.named(told[1]) else text


def undressed(text: str) -> str:
    """Return an amount without what people write around it."""
    for dress, bare in DRESS:
        text = dress.sub(bare, text)
    return text


@functools.lru_cache(maxsize=4096)
def parse(text: str) -> Money | None:
    """Return the amount that the whole of `text` states, None where anything else stands in it."""
    if len(text) > LONGEST or not DIGIT.search(text):
        return None
    whole = undressed(RAND.sub("ZAR ", plain(unbracketed(text)).replace("(-)", "-")))
    amount, *behind = price_units.MARK.split(whole, maxsplit=1)
    match = AMOUNT.fullmatch(amount)
    if match is None:
        return None
    number = (match["minus"] or "").strip() + match["number"].strip()
    readings = numbers.parse(number)
    named = _currencies(match)
    scale = _scale(match, named)
    if not readings or named is None or scale is None:
        return None
    unit = _price_unit(behind[0], readings, named) if behind else PriceUnit(None, None)
    if unit is None:
        return None
    names = [name for name in (match["before"], match["after"]) if name]
    return Money(
        number_text=number,
        currency=named[0] if len(named) == 1 else None,
        currencies=named,
        per=unit.per,
        per_unit=unit.unit,
        multiplier=scale,
        spelled=any(name[-1] not in "$¥€£" for name in names),
    )


def _currencies(match: re.Match[str]) -> tuple[str, ...] | None:
    """Return what the currency can be; None where a name is unknown or two contradict each other."""
    found = [currencies.named(name) for name in (match["before"], match["after"]) if name]
    if not found:
        return None if match["end"] else ()
    return tuple(code for code in found[0] if code in found[-1]) or None


def _scale(match: re.Match[str], named: tuple[str, ...] | None) -> Decimal | None:
    scale = match["scale"] or match["kilo"]
    if not scale:
        return ONE
    # "1.2M" without a currency may as well be 1.2 metres.
    doubtful = scale.isascii() and not named
    return None if doubtful or (match["scale"] and match["kilo"]) else SCALES[scale.casefold()]


def _price_unit(text: str, readings: tuple[Number, ...], named: tuple[str, ...]) -> PriceUnit | None:
    notation = readings[0].notation if len(readings) == 1 else None
    unit = price_units.parse(text, notation)
    if unit is None or unit.unit is not None or named:
        return unit
    # Without a currency and a unit, "37,15 / 100" is a price and "8/10" is none.
    return unit if unit.per in ROUND and _has_decimals(readings) else None


def _has_decimals(readings: tuple[Number, ...]) -> bool:
    return any(each.value.as_tuple().exponent != 0 for each in readings)
