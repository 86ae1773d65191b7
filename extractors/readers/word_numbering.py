"""Automatic numbers of Word paragraphs, which stand nowhere in their text (ECMA-376 part 1, 17.9)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from extractors.late import late
from extractors.readers.package import attribute
from extractors.readers.word_styles import value

DIGITS = "〇一二三四五六七八九"
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
PLACE = late(r"%(\d)")
BULLET = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is numbered; `text` is like "%1.%2" or "第%1条"."""

    form: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of a file, and where each stands while the file is read from top to bottom."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)


def numbering(part: etree._Element | None) -> Numbering:
    """Return the lists that a file defines."""
    found = Numbering()
    if part is None:
        return found
    abstract = {attribute(each, "abstractNumId") or "": each for each in part.iter("{*}abstractNum")}
    for each in part.iter("{*}num"):
        key = attribute(each, "numId") or ""
        base = value(each, "abstractNumId") or ""
        levels = _levels(abstract[base]) if base in abstract else {}
        overrides = _levels_of(each.iterfind("{*}lvlOverride/{*}lvl"))
        starts = {
            int(attribute(one, "ilvl") or 0): int(first)
            for one in each.iterfind("{*}lvlOverride")
            if (first := value(one, "startOverride") or "").isdigit()
        }
        levels = {**levels, **overrides}
        found.levels[key] = {
            at: Level(one.form, one.text, starts.get(at, one.start)) for at, one in levels.items()
        }
        # Lists with one definition go on counting together, unless one starts anew.
        found.lists[key] = key if starts else f"abstract {base}"
    return found


def _levels(definition: etree._Element) -> dict[int, Level]:
    return _levels_of(definition.iterfind("{*}lvl"))


def _levels_of(found: "etree._ElementIterator[etree._Element]") -> dict[int, Level]:
    levels = {}
    for each in found:
        start = value(each, "start") or "1"
        levels[int(attribute(each, "ilvl") or 0)] = Level(
            value(each, "numFmt") or "decimal",
            value(each, "lvlText") or "",
            int(start) if start.isdigit() else 1,
        )
    return levels


def label(lists: Numbering, key: str, depth: int) -> str:
    """Count on and return the number of the next paragraph of a list, "" where none is shown."""
    levels = lists.levels.get(key, {})
    level = levels.get(depth)
    if level is None:
        return ""
    counts = lists.counts.setdefault(lists.lists[key], {})
    counts[depth] = counts.get(depth, level.start - 1) + 1
    for deeper in [each for each in counts if each > depth]:
        del counts[deeper]
    if level.form == "bullet":
        return BULLET

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        shown = levels.get(at, level)
        return _written(counts.get(at, shown.start), shown.form)

    return "" if level.form == "none" else PLACE.sub(number, level.text)


def _written(count: int, form: str) -> str:
    return WRITTEN.get(form, str)(count)


def _chinese(count: int) -> str:
    """Return a number below 100 in Chinese, as clauses are counted."""
    tens, ones = divmod(count, 10)
    if not 0 < count < 100:
        return str(count)
    return ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + (DIGITS[ones] if ones else "")


def _letters(count: int) -> str:
    return chr(96 + (count - 1) % 26 + 1) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    text = ""
    for size, letters in ROMAN:
        while count >= size:
            text, count = text + letters, count - size
    return text


def _circled(count: int) -> str:
    return chr(0x245F + count) if 0 < count <= 20 else str(count)


WRITTEN: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
        ),
        _chinese,
    ),
    "ideographDigital": lambda count: "".join(DIGITS[int(each)] for each in str(count)),
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalZero": lambda count: f"{count:02}",
}
