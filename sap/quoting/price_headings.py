"""What is said of prices in a heading's brackets or in a title: in which money, with tax, for how many.

What is not understood of it ("cents", "target", "from 100 pcs", 暂定) may make another price of the number.
"""

import functools
import re
from dataclasses import dataclass

from extractors.fields import currencies, incoterms, price_units, units
from extractors.fields.text import plain

BRACKETED = re.compile(r"[(（\[【](.*?)[)）\]】]")
SCALED = re.compile(
    r"万元|万人民币|千元|\bthousand\b|\b[Tk](?=(?:EUR|USD|CNY|RMB)\b)",
    re.IGNORECASE,
)
"""What `quotation_prices.scale` multiplies with."""
MONEY = re.compile(currencies.NAME)
RATE = re.compile(r"[0-9]{1,2}(?:[.,][0-9]{1,2})?\s?%")
PER = re.compile(
    r"(?:/|每|\b(?:per|pro|je)\b\.?)\s*(?P<number>[0-9]+)?\s*(?P<word>百|千|万|hundred|thousand)?"
)
LATIN = re.compile(r"[^\W\d_\u3400-\u9fff]+")
HAN = re.compile(r"[\u3400-\u9fff]+")
FIGURE = re.compile(r"[0-9]+")
PLAIN = frozenset(
    (
        "unit units price prices pricing each net gross of in the a an is are be all one incl inc"
        " including included inclusive excl ex exc excluding exclusive excluded without with w o plus no"
        " not vat tax taxes gst mwst ust steuer netto brutto zzgl inkl exkl ohne mit value added currency"
        " document doc item line quoted quote quotation offer offered our sales sap us american hong"
        " preis preise einzelpreis alle sind stück währung und and or amount per pro je ht ttc hors taxe"
        " taxes tva iva"
    ).split()
)
"""Words that say nothing of prices but their money, their tax and that they are for one."""
PLAIN_HAN = re.compile(
    "不含税|未税|含税|增值税|专用发票|专票|普票|税率|税点|发票|税|不含|未含|含|单价|价格|净价|报价|每|单位|币种"
    "|货币|凭证|均为|均|所有|全部|人民币|元|为|以|计|按|价|本|表|单"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says of prices: its currencies, its terms of trade, and what of it is not understood."""

    currencies: tuple[str, ...]
    incoterms: tuple[str, ...]
    open: str


@functools.lru_cache(maxsize=1024)
def said(text: str) -> Said:
    """Return what a text says of prices."""
    whole = plain(text)
    rest = SCALED.sub(" ", whole)
    rest = MONEY.sub(_unless_money, rest)
    rest = RATE.sub(" ", rest)
    named = price_units.find(whole)
    if named is not None and named.per is not None:
        rest = PER.sub(" ", rest)
    words = [each for each in LATIN.findall(rest) if not _is_plain(each)]
    trade = tuple(each.upper() for each in words if each.upper() in incoterms.CODES)
    words = [each for each in words if each.upper() not in trade] + FIGURE.findall(rest)
    words += [left for each in HAN.findall(rest) if (left := _left(each))]
    return Said(currencies.find(whole), trade, " ".join(words))


def asides(heading: str) -> tuple[str, ...]:
    """Return what stands in a heading's brackets."""
    return tuple(BRACKETED.findall(heading))


def counted(heading: str) -> price_units.PriceUnit | None:
    """Return the price unit that stands in words in a heading's brackets: 单价(百件)."""
    per = next((each for each in map(price_units.worded, asides(heading)) if each is not None), None)
    return None if per is None else price_units.PriceUnit(per, None)


def open_words(heading: str) -> str:
    """Return what is not understood of what stands in a heading's brackets."""
    texts = [each for each in asides(heading) if price_units.worded(each) is None]
    return " ".join(filter(None, (said(each).open for each in texts)))


def _unless_money(match: re.Match[str]) -> str:
    return " " if currencies.named(match[0]) else match[0]


def _is_plain(word: str) -> bool:
    return word.casefold() in PLAIN or units.canonical(word) is not None


def _left(han: str) -> str:
    if units.canonical(han):
        return ""
    rest = PLAIN_HAN.sub("", han)
    return "" if not rest or units.canonical(rest) else rest
