"""When a value that was read is the value that stands in the document.

Numbers compare as decimals, dates as dates, lead times as durations, units by meaning; names and
descriptions by how many of their words agree; the rest exactly, after folding case, width and blanks.
"""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from rapidfuzz import fuzz, utils

UNIT_WORDS = (
    "件 个 個 只 隻 pc pcs pce ea each piece pieces unit units st stk stck stück no nos nr h87 c62",
    "套 set sets satz",
    "副 对 對 pair pairs pr paar",
    "米 公尺 m mtr meter meters metre metres",
    "平方米 m2 sqm mtk",
    "千克 公斤 kg kgs kgm",
    "吨 噸 t to ton tons tonne tne",
    "升 l ltr liter litre",
    "批 lot le job ls",
    "箱 box boxes ctn carton bx",
    "卷 roll rolls ro",
    "台 臺",
    "条 條",
    "支 枝",
    "小时 h hr hrs hour hours hur std",
    "天 day days d tag tage",
)
UNIT_MEANING = {word: meaning for meaning, words in enumerate(UNIT_WORDS) for word in words.split()}

# ISO 8601, as `docs/interface.md` restricts it; the unit of working days follows after a blank.
DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?( working_days)?")
FIGURES = re.compile(r"\d+(?:\.\d+)?")


def same(name: str, expected: str, read: str, *, loose: bool = False) -> bool:
    """Tell whether `read` is right for the field `name` where `expected` is the truth.

    `loose` is for descriptions whose truth was cut by those who labelled it.
    """
    if loose and name == "description":
        return _same_cut_text(expected, read)
    return RULES.get(name, _same_folded)(expected, read)


def fold(text: str) -> str:
    """Return `text` without differences of case, width and blanks."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _same_folded(expected: str, read: str) -> bool:
    return fold(expected) == fold(read)


def _same_number(expected: str, read: str) -> bool:
    try:
        return Decimal(expected) == Decimal(read)
    except InvalidOperation:
        return _same_folded(expected, read)


def _same_duration(expected: str, read: str) -> bool:
    one, other = DURATION.fullmatch(expected), DURATION.fullmatch(read)
    if one is None or other is None:
        return _same_folded(expected, read)
    return _length(one) == _length(other)


def _length(duration: re.Match[str]) -> tuple[int, int, bool]:
    years, months, weeks, days = (int(each or 0) for each in duration.groups()[:4])
    return years * 12 + months, weeks * 7 + days, duration[5] is not None


def _same_unit(expected: str, read: str) -> bool:
    one, other = (fold(each).rstrip(".") for each in (expected, read))
    return one == other or UNIT_MEANING.get(one, one) == UNIT_MEANING.get(other, other)


def _alike(expected: str, read: str) -> float:
    one, other = (utils.default_process(unicodedata.normalize("NFKC", each)) for each in (expected, read))
    # Chinese has no blanks between words: where they fall must not count.
    return max(fuzz.token_set_ratio(one, other), fuzz.ratio(one.replace(" ", ""), other.replace(" ", "")))


def _same_name(expected: str, read: str) -> bool:
    return _alike(expected, read) >= 90


def _same_description(expected: str, read: str) -> bool:
    return _alike(expected, read) >= 85


def _same_terms(expected: str, read: str) -> bool:
    one, other = (sorted(FIGURES.findall(unicodedata.normalize("NFKC", each))) for each in (expected, read))
    return one == other and _alike(expected, read) >= 90


def _same_cut_text(expected: str, read: str) -> bool:
    return _alike(expected, read) >= 60 or fuzz.partial_ratio(fold(expected), fold(read)) >= 75


RULES: dict[str, Callable[[str, str], bool]] = {
    "total_amount": _same_number,
    "tax_rate": _same_number,
    "quantity": _same_number,
    "unit_price": _same_number,
    "price_per": _same_number,
    "amount": _same_number,
    "lead_time": _same_duration,
    "unit": _same_unit,
    "customer": _same_name,
    "delivery_place": _same_name,
    "description": _same_description,
    "payment_terms": _same_terms,
}
