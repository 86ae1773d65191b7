"""Characters of a PDF that stand for others, or for several: made plain, with their edges."""

import unicodedata
from dataclasses import dataclass
from operator import eq

from extractors.late import late

BAD = late(r"[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Private-use characters mean what the font's maker decided, U+FFFD means nothing."""
ODD = late(r"[\u00ad\u200b-\u200f\u2060\ufeff\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06\U0002f800-\U0002fa1f]")
"""Characters that are not printed, or that look like others which people type: soft hyphens, zero
widths, Kangxi radicals and compatibility ideographs (some fonts map 一 to U+2F00), ligatures."""
ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


@dataclass(slots=True)
class Letters:
    """Characters with their left and right edges; `bad` are the offsets of those that may be others."""

    text: str
    starts: list[float]
    ends: list[float]
    bad: list[int]


def plain(letters: Letters) -> Letters:
    """Spread ligatures over their letters, and replace what only looks like a letter."""
    starts, ends = letters.starts, letters.ends
    if any(map(eq, starts, starts[1:])):
        _spread(starts, ends)
    if ODD.search(letters.text):
        letters = _replaced(letters)
    letters.bad += [match.start() for match in BAD.finditer(letters.text)]
    return letters


def _replaced(letters: Letters) -> Letters:
    result = Letters("", [], [], [])
    for at, character in enumerate(letters.text):
        text = _replacement(character)
        if at in letters.bad:
            result.bad += range(len(result.text), len(result.text) + len(text))
        result.text += text
        start, step = letters.starts[at], (letters.ends[at] - letters.starts[at]) / max(len(text), 1)
        result.starts += [start + number * step for number in range(len(text))]
        result.ends += [start + number * step for number in range(1, len(text) + 1)]
    return result


def _replacement(character: str) -> str:
    if character in ZERO_WIDTH:
        return ""
    if character == "\u00ad":
        # A soft hyphen that is drawn is a hyphen: some fonts name theirs so.
        return "-"
    return unicodedata.normalize("NFKC", character) if ODD.match(character) else character


def _spread(starts: list[float], ends: list[float]) -> None:
    """Share the cell of a ligature among its letters, to all of which pdfium gives the whole cell."""
    at = 0
    while at < len(starts):
        last = at
        while last + 1 < len(starts) and (starts[last + 1], ends[last + 1]) == (starts[at], ends[at]):
            last += 1
        if last > at:
            start, step = starts[at], (ends[at] - starts[at]) / (last - at + 1)
            for number in range(at, last + 1):
                starts[number] = start + (number - at) * step
                ends[number] = start + (number - at + 1) * step
        at = last + 1
