"""Amounts in English words: "SAY US DOLLARS ONE HUNDRED TWENTY-FIVE THOUSAND ONLY"."""

from collections.abc import Sequence
from decimal import Decimal

from extractors.fields import currencies
from extractors.fields.text import plain
from extractors.late import late

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
UNITS = {word: value for value, word in enumerate(SMALL.split())}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {"billion": 10**9, "crore": 10**7, "million": 10**6, "lakh": 10**5, "thousand": 10**3}
INDIAN = {"crores": "crore", "lac": "lakh", "lacs": "lakh", "lakhs": "lakh"}
IGNORED = frozenset(
    {"say", "total", "only", "in", "words", "amount", "of", "and", "the", "sum", "grand", "exactly"}
)
MONEY = frozenset(
    {
        "us",
        "u.s",
        "united",
        "states",
        "american",
        "dollar",
        "dollars",
        "euro",
        "euros",
        "rmb",
        "cny",
        "yuan",
        "usd",
    }
    | {
        "renminbi",
        "chinese",
        "eur",
        "gbp",
        "pound",
        "pounds",
        "sterling",
        "british",
        "swiss",
        "francs",
        "chf",
    }
)
CENTS = frozenset({"cent", "cents", "pence", "fen"})
HUNDREDTHS = late(r"([0-9]{2})/100")
WORD = late(r"[a-z.]*[a-z]|[0-9]{2}/100")
ELSE = late(r"[\s,.:;()/&*#=$€£¥-]*")
TELLING = MONEY | CENTS | SCALES.keys() | {"hundred", "only", "say"}
"""A number in words is an amount only where one of these stands with it; "five" alone is a word."""
LONGEST = 240


def parse_english(text: str) -> tuple[Decimal, str | None] | None:
    """Return the amount, with two places, and the currency that a text spells in English words.

    None where a word is not understood. The currency is None where it is not named or not clear.
    """
    if len(text) > LONGEST:
        return None
    spelled = plain(text).casefold()
    if not ELSE.fullmatch(WORD.sub("", spelled)):
        return None
    found = [INDIAN.get(word, word) for word in WORD.findall(spelled)]
    words = [word for word in found if word not in IGNORED]
    if not words or TELLING.isdisjoint(found):
        return None
    amount = _amount(words)
    codes = currencies.find(text)
    return None if amount is None else (amount, codes[0] if len(codes) == 1 else None)


def _amount(words: Sequence[str]) -> Decimal | None:
    whole, hundredths = _parted(words)
    units = _number([word for word in whole if word not in MONEY])
    cents = _cents(hundredths)
    if not units or cents is None:
        return None
    return Decimal(f"{units}.{cents:02}")


def _parted(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Part the words into those of the whole units and those of the hundredths."""
    money = [at for at, word in enumerate(words) if word in MONEY]
    for at, word in enumerate(words):
        if HUNDREDTHS.fullmatch(word) or word == "point" or (word in CENTS and at + 1 < len(words)):
            return words[:at], words[at:]
    if words[-1] in CENTS and money and 0 < money[-1] < len(words) - 1:
        return words[: money[-1]], words[money[-1] + 1 :]
    return words, ()


def _cents(words: Sequence[str]) -> int | None:
    """Return the hundredths of "cents fifty", "fifty cents", "50/100" and "point five zero"."""
    if not words:
        return 0
    hundredths = HUNDREDTHS.fullmatch(words[0])
    if hundredths:
        return int(hundredths[1]) if set(words[1:]) <= MONEY else None
    if words[0] == "point":
        digits = [UNITS.get(word, 10) for word in words[1:] if word not in MONEY]
        return (
            int("".join(map(str, digits)).ljust(2, "0"))
            if 1 <= len(digits) <= 2 and max(digits) < 10
            else None
        )
    return _below_hundred([word for word in words if word not in CENTS])


def _number(words: Sequence[str]) -> int | None:
    total = 0
    for scale, value in SCALES.items():
        if scale in words:
            at = words.index(scale)
            count = _below_thousand(words[:at])
            if not count:
                return None
            total += count * value
            words = words[at + 1 :]
    rest = _below_thousand(words)
    return None if rest is None else total + rest


def _below_thousand(words: Sequence[str]) -> int | None:
    if "hundred" not in words:
        return _below_hundred(words)
    at = words.index("hundred")
    hundreds, rest = _below_hundred(words[:at]), _below_hundred(words[at + 1 :])
    if not hundreds or hundreds > 9 or rest is None:
        return None
    return 100 * hundreds + rest


def _below_hundred(words: Sequence[str]) -> int | None:
    if not words:
        return 0
    if len(words) == 1:
        return UNITS.get(words[0]) or TENS.get(words[0])
    ones = UNITS.get(words[1], 0)
    return TENS[words[0]] + ones if len(words) == 2 and words[0] in TENS and 0 < ones < 10 else None
