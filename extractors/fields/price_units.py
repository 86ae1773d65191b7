"""Price units: the quantity that a price is for, as in "/ 100 pcs" or "元/百件"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from extractors.fields import currencies, numbers, units
from extractors.fields.numbers import Notation
from extractors.fields.text import plain
from extractors.late import late
from extractors.rare import Rare

SIGNS = "/|每|per|pro|je"
"""Without one of these there is no mark."""
MARK = late(r"\s*(?:/|每|\b(?:per|pro|je)\b\.?)\s*", re.IGNORECASE)
LED = late(r"^(?:per|pro|je)\b\.?\s*(?=\d)", re.IGNORECASE)
WORDS = {"百": Decimal(100), "千": Decimal(1_000), "万": Decimal(10_000)} | {
    "hundred": Decimal(100),
    "thousand": Decimal(1_000),
}
FORM = late(
    r"(?P<number>[0-9][0-9.,' ]*[0-9]|[0-9])?\s?(?P<word>[百千万](?!克|米|瓦)|(?:hundred|thousand)\b)?\s?"
    r"(?P<unit>[a-zü\u4e00-\u9fff]+[0-9²³]?\.?)?",
    re.IGNORECASE,
)
CODE = late(r"[A-Z]{2,3}")
LETTERS = {"C": Decimal(100), "HUN": Decimal(100), "HND": Decimal(100)}
"""How American programs print what prices are for: "184.00 /C" is for a hundred."""
THOUSAND = "M"
"""What they print for a thousand, and others for a metre."""
AFTER_MARK = Rare(MARK.pattern + rf"(?:{FORM.pattern})", SIGNS, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PriceUnit:
    """`per` is None where only a unit is named ("12.00/EA"), `unit` where only a quantity is."""

    per: Decimal | None
    unit: str | None


def parse(text: str, notation: Notation | None = None) -> PriceUnit | None:
    """Return what a text behind "/" or "per" states: "100 St", "百件", "件", "100", also "pro 100 St"."""
    if text in LETTERS:
        return PriceUnit(LETTERS[text], text)
    match = FORM.fullmatch(LED.sub("", plain(text)))
    if match is None or (match["unit"] and units.canonical(match["unit"]) is None and not _is_code(match)):
        return None
    return _price_unit(match["number"], match["word"], match["unit"], notation)


def worded(text: str) -> Decimal | None:
    """Return the quantity of a price unit whose number is a word or a letter: 百只, 千件, "hundred", "C"."""
    if text in LETTERS:
        return LETTERS[text]
    match = FORM.fullmatch(plain(text))
    if match is None or match["word"] is None or match["number"] is not None:
        return None
    return WORDS[match["word"].casefold()] if not match["unit"] or units.canonical(match["unit"]) else None


def _is_code(match: re.Match[str]) -> bool:
    """Tell whether a count stands before the code of a unit that nobody knows: "1 KVR"."""
    coded = match["number"] is not None and CODE.fullmatch(match["unit"]) is not None
    return coded and match["unit"] not in currencies.CODES.split()


def find(heading: str) -> PriceUnit | None:
    """Return the price unit that a heading names: "单价(元/百件)", "EUR/100 St", "Price per unit per 100"."""
    named = (
        _price_unit(
            match["number"],
            match["word"],
            _known(match["unit"], counted=bool(match["number"] or match["word"])),
            None,
        )
        for match in AFTER_MARK.finditer(plain(heading))
    )
    found = [each for each in named if each is not None]
    counted = (each for each in found if each.per is not None)
    return next(counted, found[0] if found else None)


def _known(unit: str | None, *, counted: bool) -> str | None:
    """Return the unit that a heading's words begin with: "件" of "每百件单价"."""
    if not unit or units.canonical(unit):
        return unit
    return unit[0] if counted and units.canonical(unit[0]) else None


def _price_unit(
    number: str | None, word: str | None, unit: str | None, notation: Notation | None
) -> PriceUnit | None:
    if number is None and word is None:
        return PriceUnit(None, unit) if unit else None
    value = _whole(number, notation) if number else Decimal(1)
    if value is None or value <= 0:
        return None
    return PriceUnit(value * (WORDS[word.casefold()] if word else 1), unit)


def _whole(number: str, notation: Notation | None) -> Decimal | None:
    """Return the one whole number; "1.000" is one or a thousand unless the notation is known."""
    values = {
        each.value for each in numbers.parse(number) if notation in {None, each.notation} or not each.notation
    }
    whole = {value.to_integral_value() for value in values if value == value.to_integral_value()}
    return whole.pop() if len(whole) == 1 else None
