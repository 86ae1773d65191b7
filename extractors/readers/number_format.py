"""What a spreadsheet shows for a number: number formats (ECMA-376 part 1, 18.8.30 and 18.8.31).

Dates are shown as ISO dates whatever their format, because the cell holds the day itself and a
format like 03/04/26 would make it ambiguous again. Numbers keep the places, separators, currency
and percent signs that the sheet shows.
"""

import datetime as dt
import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from extractors.late import late

CHINESE_FORMATS = {
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    **dict.fromkeys((32, 34, 55), 'h"时"mm"分"'),
    **dict.fromkeys((33, 35, 56), 'h"时"mm"分"ss"秒"'),
}
"""The built-in formats that only Chinese Excel has."""


@functools.cache
def built_in() -> Mapping[int, str]:
    """Return the formats that files name by number alone.

    The currency of 5 to 8, 42 and 44 is that of the machine that wrote the file, so none is shown.
    """
    # Only spreadsheets need the list, and all of openpyxl comes with it: a tenth of a second.
    from openpyxl.styles.numbers import BUILTIN_FORMATS  # noqa: PLC0415

    return {
        **BUILTIN_FORMATS,
        **CHINESE_FORMATS,
        **dict.fromkeys((5, 6), "#,##0;-#,##0"),
        **dict.fromkeys((7, 8), "#,##0.00;-#,##0.00"),
        42: '#,##0_);-#,##0_);"-"',
        44: '#,##0.00_);-#,##0.00_);"-"',
    }


TOKEN = late(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|(?P<fill>\*.)|\[(?P<bracket>[^\]]*)\]|(?P<general>General|G/通用格式)'
    r"|(?P<meridiem>AM/PM|A/P|上午/下午)|(?P<power>E[+-])|(?P<date>[ymdhsegb]+|a{3,4})|(?P<place>[0#?.,%/@])|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
CONDITION = late(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$")
ELAPSED = late(r"(h+|m+|s+)$", re.IGNORECASE)
EXCEL_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)
"""Excel computes with 15 digits; what a file holds beyond them is noise of binary fractions."""
LAST_DAY = 2_958_465


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a format: its kind (`text`, `place`, `date`, `general`, `other`) and characters."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class _Section:
    parts: tuple[_Part, ...]
    condition: tuple[str, Decimal] | None

    def having(self, kind: str) -> str:
        """Return the characters of all parts of a kind."""
        return "".join(part.text for part in self.parts if part.kind == kind)


def code(number: int, custom: dict[int, str]) -> str:
    """Return the format with a number: the file's own, or a built-in one."""
    return custom.get(number) or built_in().get(number, "General")


def is_moment(format_code: str) -> bool:
    """Tell whether a format shows numbers as dates or times."""
    return _is_moment(_sections(format_code)[0])


def _is_moment(section: _Section) -> bool:
    return bool(section.having("date")) and not section.having("place").strip("./,0")


def shown(value: Decimal, format_code: str, first_day: dt.date) -> str:
    """Return what a cell shows; an empty text where its format hides the number.

    `first_day` is day 0 of the file's calendar, see `calendar`.
    """
    sections = _sections(format_code)
    section, negative = _chosen(sections, value)
    if _is_moment(section):
        return _moment(value, section, first_day) or general(value)
    return _number(abs(value) if negative else value, section)


def shown_text(text: str, format_code: str) -> str:
    """Return what a cell shows for a text: the fourth section of a format, or one with an @, is for it."""
    sections = _sections(format_code)
    section = sections[3] if len(sections) > 3 else sections[-1]
    if len(sections) < 4 and "@" not in section.having("place"):
        return text
    return "".join(
        text if part.text == "@" else part.text for part in section.parts if part.kind != "general"
    )


def general(value: Decimal) -> str:
    """Return a number without a format: no exponent, no trailing zeros, no binary noise."""
    rounded = EXCEL_DIGITS.create_decimal(value)
    text = f"{rounded:f}" if rounded.adjusted() < 25 else str(rounded)
    return text.rstrip("0").rstrip(".") if "." in text else text


def calendar(*, since_1904: bool) -> dt.date:
    """Return day 0; Excel's 29 February 1900 makes day 0 of its usual calendar a day early."""
    return dt.date(1904, 1, 1) if since_1904 else dt.date(1899, 12, 30)


@functools.lru_cache(maxsize=512)
def _sections(format_code: str) -> tuple[_Section, ...]:
    sections: list[_Section] = []
    parts: list[_Part] = []
    condition = None
    for token in TOKEN.finditer(format_code):
        if token["plain"] == ";":
            sections.append(_Section(tuple(parts), condition))
            parts, condition = [], None
            continue
        found = CONDITION.match(token["bracket"] or "")
        if found:
            condition = (found[1], Decimal(found[2]))
        parts.append(_part(token))
    sections.append(_Section(tuple(parts), condition))
    return tuple(sections)


def _part(token: re.Match[str]) -> _Part:
    kind, text = token.lastgroup or "", token[token.lastgroup or 0]
    if kind == "bracket":
        return _bracket(text)
    if kind in {"date", "place", "general", "power", "meridiem"}:
        return _Part(kind, text.lower() if kind == "date" else text)
    return _Part("text", text if kind in {"quoted", "escaped", "plain"} else " ")


def _bracket(text: str) -> _Part:
    if ELAPSED.match(text):
        return _Part("date", f"[{text.lower()}")
    # [$€-407] is a currency sign with its locale, [$-804] a locale alone.
    return _Part("text", text[1:].partition("-")[0] if text.startswith("$") else "")


def _chosen(sections: Sequence[_Section], value: Decimal) -> tuple[_Section, bool]:
    """Return the section for a value, and whether the section itself shows its sign."""
    for section in sections[:3]:
        if section.condition and _holds(section.condition, value):
            return section, value < 0 and section is not sections[0]
    if any(section.condition for section in sections):
        return sections[min(len(sections), 3) - 1], False
    if value < 0 and len(sections) > 1:
        return sections[1], True
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], False


def _holds(condition: tuple[str, Decimal], value: Decimal) -> bool:
    sign, bound = condition
    return {
        "<": value < bound,
        "<=": value <= bound,
        ">": value > bound,
        ">=": value >= bound,
        "=": value == bound,
        "<>": value != bound,
    }[sign]


def _moment(value: Decimal, section: _Section, first_day: dt.date) -> str | None:
    """Return a date, a month, a time or a duration; None for a number that is none."""
    letters = section.having("date")
    if not 0 <= value < LAST_DAY + 1:
        return None
    days, seconds = divmod(int((value * 86_400).to_integral_value(ROUND_HALF_UP)), 86_400)
    timed = "h" in letters or "s" in letters
    dated = bool(re.search("[ydegba]", letters)) or ("m" in letters and not timed)
    if "[" in letters:
        return _clock(days * 86_400 + seconds, letters)
    if not dated:
        return _clock(seconds, letters)
    # The calendar of 1900 counts a 29 February that was none; days before it are one later.
    date = first_day + dt.timedelta(days=days + (first_day.year == 1899 and days < 60))
    has_day = bool(re.search(r"(?<!d)d{1,2}(?!d)", letters)) or "y" not in letters
    text = date.isoformat() if has_day else f"{date:%Y-%m}"
    return f"{text} {_clock(seconds, letters)}" if timed and seconds else text


def _clock(seconds: int, letters: str) -> str:
    minutes, rest = divmod(seconds, 60)
    text = f"{minutes // 60:02}:{minutes % 60:02}"
    return f"{text}:{rest:02}" if "s" in letters or rest else text


def _number(value: Decimal, section: _Section) -> str:
    places = section.having("place")
    if section.having("power") or "/" in places or "@" in places:
        return general(value)
    if not re.search("[0#?]", places):
        texts = [general(value) if part.kind == "general" else part.text for part in section.parts]
        return _tidy(texts)
    return _tidy(_filled(value, section.parts, places))


def _tidy(texts: Sequence[str]) -> str:
    return " ".join("".join(texts).split())


def _filled(value: Decimal, parts: Sequence[_Part], places: str) -> list[str]:
    """Put the digits of a value into the places of a format."""
    whole_places, _, decimals = places.replace("%", "").partition(".")
    scale = (
        len(places.rstrip("%")) - len(places.rstrip("%").rstrip(","))
        if "." not in places
        else _trailing(decimals)
    )
    decimals = decimals.replace(",", "")
    scaled = value.scaleb(2 * places.count("%") - 3 * scale)
    rounded = abs(scaled).quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP, _WIDE)
    digits, _, fraction = f"{rounded:f}".partition(".")
    kept = fraction[: len(decimals.rstrip("#?"))] + fraction[len(decimals.rstrip("#?")) :].rstrip("0")
    whole = digits.lstrip("0").rjust(whole_places.count("0"), "0")
    grouped = bool(re.search(r"[0#?],+[0#?]", whole_places))
    sign = "-" if scaled < 0 and rounded else ""
    return [sign, *_spread(parts, whole, kept, grouped=grouped)]


_WIDE = Context(prec=60)


def _trailing(decimals: str) -> int:
    return len(decimals) - len(decimals.rstrip(","))


def _spread(parts: Sequence[_Part], whole: str, fraction: str, *, grouped: bool) -> list[str]:
    """Return the texts of a format with the digits in place; the first place takes what is left over."""
    point = next(
        (at for at, part in enumerate(parts) if part.kind == "place" and part.text == "."), len(parts)
    )
    slots = [at for at, part in enumerate(parts[:point]) if part.kind == "place" and part.text in "0#?"]
    texts = [part.text if part.kind == "text" or part.text == "%" else "" for part in parts]
    rest = whole
    for at in reversed(slots):
        cut = 0 if at == slots[0] else max(len(rest) - 1, 0)
        texts[at], rest = rest[cut:], rest[:cut]
    if grouped and slots:
        for at in slots[1:]:
            texts[at] = ""
        texts[slots[0]] = f"{int(whole):,}".rjust(len(whole), "0") if whole else ""
    if fraction:
        texts[point] = f".{fraction}"
    return texts
