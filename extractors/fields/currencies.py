"""Currencies: the codes, words and signs that name one, and the signs that name several."""

import functools
from collections.abc import Iterator

from extractors.fields.text import level
from extractors.late import late

CODES = (
    "CNY EUR USD GBP JPY CHF SEK NOK DKK ISK PLN CZK HUF RON BGN RSD TRY RUB UAH KZT UZS HKD TWD SGD MYR THB"
    " IDR PHP VND KRW INR PKR BDT LKR AUD NZD CAD MXN BRL ARS CLP ZAR EGP NGN KES AED SAR QAR KWD BHD OMR JOD"
    " ILS IQD AZN GEL"
)
DOLLARS = ("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD")
KRONER = ("SEK", "NOK", "DKK", "ISK")

NAMES = {
    "CNY": "RMB RMB¥ CNY¥ CN¥ CNH Renminbi Yuan 人民币 人民幣 人民币元 元人民币 元",
    "EUR": "€ Euro Euros 欧元",
    "USD": "US$ U.S.$ USD$ 美元 美金",
    "GBP": "£ Sterling 英镑",
    "JPY": "JP¥ Yen 日元 日圆",
    "CHF": "SFr SFr. Franken 瑞士法郎",
    "INR": "₹ Rs Rs. 卢比",
    "KRW": "₩ 韩元",
    "RUB": "₽ 卢布",
    "THB": "฿ Baht 泰铢",
    "VND": "₫",
    "IDR": "Rp Rp. Rupiah 印尼盾",
    "ILS": "₪",
    "TRY": "₺ TL",
    "MYR": "RM Ringgit 林吉特",
    "SGD": "S$ SG$ 新加坡元 新元",
    "HKD": "HK$ 港元 港币",
    "AUD": "A$ AU$ 澳元",
    "CAD": "C$ CA$ CAN$ 加元",
    "NZD": "NZ$",
    "TWD": "NT$ NTD 新台币 台币",
    "BRL": "R$",
    "PLN": "zł",
    "CZK": "Kč",
    "SEK": "SKr 瑞典克朗",
    "NOK": "挪威克朗",
    "DKK": "丹麦克朗",
    "ZAR": "兰特",
    "AED": "Dhs Dhs.",
}
SEVERAL = {
    "$": DOLLARS,
    "dollar": DOLLARS,
    "dollars": DOLLARS,
    "¥": ("CNY", "JPY"),
    "kr": KRONER,
    "kr.": KRONER,
    "kronor": KRONER,
    "kroner": KRONER,
}
NATIONS = {"us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD"} | {
    "singapore": "SGD",
    "kong": "HKD",
    "zealand": "NZD",
    "swedish": "SEK",
    "norwegian": "NOK",
    "danish": "DKK",
}
"""The word before "dollars" or "kronor" that settles whose they are."""

BY_NAME = (
    {code: (code,) for code in CODES.split()}
    | {name: (code,) for code, names in NAMES.items() for name in names.split()}
    | SEVERAL
)
LOWER_TOO = {"cny", "rmb", "eur", "usd", "gbp", "euro", "euros", "renminbi", "yuan", "yen", *SEVERAL}
"""Names that may be written in any case; other short codes in small letters are words."""
ANY_CASE = {name.casefold(): codes for name, codes in BY_NAME.items() if name.casefold() in LOWER_TOO}

_HAN = sorted((name for name in BY_NAME if name > "\u4e00" and name != "元"), key=len, reverse=True)
NAME = (
    r"[A-Za-złč]+(?:\.[A-Za-z]+)*\.?[$¥]?|[$¥€£₹₩₽฿₫₪₺]|"
    # 单元 unit, 元件 component, 三元乙丙 EPDM and the like are no money
    rf"{'|'.join(_HAN)}|(?<![单公多一二三四状纪改开])元(?![件素器旦])"
)
"""A regular expression for what may be a currency in a levelled text."""
_NAME = late(NAME)


def named(name: str) -> tuple[str, ...]:
    """Return what exactly this name, in a levelled text, can stand for; nothing if it is no currency."""
    return BY_NAME.get(name) or ANY_CASE.get(name.casefold(), ())


def _bare(name: str) -> tuple[str, ...]:
    """Look a token up without what clings to it: the full stop of "EUR.", the word of "Price$"."""
    return named(name) or named(name[-1] if name[-1] in "$¥" else name.rstrip("."))


@functools.lru_cache(maxsize=4096)
def find(text: str) -> tuple[str, ...]:
    """Return the ISO 4217 codes that a label, heading or cell names; several where it is not clear.

    "¥" alone is CNY or JPY, "$" one of many; with a code beside it ("Unit price ($) USD") only the
    code counts.
    """
    found = [codes for codes in _mentions(level(text)) if codes]
    if not found:
        return ()
    shared = frozenset.intersection(*map(frozenset, found))
    every = dict.fromkeys(code for codes in found for code in codes)
    return tuple(code for code in every if not shared or code in shared)


def _mentions(text: str) -> Iterator[tuple[str, ...]]:
    before = ""
    for match in _NAME.finditer(text):
        name = match[0]
        codes = _bare(name)
        if len(codes) > 1 and NATIONS.get(before) in codes:
            codes = (NATIONS[before],)
        yield codes
        before = name.casefold()
