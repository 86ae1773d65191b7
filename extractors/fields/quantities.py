"""Quantities with their unit in one cell: "2套", "1,000 PCS", "2 sets(4 pcs)", "16.000 (SET)", "×2 套"."""

import functools
import re
from dataclasses import dataclass

from extractors.fields import english_words, numbers, numerals, units
from extractors.fields.text import plain
from extractors.late import late


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as printed: `number_text` is read under the notation of the document.

    `aside` is what stands in brackets behind it. `each` tells that the quantity holds for every part
    it is written beside (各1套), `estimated` that it is no fixed order (约, 暂估, approx.). `split`
    holds the printed addends of "10+2 spare" and of 2用1备; `number_text` is their sum.
    """

    number_text: str
    unit: str | None
    aside: str | None = None
    each: bool = False
    estimated: bool = False
    split: tuple[str, ...] = ()


LONGEST = 48
DIGIT = late(r"\d")
UNIT = (
    r"[^\W\d_](?:[^\W\d_]|/){0,9}(?:\./[^\W\d_]{1,6})?[0-9²³]?\.?"
    r"(?:\(s\)|(?<=[\u4e00-\u9fff])\s[A-Za-z]{1,6})?"
)
FORM = late(
    r"(?P<each>各|每种|每项)?(?P<estimated>约|大约|暂估|预计|approx\.?|ca\.?|about)?\s?"
    rf"(?:[×✕]\s?)?(?P<number>-?[0-9][0-9.,' ]*-?)\s?(?P<unit>{UNIT})?\s?(?:[(](?P<aside>[^()]*)[)])?",
    re.IGNORECASE,
)
IN_USE_AND_SPARE = late(rf"(?P<one>[0-9]{{1,4}})用(?P<other>[0-9]{{1,4}})备(?P<unit>{UNIT})?")
UNIT_FIRST = late(rf"(?P<unit>{UNIT})\s(?P<number>[0-9][0-9.,' ]*)")
APART = late(rf"(?P<number>[0-9][0-9.,' ]*)\s?[/|]\s?(?P<unit>{UNIT})")
SPELLED = late(
    rf"\s*(?P<number>[{numerals.NUMERAL}]{{1,4}})\s?(?P<unit>[套件个只台支副付根条片块枚组对包盒桶箱卷瓶双]|公斤|千克)\s*"
)
WORDED = late(rf"(?P<word>[a-z]{{3,9}})\s?[(](?P<number>[0-9]{{1,3}})[)]\s?(?P<unit>{UNIT})", re.IGNORECASE)
"""A count in words and once more in figures, as letters and contracts write it: "Four (4) pieces"."""
PLUS_SPARE = late(
    rf"(?P<one>[0-9]{{1,4}})\s?\+\s?(?P<other>[0-9]{{1,4}})\s?(?P<unit>(?!spare|备){UNIT})?\s?[(]?(?:spares?|备用?|备件)?[)]?",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=4096)
def parse(text: str) -> Quantity | None:
    """Return the quantity that a text is as a whole; None where it is anything else.

    The unit must be a known one: "2 holes" is no quantity.
    """
    if len(text) > LONGEST or not DIGIT.search(text):
        return _spelled(text)
    printed = plain(text)
    two = IN_USE_AND_SPARE.fullmatch(printed) or PLUS_SPARE.fullmatch(printed)
    if two:
        total = str(int(two["one"]) + int(two["other"]))
        return Quantity(total, two["unit"], split=(two["one"], two["other"])) if _known(two["unit"]) else None
    match = FORM.fullmatch(printed) or _worded(printed)
    if match is None or not _known(match["unit"]) or not numbers.parse(match["number"].strip()):
        return None
    unit, aside = match["unit"], match.groupdict().get("aside")
    if unit is None and aside and units.canonical(aside.strip()) is not None:
        unit, aside = aside.strip(), None
    return Quantity(
        match["number"].strip(),
        unit,
        aside,
        each=match.groupdict().get("each") is not None,
        estimated=match.groupdict().get("estimated") is not None,
    )


def _worded(text: str) -> re.Match[str] | None:
    """Return a count in words and in figures, where both say the same."""
    match = WORDED.fullmatch(text)
    word = match["word"].casefold() if match is not None else ""
    said = english_words.UNITS.get(word) or english_words.TENS.get(word)
    return match if match is not None and said is not None and str(said) == match["number"] else None


def _spelled(text: str) -> Quantity | None:
    """Return the quantity that is a numeral with a measure word: 两套, 十二只."""
    match = SPELLED.fullmatch(text)
    number = numerals.parse(match["number"]) if match is not None else None
    return None if match is None or number is None else Quantity(str(number), match["unit"])


@functools.lru_cache(maxsize=4096)
def unit_first(text: str) -> Quantity | None:
    """Return the quantity of a cell that has its unit in front, as ERPNext prints it: "Nos 5", "m 30".

    Only for what stands in a column of quantities: elsewhere "Set 2" and "No 5" count nothing.
    """
    match = UNIT_FIRST.fullmatch(plain(text)) if len(text) <= LONGEST else None
    if match is None or units.canonical(match["unit"]) is None or not numbers.parse(match["number"].strip()):
        return None
    return Quantity(match["number"].strip(), match["unit"])


@functools.lru_cache(maxsize=4096)
def unit_apart(text: str) -> Quantity | None:
    """Return the quantity of a cell with a stroke before its unit: "4 / 件".

    Only for what stands in a column of quantities: elsewhere it is what prices are for.
    """
    match = APART.fullmatch(plain(text)) if len(text) <= LONGEST else None
    if match is None or units.canonical(match["unit"]) is None or not numbers.parse(match["number"].strip()):
        return None
    return Quantity(match["number"].strip(), match["unit"])


def _known(unit: str | None) -> bool:
    return unit is None or units.canonical(unit) is not None or units.of_two_tongues(unit) is not None
